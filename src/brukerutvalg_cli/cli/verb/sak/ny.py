"""The verb `sak ny`: a case is submitted, and waits for a meeting."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from brukerutvalg_cli.cli.saksgruppe import GRUPPE, gruppen
from brukerutvalg_cli.cli.skrivevalg import FOER_BESLUTNING, HVEM_MELDER_INN, INNMELDT_AV
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.model.ordvalg import Fase, Innmeldt


@skriver
def ny(
    s: Skriving,
    tittel: Annotated[str, typer.Argument(metavar="TITTEL", help="Tittelen på saken.")] = "",
    innmeldt_av: INNMELDT_AV = "",
    slag: Annotated[
        str, typer.Option("--type", metavar="TYPE", help=f"{', '.join(get_args(Innmeldt))}.")
    ] = "",
    fase: Annotated[str, typer.Option("--fase", metavar="FASE", help=f"{', '.join(get_args(Fase))}.")] = "",
    foer_beslutning: FOER_BESLUTNING = "",
    tema: Annotated[str, typer.Option("--tema", metavar="TEMA", help="Temaene, med komma mellom.")] = "",
    gruppe: GRUPPE = "",
    arkivsak: Annotated[
        str, typer.Option("--arkivsak", metavar="NUMMER", help="Nummeret i arkivet, som 26/1234.")
    ] = "",
    saksbehandler: Annotated[
        list[str] | None,
        typer.Option(
            "--saksbehandler", metavar="HVEM", help="Hvem som forbereder saken. Kan skrives flere ganger."
        ),
    ] = None,
    forslag: Annotated[
        str, typer.Option("--forslag", metavar="TEKST", help="Forslaget til vedtak. «@fil.md» henter det.")
    ] = "",
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
    from brukerutvalg_cli.cli import kjente, saksfakta, svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, eller_ukjent, faktum
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil
    from brukerutvalg_cli.handling import sak
    from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak

    title = svar.svar("TITTEL", tittel, "Hva heter saken?", svar.tekst)
    shown_as = svar.om_sagt("--fortrolig", fortrolig, "Hvilken tittel kan vises?", _tittel_som_vises) or ""
    submitter = Spoersmaal("--innmeldt-av", InnmeldtSak, "innmeldt_av", HVEM_MELDER_INN)
    by = faktum(submitter, innmeldt_av, s.innmelder)
    sort = Spoersmaal("--type", InnmeldtSak, "type", f"Hva slags sak ({', '.join(get_args(Innmeldt))})?")
    kind = faktum(sort, slag, svar.en_av(get_args(Innmeldt)), tilbudt="droefting")
    demanded = saksfakta.krevd(s, str(kind), s.dag)
    stage = eller_ukjent(svar.en_av(get_args(Fase)), InnmeldtSak, "fase")
    themes = [word.strip() for word in tema.split(",") if word.strip()]
    fields = {
        "tittel": title,
        "innmeldt_av": by,
        "innmeldt": s.naar(InnmeldtSak, "innmeldt"),
        "type": kind,
        "fase": svar.om_sagt("--fase", fase, "Hvilken fase?", stage),
        "foer_beslutning": saksfakta.foer_beslutning(
            InnmeldtSak, foer_beslutning, savnes="foer_beslutning" in demanded
        ),
        "tema": themes,
        "gruppe": gruppen(s, gruppe),
        "arkivsak": arkivsak,
        "saksbehandler": svar.alle(
            "--saksbehandler",
            saksbehandler,
            "Hvem?",
            svar.helst_en_av(kjente.personer(s.mappe, s.lastet.register)),
        ),
        "forslag": tekst_eller_fil(forslag),
        "fortrolig": True if shown_as else None,
        "offentlig_tittel": shown_as,
    }
    name = sak.meld_inn(s.utkast, s.mappe, s.dag.year, fields)
    shown = shown_as or title
    neste = f"brukerutvalg sak til-moete {s.mappe.id} {name} neste"
    there = sak.samme(s.mappe, title)
    against = [f"En sak med den tittelen er alt meldt inn: {there}."] if there else []
    return Gjort(f"Meldte inn sak {name} i {s.mappe.id}: {shown}", neste, innvendinger=against)


def _tittel_som_vises(text: str) -> str:
    """A title, and not the answer to whether it is confidential."""
    from brukerutvalg_cli.cli.svar import Ugyldig

    if text.strip().lower() in ("ja", "j", "nei", "n", "ukjent"):
        raise Ugyldig(f"«{text}» er ikke en tittel. Skriv tittelen som kan vises: --fortrolig Personalsak")
    return text
