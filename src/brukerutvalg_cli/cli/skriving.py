"""Skriving: the way of every writing verb – open the register, draft, judge, write, and say what is next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.endring.utkast import Filendring, Utkast
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.rapport.rapport import Located
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree
    from brukerutvalg_cli.regler.i_ord import Her


@dataclass(frozen=True)
class Skriving:
    """A register open for change: what it is now, one council of it, and the draft.

    What is assumed is not known in `mappe`: nothing is written as a fact because somebody assumed it.
    """

    rot: Path
    tree: Tree
    lastet: Lastet
    mappe: Utvalgsmappe
    utkast: Utkast
    dag: date

    @property
    def her(self) -> Her:
        """Where a name is said: in this council, in the register."""
        from brukerutvalg_cli.regler.i_ord import Her

        return Her(self.mappe, self.lastet.register)

    @property
    def hvem_som_helst(self) -> list[str]:
        """Everybody that can be named: people, sides, verv, organisations and councils."""
        from brukerutvalg_cli.regler.innebygd.henvisninger import HVEM_SOM_HELST
        from brukerutvalg_cli.regler.innebygd.kjent import kjente

        known = kjente(self.mappe, self.lastet.register, self.lastet.regelverk)
        return [name for sort in HVEM_SOM_HELST for name in sorted(known[sort] or ())]

    def moete(self, text: str) -> Moete:
        """The meeting that was meant. `siste` is the last whose day has come, held on record or not yet.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
            Stans: when its file cannot be read.
        """
        from brukerutvalg_cli.cli import svar
        from brukerutvalg_cli.cli.stans import Stans
        from brukerutvalg_cli.dokument.moetevalg import SISTE, UkjentMoete, velg_moete
        from brukerutvalg_cli.handling.filer import moetefil
        from brukerutvalg_cli.model.kalender import les_dag

        def les(text: str) -> Moete:
            if text.strip().lower() == SISTE:
                come = [m for m in self.mappe.moeter if m.status != "avlyst" and m.dato <= self.dag]
                if come:
                    return come[-1]
            try:
                return velg_moete(self.mappe, text, self.dag)
            except UkjentMoete as error:
                if (day := les_dag(text)) and (
                    path := moetefil(self.mappe, day)
                ) in self.lastet.register.feilet:
                    raise Stans(f"{path} kan ikke leses. Kjør «brukerutvalg valider»") from None
                raise svar.Ugyldig(str(error)) from None

        return svar.svar("MØTE", text, "Hvilket møte?", les) if self.mappe.moeter else les(text)


@contextmanager
def skriving(ctx: typer.Context, utvalg: str, dato: str = "") -> Iterator[Skriving]:
    """Opens the register for a change in one council.

    Raises:
        typer.BadParameter: when there is no such council.
        Stans: when the change cannot be made.
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.laas import rett_opp_avbrutt
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg, lest_mappe
    from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
    from brukerutvalg_cli.endring.utkast import Utkast
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    root = register_rot(ctx, skriver=True)
    rett_opp_avbrutt(root)
    tree = WorkTree(root)
    name = kjent_utvalg(tree, utvalg)
    day = lest_dag(dato)
    lastet = load(tree)
    try:
        yield Skriving(root, tree, lastet, lest_mappe(lastet, name).uten_antakelser(), Utkast(tree), day)
    except (Nektet, KanIkkeRedigere) as error:
        raise Stans(str(error)) from None


