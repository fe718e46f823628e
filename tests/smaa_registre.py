"""Small registers in text: only what a test is about is written, all else is filled in.

The keys are paths: `medlemmer/kari`, `moeter/2022-11-16`, `utvalg`, `hendelser`, `organisasjoner`,
`ordliste`, `regelverk/<id>`. `regel` is one provision of the council's one rule set; `mandat` is one of
the rule sets that are shipped, whole, in its place, or of it `bare` one provision; with either comes the shipped list
of words. `dato` is the day of evaluation (else 2023-01-01). `foert` is when facts were recorded, by file and key;
`lagt_ut`, that the minutes said something else when they were made public that day; `brukt_foer`, numbers that other
cases had.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.foeringshistorie import Foeringshistorie, Tekstdengang
from brukerutvalg_cli.model.ordliste import ORDLISTE
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import rapporten

HISTORIE = frozenset({"foert", "lagt_ut", "brukt_foer"})
"""What is told of the history, and is in no file."""
BARE_HELE = ("uten-oppnevnte", "mandat-ute")
UTVALG = "records/utvalg/utvalget"
ROOT = Path(__file__).parents[1]
NAV_FYLKE = {"navn": "Nav fylke", "type": "offentlig", "side": "nav"}
"""A body that shipped mandates name: `init` lays it down with them."""


def tree(text: str | dict[str, Any]) -> MemoryTree:
    """A small register, as the program reads it."""
    return MemoryTree(filer(text))


def skriv(folder: Path, text: str | dict[str, Any]) -> None:
    """Write a small register into a folder."""
    for path, content in filer(text).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")


def filer(text: str | dict[str, Any]) -> dict[str, str]:
    """The files that a small register stands for."""
    data = yaml.load(text, yaml.CBaseLoader) if isinstance(text, str) else text
    files: dict[str, str] = {}
    rules = _rules(data)
    bound = data.get("mandat") or ("regelverket" if rules else None)
    council = {
        "navn": "Utvalget",
        "nivaa": "lokal",
        "maalform": "nb",
        "regelverk": [{"id": bound, "fra": "2000-01-01"}] if bound else [],
    }
    files[f"{UTVALG}/utvalg.yaml"] = _dump(council | data.get("utvalg", {}))
    if rules:
        files["records/regelverk/regelverket.yaml"] = _dump(rules)
    if "mandat" in data:
        shipped = f"records/regelverk/{data['mandat']}.yaml"
        files[shipped] = _regelverket(shipped, data.get("bare"))
    named = "mandat" in data and "nav-fylke" in files[f"records/regelverk/{bound}.yaml"]
    bodies = {"nav-fylke": NAV_FYLKE} if named else {}
    if bodies:
        files["records/organisasjoner.yaml"] = _dump(bodies)
    if bound:
        files[ORDLISTE] = _ordlista()
    for key, value in data.items():
        kind, _, name = key.partition("/")
        if kind == "medlemmer":
            files[f"{UTVALG}/{key}.yaml"] = _dump({"navn": name.title(), "side": "bruker"} | value)
        elif kind == "moeter":
            files[f"{UTVALG}/{key}.yaml"] = _dump({"dato": name[:10], "status": "avholdt"} | value)
        elif kind == "regelverk":
            files[f"records/{key}.yaml"] = _dump(_rule_set(value))
        elif kind == "hendelser":
            files[f"{UTVALG}/{key}.yaml"] = _dump(value)
        elif kind in ("organisasjoner", "ordliste"):
            files[f"records/{kind}.yaml"] = _dump(value | bodies if kind == "organisasjoner" else value)
        elif kind == "vedlegg":
            files[f"{UTVALG}/{key}"] = str(value)
        elif kind in ("saker", "utvalgene"):
            files[f"{UTVALG}/{key}.yaml" if kind == "saker" else f"records/utvalg/{name}.yaml"] = _dump(value)
        elif kind not in (*HISTORIE, "bare", "dato", "mandat", "regel", "regler", "utvalg"):
            raise ValueError(f"what is {key}?")
    return files


@cache
def _ordlista() -> str:
    return (ROOT / ORDLISTE).read_text(encoding="utf-8")


@cache
def _regelverket(shipped: str, bare: str | None) -> str:
    """A rule set that is shipped, whole or cut to one of its provisions."""
    text = (ROOT / shipped).read_text(encoding="utf-8")
    if bare is None:
        return text
    rules = yaml.load(text, yaml.CBaseLoader)
    (rule,) = (rule for rule in rules["bestemmelser"] if rule["id"] == bare)
    return _dump(rules | {"bestemmelser": [rule]})


def dom(
    text: str | dict[str, Any], *, hele: bool = False, begynt: bool = True, hele_aar: bool = True
) -> Rapport:
    """What the program says of a small register.

    It has the people and the mandate that a test is about: that there are no others after them is said only of a
    whole one (`hele`). It says of nobody that they have done anything: what has begun had begun when it was written, as
    in a change that is judged when it is made, but for who asks about the clock (`begynt`). Where something is counted
    by the year, its records are complete from the year they begin in, but for who asks about that (`hele_aar`).
    """
    data = yaml.load(text, yaml.CBaseLoader) if isinstance(text, str) else text
    data = _fra_nyttaar(data) if hele_aar else data
    files = tree(data)
    lastet = load(files)
    if not HISTORIE.isdisjoint(data):
        lastet = replace(lastet, register=replace(lastet.register, historie=_historie(data)))
    day = date.fromisoformat(data.get("dato", "2023-01-01"))
    report = rapporten(files, lastet, day, begynt=begynt)
    if hele:
        return report
    return replace(report, funn=tuple(f for f in report.funn if f.finding.name not in BARE_HELE))


def _fra_nyttaar(data: dict[str, Any]) -> dict[str, Any]:
    """The register with its records complete from the year of its first meeting or event, where it does not say."""
    events = data.get("hendelser")
    days = [key.partition("/")[2][:10] for key in data if key.startswith("moeter/")]
    days += [
        str(each.get("dato"))
        for each in (events if isinstance(events, list) else ())
        if isinstance(each, dict)
    ]
    known = [day for day in days if day[:4].isdigit() and len(day) == 10]
    council = data.get("utvalg", {})
    rules = data.get("regler") or [data.get("regel", {})]
    sets = [
        rule for key, each in data.items() if key.startswith("regelverk/") for rule in each["bestemmelser"]
    ]
    by_year = "mandat" in data or any(map(_i_aaret, (*rules, *sets)))
    if not known or not by_year or not isinstance(council, dict) or "registrert_fra" in council:
        return data
    return data | {"utvalg": council | {"registrert_fra": f"{min(known)[:4]}-01-01"}}


def _i_aaret(rule: dict[str, Any]) -> bool:
    """Whether it counts by the year: `1. mars` is a day of every one."""
    return rule.get("regel") == "hyppighet" or ". " in str(rule.get("senest", ""))


def _historie(data: dict[str, Any]) -> Foeringshistorie:
    def stier(key: str) -> dict[tuple[str, str], date]:
        said = (((*each.split(" "), ""), day) for each, day in data.get(key, {}).items())
        return {(f"{UTVALG}/{where}.yaml", what): date.fromisoformat(day) for (where, what, *_), day in said}

    recorded: dict[tuple[str, Route], date] = {
        (path, tuple(keys.split("."))): day for (path, keys), day in stier("foert").items()
    }
    shown = {path: Tekstdengang(day, "noe annet") for (path, _), day in stier("lagt_ut").items()}
    return Foeringshistorie(foert=recorded, lagt_ut=shown, brukt_foer=stier("brukt_foer"))


def sagt(rapport: Rapport, bestemmelse: str = "") -> list[str]:
    """The findings, one line each: `feil frist @ moeter/2022-11-16 sendt.sakspapirer`.

    With the id of a provision: only those that rest on it.
    """
    return [
        f"{f.severity} {f.name} @ {_short(f.place.path)} {'.'.join(map(str, f.place.route))}".strip()
        for f in (located.finding for located in rapport.funn)
        if not bestemmelse or (f.kilde and f.kilde.bestemmelse == bestemmelse)
    ]


def utfall(rapport: Rapport, bestemmelse: str = "") -> list[str]:
    """The findings; and what cannot be judged (`uvisst`), is departed from (`fraveket`) or `rettet`, by its subject."""
    said = sagt(rapport, bestemmelse)
    for word, points in (
        ("uvisst", rapport.ikke_vurdert),
        ("fraveket", rapport.fraveket),
        ("rettet", rapport.rettet),
    ):
        said += [
            f"{word} {p.finding.emne}" for p in points if bestemmelse in ("", p.finding.hjemmel.bestemmelse)
        ]
    return said


def brutt_fra(rapport: Rapport, om: str = "") -> list[str]:
    """The first day of each breach that has one, put right since or not; `om`: of those that speak of this."""
    still = [(f.finding.since, f.finding.message) for f in rapport.funn]
    mended = [(varer.fra, r.finding.message) for r in rapport.rettet if (varer := r.finding.varer)]
    return sorted(str(day) for day, text in (*still, *mended) if om in text)


def meldinger(rapport: Rapport) -> list[str]:
    """The messages of the findings."""
    return [located.finding.message for located in rapport.funn]


def _short(path: str) -> str:
    return path.removeprefix(f"{UTVALG}/").removeprefix("records/").removesuffix(".yaml")


def _rules(data: dict[str, Any]) -> dict[str, Any] | None:
    provisions = data.get("regler") or ([data["regel"]] if "regel" in data else None)
    return _rule_set({"bestemmelser": provisions}) if provisions else None


def _rule_set(value: dict[str, Any]) -> dict[str, Any]:
    whole = {"tittel": "Regelverket", "type": "mandat", "datert": "2000", "maalform": "nb"} | value
    provisions = whole["bestemmelser"]
    whole["bestemmelser"] = [
        {
            "id": "regelen" if len(provisions) == 1 else f"regel-{nr}",
            "avsnitt": "Avsnittet",
            "styrke": "skal",
            "tekst": "Teksten.",
        }
        | provision
        for nr, provision in enumerate(provisions, 1)
    ]
    return whole


def _dump(value: Any) -> str:
    """The text of a file. Of one register after another, all files but one are most often the same."""
    said = repr(value)  # two lists may be equal and not be written alike: `[1]` and `[True]`
    if (text := _DUMPET.get(said)) is None:
        text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        _DUMPET[said] = text = text.replace("'~'", "~")
    return text


_DUMPET: dict[str, str] = {}
