"""Vet av: as much of a day as is known – the day, its year or month, or that nobody knows – and how that is said."""

from __future__ import annotations

from datetime import date
from typing import Any

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.verdier import Ukjent

Sagt = date | Deldato | Ukjent
"""As much of a day as somebody has said."""


def vet_av(post: Any, felt: str) -> Any:
    """As much as is known of a day of a record or a seat: the day, its year or month, or that nobody knows."""
    return post.deldato.get(felt, getattr(post, felt))


def tidligst(dag: Sagt | None) -> date | None:
    """The first day that may be meant; None where it may be any, or there is none."""
    return dag.tidligst if isinstance(dag, Deldato) else dag if isinstance(dag, date) else None


def senest(dag: Sagt | None) -> date | None:
    """The last day that may be meant; None where it may be any, or there is none."""
    return dag.senest if isinstance(dag, Deldato) else dag if isinstance(dag, date) else None


def deldag_i_ord(dag: Sagt) -> str:
    """`2021`, `mars 2021`, the day, or that it is not known: after «fra» and «til»."""
    if isinstance(dag, Ukjent):
        return "en ukjent dag"
    return dag.i_ord if isinstance(dag, Deldato) else dato_i_ord(dag)


def naar_i_ord(dag: Sagt) -> str:
    """`i 2021`, `i mars 2021`, `onsdag 3. mars 2021`, `en ukjent dag`: when something was done."""
    if isinstance(dag, Ukjent):
        return "en ukjent dag"
    return f"i {dag.i_ord}" if isinstance(dag, Deldato) else dag_i_ord(dag)
