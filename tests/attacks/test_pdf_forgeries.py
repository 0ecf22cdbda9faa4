"""Forgeries of the sealed PDF. Each says what it tries; none is ever valid."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from signing_kit import HOMEROOM_IDENTITY, SEAL_IDENTITY, SIGNED, URL, codes, issued, new_world, record, world

from hocba.issuing.api import Word, render, sign_all
from hocba.issuing.draft import new_draft
from hocba.signing.algorithms import sign_digest
from hocba.signing.demo_pki.authority import KeyHolder
from hocba.signing.pades.sealer import finish_seal, prepare_seal
from hocba.transcript.pdf import render_pdf


def genuine() -> bytes:
    return issued().pdf


def unsealed() -> bytes:
    return genuine()[: genuine().index(b"%%EOF") + len(b"%%EOF")]


def refused(pdf: bytes) -> set[str]:
    assert pdf != genuine()
    verdict = world().verify(pdf)
    assert verdict.word in {Word.ALTERED, Word.UNREADABLE}, verdict.problems
    assert verdict.transcript is None
    return codes(verdict)


def seal_with(pdf: bytes, holder: KeyHolder) -> bytes:
    prepared = prepare_seal(pdf, holder.certificate, at=SIGNED)
    return finish_seal(prepared, sign_digest(holder.key, prepared.digest), timestamper=world().timestamper)


def update(pdf: bytes, number: int, body: bytes, *, root: bytes | None = None) -> bytes:
    """A well-formed incremental update that replaces one object."""
    previous = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    trailer = re.findall(rb"trailer\s*<<(.*?)>>\s*startxref", pdf, re.DOTALL)[-1]
    size = re.search(rb"/Size (\d+)", trailer)
    assert size is not None
    offset = len(pdf)
    added = b"%d 0 obj\n%b\nendobj\n" % (number, body)
    kept = root or re.search(rb"/Root \d+ 0 R", trailer)[0]  # type: ignore[index]
    table = b"xref\n%d 1\n%010d 00000 n\r\n" % (number, offset)
    tail = b"trailer\n<</Size %b%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (
        size[1],
        kept,
        previous,
        offset + len(added),
    )
    return pdf + added + table + tail


def first_page(pdf: bytes) -> tuple[int, bytes]:
    found = re.findall(rb"(\d+) 0 obj\n(<<(?:(?!endobj).)*?/Type/Page/.*?>>)\nendobj", pdf, re.DOTALL)
    return int(found[-1][0]), found[-1][1]


def test_the_genuine_file_is_valid() -> None:
    assert world().verify(genuine()).word is Word.VALID


def test_an_incremental_update_that_replaces_a_page() -> None:
    """Other programs still call the signature valid: it covers its own revision."""
    number, body = first_page(genuine())
    refused(update(genuine(), number, body))


def test_an_incremental_update_that_adds_an_object_nobody_refers_to() -> None:
    refused(update(genuine(), 9, b"<</X/Y>>"))


@pytest.mark.parametrize("tail", [b"\n", b" ", b"%%EOF\n", b"<x/>", b"\x00" * 1024])
def test_bytes_appended(tail: bytes) -> None:
    refused(genuine() + tail)


@pytest.mark.parametrize("head", [b"\n", b"%PDF-1.4\n", b"\x00"])
def test_bytes_put_in_front(head: bytes) -> None:
    refused(head + genuine())


def test_the_seal_cut_off() -> None:
    assert refused(unsealed()) == {"seal.missing"}


def test_a_byte_range_that_leaves_a_gap() -> None:
    found = re.search(rb"/ByteRange\[0 (\d{10}) (\d{10}) (\d{10})\]", genuine())
    assert found is not None
    numbers = [int(number) for number in found.groups()]
    for before, after, length in (
        (numbers[0] - 100, numbers[1], numbers[2]),
        (numbers[0], numbers[1] + 10, numbers[2] - 10),
        (numbers[0], numbers[1], numbers[2] - 5),
        (0, numbers[1], numbers[2]),
    ):
        forged = b"/ByteRange[0 %010d %010d %010d]" % (before, after, length)
        refused(genuine().replace(found[0], forged))


def test_a_byte_range_of_another_shape() -> None:
    found = re.search(rb"/ByteRange\[0 \d{10} (\d{10}) \d{10}\]", genuine())
    assert found is not None
    refused(genuine().replace(found[0], found[0].replace(b"[0 ", b"[1 ")))
    refused(genuine().replace(found[0], found[0].replace(b"]", b" 0 0]")))


def test_something_hidden_behind_the_message_inside_contents() -> None:
    """Contents is the one place that the seal does not cover: only zeros may stand behind the message."""
    hole = genuine().index(b"/Contents<", genuine().rindex(b"/ByteRange["))
    end = genuine().index(b">", hole + 10)
    refused(genuine()[: end - 8] + b"deadbeef" + genuine()[end:])


def test_upper_case_digits_in_contents() -> None:
    hole = genuine().index(b"/Contents<", genuine().rindex(b"/ByteRange[")) + len(b"/Contents<")
    refused(genuine()[:hole] + genuine()[hole : hole + 400].upper() + genuine()[hole + 400 :])


def test_the_seal_of_another_transcript() -> None:
    other = world().issue(record(identifier="hb-ffffffffffffffff")).pdf
    mine = genuine().rindex(b"/Contents<")
    theirs = other.rindex(b"/Contents<")
    size = genuine().index(b">", mine) - mine
    refused(genuine()[:mine] + other[theirs : theirs + size] + genuine()[mine + size :])


def test_another_xml_attached_under_a_new_seal_by_a_teacher() -> None:
    """Who may sign a document is not therefore the school."""
    pdf = seal_with(unsealed(), world().holder(HOMEROOM_IDENTITY))
    verdict = world().verify(pdf)
    assert verdict.word is Word.ALTERED
    assert "signer.kind" in codes(verdict)


def test_the_seal_of_another_school() -> None:
    verdict = world().verify(seal_with(unsealed(), world().holder("MST:0299999999")))
    assert verdict.word is Word.ALTERED
    assert "signer.wrong" in codes(verdict)


def test_a_seal_made_by_an_authority_of_ones_own() -> None:
    verdict = world().verify(seal_with(unsealed(), new_world().holder(SEAL_IDENTITY)))
    assert verdict.word is Word.UNKNOWN_ISSUER


def test_the_xml_of_another_pupil_attached() -> None:
    """Even the school's own seal does not make a PDF of one pupil carry the XML of another."""
    other = world().sign(record(identifier="hb-ffffffffffffffff", student="Đỗ Văn Giỏi")).xml
    pdf = render_pdf(record(), xml=other, signatures=(), verify_url=URL)
    assert refused(seal_with(pdf, world().holder(SEAL_IDENTITY))) == {"attachment.other"}


