"""Cuts the two faces for rare characters out of Noto Sans JP and HK (api/content/fonts).

Only Han characters that Noto Sans SC lacks are kept, under a new name, as the OFL asks.
Made once and committed. Needs fonttools (4.x) and the Regular files of the two families
(npm packages @expo-google-fonts/noto-sans-jp and -hk, 0.4.3):

    python make-rare-han.py NotoSansSC.ttf NotoSansJP.ttf NotoSansHK.ttf OUT_FOLDER
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = ((0x3400, 0x9FFF), (0x20000, 0x323AF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
UNUSED = ["DSIG", "GSUB", "GPOS", "vhea", "vmtx", "BASE", "STAT", "gasp"]


def is_han(code: int) -> bool:
    return any(low <= code <= high for low, high in RANGES)


def rename(font: TTFont, family: str) -> None:
    plain = family.replace(" ", "") + "-Regular"
    for name in font["name"].names:
        if name.nameID in (1, 4, 16):
            name.string = family
        elif name.nameID in (3, 6):
            name.string = plain


def cut(source: str, covered: set[int], family: str, target: Path) -> set[int]:
    font = TTFont(source)
    font.recalcTimestamp = False
    missing = {code for code in font.getBestCmap() if is_han(code)} - covered
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables += UNUSED
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=missing)
    subsetter.subset(font)
    rename(font, family)
    # A fixed day, so that the same sources give the same file.
    font["head"].created = font["head"].modified = 3_600_000_000
    font.save(target)
    print(f"{target.name}: {len(missing)} characters")
    return covered | missing


if __name__ == "__main__":
    base, jp, hk, out = sys.argv[1:]
    covered = set(TTFont(base).getBestCmap())
    covered = cut(jp, covered, "Xuzheng Rare Han JP", Path(out) / "rare-han-jp.ttf")
    cut(hk, covered, "Xuzheng Rare Han HK", Path(out) / "rare-han-hk.ttf")
