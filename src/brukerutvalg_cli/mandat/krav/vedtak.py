"""krav hver vedtak: the majority behind each decision, and who decided where the votes were even."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.flertall import FLERTALL, flertallet
from brukerutvalg_cli.mandat.krav.felt import Felt, men
from brukerutvalg_cli.mandat.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Ord
from brukerutvalg_cli.mandat.verdier.sakfilter import SakFilter
from brukerutvalg_cli.mandat.verdier.som_krevd import en_av
from brukerutvalg_cli.model.avstemning import Avstemning, Vedtak
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Visshet
from brukerutvalg_cli.ord.i_ord import en_av_dem, et_verv


class VedtakFelter(Post):
    """What each of them shall have."""

    flertall: FLERTALL | None = Field(
        None,
        description="Stemmene for: {mer_enn: 1/2} av dem som stemte for eller mot, eller {minst: 2/3, av: "
        "frammoette}. Enstemmig er nok, om andelen ikke er av medlemmene.",
    )
    ved_likhet: Ord | None = Field(
        None, description="Hvem eller hva som avgjør ved stemmelikhet: leder (dobbeltstemme), loddtrekning."
    )


class KravVedtak(Krav):
    """A demand on each decision of the period's meetings. An election is one, as far as it is on record how it went."""

    hver: Literal["vedtak"] = Field(
        description="vedtak: hvert vedtak i en sak, og hvert valg der det er ført hvordan det ble stemt."
    )
    der: SakFilter = Field(default_factory=SakFilter, description="Hvilke saker vedtakene er gjort i.")
    skal_ha: VedtakFelter = Field(description="Det hvert av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The decisions made."""
        for moete in utvalg.avholdte:
            for nr, sak in enumerate(moete.saker):
                taken_in = self.der.omfatter(sak, utvalg)
                names = (sak.navn, moete.navn)
                key = self.der.uklart(sak, utvalg)
                unclear = (moete.at("saker", nr, key), f"«{key}» er ukjent")
                for what, emne, felter in (
                    self._avgjoerelser(utvalg, moete, nr) if taken_in is not False else ()
                ):
                    yield Tilfelle(what, emne, felter, taken_in, names, uklart=unclear)

    def _avgjoerelser(
        self, utvalg: UtvalgIPeriode, moete: Moete, nr: int
    ) -> Iterator[tuple[str, str, tuple[Felt, ...]]]:
        """What was decided in a case, with the fields that are asked for: what it is called, and by id."""
        sak = moete.saker[nr]
        place = moete.at("saker", nr, "vedtak")
        if isinstance(sak.vedtak, Ukjent):
            felt = Felt(place, None, "", "om det ble gjort vedtak, er ukjent")
            yield f"vedtaket i sak {sak.navn}", f"{sak.navn} vedtak", (felt,)
        elif sak.vedtak and (felter := tuple(self._felter(utvalg, moete, nr, place, sak.vedtak))):
            yield f"vedtaket i sak {sak.navn}", f"{sak.navn} vedtak", felter
        for j, valg in enumerate(sak.valg if sak.utsatt is not True else ()):
            if valg.stemmer is None and valg.stemte_for is None:
                continue
            at = moete.at("saker", nr, "valg", j, otherwise=("saker", nr, "nr"))
            if felter := tuple(self._felter(utvalg, moete, nr, at, valg)):
                what = f"valget av {et_verv(valg.verv, utvalg)} i sak {sak.navn}"
                yield what, f"{sak.navn} valg {valg.verv}", felter

    def _felter(
        self, utvalg: UtvalgIPeriode, moete: Moete, nr: int, place: Place, vedtak: Avstemning
    ) -> Iterator[Felt]:
        want = self.skal_ha
        first = "tekst" if isinstance(vedtak, Vedtak) else "verv"

        def at(key: str) -> Place:
            return Place(place.path, (*place.route, key), (*place.route, first))

        if want.flertall:
            yield Felt(at("stemmer"), *flertallet(want.flertall, utvalg, moete, nr, vedtak))
        even = _even(vedtak)
        if want.ved_likhet and even is not False:
            held = _avgjort_av(utvalg, moete, vedtak.ved_likhet, want.ved_likhet)
            text = f"har stemmelikhet og skal avgjøres {_by(want.ved_likhet, utvalg)}{men(vedtak.ved_likhet, utvalg)}"
            yield Felt(
                at("ved_likhet"), held if even or held else None, text, "hvordan det ble stemt, er ukjent"
            )


def _avgjort_av(
    utvalg: UtvalgIPeriode, moete: Moete, by: str | Ukjent | None, wanted: tuple[str, ...]
) -> Visshet:
    """Whether one of these decided it: named as such, or a person who has the verv, or led the meeting."""
    who = moete.moeteleder if by == "moeteleder" else by
    if "moeteleder" in (*wanted, by) and isinstance(who, Ukjent):
        return True if by in wanted else None
    if isinstance(who, str) and who in utvalg.mappe.kjente_personer and by not in wanted:
        led = "moeteleder" in wanted and who == moete.moeteleder
        return True if led else utvalg.kandidat(who, moete.dato).har_verv(*wanted)
    return en_av(by, wanted)


def _by(names: tuple[str, ...], utvalg: UtvalgIPeriode) -> str:
    return f"ved {names[0]}" if names == ("loddtrekning",) else f"av {en_av_dem(names, utvalg)}"


def _even(vedtak: Avstemning) -> Visshet:
    if vedtak.enstemmig is True:
        return False
    votes = vedtak.talt
    if isinstance(votes, Ukjent) or (votes and UKJENT in (votes.for_, votes.mot)):
        return None
    return votes is not None and votes.for_ == votes.mot
