"""The verb `runde`: a round of appointments as one act."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import HELE_AAR, JA, LISTE_SIDE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brukerutvalg_cli.cli.listesvar import SagtListe
    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.handling.medlemsliste.oppnevnte import Oppnevnte
    from brukerutvalg_cli.handling.runde import Rundevirkning
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.sete import Sete
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.ord.i_ord import Her

ANTALL = "TALL|ukjent"


@skriver
def runde(
    s: Skriving,
    medlemmer: Annotated[
        list[str] | None, typer.Argument(metavar="PERSON", help="De som oppnevnes til medlemmer.")
    ] = None,
    vara: Annotated[
        list[str] | None, typer.Option("--vara", metavar="VARA[=MEDLEM]", help="En vara, og hvem for.")
    ] = None,
    liste: Annotated[
        str,
        typer.Option(
            "--liste", metavar="FIL", help="De som oppnevnes, fra Excel (.xlsx) eller CSV. De nye blir ført."
        ),
    ] = "",
    side: LISTE_SIDE = "",
    hele_aar: HELE_AAR = "",
    fra: Annotated[str, typer.Option("--fra", metavar="DATO", help="Første dag i perioden.")] = "",
    til: Annotated[str, typer.Option("--til", metavar="DATO", help="Siste dag i perioden.")] = "",
    kvinner: Annotated[str, typer.Option("--kvinner", metavar=ANTALL, help="Kvinner blant medlemmene.")] = "",
    menn: Annotated[str, typer.Option("--menn", metavar=ANTALL, help="Menn blant medlemmene.")] = "",
    vara_kvinner: Annotated[
        str, typer.Option("--vara-kvinner", metavar=ANTALL, help="Kvinner blant vara.")
    ] = "",
    vara_menn: Annotated[str, typer.Option("--vara-menn", metavar=ANTALL, help="Menn blant vara.")] = "",
    samtykke: Annotated[
        str, typer.Option("--samtykke", metavar="ja|nei|ukjent", help="Har alle sagt ja?")
    ] = "",
    fullmakt: Annotated[
        str, typer.Option("--fullmakt", metavar="ja|nei|ukjent", help="Har alle fullmakt?")
    ] = "",
    av: Annotated[str, typer.Option("--av", metavar="HVEM", help="Hvem som oppnevnte dem.")] = "",
    foreslaatt: Annotated[
        str,
        typer.Option(
            "--foreslaatt", metavar="ja|nei|ukjent", help="Foreslo hver organisasjon dem som sitter for den?"
        ),
    ] = "",
    ja: JA = False,
) -> Gjort | None:
    """Oppnevner utvalget for en ny periode, alle på én gang. Du ser først hvem som er nye, og hvem som blir.

    Den som satt uten sluttdato, og blir eller slutter, satt til dagen før perioden begynner. Den som er leder og blir,
    er leder fortsatt. Vet ingen mer enn året eller måneden perioden begynte eller sluttet, skriver du det: --fra 2021.

    Eksempler:
      brukerutvalg runde nav-fjordvik kari-nordmann ola-berg --vara anne-lie=ola-berg --fra 1.1.2027 --til 31.12.2028
      brukerutvalg runde nav-fjordvik --liste oppnevnte.xlsx --fullmakt ja --samtykke ja --av nav-fjordvik
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.listesvar import SagtListe
    from brukerutvalg_cli.cli.varasvar import vara_og_medlem
    from brukerutvalg_cli.handling.runde import NyRunde, aapne_ledere, bilde, oppnevn_runde
    from brukerutvalg_cli.model.vet_av import deldag_i_ord

    mappe, her = s.mappe, s.her
    if liste:
        if medlemmer or vara:
            raise typer.BadParameter("--liste og navn er to måter å si det samme på. Bruk den ene")
        listed = _fra_lista(s, liste, SagtListe(side, fra, hele_aar))
        members, deputies = listed.medlemmer, listed.varaer
        mappe, her = _med_de_nye(s)
        fra, til = fra or str(listed.fra or ""), til or str(listed.til or "")
    else:
        people = s.person
        question = "Hvem oppnevnes til medlemmer? Komma mellom:"
        members = tuple(svar.flere_svar("PERSON", medlemmer, question, people))
        deputies = svar.uten_motsigelse("--vara", (vara_og_medlem(text, people) for text in vara or ()))
    first = svar.svar("--fra", fra, "Hva er første dag i perioden?", dagsvar.dag_eller_del)
    ends = dagsvar.dag_eller_del_ikke_foer(first, "første dag")
    last = svar.svar("--til", til, "Hva er siste dag?", ends)
    proposed = NyRunde(first, last, s.dag, members, deputies)
    _vis(bilde(mappe, proposed), her)
    _vis_ledere(aapne_ledere(mappe, proposed), her)
    facts, by_organisation = _fakta(s, av, foreslaatt, samtykke, fullmakt)
    numbers = {
        "medlemmer": _talt(kvinner=("--kvinner", kvinner), menn=("--menn", menn)),
        "varamedlemmer": _talt(kvinner=("--vara-kvinner", vara_kvinner), menn=("--vara-menn", vara_menn)),
    }
    oppnevn_runde(s.utkast, mappe, proposed, facts, numbers, by_organisation)
    if not s.bare_vis and not svar.bekreft("Skal runden føres?", ja=ja):
        typer.echo("Ingenting er skrevet.", err=True)
        return None
    return Gjort(
        f"Oppnevnte {len(members)} medlemmer og {len(deputies)} vara fra {deldag_i_ord(first)}",
        f"brukerutvalg status {s.mappe.id}",
        per=first if isinstance(first, date) else None,
    )


