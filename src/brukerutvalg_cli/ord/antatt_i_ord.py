"""An assumption in words: of whom or what it is, and where that says no more than is written openly, what it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.model.antakelse import Antakelse
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Her, Omgivelser, i_vervet, omtalt, siden


def antatt_i_ord(antakelser: Iterable[Antakelse], utvalg: Omgivelser) -> tuple[str, ...]:
    """`Anne Lie og Per Hansen sitter for brukersiden`, `«moeteleder» i møtet 9. februar 2023`.

    What is assumed of several is said once, and of whom.
    """
    by_claim: dict[str, list[str]] = {}
    for antakelse in antakelser:
        who, what = _sagt_her(antakelse, utvalg)
        by_claim.setdefault(what, []).append(who)
    return tuple(f"{alle_sammen(dict.fromkeys(who))} {what}".strip() for what, who in by_claim.items())


def _sagt_her(antakelse: Antakelse, utvalg: Omgivelser) -> tuple[str, str]:
    home = eieren(antakelse.place.path) or utvalg.mappe.id
    elsewhere = f" ({home})" if home != utvalg.mappe.id else ""
    here = Her(utvalg.register.naboen(home) or utvalg.mappe, utvalg.register)
    who, what = _sagt(antakelse, here)
    return who, what + elsewhere


def _sagt(a: Antakelse, her: Her) -> tuple[str, str]:
    """Who it is of, where that is a person or an organisation, and what is assumed."""
    own, key, value = a.poster[-1], str(a.place.route[-1]), a.verdi
    match own:
        case Medlem() | Oppnevning() if key in ("side", "representerer") and isinstance(value, str):
            whom = siden(value, her) if key == "side" else omtalt(value, her)
            return _personen(a, her), f"sitter for {whom}{_som(own, her)}"
        case Oppnevning() if key in ("fra", "til") and isinstance(value, date):
            return _personen(a, her), f"sitter {key} {dato_i_ord(value)}{_som(own, her)}"
        case Oppnevning() if key == "tiltraadt":
            return _personen(a, her), f"{'sitter' if value else 'sitter ikke'}{_som(own, her)}"
        case Organisasjon() if key == "side" and isinstance(value, str):
            return own.forkortelse or own.navn, f"hører til {siden(value, her)}"
    return "", f"«{key}» {_om(a, her)}"


def _som(own: Post, her: Her) -> str:
    return f" {i_vervet(own.verv, her)}" if isinstance(own, Oppnevning) else ""


def _personen(a: Antakelse, her: Her) -> str:
    return omtalt(PurePosixPath(a.place.path).stem, her)


def _om(a: Antakelse, her: Her) -> str:
    """Of whom or what, by the nearest record that has a name: never the title of a case, which may be closed."""
    for post in reversed(a.poster):
        match post:
            case Oppnevning() | Medlem():
                return f"for {_personen(a, her)}{_som(post, her)}"
            case Sak():
                return f"i sak {post.navn}"
            case InnmeldtSak():
                return f"i saken {PurePosixPath(post.path).stem}"
            case Oppmoete():
                return f"for {omtalt(post.person, her) if post.person else 'en gjest'} i møtet"
            case Moete():
                return f"i møtet {dato_i_ord(post.dato)}"
            case Hendelse():
                return f"for hendelsen {post.emne(int(a.place.route[0]))}"
            case Organisasjon():
                return f"for {post.forkortelse or post.navn}"
    return "for utvalget"
