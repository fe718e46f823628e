"""The verb `runde`: a round of appointments as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import JA
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from brukerutvalg_cli.handling.runde import Bilde
    from brukerutvalg_cli.regler.i_ord import Her


@skriver
def runde(
    s: Skriving,
    medlemmer: Annotated[
        list[str] | None, typer.Argument(metavar="PERSON", help="De som oppnevnes til medlemmer.")
    ] = None,
    vara: Annotated[
        list[str] | None, typer.Option("--vara", metavar="VARA[=MEDLEM]", help="En vara, og hvem for.")
    ] = None,
    fra: Annotated[str, typer.Option("--fra", metavar="DATO", help="Første dag i perioden.")] = "",
    til: Annotated[str, typer.Option("--til", metavar="DATO", help="Siste dag i perioden.")] = "",
    kvinner: Annotated[
        int, typer.Option("--kvinner", metavar="TALL", help="Kvinner blant medlemmene.", min=0)
    ] = 0,
    menn: Annotated[int, typer.Option("--menn", metavar="TALL", help="Menn blant medlemmene.", min=0)] = 0,
    vara_kvinner: Annotated[
        int, typer.Option("--vara-kvinner", metavar="TALL", help="Kvinner blant vara.", min=0)
    ] = 0,
    vara_menn: Annotated[
        int, typer.Option("--vara-menn", metavar="TALL", help="Menn blant vara.", min=0)
    ] = 0,
    samtykke: Annotated[str, typer.Option("--samtykke", metavar="ja|nei", help="Har alle sagt ja?")] = "",
    fullmakt: Annotated[str, typer.Option("--fullmakt", metavar="ja|nei", help="Har alle fullmakt?")] = "",
    ja: JA = False,
) -> Gjort | None:
    """Oppnevner utvalget for en ny periode, alle på én gang. Du ser først hvem som er nye, og hvem som blir.

    Den som satt uten sluttdato, og blir eller slutter, satt til dagen før perioden begynner.

    Eksempler:
      brukerutvalg runde nav-fjordvik kari-nordmann ola-berg --vara anne-lie=ola-berg --fra 1.1.2027 --til 31.12.2028
      brukerutvalg runde nav-fjordvik kari-nordmann ola-berg --fra 1.1.2027 --til 31.12.2028 --dry-run
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.varasvar import vara_og_medlem
    from brukerutvalg_cli.handling.runde import Runde, bilde, oppnevn_runde
    from brukerutvalg_cli.model.kalender import dato_i_ord

    people = s.person
    members = tuple(
        svar.flere_svar("PERSON", medlemmer, "Hvem oppnevnes til medlemmer? Komma mellom:", people)
    )
    deputies = dict(vara_og_medlem(text, people) for text in vara or ())
    first = svar.svar("--fra", fra, "Hva er første dag i perioden?", svar.dag)
    last = svar.svar("--til", til, "Hva er siste dag?", svar.ikke_foer(first, "første dag"))
    proposed = Runde(first, last, s.dag, members, deputies)
    _vis(bilde(s.mappe, proposed), s.her)
    facts = {
        "samtykke": svar.om_sagt("--samtykke", samtykke, "Har alle sagt ja (ja/nei)?", svar.ja_eller_nei),
        "fullmakt": svar.om_sagt("--fullmakt", fullmakt, "Har alle fullmakt (ja/nei)?", svar.ja_eller_nei),
    }
    numbers = {
        "medlemmer": {"kvinner": kvinner, "menn": menn},
        "varamedlemmer": {"kvinner": vara_kvinner, "menn": vara_menn},
    }
    oppnevn_runde(s.utkast, s.mappe, proposed, facts, numbers)
    if not s.bare_vis and not svar.bekreft("Skal runden føres?", ja=ja):
        typer.echo("Ingenting er skrevet.", err=True)
        return None
    return Gjort(
        f"Oppnevnte {len(members)} medlemmer og {len(deputies)} vara fra {dato_i_ord(first)}",
        f"brukerutvalg status {s.mappe.id}",
        per=first,
    )


def _vis(seen: Bilde, her: Her) -> None:
    from brukerutvalg_cli.regler.i_ord import omtalt

    for label, names in (("Fortsetter", seen.fortsetter), ("Nye", seen.nye), ("Slutter", seen.slutter)):
        typer.echo(f"{label} ({len(names)}): {', '.join(omtalt(n, her) for n in names) or 'ingen'}")
    if not her.mappe.medlemsliste_hel:
        typer.echo(
            "Medlemslista var ført som ufullstendig. Med runden er alle oppnevnt, så nå blir ledige plasser, "
            "sammensetning og fornyelse vurdert.",
            err=True,
        )
