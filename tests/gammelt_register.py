"""An old register with three hundred findings of every sort, and what may be done to it that makes none of them new."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

import yaml

from smaa_registre import UTVALG, filer

MOETER = tuple(f"20{aar}-{maaned:02}-15" for aar in range(14, 21) for maaned in (2, 5, 9, 11))
FOLK = tuple(f"person-{nr:02}" for nr in range(12))


def register() -> dict[str, Any]:
    """As it was when the program was taken into use."""
    data: dict[str, Any] = {
        "regler": [
            {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
            {"regel": "frist", "hva": "innkalling", "senest": "14 dager", "foer": "moete"},
            {"regel": "krav", "hver": "oppfoelging", "skal_ha": {"ansvarlig": "foert"}},
        ]
    }
    for nr, dag in enumerate(MOETER):
        numre = nr % 4 * 2
        data[f"moeter/{dag}"] = {
            "sendt": {"sakspapirer": dag, "innkalling": dag},
            "oppmoete": [{"person": navn} for navn in FOLK[:4]],
            "saker": [_sak(nr, numre + sak, dag) for sak in (1, 2)],
        }
    approved = {
        "godkjent": {"dato": "ukjent", "maate": "epost"}
    }  # so it has its minutes approved, and forgot the rest
    data[f"moeter/{MOETER[0]}"]["referat"] = approved
    for nr, navn in enumerate(FOLK):
        body = {"navn": navn.title(), "side": "bruker", "oppnevninger": [_verv(nr, n) for n in (0, 1)]}
        data[f"medlemmer/{navn}"] = body | ({"tlf": "nei", "epost2": "nei"} if nr >= 8 else {})
    return data


def _sak(nr: int, sak: int, dag: str) -> dict[str, Any]:
    tasks = [{"hva": f"Gjør {what} etter møtet"} for what in ("dette", "hint")]
    return {
        "nr": f"{sak}/{dag[2:4]}",
        "tittel": f"Sak {nr}-{sak}",
        "type": "orientering",
        "oppfoelging": tasks,
    }


def _verv(nr: int, n: int) -> dict[str, Any]:
    return {"verv": "medlem", "fra": f"{2014 + 4 * n}-01-01", "til": f"{2017 + 4 * n}-12-31"}


def som_filer(data: dict[str, Any]) -> dict[str, str]:
    """The files of it."""
    return filer(data)


ANSVARLIG = "Nav Storelva"

Endring = Callable[[dict[str, str], random.Random], dict[str, str]]


def linjer_flyttet(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """Comments and empty lines above and between."""
    return {
        path: "".join(
            f"{'# et notat' if tilfeldig.random() < 0.1 and not line.startswith(' ') else ''}{line}".replace(
                "# et notat", "# et notat\n\n"
            )
            for line in text.splitlines(keepends=True)
        )
        for path, text in files.items()
    }


def lister_stokket(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """The points of every list in another order, but for the cases: their numbers are to rise."""

    def stokk(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: stokk(inner) if key != "saker" else [*map(stokk, inner)] for key, inner in value.items()
            }
        if isinstance(value, list):
            return tilfeldig.sample([stokk(inner) for inner in value], len(value))
        return value

    return {
        path: yaml.dump(
            stokk(yaml.load(text, yaml.CBaseLoader)),
            Dumper=yaml.CSafeDumper,
            allow_unicode=True,
            sort_keys=False,
        )
        if path.startswith(UTVALG)
        else text
        for path, text in files.items()
    }


def person_omdoept(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """One of the people gets another id, everywhere."""
    old = tilfeldig.choice(FOLK)
    renamed = {path.replace(f"/{old}.", f"/{old}-lie."): text for path, text in files.items()}
    return {path: re.sub(rf"(?<![\w-]){old}(?![\w-])", f"{old}-lie", text) for path, text in renamed.items()}


def regelverk_omdoept(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """The rule set gets another id, everywhere."""
    renamed = {path.replace("/regelverket.", "/mandatet."): text for path, text in files.items()}
    return {path: text.replace("id: regelverket", "id: mandatet") for path, text in renamed.items()}


def utvalg_omdoept(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """The folder of the council gets another name."""
    return {path.replace(UTVALG, "records/utvalg/nav-storelva"): text for path, text in files.items()}


UTEN_NYTT: tuple[Endring, ...] = (
    linjer_flyttet, lister_stokket, person_omdoept, regelverk_omdoept, utvalg_omdoept,
)  # fmt: skip
"""What makes nothing new."""


def _foerste(files: dict[str, str], folder: str, tilfeldig: random.Random) -> str:
    return tilfeldig.choice(sorted(path for path in files if f"/{folder}/" in path))


def ny_noekkel(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """A key that there is none of, in a file with others like it or without."""
    path = _foerste(files, "medlemmer", tilfeldig)
    return files | {path: files[path] + "faks: nei\n"}


def ny_ukjent(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """Somebody was there whom nobody knows."""
    path = _foerste(files, "moeter", tilfeldig)
    return files | {path: files[path].replace("oppmoete:\n", "oppmoete:\n- person: ingen-kjenner\n")}


def ny_oppgave(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """A third task in a case, with somebody to do it and no day, before two that lack both."""
    path = _foerste(files, "moeter", tilfeldig)
    indent = re.search("(?m)^( *)oppfoelging:\n( *)-", files[path])
    assert indent
    task = (
        f"{indent[1]}oppfoelging:\n{indent[2]}- hva: Noe helt annet\n"
        f"{indent[2]}  ansvarlig: {ANSVARLIG}\n{indent[2]}-"
    )
    return files | {path: files[path].replace(indent[0], task, 1)}


def nytt_moete(files: dict[str, str], tilfeldig: random.Random) -> dict[str, str]:
    """A meeting whose papers went out too late."""
    path = _foerste(files, "moeter", tilfeldig)
    folder = path.rpartition("/")[0]
    text = "dato: 2023-03-08\nstatus: avholdt\nsendt: {sakspapirer: 2023-03-07, innkalling: 2023-01-02}\n"
    return files | {f"{folder}/2023-03-08.yaml": text}


ETT_NYTT: dict[str, tuple[Endring, str]] = {
    "a key": (ny_noekkel, "faks"),
    "a reference": (ny_ukjent, "ingen-kjenner"),
    "a task": (ny_oppgave, "Noe helt annet"),
    "a meeting": (nytt_moete, "7. mars 2023"),
}
"""What makes one finding, and a word of it."""
