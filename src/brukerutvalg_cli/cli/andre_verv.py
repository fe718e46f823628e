"""Andre verv: what somebody who leaves a seat holds beside it – ended with it, or told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.model.avloesning import Slutt
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.sete import Sete


def vervet_til(s: Skriving, person: str, sagt: str) -> str:
    """The verv that is meant of somebody: what was said, or the one seat in the council; of several it is asked.

    Raises:
        typer.BadParameter: where nobody can be asked.
    """
    from brukerutvalg_cli.cli.svar import svar
    from brukerutvalg_cli.model.valghandling import OPPNEVNES

    held = (sete for sete in s.mappe.seter_av.get(person, ()) if sete.til is None or _varer(s, sete))
    every = list(dict.fromkeys(sete.verv for sete in held))
    seats = [verv for verv in every if verv in OPPNEVNES] or every
    implied = seats[0] if len(seats) == 1 else ""
    choices = f" ({', '.join(every)})" if every else ""
    return svar("--verv", sagt or implied, f"Hvilket verv{choices}?", s.verv)


def _varer(s: Skriving, sete: Sete) -> bool:
    from brukerutvalg_cli.model.verdier import kjent

    last = kjent(sete.til)
    return last is None or last >= s.dag


def slutter_ogsaa(s: Skriving, person: str, verv: str, til: date | Deldato, *, alle: bool) -> list[Slutt]:
    """What ends with a seat: all else the person holds where that is said, or answered on a terminal.

    What is left, is told of.
    """
    from brukerutvalg_cli.cli.svar import ja_eller_nei, kan_spoerre, svar
    from brukerutvalg_cli.handling.person import andre_verv, avslutt_termin
    from brukerutvalg_cli.model.avloesning import Slutt
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.verdier import Ukjent

    latest = til.senest if isinstance(til, Deldato) else til
    held = andre_verv(s.mappe, person, verv, latest)
    own = [sete for sete in held if sete.oppnevning]
    if own and not alle and kan_spoerre():
        question = f"{_hva(s, person, own)}. Slutter det samme dag (ja/nei)?"
        alle = svar("--alle-verv", "", question, ja_eller_nei, "ja")
        held = [] if not alle else held
    if not alle:
        si_fra_om_andre(s, person, held, til)
        return []
    begun = [(sete, isinstance(sete.fra, Ukjent) or sete.fra <= latest) for sete in own]
    ended = [Slutt(sete, til if has else None) for sete, has in begun]
    for slutt in ended:
        avslutt_termin(s.utkast, s.mappe, slutt)
    si_fra_om_andre(s, person, [sete for sete in held if not sete.oppnevning], til)
    return ended


def si_fra_om_andre(s: Skriving, person: str, held: Sequence[Sete], til: date | Deldato) -> None:
    """Tells of what somebody goes on with, and how it is ended."""
    if not held:
        return
    typer.echo(f"{_hva(s, person, held)}. Det er ikke rørt. Slutter det også, skriver du:", err=True)
    for verv in dict.fromkeys(sete.verv for sete in held):
        typer.echo(f"  brukerutvalg avslutt {s.mappe.id} {person} --verv {verv} --til {til}", err=True)


def _hva(s: Skriving, person: str, held: Sequence[Sete]) -> str:
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import omtalt, vervet

    named = dict.fromkeys(vervet(sete.verv, s.her) for sete in held)
    return f"{omtalt(person, s.her)} er også {alle_sammen(named)}"
