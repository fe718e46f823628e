"""One case in the minutes: what was said, decided, elected and taken on. Nothing of it where it is confidential."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.dokument import avgjoerelse
from brukerutvalg_cli.dokument.datoer import kjent_dato, klokke, ukedag_og_dato
from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM
from brukerutvalg_cli.dokument.oppfoelgingsfrist import frist
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.restanser import gjennomgang
from brukerutvalg_cli.dokument.saksgang import gruppen, ordrett_vedtatt, saksgang, utfallet, utsatt_til
from brukerutvalg_cli.dokument.sakstittel import merket, overskrift, sakstittel
from brukerutvalg_cli.dokument.stand import uomtalt
from brukerutvalg_cli.dokument.tekst import tekst
from brukerutvalg_cli.dokument.vedlegg import vedlegg
from brukerutvalg_cli.dokument.visning import (
    Oppfoelgingsvisning,
    Referatsak,
    Valgvisning,
)
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.sak import Oppfoelging, Sak, Valg
from brukerutvalg_cli.model.verdier import kjent


def referatsak(sak: Sak, fra: Grunnlag, stemmeberettigede: int | None = None) -> Referatsak:
    """The case as the minutes show it. A confidential one ends with the first return.

    `stemmeberettigede` is how many could vote in it, where that is to be told.
    """
    ord, personer, overskrifter, maalform = fra.ord, fra.personer, fra.overskrifter, fra.maalform
    merke = overskrifter.unik(merket(sak, ord))
    tittel = sakstittel(sak, ord, overskrifter)
    heading, group = overskrift(sak, tittel, ord), gruppen(sak, fra)
    if sak.fortrolig:
        return Referatsak(sak.nr, tittel, merke, fortrolig=True, overskrift=heading, gruppe=group)
    # What was put off has approved nothing.
    godkjenner = () if kjent(sak.utsatt) else sak.legger_fram
    open_ = gjennomgang(sak, fra)
    gang, staff = saksgang(sak, fra), kjent(sak.saksbehandler) or ()
    inhabile, begun = avgjoerelse.inhabile(sak, fra), kjent(sak.tatt_opp)
    voters = stemmeberettigede is not None and sak.avgjort is True
    facts = (kjent(sak.innleder), godkjenner, open_, staff, group, gang.finnes, inhabile, begun, voters)
    etter_liste = any(map(bool, facts))
    return Referatsak(
        nr=sak.nr,
        tittel=tittel,
        merke=merke,
        fortrolig=False,
        overskrift=heading,
        gruppe=group,
        arkivsak=kjent(sak.arkivsak) or "",
        saksbehandler=tuple(map(personer.vis, staff)),
        gang=gang,
        forslag=TOM if ordrett_vedtatt(sak) else tekst(sak.forslag, 3, overskrifter, merke),
        utfall=utfallet(sak, fra),
        orientering=sak.type == "orientering",
        innleder=tuple(map(personer.vis, kjent(sak.innleder) or ())),
        godkjenner=tuple(ukedag_og_dato(navn.dag, maalform) for navn in godkjenner),
        referat=tekst(sak.referat, 2, overskrifter, merke, etter_liste=etter_liste),
        utsatt=bool(kjent(sak.utsatt)),
        utsatt_til=utsatt_til(sak, fra),
        oversendt_til=personer.utvalg(receiver) if (receiver := kjent(sak.oversendt_til)) else "",
        vedtak=avgjoerelse.vedtak(decided, fra, merke) if (decided := kjent(sak.vedtak)) else None,
        valg=tuple(_valg(valg, fra) for valg in sak.valg if kjent(valg.valgt)),
        oppfoelging=tuple(_oppfoelging(post, personer, ord, maalform) for post in sak.oppfoelging),
        vedlegg=vedlegg((v for v in sak.vedlegg if v.foelger("referat")), fra.mappe, fra.stoerrelse),
        etter_moetet=tekst(sak.etter_moetet, 3, overskrifter, merke),
        restanser=open_,
        satt_opp=ukedag_og_dato(sak.satt_opp, maalform) if sak.satt_opp else TOM,
        tatt_opp=klokke(begun) if begun else "",
        inhabile=inhabile,
        stemmeberettigede=f"{stemmeberettigede or ord.ingen} {ord.med_stemmerett}" if voters else "",
        tilfoersler=avgjoerelse.tilfoersler(sak, fra, merke),
        uomtalt=str((ord.ikke_foert_ennaa if fra.kladd else ord.ikke_omtalt) if uomtalt(sak) else ""),
    )


def _valg(valg: Valg, fra: Grunnlag) -> Valgvisning:
    return Valgvisning(
        verv=fra.personer.verv(valg.verv),
        periode=_periode(valg, fra.ord, fra.maalform),
        valgt=tuple(fra.personer.valgt(person) for person in kjent(valg.valgt) or ()),
        avstemning=avgjoerelse.avstemning(valg, fra),
    )


def _periode(valg: Valg, ord: Ord, maalform: Maalform) -> str:
    """`for 2023` where that is what it is; else as much as is known of the days."""
    fra = kjent(valg.fra)
    if fra and (fra, valg.til) == (date(fra.year, 1, 1), date(fra.year, 12, 31)):
        return f"{ord.for_} {fra.year}"
    days = ((word, kjent_dato(valg, key, maalform)) for word, key in ((ord.fra, "fra"), (ord.til, "til")))
    return " ".join(f"{word} {day}" for word, day in days if day)


def _oppfoelging(post: Oppfoelging, personer: Personer, ord: Ord, maalform: Maalform) -> Oppfoelgingsvisning:
    return Oppfoelgingsvisning(post.hva, personer.oppgitt(post.ansvarlig), frist(post, ord, maalform))
