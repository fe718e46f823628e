"""Maalform: the two written forms of Norwegian, and what is called something in each."""

from typing import Annotated, Any, Literal

from pydantic import Field

from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.verdier import LestFoerst

Maalform = Literal["nb", "nn"]


class Navn(Post):
    """A name in both language forms; one that is the same in both is written as plain text."""

    nb: str = Field(description="Navnet på bokmål.")
    nn: str = Field(description="Navnet på nynorsk.")

    def paa(self, maalform: Maalform) -> str:
        """The name in this language form."""
        return self.nn if maalform == "nn" else self.nb


def _same_in_both(value: Any) -> Any:
    return {"nb": value, "nn": value} if isinstance(value, str) else value


def _som_id(value: Any) -> Any:
    return {kanonisk(str(key)): name for key, name in value.items()} if isinstance(value, dict) else value


Navneform = Annotated[Navn, LestFoerst(_same_in_both)]
Navneliste = Annotated[dict[str, Navneform], LestFoerst(_som_id)]
"""Names by id. They are compared as ids are written, so that is how the list has them."""
