"""Make ICM Plain from Inter: capital I with bars and l with a tail as the default letters, for printed pages.

A patient has to tell I, l and 1 apart. Inter has such letters behind the features cv08 and cv05, but the PDF writer
draws only a font's default ones. So they are made the default here; the copy gets a name of its own, as the Open Font
Licence asks of changed fonts. Run after replacing Inter in resources/fonts:
`.venv/bin/python packaging/bake_fonts.py [FOLDER]`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FAMILY = "ICM Plain"
FEATURES = ("cv05", "cv08")  # l with a tail, I with bars
WEIGHTS = ("Regular", "SemiBold", "Bold")
COPYRIGHT, LICENCE, LICENCE_ADDRESS = 0, 13, 14


def substitutes(font: TTFont) -> dict[str, str]:
    """Glyph name -> the glyph that FEATURES put in its place."""
    table = font["GSUB"].table
    wanted = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag in FEATURES
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in sorted(wanted):
        for sub in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(sub, "ExtSubTable", sub).mapping)
    return found


def rename(font: TTFont, weight: str) -> None:
    """Give the font our family name; its authors and licence stay."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in {COPYRIGHT, LICENCE, LICENCE_ADDRESS}]
    postscript = f"{FAMILY.replace(' ', '')}-{weight}"
    style = weight if weight in {"Regular", "Bold"} else "Regular"  # the old naming knows only these
    family = FAMILY if style == weight else f"{FAMILY} {weight}"
    words = {1: family, 2: style, 3: postscript, 4: f"{FAMILY} {weight}", 5: "Version 1.0", 6: postscript}
    typographic = {} if style == weight else {16: FAMILY, 17: weight}
    for name_id, text in {**words, **typographic}.items():
        names.setName(text, name_id, 3, 1, 0x409)


def bake(weight: str, folder: Path) -> Path:
    """Write ICM Plain in one weight.

    Args:
        weight: One of WEIGHTS.
        folder: Where the file goes.

    Returns:
        The file written; the same bytes for the same Inter.
    """
    font = TTFont(FONTS / f"Inter-{weight}.ttf", recalcTimestamp=False)
    instead = substitutes(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: instead.get(glyph, glyph) for code, glyph in table.cmap.items()}
    rename(font, weight)
    file = folder / f"ICMPlain-{weight}.ttf"
    font.save(file)
    return file


if __name__ == "__main__":
    for each in WEIGHTS:
        print(bake(each, Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS))
