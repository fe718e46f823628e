"""Nedskriving: a draft is judged, written, remembered and committed, and the secretary is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from brukerutvalg_cli.cli.skriving import Gjort, Skriving
    from brukerutvalg_cli.endring.utkast import Filendring


def skriv_ned(s: Skriving, gjort: Gjort, *, commit: bool | None) -> None:
    """Writes the draft, and says what was done, what is found that was not found before, and what is next.

    `commit`: whether to save it in git at once; None as the register says.

    Nothing is written that must never be stored, nor, without `--likevel`, what makes something a `feil`.

    Raises:
        Stans: when the register could not be read with it, or it cannot be written.
        PaaNytt: when somebody else wrote one of the files meanwhile.
        typer.Exit: with 1, when it is stopped, something private would be stored, or it is written and not
            committed as asked.
    """
    from brukerutvalg_cli.cli.diff import diff
    from brukerutvalg_cli.cli.gitlagring import foer_lagring, skal_lagres
    from brukerutvalg_cli.cli.henvisningssvar import nye_med_ider
    from brukerutvalg_cli.cli.innvendinger import om_dagen, om_dagene
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat, trygg_melding
    from brukerutvalg_cli.cli.proeving import proevd, vis, vis_foer_det_er_skrevet
    from brukerutvalg_cli.cli.vakt import ER_SKREVET, kvittering

    nye_med_ider(s)
    changes, saves = s.utkast.endringer(), skal_lagres(s.tree, commit)
    if not changes:
        if gjort.etterpaa and not s.bare_vis:
            gjort.etterpaa()
        _staar_alt(s.rot, gjort.neste, commit=saves and not s.bare_vis)
        return
    stans_ved_privat(changes, gjort.melding, register=s.lastet.register)
    melding = trygg_melding(gjort.melding, changes, s.lastet.register)
    if s.bare_vis:
        typer.echo(diff(changes, s.lastet.register), nl=False)
    against = [*gjort.innvendinger, *om_dagen(s), *om_dagene(s, changes)]
    nye = proevd(s, changes, max(s.dag, gjort.per or s.dag), against)
    unread = _ulest(s)
    if s.bare_vis:
        vis_foer_det_er_skrevet(s, nye, changes)
        typer.echo(unread, nl=False, err=True)
        typer.echo("Ingenting er skrevet (--dry-run).", err=True)
        return
    foer_lagring(s.rot, oensket=saves)
    sha = skriv(s.rot, melding, changes, commit=saves)
    with kvittering(ER_SKREVET):
        typer.echo(f"{melding}.")
        lines = "\n".join(_kvitteringen(s, melding, changes))
        typer.echo(trygg_melding(lines, changes, s.lastet.register))
        if sha:
            typer.echo("  lagret i git")
        if gjort.etterpaa:
            gjort.etterpaa()
        vis(nye)
        typer.echo(unread, nl=False, err=True)
        typer.echo(f"Neste steg: {gjort.neste}")
    if saves and not sha:
        raise typer.Exit(1)


def _ulest(s: Skriving) -> str:
    """That it was judged without the files that cannot be read: the council's, and those that all share."""
    after = s.etter
    mappe = after.register.mapper.get(s.mappe.id)
    unread = sorted(after.landet.felles.feilet.union(mappe.feilet if mappe else ()))
    if not unread:
        return ""
    return (
        f"Endringen er holdt opp mot mandatet uten det som ikke kan leses: {', '.join(unread)}. "
        f"Kjør «brukerutvalg valider {s.mappe.id}».\n"
    )


def _kvitteringen(s: Skriving, melding: str, changes: Sequence[Filendring]) -> Iterator[str]:
    """Which meeting was meant, the files, and every fact that is new in them."""
    from brukerutvalg_cli.cli.skrevet import linjer

    for day in dict.fromkeys(s.mappe.moete_i_ord(moete) for moete in s.nevnt):
        if day not in melding:
            yield f"  gjelder møtet {day}"
    for change, facts in linjer(s.her, changes):
        yield f"  {'slettet' if change.etter is None else 'skrev'} {change.path}"
        yield from (f"    {fact}" for fact in facts)


def _staar_alt(rot: Path, neste: str, *, commit: bool) -> None:
    """Says that there is nothing to write. A commit that was asked for may be lacking all the same."""
    from brukerutvalg_cli.cli.gitlagring import alt_lagret

    typer.echo("Det står der alt. Ingenting er skrevet.", err=True)
    typer.echo(f"Neste steg: {neste}")
    if commit and not alt_lagret(rot):
        raise typer.Exit(1)


def skriv(rot: Path, melding: str, endringer: Sequence[Filendring], *, commit: bool) -> str:
    """Puts the change on disk, in the journal and, where it is asked for, in git; what git calls it, if it was saved.

    Raises:
        Stans: when it cannot be written.
        PaaNytt: when somebody else wrote one of the files meanwhile.
    """
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
                        "Endringen er lagret i git, men «angre» vil ta den tilbake uten å lagre det.",
                        err=True,
                    )
    return sha
