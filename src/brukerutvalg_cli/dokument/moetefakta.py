"""What both documents say of the meeting and the council: when, where, how, by whom, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.dokument.datoer import dato, kjent_dato, klokke, klokkeslett, ukedag_og_dato
from brukerutvalg_cli.dokument.godkjent import utenom_moetet
from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM, Trygg, escape
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.sakstittel import omtalt_sak
from brukerutvalg_cli.dokument.stand import godkjent_i
from brukerutvalg_cli.dokument.visning import Moetevisning, NesteMoete, Utvalgsvisning
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.forseglet import Nestemoete
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Avbrudd, Moete, Sted
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.vet_av import vet_av


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
        tid=tid(moete, maalform, ord) or no_time,
        sted=sted(moete, ord) or fra.mangler(moete.sted),
        form=form(moete, ord),
        flyttet_fra=tuple(ukedag_og_dato(day, maalform) for day in dict.fromkeys(_stood_on(moete))),
        endret=tuple(ukedag_og_dato(day, maalform) for day in dict.fromkeys(_changed_on(moete))),
        avlyst=moete.status == "avlyst",
        ekstraordinaert=kjent(moete.ekstraordinaert) is True,
        aapent=moete.aapent if isinstance(moete.aapent, bool) else None,
        avgjoeres_i=_decided(moete, maalform),
        felles_med=tuple(map(fra.personer.utvalg, kjent(moete.felles_med) or ())),
        avbrudd=tuple(avbrutt(each, moete, maalform, ord) for each in moete.avbrudd),
        nummer=kjent(moete.nummer) or "",
    )


def neste_moete(mappe: Utvalgsmappe, moete: Moete, ord: Ord) -> NesteMoete | None:
    """The next meeting, as far as it is known; as the minutes said it, where they are approved or sent."""
    approved, sent = godkjent_i(moete), kjent(moete.sendt)
    if approved and approved.forseglet:
        following = _som_det_sto(approved.neste_moete)
    elif sent and sent.neste_moete:
        following = _som_det_sto(sent.neste_moete)
    else:
        following = etterfoelger(mappe, moete)
    return _vist(following, mappe.utvalg.maalform, ord) if following else None


def _vist(following: Moete, maalform: Maalform, ord: Ord) -> NesteMoete:
    return NesteMoete(
        dag=ukedag_og_dato(following.dato, maalform),
        tid=tid(following, maalform, ord),
        sted=sted(following, ord),
        form=form(following, ord),
        avgjoeres_i=_decided(following, maalform),
    )


def etterfoelger(mappe: Utvalgsmappe, moete: Moete) -> Moete | None:
    """The next meeting on record that has not been called off. One that was held since was the next, too."""
    later = (other for other in mappe.moeter if other.dato > moete.dato and other.status != "avlyst")
    return min(later, key=lambda other: other.dato, default=None)


def _som_det_sto(neste: Nestemoete | None) -> Moete | None:
    """The meeting that was told of; None where none was on the plan."""
    if neste is None or isinstance(neste.moete, Ukjent):
        return None
    place = Sted(navn=neste.sted, universell_utforming=neste.universell_utforming) if neste.sted else None
    return Moete.model_construct(
        dato=neste.moete.dag,
        status="planlagt",
        tid=neste.tid,
        slutt=neste.slutt,
        slutt_dato=neste.slutt_dato,
        sted=place,
        form=neste.form,
        avgjoeres_i=neste.avgjoeres_i,
    )


def tid(moete: Moete, maalform: Maalform, ord: Ord) -> str:
    """The time, empty where none is known; with the last day, where that is another."""
    begins, ends, last = kjent(moete.tid), kjent(moete.slutt), vet_av(moete, "slutt_dato")
    if not isinstance(last, date | Deldato) or last == moete.dato:
        return klokkeslett(begins, ends) if begins else ""
    day = last.i_ord if isinstance(last, Deldato) else ukedag_og_dato(last, maalform)
    until = f"{ord.til} {day}" + (f" {klokke(ends)}" if ends else "")
    return f"{klokke(begins)} {until}" if begins else until


def avbrutt(avbrudd: Avbrudd, moete: Moete, maalform: Maalform, ord: Ord) -> Trygg:
    """When a meeting was broken off, and when it went on: a day is said where it is not the first."""
    first, on = kjent(avbrudd.dato), kjent(avbrudd.fortsatte)
    broken, resumed = (kjent_dato(avbrudd, key, maalform, ord.i) for key in ("dato", "fortsatte"))
    off = [broken if first != moete.dato else "", _klokka(avbrudd.fra)]
    again = [resumed if on != (first or moete.dato) else "", _klokka(avbrudd.til)]
    return Trygg(" ".join(filter(None, (ord.avbrutt, *off, ord.fortsatte, *again))) + ".")


def _klokka(tid: str | Ukjent | None) -> str:
    return klokke(tid) if isinstance(tid, str) else ""


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
    case, way = kjent(approved.sak), kjent(approved.maate)
    if way:
        return Trygg(
            " ".join(filter(None, (fra.ord.godkjent.lower(), utenom_moetet(approved, fra.maalform, fra.ord))))
        )
    if case and (found := _i_et_annet(case, fra)):
        return Trygg(f"{fra.ord.godkjent.lower()} {fra.ord.i} {escape(found)}")
    where = f" {fra.ord.i} {fra.ord.sak.lower()} {escape(case)}" if case else ""
    day = kjent(approved.dag)
    said = dato(day, fra.maalform) if day else kjent_dato(approved, "dato", fra.maalform)
    return Trygg(f"{fra.ord.godkjent.lower()}{where}{f', {said}' if said else ''}")


def _i_et_annet(navn: str, fra: Grunnlag) -> str:
    """`sak 1 i møtet 18. juni 2026`: a case whose number alone does not tell which it is, in words."""
    cases = ((m, sak) for m in fra.mappe.moeter for sak in m.saker if sak.navn == navn != sak.nr)
    said = (omtalt_sak(sak, m.dato, fra.ord, fra.maalform) for m, sak in cases)
    return next(said, "")


def _stood_on(moete: Moete) -> Iterator[date]:
    """The days the meeting was on before: a new time or place is no other day."""
    return (flytting.fra.dag for flytting in moete.flyttet if flytting.fra.dag != moete.dato)


def _changed_on(moete: Moete) -> Iterator[date]:
    """The days on which another time or place was set, the day of the meeting being the same."""
    return (f.dato for f in moete.flyttet if f.fra.dag == moete.dato and not f.gjenopptatt)


def _decided(moete: Moete, maalform: Maalform) -> Trygg:
    """The day of the meeting that decides on this one, as long as it has not been."""
    if moete.avgjoeres_i is None or moete.status != "planlagt":
        return TOM
    return ukedag_og_dato(moete.avgjoeres_i.dag, maalform)
