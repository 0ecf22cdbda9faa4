"""No single changed bit leaves a transcript valid: every bit of a small XML, a sample of bigger files."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import pytest
from signing_kit import ASKED, SIGNED, World, issued, new_world, record, world

from hocba.issuing.api import new_draft, sign_all
from hocba.issuing.verdict import Word
from hocba.issuing.verify import verify_bytes
from hocba.signing.certificates import SigningCertificate
from hocba.signing.trust.store import TrustStore

PARTS = 8
SAMPLES = 400


@cache
def home() -> World:
    """All keys P-256: short files."""
    return new_world()


@cache
def small() -> bytes:
    """Two subjects, all five signatures, the seal's time-stamp; the issuing authority is left out."""
    transcript = record(("TOAN", "GDTC"))
    signers = {
        slot: replace(signer, certificate=SigningCertificate(signer.certificate.der))
        for slot, signer in home().signers(transcript).items()
    }
    return sign_all(new_draft(transcript), signers, at=SIGNED, timestamper=home().timestamper).xml


@cache
def trust() -> TrustStore:
    return home().trust()


def survivors(data: bytes, flips: Iterable[tuple[int, int]], known: TrustStore) -> list[tuple[int, int]]:
    """Positions and bits whose change still gives a valid verdict."""
    changed = bytearray(data)
    found = []
    for position, bit in flips:
        changed[position] ^= 1 << bit
        verdict = verify_bytes(bytes(changed), filename="x", trust=known, at=ASKED)
        if verdict.word in {Word.VALID, Word.LEGACY, Word.UNKNOWN_ISSUER}:
            found.append((position, bit))
        changed[position] ^= 1 << bit
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_every_bit_of_a_small_xml_matters(part: int) -> None:
    data = small()
    assert home().verify(data).word is Word.VALID
    size = len(data) // PARTS + 1
    positions = range(part * size, min((part + 1) * size, len(data)))
    assert survivors(data, ((position, bit) for position in positions for bit in range(8)), trust()) == []


def test_sampled_bits_of_a_complete_xml_matter() -> None:
    data = issued().xml
    assert survivors(data, _sample(data), world().trust()) == []


def test_sampled_bits_of_a_sealed_pdf_matter() -> None:
    data = issued().pdf
    assert survivors(data, _sample(data), world().trust()) == []


def test_every_bit_of_the_seal_dictionary_and_what_follows_matters() -> None:
    """The only place that the seal itself does not cover is its own value."""
    data = issued().pdf
    start = data.rindex(b"/ByteRange[")
    value = data.index(b"/Contents<", start)
    chosen = [*range(start, value + 600), *range(data.index(b">", value) - 40, len(data))]
    assert (
        survivors(data, ((position, random.Random(position).randrange(8)) for position in chosen), world().trust())
        == []
    )


def test_bits_inside_the_seal_value_matter() -> None:
    data = issued().pdf
    value = data.index(b"/Contents<", data.rindex(b"/ByteRange["))
    flips = random.Random(7)
    places = ((value + 10 + flips.randrange(13000), flips.randrange(8)) for _ in range(SAMPLES))
    assert survivors(data, places, world().trust()) == []


def _sample(data: bytes) -> Iterator[tuple[int, int]]:
    chance = random.Random(20260520)
    return ((chance.randrange(len(data)), chance.randrange(8)) for _ in range(SAMPLES))
