"""Forgeries of the signed XML. Each says what it tries; none is ever valid."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode, b64encode

import pytest
from signing_kit import issued, record, world

from hocba.issuing.verdict import Word
from hocba.signing.xades.canonical import find_element

XMLNS = b' xmlns="urn:hocba:transcript:1"'
ATTACKER_MARK = (b"<CA_NAM>8.3</CA_NAM>", b"<CA_NAM>9.9</CA_NAM>")


def genuine() -> bytes:
    return issued().xml


def element(xml: bytes, identifier: str) -> bytes:
    found = find_element(xml, identifier)
    return xml[found.start : found.end]


def replace_once(xml: bytes, old: bytes, new: bytes) -> bytes:
    assert old in xml, old
    return xml.replace(old, new, 1)


def refused(xml: bytes) -> None:
    assert xml != genuine()
    verdict = world().verify(xml)
    assert verdict.word in {Word.ALTERED, Word.UNREADABLE}, verdict.problems
    assert verdict.transcript is None


def test_the_genuine_file_is_valid() -> None:
    assert world().verify(genuine()).word is Word.VALID


def test_raising_a_mark() -> None:
    refused(replace_once(genuine(), *ATTACKER_MARK))


def test_wrapping_moving_the_signed_data_aside_and_showing_other_data() -> None:
    """The signed element stays in the file, so its digest holds; a forged one takes its place."""
    data = element(genuine(), "data")
    forged = replace_once(data, *ATTACKER_MARK).replace(b'Id="data"', b'Id="data2"')
    refused(replace_once(genuine(), data, forged + data))


def test_wrapping_forged_data_under_the_same_id_before_the_signed_one() -> None:
    data = element(genuine(), "data")
    refused(replace_once(genuine(), data, replace_once(data, *ATTACKER_MARK) + data))


def test_wrapping_forged_data_under_the_same_id_after_the_signed_one() -> None:
    data = element(genuine(), "data")
    refused(replace_once(genuine(), data, data + replace_once(data, *ATTACKER_MARK)))


def test_wrapping_the_signed_subject_inside_a_signature_object() -> None:
    """The old subject hides in the seal's Object, the forged one stands in the table."""
    subject = element(genuine(), "mon-TOAN")
    forged = replace_once(genuine(), subject, replace_once(subject, *ATTACKER_MARK))
    refused(forged.replace(b"<ds:Object>", b"<ds:Object>" + subject.replace(b">", XMLNS + b">", 1), 1))


def test_wrapping_the_whole_document_in_another_root() -> None:
    declaration, root = genuine().split(b"\n", 1)
    refused(declaration + b"\n<HOC_BA" + XMLNS + b' PHIEN_BAN_MAU="1">' + root + b"</HOC_BA>")


def test_an_id_in_another_spelling_beside_the_real_one() -> None:
    refused(replace_once(genuine(), b"<TRUONG>", b'<TRUONG id="data">'))
    refused(replace_once(genuine(), b"<TRUONG>", b'<TRUONG xml:id="data">'))


def test_a_teachers_signature_in_a_colleagues_slot() -> None:
    toan, van = element(genuine(), "ky-gvbm-TOAN"), element(genuine(), "ky-gvbm-NGU_VAN")
    inner = toan[toan.index(b"<ds:") : toan.rindex(b"</GVBM>")]
    old = van[van.index(b"<ds:") : van.rindex(b"</GVBM>")]
    refused(genuine().replace(old, inner))


def test_two_slots_swapped() -> None:
    toan, van = element(genuine(), "ky-gvbm-TOAN"), element(genuine(), "ky-gvbm-NGU_VAN")
    refused(genuine().replace(toan, b"\0").replace(van, toan).replace(b"\0", van))


def test_a_subject_with_its_signature_moved_from_another_pupil() -> None:
    """The better pupil's subject is signed by the same teacher, but carries the other transcript's id."""
    other = world().sign(record(identifier="hb-ffffffffffffffff", student="Đỗ Văn Giỏi")).xml
    forged = replace_once(genuine(), element(genuine(), "mon-TOAN"), element(other, "mon-TOAN"))
    refused(replace_once(forged, element(forged, "ky-gvbm-TOAN"), element(other, "ky-gvbm-TOAN")))


def test_the_issue_part_of_another_pupil() -> None:
    other = world().sign(record(identifier="hb-ffffffffffffffff", student="Đỗ Văn Giỏi")).xml
    refused(replace_once(genuine(), element(genuine(), "phat-hanh"), element(other, "phat-hanh")))


