"""saksgang – en utsatt sak og den som tar den opp, skal vise til hverandre.

Hvorfor
    Den som leser at en sak ble utsatt, skal finne igjen saken der den ble behandlet, og den som leser om
    behandlingen, skal finne det som gikk foran. Referatet sier «vedtatt som foreslått» når noen har ført
    det, og da må vedtaket være det som var foreslått.

Slik retter du
    Skriv «fra_sak» i den nye saken, eller rett «utsatt_til» i den gamle. Er det ikke forslaget som ble
    vedtatt, skriver du «forslaget: med_endringer».

Galt
    moeter/2022-05-04: {saker: [{nr: 1/22, tittel: A, type: annet, utsatt: ja, utsatt_til: 2/22}]}
    moeter/2022-11-16:
      referat: {godkjent: ukjent}
      saker: [{nr: 2/22, tittel: A, type: godkjenning, godkjenner: 2022-05-04}]

Riktig
    moeter/2022-05-04: {saker: [{nr: 1/22, tittel: A, type: annet, utsatt: ja, utsatt_til: 2/22}]}
    moeter/2022-11-16:
      referat: {godkjent: ukjent}
      saker: [{nr: 2/22, tittel: A, type: godkjenning, godkjenner: 2022-05-04, fra_sak: 1/22}]
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.traad import senere
from brukerutvalg_cli.model.verdier import UKJENT, kjent

KODE, NAVN = "BU325", "saksgang"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each case that says where it went, or what became of its proposal, otherwise than the rest of the records."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            for i, sak in enumerate(moete.saker):
                yield from _utsatt(mappe, moete, i, sak)
                yield from _forslaget(mappe, moete, i, sak)


def _utsatt(mappe: Utvalgsmappe, moete: Moete, i: int, sak: Sak) -> Iterator[Finding]:
    name = kjent(sak.utsatt_til)
    there = mappe.saken(name) if name else None
    if name is None or there is None:  # of one that is nowhere there is another finding
        return
    place = moete.at("saker", i, "utsatt_til")
    if sak.utsatt is False:
        text = f"sak {sak.navn} sier at den er utsatt til sak {name}, men ikke at den er utsatt"
        yield _funn(mappe, sak, place, text, "skriv «utsatt: ja», eller ta ut «utsatt_til»")
        return
    later, at = there
    back = later.saker[at]
    if back.fra_sak is UKJENT or any(case is back for _, case in senere(mappe.moeter, moete, sak)):
        return
    text = f"sak {sak.navn} er utsatt til sak {name}, men sak {name} viser ikke tilbake"
    related = (Related(later.at("saker", at, "nr"), "saken den er utsatt til"),)
    yield _funn(mappe, sak, place, text, f"skriv «fra_sak: {sak.navn}» i sak {name}", related)


def _forslaget(mappe: Utvalgsmappe, moete: Moete, i: int, sak: Sak) -> Iterator[Finding]:
    decided = kjent(sak.vedtak)
    if sak.forslaget != "som_foreslaatt" or not (sak.forslag and decided):
        return
    if sak.forslag.split() != decided.tekst.split():
        text = f"vedtaket i sak {sak.navn} er et annet enn forslaget, og er ført som vedtatt slik det var foreslått"
        help = "skriv «forslaget: med_endringer», eller rett vedtaket"
        yield _funn(mappe, sak, moete.at("saker", i, "forslaget"), text, help)


def _funn(
    mappe: Utvalgsmappe, sak: Sak, place: Place, text: str, help: str, related: tuple[Related, ...] = ()
) -> Finding:
    return funn(
        KODE,
        NAVN,
        text,
        place,
        utvalg=mappe.id,
        emne=sak.navn,
        help=help,
        related=related,
        severity=Severity.ADVARSEL,
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
