"""What both documents say of the meeting and the council: when, where, how, by whom, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.dokument.datoer import dato, klokkeslett, ukedag_og_dato
from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM, Trygg, escape
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.stand import godkjent_i
from brukerutvalg_cli.dokument.visning import Moetevisning, NesteMoete, Utvalgsvisning
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Sted
from brukerutvalg_cli.model.utvalg import Maalform, Utvalg
from brukerutvalg_cli.model.verdier import Ukjent, kjent


def utvalgsvisning(utvalg: Utvalg, personer: Personer) -> Utvalgsvisning:
    """The council and its contacts on the day of the meeting."""
    return Utvalgsvisning(
        navn=utvalg.navn.paa(utvalg.maalform),
        leder=personer.i_vervet("leder"),
        sekretaer=personer.i_vervet("sekretaer"),
        forfall_til=personer.kontakt(utvalg.forfall_til),
        tilrettelegging=personer.kontakt(utvalg.tilrettelegging),
        kopi=tuple(personer.kontakt(ref) for ref in utvalg.kopi),
    )


def moetevisning(moete: Moete, fra: Grunnlag) -> Moetevisning:
    """When, where and how. A draft says of time and place that they are not on record yet."""
    maalform, ord = fra.maalform, fra.ord
    no_time = f"{ord.klokkeslett} {lacking}" if (lacking := fra.mangler(moete.tid)) else ""
    return Moetevisning(
        dato=dato(moete.dato, maalform),
        dag=ukedag_og_dato(moete.dato, maalform),
        tid=tid(moete) or no_time,
        sted=sted(moete, ord) or fra.mangler(moete.sted),
        form=form(moete, ord),
        flyttet_fra=tuple(ukedag_og_dato(day, maalform) for day in dict.fromkeys(_stood_on(moete))),
        endret=tuple(ukedag_og_dato(day, maalform) for day in dict.fromkeys(_changed_on(moete))),
        avlyst=moete.status == "avlyst",
        aapent=moete.aapent if isinstance(moete.aapent, bool) else None,
        avgjoeres_i=_decided(moete, maalform),
    )


def neste_moete(mappe: Utvalgsmappe, moete: Moete, ord: Ord) -> NesteMoete | None:
    """The next meeting, as far as it is known."""
    following = etterfoelger(mappe, moete)
    if following is None:
        return None
    maalform = mappe.utvalg.maalform
    return NesteMoete(
        dag=ukedag_og_dato(following.dato, maalform),
        tid=tid(following),
        sted=sted(following, ord),
        form=form(following, ord),
        avgjoeres_i=_decided(following, maalform),
    )


def etterfoelger(mappe: Utvalgsmappe, moete: Moete) -> Moete | None:
    """The next meeting on record that has not been called off. One that was held since was the next, too."""
    later = (other for other in mappe.moeter if other.dato > moete.dato and other.status != "avlyst")
    return min(later, key=lambda other: other.dato, default=None)


def tid(moete: Moete) -> str:
    """The time, empty where none is known."""
    if moete.tid is None or isinstance(moete.tid, Ukjent):
        return ""
    return klokkeslett(moete.tid, moete.slutt if isinstance(moete.slutt, str) else None)


def sted(moete: Moete, ord: Ord) -> str:
    """The place and whether everybody can get in, empty where no place is known."""
    place = moete.sted
    if not isinstance(place, Sted) or not isinstance(place.navn, str):
        return ""
    if not isinstance(place.universell_utforming, bool):
        return place.navn
    access = ord.universelt_utformet if place.universell_utforming else ord.ikke_universelt_utformet
    return f"{place.navn} ({access})"


def form(moete: Moete, ord: Ord) -> str:
    """How the meeting is held. Left out where the record leaves it out."""
    known = kjent(moete.form)
    return ord.form.get(known) or "" if known else ""


def stand(moete: Moete, fra: Grunnlag) -> Trygg:
    """`utkast`, or `godkjent i sak 1/23, 9. februar 2023`; empty where nobody knows."""
    if fra.kladd:
        return Trygg(fra.ord.utkast)
    approved = godkjent_i(moete)
    if approved is None:
        return TOM
    case, day = kjent(approved.sak), kjent(approved.moete)
    where = f" {fra.ord.i} {fra.ord.sak.lower()} {escape(case)}" if case else ""
    return Trygg(f"{fra.ord.godkjent.lower()}{where}{f', {dato(day, fra.maalform)}' if day else ''}")


def _stood_on(moete: Moete) -> Iterator[date]:
    """The days the meeting was on before: a new time or place is no other day."""
    return (flytting.fra for flytting in moete.flyttet if flytting.fra != moete.dato)


def _changed_on(moete: Moete) -> Iterator[date]:
    """The days on which another time or place was set, the day of the meeting being the same."""
    return (flytting.dato for flytting in moete.flyttet if flytting.fra == moete.dato)


def _decided(moete: Moete, maalform: Maalform) -> Trygg:
    """The day of the meeting that decides on this one, as long as it has not been."""
    if moete.avgjoeres_i is None or moete.status != "planlagt":
        return TOM
    return ukedag_og_dato(moete.avgjoeres_i, maalform)