def fullfoer(
    s: Skriving,
    melding: str,
    neste: str,
    *,
    dry_run: bool,
    commit: bool,
    stans: bool = False,
    per: date | None = None,
) -> None:
    """Writes the draft, and says what was done, what is found that was not found before, and what is next.

    Nothing is written that must never be stored. `stans`: nor when the change makes something a `feil`. `per`:
    the day it is judged as of, where that is later than the day it is done.

    Raises:
        Stans: when the register could not be read with it, or it cannot be written.
        PaaNytt: when somebody else wrote one of the files meanwhile.
        typer.Exit: with 1, when it is stopped, something private would be stored, or it is written and not
            committed as asked.
    """
    from brukerutvalg_cli.cli.gitlagring import foer_commit
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat, trygg_melding
    from brukerutvalg_cli.cli.vakt import ER_SKREVET, kvittering
    from brukerutvalg_cli.endring.diff import diff

    changes = s.utkast.endringer()
    if not changes:
        _staar_alt(s.rot, neste, commit=commit and not dry_run)
        return
    stans_ved_privat(changes, melding, register=s.lastet.register)
    melding = trygg_melding(melding, changes, s.lastet.register)
    nye = _proevd(s, max(s.dag, per or s.dag), stans=stans)
    if dry_run:
        typer.echo(diff(changes), nl=False)
        _vis(nye)
        typer.echo("Ingenting er skrevet (--dry-run).", err=True)
        return
    foer_commit(s.rot, oensket=commit)
    sha = _skriv(s.rot, melding, changes, commit=commit)
    with kvittering(ER_SKREVET):
        typer.echo(f"{melding}.")
        for change in changes:
            typer.echo(f"  {'slettet' if change.etter is None else 'skrev'} {change.path}")
        _vis(nye)
        typer.echo(f"Neste steg: {neste}")
    if commit and not sha:
        raise typer.Exit(1)


def _staar_alt(rot: Path, neste: str, *, commit: bool) -> None:
    """Says that there is nothing to write. A commit that was asked for may be lacking all the same."""
    from brukerutvalg_cli.cli.gitlagring import alt_lagret

    typer.echo("Det står der alt. Ingenting er skrevet.", err=True)
    typer.echo(f"Neste steg: {neste}")
    if commit and not alt_lagret(rot):
        raise typer.Exit(1)


def _proevd(s: Skriving, dag: date, *, stans: bool) -> list[Located]:
    """What the draft gives rise to, where it may be written."""
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.funn.finding import Severity

    nye = nye_funn(s, dag)
    if unreadable := [f for f in nye if f.finding.code < "BU100" or f.finding.name == "ukjent-referanse"]:
        what = "; ".join(dict.fromkeys(f.finding.message for f in unreadable))
        raise Stans(f"ingenting er skrevet: {what}")
    if stans and any(located.finding.severity is Severity.FEIL for located in nye):
        _vis(nye)
        typer.echo("Ingenting er skrevet. Rett det, eller skriv --likevel om det skal føres slik.", err=True)
        raise typer.Exit(1)
    return nye


def _skriv(rot: Path, melding: str, endringer: Sequence[Filendring], *, commit: bool) -> str:
    """Puts the change on disk, in the journal and, where it is asked for, in git; the commit, if one was made."""
    from brukerutvalg_cli.cli.gitlagring import lagret_i_git, ulagret_fra_foer
    from brukerutvalg_cli.cli.laas import laast
    from brukerutvalg_cli.cli.paa_nytt import PaaNytt
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.vakt import ER_SKREVET, kvittering
    from brukerutvalg_cli.endring.dagbok import husk_commit, lagre_og_husk
    from brukerutvalg_cli.endring.skriv import EndretImens, KanIkkeLagre

    with laast(rot):
        others = ulagret_fra_foer(rot, endringer) if commit else []
        try:
            lagre_og_husk(rot, melding, endringer, bestilt=commit)
        except EndretImens as error:
            raise PaaNytt(str(error), rot) from None
        except KanIkkeLagre as error:
            raise Stans(str(error)) from None
        with kvittering(ER_SKREVET):
            if not commit:
                return ""
            sha = lagret_i_git(rot, melding, endringer, others)
            try:
                husk_commit(rot, sha)
            except KanIkkeLagre:  # the next command finds out, and notes it
                if sha:
                    typer.echo(
                        "Endringen er lagret i git, men «angre» vil ta den tilbake uten en commit.", err=True
                    )
    return sha


def nye_funn(s: Skriving, dag: date) -> list[Located]:
    """What is found in the register with the draft, and not without it, as of a day."""
    from brukerutvalg_cli.validering import valider

    before = {located.finding.fingerprint for located in valider(s.tree, dag).funn}
    after = valider(s.utkast.tre(), dag).funn
    return [located for located in after if located.finding.fingerprint not in before]


def _vis(funn: list[Located]) -> None:
    if not funn:
        return
    from brukerutvalg_cli.rapport.kort import kort

    typer.echo("")
    for located in funn:
        typer.echo(kort(located))
    typer.echo("")
