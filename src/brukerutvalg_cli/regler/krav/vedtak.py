"""krav hver vedtak: the majority behind each decision, and who decided where the votes were even."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Stemmer, Vedtak
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Visshet
from brukerutvalg_cli.regler.i_ord import en_av_dem
from brukerutvalg_cli.regler.krav.felt import Felt, men
from brukerutvalg_cli.regler.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hvem import Ord
from brukerutvalg_cli.regler.verdier.mengde import Mengde
from brukerutvalg_cli.regler.verdier.sakfilter import SakFilter
from brukerutvalg_cli.regler.verdier.som_krevd import en_av


class VedtakFelter(Post):
    """What each of them shall have."""

    flertall: Mengde | None = Field(
        None, description="Stemmene for, av dem som stemte for eller mot: {mer_enn: 1/2}. Enstemmig er nok."
    )
    ved_likhet: Ord | None = Field(
        None, description="Hvem eller hva som avgjør ved stemmelikhet: leder (dobbeltstemme), loddtrekning."
    )


class KravVedtak(Krav):
    """A demand on each decision of the period's meetings."""

    hver: Literal["vedtak"] = Field(description="vedtak: hvert vedtak i en sak.")
    der: SakFilter = Field(default_factory=SakFilter, description="Hvilke saker vedtakene er gjort i.")
    skal_ha: VedtakFelter = Field(description="Det hvert av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The decisions made."""
        for moete in utvalg.avholdte:
            for nr, sak in enumerate(moete.saker):
                taken_in = self.der.omfatter(sak, utvalg)
                if sak.vedtak is None or taken_in is False:
                    continue
                place = moete.at("saker", nr, "vedtak")
                if isinstance(sak.vedtak, Ukjent):
                    felter: tuple[Felt, ...] = (Felt(place, None, "", "om det ble gjort vedtak, er ukjent"),)
                else:
                    felter = tuple(self._felter(utvalg, place, sak.vedtak))
                names = (sak.nr, moete.navn)
                key = self.der.uklart(sak, utvalg)
                unclear = (moete.at("saker", nr, key), f"«{key}» er ukjent")
                what = f"vedtaket i sak {sak.nr}"
                if felter:
                    yield Tilfelle(what, f"{sak.nr} vedtak", felter, taken_in, names, uklart=unclear)

    def _felter(self, utvalg: UtvalgIPeriode, place: Place, vedtak: Vedtak) -> Iterator[Felt]:
        want, votes = self.skal_ha, vedtak.stemmer

        def at(key: str) -> Place:
            return Place(place.path, (*place.route, key), (*place.route, "tekst"))

        if want.flertall:
            text = f"skal ha flertall: {want.flertall.i_ord()} av stemmene for{_counted(votes)}"
            yield Felt(
                at("stemmer"), _majority(vedtak, want.flertall), text, "hvordan det ble stemt, er ukjent"
            )
        even = _even(vedtak)
        if want.ved_likhet and even is not False:
            held = en_av(vedtak.ved_likhet, want.ved_likhet)
            text = f"har stemmelikhet og skal avgjøres {_by(want.ved_likhet, utvalg)}{men(vedtak.ved_likhet, utvalg)}"
            yield Felt(
                at("ved_likhet"), held if even or held else None, text, "hvordan det ble stemt, er ukjent"
            )


def _by(names: tuple[str, ...], utvalg: UtvalgIPeriode) -> str:
    return f"ved {names[0]}" if names == ("loddtrekning",) else f"av {en_av_dem(names, utvalg)}"


def _majority(vedtak: Vedtak, flertall: Mengde) -> Visshet:
    if vedtak.enstemmig is True:
        return True
    votes = vedtak.stemmer
    if votes is None:
        return None if isinstance(vedtak.enstemmig, Ukjent) else False
    if isinstance(votes, Ukjent):
        return None
    if isinstance(votes.for_, Ukjent) or isinstance(votes.mot, Ukjent):
        return None
    cast = votes.for_ + votes.mot
    # A tie that somebody's second vote decided was decided by a majority of one.
    decided = bool(vedtak.ved_likhet) and votes.for_ == votes.mot
    return flertall.oppfylt(votes.for_ + decided, cast + decided)


def _even(vedtak: Vedtak) -> Visshet:
    if vedtak.enstemmig is True:
        return False
    votes = vedtak.stemmer
    if isinstance(votes, Ukjent) or (votes and UKJENT in (votes.for_, votes.mot)):
        return None
    return votes is not None and votes.for_ == votes.mot


def _counted(votes: Stemmer | Ukjent | None) -> str:
    if votes is None:
        return ", men stemmene er ikke ført"
    return "" if isinstance(votes, Ukjent) else f", men det ble {votes.for_} mot {votes.mot}"
