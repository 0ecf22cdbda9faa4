"""The record as PDF/A-3b by typst, with the signed XML inside.

Never ``fork`` after importing this module: typst's threads do not survive it. Spawn, or use threads.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import cache

import typst

from hocba.transcript.forms import FOLDER, FONTS, layout_of
from hocba.transcript.forms.view import SignatureNote, view
from hocba.transcript.model import Transcript
from hocba.transcript.qr import qr_svg

_STANDARD: list[typst.PDFStandard] = ["a-3b"]
_own = threading.local()


def render_pdf(
    transcript: Transcript, *, xml: bytes, signatures: Sequence[SignatureNote] = (), verify_url: str = ""
) -> bytes:
    """The form named by the record, tagged PDF/A-3b, with ``xml`` attached as ``hocba-<id>.xml``.

    The same arguments give the same bytes: the file is dated by ``issued_on``. ``verify_url`` empty: no QR.
    Raises ProblemError ``form.unknown``.
    """
    layout = layout_of(transcript.form)
    data = view(transcript, signatures, verify_url=verify_url, qr=qr_svg(verify_url) if verify_url else None)
    issued = datetime.combine(transcript.issued_on, time(), UTC)
    # files beside the layout, not typst's inputs: what does not read them stays laid out for the next record.
    # Their names stay the same, for typst keeps every file whose name it has ever seen
    pdf = _compiler().compile(
        {  # type: ignore[type-var]  # typst's stub forgets dictionaries
            "main.typ": f'#include "/{layout}"'.encode(),
            "record.json": json.dumps(data, ensure_ascii=False).encode(),
            "transcript.xml": xml,
        },
        format="pdf",
        pdf_standards=_STANDARD,
        timestamp=int(issued.timestamp()),
    )
    if not isinstance(pdf, bytes):  # several pages of images, which a PDF never is
        raise TypeError(type(pdf).__name__)
    return pdf


def _compiler() -> typst.Compiler:
    """One for each thread: a compiler holds its inputs while it works."""
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(root=str(FOLDER), font_paths=_fonts(), ignore_system_fonts=True)
    compiler: typst.Compiler = _own.compiler
    return compiler


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
