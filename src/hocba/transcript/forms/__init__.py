"""Legal forms: for each a folder with its layout and its fixed wording.

``form`` of a record names one. The layout reads ``/record.json`` (the JSON of ``view``) and attaches
``/transcript.xml``: both stand at the root of typst's own view of files, beside the folders below ``FOLDER``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hocba.kernel.problems import fail

FOLDER: Final = Path(__file__).parent
FONTS: Final = FOLDER / "fonts"

LAYOUTS: Final = {"thcs-tt22-2021": "thcs_tt22_2021/form.typ"}


def layout_of(form: str) -> str:
    """The layout of a legal form, below ``FOLDER``; raises ProblemError ``form.unknown``."""
    if form not in LAYOUTS:
        raise fail("form.unknown", "form", form)
    return LAYOUTS[form]
