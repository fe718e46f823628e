"""Bilde: what a council is on a day – its people and their terms, its meetings, the cases that wait.

A confidential case shows no more than the title it may have, and an election in one shows nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Permisjon
from brukerutvalg_cli.model.moete import Moete, Sted
from brukerutvalg_cli.model.moetepapirer import Sakliste, Sendt
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.traad import senere
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.vet_av import Sagt, deldag_i_ord, vet_av
from brukerutvalg_cli.oversikt.publisering import er_godkjent, er_lagt_ut, flyttet_siden, gjenstaar
from brukerutvalg_cli.oversikt.sett_fra import sett_fra

FORTROLIG = "fortrolig sak"
SENDES = {"sakliste": "eller lagt ut sakslista", "sakspapirer": "sakspapirene"}
"""What is still to go out beside the notice, as it is missed."""
PLANLAGT = ("planlagt", "innkalt")


class Vervplass(NamedTuple):
    """One person in one verv, now or later. Both days count."""

    person: str
    verv: str
    representerer: str | Ukjent | None
    fra: date | Deldato | Ukjent
    til: date | Deldato | Ukjent | None
    konstituert: bool = False
    permisjon: tuple[str, ...] = ()
    """The days of each leave that is not over, in words."""
    i_stedet_for: str = ""


class Mangel(NamedTuple):
    """What a meeting lacks, and the command that mends it."""

    hva: str
    kommando: str


class Ventende(NamedTuple):
    """A case that waits for a meeting. `moete`: it was on the agenda of that one, which did not get to it."""

    sak: str
    tittel: str
    innmeldt_av: str | Ukjent | None
    innmeldt: Sagt | None
    moete: date | None = None


class Bilde(NamedTuple):
    """A council on a day. `neste` is the meeting to come."""

    utvalg: str
    dag: date
    neste: Moete | None
    mangler: tuple[Mangel, ...]
    folk: tuple[Vervplass, ...]
    saker: tuple[Ventende, ...]
    moeter: tuple[Moete, ...]


def bilde(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> Bilde:
    """The whole of it. The meetings are those of the year."""
    mappe = sett_fra(mappe, dag)
    ahead = neste_moete(mappe.alle_moeter, dag)
    return Bilde(
        mappe.id,
        dag,
        ahead,
        tuple(mangler(mappe, regelverk, ahead)) if ahead and not foert_i(ahead, mappe.id) else (),
        () if mappe.utvalg.er_nedlagt(dag) else tuple(folk(mappe, dag)),
        tuple(ventende(mappe)),
        tuple(m for m in mappe.alle_moeter if m.dato.year == dag.year),
    )


def neste_moete(moeter: Iterable[Moete], dag: date) -> Moete | None:
    """The first of these that is planned, that day or later."""
    return next((m for m in moeter if m.status in PLANLAGT and m.dato >= dag), None)


def foert_i(moete: Moete, utvalg: str) -> str:
    """The other council that a joint meeting is written in; empty for one of this council's own."""
    at = eieren(moete.path)
    return "" if at == utvalg else at


def mangler(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], moete: Moete) -> Iterator[Mangel]:
    """What a meeting to come lacks: time, place, cases, an agenda that is settled, the notice, the papers."""
    at = f"{mappe.id} {moete.navn}"
    if kjent(moete.tid) is None:
        yield Mangel("klokkeslett", f"moete endre {at} --tid KLOKKESLETT")
    if moete.form != "digitalt" and stedet(moete) is None:
        yield Mangel("sted", f"moete endre {at} --sted STED")
    if not moete.saker:
        first = f"sak til-moete {mappe.id} {min(mappe.saker)} {moete.navn}" if mappe.saker else ""
        yield Mangel("saker", first or f"sak ny {mappe.id}")
    if not isinstance(moete.sakliste, Sakliste) or not moete.sakliste.godkjent_av:
        yield Mangel("en godkjent saksliste", f"sakliste {at}")
    if not sendt(moete, "innkalling"):
        yield Mangel("innkalling", f"innkalling {at}")
    elif flyttet_siden(moete, sendt(moete, "innkalling")):
        yield Mangel("ny innkalling, for den som er sendt, sier noe annet", f"innkalling {at}")
    left = gjenstaar(mappe, regelverk, moete, ("innkalling",))
    if left:
        yield Mangel(f"at noen har sendt {SENDES[left.split()[-1]]}", left)


