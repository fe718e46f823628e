"""Characters: whatever a register, an argument, a file name, a template or git says, nothing unsafe leaves the program.

Each text of the shipped council of Nav Fjordvik is given every unsafe character and a few workflow commands, and the
commands are run as a job of GitHub Actions would run them.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from smaa_registre import ROOT

U = "nav-fjordvik"
MAPPE = f"records/utvalg/{U}"
DELT = ("records/organisasjoner.yaml", "records/regelverk/mal-nav-kontor-2015.yaml")
MOETE = "2022-11-24"
DAG = "2022-11-01"

I_FIL = (
    "\x85\u2028\u2029\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u206f\u00ad\u034f\u200b\u200c\u200d\u2060\ufeff"
    "\ufe0f\ufff9\U000e0041"
)
"""Unsafe, and a file may hold them."""
ALDRI_I_FIL = "\x00\x07\x1b\x7f\x9b\ufffe"
"""Unsafe, and no file that holds them is read."""
KOMMANDOER = (
    "\n::error title=x::hei\n \t::set-output name=a::b\n##[group]c ##[add-mask]d\n:\u200d:stop-commands::e\n"
)
GIFT = f"{I_FIL}\r{KOMMANDOER}x"

# A naive second judge, with its own list: none of ours is imported.
USIKRE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
FARGE = re.compile("\x1b\\[[0-9;]*m")
KUNNGJOERING = re.compile(r"::(error|warning|notice) title=[^:]*::.*")


def usikkert(said: str, *, kunngjoeringer: bool = False) -> str:
    """What in the output is not safe: the character with what stands around it, or the line."""
    if found := USIKRE.search(said):
        return ascii(said[max(0, found.start() - 30) : found.end() + 10])
    for line in said.split("\n"):
        if kunngjoeringer and KUNNGJOERING.fullmatch(line):
            continue
        if line.lstrip().startswith("::") or "##[" in line:
            return line
    return ""


def forgiftet(value: Any, gift: str, hvor: Callable[[str], bool]) -> Any:
    """A record with this behind every text that may have it."""
    if isinstance(value, dict):
        return {key: forgiftet(item, gift, hvor) for key, item in value.items()}
    if isinstance(value, list):
        return [forgiftet(item, gift, hvor) for item in value]
    return f"{value}{gift}" if isinstance(value, str) and hvor(value) else value


def fri_tekst(value: str) -> bool:
    """A sentence or a name, and no word of the vocabulary, day, amount or reference."""
    return re.search(r"^[A-ZÆØÅ]\S+ \S|\w \w+ \w+ \w", value) is not None


def register(rot: Path, gift: str, hvor: Callable[[str], bool]) -> None:
    """The council and what it builds on, in quotation marks and with escapes."""
    shutil.copytree(ROOT / "records/regelverk", rot / "records/regelverk")
    for path in [*(ROOT / MAPPE).rglob("*.yaml"), *(ROOT / name for name in DELT)]:
        data = forgiftet(yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader), gift, hvor)
        target = rot / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8") as file:
            yaml.dump(data, file, Dumper=yaml.CSafeDumper, default_style='"', width=10**9)


@pytest.fixture(scope="module")
def lesbart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register that can be read, with poison in every free text."""
    rot = tmp_path_factory.mktemp("lesbart")
    register(rot, GIFT, fri_tekst)
    return rot


