"""lagt-ut – det som er lagt ut, sier noe annet enn registeret nå.

Hvorfor
    Den som leser referatet eller sakslista på nettet, skal lese det registeret sier. Er noe rettet her etterpå, står
    det gamle der fortsatt til noen legger det ut på nytt. Hva som sto da det ble lagt ut, sier historikken i git.

Slik retter du
    Legg det ut på nytt, og før dagen med «brukerutvalg publisert … --paa-nytt»; den første dagen blir stående. Er det
    registeret som er galt, retter du det.

Galt
    moeter/2022-11-16: {innledning: Nytt, referat: {publisert: {dato: 2022-11-20, kanal: nav.no}}}
    lagt_ut: {moeter/2022-11-16: 2022-11-20}

Riktig
    moeter/2022-11-16: {innledning: Nytt, referat: {publisert: {dato: 2022-11-20, kanal: nav.no}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.segl import er_endret
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.foeringshistorie import Tekstdengang
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.segl import innhold, saklista

KODE, NAVN = "BU341", "lagt-ut"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each document that says something else than when it was made public; not minutes that must not be otherwise."""
    history = register.historie
    if history is None:
        return
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            minutes, agenda = history.lagt_ut.get(moete.path), history.sakliste.get(moete.path)
            if minutes and minutes.sum != innhold(moete) and not er_endret(register, mappe, moete):
                yield _funn(mappe, moete, "referatet", "referat", minutes)
            if agenda and agenda.sum != saklista(moete):
                yield _funn(mappe, moete, "sakslista", "sakliste", agenda)


def _funn(mappe: Utvalgsmappe, moete: Moete, what: str, key: str, then: Tekstdengang) -> Finding:
    return funn(
        KODE,
        NAVN,
        f"{what} fra {dato_i_ord(moete.dato)} sier noe annet nå enn da det ble ført {dato_i_ord(then.dag)} at "
        f"{'det' if key == 'referat' else 'den'} var lagt ut",
        moete.at(key, "publisert", "dato"),
        utvalg=mappe.id,
        emne=f"{moete.navn} {key}",
        help=f"legg ut det som gjelder, og før det: brukerutvalg publisert {mappe.id} {moete.navn} {key} --paa-nytt",
        severity=Severity.ADVARSEL,
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
