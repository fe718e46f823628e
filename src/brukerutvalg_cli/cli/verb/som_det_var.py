"""The verb `som-det-var`: a council on a day – as it was, by what is known today; or as it was known then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import JSON

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.cli.minnet import Minnet
    from brukerutvalg_cli.minne.dagsbilde import Dagsbilde


def som_det_var(
    ctx: typer.Context,
    dag: Annotated[str, typer.Argument(metavar="DATO", help="Dagen, som 1.3.2024.")] = "",
    utvalg: Annotated[str, typer.Argument(metavar="UTVALG", help="Utvalget, som nav-vestland.")] = "",
    vet_naa: Annotated[
        bool,
        typer.Option("--vet-naa", help="Hvordan var det? Etter det registeret vet i dag. Trenger ikke git."),
    ] = False,
    visste_da: Annotated[
        bool,
        typer.Option(
            "--visste-da", help="Hva visste vi? Etter det som var lagret i registeret den dagen. Trenger git."
        ),
    ] = False,
    som_json: JSON = False,
) -> None:
    """Viser utvalget på en dag: hvordan det var, etter det vi vet nå, eller hva registeret sa den dagen.

    Eksempler:
      brukerutvalg som-det-var 1.3.2024 nav-vestland --vet-naa
      brukerutvalg som-det-var 1.3.2024 nav-vestland --visste-da
    """
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.cli.svar import svar
    from brukerutvalg_cli.cli.utskrift import vis_side
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg

    known = _spoersmaalet(vet_naa=vet_naa, visste_da=visste_da)
    day = svar("DATO", dag, "Hvilken dag?", _dagen)
    if day > naa():
        raise typer.BadParameter(
            "DATO: dagen har ikke vært ennå. «brukerutvalg vis UTVALG --dato DATO» ser framover"
        )
    memory = _minnet(ctx, visste_da=known)
    name = kjent_utvalg(memory.tree, utvalg)
    found = _visste(memory, name, day) if known else _var(memory, name, day)
    if som_json:
        _skriv_json(memory, found)
    else:
        vis_side(_siden(memory, found))


def _dagen(text: str) -> date:
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.cli.svar import Ugyldig
    from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag

    try:
        return sagt_dag(text, naa())
    except IngenDag as error:
        raise Ugyldig(str(error)) from None


def _spoersmaalet(*, vet_naa: bool, visste_da: bool) -> bool:
    """Whether it is asked what was known. The two are never taken for one another: nobody's choice is no choice."""
    from brukerutvalg_cli.cli.svar import en_av, svar
    from brukerutvalg_cli.nevnt import Kjent

    if vet_naa and visste_da:
        raise typer.BadParameter("--vet-naa og --visste-da er to spørsmål. Still ett om gangen")
    if vet_naa or visste_da:
        return visste_da
    words = [
        Kjent("vet-naa", ("hvordan det var, etter det vi vet nå",)),
        Kjent("visste-da", ("hva registeret sa den dagen",)),
    ]
    asked = "Hvordan var det, etter det vi vet nå (vet-naa), eller hva visste vi da (visste-da)?"
    return svar("--vet-naa eller --visste-da", "", asked, en_av(words)) == "visste-da"


def _minnet(ctx: typer.Context, *, visste_da: bool) -> Minnet:
    from brukerutvalg_cli.cli.minnet import Minnet, minnet
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.register.tree import WorkTree

    if visste_da:
        return minnet(ctx)
    root = register_rot(ctx)
    return Minnet(root, "", WorkTree(root), er_filer=True)


def _var(memory: Minnet, utvalg: str, dag: date) -> Dagsbilde:
    from brukerutvalg_cli.cli.utvalgsnavn import lest_mappe
    from brukerutvalg_cli.minne.dagsbilde import Dagsspoersmaal, dagsbilde

    mappe = lest_mappe(memory.lastet, utvalg)
    return dagsbilde(mappe, memory.lastet.regelverk, dag, Dagsspoersmaal.VAR)


def _visste(memory: Minnet, utvalg: str, dag: date) -> Dagsbilde:
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.gitlager.historie import filene, hovedlinja
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.minne.dagsbilde import Dagsspoersmaal, dagsbilde
    from brukerutvalg_cli.minne.gjennomgang import mappene
    from brukerutvalg_cli.minne.lagring import Filbytte, kjent_da
    from brukerutvalg_cli.model.kalender import dato_i_ord
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import MemoryTree

    try:
        line = hovedlinja(memory.rot)
        held = kjent_da(line, dag)
        files = filene(memory.rot, held.id, memory.mappe) if held else {}
    except GitFeil as error:
        raise Stans(f"historikken kan ikke leses: {error}") from None
    if held is None:
        first = line[-1]
        why = (
            "det som er eldre, er ikke hentet hit (shallow)"
            if first.begynnelse
            else "da begynner det som er lagret"
        )
        raise Stans(f"ingenting var lagret {dato_i_ord(dag)}: {why}, {dato_i_ord(first.naar)}")
    raw = memory.innhold(Filbytte(path, (), sha) for path, sha in files.items())
    lastet = load(MemoryTree({path: raw[sha] for path, sha in files.items()}))
    names = mappene(memory.lagringer, utvalg)
    mappe = next((lastet.register.mapper[name] for name in names if name in lastet.register.mapper), None)
    if mappe is None:
        raise Stans(f"registeret hadde ikke noe om {utvalg} som kan leses, {dato_i_ord(dag)}")
    return dagsbilde(mappe, lastet.regelverk, dag, Dagsspoersmaal.VISSTE, held)


def _siden(memory: Minnet, found: Dagsbilde) -> list[str]:
    from brukerutvalg_cli.minne.dagsbilde import linjer

    who = found.av.hvem if found.av else ""
    protects, named = memory.vern(found.utvalg, found.dag), memory.her(found.utvalg, found.dag)
    lines = list(linjer(found, protects, named, who))
    other = "--visste-da" if found.av is None else "--vet-naa"
    step = f"Neste steg: brukerutvalg som-det-var {found.dag.isoformat()} {found.utvalg} {other}"
    return [*memory.trygge_linjer(lines), "", step]


def _skriv_json(memory: Minnet, found: Dagsbilde) -> None:
    from brukerutvalg_cli.minne.dagsbilde import som_data
    from brukerutvalg_cli.rapport.json_format import dump

    who = found.av.hvem if found.av else ""
    typer.echo(dump(memory.trygge_data(som_data(found, memory.vern(found.utvalg, found.dag), who))), nl=False)
