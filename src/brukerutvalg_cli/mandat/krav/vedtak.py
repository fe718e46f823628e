"""krav hver vedtak: the majority behind each decision, and who decided where the votes were even."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.flertall import FLERTALL, flertallet
from brukerutvalg_cli.mandat.krav.hver import Krav, Kravtilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.av_modell import Av
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.noen import Noenvalg
from brukerutvalg_cli.mandat.proeve.poster import AV_SAK, saken
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.proeve.setninger import setning
from brukerutvalg_cli.model.avstemning import Avstemning, Vedtak
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, noen
from brukerutvalg_cli.ord.i_ord import et_verv

TELT = frozenset({"flertall", "ved_likhet"})
"""What is asked of how it was voted, and not of one field."""


class KravVedtak(Krav):
    """A demand on each decision of the period's meetings. An election is one, as far as it is on record how it went."""

    hver: Literal["vedtak"] = Field(
        description="vedtak: hvert vedtak i en sak, og hvert valg der det er ført hvordan det ble stemt."
    )
    der: Annotated[Proeve, AV_SAK] | None = Field(None, description="Hvilke saker vedtakene er gjort i.")
    skal_ha: Annotated[
        Proeve,
        Av(
            Avstemning,
            "VedtakKravProeve",
            i_moete=True,
            flertall=(
                FLERTALL,
                "Stemmene for: {mer_enn: 1/2} av dem som stemte for eller mot, eller {minst: 2/3, av: frammoette}. "
                "Enstemmig er nok, om andelen ikke er av medlemmene.",
            ),
        ),
    ] = Field(description="Det hvert av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The decisions made."""
        for moete in utvalg.avholdte:
            for nr, sak in enumerate(moete.saker):
                taken_in = self.omfattet(saken(utvalg, moete, nr))
                names = (sak.navn, moete.navn)
                for what, emne, felter in (
                    self._avgjoerelser(utvalg, moete, nr) if taken_in is not False else ()
                ):
                    yield Kravtilfelle(what, emne, felter, taken_in, names)

    def _avgjoerelser(
        self, utvalg: UtvalgIPeriode, moete: Moete, nr: int
    ) -> Iterator[tuple[str, str, tuple[Felt, ...]]]:
        """What was decided in a case, with the fields that are asked for: what it is called, and by id."""
        sak = moete.saker[nr]
        place = moete.at("saker", nr, "vedtak")
        if isinstance(sak.vedtak, Ukjent):
            felt = Felt(place, UVISST, "", "om det ble gjort vedtak, er ukjent")
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
        first = "tekst" if isinstance(vedtak, Vedtak) else "verv"
        g = Gjenstand(utvalg, vedtak, place, moete.dato, moete, vises=(*place.route, first))
        unknown = "hvordan det ble stemt, er ukjent"
        if majority := self.skal_ha.spurt("flertall"):
            yield Felt(g.at("stemmer"), *flertallet(majority, utvalg, moete, nr, vedtak))
        even, wanted = _even(vedtak), self.skal_ha.spurt("ved_likhet")
        if isinstance(wanted, Noenvalg) and even is not False:
            held = _avgjort_av(g, moete, vedtak.ved_likhet, wanted)
            text = setning(Avstemning, "ved_likhet", wanted, vedtak.ved_likhet, g)
            yield Felt(g.at("ved_likhet"), held if even or held else UVISST, text, unknown)
        yield from self.skal_ha.felter(g, uten=TELT)


def _avgjort_av(g: Gjenstand, moete: Moete, by: str | Ukjent | None, wanted: Noenvalg) -> Visshet:
    """Whether one of these decided it: named as such, or a person who has the verv, or led the meeting."""
    if by is None:
        return False
    chairs = "moeteleder" in (*wanted.alle_ord(), by)
    who = moete.moeteleder if by == "moeteleder" else by
    if chairs and isinstance(who, Ukjent):
        return True if by in tuple(wanted.alle_ord()) else UVISST
    if isinstance(by, Ukjent):
        return UVISST
    if by != "moeteleder" and not g.er_person(by):  # a verv, or a way of deciding, by its name
        return by in tuple(wanted.alle_ord())
    led = (
        chairs
        and isinstance(who, str)
        and who == moete.moeteleder
        and "moeteleder" in tuple(wanted.alle_ord())
    )
    return noen((led, wanted.holder(by, g) if by != "moeteleder" else False, wanted.holder(who, g)))


def _even(vedtak: Avstemning) -> Visshet:
    if vedtak.enstemmig is True:
        return False
    votes = vedtak.talt
    if isinstance(votes, Ukjent) or (votes and UKJENT in (votes.for_, votes.mot)):
        return UVISST
    return votes is not None and votes.for_ == votes.mot
