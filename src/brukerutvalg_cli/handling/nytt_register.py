"""Nytt register: everything a new register begins with, as files by path. Nothing in it is a `feil`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from brukerutvalg_cli.endring.utkast import som_data
from brukerutvalg_cli.endring.yamltekst import blokk
from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.handling.filer import MEDLEM, MOETE, OPPNEVNING, Nektet, ordnet, person_id
from brukerutvalg_cli.handling.mandatets import krevd_av_oppnevning
from brukerutvalg_cli.model.kalender import les_dag
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.regler.arv import gjeldende
from brukerutvalg_cli.regler.regelverk import Regelverk

KOLONNER = ("navn", "side", "representerer", "verv", "fra", "til", "funksjon")
"""The columns of a list of members. Only `navn` must be there."""
TOMT = "tomt"
"""A mandate with nothing in it yet."""

Post = dict[str, Any]


class Svar(NamedTuple):
    """What was answered, in the order it is asked."""

    navn: str
    nivaa: str
    maalform: str
    mandat: str
    medlemmer: tuple[Mapping[str, str], ...]
    foerste_moete: date | None
    dag: date

    @property
    def utvalg(self) -> str:
        """The council's id: its name without the word that they all begin with."""
        short = re.sub(r"^(det )?\w*(brukerutvalg|brukarutval)\w*( ved| i| for)? ", "", self.navn, flags=re.I)
        return person_id(short)

    @property
    def eier(self) -> str:
        """The id of the office that owns the council."""
        return f"{self.utvalg}-kontor"


