"""nevnt-to-ganger – samme person eller organisasjon står to ganger i samme liste.

Hvorfor
    Den som står to ganger, kan bli talt to ganger, og ofte er det en annen som skulle stått der.

Slik retter du
    Stryk den ene, eller rett den til den som var ment.

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}, {person: kari}]}

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.avstemning import LISTENE
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import avstemninger
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Her, omtalt

KODE, NAVN = "BU313", "nevnt-to-ganger"


class Nevntliste(NamedTuple):
    """A list of names in which each should stand once, and where it is."""

    names: Any
    path: str
    route: Route
    inside: Route = ()
    """The way from an element to its name."""


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each name that a list has had before."""
    for mappe in register.mapper.values():
        for liste in _lister(mappe):
            names = kjent(liste.names) or ()
            first: dict[str, int] = {}
            for nr, name in enumerate(names):
                if name is not None and first.setdefault(name, nr) != nr:
                    yield _twice(Her(mappe, register), liste, name, nr, first[name])


def _lister(mappe: Utvalgsmappe) -> Iterator[Nevntliste]:
    utvalg = mappe.utvalg
    yield Nevntliste(utvalg.organisasjoner, utvalg.path, ("organisasjoner",))
    yield Nevntliste(utvalg.grupper, utvalg.path, ("grupper",))
    for moete in mappe.moeter:
        present = tuple(o.person for o in kjent(moete.oppmoete) or ())
        yield Nevntliste(present, moete.path, ("oppmoete",), ("person",))
        yield Nevntliste(moete.forfall, moete.path, ("forfall",))
        yield Nevntliste(moete.ikke_moett, moete.path, ("ikke_moett",))
        yield Nevntliste(moete.undertegnes_av, moete.path, ("undertegnes_av",))
        for i, sak in enumerate(moete.saker):
            if disqualified := tuple(each.person for each in kjent(sak.inhabil) or ()):
                yield Nevntliste(disqualified, moete.path, ("saker", i, "inhabil"), ("person",))
            for j, valg in enumerate(sak.valg):
                yield Nevntliste(valg.valgt, moete.path, ("saker", i, "valg", j, "valgt"))
            for route, voting in avstemninger(sak):
                for key in LISTENE:
                    if names := getattr(voting, key):
                        yield Nevntliste(names, moete.path, ("saker", i, *route, key))
    for nr, hendelse in enumerate(mappe.hendelser):
        yield Nevntliste(hendelse.deltakere, mappe.hendelse_at(nr).path, (nr, "deltakere"))


def _twice(her: Her, liste: Nevntliste, name: str, nr: int, before: int) -> Finding:
    route = (*liste.route, nr, *liste.inside)
    first = Place(liste.path, (*liste.route, before, *liste.inside))
    return funn(
        KODE,
        NAVN,
        f"{omtalt(name, her)} står to ganger under «{liste.route[-1]}»",
        Place(liste.path, route),
        utvalg=her.mappe.id,
        emne=f"{'.'.join(map(str, liste.route))} {name}",
        label="andre gang",
        help="stryk den ene, eller rett den til den som var ment",
        related=(Related(first, "første gang"),),
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
