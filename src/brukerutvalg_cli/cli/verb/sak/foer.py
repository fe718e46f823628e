"""The verb `sak foer`: what was said and decided in a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FORTROLIG_TIL, MOETE, SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

HOERER_TIL = ("innkalling", "referat", "begge", "ukjent")


if TYPE_CHECKING:
    from brukerutvalg_cli.model.verdier import Ukjent


@skriver
def foer(
    s: Skriving,
    moete: MOETE = "",
    nr: SAKSNR = "",
    referat: Annotated[
        str,
        typer.Option("--referat", metavar="TEKST", help="Det som ble sagt. «@fil.md» henter det fra ei fil."),
    ] = "",
    fil: Annotated[
        str, typer.Option("--fil", metavar="FIL", help="Det som ble sagt, fra ei fil. «-» er standard inn.")
    ] = "",
    vedtak: Annotated[str, typer.Option("--vedtak", metavar="TEKST", help="Vedtaket, ordrett.")] = "",
    enstemmig: Annotated[
        str, typer.Option("--enstemmig", metavar="ja|nei", help="Om alle var enige i vedtaket.")
    ] = "",
    for_: Annotated[str, typer.Option("--for", metavar="TALL", help="Stemmer for, eller «ukjent».")] = "",
    mot: Annotated[str, typer.Option("--mot", metavar="TALL", help="Stemmer mot, eller «ukjent».")] = "",
    avholdende: Annotated[
        str, typer.Option("--avholdende", metavar="TALL", help="De som lot være å stemme, eller «ukjent».")
    ] = "",
    innleder: Annotated[
        list[str] | None, typer.Option("--innleder", metavar="HVEM", help="Hvem som la fram saken.")
    ] = None,
    svaret: Annotated[
        str, typer.Option("--svar", metavar="TEKST", help="Svaret som kom på det utvalget meldte videre.")
    ] = "",
    etter_moetet: Annotated[
        str,
        typer.Option(
            "--etter-moetet", metavar="TEKST", help="Det sekretæren føyer til etter møtet, eller «@fil.md»."
        ),
    ] = "",
    vedlegg: Annotated[
        list[str] | None,
        typer.Option(
            "--vedlegg", metavar="TITTEL[=FIL]", help="Ett vedlegg til, med eller uten fil i vedlegg/."
        ),
    ] = None,
    hoerer_til: Annotated[
        str,
        typer.Option(
            "--hoerer-til",
            metavar="DOKUMENT",
            help="Det vedlegget følger: innkalling, referat, begge, ukjent.",
        ),
    ] = "",
    fortrolig_til: FORTROLIG_TIL = "",
) -> Gjort:
    """Fører hva som ble sagt og vedtatt i en sak. Det som står fra før under samme punkt, blir erstattet.

    Sier du ikke noe om saken, og har du valgt en editor ($EDITOR), skriver du det som ble sagt, der.

    Eksempler:
      brukerutvalg sak foer nav-fjordvik siste 12/26 --vedtak "Tas til orientering." --enstemmig ja
      brukerutvalg sak foer nav-fjordvik siste 13/26 --referat @notater.md
      brukerutvalg sak foer nav-fjordvik siste 13/26 --etter-moetet @merknad.md --vedlegg "Svar fra Nav=svar.pdf"
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.cli.tekstfil import fra_fil, skrevet, tekst_eller_fil
    from brukerutvalg_cli.handling.filer import saken
    from brukerutvalg_cli.handling.moetebok import et_vedlegg, foer_sak, legg_til_i_sak, neste_aa_foere
    from brukerutvalg_cli.handling.sak import fortrolig_felt
    from brukerutvalg_cli.model.sak import Sak, Vedtak

    meeting = s.moete(moete)
    nr = s.sak(nr, meeting)
    unanimous = eller_ukjent(svar.ja_eller_nei, Vedtak, "enstemmig")
    agreed = svar.om_sagt("--enstemmig", enstemmig, "Var alle enige (ja/nei/ukjent)?", unanimous)
    votes = _stemmer(for_, mot, avholdende, enige=agreed is True)
    decision = {
        "tekst": tekst_eller_fil(vedtak) or None,
        "enstemmig": agreed,
        "stemmer": votes,
    }
    stated = {key: value for key, value in decision.items() if value is not None}
    if stated and not vedtak:
        raise typer.BadParameter("--vedtak mangler: stemmer hører til et vedtak")
    if agreed is True and votes and votes["mot"]:
        raise typer.BadParameter(f"--enstemmig ja og --mot {votes['mot']} kan ikke stemme begge to")
    until = svar.om_sagt(
        "--fortrolig-til",
        fortrolig_til,
        "Når kan saken bli offentlig?",
        eller_ukjent(svar.dag, Sak, "fortrolig_til"),
    )
    case = meeting.saker[saken(meeting, nr)]
    said = tekst_eller_fil(referat) or fra_fil(fil)
    fields = {"innleder": innleder, "referat": said, "vedtak": stated, "svar": svaret}
    fields |= fortrolig_felt(case, until) | {"etter_moetet": tekst_eller_fil(etter_moetet)}
    default = "referat" if meeting.status == "avholdt" else "begge"
    belongs = svar.svar("--hoerer-til", hoerer_til or default, "Hvilket dokument?", svar.en_av(HOERER_TIL))
    if not any(fields.values()) and not vedlegg and svar.kan_spoerre():
        fields["referat"] = skrevet(f"sak {nr}", case.referat or "")
    if not any(fields.values()) and not vedlegg:
        raise typer.BadParameter(
            "det er ikke noe å føre. Skriv --referat, --fil, --vedtak, --innleder, --svar, --etter-moetet, --vedlegg "
            "eller --fortrolig-til"
        )
    foer_sak(s.utkast, s.mappe, meeting.navn, nr, fields)
    for text in vedlegg or ():
        legg_til_i_sak(s.utkast, s.mappe, meeting.navn, nr, "vedlegg", et_vedlegg(text, belongs))
    neste = f"brukerutvalg {neste_aa_foere(s.mappe, meeting, nr)}"
    held = any(fields[key] for key in ("referat", "vedtak", "etter_moetet"))
    return Gjort(f"Førte sak {nr}", neste, innvendinger=ikke_vaert(s, meeting) if held else ())


def _stemmer(for_: str, mot: str, avholdende: str, *, enige: bool) -> dict[str, int | Ukjent] | None:
    """The votes as they were counted; nothing where nobody did. Where all agreed, none was against."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent, tall
    from brukerutvalg_cli.model.sak import Stemmer
    from brukerutvalg_cli.model.verdier import UKJENT

    said = {"for": for_, "mot": mot, "avholdende": avholdende}
    if not any(said.values()):
        return None
    unsaid: dict[str, int | Ukjent] = {"for": UKJENT, "mot": 0 if enige else UKJENT}
    counted = {
        key: svar.svar(f"--{key}", text, "Hvor mange?", eller_ukjent(tall, Stemmer, key))
        for key, text in said.items()
        if text
    }
    return unsaid | counted
