"""File → verdict. No database, no network, no clock: ``at`` is handed in.

Everything that the verdict tells of the pupil is read from the very bytes whose signatures were verified.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from hocba.issuing.attachment import attached_xml
from hocba.issuing.holders import holder_problems
from hocba.issuing.slots import NAMESPACE, SEAL, policy_for, policy_of, stages_of
from hocba.issuing.verdict import SignatureLine, Verdict, Word, word_for
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.signing.certificates import common_name, fingerprint
from hocba.signing.pades.structure import Pdf, parse
from hocba.signing.trust.store import TrustStore
from hocba.signing.verify.pdf import verify_seal
from hocba.signing.verify.reading import SignatureReading
from hocba.signing.verify.trust import CLOCK_TOLERANCE, judge_trust
from hocba.signing.verify.xml import verify_slots
from hocba.signing.verify.xml_document import XmlDocument, open_document
from hocba.transcript.api import read_xml, without_signatures
from hocba.transcript.model import Transcript

MOST_SUBJECTS = 40
"""As the schema says; asked before anything is built for each of them."""
_PDF_MARK = b"%PDF-"
_SLOT_PATH = "/".join(
    f"{{{NAMESPACE}}}{name}" for name in ("DU_LIEU_HOC_BA", "DANH_SACH_THONG_TIN_KY", "DANH_SACH_GVBM", "GVBM")
)
_ROOT = f"{{{NAMESPACE}}}HOC_BA"


def verify_bytes(data: bytes, *, filename: str, trust: TrustStore, at: datetime) -> Verdict:
    """Transcript XML or sealed PDF, told apart by content. ``at``: when the question is asked (aware). Never raises."""
    try:
        return _verify(data, filename, trust, at)
    except ProblemError as error:
        return Verdict(filename, word_for([error.problem]), (error.problem,))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file provokes is a verdict, never a crash
        return Verdict(filename, Word.UNREADABLE, (Problem("verify.failed", value=type(error).__name__),))


def _verify(data: bytes, filename: str, trust: TrustStore, at: datetime) -> Verdict:
    if data.startswith(_PDF_MARK):
        return _verify_pdf(data, filename, trust, at)
    if NAMESPACE.encode() not in data[:4096]:
        raise fail("document.unknown")
    transcript, readings = read_signed(data)
    return _conclude(filename, transcript, [("xml", reading) for reading in readings], trust, at)


def _verify_pdf(data: bytes, filename: str, trust: TrustStore, at: datetime) -> Verdict:
    pdf, seal = _seal_of(data)
    attachment = attached_xml(pdf)
    transcript, readings = read_signed(attachment.data)
    if attachment.name.rpartition("/")[2] != f"hocba-{transcript.id}.xml":
        raise fail("attachment.other", value=attachment.name)
    return _conclude(filename, transcript, [*(("xml", each) for each in readings), ("pdf", seal)], trust, at)


def _seal_of(data: bytes) -> tuple[Pdf, SignatureReading]:
    """A file without a seal is a stripped transcript only if it carries a transcript's XML."""
    try:
        return verify_seal(data, slot=SEAL)
    except ProblemError as error:
        if error.problem.code == "seal.missing" and NAMESPACE.encode() not in attached_xml(parse(data)).data[:4096]:
            raise fail("document.unknown") from None
        raise


def read_signed(xml: bytes) -> tuple[Transcript, tuple[SignatureReading, ...]]:
    """The record of a completely signed XML, and its signatures, intact, in the order of signing.

    Raises ProblemError for the first thing that is not intact. Trust in the signers is not judged.
    """
    document = open_document(xml)
    subjects = _subjects(document)
    readings = verify_slots(document, policy_for(subjects))
    # every signature stands alone in its slot and has exactly our form: what is left to read is the record
    transcript = read_xml(without_signatures(xml))
    if policy_of(transcript) != policy_for(subjects):
        raise fail("slot.unknown")
    return transcript, readings


def _subjects(document: XmlDocument) -> tuple[str, ...]:
    if document.root.tag != _ROOT:
        raise fail("document.unknown")
    slots = document.root.findall(_SLOT_PATH)
    # without any, no teacher would have signed
    if not 1 <= len(slots) <= MOST_SUBJECTS:
        raise fail("slot.count", value=str(len(slots)))
    return tuple(str(slot.get("MA_MON", "")) for slot in slots)


def _conclude(
    filename: str,
    transcript: Transcript,
    readings: list[tuple[str, SignatureReading]],
    trust: TrustStore,
    at: datetime,
) -> Verdict:
    # the seal's time-stamp proves that all the signatures which the seal covers existed then
    proven = next(
        (each.stamp.time for part, each in readings if part == "xml" and each.slot == SEAL and each.stamp), None
    )
    judged = [_line(transcript, part, reading, trust, at=at, proven=proven) for part, reading in readings]
    lines = tuple(line for line, _ in judged)
    problems = [Problem("issuer.demonstration")] if transcript.demonstration else []
    problems += [problem for line in lines for problem in line.problems]
    problems += _order_problems(transcript, readings)
    problems += [Problem("timestamp.missing", SEAL)] if proven is None else []
    problems += _distinct(note for _, notes in judged for note in notes)
    return Verdict(filename, word_for(problems), tuple(problems), lines, transcript)


def _line(
    transcript: Transcript,
    part: str,
    reading: SignatureReading,
    trust: TrustStore,
    *,
    at: datetime,
    proven: datetime | None,
) -> tuple[SignatureLine, tuple[Problem, ...]]:
    """What is told of one signature, and the notes that go with it."""
    verdict = judge_trust(reading, trust, at=at, proven=proven if part == "xml" else None)
    holder = reading.certificates[0]
    line = SignatureLine(
        slot=reading.slot,
        part=part,
        signer=common_name(holder),
        certificate_sha256=fingerprint(holder),
        time=reading.stamp.time if reading.stamp else reading.claimed,
        time_source="tsa" if reading.stamp else "claimed",
        level=reading.level,
        algorithm=reading.algorithm.value,
        chain=verdict.chain,
        problems=(*holder_problems(transcript, reading.slot, holder), *verdict.problems),
    )
    return line, verdict.notes


def _order_problems(transcript: Transcript, readings: list[tuple[str, SignatureReading]]) -> list[Problem]:
    """Nobody signs before what the own signature covers was signed (``time.order``)."""
    claimed = {reading.slot: reading.claimed for part, reading in readings if part == "xml"}
    stages = [[claimed[slot] for slot in stage] for stage in stages_of(transcript)]
    stages += [[reading.claimed] for part, reading in readings if part == "pdf"]
    ordered = all(max(before) <= min(after) + CLOCK_TOLERANCE for before, after in pairwise(stages) if before and after)
    return [] if ordered else [Problem("time.order")]


def _distinct(problems: Iterable[Problem]) -> list[Problem]:
    return list({(problem.code, problem.value): problem for problem in problems}.values())
