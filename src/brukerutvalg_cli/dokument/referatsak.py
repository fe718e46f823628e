"""One case in the minutes: what was said, decided, elected and taken on. Nothing of it where it is confidential."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.dokument.datoer import dato, ukedag_og_dato
from brukerutvalg_cli.dokument.godkjent import utenom_moetet
from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM
from brukerutvalg_cli.dokument.oppfoelgingsfrist import frist
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.restanser import gjennomgang
from brukerutvalg_cli.dokument.sakstittel import sakstittel
from brukerutvalg_cli.dokument.stand import uomtalt
from brukerutvalg_cli.dokument.tekst import tekst
from brukerutvalg_cli.dokument.vedlegg import vedlegg
from brukerutvalg_cli.dokument.visning import (
    Oppfoelgingsvisning,
    Referatsak,
    Valgvisning,
    Vedtaksvisning,
)
from brukerutvalg_cli.model.sak import Oppfoelging, Sak, Stemmer, Valg, Vedtak
from brukerutvalg_cli.model.utvalg import Maalform
from brukerutvalg_cli.model.verdier import Ukjent, kjent


def referatsak(sak: Sak, fra: Grunnlag) -> Referatsak:
    """The case as the minutes show it. A confidential one ends with the first return."""
    ord, personer, overskrifter, maalform = fra.ord, fra.personer, fra.overskrifter, fra.maalform
    merke = overskrifter.unik(f"{ord.sak.lower()} {sak.nr}")
    tittel = sakstittel(sak, ord, overskrifter)
    if sak.fortrolig:
        return Referatsak(sak.nr, tittel, merke, fortrolig=True)
    # What was put off has approved nothing.
    godkjenner = () if kjent(sak.utsatt) else sak.legger_fram
    open_ = gjennomgang(sak, fra)
    etter_liste = bool(kjent(sak.innleder) or godkjenner or open_)
    return Referatsak(
        nr=sak.nr,
        tittel=tittel,
        merke=merke,
        fortrolig=False,
        orientering=sak.type == "orientering",
        innleder=tuple(map(personer.vis, kjent(sak.innleder) or ())),
        godkjenner=tuple(ukedag_og_dato(navn.dag, maalform) for navn in godkjenner),
        referat=tekst(sak.referat, 2, overskrifter, merke, etter_liste=etter_liste),
        utsatt=bool(kjent(sak.utsatt)),
        oversendt_til=personer.utvalg(receiver) if (receiver := kjent(sak.oversendt_til)) else "",
        vedtak=_vedtak(decided, fra, merke) if (decided := kjent(sak.vedtak)) else None,
        valg=tuple(_valg(valg, personer, ord, maalform) for valg in sak.valg if kjent(valg.valgt)),
        oppfoelging=tuple(_oppfoelging(post, personer, ord, maalform) for post in sak.oppfoelging),
        vedlegg=vedlegg((v for v in sak.vedlegg if v.foelger("referat")), fra.mappe, fra.stoerrelse),
        etter_moetet=tekst(sak.etter_moetet, 3, overskrifter, merke),
        restanser=open_,
        satt_opp=ukedag_og_dato(sak.satt_opp, maalform) if sak.satt_opp else TOM,
        uomtalt=str((ord.ikke_foert_ennaa if fra.kladd else ord.ikke_omtalt) if uomtalt(sak) else ""),
    )


def _vedtak(vedtak: Vedtak, fra: Grunnlag, merke: str) -> Vedtaksvisning:
    ord, between = fra.ord, kjent(vedtak.utenom_moetet)
    counted = vedtak.stemmer
    return Vedtaksvisning(
        tekst=tekst(vedtak.tekst, 3, fra.overskrifter, merke),
        enstemmig=vedtak.enstemmig is True,
        stemmer=_stemmer(counted, ord) if isinstance(counted, Stemmer) else "",
        utenom_moetet=utenom_moetet(between, fra.maalform, ord) if between else TOM,
    )


def _stemmer(stemmer: Stemmer, ord: Ord) -> str:
    """`7 for, 2 mot, 1 avsto fra å stemme`. Nothing where a number is not known: the rest would say too much."""
    if any(isinstance(count, Ukjent) for count in (stemmer.for_, stemmer.mot, stemmer.avholdende)):
        return ""
    abstained = [f"{stemmer.avholdende} {ord.avsto}"] if stemmer.avholdende else []
    return ", ".join(
        [f"{stemmer.for_ or ord.ingen} {ord.for_}", f"{stemmer.mot or ord.ingen} {ord.mot}", *abstained]
    )


def _valg(valg: Valg, personer: Personer, ord: Ord, maalform: Maalform) -> Valgvisning:
    return Valgvisning(
        verv=personer.verv(valg.verv),
        periode=_periode(kjent(valg.fra), kjent(valg.til), ord, maalform),
        valgt=tuple(personer.valgt(person) for person in kjent(valg.valgt) or ()),
    )


def _periode(fra: date | None, til: date | None, ord: Ord, maalform: Maalform) -> str:
    """`for 2023` where that is what it is; else the days that are known."""
    if fra and (fra, til) == (date(fra.year, 1, 1), date(fra.year, 12, 31)):
        return f"{ord.for_} {fra.year}"
    days = [f"{word} {dato(day, maalform)}" for word, day in ((ord.fra, fra), (ord.til, til)) if day]
    return " ".join(days)


def _oppfoelging(post: Oppfoelging, personer: Personer, ord: Ord, maalform: Maalform) -> Oppfoelgingsvisning:
    return Oppfoelgingsvisning(post.hva, personer.oppgitt(post.ansvarlig), frist(post, ord, maalform))
