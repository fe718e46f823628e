"""Oppnevnersvar: who appointed somebody to a seat, and who proposed it, as a verb is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.handling.filer import Post


def oppnevnt_av(s: Skriving, person: str, av: str, foreslaatt_av: str, krevd: Container[str]) -> Post:
    """By the keys of the file. Asked where the mandate wants it on record; the owner and whom they sit for are offered.

    Raises:
        typer.BadParameter: where one cannot be read, and nobody can be asked again.
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.handling.person import vanlig
    from brukerutvalg_cli.model.medlem import Oppnevning

    usual = vanlig(s.mappe, person)
    anybody = svar.helst_en_av(s.hvem_som_helst)
    asked = {
        "av": ("--av", av, "Hvem oppnevnte?"),
        "foreslaatt_av": ("--foreslaatt-av", foreslaatt_av, "Hvem foreslo?"),
    }
    return {
        key: faktum(
            Spoersmaal(option, Oppnevning, key, question),
            said,
            anybody,
            tilbudt=usual[key] or "",
            savnes=key in krevd,
        )
        for key, (option, said, question) in asked.items()
    }
