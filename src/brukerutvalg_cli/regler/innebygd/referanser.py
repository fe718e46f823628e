"""ukjent-referanse – noe som er nevnt, finnes ikke: en person, en organisasjon, et utvalg, en sak, et regelverk.

Hvorfor
    En skrivefeil i en id gjør at opplysningen hører til ingen. Da telles ingen, og ingen varsles.

Slik retter du
    Rett id-en, eller lag det den viser til. En gjest uten egen fil føres med «navn» i stedet for
    «person».

Galt
    medlemmer/kari-nordmann: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari-nordman}]}

Riktig
    medlemmer/kari-nordmann: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari-nordmann}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.regler.innebygd.henvisninger import (
    Henvisning,
    henvisninger,
    i_organisasjoner,
    i_regelverk,
)
from brukerutvalg_cli.regler.innebygd.kjent import Slag, kjente
from brukerutvalg_cli.regler.innebygd.sjekk import Regelverkene, Sjekk, funn

KODE, NAVN = "BU201", "ukjent-referanse"

MAX_RELATED = 3
"""So many other places are shown: enough to see that it is no slip of the hand."""

_I_ORD = {
    Slag.PERSON: "personen",
    Slag.ORGANISASJON: "organisasjonen",
    Slag.UTVALG: "utvalget",
    Slag.SAK: "saken",
    Slag.MOETE: "møtet",
    Slag.REGELVERK: "regelverket",
    Slag.BESTEMMELSE: "bestemmelsen",
    Slag.VERV: "vervet",
    Slag.SIDE: "siden",
}


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each name that stands for nothing on record. What an unread file may hold is not called unknown."""
    organisations = frozenset(register.organisasjoner)
    for reference in i_organisasjoner(register):
        if reference.navn not in organisations:
            yield _unknown(reference, sorted(organisations), "")
    declared = {
        Slag.VERV: frozenset(STANDARD_VERV).union(*(m.utvalg.verv for m in register.mapper.values())),
        Slag.SIDE: frozenset(STANDARD_SIDER).union(*(m.utvalg.sider for m in register.mapper.values())),
    }
    for reference in i_regelverk(regelverk):
        names = declared[reference.slag[0]]
        if reference.navn not in names:
            yield _unknown(reference, sorted(names), "")
    for mappe in register.mapper.values():
        known = kjente(mappe, register, regelverk)
        missing: dict[tuple[str, Slag], list[Henvisning]] = {}
        nearby: dict[tuple[str, Slag], list[str]] = {}
        for reference in henvisninger(mappe):
            groups = [known[slag] for slag in reference.slag]
            if any(names is None or reference.navn in names for names in groups):
                continue
            near = sorted(name for names in groups if names for name in names)
            if not reference.fritekst or (_is_id(reference.navn) and _meant(reference.navn, near)):
                missing.setdefault((reference.navn, reference.slag[0]), []).append(reference)
                nearby[reference.navn, reference.slag[0]] = near
        for key, places in missing.items():
            yield _unknown(places[0], nearby[key], mappe.id, places[1:])


def _is_id(name: str) -> bool:
    """Whether a text looks like an id: what may also be free text is then read as a misspelt one."""
    return name.isascii() and name == name.lower() and "-" in name and " " not in name


def _meant(name: str, near: list[str]) -> str | None:
    from brukerutvalg_cli.forslag import forslag  # late: only for what is wrong

    return forslag(name, near)


def _unknown(
    reference: Henvisning, near: list[str], utvalg: str, others: Sequence[Henvisning] = ()
) -> Finding:
    """What is named in many places and is nowhere, is one thing to mend: shown where it is first named."""
    meant = _meant(reference.navn, near)
    what = _I_ORD[reference.slag[0]]
    times = f", men er nevnt {len(others) + 1} steder" if others else ""
    return funn(
        KODE,
        NAVN,
        f"{what} «{reference.navn}» finnes ikke{times}" + (f"; mente du «{meant}»?" if meant else ""),
        reference.place,
        utvalg=utvalg,
        emne=f"{'.'.join(map(str, reference.place.route))} {reference.navn}",
        help=f"skriv «{meant}» i stedet" if meant else f"rett id-en, eller lag {what} først",
        related=tuple(Related(other.place, "nevnt her") for other in others[:MAX_RELATED]),
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
