"""offentlig-tittel – saken har en offentlig tittel, men er ikke fortrolig, så tittelen selv blir vist.

Hvorfor
    «offentlig_tittel» vises bare i stedet for tittelen på en fortrolig sak. Uten «fortrolig: ja» kommer den
    egentlige tittelen, og alt saken sier, i innkalling og referat. Den som ga saken en offentlig tittel,
    mente trolig noe annet.

Slik retter du
    Er saken fortrolig, skriver du «fortrolig: ja». Er den ikke det, sletter du «offentlig_tittel».

Galt
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Varsel, type: annet, offentlig_tittel: En sak}]}

Riktig
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Varsel, type: annet, offentlig_tittel: En sak, fortrolig: ja}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak

KODE, NAVN = "BU314", "offentlig-tittel"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each case with a public title beside the real one, that is not confidential."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            for nr, sak in enumerate(moete.saker):
                if _glemt(sak):
                    place = moete.at("saker", nr, "offentlig_tittel", at_key=True)
                    yield _funn(f"sak {sak.navn}", sak.navn, place, mappe.id)
        for name, submitted in mappe.saker.items():
            if _glemt(submitted):
                place = submitted.at("offentlig_tittel", at_key=True)
                yield _funn(f"sak {name}", name, place, mappe.id)


def _glemt(sak: Sak | InnmeldtSak) -> bool:
    return sak.offentlig_tittel is not None and not sak.fortrolig


def _funn(what: str, emne: str, place: Place, utvalg: str) -> Finding:
    return funn(
        KODE,
        NAVN,
        f"{what} har en offentlig tittel, men er ikke fortrolig: tittelen selv blir vist",
        place,
        utvalg=utvalg,
        emne=emne,
        help="skriv «fortrolig: ja», eller slett «offentlig_tittel»",
        severity=Severity.ADVARSEL,
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
