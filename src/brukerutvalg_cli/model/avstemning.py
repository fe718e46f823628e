"""Avstemning: how something was decided – agreed on, by votes counted or by name, by whoever decided a tie."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.model.merker import NEVNER
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import (
    UKJENT,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Liste,
    Tekst,
    Ukjent,
)

Maate = Literal["epost", "sirkulasjon"]
"""How something is decided between meetings."""

LISTENE = ("stemte_for", "stemte_mot", "avsto")
"""The fields that name who voted what."""


class Stemmer(Post):
    """Votes counted."""

    for_: Kanskje[Heltall] = Field(alias="for", description="Stemmer for.")
    mot: Kanskje[Heltall] = Field(0, description="Stemmer mot.")
    avholdende: Kanskje[Heltall] = Field(0, description="De som lot være å stemme.")

    @property
    def tall(self) -> tuple[int | Ukjent, int | Ukjent, int | Ukjent]:
        """For, against and abstaining: in the order of `LISTENE`."""
        return self.for_, self.mot, self.avholdende


class Avstemning(Post):
    """How it was decided. Nobody need have voted, and of a vote nobody need have counted, or written who voted what."""

    enstemmig: Kanskje[JaNei] | None = Field(None, description="Var alle enige?")
    stemmer: Kanskje[Stemmer] | None = Field(None, description="Stemmetallene: {for: 7, mot: 0}.")
    ved_likhet: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None,
        description="Hvem eller hva som avgjorde ved stemmelikhet: et verv, en person, eller loddtrekning.",
    )
    stemte_for: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="De som stemte for, når navnene skal fram."
    )
    stemte_mot: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="De som stemte mot, når navnene skal fram."
    )
    avsto: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="De som lot være å stemme, når navnene skal fram."
    )

    @property
    def talt(self) -> Stemmer | Ukjent | None:
        """The votes: as they were counted, or as they are named where those who voted for it are."""
        if self.stemmer is not None or self.stemte_for is None:
            return self.stemmer
        named = {key: getattr(self, key) for key in LISTENE}
        counts = {key: UKJENT if isinstance(who, Ukjent) else len(who or ()) for key, who in named.items()}
        return Stemmer(
            **{"for": counts["stemte_for"], "mot": counts["stemte_mot"], "avholdende": counts["avsto"]}
        )


class Ordlyd(Post):
    """What is voted on, in words."""

    tekst: Tekst = Field(description="Ordlyden.")


class Alternativ(Avstemning, Ordlyd):
    """A proposal that was voted on, and was not adopted."""

    tekst: Tekst = Field(description="Forslaget, ordrett.")
    fremmet_av: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="Hvem som fremmet det: personer, en side, en organisasjon."
    )


class UtenomMoetet(Post):
    """A decision was made between meetings, by everybody's answer to a letter. It is recorded in the next meeting."""

    dato: Kanskje[Dato] = Field(description="Dagen det ble vedtatt.")
    maate: Kanskje[Maate] = Field(description="epost eller sirkulasjon.")


class Vedtak(Avstemning, Ordlyd):
    """A decision."""

    tekst: Tekst = Field(description="Vedtaket, ordrett.")
    utenom_moetet: Kanskje[UtenomMoetet] | None = Field(
        None,
        description="Når og hvordan det ble vedtatt, når det ikke skjedde i møtet: {dato: …, maate: epost}.",
    )
    alternativer: Kanskje[tuple[Alternativ, ...]] | None = Field(
        None, description="Andre forslag det ble stemt over, og som ikke ble vedtatt."
    )
