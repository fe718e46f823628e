"""What every `krav` shares: cases to judge, fields that hold or do not, and one finding for each case."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.model.verdier import UKJENT, Navneord, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.i_ord import alle_sammen, eller, i_ord, i_vervet, omtalt
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hvem import Navngitt
from brukerutvalg_cli.regler.vurdering import Vurdering


class Felt(NamedTuple):
    """One field of one record: where it stands, whether it is as demanded, and the demand in words.

    `tekst` goes on from the subject: «skal ha leder som møteleder, men kari ledet det». `fakta` names
    the fact that decides it, where that is another than the field itself. `since` is the day a lack of it
    became true, where time alone can make it so.
    """

    place: Place
    holder: Visshet
    tekst: str
    fakta: str = ""
    since: date | None = None

    @property
    def ukjent(self) -> str:
        """What is missing, where nobody can know: «fullmakt» er ukjent."""
        return self.fakta or f"«{self.noekkel}» er ukjent"

    @property
    def noekkel(self) -> str:
        """The key of the field."""
        return next((step for step in reversed(self.place.route) if isinstance(step, str)), "")


class Tilfelle(NamedTuple):
    """One record that the demand is about. `omfattet` is whether the filter takes it in.

    `uklart` is what the filter asks for, where nobody can know: where it stands, and the fact in words.
    """

    hva: str
    emne: str
    felter: tuple[Felt, ...]
    omfattet: Visshet = True
    emner: tuple[str, ...] = ()
    fraviker: tuple[str, ...] = ()
    uklart: tuple[Place, str] | None = None


class Krav(Bestemmelse):
    """A demand on every record of one sort. Each value of `hver` has a typed model of its own."""

    kode: ClassVar[str] = "BU105"

    regel: Literal["krav"] = Field(description="krav: hver av noe skal ha noe.")
    hvis_finnes: Navneord | None = Field(
        None, description="Et verv: kravet gjelder bare de dagene noen har det, som redaksjonsraad."
    )

    @model_validator(mode="after")
    def _demands_something(self) -> Self:
        demanded = getattr(self, "skal_ha", None)
        if isinstance(demanded, Post) and not demanded.model_fields_set:
            raise PydanticCustomError(
                "feil_krav", "kravet krever ingenting: skriv under «skal_ha» hva hver av dem skal ha"
            )
        return self

    def bundet(self, utvalg: UtvalgIPeriode) -> UtvalgIPeriode:
        """The council, as far as the demand is on it: on the days on which somebody has the verv it asks for."""
        return replace(utvalg, naar_noen_er=self.hvis_finnes) if self.hvis_finnes else utvalg

    def uvisst_om_noen(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """The meetings of which nobody knows whether somebody had the verv."""
        for moete in utvalg.avholdte if self.hvis_finnes else ():
            if utvalg.mappe.noen_er(self.hvis_finnes or "", moete.dato) is None:
                text = f"om noen sitter {i_vervet(self.hvis_finnes or '', utvalg)}, er ukjent"
                yield self.uvisst(utvalg.binding_at(), text, f"{moete.dato} {self.hvis_finnes}")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The records to judge."""
        raise TypeError("each value of «hver» says which records it is about")

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """One finding for each record that lacks something, at the first field to mend."""
        yield from self.uvisst_om_noen(utvalg)
        for tilfelle in self.tilfeller(self.bundet(utvalg)):
            holds = alle(felt.holder for felt in tilfelle.felter)
            if tilfelle.omfattet is False or holds is True:
                if tilfelle.omfattet and tilfelle.felter:
                    yield self.holdt()
                continue
            broken = [felt for felt in tilfelle.felter if felt.holder is False]
            if tilfelle.omfattet is None or not broken:
                unsure = next((f for f in tilfelle.felter if f.holder is not True), tilfelle.felter[0])
                missing = (unsure.place, unsure.ukjent)
                place, fact = tilfelle.uklart or missing if tilfelle.omfattet is None else missing
                yield self.uvisst(place, f"{tilfelle.hva.removesuffix(',')}: {fact}", tilfelle.emne)
                continue
            yield self.brutt(
                broken[0].place,
                f"{tilfelle.hva} {_sammen(felt.tekst for felt in broken)}",
                tilfelle.emne,
                emner=tilfelle.emner,
                help=_rettelse(broken[0])
                + "; har utvalget vedtatt noe annet, føres det under «avvik» i utvalg.yaml",
                since=None
                if any(f.since is None for f in broken)
                else min(f.since for f in broken if f.since),
                fraviker=tilfelle.fraviker,
            )


