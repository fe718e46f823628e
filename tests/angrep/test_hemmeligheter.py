"""Secrets planted in every text field of confidential cases: no command says one, in any format, of any register.

The fields are those of the models, so that a new one is planted by itself. Each secret is a word that stands
nowhere else; the difference that `--dry-run` shows does not say it either. Each mistake is made on every fourth
line, and not on the same ones as the next; `ANGREP=lang` takes all of them.
"""

from __future__ import annotations

import io
import json
import random
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from angrep.omfang import LANG
from brukerutvalg_cli.cli import personvernvakt
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.hurtiglager.koding import rapport_kodet
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.rapport import FORMATS, lukket_sak, lukket_tekst, renderer, skjerm, sladd
from brukerutvalg_cli.rapport.lukket import lukket as closed
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, filer

DAG = "2022-12-01"
U = "utvalget"
MOETE, SAKEN = f"{UTVALG}/moeter/2022-11-16.yaml", f"{UTVALG}/saker/2022-009.yaml"

# ── Secrets ───────────────────────────────────────────────────────────────────────────────────────

_TILFELDIG = random.Random(7)
_STAVELSER = (
    "kvur",
    "lest",
    "mofn",
    "skjop",
    "grumt",
    "vlen",
    "drysk",
    "hapt",
    "tronk",
    "fjelp",
    "besk",
    "urgl",
)


@cache
def ordene() -> tuple[str, ...]:
    """Words that no text has."""
    return tuple({"".join(_TILFELDIG.sample(_STAVELSER, 3)): None for _ in range(9000)})


class Saaing:
    """Words to plant, each once, and what of them is found in a text."""

    def __init__(self, start: int = 0) -> None:
        self._left = iter(ordene()[start:])
        self.plantet: list[str] = []

    def ny(self) -> str:
        self.plantet.append(next(self._left))
        return self.plantet[-1]

    def lekket(self, text: str) -> list[str]:
        said = text.casefold()
        return [word for word in self.plantet if word in said]


KJENT = {"nr": "2/22", "offentlig_tittel": "En sak", "fortrolig": "ja", "type": "valg"}
"""What of a case is not a secret."""
ENKLE = ("2022-05-02", "nei", "3", "12:15", "1/22")


def saa(model: type[BaseModel], saaing: Saaing) -> dict[str, Any]:
    """A record with a secret wherever there is room for a text, and something legal in every other field."""
    return {
        field.alias or name: KJENT.get(name) if name in KJENT else _verdi(model, name, saaing)
        for name, field in model.model_fields.items()
    }


def _verdi(model: type[BaseModel], name: str, saaing: Saaing) -> Any:
    annotation, adapter = _feltet(model, name)
    if inner := next(_modellene(annotation), None):
        planted = saa(inner, saaing)
        return [planted] if _har(annotation, tuple) else planted
    word = saaing.ny()
    for value in (word, *ENKLE, *_ordvalg(annotation)):
        try:
            adapter.validate_python(value)
        except ValidationError:
            continue
        return value
    raise AssertionError(f"what is legal in {annotation}?")


@cache
def _feltet(model: type[BaseModel], name: str) -> tuple[Any, TypeAdapter[Any]]:
    """The type of a field, and what reads it."""
    annotation = model.model_fields[name].rebuild_annotation()
    return annotation, TypeAdapter(annotation)


