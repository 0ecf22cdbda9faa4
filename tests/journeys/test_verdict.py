"""From a class that is ready to the verdict of a stranger: all who sign, in order, then everybody else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from tests.journeys.conftest import Visit
from tests.journeys.site import Site, environment
from tests.journeys.visitor import Visitor

from hocba.demo.model import Position, SchoolClass, Showcase

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("journeys")]

MOST_CLICKS = 4
LONGEST_SIGNING = 60_000
"""Milliseconds for one person's part in a whole class, on a busy machine."""


@dataclass(frozen=True)
class Papers:
    """What the clerk has downloaded for one pupil of the class just issued. ``maths``: the year in the gradebook."""

    pupil: str
    maths: str
    xml: Path
    pdf: Path


def the_class(site: Site) -> SchoolClass:
    return site.ward.showcase(Showcase.READY_TO_SIGN)[1]


def sign_everything(visitor: Visitor, school_class: SchoolClass, *, look: str) -> int:
    """Every piece of work in this class that waits for the person, each within four clicks. How many there were."""
    marker = re.compile(rf"(Kí|Đóng dấu) .*lớp {school_class.name}\b")
    tasks = visitor.main.locator("section").filter(has=visitor.page.get_by_role("heading", name=marker))
    done = 0
    while visitor.page.goto("/") and tasks.count():
        visitor.clicks = 0
        visitor.look(f"work of a {look}")
        visitor.click(tasks.first.get_by_role("link").first)
        shows_what_is_signed(visitor, school_class)
        visitor.look(f"{look} signs")
        visitor.follow(f" {len(school_class.pupils)} học bạ")
        expect(visitor.page.locator("dialog[open]")).to_contain_text("Mã đợt kí")
        visitor.look(f"{look} confirms")
        visitor.click(visitor.page.locator("dialog[open] button[type=submit]"))
        expect(visitor.main).to_contain_text("Đã xong", timeout=LONGEST_SIGNING)
        assert visitor.clicks <= MOST_CLICKS
        visitor.look(f"{look} has signed")
        done += 1
    return done


def shows_what_is_signed(visitor: Visitor, school_class: SchoolClass) -> None:
    lines = visitor.main.locator("tbody tr")
    expect(lines).to_have_count(len(school_class.pupils))
    text = visitor.main.inner_text()
    assert [pupil.name for pupil in school_class.pupils if pupil.name not in text] == []


@pytest.fixture(scope="module")
def ceremony(site: Site, visit: Visit) -> SchoolClass:
    """The last subject teacher, the homeroom teacher, the principal, the seal: the class is issued."""
    school_class = the_class(site)
    signers = (
        (site.teacher_of(school_class, "TOAN"), "subject teacher"),  # the others have signed already
        (site.user_name(school_class.homeroom), "homeroom teacher"),
        (site.user_name(site.school.holder(Position.PRINCIPAL).code), "principal"),
        (site.user_name(site.school.holder(Position.CLERK).code), "clerk"),
    )
    for user_name, look in signers:
        with visit() as visitor:
            visitor.sign_in(user_name)
            assert sign_everything(visitor, school_class, look=look) == 1
    return school_class


@pytest.fixture(scope="module")
def papers(
    ceremony: SchoolClass, site: Site, visit: Visit, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Papers]:
    folder = tmp_path_factory.mktemp("papers")
    with visit() as clerk:
        clerk.sign_in(site.user_name(site.school.holder(Position.CLERK).code))
        clerk.section("Học bạ")
        clerk.look("classes with transcripts")
        clerk.follow(ceremony.name, exact=True)
        clerk.look("transcripts of a class")
        pupil = ceremony.pupils[-1].name
        line = clerk.row(pupil)
        saved = {kind: download(clerk, line.get_by_role("link", name=kind), folder) for kind in ("XML", "PDF")}
        yield Papers(pupil, mathematics_of(clerk, ceremony, pupil), saved["XML"], saved["PDF"])


def mathematics_of(visitor: Visitor, school_class: SchoolClass, pupil: str) -> str:
    """The average of the year, as the gradebook shows it."""
    visitor.section("Sổ điểm")
    visitor.click(visitor.main.get_by_role("link", name=f"Tiến độ {school_class.name}"))
    visitor.look("gradebooks of a class")
    visitor.click(visitor.row("Toán").get_by_role("link").last)
    visitor.look("closed sheet")
    return visitor.row(pupil).locator("[data-derived]").last.inner_text()


