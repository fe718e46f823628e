"""Forklart: what `forklar` says of something in the register, as text or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.cli.forklaringsord import Forklaringsmaal
    from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslag
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import WorkTree


def forklart(ctx: typer.Context, said: Sequence[str], day: date, *, som_json: bool) -> str:
    """The provision, the case or the verv that the words name.

    Raises:
        typer.BadParameter: when they name nothing, or several things.
        Stans: when the council cannot be read.
    """
    from brukerutvalg_cli.cli.forklaringsord import maalet, utvalget
    from brukerutvalg_cli.register.load import lastet as les
    from brukerutvalg_cli.register.load import load

    tree = _treet(ctx, said)
    shared = load(tree, utvalg=())
    named = utvalget(said, shared)  # then all that is said is of that one; else it may be of any
    lastet = les(shared.landet, [named] if named else shared.landet.utvalgene)
    maal = maalet(said, lastet)
    if not maal.utvalg and not maal.regelverk:
        _si_fra_om_vervet(maal.navn, lastet)
    if not maal.utvalg and (only := _bundne(maal, lastet)) and len(only) == 1:
        maal = maal._replace(utvalg=only[0])
    if not maal.utvalg:
        return _uten_utvalg(maal, lastet, som_json=som_json)
    return _i_utvalget(maal, _oppslaget(tree, lastet, maal.utvalg, day), som_json=som_json)


def _treet(ctx: typer.Context, said: Sequence[str]) -> WorkTree:
    """The register, where there is one: without it, there are only the rules to explain."""
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.stans import Stans

    try:
        return arbeidstre(ctx, register_rot(ctx))
    except Stans as error:
        from brukerutvalg_cli.forklaring import forklaringer
        from brukerutvalg_cli.forslag import forslag

        name = " ".join(said)
        meant = forslag(name, forklaringer())
        rest = f"Mente du «{meant}»?" if meant else "«brukerutvalg forklar» viser alle."
        raise typer.BadParameter(f"det finnes ingen regel «{name}». {rest} Og {error}") from None


def _oppslaget(tree: WorkTree, lastet: Lastet, utvalg: str, day: date) -> Oppslag:
    from brukerutvalg_cli.cli.utvalgsnavn import lest_med_mandat
    from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslag
    from brukerutvalg_cli.rapport.skjerm import Skjerm
    from brukerutvalg_cli.register.locate import Locator
    from brukerutvalg_cli.validering import rapporten

    mappe = lest_med_mandat(lastet, utvalg)
    skjerm = Skjerm(Locator(tree), lastet.register)
    rapport = rapporten(tree, lastet, day, [utvalg])
    return Oppslag(lastet.register, lastet.regelverk, mappe, day, rapport, skjerm)


def _i_utvalget(maal: Forklaringsmaal, oppslag: Oppslag, *, som_json: bool) -> str:
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.oversikt import forklaring_json, forklaring_tekst

    here, day = Her(oppslag.mappe, oppslag.register), oppslag.dag
    if maal.slag == "verv":
        from brukerutvalg_cli.oversikt.forklaring_verv import vervet

        verv = vervet(oppslag, maal.navn)
        if som_json:
            return forklaring_json.vervet(maal.utvalg, verv, day)
        return forklaring_tekst.vervet(here, verv, day)
    if maal.slag == "sak":
        from brukerutvalg_cli.oversikt.forklaring_sak import foert, saken

        found = foert(oppslag.mappe, maal.navn)
        assert found
        case = saken(oppslag, *found)
        if som_json:
            return forklaring_json.saken(maal.utvalg, case, day)
        return forklaring_tekst.saken(here, case, day)
    from brukerutvalg_cli.oversikt.forklaring_bestemmelse import bestemmelsene

    provisions = bestemmelsene(oppslag, maal.navn, maal.regelverk)
    if som_json:
        return forklaring_json.bestemmelsene(maal.utvalg, provisions, day)
    return forklaring_tekst.bestemmelsene(here, provisions, day)


def _bundne(maal: Forklaringsmaal, lastet: Lastet) -> list[str]:
    """The councils that the provision binds, or did."""
    from brukerutvalg_cli.oversikt.forklaring_bestemmelse import finn

    return [
        key
        for key, mappe in lastet.register.mapper.items()
        if finn(mappe, lastet.regelverk, maal.navn, maal.regelverk)
    ]


def _uten_utvalg(maal: Forklaringsmaal, lastet: Lastet, *, som_json: bool) -> str:
    from brukerutvalg_cli.oversikt import forklaring_flere

    make = forklaring_flere.som_json if som_json else forklaring_flere.som_tekst
    return make(lastet.regelverk, maal.navn, maal.regelverk, _bundne(maal, lastet))


def _si_fra_om_vervet(navn: str, lastet: Lastet) -> None:
    """Says how to ask of the verv that a provision has its name from: it is another thing in each council."""
    from brukerutvalg_cli.model.utvalg import STANDARD_VERV

    if navn in STANDARD_VERV:
        first = next(iter(lastet.register.mapper))
        typer.echo(
            f"Her er det bestemmelsen «{navn}». Vervet forklares for hvert utvalg, som: "
            f"brukerutvalg forklar {first} {navn}",
            err=True,
        )
