"""The verb `endringer`: what two versions of the register differ by, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from brukerutvalg_cli.cli.lesevalg import JSON
from brukerutvalg_cli.funn.place import eieren

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.minnet import Minnet
    from brukerutvalg_cli.minne.gjennomgang import Staar
    from brukerutvalg_cli.minne.spor import Sporet

Endringsformat = Literal["tekst", "markdown", "json"]


def endringer(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF..REF",
            help="Fra og til: to grener, merker eller annet som er lagret. Med tre prikker: fra der de skilte lag. "
            "Bare ett: fra det, til filene slik de er nå. Uten: det som ikke er lagret.",
        ),
    ] = "",
    utvalg: Annotated[str, typer.Option("--utvalg", metavar="UTVALG", help="Bare dette utvalget.")] = "",
    output_format: Annotated[
        Endringsformat,
        typer.Option(
            "--output-format", metavar="FORMAT", help="tekst, markdown (til en merge request) eller json."
        ),
    ] = "tekst",
    som_json: JSON = False,
) -> None:
    """Forteller i setninger hva som er endret i registeret, fra et sted i historikken til et annet. Trenger git.

    Av navn og tekster som er rettet eller tatt ut, sies bare det registeret sier åpent i dag.

    Eksempler:
      brukerutvalg endringer
      brukerutvalg endringer main...HEAD --output-format markdown
      brukerutvalg endringer v2023..v2024 --utvalg nav-vestland
    """
    from brukerutvalg_cli.cli.minnet import minnet
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg

    memory = minnet(ctx)
    only = kjent_utvalg(memory.tree, utvalg) if utvalg else ""
    fra, til = _sidene(memory, ref)
    told = _fortalt(memory, fra, til, only)
    if som_json or output_format == "json":
        from brukerutvalg_cli.rapport.json_format import dump

        data = {"fra": fra, "til": til or None, "utvalg": told}
        typer.echo(dump(memory.trygge_data(data)), nl=False)
        return
    from brukerutvalg_cli.cli.utskrift import vis_side

    lines = memory.trygge_linjer(_linjene(told, markdown=output_format == "markdown"))
    step = [] if output_format == "markdown" else ["", "Neste steg: brukerutvalg valider"]
    vis_side([*lines, *step])


def _sidene(memory: Minnet, ref: str) -> tuple[str, str]:
    """The two commits; nothing for the files as they are."""
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.gitlager.historie import felles, id_til
    from brukerutvalg_cli.gitlager.kall import GitFeil

    apart = "..." if "..." in ref else ".."
    one, dots, other = ref.partition(apart)
    try:
        til = id_til(memory.rot, other or "HEAD") if dots or not memory.er_filer else ""
        if apart == "...":
            return felles(memory.rot, one or "HEAD", other or "HEAD"), til
        return id_til(memory.rot, one or "HEAD"), til
    except GitFeil as error:
        raise Stans(f"REF..REF: {error}") from None


def _fortalt(memory: Minnet, fra: str, til: str, utvalg: str) -> list[dict[str, Any]]:
    """Each council with what is changed in it, and first what all share."""
    from brukerutvalg_cli.minne.fortelling import en_endring, setningene
    from brukerutvalg_cli.minne.gjennomgang import het

    changes, there = _endringene(memory, fra, til, utvalg)
    by_council: dict[str, list[Sporet]] = {}
    for each in changes:
        by_council.setdefault(_utvalget(each), []).append(each)
    found = []
    for council, own in sorted(by_council.items()):
        teller = memory.forteller(council).som_kjenner(het(changes, there))
        told = [en_endring(one) for one in setningene(own, there, teller)]
        found.append({"id": council, "navn": memory.kalt(council), "endringer": told})
    return found


def _utvalget(sporet: Sporet) -> str:
    kind, name, _ = sporet.endring.noekkel[0]
    if kind == "fil":
        return eieren(name[0])
    return name[0]


def _endringene(memory: Minnet, fra: str, til: str, utvalg: str) -> tuple[list[Sporet], Staar]:
    """What is changed; and what of it there is today, however much later that is."""
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.minne.gjennomgang import Gjennomgang, staar
    from brukerutvalg_cli.minne.lagring import Lagring

    files = [f"records/utvalg/{utvalg}/"] if utvalg else ["records/"]
    here = memory.mellom(fra, til, files)
    since = memory.mellom(til, "", files) if til else ()
    gang = Gjennomgang(memory.innhold((*here, *since)))
    steps = [Lagring(til, (fra,), "", naa(), here), Lagring("", (til,), "", naa(), since)]
    first, *_ = list(gang.av(steps))
    return list(first.endringer), staar(gang, memory.naa(files))


def _linjene(told: list[dict[str, Any]], *, markdown: bool) -> list[str]:
    number = sum(len(each["endringer"]) for each in told)
    if not number:
        return ["Ingenting er endret i det registeret sier."]
    head = f"{number} {'endring' if number == 1 else 'endringer'} i registeret"
    lines = [f"## {head}" if markdown else f"{head}:"]
    for each in told:
        lines += ["", f"### {each['navn']}" if markdown else each["navn"], *([""] if markdown else [])]
        lines += (f"{'- ' if markdown else '  '}{change['setning']}." for change in each["endringer"])
    return lines
