"""Diff: a change as lines taken out and put in, for `--dry-run` – with nothing in it that is closed.

What is around a change is shown with it, and may be of another case, or a note about somebody; what is written in a
confidential case is «(fortrolig)» here too, as it is in the receipt, and what no document shows is «(vises ikke)».
Whoever wrote it knows, and a screen is read by others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from brukerutvalg_cli.cli.navneformer import Navnevern
from brukerutvalg_cli.cli.personvernvakt import navnevern
from brukerutvalg_cli.endring.utkast import Filendring
from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.personvern.private_opplysninger import sladdet, uten_kontakt
from brukerutvalg_cli.rapport.alt_lukket import Saksvern, alt_lukket, saksvern
from brukerutvalg_cli.rapport.lukket import lukket_i_begge
from brukerutvalg_cli.rapport.lukket_tekst import Lukket, vist

RUNDT = 3
"""So many lines are shown before and after each change."""


class Vistlinje(NamedTuple):
    """A line of a file, and as it may be shown."""

    staar: str
    vist: str


def diff(endringer: Sequence[Filendring], register: Register) -> str:
    """What would be written, in the form every version tool shows. A CR at the end of a line is not shown."""
    texts = [(each.path, _tekst(raw)) for each in endringer for raw in (each.foer, each.etter) if raw]
    cases, names = saksvern(register, texts), navnevern(endringer, register)
    lines = (line for each in endringer for line in _av_fila(each, cases.get(eieren(each.path)), names))
    return "".join(f"{line}\n" for line in lines)


def _av_fila(endring: Filendring, saker: Saksvern | None, navn: Navnevern) -> Iterator[str]:
    path = endring.path
    texts = _tekst(endring.foer), _tekst(endring.etter)
    in_both = lukket_i_begge(path, *texts)
    closed = [alt_lukket(path, text, each, saker) for text, each in zip(texts, in_both, strict=True)]
    before, after = (_linjer(*each, navn) for each in zip(texts, closed, strict=True))
    matcher = SequenceMatcher(None, [line.staar for line in before], [line.staar for line in after])
    groups = list(matcher.get_grouped_opcodes(RUNDT))
    if groups:
        yield f"--- {f'a/{path}' if endring.foer is not None else '/dev/null'}"
        yield f"+++ {f'b/{path}' if endring.etter is not None else '/dev/null'}"
    for group in groups:
        (_, i1, _, j1, _), (_, _, i2, _, j2) = group[0], group[-1]
        yield f"@@ -{_omfang(i1, i2)} +{_omfang(j1, j2)} @@"
        for same, fra, til, ny_fra, ny_til in ((o[0] == "equal", *o[1:]) for o in group):
            old, new = before[fra:til], after[ny_fra:ny_til]
            if same:
                yield from (f" {_vist_av_begge(*both)}" for both in zip(old, new, strict=True))
            else:
                yield from (f"-{line.vist}" for line in old)
                yield from (f"+{line.vist}" for line in new)


def _vist_av_begge(foer: Vistlinje, etter: Vistlinje) -> str:
    return foer.vist if etter.vist == etter.staar else etter.vist


def _omfang(first: int, end: int) -> str:
    """Rows of a hunk: none are told as behind the row before them."""
    length = end - first
    if length == 1:
        return str(first + 1)
    return f"{first + 1 if length else first},{length}"


def _linjer(text: str, lukkede: Sequence[Lukket], navn: Navnevern) -> Sequence[Vistlinje]:
    lines = text.removesuffix("\n").split("\n") if text else []
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [
        Vistlinje(line, navn.trygt(uten_kontakt(sladdet(vist(start, line, lukkede)))))
        for start, line in zip(starts, lines, strict=False)
    ]


def _tekst(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
