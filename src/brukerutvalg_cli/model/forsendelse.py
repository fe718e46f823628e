"""Forsendelse: how a document of a meeting went to somebody – by which way, and in what form."""

from typing import Annotated

from pydantic import Field

from brukerutvalg_cli.model.merker import ALLTID, NEVNER
from brukerutvalg_cli.model.ordvalg import Dokument, Forsendelsesmaate, Sendeform
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, Kanskje, Liste

MEDLEMMENE = "medlemmer"
"""The name that the members have among those something is sent to."""


class Forsendelse(Post):
    """How one or more documents went to somebody: one line for each way."""

    hva: Annotated[tuple[Dokument, ...], EN_ELLER_FLERE] = Field(
        min_length=1, description="Det som ble sendt: innkalling, sakliste, sakspapirer, referat."
    )
    til: Annotated[Kanskje[Liste], NEVNER] = Field(
        (), description="Hvem det gikk til slik. Uten det: medlemmene."
    )
    maate: Annotated[Kanskje[Forsendelsesmaate] | None, ALLTID] = Field(
        None, description="Måten det gikk på: epost, brev, lenke, sms eller overlevert."
    )
    format: Annotated[Kanskje[Sendeform] | None, ALLTID] = Field(
        None, description="Formen det hadde: pdf, papir, nettside, lyd eller punktskrift."
    )
