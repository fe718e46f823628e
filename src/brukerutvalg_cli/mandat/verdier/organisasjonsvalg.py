"""ORGANISASJON: a selector of organisations and public bodies, by what they are. Keys combine with *and*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.navneord import EN_GRUPPE
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER, Organisasjon, Organisasjonstype
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, fordi, ikke, uvisst
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import eller, tusener


class Organisasjonsvalg(Post):
    """Which organisations."""

    type: Annotated[tuple[Organisasjonstype, ...], Field(min_length=1), EN_ELLER_FLERE] | None = Field(
        None, description="Hva slags."
    )
    paraply: JaNei | None = Field(None, description="ja: den er medlem av en paraplyorganisasjon.")
    gruppe: Annotated[tuple[str, ...], Field(min_length=1), EN_ELLER_FLERE, EN_GRUPPE] | None = Field(
        None, description="Brukergruppen den taler for."
    )
    innbyggere: Mengde | None = Field(None, description="Folketallet i en kommune.")
    har_plass: JaNei | None = Field(None, description="ja: den har plass i utvalget.")

    @model_validator(mode="after")
    def _asks_for_something(self) -> Self:
        if not self.model_fields_set:
            text = (
                "det står ikke hvilke organisasjoner: skriv type, paraply, gruppe, innbyggere eller har_plass"
            )
            raise PydanticCustomError("feil_hvem", text)
        uten_andel("innbyggere", self.innbyggere)
        return self

    def svar(
        self, name: str | Ukjent | None, body: Organisasjon | None, utvalg: Utvalg, om: str
    ) -> Iterator[Visshet]:
        """Whether what is asked of an organisation is so, key by key; `om` is the one it is asked for.

        `name` is what stands in a record and `body` what it names: where nobody is named there is no such
        organisation, and of one that is not on record nothing is known but its name.
        """
        if isinstance(name, Ukjent):
            yield uvisst("organisasjon", om)
            return
        if self.har_plass is not None:
            yield fordi(_som(self.har_plass, _har_plass(name, utvalg)), "har_plass", om)
        absent: Visshet = UVISST if name else False
        for key, wanted in (("type", self.type), ("gruppe", self.gruppe)):
            if wanted:
                yield fordi(_blant(getattr(body, _FELT[key]), wanted) if body else absent, key, om)
        if self.paraply is not None:
            yield fordi(_som(self.paraply, _paraply(body)) if body else absent, "paraply", om)
        if self.innbyggere:
            size = _folketall(body, self.innbyggere) if body else fordi(absent, "innbyggere", om)
            yield fordi(size, "folketall", str(name), Place(ORGANISASJONER, (str(name),))) if body else size

    def i_ord(self, *, tall: bool = True) -> str:
        """`en organisasjon som er paraply`. `tall`: with large numbers as they are read."""
        size = self.innbyggere.i_ord() if self.innbyggere else ""
        inhabitants = f"{tusener(size) if tall else size} innbyggere" if size else ""
        if self.model_fields_set == {"innbyggere"}:
            return f"en kommune med {inhabitants}"
        said = [
            f"er {eller(self.type)}" if self.type else "",
            f"{_ikke(self.paraply)}har en paraply" if self.paraply is not None else "",
            f"taler for {eller(self.gruppe)}" if self.gruppe else "",
            f"{_ikke(self.har_plass)}har plass i utvalget" if self.har_plass is not None else "",
            f"har {inhabitants}" if inhabitants else "",
        ]
        return f"en {'kommune' if size else 'organisasjon'} som {alle_sammen(filter(None, said))}"


def _ikke(wanted: bool) -> str:
    return "" if wanted else "ikke "


_FELT = {"type": "type", "gruppe": "grupper"}


def uten_andel(noekkel: str, mengde: Mengde | None) -> None:
    """Sees to it that what is counted of one is a number: there is nothing it could be a share of.

    Raises:
        PydanticCustomError: `feil_hvem`.
    """
    if mengde is not None and mengde.er_andel:
        text = "«{noekkel}» kan ikke være en andel"
        raise PydanticCustomError("feil_hvem", text, {"noekkel": noekkel, "hjelp": "skriv et helt tall"})


def mangler_folketall(organisasjon: Organisasjon) -> bool:
    """Whether it may be a municipality, and nobody has recorded how many live there."""
    public = organisasjon.type in ("offentlig", UKJENT)
    return organisasjon.innbyggere is UKJENT or (organisasjon.innbyggere is None and public)


def _som(wanted: bool, claim: Visshet) -> Visshet:
    return claim if wanted else ikke(claim)


def _blant(value: object, names: tuple[str, ...]) -> Visshet:
    if isinstance(value, Ukjent):
        return UVISST
    return any(name in names for name in value) if isinstance(value, tuple) else value in names


def _har_plass(name: str | None, utvalg: Utvalg) -> Visshet:
    seats = utvalg.har_plass
    if name is None:
        return False
    return UVISST if isinstance(seats, Ukjent) else name in seats


def _paraply(body: Organisasjon) -> Visshet:
    return UVISST if body.medlem_av is UKJENT else bool(body.medlem_av)


def _folketall(body: Organisasjon, size: Mengde) -> Visshet:
    """A municipality whose inhabitants nobody has counted has some: not recorded is unknown of a public body."""
    if isinstance(body.innbyggere, int):
        return size.oppfylt(body.innbyggere, body.innbyggere)
    return UVISST if mangler_folketall(body) else False
