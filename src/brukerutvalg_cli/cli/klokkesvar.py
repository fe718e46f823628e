"""Klokkesvar: when a meeting begins and ends, as a verb is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brukerutvalg_cli.cli import svar
from brukerutvalg_cli.cli.faktum import eller_ukjent

if TYPE_CHECKING:
    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.model.sagt_klokke import SagtTidsrom
    from brukerutvalg_cli.model.verdier import Ukjent


def klokka(text: str) -> str:
    """A time of day as people write it."""
    from brukerutvalg_cli.model.sagt_klokke import IngenTid, sagt_klokke

    try:
        return sagt_klokke(text)
    except IngenTid as error:
        raise svar.Ugyldig(f"{error}.") from None


def tidsrom(text: str) -> SagtTidsrom:
    """A time of day, or two with a dash between them."""
    from brukerutvalg_cli.model.sagt_klokke import IngenTid, sagt_tid

    try:
        return sagt_tid(text)
    except IngenTid as error:
        raise svar.Ugyldig(f"{error}.") from None


def naar(tid: str, slutt: str) -> Postdata:
    """`tid` and `slutt` of a meeting, as far as they were said; `--tid 12-14` says both.

    Raises:
        typer.BadParameter: where one cannot be read and nobody can be asked, or two ends are said.
    """
    import typer

    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.verdier import Ukjent

    begins: SagtTidsrom | Ukjent | None = svar.om_sagt(
        "--tid", tid, "Når begynner det?", eller_ukjent(tidsrom, Moete, "tid")
    )
    ends = svar.om_sagt("--slutt", slutt, "Når slutter det?", eller_ukjent(klokka, Moete, "slutt"))
    if begins is None or isinstance(begins, Ukjent):
        return {"tid": begins, "slutt": ends}
    if begins.slutt and ends not in (None, begins.slutt):
        raise typer.BadParameter(
            f"--tid sier at det slutter {begins.slutt}, og --slutt at det slutter {ends}"
        )
    return {"tid": begins.tid, "slutt": begins.slutt or ends}
