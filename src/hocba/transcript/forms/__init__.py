"""Legal forms: for each a folder with its layout and its fixed wording.

``form`` of a record names one. The layout gets ``record`` (the JSON of ``view``) and ``xml`` as typst inputs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from hocba.kernel.problems import fail

FOLDER: Final = Path(__file__).parent
FONTS: Final = FOLDER / "fonts"

LAYOUTS: Final = {"thcs-tt22-2021": FOLDER / "thcs_tt22_2021" / "form.typ"}


def layout_of(form: str) -> Path:
    """The layout of a legal form; raises ProblemError ``form.unknown``."""
    if form not in LAYOUTS:
        raise fail("form.unknown", "form", form)
    return LAYOUTS[form]
