#!/usr/bin/env python3
"""Writes Sources/ArchiveDomain/Search/PinyinTable.swift from Debian's unicode-data.

    make_pinyin.py [Unihan_Readings.txt.bz2] > Sources/ArchiveDomain/Search/PinyinTable.swift

The first letter of each Hanzi's usual reading (kMandarin) for U+4E00...U+9FFF, and for those
that are also read with another first letter the letters of the other readings: from
kTGHZ2013, else kXHC1983, else kHanyuPinlu. Unihan is under the Unicode licence.
"""
import bz2
import re
import sys
import unicodedata

FIRST, LAST = 0x4E00, 0x9FFF
SOURCES = ("kTGHZ2013", "kXHC1983", "kHanyuPinlu")


def initial(reading):
    letter = unicodedata.normalize("NFD", reading)[0].lower()
    return letter if "a" <= letter <= "z" else ""


def readings(field, value):
    if field == "kHanyuPinlu":
        return [re.sub(r"\(.*", "", word) for word in value.split()]
    return [r for word in value.split() for r in word.split(":")[-1].split(",")]


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/Unihan_Readings.txt.bz2"
    usual, other = {}, {}
    for line in bz2.open(path, "rt", encoding="utf-8"):
        if not line.startswith("U+"):
            continue
        code, field, value = line.rstrip("\n").split("\t")
        code = int(code[2:], 16)
        if not FIRST <= code <= LAST:
            continue
        if field == "kMandarin":
            usual[code] = initial(value.split()[0])
        elif field in SOURCES:
            other.setdefault(code, {})[field] = [initial(r) for r in readings(field, value)]
    letters = "".join(usual.get(code, "") or "." for code in range(FIRST, LAST + 1))
    alternates = []
    for code, fields in sorted(other.items()):
        source = next(fields[name] for name in SOURCES if name in fields)
        more = sorted({letter for letter in source if letter} - {usual.get(code, "")})
        if more:
            alternates.append(chr(code) + "".join(more))
    print("// Made by Tests/Tools/make_pinyin.py from Unihan_Readings.txt (Unicode licence). Do not edit.")
    print("// Long: it is a table.")
    print()
    print("/// First letters of the readings of Hanzi.")
    print("enum PinyinTable {")
    print("  /// One letter a Hanzi from U+4E00 on, `.` where no reading is known.")
    print('  static let usual: StaticString = """')
    for at in range(0, len(letters), 92):
        end = "" if at + 92 >= len(letters) else "\\"
        print("    " + letters[at : at + 92] + end)
    print('    """')
    print()
    print("  /// Hanzi with other first letters, each followed by these.")
    print('  static let others: StaticString = """')
    width, row, rows = 0, "", []
    for word in alternates:
        if width + len(word) + 1 > 88:
            rows.append(row)
            width, row = 0, ""
        row += word
        width += len(word) + 1
    rows.append(row)
    print("\\\n".join("    " + row for row in rows))
    print('    """')
    print("}")


if __name__ == "__main__":
    main()