HJELP = {
    "stemmer": "rett stemmetallene om de er ført feil; ellers er saken ikke vedtatt, og tas opp igjen",
    "ved_likhet": "før hva som avgjorde; ellers er saken ikke vedtatt, og tas opp igjen",
    "alder": "før alderen da perioden begynte, eller «ukjent»; er personen utenfor grensen, må en annen oppnevnes",
}
"""How to mend what no correction of a word mends, by the key; of all else, what stands there is put right."""


def _rettelse(felt: Felt) -> str:
    """How to mend it, by the key as it is called in the file: not every report can point at it."""
    if own := HJELP.get(felt.noekkel):
        return own
    what = f"«{felt.noekkel}»" if felt.noekkel else "det som står der"
    return f"rett {what}; er det ukjent, skriver du «ukjent»"


def _sammen(demands: Iterable[str]) -> str:
    """`skal være åpent og ha referat`: the demands of one sentence, where what is wrong with one ends it."""
    said = ""
    for text in demands:
        ended = "," in said
        said += (", og " if ended else " og ") * bool(said) + (
            text if ended or not said else text.removeprefix("skal ")
        )
    return said


def en_av(value: str | tuple[str, ...] | Ukjent | None, names: tuple[str, ...]) -> Visshet:
    """Whether what is recorded is (or includes) one of these. Not recorded is not."""
    if value is UKJENT:
        return None
    stated = (value,) if isinstance(value, str) else value or ()
    return any(name in names for name in stated)


def alt_av(stated: tuple[str, ...] | Ukjent | None, wanted: Iterable[str]) -> tuple[Visshet, list[str]]:
    """Whether all of these are recorded, and which are not. Nothing recorded is none of them."""
    listed = stated if isinstance(stated, tuple) else ()
    missing = [name for name in wanted if name not in listed]
    return None if isinstance(stated, Ukjent) else not missing, missing


def men(value: str | bool | tuple[str, ...] | Ukjent | None, utvalg: UtvalgIPeriode | None = None) -> str:
    """The end of a sentence that said what should have been: what is, or that nothing is recorded."""
    if utvalg and value and isinstance(value, str | tuple):
        names = (value,) if isinstance(value, str) else value
        return f", men det er {alle_sammen(omtalt(name, utvalg) for name in names)}"
    if value is None or value == ():
        return ", men det er ikke ført"
    if isinstance(value, bool | Ukjent):
        return ""
    return f", men det er {i_ord(value) if isinstance(value, str) else eller(value)}"


def ja_nei(wanted: bool) -> str:
    """`ikke `, or nothing."""
    return "" if wanted else "ikke "


def betyr_noe(name: str, utvalg: UtvalgIPeriode) -> bool:
    """Whether a name stands for anything that could be read. One that does not has a finding of its own."""
    mappe, register = utvalg.mappe, utvalg.register
    verv, sider = mappe.utvalg.verv, mappe.utvalg.sider
    groups = (STANDARD_VERV, verv, STANDARD_SIDER, sider, mappe.kjente_personer, register.organisasjoner)
    return any(name in group for group in groups) or name in register.kjente_utvalg


def navngitt_felt(
    place: Place, holds: Visshet, text: str, names: Navngitt, value: object, utvalg: UtvalgIPeriode
) -> Felt:
    """A field that is to name one of these; where it is the name that nobody knows, that is the fact to find."""
    if holds is None and names.uvisst and not isinstance(value, Ukjent):
        place, fact = names.savnet(utvalg.mappe.utvalg)
        return Felt(place, None, text, fact)
    return Felt(place, holds, text)


def er(value: bool | Ukjent | None, wanted: bool) -> Visshet:
    """Whether a yes or no is the one demanded. Not recorded is not."""
    return None if value is UKJENT else value is wanted
