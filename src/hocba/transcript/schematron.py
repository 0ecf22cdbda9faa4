"""The published Schematron, run over a transcript file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from lxml import etree, isoschematron  # type: ignore[attr-defined]  # missing from the stubs

from hocba.kernel.problems import Problem
from hocba.transcript.xml_reader import parse

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"


def schematron_problems(source: bytes) -> list[Problem]:
    """Rules that the file breaks, as ``schematron.<id of the assertion>``; raises ProblemError as ``read_xml`` does."""
    schematron = _schematron()
    if schematron.validate(parse(source)):
        return []
    report = schematron.validation_report
    return [
        Problem(f"schematron.{failed.get('id')}", str(failed.get("location", "")))
        for failed in report.iter(f"{_SVRL}failed-assert")
    ]


@cache
def _schematron() -> isoschematron.Schematron:
    source = files("hocba.transcript.schemas").joinpath("hocba-transcript-1.sch").read_bytes()
    return isoschematron.Schematron(etree.fromstring(source), store_report=True)
