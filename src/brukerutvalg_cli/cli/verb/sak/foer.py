"""The verb `sak foer`: what was said and decided in a case."""

from __future__ import annotations

from typing import get_args

import typer

from brukerutvalg_cli.cli import referatvalg as valg
from brukerutvalg_cli.cli import stemmevalg
from brukerutvalg_cli.cli.skrivevalg import FORTROLIG_TIL, MOETE, SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.model.ordvalg import HoererTil

HOERER_TIL = (*get_args(HoererTil), "ukjent")


@skriver
def foer(
    s: Skriving,
    moete: MOETE = "",
    nr: SAKSNR = "",
    referat: valg.REFERAT = "",
    fil: valg.FIL = "",
    vedtak: valg.VEDTAK = "",
    enstemmig: stemmevalg.ENSTEMMIG = "",
    for_: stemmevalg.FOR = "",
    mot: stemmevalg.MOT = "",
    avholdende: stemmevalg.AVHOLDENDE = "",
    ved_likhet: stemmevalg.VED_LIKHET = "",
    stemte_for: stemmevalg.STEMTE_FOR = None,
    stemte_mot: stemmevalg.STEMTE_MOT = None,
    avsto: stemmevalg.AVSTO = None,
    alternativ: valg.ALTERNATIV = None,
    protokolltilfoersel: valg.PROTOKOLLTILFOERSEL = None,
    inhabil: valg.INHABIL = None,
    tatt_opp: valg.TATT_OPP = "",
    innleder: valg.INNLEDER = None,
    svaret: valg.SVARET = "",
    etter_moetet: valg.ETTER_MOETET = "",
    vedlegg: valg.VEDLEGG = None,
    hoerer_til: valg.HOERER_TIL = "",
    fortrolig_til: FORTROLIG_TIL = "",
) -> Gjort:
    """Fører hva som ble sagt og vedtatt i en sak. Det som står fra før under samme punkt, blir erstattet.

    Stemmer, alternativer og det noen ba om å få ført, kan du føre sammen med vedtaket eller siden.

    Sier du ikke noe om saken, og har du valgt en editor ($EDITOR), skriver du det som ble sagt, der.

    Eksempler:
      brukerutvalg sak foer nav-fjordvik siste 12/26 --vedtak "Tas til orientering." --enstemmig ja
      brukerutvalg sak foer nav-fjordvik siste 13/26 --for 4 --mot 1 --protokolltilfoersel "Kari Berg: Uenig."
      brukerutvalg sak foer nav-fjordvik siste 13/26 --referat @notater.md --vedlegg "Svar fra Nav=svar.pdf"
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.avgjoerelsessvar import Stemt, alternativer, avstemning, inhabile, tilfoersler
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.cli.klokkesvar import klokka
    from brukerutvalg_cli.cli.tekstfil import fra_fil, skrevet, tekst_eller_fil
    from brukerutvalg_cli.handling.filer import saken
    from brukerutvalg_cli.handling.moetebok import Behandling, et_vedlegg, foer_behandling, neste_aa_foere
    from brukerutvalg_cli.handling.sak import fortrolig_felt
    from brukerutvalg_cli.model.sak import Sak

    meeting = s.moete(moete)
    nr = s.sak(nr, meeting)
    voted = Stemt(enstemmig, for_, mot, avholdende, stemte_for, stemte_mot, avsto, ved_likhet)
    decision = {"tekst": tekst_eller_fil(vedtak)} | avstemning(s, meeting, voted)
    decision = {key: value for key, value in decision.items() if value != ""}
    lists = {"inhabil": inhabile(s, inhabil), "protokolltilfoersel": tilfoersler(s, protokolltilfoersel)}
    fell = alternativer(alternativ)
    until = svar.om_sagt(
        "--fortrolig-til",
        fortrolig_til,
        "Når kan saken bli offentlig?",
        eller_ukjent(dagsvar.dag, Sak, "fortrolig_til"),
    )
    begun = svar.om_sagt(
        "--tatt-opp", tatt_opp, "Når ble saken tatt opp?", eller_ukjent(klokka, Sak, "tatt_opp")
    )
    case = meeting.saker[saken(meeting, nr)]
    said = tekst_eller_fil(referat) or fra_fil(fil)
    fields = {"innleder": innleder, "referat": said, "svar": svaret, "tatt_opp": begun}
    fields |= fortrolig_felt(case, until) | {"etter_moetet": tekst_eller_fil(etter_moetet)}
    default = "referat" if meeting.status == "avholdt" else "begge"
    belongs = svar.svar("--hoerer-til", hoerer_til or default, "Hvilket dokument?", svar.en_av(HOERER_TIL))
    lists["vedlegg"] = [et_vedlegg(text, belongs) for text in vedlegg or ()]
    dealt_with = Behandling(fields, decision, fell, lists)
    if dealt_with.tom and svar.kan_spoerre():
        written = skrevet(f"sak {nr}", case.referat or "")
        dealt_with = dealt_with._replace(felter=fields | {"referat": written})
    if dealt_with.tom:
        raise typer.BadParameter(
            "det er ikke noe å føre. Skriv --referat, --fil, --vedtak, --innleder, --svar, --etter-moetet, --vedlegg, "
            "--inhabil, --protokolltilfoersel eller --fortrolig-til"
        )
    foer_behandling(s.utkast, s.mappe, meeting.navn, nr, dealt_with)
    neste = f"brukerutvalg {neste_aa_foere(s.mappe, meeting, nr)}"
    return Gjort(f"Førte sak {nr}", neste, innvendinger=ikke_vaert(s, meeting) if dealt_with.i_moetet else ())
