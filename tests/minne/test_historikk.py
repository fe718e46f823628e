"""`historikk`, `endringer` and `som-det-var` on sixty commits by three people, held up against a naive reading of them.

The naive reading asks git for each file of each commit, reads it as plain YAML, and compares dictionaries. It knows
nothing of the program, and the program's answer is compared with it change by change.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import tarfile
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.cli.run import run
from githistorien import Commit, git, historien
from smaa_registre import UTVALG, filer

HVEM = ("Nina Vik", "Åse Berg", "Per Lie")
MAANEDER = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
)  # fmt: skip
FOLK = {"anne": "Anne Lie", "bo": "Bo Berg", "cato": "Cato Dahl", "dina": "Dina Eng", "eva": "Eva Fjell"}
ANTALL = 60


def start() -> dict[str, Any]:
    return {
        "organisasjoner": {
            "lhl": {"navn": "LHL", "type": "landsdekkende", "side": "bruker"},
            "ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"},
        },
        "utvalg": {"organisasjoner": ["lhl", "ffo"]},
        "medlemmer/anne": {
            "navn": FOLK["anne"],
            "representerer": "lhl",
            "oppnevninger": [{"verv": "medlem", "fra": "2020-01-01", "til": "2023-12-31"}],
        },
        "moeter/2022-03-02": {
            "status": "planlagt",
            "saker": [{"nr": "1/22", "tittel": "Årsplan", "type": "orientering"}],
        },
        "hendelser": [{"hva": "evaluering", "dato": "2021-05-03"}],
    }


def ny_person(r: dict[str, Any], t: random.Random) -> None:
    left = [each for each in FOLK if f"medlemmer/{each}" not in r]
    if left:
        who = t.choice(left)
        term = {"verv": "medlem", "fra": "2022-01-01", "til": "2023-12-31"}
        r[f"medlemmer/{who}"] = {
            "navn": FOLK[who],
            "representerer": t.choice(["lhl", "ffo"]),
            "oppnevninger": [term],
        }


def nytt_verv(r: dict[str, Any], t: random.Random) -> None:
    person = r[t.choice([each for each in sorted(r) if each.startswith("medlemmer/")])]
    held = {term["verv"] for term in person["oppnevninger"]}
    if left := [verv for verv in ("leder", "nestleder", "sekretaer") if verv not in held]:
        person["oppnevninger"].insert(0, {"verv": t.choice(left), "fra": f"2022-{t.randint(1, 6):02}-01"})


def rettet_periode(r: dict[str, Any], t: random.Random) -> None:
    """A correction of an earlier fact: the last day of a term, or the first."""
    person = r[t.choice([each for each in sorted(r) if each.startswith("medlemmer/")])]
    term = t.choice(person["oppnevninger"])
    if t.random() < 0.5:
        term["til"] = f"2023-{t.randint(1, 12):02}-28"
    else:
        term["fra"] = f"2021-{t.randint(1, 12):02}-15"


def nytt_moete(r: dict[str, Any], t: random.Random) -> None:
    day = f"2022-{t.randint(4, 12):02}-{t.randint(1, 28):02}"
    r.setdefault(f"moeter/{day}", {"status": "planlagt", "tid": "12:15", "saker": []})


def ny_sak(r: dict[str, Any], t: random.Random) -> None:
    meeting = r[t.choice([each for each in sorted(r) if each.startswith("moeter/")])]
    number = sum(len(value["saker"]) for key, value in r.items() if key.startswith("moeter/")) + 1
    case = {"nr": f"{number}/22", "tittel": f"Tittel nummer {number}", "type": "droefting"}
    meeting["saker"].insert(t.randint(0, len(meeting["saker"])), case)


def rettet_sak(r: dict[str, Any], t: random.Random) -> None:
    if case := en_sak(r, t):
        case["type"] = t.choice(["orientering", "droefting", "vedtak", "annet"])


def vedtak(r: dict[str, Any], t: random.Random) -> None:
    if case := en_sak(r, t):
        votes = {"for": str(t.randint(3, 7)), "mot": str(t.randint(1, 2))}
        case["vedtak"] = {"tekst": f"Vedtatt i {case['nr']}", "stemmer": votes}


def holdt(r: dict[str, Any], t: random.Random) -> None:
    meeting = r[t.choice([each for each in sorted(r) if each.startswith("moeter/")])]
    meeting["status"] = t.choice(["innkalt", "avholdt"])
    meeting.setdefault("sendt", {})["innkalling"] = f"2022-02-{t.randint(1, 28):02}"


def hendelse(r: dict[str, Any], t: random.Random) -> None:
    day = f"2022-{t.randint(1, 12):02}-{t.randint(1, 28):02}"
    if day not in {each["dato"] for each in r["hendelser"]}:
        r["hendelser"].insert(0, {"hva": "kurs", "dato": day})


def omrokert(r: dict[str, Any], t: random.Random) -> None:
    """Nothing is said otherwise: lists in another order."""
    for key, value in r.items():
        for listed in ("saker", "oppnevninger"):
            if key.startswith(("moeter/", "medlemmer/")) and listed in value:
                t.shuffle(value[listed])
    t.shuffle(r["hendelser"])


def en_sak(r: dict[str, Any], t: random.Random) -> dict[str, Any] | None:
    cases = [sak for key in sorted(r) if key.startswith("moeter/") for sak in r[key]["saker"]]
    return t.choice(cases) if cases else None


TILTAK = (ny_person, nytt_verv, rettet_periode, rettet_periode, nytt_moete, ny_sak, ny_sak, rettet_sak, vedtak, holdt,
          hendelse, omrokert)  # fmt: skip


def commits(seed: int) -> list[Commit]:
    """The history: each commit one change, three people in turn by chance, days that only go forward."""
    t, r, found = random.Random(seed), start(), list[Commit]()
    day = 0
    while len(found) < ANTALL:
        found.append(Commit(filer(r), t.choice(HVEM), f"2022-{1 + day // 28:02}-{1 + day % 28:02}"))
        before = filer(r)
        while filer(r) == before:
            r = deepcopy(r)
            t.choice(TILTAK)(r, t)
        day += t.randint(0, 10) if day < 320 else 0
    return found


# The naive reading


@cache
def sett(rot: Path, commit: str) -> dict[tuple[str, ...], Any]:
    """Every fact of a commit by what it is of: `("oppnevning", "anne", "leder 2022-01-01", "til")`."""
    facts: dict[tuple[str, ...], Any] = {}
    packed = subprocess.run(
        ["git", "-C", str(rot), "archive", commit, UTVALG], capture_output=True, check=True
    )
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        files = {each.name: archive.extractfile(each) for each in archive if each.isfile()}
        read = {path: yaml.load(file, yaml.CBaseLoader) for path, file in files.items() if file}
    for path, data in read.items():
        name = path.rpartition("/")[2].removesuffix(".yaml")
        if "/medlemmer/" in path:
            terms = data.pop("oppnevninger", [])
            facts |= flate(("person", name), data)
            for term in terms:  # in this history nobody has a verv twice
                facts |= flate(("oppnevning", name, term["verv"]), term)
        elif "/moeter/" in path:
            cases = data.pop("saker", [])
            facts |= flate(("moete", name), data)
            for case in cases:
                facts |= flate(("sak", case["nr"]), case)
        elif path.endswith("hendelser.yaml"):
            for event in data:
                facts |= flate(("hendelse", event["hva"], event["dato"]), event)
    return facts


def flate(
    of: tuple[str, ...], data: dict[str, Any], inne: tuple[str, ...] = ()
) -> dict[tuple[str, ...], Any]:
    """The facts of one record; under an empty name, that it is there."""
    found: dict[tuple[str, ...], Any] = {} if inne else {(*of, ""): "er der"}
    for key, value in data.items():
        way = (*inne, key)
        found |= flate(of, value, way) if isinstance(value, dict) else {(*of, ".".join(way)): value}
    return found


def i_ord(value: str) -> str:
    """A value as it is read: a day in words, the rest as it is written."""
    parts = value.split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        return f"{int(parts[2])}. {MAANEDER[int(parts[1]) - 1]} {parts[0]}"
    return {"droefting": "drøfting"}.get(value, value)


def lest(rot: Path, before: str, after: str) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    """What is otherwise: the kind, what became of it, the fact, what it was and what it is."""
    one, other = sett(rot, before) if before else {}, sett(rot, after)
    came = {key[:-1] for key in other if key[-1] == "" and key not in one}
    gone = {key[:-1] for key in one if key[-1] == "" and key not in other}
    yield from ((of[0], "kom", "", None, None) for of in came)
    yield from ((of[0], "borte", "", None, None) for of in gone)
    for key in {*one, *other}:
        if key[:-1] not in came | gone and one.get(key) != other.get(key):
            was, is_ = one.get(key), other.get(key)
            yield key[0], "endret", key[-1], was and i_ord(was), is_ and i_ord(is_)


def sagt(changes: list[dict[str, Any]]) -> list[tuple[str, str, str, str | None, str | None]]:
    kinds = ("person", "oppnevning", "moete", "sak", "hendelse")
    return sorted(
        ((e["slag"], e["art"], e["felt"], e["foer"], e["naa"]) for e in changes if e["slag"] in kinds),
        key=str,
    )


def svart(capsys: pytest.CaptureFixture[str], rot: Path, *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run(["--rot", str(rot), *words, "--json"]) == 0, capsys.readouterr().err
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture(scope="module", params=[1, 2])
def lager(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    rot = tmp_path_factory.mktemp("historie") / "lager æ"
    return rot, historien(rot, commits(request.param))


def test_historikk_tells_what_each_commit_did_and_whose_it_was(
    lager: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    rot, ids = lager
    told = {each["commit"]: each for each in svart(capsys, rot, "historikk", "utvalget")["historikk"]}
    assert len(ids) == ANTALL
    for before, after in zip(["", *ids], ids, strict=False):
        who, day = git(rot, "log", "-1", "--format=%an%n%as", after).splitlines()
        expected = sorted(lest(rot, before, after), key=str)
        each = told.pop(after, None)
        if not expected:
            assert each is None or sagt(each["endringer"]) == []
            continue
        assert each is not None, after
        assert (each["hvem"], each["dato"]) == (who, day)
        assert sagt(each["endringer"]) == expected
    assert told == {}


def test_of_one_person_exactly_what_is_theirs_is_told(
    lager: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    rot, ids = lager
    for name in ("anne", "bo"):
        found = svart(capsys, rot, "historikk", "utvalget", FOLK[name])["historikk"]
        naive = {
            after: sum(1 for key in _otherwise(rot, before, after) if key[1] == name)
            for before, after in zip(["", *ids], ids, strict=False)
        }
        assert {each["commit"]: len(each["endringer"]) for each in found} == {
            c: n for c, n in naive.items() if n
        }


def _otherwise(rot: Path, before: str, after: str) -> Iterator[tuple[str, ...]]:
    """The records that came or are gone, and the facts of others that are otherwise."""
    one, other = sett(rot, before) if before else {}, sett(rot, after)
    whole = {key[:-1] for key in {*one, *other} if key[-1] == "" and (key in one) != (key in other)}
    yield from whole
    yield from (key for key in {*one, *other} if key[:-1] not in whole and one.get(key) != other.get(key))


def test_endringer_from_any_commit_to_any_other(
    lager: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    rot, ids = lager
    t = random.Random(7)
    for _ in range(8):
        one, other = sorted(t.sample(range(ANTALL), 2))
        told = svart(capsys, rot, "endringer", f"{ids[one]}..{ids[other]}")["utvalg"]
        changes = [change for council in told for change in council["endringer"]]
        assert sagt(changes) == sorted(lest(rot, ids[one], ids[other]), key=str)


def test_how_it_was_and_what_was_known_are_two_answers(
    lager: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    rot, ids = lager
    days = [git(rot, "log", "-1", "--format=%as", each).strip() for each in ids]
    differ = 0
    for day in ("2022-02-10", "2022-05-01", "2022-08-20", "2022-12-20"):
        last = max(nr for nr, each in enumerate(days) if each <= day)
        was = svart(capsys, rot, "som-det-var", day, "utvalget", "--vet-naa")
        known = svart(capsys, rot, "som-det-var", day, "utvalget", "--visste-da")
        assert (was["spoersmaal"], known["spoersmaal"]) == ("var", "visste")
        assert (was["lagret"], known["lagret"]["commit"]) == (None, ids[last])
        assert seter(was) == sitter(rot, "HEAD", day)
        assert seter(known) == sitter(rot, ids[last], day)
        differ += seter(was) != seter(known)
    assert differ


def seter(said: dict[str, Any]) -> set[tuple[str, str, str, str | None]]:
    return {(each["person"], each["verv"], each["fra"], each["til"]) for each in said["folk"]}


def sitter(rot: Path, commit: str, day: str) -> set[tuple[str, str, str, str | None]]:
    facts = sett(rot, commit)
    terms = {key[:-1] for key in facts if key[0] == "oppnevning"}
    read = [(of, facts[*of, "fra"], facts.get((*of, "til"))) for of in terms]
    return {(of[1], of[2], fra, til) for of, fra, til in read if fra <= day and (til is None or day <= til)}
