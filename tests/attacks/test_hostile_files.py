"""Files made to keep the verifier busy or to fill its memory: the answer comes soon, and nothing of them is kept."""

from __future__ import annotations

import time
import tracemalloc
from dataclasses import replace

import pytest
from signing_kit import codes, new_world, record, sign_without_asking, world

from hocba.issuing.api import Word
from hocba.issuing.slots import SEAL
from hocba.signing.trust import store
from hocba.transcript.vocabulary import DECLARATION, NAMESPACE

SOON = 3.0
"""Seconds. Each of these files took many times as long when time grew with the square of the size."""


def xml(attributes: str, content: str) -> bytes:
    return f'{DECLARATION}<HOC_BA xmlns="{NAMESPACE}"{attributes}>{content}</HOC_BA>'.encode()


def refused_soon(data: bytes) -> set[str]:
    started = time.perf_counter()
    verdict = world().verify(data)
    assert time.perf_counter() - started < SOON
    assert verdict.word in {Word.ALTERED, Word.UNREADABLE}
    assert verdict.transcript is None
    return codes(verdict)


def test_many_ids_of_which_the_last_stands_twice() -> None:
    ids = [*range(60_000), 59_999]
    assert refused_soon(xml("", "".join(f'<a Id="{each}"></a>' for each in ids))) == {"xml.id_duplicate"}


def test_an_element_with_very_many_attributes() -> None:
    attributes = "".join(f' a{each:07d}="1"' for each in range(60_000))
    assert refused_soon(xml(attributes, "")) == {"xml.attributes"}


def test_very_many_namespaces() -> None:
    refused_soon(xml("", "".join(f'<a{n}:x xmlns:a{n}="urn:u{n}"></a{n}:x>' for n in range(60_000))))


@pytest.mark.parametrize("count", [0, 41, 50_000])
def test_a_number_of_slots_that_no_record_has(count: int) -> None:
    slots = "".join(f'<GVBM MA_MON="A{each}"></GVBM>' for each in range(count))
    lists = f"<DANH_SACH_THONG_TIN_KY><DANH_SACH_GVBM>{slots}</DANH_SACH_GVBM></DANH_SACH_THONG_TIN_KY>"
    assert refused_soon(xml("", f"<DU_LIEU_HOC_BA>{lists}</DU_LIEU_HOC_BA>")) == {"slot.count"}


def test_a_record_without_subjects_that_no_teacher_needs_to_sign() -> None:
    """All who sign the rest conspire or were deceived: still nobody has vouched for a single mark."""
    empty = record(())
    assert refused_soon(sign_without_asking(empty, world().signers(empty))) == {"slot.count"}


def test_deep_nesting() -> None:
    assert refused_soon(xml("", "<a>" * 250_000 + "</a>" * 250_000)) == {"xml.malformed"}


def test_more_certificates_in_a_signature_than_any_path_needs() -> None:
    seal = world().signer("MST:0201234567")
    crowd = tuple(world().pki.issue(identity=f"CCCD:03119000{n:04d}", name="Đông").certificate.der for n in range(8))
    many = replace(seal, certificate=replace(seal.certificate, issuers=(*seal.certificate.issuers, *crowd)))
    verdict = world().verify(sign_without_asking(record(), world().signers(record()) | {SEAL: many}))
    assert codes(verdict) == {"signature.certificate"}


def test_chains_of_strangers_do_not_pile_up_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_PATHS", 10)
    trust = world().trust()
    for _ in range(4):
        impostor = new_world()
        file = sign_without_asking(record(), impostor.signers(record()), timestamper=impostor.timestamper)
        assert world().verify(file, trust=trust).word is Word.UNKNOWN_ISSUER
    assert len(trust._paths) <= 10


def pdf(table: str, previous: int) -> bytes:
    head = "%PDF-1.7\n"
    trailer = f"trailer\n<</Size 2/Root 1 0 R/Prev {previous}>>\n"
    return f"{head}xref\n{table}{trailer}startxref\n{len(head)}\n%%EOF\n".encode()


def test_a_pdf_table_of_very_many_empty_sections() -> None:
    """Ten megabytes of them, read again for each revision, took gigabytes."""
    tracemalloc.start()
    try:
        assert refused_soon(pdf("0 0\n" * 500_000, previous=9)) == {"pdf.structure"}
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_pdf_revision_that_names_itself_as_the_one_before() -> None:
    assert refused_soon(pdf("1 1\n0000000009 00000 n\r\n", previous=9)) == {"pdf.structure"}


def test_a_pdf_of_openings_without_an_end() -> None:
    refused_soon(b"%PDF-1.7\nxref\ntrailer\n<<" + b">> " * 1_000_000 + b"\nstartxref\n9\n%%EOF\n")
