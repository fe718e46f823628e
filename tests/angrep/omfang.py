"""How far the attackers go: a little in every run of the tests, all the way with `ANGREP=lang`.

A long run can be cut in several: `ANGREP=lang ANGREP_FRA=5000 ANGREP_TIL=10000` takes these seeds alone.
"""

from __future__ import annotations

import os

LANG = os.environ.get("ANGREP") == "lang"


def biter(kort: int, lang: int, i_hver: int) -> list[range]:
    """The seeds in pieces, one test each: so many of them in every run, or in a long one."""
    first = int(os.environ.get("ANGREP_FRA", "0"))
    last = int(os.environ.get("ANGREP_TIL", str(lang if LANG else first + kort)))
    return [range(start, min(start + i_hver, last)) for start in range(first, last, i_hver)]
