"""Antall: how many meetings a year can have, shared between its halves, and why no number will do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from brukerutvalg_cli.handling.moeteplan.aaret import VANLIG, Moetetall
from brukerutvalg_cli.handling.moeteplan.krav import Vinduskrav
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.oppramsing import alle_sammen

FLEST = 24
"""More meetings than this are not looked for: the months that have meetings have no room for them."""


def mulige_tall(mappe: Utvalgsmappe, claims: Sequence[Vinduskrav], aar: int) -> list[int]:
    """How many meetings to try: as last year, or as few as the mandate allows; then what is nearest."""
    last_year = sum(m.dato.year == aar - 1 and m.status != "avlyst" for m in mappe.moeter)
    stated = any(claim.regel.gulv for claim in claims)
    usual = last_year if last_year > 1 else 0 if stated else VANLIG
    return sorted(range(FLEST + 1), key=lambda n: (abs(n - usual), -n))


def delt(number: int, fixed: Collection[date]) -> Iterator[Moetetall]:
    """So many meetings on the two halves: as evenly as can be, one more in autumn where they are odd."""
    spring = sum(day.month <= 6 for day in fixed)
    for first in sorted(range(number + 1), key=lambda n: abs(n - number / 2)):
        if first >= spring and number - first >= len(fixed) - spring:
            yield Moetetall(first, number - first)


def mulig(claims: Iterable[Vinduskrav], split: Moetetall, aar: int) -> bool:
    """Whether no provision rules out so many in each half."""
    return all(claim.kan_holdes(split, aar) for claim in claims)


def hvorfor_ikke(claims: Sequence[Vinduskrav], numbers: Sequence[int], aar: int, said: int | None) -> str:
    """The provisions that together leave no number: each that is not needed for that is left out."""
    left = _noedvendige(claims, [split for n in numbers for split in delt(n, ())], aar)
    which = alle_sammen(map(str, left))
    if said is None:
        return f"mandatet motsier seg selv: det vil ha {which}. Velg dagene selv med --dager"
    if not left:
        return f"det er alt ført flere enn {moeter_i_ord(said)} i {aar}"
    return f"mandatet tillater ikke {moeter_i_ord(said)} i {aar}: det vil ha {which}"


def _noedvendige(claims: Sequence[Vinduskrav], splits: Sequence[Moetetall], aar: int) -> list[Vinduskrav]:
    """The claims without which one of these would be possible; all of them, where one is possible as it is.

    Each is asked once about each way, so that it does not matter how many there are.
    """
    against = [[split for split in splits if not claim.kan_holdes(split, aar)] for claim in claims]
    stopped = Counter(split for ruled_out in against for split in ruled_out)
    if len(stopped) < len(set(splits)):
        return list(claims)
    left = []
    for claim, ruled_out in zip(claims, against, strict=True):
        if all(stopped[split] > 1 for split in ruled_out):
            stopped.subtract(ruled_out)
        else:
            left.append(claim)
    return left


def moeter_i_ord(number: int) -> str:
    """So many meetings, in words."""
    return f"{number} {'møte' if number == 1 else 'møter'}"
