"""segl – referatet er endret etter at det ble godkjent.

Hvorfor
    Det utvalget godkjente, er det som gjelder. Da det ble godkjent, ble det ført kontrollsummer av alt
    referatet sier: saker, oppmøte, vedlegg, navn og mal. Stemmer en av dem ikke, sier referatet noe annet nå.

Slik retter du
    Sett tilbake det som sto. Har noen skiftet navn, fører du det gamle under «tidligere_navn», med siste dag.
    En feil som er rettet, føres med «brukerutvalg godkjenn … --rettet HVA», og det rettede kan godkjennes på nytt
    i et senere møte. Er det bare noe du vil føye til, fører du det under «etter_moetet» i saken.

Galt
    moeter/2022-09-22:
      referat: {godkjent: {moete: 2022-11-16, sak: 1/22, segl: 0123456789abcdef}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}

Riktig
    moeter/2022-09-22:
      referat: {godkjent: {moete: 2022-11-16, sak: 1/22, segl: 7b52e1141b3467e0}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.eldre_segl import eldre_segl
from brukerutvalg_cli.model.forseglet import Segl
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Godkjent, Moete, Referat
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.segl import brutt, foerste_segl, segl
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.ord.i_ord import alle_sammen

KODE, NAVN = "BU311", "segl"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each meeting whose approved minutes say something else than they did."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            approved = kjent(moete.referat.godkjent) if isinstance(moete.referat, Referat) else None
            if approved is None or not (other := _annet(register, mappe, moete, approved)):
                continue
            key, parts = other
            what = f": {alle_sammen(parts)}" if parts else ""
            yield funn(
                KODE,
                NAVN,
                f"referatet fra {dato_i_ord(moete.dato)} er endret etter at det ble godkjent{what}",
                moete.at("referat", "godkjent", key),
                utvalg=mappe.id,
                emne=moete.navn,
                help="sett tilbake det som sto, eller legg det fram på nytt og kjør «brukerutvalg godkjenn»; en feil "
                f"som er rettet, fører du slik: brukerutvalg godkjenn {mappe.id} {moete.navn} --rettet HVA",
            )


def _annet(
    register: Register, mappe: Utvalgsmappe, moete: Moete, approved: Godkjent
) -> tuple[str, list[str]] | None:
    """The key of the seal that is broken, and the parts that differ, as far as it tells."""
    seals = [each for each in (approved.forseglet, _rettet(moete, approved)) if each]
    if not seals:
        broken = approved.segl is not None and approved.segl != eldre_segl(moete)
        return ("segl", []) if broken else None
    now = segl(register, mappe, moete)
    if now in seals:
        return None
    before = foerste_segl(register, mappe, moete)
    differs = min((brutt(each, seals[-1]) for each in (now, before)), key=len)
    return None if before in seals else ("forseglet", differs)


def _rettet(moete: Moete, approved: Godkjent) -> Segl | None:
    """The seal of the last correction since the minutes were approved."""
    became, day = kjent(moete.referat), kjent(approved.dag)
    since = [
        each.forseglet
        for each in (became.rettelser if became else ())
        if day is None or isinstance(each.dato, Ukjent) or each.dato >= day
    ]
    return since[-1] if since else None


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
