"""SakFilter: which cases a provision is about, by what is recorded of them."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Ord, navngitt
from brukerutvalg_cli.mandat.verdier.som_krevd import en_av, er
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Fase, Sak, Sakstype
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, JaNei
from brukerutvalg_cli.model.visshet import Visshet, alle


class SakFilter(Post):
    """Which cases."""

    type: Annotated[tuple[Sakstype, ...], EN_ELLER_FLERE] | None = Field(
        None, description="Bare saker av disse typene."
    )
    fortrolig: JaNei | None = Field(None, description="ja: bare fortrolige saker. nei: bare åpne.")
    oversendt_til: Ord | None = Field(None, description="Utvalget saken er sendt til. Også: overordnet.")
    innmeldt_av: Ord | None = Field(
        None,
        description="Siden, personen, organisasjonen eller utvalget som meldte den inn. Også: underordnede.",
    )
    tema: Ord | None = Field(None, description="Saker med et av disse temaene.")
    fase: Annotated[tuple[Fase, ...], EN_ELLER_FLERE] | None = Field(
        None, description="Bare saker som er kommet hit."
    )
    foer_beslutning: JaNei | None = Field(
        None, description="ja: bare saker som kom før beslutningen var tatt. nei: bare de andre."
    )

    def omfatter(self, sak: Sak, utvalg: UtvalgIPeriode) -> Visshet:
        """Whether the case is one of these; None where a fact that decides it is unknown."""
        return alle(held for _, held in self._claims(sak, utvalg))

    def uklart(self, sak: Sak, utvalg: UtvalgIPeriode) -> str:
        """The key of the first fact that nobody knows."""
        return next((key for key, held in self._claims(sak, utvalg) if held is None), "nr")

    def _claims(self, sak: Sak, utvalg: UtvalgIPeriode) -> Iterator[tuple[str, Visshet]]:
        council = utvalg.mappe.utvalg
        if self.type is not None:
            yield "type", en_av(sak.type, self.type)
        if self.fortrolig is not None:
            yield "fortrolig", er(sak.fortrolig, self.fortrolig)
        if self.oversendt_til is not None:
            yield "oversendt_til", navngitt(self.oversendt_til, council).omfatter(sak.oversendt_til)
        if self.innmeldt_av is not None:
            yield "innmeldt_av", navngitt(self.innmeldt_av, council).omfatter(sak.innmeldt_av)
        if self.tema is not None:
            yield "tema", en_av(sak.tema, self.tema)
        if self.fase is not None:
            yield "fase", en_av(sak.fase, self.fase)
        if (
            self.foer_beslutning is not None
        ):  # a case comes before or after: where it is not recorded, nobody knows
            stated = sak.foer_beslutning
            yield "foer_beslutning", None if stated is None else er(stated, self.foer_beslutning)