@pytest.fixture(scope="module")
def uleselig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One with poison in every value there is, which no file then holds."""
    rot = tmp_path_factory.mktemp("uleselig")
    register(rot, GIFT, bool)
    for path in [*(rot / MAPPE / "moeter").glob("202[2-4]-0*"), *(rot / "records/regelverk").glob("[!m]*")]:
        path.unlink()  # a few of each tell all there is to tell
    folder = rot / MAPPE / "medlemmer"
    for nr, char in enumerate(ALDRI_I_FIL):
        (folder / f"a{nr}.yaml").write_text(
            f'navn: "A \\U{ord(char):08x} B"\nside: x{char}y\n', encoding="utf-8"
        )
    for char in (*I_FIL, "\x1b", "\n", "\r"):
        (folder / f"b{char}::error::.yaml").write_text("navn: [\n", encoding="utf-8")
    (folder / "c\udcff.yaml").write_bytes(b"navn: x\xff")  # a name that is no UTF-8
    return rot


LESER: list[tuple[str, ...]] = [
    *(("valider", "--output-format", form) for form in ("full", "enkel", "concise", "json", "github", "markdown")),
    ("valider", "--color", "always", "--output-format", "full"),
    ("vis", U), ("vis", U, "--json"), ("vis", U, "moete", MOETE), ("referat", U, MOETE, "--se"), ("vis", U, "folk"),
    ("status",), ("status", "--json"), ("frister",), ("frister", "--json"), ("valgbar", U), ("valgbar", U, "--json"),
    ("vedtak",), ("vedtak", "--json"), ("oppfoelging", "liste", "--alle"), ("oppfoelging", "liste", "--alle", "--json"),
    ("regelverk",), ("regelverk", "--json"), ("regelverk", "vis", "mal-nav-kontor-2015"), ("regelverk", "for", U),
    ("sjekk-valg", U, "liv-sandvik", "knut-solheim", "--verv", "leder"),
    ("innkalling", U, MOETE), ("innkalling", U, MOETE, "--json"),
    ("referat", U, MOETE), ("referat", U, MOETE, "--json"),
    ("moeteplan", U, "2027"), ("doctor",), ("doctor", "--json"), ("krok",), ("angre", "--dry-run"), (),
]  # fmt: skip


@pytest.fixture(autouse=True)
def i_actions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "sammendrag.md"))
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path / "sammendrag.md"


def svar(capsys: pytest.CaptureFixture[str], rot: Path, *verb: str) -> tuple[int, str]:
    dated = (
        ()
        if {"regelverk", "doctor", "krok", "angre", "forklar"} & set(verb[:1]) or not verb
        else ("--dato", DAG)
    )
    code = run(["--rot", str(rot), *verb, *dated])
    out, err = capsys.readouterr()
    return code, out + err


@pytest.mark.parametrize("verb", LESER, ids="-".join)
def test_what_is_read_comes_out_safe(
    lesbart: Path, uleselig: Path, verb: tuple[str, ...], capsys: pytest.CaptureFixture[str], i_actions: Path
) -> None:
    for rot in (lesbart, uleselig):
        code, said = svar(capsys, rot, *verb)
        assert code != 3
        text = FARGE.sub("", said) if "always" in verb else said
        assert usikkert(text, kunngjoeringer="github" in verb) == ""
        if i_actions.exists():
            assert usikkert(i_actions.read_text(encoding="utf-8")) == ""


def test_json_gives_back_the_very_text(lesbart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(lesbart), "regelverk", "vis", "mal-nav-kontor-2015", "--json"]) == 0
    said = json.dumps(json.loads(capsys.readouterr().out), ensure_ascii=False)
    assert f"{I_FIL}\\r" in said
    assert "##[group]c" in said


@pytest.mark.parametrize("slag", ["innkalling", "referat"])
def test_a_document_a_calendar_and_a_message_are_clean(
    lesbart: Path, slag: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = sorted(path.stem for path in (lesbart / MAPPE / "medlemmer").iterdir())
    (tmp_path / "adresser.txt").write_text(
        "".join(f"{p}: {p}@example.no\n" for p in people), encoding="utf-8"
    )
    more = ("--ics", "m.ics", "--eml", "m.eml", "--adresser", "adresser.txt") if slag == "innkalling" else ()
    at = [str(tmp_path / name) if "." in name else name for name in more]
    code, _ = svar(capsys, lesbart, slag, U, MOETE, "-o", str(tmp_path / "ut.md"), *at)
    assert code == 0
    written = {path for path in tmp_path.iterdir() if path.suffix in (".md", ".ics", ".eml")}
    assert len(written) == (3 if more else 1)
    for path in written:
        text = path.read_bytes().decode().replace("\r\n", "\n")
        assert USIKRE.search(text) is None, path.name


LEGITIMT = "Blå\xa0bær – 20\u202f% 👩🏽\u200d🦽 ♿\ufe0f 1\ufe0f⃣ «می\u200cخواهم»"  # noqa: RUF001 – Persian letters, for what joins them


def test_what_norwegian_names_and_emoji_need_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forklar", LEGITIMT]) == 2
    assert f"«{LEGITIMT}»" in capsys.readouterr().err


ARGUMENTER: list[tuple[str, ...]] = [
    ("valider", f"finnes ikke {GIFT}"), ("valider", "--dato", GIFT), ("valider", "--output-format", GIFT),
    (GIFT,), (f"--{GIFT}",),
    ("forklar", GIFT), ("status", GIFT), ("innkalling", U, GIFT), ("innkalling", U, MOETE, "-o", f"/nope/{GIFT}"),
    ("sak", "ny", GIFT), ("sak", "ny", U, GIFT), ("sak", GIFT), ("person", "ny", U, GIFT), ("oppnevn", U, GIFT),
    ("regelverk", GIFT), ("regelverk", "vis", GIFT), ("hendelse", "ny", U, GIFT), ("avvik", "ny", U, GIFT),
    ("flytt", U, GIFT, "--til", GIFT),
    ("organisasjon", "ny", U, GIFT), ("moete", "ny", U, GIFT), ("moete", "ny", U, "1.3.2023", "--sted", GIFT),
    ("valg", U, MOETE, GIFT, GIFT), ("krok", GIFT), ("init", GIFT, "--utvalg", GIFT, "--ja"), ("--rot", GIFT, "status"),
]  # fmt: skip


@pytest.mark.parametrize(
    "verb", ARGUMENTER, ids=lambda verb: "-".join(verb)[:20].encode("ascii", "ignore").decode()
)
def test_what_is_said_of_an_argument_is_safe(
    lesbart: Path, verb: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = tmp_path / "r"
    shutil.copytree(lesbart, rot)
    for char in ("", "\x1b[31m\udcff"):
        code = run(["--rot", str(rot), *(word.replace(GIFT, char + GIFT) for word in verb)])
        said = "".join(capsys.readouterr())
        assert code != 3, said
        assert usikkert(said) == ""


def test_the_receipt_and_what_git_says_are_safe(
    lesbart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = tmp_path / "r"
    shutil.copytree(lesbart, rot)
    for command in (
        ["init", "-q"],
        ["config", "user.name", "N\x1b[31m\u202e"],
        ["config", "user.email", "n@example.no"],
    ):
        subprocess.run(["git", "-C", rot, *command], check=True)
    hook = rot / ".git/hooks/pre-commit"
    hook.write_text(
        "#!/bin/sh\nprintf '\\033[31m::error::x\\r\\n ::error::y\\n\\342\\200\\256z\\n' >&2\nexit 1\n"
    )
    hook.chmod(0o755)
    new = ("person", "ny", U, f"Eva{GIFT}Strand", "--side", "bruker", "--likevel")
    for verb in ((*new, "--dry-run"), (*new, "--commit"), ("doctor",), ("angre", "--dry-run"), ("angre",)):
        _, said = svar(capsys, rot, *verb[:3], *verb[3:])
        assert usikkert(said) == ""


def test_what_a_template_prints_is_safe(
    lesbart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rot = tmp_path / "r"
    shutil.copytree(lesbart, rot)
    template = rot / MAPPE / "templates/innkalling.md.j2"
    template.parent.mkdir()
    # A control character is refused, as it is and with an escape; what only nobody sees, is left out.
    for text, expected in ((f"Møte\n{GIFT}\n", 1), ('{{ "\\x1b[31m" }}\n', 1), ('Møte {{ "\\u202e" }}\n', 0)):
        template.write_text(text, encoding="utf-8")
        for output in ((), ("-o", str(tmp_path / "ut.md"))):
            code, said = svar(capsys, rot, "innkalling", U, MOETE, *output)
            assert code == expected
            assert usikkert(said) == ""
    assert USIKRE.search((tmp_path / "ut.md").read_bytes().decode()) is None


def biter(text: str) -> Iterator[tuple[str, ...]]:
    yield from ((text[:at], text[at:]) for at in range(len(text) + 1))
    yield tuple(text)


@pytest.mark.parametrize(
    "text", ["  ::error::x\n", "a\n##[group]x\n", "#\u200d##[x]", "\xa0:\u200d:a::\n", "\u3000::b::"]
)
def test_a_command_in_pieces_is_broken_too(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    from brukerutvalg_cli.cli.vakt import trygge_stroemmer

    for parts in biter(text):
        with trygge_stroemmer({"GITHUB_ACTIONS": "true"}):
            for part in parts:
                print(part, end="")
        said = re.sub("[\u200d\ufe0f]", "", capsys.readouterr().out)
        assert usikkert(said) == "", parts


def test_every_text_that_is_poisoned_is_told_of(lesbart: Path) -> None:
    files = {p.relative_to(lesbart).as_posix(): p.read_bytes() for p in sorted(lesbart.rglob("*.yaml"))}
    told = {f.place.path for f in load(MemoryTree(files)).findings if f.name == "fil-tegn"}
    assert told == {path for path, raw in files.items() if b"\\u202E" in raw}
