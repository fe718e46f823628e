"""segl – referatet er endret etter at det ble godkjent.

Hvorfor
    Det utvalget godkjente, er det som gjelder. Da det ble godkjent, ble det ført kontrollsummer av alt
    referatet sier: saker, oppmøte, vedlegg, navn og mal. Stemmer en av dem ikke, sier referatet noe annet nå.
    Holdes registeret opp mot historikken i git («valider --historikk»), blir et referat uten kontrollsummer funnet
    også, og kontrollsummer som er skrevet om etterpå.

Slik retter du
    Sett tilbake det som sto. Har noen skiftet navn, fører du først det gamle under «tidligere_navn», med siste dag
    («brukerutvalg legg-til … tidligere_navn …»), og en organisasjon får med kortformen den hadde.
    En feil rettes først i registeret (kommandoen trenger «--likevel»), og så fører du at den er rettet, med
    «brukerutvalg godkjenn … --rettet HVA». Det rettede kan godkjennes på nytt i et senere møte. Er det bare noe du
    vil føye til, fører du det under «etter_moetet» i saken.

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

from collections.abc import Iterator, Sequence

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.eldre_segl import eldre_segl
from brukerutvalg_cli.model.forseglet import Segl
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.segl import I_ORD, brutt, foerste_segl, innhold, segl
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.oppramsing import alle_sammen

KODE, NAVN = "BU311", "segl"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each meeting whose approved minutes say something else than they did."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            if not (other := _funnet(register, mappe, moete)):
                continue
            key, parts = other
            what = f": {alle_sammen(parts)}" if parts else ""
            yield funn(
                KODE,
                NAVN,
                f"referatet fra {dato_i_ord(moete.dato)} er endret etter at det ble godkjent{what}",
                moete.at("referat", "godkjent", *key),
                utvalg=mappe.id,
                emne=moete.navn,
                help=_retting(mappe, moete, parts),
            )


_SKIFTET = {
    "personnavn": ("en person", "PERSON navn NAVN"),
    "organisasjonsnavn": ("en organisasjon", "ORGANISASJON navn NAVN forkortelse KORTFORM"),
    "utvalgsnavn": ("utvalget", "{utvalg} navn NAVN"),
}
"""Who may have got another name, and what is said of the one they had."""


def _retting(mappe: Utvalgsmappe, moete: Moete, parts: Sequence[str]) -> str:
    return (
        f"{_gamle_navn(mappe, parts)}sett tilbake det som sto, eller legg det fram på nytt og kjør «brukerutvalg "
        "godkjenn»; en feil rettes først i registeret, med --likevel, og så fører du at den er rettet: "
        f"brukerutvalg godkjenn {mappe.id} {moete.navn} --rettet HVA"
    )


def _gamle_navn(mappe: Utvalgsmappe, parts: Sequence[str]) -> str:
    """What comes first where it is a name that is not what it was: the minutes go on saying the one that was so."""
    said = [
        f"har {who} skiftet navn, fører du først det gamle, med siste dag det var i bruk: "
        f"«brukerutvalg legg-til {mappe.id} tidligere_navn {fields.format(utvalg=mappe.id)} til DATO»; "
        for part, (who, fields) in _SKIFTET.items()
        if I_ORD[part] in parts
    ]
    return "".join(said)


def er_endret(register: Register, mappe: Utvalgsmappe, moete: Moete) -> bool:
    """Whether minutes that were approved say something else now."""
    return _funnet(register, mappe, moete) is not None


def er_rettet(register: Register, mappe: Utvalgsmappe, moete: Moete) -> bool:
    """Whether minutes say something else than when they were last approved or put right, as far as their seals tell."""
    approved = kjent(moete.referat.godkjent) if isinstance(moete.referat, Referat) else None
    seals = _seglene(moete, approved) if approved else []
    return not seals or not _er(seals[-1:], register, mappe, moete)


def _funnet(
    register: Register, mappe: Utvalgsmappe, moete: Moete
) -> tuple[tuple[str, ...], list[str]] | None:
    """The key of what tells of it, and the parts that differ, as far as it tells: the seal, else the history."""
    approved = kjent(moete.referat.godkjent) if isinstance(moete.referat, Referat) else None
    if approved is None:
        return None
    return _annet(register, mappe, moete, approved) or _siden(register, moete, approved)


def _annet(
    register: Register, mappe: Utvalgsmappe, moete: Moete, approved: Godkjent
) -> tuple[tuple[str, ...], list[str]] | None:
    seals = _seglene(moete, approved)
    if not seals:
        broken = approved.segl is not None and approved.segl != eldre_segl(moete)
        return (("segl",), []) if broken else None
    if _er(seals, register, mappe, moete):
        return None
    ways = (segl(register, mappe, moete), foerste_segl(register, mappe, moete))
    return ("forseglet",), min((brutt(each, seals[-1]) for each in ways), key=len)


def _seglene(moete: Moete, approved: Godkjent) -> list[Segl]:
    """The seals that the minutes may have, the last one last."""
    return [each for each in (approved.forseglet, _rettet(moete, approved)) if each]


def _er(seglene: Sequence[Segl], register: Register, mappe: Utvalgsmappe, moete: Moete) -> bool:
    """Whether the minutes have one of these seals, by any way that seals have been made."""
    return any(
        make(register, mappe, moete, som_skrevet=way) in seglene
        for way in (False, True)
        for make in (segl, foerste_segl)
    )


def _siden(register: Register, moete: Moete, approved: Godkjent) -> tuple[tuple[str, ...], list[str]] | None:
    """What only what was saved can tell: there was no seal, or another one."""
    then = register.historie.godkjent.get(moete.path) if register.historie else None
    if then is None or _rettet(moete, approved):
        return None
    if approved.forseglet is None and approved.segl is None:
        return ((), []) if then.sum != innhold(moete) else None
    rewritten = then.segl is not None and then.segl != approved.forseglet
    return (("forseglet",), ["kontrollsummene er skrevet om siden"]) if rewritten else None


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