def test_the_seal_signature_in_the_principals_slot() -> None:
    principal, seal = element(genuine(), "ky-cbql"), element(genuine(), "ky-phat-hanh")
    signature = seal[seal.index(b"<ds:") : seal.rindex(b"</KY_PHAT_HANH>")]
    refused(replace_once(genuine(), principal, b'<CBQL Id="ky-cbql">' + signature + b"</CBQL>"))


def test_a_signature_taken_away() -> None:
    refused(replace_once(genuine(), element(genuine(), "ky-gvcn"), b'<GVCN Id="ky-gvcn"></GVCN>'))


def test_a_subject_taken_away_with_its_slot() -> None:
    forged = replace_once(genuine(), element(genuine(), "mon-TOAN"), b"")
    refused(replace_once(forged, element(forged, "ky-gvbm-TOAN"), b""))


def test_two_signatures_in_one_slot() -> None:
    slot = element(genuine(), "ky-phat-hanh")
    signature = slot[slot.index(b"<ds:") : slot.rindex(b"</KY_PHAT_HANH>")]
    refused(replace_once(genuine(), signature, signature + signature))


def test_a_stray_signature_outside_all_slots() -> None:
    slot = element(genuine(), "ky-gvcn")
    signature = slot[slot.index(b"<ds:") : slot.rindex(b"</GVCN>")].replace(b"ky-gvcn-", b"them-")
    refused(replace_once(genuine(), b"</HOC_BA>", signature + b"</HOC_BA>"))


def test_a_name_in_nfd_looks_the_same_and_is_not() -> None:
    name = record().student.name
    refused(replace_once(genuine(), name.encode(), unicodedata.normalize("NFD", name).encode()))


def test_a_homoglyph_in_a_name() -> None:
    refused(replace_once(genuine(), "Nguyễn".encode(), "Nguyễn".replace("g", "\u0261").encode()))


def test_a_comment_that_splits_a_value() -> None:
    """Canonicalisation drops comments, readers of text nodes see only the part before: 8.3 becomes 8."""
    refused(replace_once(genuine(), b">8.3<", b">8<!---->.3<"))


def test_a_processing_instruction() -> None:
    refused(replace_once(genuine(), b">8.3<", b">8<?x?>.3<"))


def test_a_cdata_section() -> None:
    refused(replace_once(genuine(), b">8.3<", b"><![CDATA[8.3]]><"))


def test_a_doctype_with_an_entity() -> None:
    forged = genuine().replace(b"?>\n", b'?>\n<!DOCTYPE HOC_BA [<!ENTITY m "8.3">]>', 1)
    refused(replace_once(forged, b">8.3<", b">&m;<"))


def test_a_doctype_that_reads_a_file() -> None:
    forged = genuine().replace(b"?>\n", b'?>\n<!DOCTYPE HOC_BA [<!ENTITY m SYSTEM "file:///etc/passwd">]>', 1)
    refused(replace_once(forged, b">8.3<", b">&m;<"))


def test_a_doctype_that_makes_another_attribute_an_id() -> None:
    refused(genuine().replace(b"?>\n", b"?>\n<!DOCTYPE HOC_BA [<!ATTLIST GVBM MA_MON ID #IMPLIED>]>", 1))


def test_a_bomb_of_entities() -> None:
    bomb = b'<!DOCTYPE HOC_BA [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    refused(genuine().replace(b"?>\n", b"?>\n" + bomb, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"xmldsig-more#ecdsa-sha256", b"xmldsig-more#ecdsa-sha1"),
        (b"xmldsig-more#rsa-sha256", b"xmldsig-more#hmac-sha256"),
        (b"http://www.w3.org/2001/04/xmlenc#sha256", b"http://www.w3.org/2000/09/xmldsig#sha1"),
        (b"http://www.w3.org/2001/10/xml-exc-c14n#", b"http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
    ],
)
def test_a_weaker_or_other_algorithm(old: bytes, new: bytes) -> None:
    refused(replace_once(genuine(), old, new))


@pytest.mark.parametrize(
    "transform",
    [
        b'<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>0</ds:XPath></ds:Transform>',
        b'<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>',
        b'<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform>',
    ],
)
def test_a_transform_that_hides_content(transform: bytes) -> None:
    refused(replace_once(genuine(), b"<ds:Transforms>", b"<ds:Transforms>" + transform))


