"""The record can be written and read back unchanged: within the schema's lengths, codes and characters."""

from __future__ import annotations

from collections.abc import Iterator

from hocba.kernel.problems import Problem, ProblemError
from hocba.transcript.lint.check import Check
from hocba.transcript.model import Transcript
from hocba.transcript.xml_reader import read_xml
from hocba.transcript.xml_writer import write_xml


def _find(transcript: Transcript) -> Iterator[Problem]:
    try:
        if read_xml(write_xml(transcript)) != transcript:
            yield Problem("lint.not_exact")
    except ProblemError as error:
        yield error.problem


CHECK = Check("writable", "docs/format.md: XSD of the transcript, profile 1", _find)
