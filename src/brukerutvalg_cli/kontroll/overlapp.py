"""overlapp – samme person har to perioder i samme verv på samme tid.

Hvorfor
    Da telles personen to ganger, eller én av periodene er ført feil. To ulike verv samtidig er i
    orden, og det er også to perioder der den ene slutter dagen før den andre begynner.

Slik retter du
    Rett datoene under «oppnevninger», eller slett den som er ført to ganger.

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}, {verv: medlem, fra: 2023-12-31}]}

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}, {verv: medlem, fra: 2024-01-01}]}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.ord.i_ord import Her, omtalt, vervet

KODE, NAVN = "BU301", "overlapp"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each term that begins before the one before it, in the same verv, has ended."""
    for mappe in register.mapper.values():
        for person, medlem in mappe.medlemmer.items():
            for verv, terms in _by_verv(medlem).items():
                yield from _overlapping(Her(mappe, register), person, medlem, verv, terms)


def _by_verv(medlem: Medlem) -> dict[str, list[tuple[date, int, Oppnevning]]]:
    found: dict[str, list[tuple[date, int, Oppnevning]]] = defaultdict(list)
    for nr, term in enumerate(medlem.oppnevninger):
        if isinstance(term.fra, date) and term.tiltraadt is True:
            found[term.verv].append((term.fra, nr, term))
    return {verv: sorted(terms, key=lambda item: item[:2]) for verv, terms in found.items()}


def _overlapping(
    her: Her, person: str, medlem: Medlem, verv: str, terms: list[tuple[date, int, Oppnevning]]
) -> Iterator[Finding]:
    longest: tuple[date | None, int] | None = None
    for fra, nr, term in terms:
        if longest and (longest[0] is None or fra <= longest[0]):
            yield funn(
                KODE,
                NAVN,
                f"{omtalt(person, her)} er allerede {vervet(verv, her)} {dato_i_ord(fra)}, da denne perioden begynner",
                medlem.at("oppnevninger", nr, "fra"),
                utvalg=her.mappe.id,
                emne=f"{person} {verv} {fra}",
                label="begynner før den forrige er slutt",
                help="rett datoene, eller slett den perioden som er ført to ganger",
                related=(Related(medlem.at("oppnevninger", longest[1], "til"), "den forrige perioden"),),
            )
        end = term.til if isinstance(term.til, date) else None if term.til is None else fra
        if longest is None or (longest[0] is not None and (end is None or end > longest[0])):
            longest = (end, nr)


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
