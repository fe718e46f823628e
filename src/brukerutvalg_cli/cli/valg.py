"""The verb `valg`: an election is written down, and judged before it is."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import COMMIT, DATO, LIKEVEL, MOETE, TOERR, UTVALG, VERV_FRA, VERV_TIL


def valg(
    ctx: typer.Context,
    utvalg: UTVALG,
    moete: MOETE,
    nr: Annotated[str, typer.Argument(metavar="SAK", help="Saksnummeret valget ble gjort i, som 28/22.")],
    personer: Annotated[list[str] | None, typer.Argument(metavar="PERSON", help="De som ble valgt.")] = None,
    verv: Annotated[str, typer.Option("--verv", metavar="VERV", help="Vervet de ble valgt til.")] = "",
    fra: VERV_FRA = "",
    til: VERV_TIL = "",
    fraviker: Annotated[
        str,
        typer.Option("--fraviker", metavar="BESTEMMELSE", help="En hovedregel utvalget valgte å fravike."),
    ] = "",
    likevel: LIKEVEL = False,
    dato: DATO = "",
    dry_run: TOERR = False,
    commit: COMMIT = False,
) -> None:
    """Fører et valg i en sak. Sier mandatet noe annet, får du vite det, og ingenting blir skrevet uten --likevel.

    Eksempler:
      brukerutvalg valg nav-fjordvik siste 14/26 kari-nordmann --verv leder
      brukerutvalg valg nav-fjordvik siste 14/26 kari-nordmann ola-berg --verv redaksjonsraad --fra 1.1.2027
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.skriving import fullfoer, skriving
    from brukerutvalg_cli.handling.filer import saken
    from brukerutvalg_cli.handling.moetebok import legg_til_i_sak, neste_aa_foere
    from brukerutvalg_cli.handling.person import oppnevn
    from brukerutvalg_cli.model.utvalg import STANDARD_VERV
    from brukerutvalg_cli.model.verdier import kjent
    from brukerutvalg_cli.oversikt.forhaandsvalg import foreslaatt, forhaandsdom
    from brukerutvalg_cli.oversikt.forhaandsvalg_tekst import render
    from brukerutvalg_cli.regler.i_ord import Her

    with skriving(ctx, utvalg, dato) as s:
        meeting, register = s.moete(moete), s.lastet.register
        case = meeting.saker[saken(meeting, nr)]
        office = svar.svar("--verv", verv, "Hvilket verv?", svar.en_av(STANDARD_VERV, s.mappe.utvalg.verv))
        known = svar.en_av(sorted(s.mappe.kjente_personer), register.organisasjoner, hva="Utvalget har")
        elected = [svar.svar("PERSON", person, "Hvem?", known) for person in personer or ()]
        elected = elected or svar.svar("PERSON", "", "Hvem ble valgt? Komma mellom flere:", svar.flere(known))
        first, last = (svar.svar(name, text, "Hvilken dag?", svar.dag) if text else None
                       for name, text in (("--fra", fra), ("--til", til)))  # fmt: skip
        recorded = [kjent(v.valgt) or () for v in case.valg if v.verv == office]
        before = next((names for names in recorded if set(names) & set(elected)), None)
        if before and set(before) != set(elected):
            there = ", ".join(before)
            raise typer.BadParameter(
                f"i sak {nr} er {there} alt ført som valgt til {office}. Var det feil, retter du det i "
                f"{meeting.path} og hos personene, eller tar det tilbake med «brukerutvalg angre»"
            )
        proposed = foreslaatt(s.mappe, office, elected, meeting.dato, first, last)
        if not likevel and not fraviker:
            dom = forhaandsdom(register, s.lastet.regelverk, s.mappe, proposed)
            if dom.utslag.brudd:
                typer.echo(render(Her(s.mappe, register), dom), err=True, nl=False)
                typer.echo("Skriv --likevel om utvalget valgte slik, og det skal føres.", err=True)
                raise typer.Exit(1)
        entry = {
            "verv": office,
            "valgt": elected,
            "fra": proposed.fra,
            "til": proposed.til,
            "fraviker": fraviker or None,
        }
        if before is None:
            legg_til_i_sak(s.utkast, s.mappe, meeting.dato, nr, "valg", entry)
        for (
            name
        ) in elected:  # on their own page too: it is there that somebody looks for who sits for how long
            member = s.mappe.medlemmer.get(name)
            has_it = (
                any(t.verv == office and t.valgt_i == nr for t in member.oppnevninger) if member else False
            )
            if name in s.mappe.kjente_personer and not has_it:
                term = {"verv": office, "fra": proposed.fra, "til": proposed.til, "valgt_i": nr}
                oppnevn(s.utkast, s.mappe, name, term)
        neste = f"brukerutvalg {neste_aa_foere(s.mappe, meeting, nr)}"
        melding = f"Førte valg av {', '.join(elected)} til {office} i sak {nr}"
        fullfoer(s, melding, neste, dry_run=dry_run, commit=commit)
