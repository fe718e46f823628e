"""hver: a demand on each record of one sort, and one finding for each that lacks something."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.visshet import Visshet, alle, stedet
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste


class Kravtilfelle(NamedTuple):
    """One record that the demand is about. `omfattet` is whether the filter takes it in.

    `varer` tells how long what is wrong with it lasts, where it is a state. It is asked only of what is wrong: who
    might have mended it is looked for among all who sit.
    """

    hva: str
    emne: str
    felter: tuple[Felt, ...]
    omfattet: Visshet = True
    emner: tuple[str, ...] = ()
    fraviker: tuple[str, ...] = ()
    varer: Callable[[], Varer | None] = lambda: None


I_ORDEN = Kravtilfelle("", "", (Felt(Place(""), True, ""),))
"""A record that the demand is on, and that has all of it. Most do: nobody need say which it is."""


class Krav(Bestemmelse):
    """A demand on every record of one sort. Each value of `hver` has a typed model of its own."""

    kode: ClassVar[str] = "BU105"
    utgaatt: ClassVar[Mapping[str, str]] = {"hvis_finnes": "naar: {finnes: …}"}
    sier_selv: ClassVar[bool] = False
    """Whether the record can say itself that the council departs from the provision."""

    regel: Literal["krav"] = Field(description="krav: hver av noe skal ha noe.")

    @property
    def om_poster(self) -> bool:
        """Always, but of the council itself."""
        return True

    @model_validator(mode="after")
    def _demands_something(self) -> Self:
        demanded = getattr(self, "skal_ha", None)
        if isinstance(demanded, Post) and not demanded.model_fields_set:
            raise PydanticCustomError(
                "feil_krav", "kravet krever ingenting: skriv under «skal_ha» hva hver av dem skal ha"
            )
        return self

    @property
    def _fravik(self) -> str:
        if self.sier_selv and self.kan_fravikes_av == "utvalget":
            return f"har utvalget fraveket det, skriver du «fraviker: {self.id}» ved valget eller perioden"
        return "har utvalget vedtatt noe annet, føres det under «avvik» i utvalg.yaml"

    def omfattet(self, g: Gjenstand) -> Visshet:
        """Whether the demand is on this record."""
        test = getattr(self, "der", None)
        return test.omfatter(g) if isinstance(test, Proeve) else True

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The records to judge."""
        raise TypeError("each value of «hver» says which records it is about")

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """One finding for each record that lacks something, at the first field to mend."""
        for tilfelle in self.tilfeller(utvalg):
            if tilfelle is I_ORDEN:
                yield self.holdt()
                continue
            holds = alle(felt.holder for felt in tilfelle.felter)
            if tilfelle.omfattet is False or holds is True:
                if tilfelle.omfattet and tilfelle.felter:
                    yield self.holdt()
                continue
            broken = [felt for felt in tilfelle.felter if felt.holder is False]
            if not tilfelle.omfattet or not broken:
                place, fact = _savnet(tilfelle, utvalg)
                yield self.uvisst(place, f"{tilfelle.hva.removesuffix(',')}: {fact}", tilfelle.emne)
                continue
            lasts = tilfelle.varer()
            yield self.brutt(
                broken[0].place,
                f"{tilfelle.hva} {_sammen(felt.tekst for felt in broken)}",
                tilfelle.emne,
                emner=tilfelle.emner,
                help=self.eller_fravik(_rettelse(broken[0]), self._fravik),
                since=None
                if any(f.since is None for f in broken)
                else min(f.since for f in broken if f.since),
                fraviker=tilfelle.fraviker,
                varer=_sammenlagt([felt.varer or lasts for felt in broken]),
            )


def _savnet(tilfelle: Kravtilfelle, utvalg: UtvalgIPeriode) -> tuple[Place, str]:
    """What is missing: of whether the demand is on the record, else of the first field that is not as demanded."""
    felt = next((f for f in tilfelle.felter if f.holder is not True), tilfelle.felter[0])
    place, fact = stedet(tilfelle.omfattet), det_foerste(tilfelle.omfattet, utvalg)
    return (place or felt.place, fact) if fact else felt.mangler(utvalg)


def _sammenlagt(parts: Sequence[Varer | None]) -> Varer | None:
    """How long it lasts that several things are wrong at once: until the last of them is put right."""
    lasting = [part for part in parts if part]
    if not lasting or len(lasting) < len(parts):
        return None
    begun = min((part.fra for part in lasting if part.fra), default=None)
    still = [part for part in lasting if not part.rettet]
    # What is surely so weighs more than what perhaps is.
    decides = min(still, key=lambda part: bool(part.kanskje), default=None)
    return (decides or max(lasting, key=lambda part: part.rettet or date.max))._replace(fra=begun)


HJELP = {
    "stemmer": "rett stemmetallene om de er ført feil; ellers er saken ikke vedtatt, og tas opp igjen",
    "ved_likhet": "skriv hva som avgjorde; ellers er saken ikke vedtatt, og tas opp igjen",
    "alder": "skriv alderen da perioden begynte, eller «ukjent»; er personen utenfor grensa, må en annen oppnevnes",
}
"""How to mend what no correction of a word mends, by the key; of all else, what stands there is put right."""


def _rettelse(felt: Felt) -> str:
    """How to mend it, by the key as it is called in the file: not every report can point at it."""
    if own := felt.hjelp or HJELP.get(felt.noekkel):
        return own
    what = f"«{felt.noekkel}»" if felt.noekkel else "det som står der"
    ways = f"rett {what}; er det ukjent, skriver du «ukjent»"
    return f"{ways}; {felt.ellers}" if felt.ellers else ways


def _sammen(demands: Iterable[str]) -> str:
    """`skal være åpent og ha referat`: the demands of one sentence, where what is wrong with one ends it."""
    said = ""
    for text in demands:
        ended = "," in said
        said += (", og " if ended else " og ") * bool(said) + (
            text if ended or not said else text.removeprefix("skal ")
        )
    return said
