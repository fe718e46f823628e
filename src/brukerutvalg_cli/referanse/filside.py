"""Filside: the files of a register, each with its keys; and the table of files that the schemas follow too."""

from __future__ import annotations

from typing import Any, NamedTuple

from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppsett import Oppsett
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.referanse.skjema import skjema
from brukerutvalg_cli.referanse.tabell import med_poster, topp
from brukerutvalg_cli.referanse.tekst import tekst
from brukerutvalg_cli.register.plassering import Hendelser, Organisasjoner, Satser


class Filbeskrivelse(NamedTuple):
    """One sort of file: its name here and in schemas/, its model, where it lies and what it is about."""

    navn: str
    model: Any
    sti: str
    tittel: str
    om: str


UTVALG = "records/utvalg/<utvalg>"

FILER = (
    Filbeskrivelse(
        "organisasjoner",
        Organisasjoner,
        "records/organisasjoner.yaml",
        "Organisasjoner",
        "Organisasjonene og de offentlige organene som utvalgene viser til. Hver står under sin id.",
    ),
    Filbeskrivelse(
        "ordliste",
        Ordliste,
        "records/ordliste.yaml",
        "Ordliste",
        "Navn som flere utvalg har felles: stillinger, ordninger, hendelser. Hvert står under id-en sin.",
    ),
    Filbeskrivelse(
        "regelverk",
        Regelverk,
        "records/regelverk/<id>.yaml",
        "Et regelverk",
        "Et mandat, en mal, en retningslinje, en anbefaling, en lov eller et vedtak: en liste av bestemmelser.",
    ),
    Filbeskrivelse(
        "satser",
        Satser,
        "records/satser.yaml",
        "Satser",
        "Satsene for godtgjørelse. Fila er en liste; hver post har nøklene her.",
    ),
    Filbeskrivelse(
        "oppsett",
        Oppsett,
        "records/oppsett.yaml",
        "Oppsett",
        "Det som er avtalt for alle som arbeider i registeret. Uten fila gjelder det som står som utgangspunkt.",
    ),
    Filbeskrivelse(
        "utvalg",
        Utvalg,
        f"{UTVALG}/utvalg.yaml",
        "Et utvalg",
        "Utvalget selv: navn, nivå og målform, hvilke regelverk som binder det, og avvik det har vedtatt.",
    ),
    Filbeskrivelse(
        "medlem",
        Medlem,
        f"{UTVALG}/medlemmer/<person>.yaml",
        "En person",
        "Én person i ett utvalg, med alle periodene. Filnavnet er id-en resten av registeret bruker.",
    ),
    Filbeskrivelse(
        "moete",
        Moete,
        f"{UTVALG}/moeter/<dato>.yaml",
        "Et møte",
        "Ett møte, fra innkalling til publisert referat. Filnavnet er datoen.",
    ),
    Filbeskrivelse(
        "sak",
        InnmeldtSak,
        f"{UTVALG}/saker/<aar>-<nr>.yaml",
        "En innmeldt sak",
        "En sak som er meldt inn og ikke står på noen saksliste. Sak 28/22 ligger i 2022-028.yaml.",
    ),
    Filbeskrivelse(
        "hendelser",
        Hendelser,
        f"{UTVALG}/hendelser.yaml",
        "Hendelser",
        "Det som går igjen ved siden av møtene. Fila er en liste; hver post har nøklene her.",
    ),
)
"""In the order of the folders, from the top of the register and in."""


def filside() -> str:
    """docs/filer.md."""
    return tekst("filer") + "\n" + "\n".join(_avsnitt(fil) for fil in FILER)


def _avsnitt(fil: Filbeskrivelse) -> str:
    whole = skjema(fil.model)
    parts = [f"## {fil.tittel}\n", f"`{fil.sti}`\n", f"{fil.om}\n"]
    return "\n".join([*parts, *med_poster(topp(whole), whole, fil.tittel)])
