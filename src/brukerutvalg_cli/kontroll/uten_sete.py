"""uten-sete – noen står som deltaker uten å ha verv eller funksjon den dagen.

Hvorfor
    Den som ikke sitter i utvalget, er gjest, og da står det hva som gjest: en «rolle», som observatoer, en
    «funksjon», eller «stemmerett: nei». Det gjelder også den som har vært medlem, eller skal bli det. Ofte er det
    perioden hos personen som mangler eller har feil dato. Er en organisasjon selv valgt, kan den sende hvem den vil.

Slik retter du
    Rett perioden under «oppnevninger» hos personen, eller skriv «rolle: observatoer» (eller gjest, sekretariat) hos
    den som var der som noe annet. En gjest uten egen fil føres med «navn» i stedet for «person».

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}]}
    medlemmer/eva: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}]}

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2022-12-31}]}
    medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}]}
    medlemmer/eva: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}, {person: ola, rolle: observatoer}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.kandidat import Kandidat, kandidat
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.ord.i_ord import Her, omtalt

KODE, NAVN = "BU304", "uten-sete"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each participant with a file of their own and neither verv nor office on the meeting's day."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            present = kjent(moete.oppmoete) or ()
            for nr, oppmoete in enumerate(present):
                if oppmoete.person not in mappe.medlemmer or _er_gjest(oppmoete):
                    continue
                hvem = kandidat(mappe, register.organisasjoner, oppmoete.person, moete.dato)
                if not _uten_noe(hvem):
                    continue
                on_leave = any(s.har(moete.dato) is not False for s in mappe.seter_av.get(hvem.id, ()))
                if not (on_leave or _sent(mappe, hvem, moete.dato)):
                    yield funn(
                        KODE,
                        NAVN,
                        f"{omtalt(oppmoete.person, Her(mappe, register))} har ikke noe verv i utvalget "
                        f"{dato_i_ord(moete.dato)}",
                        moete.at("oppmoete", nr, "person"),
                        utvalg=mappe.id,
                        emne=f"{moete.navn} {oppmoete.person}",
                        help="rett perioden hos personen, eller skriv «rolle: observatoer» (eller gjest, sekretariat) "
                        "om personen var der som noe annet enn medlem",
                    )


def _er_gjest(oppmoete: Oppmoete) -> bool:
    """Whether it is said that the person came as something else than a member: a guest, somebody who looks on."""
    votes = oppmoete.stemmerett
    said = oppmoete.rolle is not None or oppmoete.funksjon is not None
    return votes is False or (said and votes is not True)


def _uten_noe(hvem: Kandidat) -> bool:
    """Whether the person is known to have neither verv nor office."""
    return all(
        not isinstance(held, Ukjent) and not any(each is not False for each in held.values())
        for held in (hvem.verv, hvem.funksjoner)
    )


def _sent(mappe: Utvalgsmappe, hvem: Kandidat, dag: date) -> bool:
    """Whether the person comes for an organisation that was itself elected, as far as is known."""
    body = hvem.representerer
    return isinstance(body, str) and any(s.dekker(dag) is not False for s in mappe.seter_av.get(body, ()))


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
