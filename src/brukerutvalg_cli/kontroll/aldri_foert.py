"""aldri-foert – et regelverk spør etter en hendelse som ingen har ført.

Hvorfor
    En hendelse har det navnet mandatet gir den, og teller når den er ført med det samme ordet. Så lenge ingen har ført
    den, vet ingen om den har et annet navn hos dere, eller om den aldri har skjedd.

Slik retter du
    Før den når den skjer, med det samme ordet. Er den ikke skjedd ennå, gir du ordet et navn under «hendelser» i
    utvalg.yaml eller i records/ordliste.yaml; da er det sagt at det er ment slik.

Galt
    regel: {regel: hyppighet, hva: fagdag, minst: 1, per: kalenderaar}

Riktig
    regel: {regel: hyppighet, hva: fagdag, minst: 1, per: kalenderaar}
    hendelser: [{hva: fagdag, dato: 2022-05-11}]
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.navn_i_regelverk import bundet
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn, ingenting
from brukerutvalg_cli.mandat.navnesjekk import er_kjent, finnes, kan_vaere_ulest
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.slag import Slag

KODE, NAVN = "BU318", "aldri-foert"


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each event of somebody's own that a rule set in force asks for, once; what an unread file may hold is let be."""
    told: dict[str, tuple[Place, str]] = {}
    for name, rules in regelverk.items():
        for nevnt in rules.navn:
            event = nevnt.nevner.slag == (Slag.HENDELSE,)
            own = (
                event
                and nevnt.navn not in nevnt.nevner.ord
                and not er_kjent(Slag.HENDELSE, nevnt.navn, register)
            )
            councils = bundet(name, register, regelverk) if own and finnes(nevnt, register) else []
            if councils:
                told.setdefault(nevnt.navn, (rules.at(*nevnt.rute), councils[0]))
    if told and kan_vaere_ulest(Slag.HENDELSE, register):
        return
    for word, (place, council) in told.items():
        yield funn(
            KODE,
            NAVN,
            f"ingen har ført hendelsen «{word}»",
            place,
            emne=word,
            help=f"før den når den skjer: brukerutvalg hendelse ny {council} {word}",
            severity=Severity.RAAD,
        )


SJEKK = Sjekk(KODE, NAVN, __name__, ingenting, om_alle=om_alle)