def les_medlemmer(text: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a CSV file, with `;` or `,` between the columns as spreadsheets write it.

    Raises:
        Nektet: when a column has a name of no use, or a row no name.
    """
    first = text.lstrip("\ufeff").partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=";" if ";" in first else ",")
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    for name in names:
        if name not in KOLONNER:
            meant = forslag(name, KOLONNER)
            rest = f"Mente du «{meant}»?" if meant else f"Kolonnene er {', '.join(KOLONNER)}."
            raise Nektet(f"kolonnen «{name}» hører ikke hjemme i registeret. {rest}")
    if "navn" not in names:
        raise Nektet(f"medlemslista mangler kolonnen «navn». Kolonnene er {', '.join(KOLONNER)}")
    rows = []
    for row in reader:
        values = {name: (value or "").strip() for name, value in zip(names, row.values(), strict=False)}
        if any(values.values()):
            if not values["navn"]:
                raise Nektet(f"linje {reader.line_num} i medlemslista mangler navn")
            rows.append(values)
    return tuple(rows)


def filer(
    svar: Svar, organisasjoner: Mapping[str, Organisasjon], regelverk: Mapping[str, Regelverk], kilde: Path
) -> dict[str, bytes]:
    """The records of the new register. `kilde`: the shipped records, where its rule sets are taken from.

    Raises:
        Nektet: when somebody is said to represent an organisation, or hold a verv, that is not there.
    """
    known = {name: o for name, o in organisasjoner.items() if o.type in ("paraply", "landsdekkende")}
    return {
        "records/organisasjoner.yaml": _yaml(dict(_organisasjoner(svar, known)), "organisasjoner", 1),
        **dict(_regelverk(svar, regelverk, kilde)),
        f"records/utvalg/{svar.utvalg}/utvalg.yaml": _yaml(_utvalg(svar), "utvalg", 3),
        **dict(_medlemmer(svar, known, regelverk)),
        **dict(_moete(svar)),
    }


def _organisasjoner(svar: Svar, known: Mapping[str, Organisasjon]) -> Iterator[tuple[str, Post]]:
    yield svar.eier, {"navn": svar.navn, "type": "offentlig", "side": "nav"}
    for name, body in known.items():
        yield name, body.model_dump(mode="json", exclude_defaults=True, exclude_none=True)


def _regelverk(svar: Svar, regelverk: Mapping[str, Regelverk], kilde: Path) -> Iterator[tuple[str, bytes]]:
    name = svar.mandat
    if name == TOMT:
        head = {"tittel": f"Mandat for {svar.navn}", "type": "mandat", "status": "utkast"}
        body = {"datert": svar.dag, "maalform": svar.maalform, "bestemmelser": []}
        yield f"records/regelverk/{svar.utvalg}-mandat.yaml", _yaml(head | body, "regelverk", 2)
        return
    while name:
        yield f"records/regelverk/{name}.yaml", (kilde / "regelverk" / f"{name}.yaml").read_bytes()
        name = regelverk[name].bygger_paa or ""


def _utvalg(svar: Svar) -> Post:
    seats = [
        row.get("representerer", "").lower() for row in svar.medlemmer if row.get("side", "bruker") != "nav"
    ]
    mandate = f"{svar.utvalg}-mandat" if svar.mandat == TOMT else svar.mandat
    return {
        "navn": svar.navn,
        "nivaa": svar.nivaa,
        "maalform": svar.maalform,
        "eier": svar.eier,
        "regelverk": [{"id": mandate, "fra": svar.dag}],
        # Who sits for them is who has a place; the mandates ask it of their leaders.
        "organisasjoner": list(dict.fromkeys(filter(None, seats))) or None,
        # Until the secretary says that all are there, a place nobody has is no breach.
        "medlemsliste": "ufullstendig",
        "registrert_fra": svar.dag,
    }


def _medlemmer(
    svar: Svar, known: Mapping[str, Organisasjon], regelverk: Mapping[str, Regelverk]
) -> Iterator[tuple[str, bytes]]:
    """A file a person. Rows of the same name are the terms of one. What the mandate wants to know is `ukjent`."""
    rules = [g.bestemmelse for g in gjeldende(svar.mandat, regelverk)] if svar.mandat in regelverk else []
    people: dict[str, Post] = {}
    for row in svar.medlemmer:
        side = _kjent(row.get("side") or "bruker", STANDARD_SIDER, "siden")
        body = _kjent(row["representerer"], known, "organisasjonen") if row.get("representerer") else None
        verv = _kjent(row.get("verv") or "medlem", STANDARD_VERV, "vervet")
        wanted = krevd_av_oppnevning(rules, verv, side)
        term: Post = {
            "verv": verv,
            "fra": _dag(row.get("fra") or "") or svar.dag,
            "til": _dag(row.get("til") or ""),
            "av": svar.eier if "av" in wanted else None,
            "foreslaatt_av": (body or "ukjent") if "foreslaatt_av" in wanted else None,
            **{key: "ukjent" for key in ("fullmakt", "samtykke", "alder", "valgt_i") if key in wanted},
        }
        office = [{"funksjon": row["funksjon"], "fra": "ukjent"}] if row.get("funksjon") else None
        person = {"navn": row["navn"], "side": side, "representerer": body, "funksjon": office}
        entry = people.setdefault(person_id(row["navn"]), person | {"oppnevninger": []})
        entry["oppnevninger"].append(ordnet(term, OPPNEVNING))
    for name, person in people.items():
        data = ordnet(person, MEDLEM)
        yield f"records/utvalg/{svar.utvalg}/medlemmer/{name}.yaml", _yaml(data, "medlem", 4)


def _moete(svar: Svar) -> Iterator[tuple[str, bytes]]:
    if svar.foerste_moete:
        data = ordnet({"dato": svar.foerste_moete, "status": "planlagt"}, MOETE)
        path = f"records/utvalg/{svar.utvalg}/moeter/{svar.foerste_moete}.yaml"
        yield path, _yaml(data, "moete", 4)


def _dag(text: str) -> date | None:
    if not text:
        return None
    day = les_dag(text)
    if day is None:
        raise Nektet(f"«{text}» i medlemslista er ikke en dag. Skriv for eksempel 2026-02-09")
    return day


def _kjent(word: str, known: Mapping[str, object] | tuple[str, ...], what: str) -> str:
    name = next((k for k in known if k.lower() == word.lower()), None)
    if name:
        return name
    meant = forslag(word, known)
    rest = f"Mente du «{meant}»?" if meant else f"Velg blant {', '.join(known)}."
    raise Nektet(f"{what} «{word}» i medlemslista finnes ikke. {rest}")


def _yaml(data: Post, skjema: str, dypt: int) -> bytes:
    content = som_data(data)
    assert isinstance(content, dict)
    head = f"# yaml-language-server: $schema={'../' * dypt}schemas/{skjema}.json"
    return ("\n".join([head, *blokk(content, 0)]) + "\n").encode()
