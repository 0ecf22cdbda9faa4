"""The door of the room: the record in, XML, PDF and findings out."""

from __future__ import annotations

from hocba.transcript.forms.view import SignatureNote
from hocba.transcript.lint.check import blocks
from hocba.transcript.lint.registry import lint
from hocba.transcript.pdf import render_pdf
from hocba.transcript.pdf_pool import PdfJob, render_many
from hocba.transcript.record_json import record_from_json, record_to_json
from hocba.transcript.schematron import schematron_problems
from hocba.transcript.xml_reader import read_xml, without_signatures
from hocba.transcript.xml_writer import write_xml

__all__ = [
    "PdfJob",
    "SignatureNote",
    "blocks",
    "lint",
    "read_xml",
    "record_from_json",
    "record_to_json",
    "render_many",
    "render_pdf",
    "schematron_problems",
    "without_signatures",
    "write_xml",
]
