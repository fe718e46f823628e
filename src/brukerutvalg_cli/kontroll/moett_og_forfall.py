"""moett-og-forfall – samme person står både som til stede og med forfall.

Hvorfor
    Bare én av delene kan være rett, og den avgjør hvem som fikk stemme.

Slik retter du
    Stryk personen der det er galt: under «oppmoete» eller under «forfall».

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}], forfall: [kari]}

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}], forfall: []}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Her, omtalt

KODE, NAVN = "BU303", "moett-og-forfall"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each person on both lists of a meeting."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            present = kjent(moete.oppmoete) or ()
            places = {o.person: nr for nr, o in enumerate(present) if o.person}
            absent = kjent(moete.forfall) or ()
            for nr, person in enumerate(absent):
                if person in places:
                    yield funn(
                        KODE,
                        NAVN,
                        f"{omtalt(person, Her(mappe, register))} står både som til stede og med forfall",
                        moete.at("forfall", nr),
                        utvalg=mappe.id,
                        emne=f"{moete.navn} {person}",
                        help="stryk personen under «oppmoete» eller under «forfall»",
                        related=(Related(moete.at("oppmoete", places[person]), "står som til stede her"),),
                    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