def test_a_reference_to_the_empty_or_another_element() -> None:
    refused(replace_once(genuine(), b'URI="#mon-TOAN"', b'URI=""'))
    refused(replace_once(genuine(), b'URI="#mon-TOAN"', b'URI="#mon-GDTC"'))


def test_a_further_object_in_a_signature() -> None:
    refused(replace_once(genuine(), b"</ds:Signature>", b"<ds:Object></ds:Object></ds:Signature>"))


def test_a_further_unsigned_property() -> None:
    refused(
        replace_once(
            genuine(),
            b"</xades:SignedProperties></xades:QualifyingProperties>",
            b"</xades:SignedProperties><xades:UnsignedProperties></xades:UnsignedProperties></xades:QualifyingProperties>",
        )
    )


def test_an_earlier_signing_time() -> None:
    refused(replace_once(genuine(), b"2026-05-20T02:30:00Z", b"2026-05-19T02:30:00Z"))


def test_another_certificate_in_key_info() -> None:
    """Whoever shows the signer's name from KeyInfo alone would show the wrong one."""
    stranger = b64encode(world().holder("CCCD:031190001111").certificate.der)
    first = re.search(rb"<ds:X509Certificate>([^<]*)<", genuine())
    assert first is not None
    refused(replace_once(genuine(), first[1], stranger))


def test_white_space_in_a_base64_value() -> None:
    refused(replace_once(genuine(), b"<ds:DigestValue>", b"<ds:DigestValue>\n"))


def test_base64_with_other_bits_behind_the_end() -> None:
    """The last letter before the padding carries bits that decoders ignore: another text, the same bytes."""
    value = re.search(rb"<ds:SignatureValue[^>]*>([^<]*)<", genuine())
    assert value is not None
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    text = value[1]
    letter = text.rstrip(b"=")[-1]
    at = len(text.rstrip(b"=")) - 1
    other = text[:at] + bytes([alphabet[alphabet.index(letter) + 1]]) + text[at + 1 :]
    assert b64decode(other) == b64decode(text)
    refused(replace_once(genuine(), text, other))


def test_the_time_stamp_taken_away_and_one_of_another_file_put_in() -> None:
    other = world().sign(record(identifier="hb-ffffffffffffffff")).xml
    mine, theirs = (re.search(rb"<xades:EncapsulatedTimeStamp>([^<]*)<", xml) for xml in (genuine(), other))
    assert mine is not None
    assert theirs is not None
    refused(replace_once(genuine(), mine[1], theirs[1]))


def test_the_demonstration_mark_removed() -> None:
    refused(replace_once(genuine(), b"<THU_NGHIEM>1<", b"<THU_NGHIEM>0<"))


def test_another_encoding_declared() -> None:
    refused(genuine().replace(b'encoding="UTF-8"', b'encoding="latin1"', 1))


def test_a_byte_order_mark_or_white_space_around_the_document() -> None:
    for forged in (b"\xef\xbb\xbf" + genuine(), b"\n" + genuine(), genuine() + b"\n", genuine() + b"<!-- x -->"):
        refused(forged)


def test_a_truncated_file() -> None:
    refused(genuine()[: len(genuine()) // 2])


def test_another_prefix_for_the_signature_namespace() -> None:
    refused(genuine().replace(b"ds:", b"dx:").replace(b"xmlns:ds=", b"xmlns:dx="))


def test_a_second_namespace_declaration_that_readers_may_resolve_differently() -> None:
    refused(replace_once(genuine(), b"<TRUONG>", b'<TRUONG xmlns:x="urn:x">'))


def test_the_version_of_the_form_changed_on_the_root() -> None:
    refused(replace_once(genuine(), b'PHIEN_BAN_MAU="1"', b'PHIEN_BAN_MAU="2"'))
    refused(replace_once(genuine(), b'PHIEN_BAN_MAU="1"', b'PHIEN_BAN_MAU="1" X="1"'))


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"<", b"<?xml", b"%PDF-", b"PK\x03\x04", b"\xff\xfe<\x00", b"urn:hocba:transcript:1"]
)
def test_what_is_no_transcript_at_all_is_unreadable(data: bytes) -> None:
    assert world().verify(data).word in {Word.UNREADABLE, Word.ALTERED}


def test_a_certificate_of_a_megabyte() -> None:
    first = re.search(rb"<ds:X509Certificate>([^<]*)<", genuine())
    assert first is not None
    refused(replace_once(genuine(), first[1], b64encode(bytes(1_000_000))))
