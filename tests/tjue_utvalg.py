"""Twenty small councils that refer to each other in every way there is, and changes to them that nobody thought of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

Filer = dict[str, bytes]

FOLK = ("kari", "ola", "per", "anne")
REGLER: list[dict[str, Any]] = [
    {"regel": "hyppighet", "hva": "moete", "minst": 2, "per": "kalenderaar"},
    {"regel": "frist", "hva": "referat", "senest": "14 dager", "etter": "moete"},
    {"regel": "krav", "hver": "sak", "der": {"innmeldt_av": "underordnede"}, "skal_ha": {"svar": "foert"}},
    {"regel": "krav", "hver": "moete", "skal_ha": {"moeteleder": {"verv": "leder"}}},
    {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"hvem": {"gruppe": "rus"}, "minst": 1}]},
    {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "lengde": "2 aar"},
    {"regel": "krav", "hver": "hendelse", "der": {"hva": "kurs"}, "skal_ha": {"ansvarlig": "foert"}},
]


def _regelverk(*numre: int) -> dict[str, Any]:
    common = {"avsnitt": "Avsnittet", "styrke": "skal", "tekst": "Teksten."}
    provisions = [common | {"id": f"nr-{nr}"} | REGLER[nr] for nr in numre]
    return {
        "tittel": "Mandat",
        "type": "mandat",
        "datert": "2010-01-01",
        "maalform": "nb",
        "bestemmelser": provisions,
    }


def tjue_utvalg(antall: int = 20, seed: int = 0) -> Filer:
    """The files, by path."""
    draw = Random(seed)
    names = [f"utvalg-{nr:02}" for nr in range(antall)]
    data: dict[str, Any] = {
        "organisasjoner": {
            "ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"},
            "nav": {"navn": "Nav", "type": "offentlig", "side": "nav"},
        },
        "ordliste": {"grupper": {"rus": {"nb": "rus", "nn": "rus"}}},
        "regelverk/en": _regelverk(0, 1, 2, 3),
        "regelverk/to": _regelverk(4, 5, 6) | {"bygger_paa": "en"},
    }
    for nr, name in enumerate(names):
        other = draw.choice(names)
        own = f"utvalg/{name}"
        data[f"{own}/utvalg"] = {
            "navn": f"Utvalg {nr}",
            "nivaa": "lokal",
            "maalform": draw.choice(["nb", "nn"]),
            "registrert_fra": "2022-01-01",
            "regelverk": [{"id": draw.choice(["en", "to"]), "fra": "2022-01-01"}],
        } | ({"overordnet": names[nr - nr % 5]} if nr % 5 else {})
        for person in FOLK[: draw.randrange(2, 5)]:
            term = {"verv": draw.choice(["medlem", "leder"]), "fra": "2022-01-01"}
            data[f"{own}/medlemmer/{person}"] = {
                "navn": f"{person.title()} {draw.choice(['Nordmann', 'Hansen'])}",
                "side": "bruker",
                "representerer": draw.choice(["ffo", "nav"]),
                "grupper": draw.sample(["rus", "syn"], draw.randrange(3)),
                "oppnevninger": [term],
            }
        for month in ("03", "10"):
            case = {"nr": f"{month[1]}/23", "tittel": "En sak", "type": draw.choice(["vedtak", "droefting"])}
            data[f"{own}/moeter/2023-{month}-0{1 + nr % 9}"] = {
                "dato": f"2023-{month}-0{1 + nr % 9}",
                "status": "avholdt",
                "id": f"id{nr:02}{month}abcdefghij",
                "oppmoete": [{"person": draw.choice(FOLK)}],
                "saker": [case | draw.choice([{}, {"oversendt_til": other}, {"fortrolig": "ja"}])],
            } | draw.choice([{}, {}, {"felles_med": [other]}])
        data[f"{own}/hendelser"] = [{"hva": "kurs", "dato": "2023-05-01"}]
        data[f"{own}/saker/2023-001"] = {
            "tittel": "Meldt inn",
            "type": "annet",
            "innmeldt_av": other,
            "innmeldt": "2023-06-01",
        }
    return {
        f"records/{path}.yaml": yaml.dump(each, Dumper=yaml.CSafeDumper, allow_unicode=True).encode()
        for path, each in data.items()
    }


def forandret(files: Filer, draw: Random) -> Filer:
    """The same with one change, as a person, a program or an accident would make it."""
    files = dict(files)
    path = draw.choice(sorted(files))
    lines = files[path].split(b"\n")
    at = draw.randrange(len(lines))
    names = sorted({each.split("/")[2] for each in files if each.startswith("records/utvalg/")})
    choice = draw.randrange(len(ENDRINGER) + 6)
    if choice < len(ENDRINGER):
        ending, change = ENDRINGER[choice]
        path = draw.choice([each for each in sorted(files) if ending in each] or [path])
        files[path] = change(files[path], draw.choice(names).encode())
    elif choice == len(ENDRINGER):
        del files[path]
    elif choice == len(ENDRINGER) + 1:
        files[path.replace(".yaml", draw.choice([" (2).yaml", "x.yaml", ".yml", "-notat.txt"]))] = files[path]
    elif choice == len(ENDRINGER) + 2:
        files[path.replace("/moeter/", "/moter/")] = files.pop(path)
    elif choice == len(ENDRINGER) + 3:
        text = draw.choice(
            [b"{% block innledning %}Hei{% endblock %}", b"{% if %}", b"{{ moete.finnes_ikke }}"]
        )
        files[f"records/utvalg/{draw.choice(names)}/templates/referat.md.j2"] = text
    elif choice == len(ENDRINGER) + 4:
        lines.insert(at, draw.choice(lines))
        files[path] = b"\n".join(lines)
    else:
        lines[at] = lines[at].replace(b": ", b":", 1) + draw.choice([b"", b"x", b"  # en merknad"])
        files[path] = b"\n".join(lines)
    return files


def _byttet(old: bytes, new: bytes) -> Callable[[bytes, bytes], bytes]:
    return lambda raw, name: raw.replace(old, new.replace(b"NAVN", name), 1)


def _tillagt(text: bytes) -> Callable[[bytes, bytes], bytes]:
    return lambda raw, name: raw + text.replace(b"NAVN", name)


ENDRINGER: tuple[tuple[str, Callable[[bytes, bytes], bytes]], ...] = (
    ("/medlemmer/", _byttet(b"Nordmann", b"Lie")),
    ("/medlemmer/", _byttet(b"side: bruker", b"side: nav")),
    ("/medlemmer/", _byttet(b"syn", b"noe-nytt")),
    ("/medlemmer/", _byttet(b"representerer: ffo", b"representerer: ukjent-org")),
    ("/medlemmer/", _tillagt(b"publisering: organisasjon\n")),
    ("/medlemmer/", _byttet(b"fra: '2022-01-01'", b"fra: '2023-10-20'")),
    ("/moeter/", _byttet(b"status: avholdt", b"status: avlyst")),
    ("/moeter/", _byttet(b"felles_med:", b"felles_med: [NAVN]\nukjent:")),
    ("/moeter/", _tillagt(b"felles_med: [NAVN]\n")),
    ("/moeter/", _byttet(b"id: id0", b"id: id1")),
    ("/moeter/", _byttet(b"oversendt_til: ", b"oversendt_til: NAVN #")),
    ("/moeter/", _byttet(b"fortrolig: ja", b"fortrolig: nei")),
    ("/moeter/", _byttet(b"fortrolig: 'ja'", b"fortrolig: 'nei'")),
    ("/moeter/", _tillagt(b"moeteleder: kari\nsendt: {referat: 2023-10-20}\n")),
    ("/moeter/", _tillagt(b"praktisk: Ring Kari Lie 912 34 567\n")),
    ("/saker/", _byttet(b"innmeldt_av: ", b"innmeldt_av: NAVN #")),
    ("/utvalg.yaml", _byttet(b"navn: Utvalg", b"navn: Raadet")),
    ("/utvalg.yaml", _byttet(b"overordnet: ", b"overordnet: NAVN #")),
    ("/utvalg.yaml", _byttet(b"overordnet: ", b"overordnet: ukjent #")),
    ("/utvalg.yaml", _tillagt(b"overordnet: NAVN\n")),
    ("/utvalg.yaml", _tillagt(b"grupper: [rus, syn]\n")),
    ("/utvalg.yaml", _byttet(b"id: en", b"id: to")),
    ("/hendelser.yaml", _byttet(b"kurs", b"kvrs")),
    ("organisasjoner", _byttet(b"navn: FFO", b"navn: SAFO")),
    ("organisasjoner", _byttet(b"side: bruker", b"side: nav")),
    ("organisasjoner", _byttet(b"side: nav", b"side: {antatt: nav}")),
    (
        "organisasjoner",
        _byttet(b"type: paraply", b"type: lokal\n  tidligere: [{til: 2023-05-01, type: paraply}]"),
    ),
    ("organisasjoner", _byttet(b"side: bruker", b"side: bruker\n  grupper: [rus, noe-nytt]")),
    ("organisasjoner", _tillagt(b"ukjent-org: {navn: Ny, type: lokal, side: bruker}\n")),
    ("organisasjoner", _tillagt(b"NAVN: {navn: Som et utvalg, type: lokal, side: nav}\n")),
    ("regelverk/", _byttet(b"minst: 2", b"minst: 3")),
    ("regelverk/", _byttet(b"rus", b"syn")),
    ("regelverk/to", _byttet(b"lengde: 2 aar", b"lengde: 1 aar\n  til_avloest: ja")),
    ("regelverk/to", _byttet(b"bygger_paa: en", b"bygger_paa: tre")),
    ("regelverk/en", _byttet(b"bestemmelser:", b"utgaar: [nr-1]\nbygger_paa: to\nbestemmelser:")),
    ("regelverk/en", _byttet(b"hva: referat", b"hva: kvrs")),
    ("ordliste", _byttet(b"nb: rus", b"nb: Rus og sykdom")),
)
"""Which files, and what becomes of what they hold."""


def legg_ut(root: Path, files: Filer, foer: Filer | None = None) -> None:
    """Lays the files down, and takes away those that were there before; what is the same is not touched."""
    for path in (foer or {}).keys() - files.keys():
        (root / path).unlink()
    for path, raw in files.items():
        if not foer or foer.get(path) != raw:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(raw)
