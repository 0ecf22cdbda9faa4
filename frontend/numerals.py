"""Cut tabular numerals out of Be Vietnam Pro, which has no ``tnum`` feature: every digit gets the same advance.

Run by hand when the font's version changes: ``python numerals.py``. Writes ``hocba-numerals-<weight>.woff2``
beside the other fonts. The licence (OFL 1.1, no reserved font name) allows a changed copy under another name.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCE = HERE / "node_modules/@fontsource/be-vietnam-pro/files"
TARGET = HERE.parent / "src/hocba/web/shared/static/hocba/fonts"
ADVANCE = 640
DIGITS = "0123456789"


def widen(font: TTFont, name: str) -> None:
    """Centre the glyph's ink in the common advance."""
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    left, _, right, _ = pen.bounds
    shift = round((ADVANCE - (right - left)) / 2 - left)
    glyph = font["glyf"][name]
    glyph.coordinates.translate((shift, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (ADVANCE, glyph.xMin)


def cut(weight: int) -> Path:
    font = TTFont(SOURCE / f"be-vietnam-pro-latin-{weight}-normal.woff2", recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=[], name_IDs=[0, 13, 14], hinting=False))
    subsetter.populate(text=DIGITS)
    subsetter.subset(font)
    for digit in DIGITS:
        widen(font, font.getBestCmap()[ord(digit)])
    font["name"].setName("Hocba Numerals", 1, 3, 1, 0x409)
    font.flavor = "woff2"
    target = TARGET / f"hocba-numerals-{weight}.woff2"
    font.save(target)
    return target


if __name__ == "__main__":
    for weight in (400, 600):
        cut(weight)
