"""Skriveverb: a verb that writes is a function of an open register that makes a draft. To open, judge, lock, write,
commit, remember and say what is next is done here, for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints

import typer

from brukerutvalg_cli.cli.skrivevalg import COMMIT, DATO, LIKEVEL, TOERR, UTVALG

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.skriving import Gjort, Skriving


class Felles(NamedTuple):
    """The arguments and options that every writing verb has."""

    ctx: typer.Context
    utvalg: UTVALG = ""
    dato: DATO = ""
    likevel: LIKEVEL = False
    dry_run: TOERR = False
    commit: COMMIT = None


FOERST = ("ctx", "utvalg")
"""Those of them that come before the verb's own."""


def skriver(verb: Callable[..., Gjort | None]) -> Callable[..., None]:
    """Makes a command of a verb, with its own arguments and options and those of `Felles`.

    The verb takes a `Skriving` and its own, and answers what it did, or nothing where it has said itself why there is
    nothing to write.
    """

    @wraps(verb)
    def command(**said: Any) -> None:
        from brukerutvalg_cli.cli.nedskriving import skriv_ned

        felles = Felles._make([said.pop(name) for name in Felles._fields])
        with skriving(felles) as s:
            gjort = verb(s, **said)
            if s.uten_dag and not s.spurt:
                what = s.deldag.i_ord if s.deldag else "ukjent"
                raise typer.BadParameter(f"--dato: her kan det ikke stå «{what}». Hvilken dag ble det gjort?")
            if gjort:
                skriv_ned(s, gjort, commit=felles.commit)

    own, shared = _parametre(verb)[1:], _parametre(Felles)
    parameters = [
        *(p for p in shared if p.name in FOERST),
        *own,
        *(p for p in shared if p.name not in FOERST),
    ]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads them from
    return command


def _parametre(function: Callable[..., object]) -> list[Parameter]:
    """By keyword, so that they can stand in any order, and with annotations that are no longer text."""
    hints = get_type_hints(function, include_extras=True)
    found = signature(function).parameters.values()
    return [p.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[p.name]) for p in found]


@contextmanager
def skriving(felles: Felles) -> Iterator[Skriving]:
    """Opens the register for a change in one council.

    Raises:
        typer.BadParameter: when there is no such council.
        Stans: when the change cannot be made.
    """
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.dag import lest_dag, sett_fra
    from brukerutvalg_cli.cli.faktum import VET_IKKE
    from brukerutvalg_cli.cli.laas import rett_opp_avbrutt
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg, lest_mappe
    from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
    from brukerutvalg_cli.endring.utkast import Utkast
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.model.deldato import sagt_deldato
    from brukerutvalg_cli.register.load import load

    root = register_rot(felles.ctx, skriver=True)
    rett_opp_avbrutt(root)
    tree = arbeidstre(felles.ctx, root)
    name = kjent_utvalg(tree, felles.utvalg)
    part = sagt_deldato(felles.dato)
    unknown = bool(part) or felles.dato.strip().lower() in VET_IKKE
    day = lest_dag("" if unknown else felles.dato)
    lastet = load(tree, utvalg=[name], ventet=[name])  # who names it, may be judged otherwise by what it says
    draft = Utkast(tree, {path: file.raw for path, file in lastet.lest.items()})
    try:
        mappe = lest_mappe(lastet, name, si_fra=False).uten_antakelser()
        with sett_fra(day):
            yield Skriving(
                root, tree, lastet, mappe, draft, day, felles.likevel, felles.dry_run, unknown, part
            )
    except (Nektet, KanIkkeRedigere) as error:
        raise Stans(str(error)) from None