def _talt(**sagt: tuple[str, str]) -> dict[str, int | Ukjent]:
    """How many there are of each, as far as it was said: of the others nobody has counted."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import EllerUkjent, tall

    return {
        gender: svar.svar(option, text, "Hvor mange?", EllerUkjent(tall))
        for gender, (option, text) in sagt.items()
        if text
    }


def _fra_lista(s: Skriving, fil: str, sagt: SagtListe) -> Oppnevnte:
    """Those who are appointed by the list; who is new, is put on record."""
    from brukerutvalg_cli.cli.listesvar import sett_gjennom, til_registeret
    from brukerutvalg_cli.handling.medlemsliste.foer import foer_nye
    from brukerutvalg_cli.handling.medlemsliste.oppnevnte import oppnevnte

    register = s.lastet.register
    found = sett_gjennom(fil, til_registeret(s.mappe, register, s.dag), sagt, "--liste")
    listed = oppnevnte(found)
    if listed.utenom:
        typer.echo(f"Runden oppnevner medlemmer og vara, og fører ikke {', '.join(listed.utenom)}.")
    of_the_round = {*listed.medlemmer, *listed.varaer}
    rows = tuple(row for row in found.rader if row.person in of_the_round)
    foer_nye(s.utkast, register, s.mappe, found._replace(rader=rows))
    return listed


def _med_de_nye(s: Skriving) -> tuple[Utvalgsmappe, Her]:
    """The council as it is with those who have just been put on record in the draft."""
    from brukerutvalg_cli.ord.i_ord import Her

    register = s.etter.register
    mappe = register.mapper[s.mappe.id]
    return mappe, Her(mappe, register)


def _fakta(
    s: Skriving, av: str, foreslaatt: str, samtykke: str, fullmakt: str
) -> tuple[Postdata, bool | Ukjent | None]:
    """What is true of every appointment; and whether the organisation of each proposed them."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.handling.mandatets import gjeldende, krevd_av_oppnevning
    from brukerutvalg_cli.model.medlem import Oppnevning

    rules = list(gjeldende(s.mappe, s.lastet.regelverk, s.dag))
    sides = s.mappe.utvalg.alle_sider
    wanted = {key for side in sides for key in krevd_av_oppnevning(rules, "medlem", side)}

    def ja_nei(key: str, option: str, question: str, said: str, offered: str = "") -> bool | Ukjent | None:
        om = Spoersmaal(option, Oppnevning, key, question)
        return faktum(om, said, svar.ja_eller_nei, tilbudt=offered, savnes=bool(offered) and key in wanted)

    who = Spoersmaal("--av", Oppnevning, "av", "Hvem oppnevnte dem?")
    owner = s.mappe.utvalg.eneste_eier or ""
    facts = {
        "av": faktum(who, av, svar.helst_en_av(s.hvem_som_helst), tilbudt=owner, savnes="av" in wanted),
        "samtykke": ja_nei("samtykke", "--samtykke", "Har alle sagt ja (ja/nei)?", samtykke),
        "fullmakt": ja_nei("fullmakt", "--fullmakt", "Har alle fullmakt (ja/nei)?", fullmakt),
    }
    question = "Foreslo hver organisasjon dem som sitter for den (ja/nei)?"
    return facts, ja_nei("foreslaatt_av", "--foreslaatt", question, foreslaatt, "ja")


def _vis_ledere(seats: Iterable[Sete], her: Her) -> None:
    """Says who leads on, and what to write if somebody else is to."""
    from brukerutvalg_cli.ord.i_ord import et_verv, omtalt

    for sete in seats:
        who, what = omtalt(sete.person, her), et_verv(sete.verv, her)
        typer.echo(
            f"{who} er {what} uten sluttdato, og det er ikke rørt. Er det slutt: "
            f"brukerutvalg avslutt {her.mappe.id} {sete.person} --verv {sete.verv}",
            err=True,
        )


def _vis(seen: Rundevirkning, her: Her) -> None:
    from brukerutvalg_cli.ord.i_ord import omtalt

    for label, names in (("Fortsetter", seen.fortsetter), ("Nye", seen.nye), ("Slutter", seen.slutter)):
        typer.echo(f"{label} ({len(names)}): {', '.join(omtalt(n, her) for n in names) or 'ingen'}")
    if not her.mappe.medlemsliste_hel:
        typer.echo(
            "Medlemslista var ført som ufullstendig. Med runden er alle oppnevnt, så nå blir ledige plasser, "
            "sammensetning og fornyelse vurdert.",
            err=True,
        )