def stedet(moete: Moete) -> str | None:
    """Where it is, as far as anybody knows."""
    place = moete.sted if isinstance(moete.sted, Sted) else None
    return kjent(place.navn) if place else None


def sendt(moete: Moete, hva: str) -> date | Ukjent | None:
    """When a document went out."""
    if not isinstance(moete.sendt, Sendt):
        return moete.sendt
    day: date | Ukjent | None = getattr(moete.sendt, hva)
    return day


def folk(mappe: Utvalgsmappe, dag: date) -> Iterator[Vervplass]:
    """Everybody who sits or will, by verv and name."""
    order = {verv: nr for nr, verv in enumerate(mappe.utvalg.alle_verv)}
    seats = [s for s in mappe.seter if not s.fortrolig and not _over(s, dag)]
    for s in sorted(seats, key=lambda s: (order.get(s.verv, 99), s.person)):
        away = tuple(_borte(p) for p in s.permisjoner if not (isinstance(p.til, date) and p.til < dag))
        instead = s.foelger_av.person if s.er_stedfortreder and s.foelger_av else ""
        acts = s.konstituert is True
        fra, til = vet_av(s, "fra"), vet_av(s, "til")
        yield Vervplass(s.person, s.verv, s.representerer, fra, til, acts, away, instead)


def _borte(permisjon: Permisjon) -> str:
    fra, til = vet_av(permisjon, "fra"), vet_av(permisjon, "til")
    return f"{_dagen(fra)} til {'videre' if til is None else _dagen(til)}"


def _dagen(dag: date | Deldato | Ukjent) -> str:
    return "ukjent dag" if isinstance(dag, Ukjent) else deldag_i_ord(dag)


def _over(sete: Sete, dag: date) -> bool:
    if part := sete.deldato.get("til"):
        return part.senest < dag
    return isinstance(sete.til, date) and sete.til < dag


def ventende(mappe: Utvalgsmappe) -> Iterator[Ventende]:
    """The cases submitted, and those a meeting put off or was called off with, that no later case took up again."""
    for name, case in sorted(mappe.saker.items()):
        yield Ventende(name, tittel(case), meldt_inn_av(case), vet_av(case, "innmeldt"))
    waiting = {kjent(sak.fra_sak) for sak in mappe.saker.values()}
    for moete in mappe.moeter:
        for sak in moete.saker:
            left = sak.utsatt is True or moete.status == "avlyst"
            if left and sak.navn not in waiting and not any(senere(mappe.moeter, moete, sak)):
                yield Ventende(sak.navn, tittel(sak), meldt_inn_av(sak), vet_av(sak, "innmeldt"), moete.dato)


def meldt_inn_av(sak: Sak | InnmeldtSak) -> str | Ukjent | None:
    """Who submitted a case; of a confidential one that is not told."""
    return None if sak.fortrolig else sak.innmeldt_av


def tittel(sak: Sak | InnmeldtSak) -> str:
    """What a case may be called."""
    return (kjent(sak.offentlig_tittel) or FORTROLIG) if sak.fortrolig else sak.tittel


def referatet(moete: Moete) -> str:
    """How far the minutes have come: `ikke ført`, `sendt`, `godkjent`, `lagt ut`; empty for a meeting not held."""
    if moete.status != "avholdt":
        return ""
    if er_lagt_ut(moete):
        return "lagt ut"
    if er_godkjent(moete):
        return "godkjent"
    return "sendt" if sendt(moete, "referat") else "ikke sendt"
