"""Where the register is: the nearest directory upwards with a `records/`, or the one that was named."""

from pathlib import Path

import typer

from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.cli.options import GlobalOptions
from brukerutvalg_cli.cli.stans import Stans


def register_rot(ctx: typer.Context, *, skriver: bool = False) -> Path:
    """The root of the register. Those who only read are told of a command that was cut off; those who write mend it.

    Raises:
        Stans: when there is none; the program then exits with 2.
    """
    root = finn_rot(ctx)
    if not skriver:
        from brukerutvalg_cli.endring.avbrutt import er_avbrutt

        if er_avbrutt(root):
            from brukerutvalg_cli.endring.tilbake import til_leseren

            if told := til_leseren(root):
                typer.echo(told, err=True)
    return root


def finn_rot(ctx: Context) -> Path:
    """The root, and nothing looked at.

    Raises:
        Stans: when there is none.
    """
    options: GlobalOptions | None = ctx.obj  # None while the shell completes a word
    if rot := options.rot if options else ctx.find_root().params.get("rot"):
        if (Path(rot) / "records").is_dir():
            return Path(rot)
        raise Stans(f"mappa {rot} har ingen «records/»")
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "records").is_dir():
            return folder
    raise Stans(
        "fant ikke noe register: ingen mappe herfra og oppover har «records/». Gå til registeret, "
        "eller skriv «brukerutvalg --rot MAPPE …». Et nytt register lager du med «brukerutvalg init»"
    )