def _modellene(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _modellene(each)


def _har(annotation: Any, origin: Any) -> bool:
    return get_origin(annotation) is origin or any(_har(each, origin) for each in get_args(annotation))


def _ordvalg(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for each in get_args(annotation):
        yield from _ordvalg(each)


# ── Registers ─────────────────────────────────────────────────────────────────────────────────────

AAPENT = """
regler:
  - {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 1 periode}
  - {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: bruker}, antall: 2}]}
  - {regel: sammensetning, blant: medlemmer, plasser: [{antall: [6, 8]}]}
  - {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: nav, valgt_i: foert}}
  - {regel: krav, hver: sak, skal_ha: {innmeldt_av: bruker, tema: strategi, oversendt_til: eier, fase: evaluering}}
  - {regel: krav, hver: vedtak, skal_ha: {ved_likhet: leder, flertall: {mer_enn: 1/2}}}
  - {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
moeter/2022-09-22: {saker: [{nr: 1/22, tittel: Ventetid, type: droefting, referat: Vi snakket om ventetid.}]}
moeter/2022-11-16: {}
moeter/2023-01-18: {status: planlagt, saker: [{nr: 1/23, tittel: Restanser, type: orientering, restanser: ja}]}
medlemmer/kari-nordmann: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-01-31}]}
medlemmer/ola-berg: {navn: Ola Berg, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
medlemmer/nina-vik: {navn: Nina Vik, side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
"""


UTEN_REGLER = AAPENT[AAPENT.index("moeter/") :]


def registeret(saaing: Saaing, sak: dict[str, Any] | None = None, text: str = AAPENT) -> dict[str, str]:
    """A register with a confidential case in a meeting, beside an open one, and one that is submitted."""
    files = filer(text)
    aapen = {"nr": "3/22", "tittel": "Åpen sak", "type": "orientering"}
    meeting = yaml.load(files[MOETE], yaml.CBaseLoader)
    files[MOETE] = _dump(meeting | {"saker": [sak or saa(Sak, saaing), aapen]})
    files[SAKEN] = _dump(saa(InnmeldtSak, saaing) | {"innmeldt": "2022-05-02"})
    return files


def kjente(saaing: Saaing) -> dict[str, str]:
    """The same, but what the case names is known: a person elected there and nowhere else, an organisation of that."""
    person, navn, organisasjon, kort, verv = (saaing.ny() for _ in range(5))
    sak = saa(Sak, saaing)
    sak["valg"][0] |= {"verv": "leder", "valgt": [person], "fra": "2022-11-16", "til": "2022-12-31"}
    sak["valg"].append(sak["valg"][0] | {"verv": "redaksjonsraad", "til": "2099-01-01"})
    sak["oppfoelging"][0] |= {"ansvarlig": person, "frist": "2022-11-20", "fullfoert": "ukjent"}
    sak["oppfoelging"].append({"hva": verv, "ansvarlig": person, "frist": "2022-11-20"})
    sak |= {"innmeldt_av": organisasjon, "oversendt_til": organisasjon, "innleder": [person]}
    files = registeret(saaing, sak)
    files[f"{UTVALG}/medlemmer/{person}.yaml"] = _dump({"navn": navn.title(), "side": "bruker"})
    files["records/organisasjoner.yaml"] += _dump(
        {organisasjon: {"navn": kort.title(), "type": "lokal", "side": "bruker"}}
    )
    return files


def _dump(value: Any) -> str:
    value = json.loads(json.dumps(value))  # what stands twice is written twice, without an anchor
    return str(yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6))


def _linjer(text: str) -> list[int]:
    """The lines of the confidential case that begin with a key."""
    lines = text.splitlines()
    if "saker:" not in lines:
        return [nr for nr, line in enumerate(lines) if ":" in line]
    start = lines.index("saker:") + 1
    end = next(nr for nr in range(start, len(lines)) if "3/22" in lines[nr])
    return [nr for nr in range(start, end) if ":" in lines[nr]]


def _paa_linje(text: str, nr: int, change: Callable[[str], str]) -> str:
    lines = text.splitlines()
    lines[nr] = change(lines[nr])
    return "\n".join(lines) + "\n"


def _delt(line: str) -> tuple[str, str, str]:
    before, _, value = line.partition(":")
    lead = before[: len(before) - len(before.lstrip(" -"))]
    return lead, before[len(lead) :], value


def _byttet(word: str, line: str) -> str:
    lead, key, _ = _delt(line)
    return f"{lead}{key}: {word}"


def _feilskrevet(word: str, line: str) -> str:
    lead, key, value = _delt(line)
    return f"{lead}{key[:-1]}{key[-1] * 2}:{value}"


def _ukjent_noekkel(word: str, line: str) -> str:
    lead, _, value = _delt(line)
    return f"{lead}{word}:{value}"


def _dobbel(word: str, line: str) -> str:
    lead, key, _ = _delt(line)
    return f"{line}\n{' ' * len(lead)}{key}: {word}"


FEIL: dict[str, Callable[[str, str], str]] = {
    "another value": _byttet,
    "a list": lambda word, line: _byttet(f"[{word}, [{word}]]", line),
    "a mapping": lambda word, line: _byttet(f"{{{word}: {word}}}", line),
    "a key misspelt": _feilskrevet,
    "an unknown key": _ukjent_noekkel,
    "a duplicate key": _dobbel,
    "no colon": lambda word, line: line.replace(":", "", 1),
    "no blank": lambda word, line: line.replace(": ", f":{word}", 1),
    "one colon more": lambda word, line: f"{line}: {word}",
    "an open quote": lambda word, line: _byttet(f'"{word}', line),
    "an open bracket": lambda word, line: _byttet(f"[{word}", line),
    "an anchor": lambda word, line: _byttet(f"&{word} {word}", line),
    "an alias": lambda word, line: _byttet(f"*{word}", line),
    "a tag": lambda word, line: _byttet(f"!{word} {word}", line),
    "an escape": lambda word, line: _byttet(f'"{word}\\q"', line),
    "a comment": lambda word, line: f"{line} #{word}",
    "out of line": lambda word, line: line.lstrip(" -") if line.strip() else line,
    "further in": lambda word, line: f"   {line}",
    "a tab": lambda word, line: f"\t{line}",
}
"""What is done to one line of the case: with a secret of its own where there is room for one."""

I_HVER = 4
"""How many lines go by for each that is tried, in a run that is not `lang`."""

VED_SIDEN = {
    "a wrong value": "form: stort\n",
    "an unknown key": "ukjent_noekkel: ja\n",
    "a duplicate": "status: planlagt\n",
    "broken": "praktisk: [\n",
    "two documents": "---\nstatus: planlagt\n",
    "a merge": "<<<<<<< min\nform: fysisk\n=======\nform: hybrid\n>>>>>>> din\n",
    "too deep": f"praktisk: {'[' * 40}{']' * 40}\n",
    "a reference to nothing": "moeteleder: kari-nordman\n",
}


def rapporten(files: dict[str, str], dag: str = DAG) -> str:
    """The report of a register, in every format, and as it is kept."""
    found = valider(MemoryTree(files), date.fromisoformat(dag))
    kept = json.dumps(rapport_kodet(found), indent=0, ensure_ascii=False)
    return "\n".join([*(renderer(name)(found) for name in FORMATS), kept])


def brutt(path: str, feil: str) -> Iterator[tuple[Saaing, dict[str, str]]]:
    """The register with this mistake on one line of the case after the other; not on what may be seen of it."""
    whole = Saaing()
    files = registeret(whole, text=UTEN_REGLER)
    lines = files[path].splitlines()
    closed = [nr for nr in _linjer(files[path]) if "offentlig_tittel" not in lines[nr]]
    for nr in closed if LANG else closed[list(FEIL).index(feil) % I_HVER :: I_HVER]:
        saaing = Saaing(1000)
        text = _paa_linje(files[path], nr, partial(FEIL[feil], saaing.ny()))
        saaing.plantet += whole.plantet
        yield saaing, files | {path: text}


# ── Reports ───────────────────────────────────────────────────────────────────────────────────────


def test_every_text_of_a_case_is_planted() -> None:
    saaing = Saaing()
    planted = _dump(saa(Sak, saaing))
    assert {"tittel", "merknad", "framlegg", "valg", "vedtak"} <= set(yaml.safe_load(planted))
    assert len(saaing.lekket(planted)) >= 20
    Sak.model_validate(yaml.load(planted, yaml.CBaseLoader))


@pytest.mark.parametrize("lag", [registeret, kjente])
def test_a_valid_register(lag: Callable[[Saaing], dict[str, str]]) -> None:
    saaing = Saaing()
    files = lag(saaing)
    assert load(MemoryTree(files)).register.feilet == frozenset()
    said = rapporten(files)
    assert "2022-11-16.yaml" in said
    assert saaing.lekket(_uten_navn_paa_filer(said)) == []


def _uten_navn_paa_filer(text: str) -> str:
    """A file in `medlemmer` is called by the person's id, and a finding in it must say in which file it is.

    Who may be named is, in a difference of it; what they were elected to is not.
    """
    page = r"^--- .*/medlemmer/.*\n(?:(?!--- )[-+@ ].*\n)*"
    text = re.sub(page, lambda found: re.sub(r"(?m)^[-+ ]navn: .*\n", "", found[0]), text, flags=re.MULTILINE)
    return "\n".join(line for line in text.splitlines() if "/medlemmer/" not in line)


@pytest.mark.parametrize("path", [MOETE, SAKEN], ids=["moete", "sak"])
@pytest.mark.parametrize("feil", FEIL)
def test_a_mistake_in_the_case(feil: str, path: str) -> None:
    for saaing, files in brutt(path, feil):
        assert saaing.lekket(rapporten(files)) == [], files[path]


def _glidd_ut() -> tuple[Saaing, str]:
    saaing = Saaing()
    files = registeret(saaing, text=UTEN_REGLER)
    text = files[MOETE] + "".join(f"{key}: {saaing.ny()}\n" for key in ("svar", "referat", "noe_annet"))
    return saaing, rapporten(files | {MOETE: text})


def test_a_key_that_lost_its_case() -> None:
    saaing, said = _glidd_ut()
    assert "«svar»" in said
    assert saaing.lekket(said) == []


@pytest.mark.parametrize("flyt", [False, True], ids=["block", "flow"])
@pytest.mark.parametrize("ved_siden", VED_SIDEN)
def test_a_mistake_beside_the_case(ved_siden: str, flyt: bool) -> None:
    saaing = Saaing()
    files = registeret(saaing)
    data = yaml.load(files[MOETE], yaml.CBaseLoader)
    if flyt:  # all of it on one line, which every excerpt shows
        cases = yaml.dump(data.pop("saker"), default_flow_style=True, width=10**6, allow_unicode=True)
        files[MOETE] = f"{_dump(data)}saker: {cases}"
    for text in (files[MOETE] + VED_SIDEN[ved_siden], VED_SIDEN[ved_siden] + files[MOETE]):
        assert saaing.lekket(rapporten(files | {MOETE: text})) == []


# ── Commands ──────────────────────────────────────────────────────────────────────────────────────

LESER: list[tuple[str, ...]] = [
    *(("valider", "--output-format", name) for name in ("full", "json", "github")),
    ("valider", "--enkel"),
    ("valider", "--alt", "--output-format", "full"),
    *(("vis", U, *part.split(), *json)
      for part in ("", "folk", "moeter", "saker", "moete 2022-11-16", "sak 2/22") for json in ((), ("--json",))),
    *((slag, U, "2022-11-16", "--se") for slag in ("innkalling", "referat")),
    *((verb, *json) for verb in ("status", "frister", "valgbar", "regelverk") for json in ((), ("--json",))),
    *((*verb, *json) for verb in (("vedtak",), ("oppfoelging", "liste", "--alle")) for json in ((), ("--json",))),
    *(("regelverk", "for", U, *json) for json in ((), ("--json",))),
    *(("sjekk-valg", U, "kari-nordmann", "--verv", verv, *json)
      for verv in ("leder", "redaksjonsraad") for json in ((), ("--json",))),
    *(("forklar", U, hva, *json)
      for hva in ("2/22", "leder", "redaksjonsraad", "medlem", "regel-1", "regel-2", "regel-5", "regel-6")
      for json in ((), ("--json",))),
    *((slag, U, dag, *json) for slag in ("innkalling", "referat")
      for dag in ("2022-11-16", "2023-01-18") for json in ((), ("--json",))),
    ("innkalling", U, "2022-11-16", "-o", "UT/innkalling.md", "--ics", "UT/moete.ics"),
    ("innkalling", U, "2022-11-16", "-o", "UT/e.md", "--eml", "UT/e.eml", "--adresser", "UT/adresser"),
    ("referat", U, "2022-11-16", "-o", "UT/referat.md"),
    ("valider", "-o", "UT/rapport.txt"),
    ("frister", "--ics", "UT/frister.ics"),
    ("doctor", "--json"),
    (),
]  # fmt: skip


def _skriv(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def kjoer(root: Path, *arguments: str) -> tuple[int, str]:
    """A command in a register, and all it said."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run(["--rot", str(root), *arguments])
    return code, said.getvalue()


def alt_som_leses(root: Path) -> str:
    """What every reading command says and writes."""
    out = root.parent / "ut"
    out.mkdir(exist_ok=True)
    (out / "adresser").write_text("kari-nordmann: kari@example.org\n", encoding="utf-8")
    said = []
    for command in LESER:
        dato = ("--dato", DAG) if command and command[0] not in ("doctor", "innkalling", "referat") else ()
        arguments = [part.replace("UT/", f"{out}/") for part in command]
        code, text = kjoer(root, *arguments, *dato)
        assert code in (0, 1, 2), (command, text)
        said.append(text)
    left = [p.read_text("utf-8", errors="replace") for p in out.iterdir() if p.name != "adresser"]
    return _uten_navn_paa_filer("\n".join([*said, *left]))


@pytest.fixture(autouse=True)
def _dagen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Kari")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "kari@example.org")


BRUTT: dict[str, Callable[[str], str]] = {
    "whole": lambda text: text,
    "wrong": lambda text: text + "form: stort\n",
    "broken": lambda text: text + "praktisk: [\n",
    "misspelt": lambda text: text.replace("fortrolig:", "fortrolg:"),
    "empty": lambda text: text.replace("fortrolig: ja", "fortrolig:"),
    "unknown": lambda text: text.replace("fortrolig: ja", "fortrolig: ukjent"),
}


@pytest.mark.usefixtures("samme_dom")
@pytest.mark.parametrize(
    ("brudd", "lag"),
    [("whole", registeret), *((brudd, kjente) for brudd in BRUTT)],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_every_command_that_reads(
    brudd: str, lag: Callable[[Saaing], dict[str, str]], tmp_path: Path
) -> None:
    saaing = Saaing()
    files = lag(saaing)
    files[MOETE] = BRUTT[brudd](files[MOETE])
    _skriv(tmp_path / "r", files)
    assert saaing.lekket(alt_som_leses(tmp_path / "r")) == []


def skrivende(ord: Iterator[str], person: str) -> list[tuple[str, ...]]:
    """Commands that write in the confidential case, and beside it, each with a secret of its own."""
    return [
        ("sak", "foer", U, "2022-11-16", "2/22", "--referat", next(ord), "--vedtak", next(ord)),
        (
            "oppfoelging",
            "ny",
            U,
            "2022-11-16",
            "2/22",
            next(ord),
            "--ansvarlig",
            person,
            "--frist",
            "1.6.2023",
        ),
        ("oppfoelging", "ferdig", U, "2/22", "--nummer", "1"),
        ("valg", U, "2022-11-16", "2/22", person, "--verv", "nestleder", "--fra", "2022-12-01", "--likevel"),
        ("sak", "oversend", U, "2022-11-16", "2/22", "ffo"),
        (
            "sak",
            "ny",
            U,
            next(ord),
            "--innmeldt-av",
            "bruker",
            "--foer-beslutning",
            "ja",
            "--fortrolig",
            "En sak",
        ),
        ("sak", "til-moete", U, "2022-009", "2023-01-18"),
        ("sak", "utsett", U, "2022-11-16", "2/22"),
        ("moete", "endre", U, "2023-01-18", "--sted", "Storelva"),
        ("godkjenn", U, "2022-11-16", "--i", "2023-01-18"),
        ("angre",),
    ]


@pytest.mark.parametrize("brudd", ["whole", "wrong"])
def test_every_command_that_writes(brudd: str, tmp_path: Path) -> None:
    """Neither the difference, nor the receipt, nor the commit."""
    assert alt_som_skrives(tmp_path, brudd) == ([], True)


def alt_som_skrives(tmp_path: Path, brudd: str) -> tuple[list[str], bool]:
    saaing = Saaing()
    files = registeret(saaing, {"nr": "2/22", "tittel": saaing.ny(), "type": "valg", "fortrolig": "ja",
                                "offentlig_tittel": "En sak", "merknad": saaing.ny()})  # fmt: skip
    files[SAKEN] = _dump({"tittel": saaing.ny(), "innmeldt_av": "nav", "innmeldt": "2022-10-01",
                          "type": "droefting", "fortrolig": "ja", "offentlig_tittel": "En sak"})  # fmt: skip
    person, navn = saaing.ny(), saaing.ny().title()
    files[f"{UTVALG}/medlemmer/{person}.yaml"] = _dump({"navn": navn, "side": "bruker"})
    files[MOETE] = BRUTT[brudd](files[MOETE])
    _skriv(tmp_path, files)
    git = partial(subprocess.run, cwd=tmp_path, capture_output=True, text=True, check=True)
    git(["git", "init", "-q"])
    git(["git", "add", "-A"])
    git(["git", "commit", "-qm", "Registeret"])
    said, codes = [], []
    for command in skrivende(iter(saaing.ny, ""), person):
        dato = () if command[0] == "angre" else ("--dato", DAG, "--commit")
        for dry in ("--dry-run",), ():
            code, text = kjoer(tmp_path, *command, *dato, *dry)
            assert code in (0, 1, 2), (command, text)
            said.append(text)
        codes.append(code)
    said.append(git(["git", "log", "--format=%B"]).stdout)
    wrote = (codes.count(0) >= 6) is (brudd == "whole")
    return saaing.lekket(_uten_navn_paa_filer("\n".join(said))), wrote


def test_a_case_that_may_not_be_opened_is_not_told_in_why(tmp_path: Path) -> None:
    saaing = Saaing()
    _skriv(tmp_path, registeret(saaing))
    for dry in ("--dry-run",), ():
        opened = ("endre", U, "sak", "2/22", "fortrolig", "nei")
        code, said = kjoer(tmp_path, *opened, "--dato", DAG, *dry)
        assert (code, "ingenting er skrevet" in said) == (2, True)
        assert saaing.lekket(said) == []


PAA_MOETET = [
    ("moete", "endre", U, "2022-11-16", "--sted", "Storelva"),
    ("sak", "foer", U, "2022-11-16", "3/22", "--vedtak", "Ja."),
    ("sak", "foer", U, "2022-11-16", "2/22", "--vedtak", "Ja."),
    ("endre", U, "moete", "2022-11-16", "form", "fysisk"),
]


@pytest.mark.parametrize("feil", FEIL)
def test_why_a_file_cannot_be_written_in(feil: str, tmp_path: Path) -> None:
    for nr, (saaing, files) in enumerate(brutt(MOETE, feil)):
        _skriv(tmp_path, {MOETE: files[MOETE]} if nr else files)  # the others are the same for all
        # In turn, for a register that is read is the most of it.
        command = PAA_MOETET[nr % len(PAA_MOETET)]
        code, said = kjoer(tmp_path, *command, "--dato", DAG, "--likevel", "--dry-run")
        assert code in (0, 1, 2), said
        assert saaing.lekket(said.replace(U, "")) == [], (command, files[MOETE])


# ── What nobody is to see, whatever the case ──────────────────────────────────────────────────────


def test_who_is_not_to_be_named_and_what_is_internal(tmp_path: Path) -> None:
    saaing = Saaing()
    files = filer(AAPENT)
    internal = [f"merknad: {saaing.ny()}\n" for _ in range(4)]
    secret = saaing.ny().title()
    for path, text in zip(
        (
            MOETE,
            f"{UTVALG}/utvalg.yaml",
            f"{UTVALG}/moeter/2023-01-18.yaml",
            f"{UTVALG}/medlemmer/ola-berg.yaml",
        ),
        internal,
        strict=True,
    ):
        files[path] += text
    files[f"{UTVALG}/medlemmer/kari-nordmann.yaml"] = (
        files[f"{UTVALG}/medlemmer/kari-nordmann.yaml"].replace("Kari Nordmann", secret)
        + "publisering: kun_organisasjon\n"
    )
    _skriv(tmp_path / "r", files)
    assert saaing.lekket(alt_som_leses(tmp_path / "r")) == []


# ── Whom a confidential election chose, and who has an open seat beside it ────────────────────────

ORGANET = """
regel: {id: regelen, regel: sammensetning, styrke: er, blant: redaksjonsraad, plasser: [
  {hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 2}, {hvem: andre, antall: 0}]}
medlemmer/anna: {navn: ANNA, oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
medlemmer/berit: {navn: BERIT, oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
medlemmer/carl: {oppnevninger: [{verv: medlem, fra: 2020-01-01}, CARL]}
medlemmer/dag: {navn: DAG, side: nav, oppnevninger: [{verv: sekretaer, fra: 2020-01-01}]}
medlemmer/else: {navn: ELSE, side: nav}
medlemmer/nina: {side: nav, oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
moeter/2022-11-16: {saker: [{nr: 28/22, tittel: Et valg, type: valg, fortrolig: ja, fortrolig_til: 2030-01-01,
  offentlig_tittel: En sak, valg: [{verv: redaksjonsraad, valgt: [anna, berit, dag, else], fra: 2023-01-01,
  til: TIL}, {verv: leder, valgt: [anna], fra: 2023-01-01, til: 2023-12-31}]}]}
moeter/2023-02-09: {saker: [SAKER]}
moeter/2023-04-09: {status: planlagt}
"""
CARL = "{verv: redaksjonsraad, fra: 2023-03-01, til: 2023-12-31}"


def organet(saaing: Saaing, **skifter: str) -> dict[str, str]:
    """A body that a confidential case elected, of people who sit in the council for all to see."""
    swaps = {"CARL": CARL, "TIL": "2023-12-31", "SAKER": "{nr: 1/23, tittel: V, type: annet}"} | skifter
    text = ORGANET
    for name in ("ANNA", "BERIT", "DAG", "ELSE"):
        text = text.replace(name, saaing.ny().title())
    for old, new in swaps.items():
        text = text.replace(old, new)
    files = filer(text)
    for person in ("anna", "berit", "dag", "else"):  # by id, too
        word = saaing.ny()
        files = {
            path.replace(f"/{person}.yaml", f"/{word}.yaml"): re.sub(rf"\b{person}\b", word, content)
            for path, content in files.items()
        }
    return files


@pytest.mark.parametrize(
    "skifter",
    [
        {},
        {"plasser: [": "plasser: [{hvem: {verv: leder}, antall: 0}, "},
        {"TIL": "ukjent"},
        {"{side: bruker}": "{gruppe: unge}"},
        {"side: nav}\n": "side: ukjent}\n"},
    ],
    ids=["sits", "leads", "perhaps", "nobody is", "unknown"],
)
def test_who_sits_beside_one_of_whom_all_know(skifter: dict[str, str]) -> None:
    saaing = Saaing()
    files = organet(saaing, **skifter)
    for dag in ("2023-02-28", "2023-03-02", "2024-02-01"):
        said = rapporten(files, dag)
        assert "redaksjonsrådet" in said or "utvalget" in said
        assert saaing.lekket(_uten_navn_paa_filer(said)) == [], dag


@pytest.mark.parametrize("som", [(), ("--json",)], ids=["text", "json"])
@pytest.mark.parametrize("hva", ["redaksjonsraad", "leder", "regelen", "28/22"])
def test_who_sits_where_the_body_is_explained(hva: str, som: tuple[str, ...], tmp_path: Path) -> None:
    for nr, skifter in enumerate(({}, {"CARL": ""}, {"TIL": "ukjent"})):
        saaing = Saaing()
        root = tmp_path / str(nr)
        _skriv(root, organet(saaing, **skifter))
        for dag in ("2022-12-01", "2023-02-28", "2023-03-02", "2024-02-01"):
            code, said = kjoer(root, "forklar", U, hva, "--dato", dag, *som)
            assert (code, "ortrolig" in said) == (0, True), said
            assert saaing.lekket(said) == [], dag


@pytest.mark.parametrize("som", [(), ("--json",)])
def test_who_sits_where_one_more_is_thought_of(som: tuple[str, ...], tmp_path: Path) -> None:
    saaing = Saaing()
    _skriv(tmp_path, organet(saaing, CARL=""))
    valget = ("carl", "--verv", "redaksjonsraad", "--supplerer", "--dato", "2023-02-09")
    code, said = kjoer(tmp_path, "sjekk-valg", U, *valget, *som)
    assert (code, "to som er valgt i en fortrolig sak" in said) == (1, True)
    assert saaing.lekket(said) == []


@pytest.mark.parametrize("ut", [True, False], ids=["some of them left", "all were elected anew"])
def test_a_confidential_election_that_was_put_right(ut: bool) -> None:
    saaing = Saaing()
    anew = "{nr: 1/23, tittel: V, type: valg, valg: [{verv: redaksjonsraad, valgt: [carl, nina], fra: 2023-06-01}]}"
    rule = {
        "{side: bruker}, antall: 2": "{side: bruker}, antall: 1",
        "{side: nav}, antall: 2": "{side: nav}, antall: 1",
    }
    files = organet(saaing, CARL="", **rule, **({"TIL": "2023-05-31"} if ut else {}), SAKER=anew)
    found = valider(MemoryTree(files), date(2023, 7, 1))
    assert [r.finding.hjemmel.bestemmelse for r in found.rettet] == ["regelen"]
    assert saaing.lekket(_uten_navn_paa_filer(rapporten(files, "2023-07-01"))) == []


def test_who_leads_by_a_confidential_case_is_not_put_down_as_having_led(tmp_path: Path) -> None:
    _skriv(tmp_path, organet(Saaing()))
    code, said = kjoer(tmp_path, "oppmoete", U, "2023-04-09", "--dato", "2023-04-10")
    assert code in (0, 1), said
    written = (tmp_path / UTVALG / "moeter/2023-04-09.yaml").read_text("utf-8")
    assert "oppmoete:" in written
    assert "moeteleder" not in written


def test_who_sits_by_a_confidential_case_alone_is_not_put_down_as_having_come(tmp_path: Path) -> None:
    saaing = Saaing()
    _skriv(tmp_path, kjente(saaing))
    for dry in ("--dry-run",), ():
        code, said = kjoer(tmp_path, "oppmoete", U, "2022-11-16", "--dato", DAG, "--likevel", *dry)
        assert code == 0, said
        assert saaing.lekket(said) == []
    meeting = yaml.load((tmp_path / MOETE).read_text("utf-8"), yaml.CBaseLoader)
    assert [entry["person"] for entry in meeting["oppmoete"]] == ["kari-nordmann", "nina-vik", "ola-berg"]


# ── Each guard, switched off ──────────────────────────────────────────────────────────────────────


def _lekker_i_rapporten(tmp_path: Path) -> bool:
    saaing = Saaing()
    return bool(
        saaing.lekket(_uten_navn_paa_filer(rapporten(kjente(saaing)) + rapporten(registeret(saaing))))
    )


def _lekker_i_en_feil(feil: str, tmp_path: Path) -> bool:
    return any(saaing.lekket(rapporten(files)) for saaing, files in brutt(MOETE, feil))


def _lekker_i_en_kommando(tmp_path: Path) -> bool:
    saaing = Saaing()
    _skriv(tmp_path / "r", kjente(saaing))
    return bool(saaing.lekket(alt_som_leses(tmp_path / "r")))


def _hver_noekkel(key: str) -> bool:
    return True


def _hver_noekkel_nei(text: str) -> bool:
    return False


Vakt = tuple[list[tuple[Any, str, Any]], Callable[[Path], bool]]

AV: dict[str, Vakt] = {
    "closed stretches": ([(skjerm, "lukket", lambda path, text: None)], _lekker_i_rapporten),
    "the words in them": ([(skjerm.Skjerm, "_ordene", lambda *_: frozenset())], _lekker_i_rapporten),
    "the lines": ([(lukket_tekst.Lukket, "dempet", lambda self, linje, row: linje)], _lekker_i_rapporten),
    "what is quoted": ([(sladd, "er_vaart", _hver_noekkel)], partial(_lekker_i_en_feil, "an alias")),
    "keys that are not ours": (
        [(lukket_sak, "vist_noekkel", _hver_noekkel), (sladd, "vist_noekkel", _hver_noekkel)],
        partial(_lekker_i_en_feil, "an unknown key"),
    ),
    "a file that cannot be read": (
        [(lukket_sak, "_ser_lukket_ut", _hver_noekkel_nei)],
        partial(_lekker_i_en_feil, "an open quote"),
    ),
    "a key that lost its case": (
        [(lukket_sak, "_glidd_ut", lambda root: ())],
        lambda tmp_path: (lambda found: bool(found[0].lekket(found[1])))(_glidd_ut()),
    ),
    "what is only elected": ([(Sete, "fortrolig", False)], _lekker_i_en_kommando),
    "the message": (
        [(personvernvakt, "trygg_melding", lambda melding, *_: melding)],
        lambda tmp_path: bool(alt_som_skrives(tmp_path, "whole")[0]),
    ),
}


@pytest.mark.parametrize("vakt", AV)
def test_without_this_guard_something_is_told(
    vakt: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """That nothing is told with it is what all tests above say."""
    off, leaks = AV[vakt]
    for where, name, instead in off:
        monkeypatch.setattr(where, name, instead)
    tmp_path.joinpath("r").mkdir()
    closed.cache_clear()  # what is known of a text with the guard, is not known without it
    try:
        assert leaks(tmp_path / "r")
    finally:
        closed.cache_clear()
