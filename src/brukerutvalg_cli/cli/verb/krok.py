"""The verb `krok`: what is about to be committed, judged as git has it, and held up against the last commit.

What cannot be judged is not let through, whatever the reason is, and the way round is told.
"""

from __future__ import annotations

import typer

from brukerutvalg_cli.cli.skrivevalg import DATO

UPROEVD = (
    "Stoppet: det som skal lagres, kunne ikke prøves, av den grunnen som står under. Rett det, eller lagre likevel med "
    "«git commit --no-verify»."
)


def krok(ctx: typer.Context, dato: DATO = "") -> None:
    """Prøver det som er lagt klart til å lagres i git (commit), og stopper ved feil som ikke sto der sist.

    Git kjører den selv hver gang noe lagres. «brukerutvalg doctor --rett» slår den på. Kan det ikke prøves, stopper den
    også, og sier hvorfor.

    Eksempler:
      brukerutvalg krok
      brukerutvalg --rot brukerutvalget krok
    """
    try:
        _proev(ctx, dato)
    except (typer.Exit, BrokenPipeError):
        raise
    except Exception:
        typer.echo(UPROEVD, err=True)
        raise


def _proev(ctx: typer.Context, dato: str) -> None:
    """Tells what is new and wrong in what is staged.

    Raises:
        Stans: when git cannot say what is.
        typer.Exit: with 1, when some of it is a `feil`.
    """
    import os

    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.foeringer import historiene
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.funn.finding import Severity
    from brukerutvalg_cli.gitlager.innhold import i_siste_commit, klart_for_commit
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.lager import VURDERT
    from brukerutvalg_cli.rapport.kort import kort
    from brukerutvalg_cli.register.tree import MemoryTree
    from brukerutvalg_cli.sammenlikning import bare_nytt

    if os.environ.get(VURDERT):  # a command of ours has told already, and pre-commit hands that on
        return
    root = register_rot(ctx)
    day = lest_dag(dato)
    try:
        before, after = i_siste_commit(root), klart_for_commit(root)
    except GitFeil as error:
        raise Stans(str(error)) from None
    if before.ider == after.ider:
        return
    tree = MemoryTree(after)
    new = bare_nytt(
        tree, before, day, rot=root, historiene=lambda: historiene(tree, before, root, "", "")
    ).funn
    for located in new:
        typer.echo(kort(located), err=True)
    if any(located.finding.severity is Severity.FEIL for located in new):
        typer.echo(
            "Stoppet: dette var ikke feil sist noe ble lagret. Rett det og legg det til med «git add», "
            "eller lagre likevel med «git commit --no-verify».",
            err=True,
        )
        raise typer.Exit(1)
