"""Saksfakta: what the mandate wants to know of a case on its way to an agenda, asked where nobody said it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from brukerutvalg_cli.cli import dagsvar, svar
from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum

if TYPE_CHECKING:
    from datetime import date

    from pydantic import BaseModel

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
    from brukerutvalg_cli.model.verdier import Ukjent

KOMMER_FOER = "Kommer saken før beslutningen er tatt (ja/nei)?"


def krevd(s: Skriving, slag: str, dag: date) -> Collection[str]:
    """What the mandate of a day wants on record of a case of this kind, by the keys."""
    from brukerutvalg_cli.handling.mandatets import gjeldende, krevd_av_sak

    return krevd_av_sak(gjeldende(s.mappe, s.lastet.regelverk, dag), slag)


def foer_beslutning(modell: type[BaseModel], sagt: str, *, savnes: bool) -> bool | Ukjent | None:
    """Whether the case comes before the decision."""
    om = Spoersmaal("--foer-beslutning", modell, "foer_beslutning", KOMMER_FOER)
    return faktum(om, sagt, svar.ja_eller_nei, savnes=savnes)


def paa_sakslista(
    s: Skriving, sak: InnmeldtSak, dag: date, foer: str, fortrolig_til: str
) -> dict[str, object]:
    """What is said of a submitted case when it is put on an agenda, and what is lacking of it there, by the keys."""
    from brukerutvalg_cli.model.sak import Sak

    wanted = krevd(s, str(sak.type), dag)
    lacks = {key for key in wanted if getattr(sak, key, None) is None}
    closed = Spoersmaal("--fortrolig-til", Sak, "fortrolig_til", "Når kan saken bli offentlig?")
    until = faktum(
        closed, fortrolig_til, dagsvar.dag, savnes=bool(sak.fortrolig) and "fortrolig_til" in lacks
    )
    return {
        "foer_beslutning": foer_beslutning(Sak, foer, savnes="foer_beslutning" in lacks),
        "fortrolig_til": until,
    }