def download(visitor: Visitor, link: Locator, folder: Path) -> Path:
    with visitor.page.expect_download() as coming:
        link.click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def ask(visitor: Visitor, path: Path) -> None:
    visitor.page.goto("/xac-minh/")
    visitor.page.set_input_files("input[type=file]", path)
    visitor.follow("Kiểm tra", exact=True)


@pytest.mark.parametrize("kind", ["xml", "pdf"])
def test_a_stranger_is_given_three_answers(papers: Papers, site: Site, visit: Visit, kind: str) -> None:
    with visit() as stranger:
        stranger.page.goto("/xac-minh/")
        stranger.look("checking")
        ask(stranger, getattr(papers, kind))
        answers = stranger.main.locator(".questions dd")
        expect(answers).to_have_count(3)
        expect(stranger.main.locator(".questions .is-valid")).to_have_count(3)
        expect(stranger.main).to_contain_text(site.school.name)
        expect(stranger.main).to_contain_text(papers.pupil)
        expect(stranger.row("Toán").locator("td").last).to_have_text(papers.maths)
        stranger.look(f"verdict on {kind}")
        assert stranger.context.cookies() == []


@pytest.mark.parametrize("kind", ["xml", "pdf"])
def test_one_flipped_byte_is_seen(papers: Papers, visit: Visit, tmp_path: Path, kind: str) -> None:
    original: Path = getattr(papers, kind)
    content = bytearray(original.read_bytes())
    content[len(content) // 3] ^= 1
    altered = tmp_path / original.name
    altered.write_bytes(content)
    with visit() as stranger:
        ask(stranger, altered)
        expect(stranger.main.locator(".questions .is-valid")).to_have_count(0)
        stranger.look(f"verdict on an altered {kind}")


def test_the_command_says_the_same(papers: Papers, site: Site) -> None:
    command = [sys.executable, "-m", "hocba.cli", "verify", str(papers.xml), str(papers.pdf)]
    done = subprocess.run(
        [*command, "--trust", str(site.data / "demo-trust")],
        env=environment(site.data), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_code_on_paper_leads_to_its_page_and_the_page_to_the_recall(
    papers: Papers, ceremony: SchoolClass, site: Site, visit: Visit, need_tool: Callable[[str], str], tmp_path: Path
) -> None:
    address = code_of(papers.pdf, need_tool, tmp_path)
    assert address.startswith(f"{site.address}/xac-minh/")
    with visit() as stranger:
        stranger.page.goto(address)
        stranger.look("transcript by number")
        expect(stranger.main).to_contain_text(site.school.name)
        assert not names_in(stranger, ceremony)
        recall(papers, ceremony, site, visit)
        stranger.page.reload()
        expect(stranger.main).to_contain_text("thu hồi")
        expect(stranger.main.locator(".questions .is-invalid")).to_have_count(1)
        stranger.look("recalled transcript by number")
        ask(stranger, papers.pdf)
        expect(stranger.main).to_contain_text("thu hồi")
        expect(stranger.main.locator(".questions .is-valid")).to_have_count(2)
        stranger.look("verdict on a recalled transcript")


def recall(papers: Papers, school_class: SchoolClass, site: Site, visit: Visit) -> None:
    with visit() as principal:
        principal.sign_in(site.user_name(site.school.holder(Position.PRINCIPAL).code))
        principal.section("Học bạ")
        principal.follow(school_class.name, exact=True)
        principal.click(principal.row(papers.pupil).get_by_role("link", name="Thu hồi"))
        principal.look("recalling")
        principal.main.get_by_role("radio").first.check()
        principal.main.get_by_role("textbox").fill("Nhập nhầm điểm")
        principal.follow("Thu hồi", exact=True)
        expect(principal.row(papers.pupil)).to_contain_text("thu hồi")


def code_of(pdf: Path, need_tool: Callable[[str], str], folder: Path) -> str:
    """What the QR code of the paper says."""
    render = [need_tool("pdftoppm"), "-r", "150", "-png", str(pdf), str(folder / "page")]
    subprocess.run(render, check=True)
    pictures = sorted(str(path) for path in folder.glob("page*.png"))
    read = [need_tool("zbarimg"), "--quiet", "--raw", *pictures]
    # it reports the pages that bear no code as a failure of its own
    return subprocess.run(read, capture_output=True, text=True, check=False).stdout.split()[0]


def names_in(visitor: Visitor, school_class: SchoolClass) -> list[str]:
    text = visitor.page.content()
    return [pupil.name for pupil in school_class.pupils if pupil.name in text]
