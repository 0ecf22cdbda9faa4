"""The QR code of a transcript as SVG."""

from __future__ import annotations

import io

import segno


def qr_svg(text: str) -> str:
    """One path on a transparent ground. The mask is fixed: choosing the best of eight costs five times the rest."""
    buffer = io.BytesIO()
    segno.make_qr(text, error="m", mask=2).save(buffer, kind="svg", xmldecl=False, border=2, omitsize=True)
    return buffer.getvalue().decode()