def test_an_xml_attached_that_was_not_completely_signed() -> None:
    pdf = render_pdf(record(), xml=new_draft(record()).xml, signatures=(), verify_url=URL)
    assert "signature.missing" in refused(seal_with(pdf, world().holder(SEAL_IDENTITY)))


def test_an_xml_attached_that_was_altered() -> None:
    forged = issued().xml.replace(b"<CA_NAM>8.3<", b"<CA_NAM>9.9<")
    pdf = render_pdf(record(), xml=forged, signatures=(), verify_url=URL)
    refused(seal_with(pdf, world().holder(SEAL_IDENTITY)))


def test_a_signature_by_another_library_over_the_same_file_is_not_our_seal() -> None:
    import warnings

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        writer = IncrementalPdfFileWriter(BytesIO(genuine()))
        fields.append_signature_field(writer, fields.SigFieldSpec("Other"))
        out = BytesIO()
        writer.write(out)
    refused(out.getvalue())


def test_a_truncated_file() -> None:
    for part in (0.1, 0.5, 0.9, 0.999):
        refused(genuine()[: int(len(genuine()) * part)])


def test_an_endless_chain_of_revisions() -> None:
    start = re.findall(rb"startxref\s+(\d+)", genuine())[-1]
    refused(genuine().replace(b"/Prev ", b"/Prev " + start + b"%", 1))


def test_render_and_seal_after_an_honest_signature_is_genuine() -> None:
    draft = sign_all(new_draft(record()), world().signers(record()), at=SIGNED, timestamper=world().timestamper)
    assert world().verify(seal_with(render(draft, verify_url=URL), world().holder(SEAL_IDENTITY))).word is Word.VALID
