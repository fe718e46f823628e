"""Oppnevnersvar: what a verb is told of an appointment, and what the mandate wants on record of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.model.verdier import Ukjent


TILSAGN = {"samtykke": "Har personen sagt ja (ja/nei)?", "fullmakt": "Har personen fullmakt (ja/nei)?"}


def krevd(s: Skriving, person: str, verv: str) -> Container[str]:
    """What the mandate wants on record of this person's appointment to this verv, by the keys."""
    from brukerutvalg_cli.handling.mandatets import gjeldende, krevd_av_oppnevning

    side = str(s.mappe.medlemmer[person].side) if person in s.mappe.medlemmer else ""
    return krevd_av_oppnevning(gjeldende(s.mappe, s.lastet.regelverk, s.dag), verv, side)


def tilsagn(felt: str, sagt: str, krevd: Container[str]) -> bool | Ukjent | None:
    """Whether somebody said yes to it, or has a mandate; asked for where it is wanted on record."""
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.cli.svar import ja_eller_nei
    from brukerutvalg_cli.model.medlem import Oppnevning

    om = Spoersmaal(f"--{felt}", Oppnevning, felt, TILSAGN[felt])
    return faktum(om, sagt, ja_eller_nei, savnes=felt in krevd)


def oppnevnt_av(s: Skriving, person: str, av: str, foreslaatt_av: str, krevd: Container[str]) -> Postdata:
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
