"""Programs that others wrote accept every signature we write."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from signing_kit import Issued, issued, record, world

from hocba.signing.xades.names import DS

pytestmark = pytest.mark.witness

_KINDS = [
    *(f"urn:hocba:transcript:1:{name}" for name in ("DU_LIEU_HOC_BA", "THONG_TIN_HOC_BA", "DIEM_TONG_KET", "CBQL")),
    "urn:hocba:transcript:1:DANH_SACH_GVBM",
    "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
]
SIGNATURES = 6
WHOLE_YEAR = (
    "NGU_VAN", "TOAN", "NGOAI_NGU_1", "GDCD", "LS_DL", "KHTN", "CONG_NGHE", "TIN_HOC", "GDTC", "NGHE_THUAT", "HDTN_HN",
    "GDDP", "NGOAI_NGU_2",
)  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xades")
    (folder / "signed.xml").write_bytes(issued().xml)
    (folder / "whole.xml").write_bytes(world().sign(record(WHOLE_YEAR)).xml)
    (folder / "changed.xml").write_bytes(issued().xml.replace(b">8.3<", b">9.3<", 1))
    (folder / "root.pem").write_bytes(world().pki.root.certificate.parsed.public_bytes(_pem()))
    return folder


def _pem() -> object:
    from cryptography.hazmat.primitives.serialization import Encoding

    return Encoding.PEM


def _xmlsec(program: str, folder: Path, name: str, number: int) -> subprocess.CompletedProcess[str]:
    identifiers = [word for kind in _KINDS for word in ("--id-attr:Id", kind)]
    return subprocess.run(
        [
            program, "--verify", "--enabled-key-data", "x509", "--trusted-pem", str(folder / "root.pem"),
            "--verification-gmt-time", "2026-05-21 00:00:00", *identifiers,
            "--node-xpath", f"(//*[local-name()='Signature'])[{number}]", str(folder / name),
        ],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("number", range(1, SIGNATURES + 1))
def test_xmlsec1_accepts_each_signature_with_its_chain(
    number: int, files: Path, need_tool: Callable[[str], str]
) -> None:
    result = _xmlsec(need_tool("xmlsec1"), files, "signed.xml", number)
    assert result.returncode == 0, result.stderr
    assert "OK" in result.stdout + result.stderr


@pytest.mark.parametrize("number", range(1, len(WHOLE_YEAR) + 4))
def test_xmlsec1_accepts_all_sixteen_signatures_of_a_whole_year(
    number: int, files: Path, need_tool: Callable[[str], str]
) -> None:
    assert _xmlsec(need_tool("xmlsec1"), files, "whole.xml", number).returncode == 0


@pytest.mark.parametrize("number", [1, 4, 5, 6])
def test_xmlsec1_refuses_a_changed_mark_under_the_signatures_that_cover_it(
    number: int, files: Path, need_tool: Callable[[str], str]
) -> None:
    assert _xmlsec(need_tool("xmlsec1"), files, "changed.xml", number).returncode != 0


def test_signxml_accepts_a_signature_that_stands_alone() -> None:
    from signxml import XMLVerifier
    from signxml.exceptions import InvalidSignature

    root = etree.fromstring(issued().xml)
    wanted = root.findall(f".//{{{DS}}}Signature")[0]
    others = [each for each in root.iter(f"{{{DS}}}Signature") if each is not wanted]
    for other in others:
        other.getparent().remove(other)
    alone = etree.tostring(root)
    certificate = world().holder("CCCD:031190000058").certificate.parsed

    def verify(data: bytes) -> None:
        XMLVerifier().verify(data, x509_cert=certificate, id_attribute="Id", expect_references=2)

    verify(alone)
    with pytest.raises(InvalidSignature):
        verify(alone.replace(b">8.3<", b">9.3<", 1))


def test_there_is_one_signature_for_each_slot() -> None:
    made: Issued = issued()
    assert made.xml.count(b"<ds:Signature ") == SIGNATURES
