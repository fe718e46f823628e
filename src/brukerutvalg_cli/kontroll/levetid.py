"""levetid – noe er ført på en dag da utvalget ikke fantes.

Hvorfor
    Utenfor «opprettet» og «nedlagt» kreves det ingenting av utvalget, og det som står der, blir ikke bedømt. Et møte
    etter den siste dagen står enten på feil dag eller i feil utvalg, eller så var ikke dagen den siste. Det samme
    gjelder en periode som begynte, en runde og en sak som ble meldt inn.
    Det som følger av det utvalget gjorde, kommer gjerne etterpå: referatet blir sendt, godkjent og lagt ut, svaret
    kommer, oppfølgingen blir gjort, noen evaluerer. Det er ikke galt; heller ikke at en periode skulle vart lenger.

Slik retter du
    Rett dagen, eller «opprettet» og «nedlagt» i utvalg.yaml. Gikk utvalget inn i et annet, føres det som kom siden,
    hos det. Et møte det ikke blir noe av, avlyses, og en periode som aldri begynte, får «tiltraadt: nei».

Galt
    utvalg: {nedlagt: 2022-12-31}
    moeter/2022-11-16: {}
    moeter/2023-02-08: {}

Riktig
    utvalg: {nedlagt: 2022-12-31}
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2025-12-31}]}
    moeter/2022-11-16: {sendt: {referat: 2023-01-05}, referat: {publisert: {dato: 2023-01-05, kanal: nav.no}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.hendelse import RUNDE
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.vet_av import Sagt, deldag_i_ord, naar_i_ord, tidligst, vet_av
from brukerutvalg_cli.ord.i_ord import Her, et_verv, omtalt

KODE, NAVN = "BU322", "levetid"
I_ORD = {"planlagt": "er planlagt", "innkalt": "er innkalt", "avholdt": "er ført som holdt"}


class Livstegn(NamedTuple):
    """What only a council that is there does or has: its day, where that stands, and how it is said."""

    dag: Sagt | None
    place: Place
    emne: str
    sagt: str
    ellers: str
    """What it may be, where the day is right."""


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each that surely comes after the last day of its council; of the meetings, also each before its first."""
    for mappe in register.mapper.values():
        council, her = mappe.utvalg, Her(mappe, register)
        if first := council.opprettet:
            for moete in mappe.moeter:
                if moete.dato < first and moete.status != "avlyst":
                    yield _funn(
                        her,
                        _moetet(her, moete),
                        f"før utvalgets første dag, {dato_i_ord(first)}",
                        "opprettet",
                    )
        if last := council.nedlagt:
            for sign in (*(_moetet(her, m) for m in mappe.moeter if m.status != "avlyst"), *_annet(her)):
                day = tidligst(sign.dag)
                if day and council.er_nedlagt(day):
                    yield _funn(her, sign, f"etter utvalgets siste dag, {dato_i_ord(last)}", "nedlagt")
        yield from _felles(her)


def _felles(her: Her) -> Iterator[Finding]:
    """Each meeting that is held together with a council that was not there that day."""
    for moete in her.mappe.moeter:
        for name in kjent(moete.felles_med) or ():
            other = her.register.utvalget(name)
            if other and not other.finnes(moete.dato) and moete.status != "avlyst":
                who = omtalt(name, her)
                yield funn(
                    KODE,
                    NAVN,
                    f"møtet {her.mappe.moete_i_ord(moete)} er felles med {who}, som ikke fantes den dagen",
                    moete.at("felles_med"),
                    utvalg=her.mappe.id,
                    emne=f"{moete.navn} {name}",
                    label=_grensen(other, moete.dato),
                    help=f"rett dagen, ta {name} ut av «felles_med», eller rett dagene i utvalg.yaml hos {who}",
                    severity=Severity.ADVARSEL,
                )


def _grensen(council: Utvalg, dag: date) -> str:
    if council.nedlagt and council.er_nedlagt(dag):
        return f"siste dag var {dato_i_ord(council.nedlagt)}"
    return f"første dag er {dato_i_ord(council.opprettet)}" if council.opprettet else ""


def _moetet(her: Her, moete: Moete) -> Livstegn:
    ahead = moete.status != "avholdt"
    return Livstegn(
        moete.dato,
        moete.at("dato"),
        moete.navn,
        f"møtet {her.mappe.moete_i_ord(moete)} {I_ORD.get(moete.status, '')}",
        f"blir det ikke noe av: brukerutvalg avlys {her.mappe.id} {moete.navn}"
        if ahead
        else _hos(her, "møtet"),
    )


def _annet(her: Her) -> Iterator[Livstegn]:
    """Terms that began, rounds and cases handed in: all that nobody does for a council that is no more.

    What is before its first day is not asked for: they may be decided, and begin, ahead of it.
    """
    mappe = her.mappe
    for person, medlem in mappe.medlemmer.items():
        for nr, term in enumerate(medlem.oppnevninger):
            if term.tiltraadt is True:
                began: Sagt = vet_av(term, "fra")
                yield Livstegn(
                    began,
                    medlem.at("oppnevninger", nr, "fra"),
                    f"{person} {term.verv} {term.fra}",
                    f"{omtalt(person, her)} er {et_verv(term.verv, her)} fra {deldag_i_ord(began)}",
                    "begynte personen aldri, skriver du «tiltraadt: nei» i perioden",
                )
    for nr, hendelse in enumerate(mappe.hendelser):
        if hendelse.hva == RUNDE:
            key = "fra" if hendelse.fra else "dato"
            day: Sagt = vet_av(hendelse, key)
            said = f"oppnevningsrunden begynte {naar_i_ord(day)}"
            yield Livstegn(day, mappe.hendelse_at(nr, key), hendelse.emne(nr), said, _hos(her, "runden"))
    for name, sak in mappe.saker.items():
        handed: Sagt = vet_av(sak, "innmeldt")
        said = f"sak {name} er meldt inn {naar_i_ord(handed)}"
        yield Livstegn(handed, sak.at("innmeldt"), name, said, _hos(her, "saken"))


def _hos(her: Her, hva: str) -> str:
    """Where it belongs, if it was another council's."""
    into = kjent(her.mappe.utvalg.gikk_inn_i)
    return f"var {hva} hos {omtalt(into, her) if into else 'et annet utvalg'}, føres det der"


def _funn(her: Her, sign: Livstegn, bound: str, key: str) -> Finding:
    day = "den siste dagen" if key == "nedlagt" else "den første dagen"
    return funn(
        KODE,
        NAVN,
        f"{sign.sagt}, {bound}",
        sign.place,
        utvalg=her.mappe.id,
        emne=sign.emne,
        help=f"rett dagen, eller «{key}» i utvalg.yaml; {sign.ellers}",
        related=(Related(her.mappe.utvalg.at(key), day),),
        severity=Severity.ADVARSEL,
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
