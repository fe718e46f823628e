"""The verb `valg`: an election is written down, and judged before it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli import stemmevalg
from brukerutvalg_cli.cli.skrivevalg import FRAVIKER, MOETE, SUPPLERER, VERV_FRA, VERV_TIL
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brukerutvalg_cli.handling.valg import Usagt
    from brukerutvalg_cli.model.avloesning import Slutt, Valgforslag
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.model.vet_av import Sagt


@skriver
def valg(
    s: Skriving,
    moete: MOETE = "",
    nr: Annotated[
        str, typer.Argument(metavar="SAK", help="Saksnummeret valget ble gjort i, som 28/22.")
    ] = "",
    personer: Annotated[list[str] | None, typer.Argument(metavar="PERSON", help="De som ble valgt.")] = None,
    verv: Annotated[str, typer.Option("--verv", metavar="VERV", help="Vervet de ble valgt til.")] = "",
    fra: VERV_FRA = "",
    til: VERV_TIL = "",
    supplerer: SUPPLERER = False,
    fraviker: FRAVIKER = "",
    enstemmig: stemmevalg.ENSTEMMIG = "",
    for_: stemmevalg.FOR = "",
    mot: stemmevalg.MOT = "",
    avholdende: stemmevalg.AVHOLDENDE = "",
    ved_likhet: stemmevalg.VED_LIKHET = "",
    stemte_for: stemmevalg.STEMTE_FOR = None,
    stemte_mot: stemmevalg.STEMTE_MOT = None,
    avsto: stemmevalg.AVSTO = None,
) -> Gjort:
    """Fører et valg i en sak. Sier mandatet noe annet, får du vite det, og ingenting blir skrevet uten --likevel.

    De valgte avløser dem som hadde vervet: Den som ikke blir valgt på nytt, er ferdig dagen før. Velges noen i
    tillegg, skriver du --supplerer. Medlemmer og varaer kommer alltid i tillegg. Vet ingen mer enn året eller
    måneden vervet begynte eller sluttet, skriver du det: --fra 2021, --til 2023-03.

    Eksempler:
      brukerutvalg valg nav-fjordvik siste 14/26 kari-nordmann --verv leder --for 5 --mot 2
      brukerutvalg valg nav-fjordvik siste 14/26 kari-nordmann ola-berg --verv redaksjonsraad --fra 1.1.2027
      brukerutvalg valg nav-fjordvik siste 15/26 per-hansen --verv redaksjonsraad --supplerer
    """
    from brukerutvalg_cli.cli import dagsvar, kjente, svar
    from brukerutvalg_cli.cli.avgjoerelsessvar import Stemt, avstemning
    from brukerutvalg_cli.cli.bestemmelsessvar import bestemmelsene
    from brukerutvalg_cli.cli.faktum import Spoersmaal, eller_ukjent, faktum
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.handling.moetebok import neste_aa_foere
    from brukerutvalg_cli.handling.valg import Usagt, foer_valg, som_foert
    from brukerutvalg_cli.model.sak import Valg
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.model.vet_av import senest, tidligst
    from brukerutvalg_cli.oversikt.valgperiode import bare_like_lenge, foreslaatt

    meeting = s.moete(moete, har_vaert=True)
    nr = s.sak(nr, meeting)
    office = svar.svar("--verv", verv, "Hvilket verv?", s.verv)
    known = svar.en_av(
        kjente.personer(s.mappe, s.lastet.register),
        kjente.organisasjoner(s.lastet.register),
        hva="Utvalget har",
    )
    elected = svar.flere_svar("PERSON", personer, "Hvem ble valgt? Komma mellom flere:", known)
    begins = svar.om_sagt(
        "--fra",
        fra,
        "Hvilken dag?",
        eller_ukjent(dagsvar.dag_eller_del_ikke_foer(meeting.dato, "møtet"), Valg, "fra"),
    )
    first = begins if isinstance(begins, date) else None
    ends = eller_ukjent(dagsvar.dag_eller_del_ikke_foer(begins, "første dag"), Valg, "til")
    last = svar.om_sagt("--til", til, "Hvilken dag?", ends)
    departs = bestemmelsene(fraviker, s.mappe, s.lastet)
    unspoken = foreslaatt(
        s.mappe,
        office,
        elected,
        meeting.dato,
        tidligst(begins),
        senest(last),
        supplerer=supplerer,
        fraviker=departs,
    )
    proposed = som_foert(s.her, meeting, nr, unspoken, fra=begins, til=last)
    if last is None and proposed is unspoken and bare_like_lenge(s.mappe, proposed):
        om = Spoersmaal("--til", Valg, "til", "Hva er siste dag i vervet?")
        last = faktum(om, "", ends, tilbudt=str(proposed.til))
        proposed = proposed._replace(til=senest(last))
    if isinstance(last, Ukjent):
        proposed = proposed._replace(til=None)
    unsaid = Usagt(_usikker(begins), _usikker(last), _sluttet(s, proposed))
    voted = Stemt(enstemmig, for_, mot, avholdende, stemte_for, stemte_mot, avsto, ved_likhet)
    ended = foer_valg(s.utkast, s.her, meeting, nr, proposed, unsaid, avstemning(s, meeting, voted))
    if not s.likevel:
        _proev(s, proposed)
    _si_fra_om_oppnevnte(s, proposed)
    if not first:
        _si_fra_om_neste_periode(s.mappe, proposed)
    neste = f"brukerutvalg {neste_aa_foere(s.mappe, meeting, nr)}"
    return Gjort(_kvittering(s, nr, proposed, unsaid, ended), neste, innvendinger=ikke_vaert(s, meeting))


def _kvittering(s: Skriving, nr: str, valg: Valgforslag, usagt: Usagt, ferdige: Sequence[Slutt]) -> str:
    """Who was elected to what, for which time as far as anybody knows it, and who is done by it."""
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.vet_av import deldag_i_ord
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import et_verv, omtalt
    from brukerutvalg_cli.ord.slutt_i_ord import ferdige_i_ord

    names = alle_sammen(omtalt(person, s.her) for person in valg.valgt)
    last = usagt.til if isinstance(usagt.til, Deldato) else valg.til
    until = f" til {deldag_i_ord(last)}" if last and valg.til else ""
    term = f"fra {deldag_i_ord(usagt.fra or valg.fra)}{until}"
    said = f"Førte valg av {names} til {et_verv(valg.verv, s.her)} i sak {nr}, {term}"
    return ". ".join([said, *ferdige_i_ord(ferdige, s.her)])


def _usikker(dag: Sagt | None) -> Deldato | Ukjent | None:
    """The day, where it is not all known."""
    return None if isinstance(dag, date) else dag


def _sluttet(s: Skriving, proposed: Valgforslag) -> dict[str, Sagt]:
    """When those left of whom the record says that nobody knows: asked where somebody can be. Otherwise they are done
    with the election, as the others are."""
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.handling.valg import uten_slutt
    from brukerutvalg_cli.model.kalender import EN_DAG
    from brukerutvalg_cli.model.medlem import Oppnevning
    from brukerutvalg_cli.model.verdier import UKJENT
    from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt

    found: dict[str, Sagt] = {}
    for sete, _ in uten_slutt(s.mappe, proposed) if svar.kan_spoerre() else ():
        question = f"Hva var siste dag for {omtalt(sete.person, s.her)} {i_vervet(sete.verv, s.her)}?"
        om = Spoersmaal("avslutt --til", Oppnevning, "til", question)
        found[sete.person] = (
            faktum(om, "", dagsvar.dag_eller_del, tilbudt=str(proposed.fra - EN_DAG)) or UKJENT
        )
    return found


def _proev(s: Skriving, proposed: Valgforslag) -> None:
    """Says what the mandate has against it, and stops there."""
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.utvalgsnavn import lest_med_mandat
    from brukerutvalg_cli.oversikt.forhaandsvalg import forhaandsdom
    from brukerutvalg_cli.oversikt.forhaandsvalg_tekst import render
    from brukerutvalg_cli.rapport.skjerm import Skjerm
    from brukerutvalg_cli.register.locate import Locator

    try:
        mappe = lest_med_mandat(s.lastet, s.mappe.id)
    except Stans as error:
        raise Stans(f"{error}. Med --likevel føres valget uten å bli prøvd") from None
    dom = forhaandsdom(s.lastet.register, s.lastet.regelverk, mappe, proposed)
    dom = dom.skjermet(Skjerm(Locator(s.tree), s.lastet.register), mappe.id)
    if dom.utslag.brudd:
        typer.echo(render(s.her, dom), err=True, nl=False)
        typer.echo("Skriv --likevel om utvalget valgte slik, og det skal føres.", err=True)
        raise typer.Exit(1)


def _si_fra_om_oppnevnte(s: Skriving, proposed: Valgforslag) -> None:
    """Says who is appointed to the same within the term: no election gave it, and none takes it away."""
    from brukerutvalg_cli.model.avloesning import oppnevnt_siden
    from brukerutvalg_cli.model.kalender import dato_i_ord
    from brukerutvalg_cli.model.verdier import kjent
    from brukerutvalg_cli.ord.i_ord import et_verv, omtalt

    for sete in oppnevnt_siden(s.mappe, proposed):
        if begins := kjent(sete.fra):
            who, what = omtalt(sete.person, s.her), et_verv(sete.verv, s.her)
            typer.echo(
                f"{who} er oppnevnt til {what} fra {dato_i_ord(begins)}, uten valg. Det er ikke rørt.",
                err=True,
            )


def _si_fra_om_neste_periode(mappe: Utvalgsmappe, proposed: Valgforslag) -> None:
    """Says what to write where the election was for the next term, and nobody has said when it begins."""
    from brukerutvalg_cli.model.avloesning import slutter
    from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
    from brukerutvalg_cli.model.vet_av import deldag_i_ord, senest, vet_av

    stood = (vet_av(sete, "til") for sete, _ in slutter(mappe, proposed))
    ends = [(last, til) for til in stood if (last := senest(til)) and last >= proposed.fra]
    if ends:
        last, til = max(ends, key=lambda each: each[0])
        typer.echo(
            f"Valget gjelder fra {dato_i_ord(proposed.fra)}. De som sitter, var valgt til {deldag_i_ord(til)}; "
            f"gjelder det tiden etter, skriver du --fra {(last + EN_DAG).isoformat()}.",
            err=True,
        )
