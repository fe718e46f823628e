"""The verb `sak ny`: a case is submitted, and waits for a meeting."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

Sakstype = Literal["droefting", "orientering", "vedtak", "valg", "evaluering", "annet"]
Fase = Literal["planlegging", "gjennomfoering", "evaluering"]


@skriver
def ny(
    s: Skriving,
    tittel: Annotated[str, typer.Argument(metavar="TITTEL", help="Tittelen på saken.")] = "",
    innmeldt_av: Annotated[
        str, typer.Option("--innmeldt-av", metavar="HVEM", help="En side, en person eller en organisasjon.")
    ] = "",
    slag: Annotated[
        str, typer.Option("--type", metavar="TYPE", help=f"{', '.join(get_args(Sakstype))}.")
    ] = "",
    fase: Annotated[str, typer.Option("--fase", metavar="FASE", help=f"{', '.join(get_args(Fase))}.")] = "",
    foer_beslutning: Annotated[
        str,
        typer.Option("--foer-beslutning", metavar="ja|nei", help="Kommer saken før beslutningen er tatt?"),
    ] = "",
    tema: Annotated[str, typer.Option("--tema", metavar="TEMA", help="Temaene, med komma mellom.")] = "",
    fortrolig: Annotated[
        str,
        typer.Option(
            "--fortrolig", metavar="TITTEL", help="Saken er fortrolig; dette er tittelen som vises."
        ),
    ] = "",
) -> Gjort:
    """Melder inn en sak. Den venter til den settes på sakslista til et møte.

    Eksempler:
      brukerutvalg sak ny nav-fjordvik "Ventetid på hjelpemidler" --innmeldt-av bruker
      brukerutvalg sak ny nav-fjordvik "Ny strategi" --innmeldt-av nav --foer-beslutning ja --fase planlegging
    """
    from brukerutvalg_cli.cli import kjente, svar
    from brukerutvalg_cli.handling import sak
    from brukerutvalg_cli.handling.mandatets import gjeldende, krevd_av_sak

    title = svar.svar("TITTEL", tittel, "Hva heter saken?", svar.tekst)
    known = (kjente.sider(s.mappe), kjente.personer(s.mappe), kjente.organisasjoner(s.lastet.register))
    by = svar.svar("--innmeldt-av", innmeldt_av, "Hvem melder den inn?", svar.en_av(*known), "bruker")
    kind = svar.svar("--type", slag, "Hva slags sak?", svar.en_av(get_args(Sakstype)), "droefting")
    demanded = krevd_av_sak(gjeldende(s.mappe, s.lastet.regelverk, s.dag), kind)
    early: bool | None = None
    if foer_beslutning or "foer_beslutning" in demanded:
        question = "Kommer saken før beslutningen er tatt (ja/nei)?"
        early = svar.svar("--foer-beslutning", foer_beslutning, question, svar.ja_eller_nei)
    name = sak.meld_inn(
        s.utkast,
        s.mappe,
        s.dag.year,
        {
            "tittel": title,
            "innmeldt_av": by,
            "innmeldt": s.dag,
            "type": kind,
            "fase": svar.om_sagt("--fase", fase, "Hvilken fase?", svar.en_av(get_args(Fase))),
            "foer_beslutning": early,
            "tema": [word.strip() for word in tema.split(",") if word.strip()],
            "fortrolig": True if fortrolig else None,
            "offentlig_tittel": fortrolig,
        },
    )
    shown = fortrolig or title
    neste = f"brukerutvalg sak til-moete {s.mappe.id} {name} neste"
    return Gjort(f"Meldte inn sak {name} i {s.mappe.id}: {shown}", neste)
