"""MoeteFilter: which meetings a provision is about, by what is recorded of them."""

from typing import Annotated

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.verdier.som_krevd import en_av, er
from brukerutvalg_cli.model.moete import Form, Moete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, JaNei
from brukerutvalg_cli.model.visshet import Visshet, alle

Formene = Annotated[tuple[Form, ...], EN_ELLER_FLERE]


class MoeteFilter(Post):
    """Which meetings."""

    form: Formene | None = Field(None, description="Bare møter av disse formene: fysisk, digitalt, hybrid.")
    aapent: JaNei | None = Field(None, description="ja: bare åpne møter. nei: bare lukkede.")
    ekstraordinaert: JaNei | None = Field(
        None, description="ja: bare ekstraordinære møter. nei: bare de vanlige."
    )

    def omfatter(self, moete: Moete) -> Visshet:
        """Whether the meeting is one of these; None where a fact that decides it is unknown."""
        return alle(self._claims(moete).values())

    def uklart(self, moete: Moete) -> tuple[Place, str]:
        """The first fact that is asked for and nobody knows: of a meeting, what is not recorded is not known."""
        key = next(key for key, held in self._claims(moete).items() if held is None)
        how = "ikke ført" if getattr(moete, key) is None else "ukjent"
        return moete.at(key, otherwise=("dato",)), f"«{key}» er {how}"

    def _claims(self, moete: Moete) -> dict[str, Visshet]:
        form, open_ = moete.form, moete.aapent
        return {
            "form": self.form is None or (None if form is None else en_av(form, self.form)),
            "aapent": self.aapent is None or (None if open_ is None else er(open_, self.aapent)),
            "ekstraordinaert": self.ekstraordinaert is None
            or er(moete.ekstraordinaert, self.ekstraordinaert),
        }
