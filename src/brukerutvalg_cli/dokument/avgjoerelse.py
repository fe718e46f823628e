"""How something was decided, as the minutes tell it: agreed, by how many votes, by whose, and who decided a tie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brukerutvalg_cli.dokument.godkjent import utenom_moetet
from brukerutvalg_cli.dokument.grunnlag import Grunnlag
from brukerutvalg_cli.dokument.markdown import TOM
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.tekst import tekst
from brukerutvalg_cli.dokument.visning import (
    Alternativvisning,
    Avstemningsvisning,
    Personliste,
    Tilfoerselsvisning,
    Vedtaksvisning,
)
from brukerutvalg_cli.model.avstemning import LISTENE, Alternativ, Avstemning, Stemmer, Vedtak
from brukerutvalg_cli.model.sak import Inhabil, Protokolltilfoersel, Sak
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.oppramsing import alle_sammen


def vedtak(vedtak: Vedtak, fra: Grunnlag, merke: str) -> Vedtaksvisning:
    """A decision, with the proposals that fell."""
    others, between = kjent(vedtak.alternativer) or (), kjent(vedtak.utenom_moetet)
    return Vedtaksvisning(
        tekst=tekst(vedtak.tekst, 3, fra.overskrifter, merke),
        avstemning=avstemning(vedtak, fra),
        alternativer=tuple(_alternativ(other, fra, merke) for other in others),
        utenom_moetet=utenom_moetet(between, fra.maalform, fra.ord) if between else TOM,
    )


def avstemning(hvordan: Avstemning, fra: Grunnlag) -> Avstemningsvisning:
    """How it was decided, as far as it is known."""
    counted = hvordan.talt
    return Avstemningsvisning(
        enstemmig=hvordan.enstemmig is True,
        stemmer=_stemmer(counted, fra.ord) if isinstance(counted, Stemmer) else "",
        stemte=tuple(_stemte(hvordan, fra.personer, fra.ord)),
        ved_likhet=_avgjorde(decided, fra) if (decided := kjent(hvordan.ved_likhet)) else "",
    )


def tilfoersler(sak: Sak, fra: Grunnlag, merke: str) -> tuple[Tilfoerselsvisning, ...]:
    """What somebody wanted on record."""
    return tuple(_tilfoersel(entry, fra, merke) for entry in kjent(sak.protokolltilfoersel) or ())


def inhabile(sak: Sak, fra: Grunnlag) -> tuple[str, ...]:
    """Those who were disqualified, each with who stood in: `Ola Berg (SAFO); Anne Lie møtte i stedet`. Never why."""
    return tuple(_inhabil(each, fra) for each in kjent(sak.inhabil) or ())


def _inhabil(inhabil: Inhabil, fra: Grunnlag) -> str:
    who, stands_in = fra.personer.vis(inhabil.person), kjent(inhabil.vara)
    return f"{who}; {fra.personer.vis(stands_in)} {fra.ord.moette_i_stedet}" if stands_in else who


def _tilfoersel(entry: Protokolltilfoersel, fra: Grunnlag, merke: str) -> Tilfoerselsvisning:
    by = [fra.personer.navn(who) for who in kjent(entry.av) or ()]
    return Tilfoerselsvisning(alle_sammen(by), tekst(entry.tekst, 3, fra.overskrifter, merke))


def _alternativ(other: Alternativ, fra: Grunnlag, merke: str) -> Alternativvisning:
    by = [fra.personer.navn(who) for who in kjent(other.fremmet_av) or ()]
    how, counted = avstemning(other, fra), other.talt
    if isinstance(counted, Stemmer) and not how.stemmer and (votes := kjent(counted.for_)):
        how = replace(how, stemmer=f"{votes} {fra.ord.for_}")  # of what fell, how many wanted it says enough
    return Alternativvisning(
        tekst=tekst(other.tekst, 3, fra.overskrifter, merke),
        fremmet_av=alle_sammen(by),
        avstemning=how,
    )


def _stemmer(stemmer: Stemmer, ord: Ord) -> str:
    """`7 for, 2 mot, 1 avsto fra å stemme`. Nothing where a number is not known: the rest would say too much."""
    if any(isinstance(count, Ukjent) for count in stemmer.tall):
        return ""
    abstained = [f"{stemmer.avholdende} {ord.avsto}"] if stemmer.avholdende else []
    return ", ".join(
        [f"{stemmer.for_ or ord.ingen} {ord.for_}", f"{stemmer.mot or ord.ingen} {ord.mot}", *abstained]
    )


def _stemte(hvordan: Avstemning, personer: Personer, ord: Ord) -> Iterator[Personliste]:
    """Those who are named, by what they voted."""
    for key in LISTENE:
        if named := kjent(getattr(hvordan, key)):
            yield Personliste(str(ord.stemte.get(key)), tuple(personer.vis(person) for person in named))


def _avgjorde(hvem: str, fra: Grunnlag) -> str:
    """Who or what decided where the votes were even: lederen, Kari Nordmann, loddtrekning."""
    known = fra.ord.verv_bestemt.get(hvem) if hvem not in fra.mappe.utvalg.verv else None
    return str(known or fra.personer.navn(hvem))
