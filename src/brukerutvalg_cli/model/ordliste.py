"""records/ordliste.yaml: the names of a register's own – offices, schemes of pay, events – for all its councils."""

from __future__ import annotations

from pydantic import Field

from brukerutvalg_cli.model.maalform import Maalform, Navn, Navneliste
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import Tekst

ORDLISTE = "records/ordliste.yaml"


class Ordliste(Post):
    """What is called what in every council of the register."""

    funksjoner: Navneliste = Field(
        default_factory=dict, description="Stillinger, slik de skal stå i dokumentene: {nb: …, nn: …}."
    )
    grupper: Navneliste = Field(
        default_factory=dict, description="Brukergrupper som et regelverk nevner, når ingen er ført med dem."
    )
    ordninger: Navneliste = Field(
        default_factory=dict, description="Godtgjørelsesordninger, og det som dekkes av dem."
    )
    mottakere: Navneliste = Field(
        default_factory=dict, description="Mottakere som verken er en organisasjon, et utvalg eller et verv."
    )
    hendelser: Navneliste = Field(
        default_factory=dict,
        description="Hendelser som blir ført i hendelser.yaml, og som et regelverk teller.",
    )
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")


def stillingen(name: str, utvalg: Utvalg, ordliste: Ordliste) -> Navn | None:
    """What a post is called: by the council, else in the register; None where nobody has given it a name."""
    known = kanonisk(name)
    return utvalg.funksjoner.get(known) or ordliste.funksjoner.get(known)


def funksjonen(name: str, utvalg: Utvalg, ordliste: Ordliste, maalform: Maalform = "nb") -> str:
    """The same in words: without a name, the post as it stands."""
    own = stillingen(name, utvalg, ordliste)
    return own.paa(maalform) if own else name
