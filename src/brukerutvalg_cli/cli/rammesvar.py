"""Rammesvar: when, where and how a new meeting is. What was so the last time is offered, and never taken unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, get_args

from brukerutvalg_cli.cli import svar
from brukerutvalg_cli.cli.faktum import eller_ukjent
from brukerutvalg_cli.cli.klokkesvar import klokka, naar
from brukerutvalg_cli.model.ordvalg import Form

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pydantic import BaseModel

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.model.verdier import Ukjent

T = TypeVar("T")
IKKE_BESTEMT = "-"


def rammene(
    s: Skriving, dag: date, tid: str, slutt: str, sted: str, universell: str, form: str, *, som_sist: bool
) -> Postdata:
    """What was said of these, and for the rest: asked on a terminal, as the last time where `som_sist` says so.

    Raises:
        typer.BadParameter: where one cannot be read, and nobody can be asked again.
    """
    from brukerutvalg_cli.handling.moete import som_sist as as_last
    from brukerutvalg_cli.model.moete import Moete, Sted

    last = as_last(s.mappe, {})
    clock = naar(tid, slutt)
    place = {
        "navn": svar.om_sagt("--sted", sted, "Hvor er det?", eller_ukjent(svar.tekst, Sted, "navn")),
        "universell_utforming": svar.om_sagt(
            "--universell-utforming",
            universell,
            "Kan alle komme inn (ja/nei/ukjent)?",
            eller_ukjent(svar.ja_eller_nei, Sted, "universell_utforming"),
        ),
    }
    shape = svar.om_sagt(
        "--form", form, "Hvilken form?", eller_ukjent(svar.en_av(get_args(Form)), Moete, "form")
    )
    said = {key: value for key, value in {**clock, "form": shape}.items() if value is not None}
    where = {key: value for key, value in place.items() if value is not None}
    if som_sist:
        return as_last(s.mappe, said | ({"sted": where} if where else {}))
    return _spurt(said, where, last) if svar.kan_spoerre() else said | ({"sted": where} if where else {})


def _spoer(
    valg: str,
    tekst: str,
    les: Callable[[str], T],
    av: tuple[type[BaseModel], str],
    tilbudt: str | bool | None,
) -> T | Ukjent | None:
    """The answer, or nothing where that is not decided yet."""
    read = eller_ukjent(les, *av)
    offered = ("nei", "ja")[tilbudt] if isinstance(tilbudt, bool) else tilbudt or IKKE_BESTEMT
    return svar.svar(
        valg, "", f"{tekst} «{IKKE_BESTEMT}» om det ikke er bestemt.",
        lambda text: None if text == IKKE_BESTEMT else read(text), offered,
    )  # fmt: skip


def _spurt(said: Postdata, where: Postdata, last: Postdata) -> Postdata:
    """What was said, and for the rest what is answered. Nothing is answered with an empty line, or with a dash."""
    from brukerutvalg_cli.model.moete import Moete, Sted

    stood = last.get("sted") or {}
    if "tid" not in said:
        said["tid"] = _spoer("--tid", "Når begynner det?", klokka, (Moete, "tid"), last.get("tid"))
    if "slutt" not in said and said["tid"] is not None:
        ends = last.get("slutt") if said["tid"] == last.get("tid") else None
        said["slutt"] = _spoer("--slutt", "Når slutter det?", klokka, (Moete, "slutt"), ends)
    if "navn" not in where:
        where["navn"] = _spoer("--sted", "Hvor er det?", svar.tekst, (Sted, "navn"), stood.get("navn"))
    if where["navn"] is not None and "universell_utforming" not in where:
        access = stood.get("universell_utforming") if where["navn"] == stood.get("navn") else None
        field = (Sted, "universell_utforming")
        question = "Kan alle komme inn og ta del (ja/nei/ukjent)?"
        where["universell_utforming"] = _spoer(
            "--universell-utforming", question, svar.ja_eller_nei, field, access
        )
    if "form" not in said:
        question = f"Hvilken form har møtet ({', '.join(get_args(Form))})?"
        said["form"] = _spoer(
            "--form", question, svar.en_av(get_args(Form)), (Moete, "form"), last.get("form")
        )
    place = {key: value for key, value in where.items() if value is not None}
    return said | {"sted": place or None}
