"""Starting, using, stopping, killing: nothing stays behind and nothing is lost."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest
from tests.web.demonstration.conftest import Demonstration

from hocba.demo.user_names import OFFICER, PASSWORD

pytestmark = pytest.mark.xdist_group("demonstration")

_LEFT = "SELECT pid FROM pg_stat_activity WHERE usename = 'hocba_app' LIMIT 1"


def test_a_change_outlives_a_kill_and_the_second_start_loads_nothing(demonstration: Demonstration) -> None:
    before = demonstration.ask("SELECT count(*) FROM gradebook_mark")
    root = (demonstration.data / "demo-trust" / "root.pem").read_bytes()
    with demonstration.running() as (process, address):
        assert _sign_in(address, OFFICER, PASSWORD) == f"{address}/"
        assert _sign_in(address, OFFICER, "sai") != f"{address}/"
        _change(demonstration, 37)
        second = demonstration.check()
        assert second.returncode == 2
        assert "đang chạy" in second.stderr
        process.kill()
    again = demonstration.check()
    assert again.returncode == 0, again.stderr
    assert "Lần đầu" not in again.stdout
    assert _mark(demonstration) == 37
    assert demonstration.ask("SELECT count(*) FROM gradebook_mark") == before
    assert (demonstration.data / "demo-trust" / "root.pem").read_bytes() == root


def test_ctrl_c_stops_everything(demonstration: Demonstration) -> None:
    with demonstration.running() as (process, address):
        port = int(address.rpartition(":")[2])
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
    assert demonstration.ask(_LEFT) is None
    assert _processes_of(demonstration) == []


def test_a_port_in_use_is_said_so(demonstration: Demonstration) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = demonstration.check("--port", str(port))
    assert refused.returncode == 2
    assert str(port) in refused.stderr


def test_an_own_database_needs_its_owner(demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.web.demonstration import conftest

    half_known = {**conftest.environment(demonstration.data), "DATABASE_URL": "postgresql://hocba_app@/nowhere"}
    monkeypatch.setattr(conftest, "environment", lambda _: half_known)
    refused = demonstration.check()
    assert refused.returncode == 2
    assert "DATABASE_OWNER_URL" in refused.stderr


def _sign_in(address: str, name: str, password: str) -> str:
    """Where one lands."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), urllib.request.ProxyHandler({}))
    page = f"{address}/tai-khoan/login/"
    browser.open(page).read()
    token = next(cookie.value for cookie in jar if cookie.name == "csrftoken")
    form = {"login": name, "password": password, "csrfmiddlewaretoken": token}
    answer = browser.open(page, urllib.parse.urlencode(form).encode())
    return str(answer.geturl())


_ONE_MARK = """SELECT min(m.id) FROM gradebook_mark m JOIN schools_school s ON s.id = m.school_id
               WHERE s.code = 'TD000002' AND m.tenths IS NOT NULL"""


def _change(demonstration: Demonstration, tenths: int) -> None:
    school = demonstration.ask("SELECT id FROM schools_school WHERE code = 'TD000002'")
    changed = f"UPDATE gradebook_mark SET tenths = {tenths} WHERE id = ({_ONE_MARK}) RETURNING id"
    assert demonstration.as_site(changed, schools=f"{{{school}}}") is not None


def _mark(demonstration: Demonstration) -> int:
    return int(demonstration.ask(f"SELECT tenths FROM gradebook_mark WHERE id = ({_ONE_MARK})"))


def _processes_of(demonstration: Demonstration) -> list[str]:
    """Ours that know the data folder, PostgreSQL apart: this test process uses it too."""
    listed = subprocess.run(["ps", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout.splitlines()
    ours = [line for line in listed if "hocba" in line and str(demonstration.data) in line]
    return [line for line in ours if "postgres" not in line and str(os.getpid()) not in line]
