"""What must never be stored is not written, by any command: in no file or name, no journal, no commit."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.personvernvakt import nye_private, trygg_melding
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.utkast import Filendring
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from smaa_registre import UTVALG, dom, filer, meldinger, skriv, tree

# Invented by their check digits alone; nobody's as far as is known.
FNR, KONTO, TLF, EPOST = "01019000083", "86011117947", "912 34 567", "ola.berg@gmail.com"
U = "utvalget"
MOETE = f"{UTVALG}/moeter/2026-02-11.yaml"

REGISTER = """
regel: {id: papirene, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
moeter/2026-02-11:
  status: planlagt
  saker: [{nr: 1/26, tittel: Ventetid, type: annet, oppfoelging: [{hva: Spør, ansvarlig: nav, frist: 2026-03-01}]}]
saker/2026-002: {tittel: Budsjett, innmeldt_av: nav, innmeldt: 2026-01-10}
medlemmer/kari-nordmann: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2025-01-01}]}
medlemmer/per-vik: {navn: Per Vik, publisering: kun_organisasjon, oppnevninger: [{verv: medlem, fra: 2025-01-01}]}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
"""

FLERE = """
medlemmer/aase-marie-lie: {navn: Åse Marie Lie, publisering: kun_organisasjon}
medlemmer/per-anders-vik: {navn: Per Anders Vik}
medlemmer/kari-vik: {navn: Kari Vik}
medlemmer/per-nordmann: {navn: Per Nordmann}
"""


@pytest.fixture(scope="module")
def lagret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register in a repository; to be copied, never changed."""
    root = tmp_path_factory.mktemp("lagret")
    skriv(root, REGISTER)
    kari = ("-c", "user.name=Kari", "-c", "user.email=kari@example.org")
    for words in (("init", "-q", "--template="), ("add", "-A"), (*kari, "commit", "-qm", "Registeret")):
        git(root, *words)
    return root


@pytest.fixture
def registeret(tmp_path: Path, lagret: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Kari")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "kari@example.org")
    shutil.copytree(lagret, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(root: Path, *args: str) -> str:
    return subprocess.run(["git", *args], cwd=root, capture_output=True, text=True, check=True).stdout


def alt(root: Path) -> dict[str, bytes]:
    """Every file there is, git's own too."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


SVAR: list[tuple[str, ...]] = [
    ("sak", "ny", U, "{}", "--innmeldt-av", "bruker", "--foer-beslutning", "ja"),
    ("sak", "ny", U, "Klage", "--innmeldt-av", "bruker", "--foer-beslutning", "ja", "--fortrolig", "Om {}"),
    ("sak", "foer", U, "2026-02-11", "1/26", "--referat", "Ring {}."),
    ("oppfoelging", "ny", U, "2026-02-11", "1/26", "Ring {}", "--ansvarlig", "nav", "--frist", "1.6.2026"),
    ("moete", "endre", U, "2026-02-11", "--sted", "Hos {}"),
    ("person", "ny", U, "Ola {}", "--side", "bruker"),
    ("organisasjon", "ny", U, "Laget {}", "--plass"),
    ("sak", "ny", U, "Klage", "--innmeldt-av", "bruker", "--foer-beslutning", "ja", "--tema", "tema-{}"),
    ("avvik", "ny", U, "papirene", "--vedtatt-i", "1/26", "--grunn", "Ring {}"),
    ("hendelse", "ny", U, "evaluering", "--ansvarlig", "Kari {}"),
    ("oppmoete", U, "2026-02-11", "--gjest", "Ola {}", "--godtgjort", "ja"),
]


@pytest.mark.parametrize("ekstra", [(), ("--commit",), ("--dry-run",)], ids=lambda e: "".join(e) or "skriv")
@pytest.mark.parametrize("privat", [FNR, f"{FNR[:6]} {FNR[6:]}", KONTO, TLF, EPOST])
@pytest.mark.parametrize("svar", SVAR, ids=lambda svar: " ".join(svar[:2]))
def test_nothing_private_is_written(
    svar: tuple[str, ...],
    privat: str,
    ekstra: tuple[str, ...],
    registeret: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = alt(registeret)
    code = run([*(part.format(privat) for part in svar), *ekstra, "--dato", "2026-02-11"])
    said = "".join(capsys.readouterr())
    assert {p: raw for p, raw in alt(registeret).items() if not p.startswith(".brukerutvalg/.")} == before
    assert code == 1, said
    assert "feil personvern: " in said
    assert "Ingenting er skrevet" in said
    assert privat not in said


def test_likevel_does_not_help(registeret: Path) -> None:
    before = alt(registeret)
    step = (
        "valg",
        U,
        "2026-02-11",
        "1/26",
        "kari-nordmann",
        "--verv",
        "leder",
        "--fraviker",
        FNR,
        "--likevel",
    )
    assert run([*step, "--dato", "2026-02-11"]) == 1
    assert alt(registeret) == before


def test_a_new_register_is_not_made_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "ny", "--utvalg", f"Utvalget {FNR}", "--ja"]) == 1
    assert FNR not in "".join(capsys.readouterr())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", [FNR, f"konto_{KONTO}", "912-34-567", EPOST, f"a/{FNR}/b"])
def test_a_new_register_is_not_called_by_it(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", folder, "--utvalg", "Utvalget", "--ja"]) == 1
    said = "".join(capsys.readouterr())
    assert "feil personvern: navnet på mappa har " in said
    assert not any(value in said for value in (FNR, KONTO, "912-34-567", EPOST))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "helped"), [("22 82 20 00", True), (TLF, False), (FNR, False)])
def test_the_words_that_make_a_number_an_offices_are_said(
    number: str, helped: bool, registeret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    step = ["moete", "endre", U, "2026-02-11", "--sted", f"Huset, tlf. {number}", "--dato", "2026-02-11"]
    assert run(step) == 1
    assert ("«sentralbord» rett foran" in capsys.readouterr().err) is helped
    step[5] = f"Huset, sentralbord {number}"
    assert run(step) == (1 if number == FNR else 0)


@pytest.mark.parametrize("address", ["vestland@ffo.no", "post.kontakt@ffo.no", "resepsjon@hotell.no"])
def test_an_offices_address_is_written(address: str, registeret: Path) -> None:
    step = ["moete", "endre", U, "2026-02-11", "--sted", f"Hos {address}", "--dato", "2026-02-11"]
    assert run(step) == 0
    assert address in (registeret / MOETE).read_text("utf-8")


def test_an_address_that_is_somebodys_name_in_the_register_is_not(registeret: Path) -> None:
    before = alt(registeret)
    step = ["moete", "endre", U, "2026-02-11", "--dato", "2026-02-11", "--sted"]
    assert run([*step, "Hos nordmann@ffo.no"]) == 1
    assert {p: raw for p, raw in alt(registeret).items() if not p.startswith(".brukerutvalg/.")} == before
    assert run([*step, "Hos hansen@ffo.no"]) == 0


def test_undo_does_not_bring_it_back(registeret: Path, capsys: pytest.CaptureFixture[str]) -> None:
    meeting = registeret / MOETE
    text = meeting.read_text("utf-8")
    meeting.write_text(
        text.replace("  type: annet", f"  type: annet\n  referat: Fnr {FNR}"), encoding="utf-8"
    )
    assert FNR in meeting.read_text("utf-8")
    sak = ("sak", "foer", U, "2026-02-11", "1/26", "--referat")
    assert run([*sak, "Strøket."]) == 0
    assert run(["angre"]) == 1
    said = capsys.readouterr().err
    assert "«referat»" in said
    assert FNR not in said + meeting.read_text("utf-8")


def endret(foer: str, etter: str, path: str = MOETE) -> list[Filendring]:
    return [Filendring(path, foer.encode() or None, etter.encode() or None)]


MOETET = "dato: 2026-02-11\nstatus: planlagt\n"


@pytest.mark.parametrize(
    ("foer", "etter", "funnet"),
    [
        (MOETET, f"{MOETET}praktisk: Ring {TLF}\n", True),
        (MOETET, f"{MOETET}merknad: Ring {TLF}\n", True),
        (f"{MOETET}merknad: Ring {TLF}\n", f"{MOETET}merknad: Ring Kari {TLF}\n", False),
        (f"{MOETET}merknad: Ring {TLF}\n", f"{MOETET}praktisk: Ring {TLF}\n", True),
        (f"{MOETET}praktisk: Ring {TLF}\n", f"{MOETET}innledning: Ring {TLF}\n", False),
        (f"{MOETET}praktisk: Ring {TLF}\n", f"{MOETET}praktisk: A {TLF}\ninnledning: B {TLF}\n", True),
        (f"{MOETET}praktisk: Ring {TLF}\n", MOETET, False),
        (MOETET, f"{MOETET}merknad: {FNR}\n", True),
        (MOETET, f"{MOETET}# {FNR}\n", True),
        (MOETET, f"{MOETET}ukjent: ring {TLF}\n", True),  # unread: nobody knows what is published
        ("", f"{FNR}", True),
    ],
)
def test_what_counts_is_what_there_was_not_before(foer: str, etter: str, funnet: bool) -> None:
    assert bool(list(nye_private(endret(foer, etter)))) is funnet


@pytest.mark.parametrize(
    "path",
    [f"{UTVALG}/medlemmer/{FNR}.yaml", f"{UTVALG}/vedlegg/brev_{FNR}.pdf", f"{UTVALG}/vedlegg/{EPOST}.pdf"],
)
def test_a_name_of_a_file(path: str) -> None:
    [(where, what)] = nye_private(endret("", "navn: Ola\nside: bruker\n", path))
    assert what
    assert not any(value in where for value in (FNR, EPOST))


@pytest.mark.parametrize("name", [f"medlemmer/{FNR}", f"medlemmer/ola-{FNR}-berg"])
def test_a_name_of_a_file_is_found(name: str) -> None:
    report = dom(f"{name}: {{navn: Ola Berg}}")
    assert meldinger(report) == ["navnet på fila har et fødselsnummer eller D-nummer i seg"]
    assert all(FNR not in f"{f.path} {f.finding}" for f in report.funn)


def test_a_name_that_is_a_key_is_found() -> None:
    report = dom(f"organisasjoner: {{lag-{FNR}: {{navn: Laget, type: lokal, side: bruker}}}}")
    [located] = report.funn
    assert located.finding.name == "personvern"
    assert located.linje == "lag-***********:"
    assert FNR not in f"{located.finding.message} {located.finding.emne}"


@pytest.mark.parametrize(
    ("sagt", "trygt"),
    [
        ("Oppnevnte Per Vik til leder", "Oppnevnte per-vik til leder"),
        ("Ring PER  VIK i dag", "Ring per-vik i dag"),
        ("Førte Per Vik (per-vik)", "Førte per-vik"),
        ("Førte Kari Nordmann", "Førte Kari Nordmann"),
        ("Per Viken og Superper Vik", "Per Viken og Superper Vik"),
        ("Førte Per Viks oppmøte", "Førte per-viks oppmøte"),
        ("Førte Per Vik’s oppmøte", "Førte per-vik’s oppmøte"),
        ("Førte Vik, Per", "Førte per-vik"),
        ("Førte Vik Per Ås oppmøte", "Førte per-vik Ås oppmøte"),
        ("Oppnevnte Per Olav Vik", "Oppnevnte per-vik"),
        ("Oppnevnte Per-Olav Å. Vik", "Oppnevnte per-vik"),
        ("Oppnevnte P. Vik", "Oppnevnte per-vik"),
        ("Oppnevnte P. O. Vik", "Oppnevnte per-vik"),
        ("Oppnevnte Åse Lie", "Oppnevnte aase-marie-lie"),
        ("Oppnevnte A\u030ase Maries", "Oppnevnte Åse Maries"),
        ("Oppnevnte Marie Lie", "Oppnevnte aase-marie-lie"),
        ("Lie, Åse Marie, kom", "aase-marie-lie, kom"),
        # Those who may be named are, and keep their own names.
        ("Oppnevnte Per Anders Vik", "Oppnevnte Per Anders Vik"),
        ("Kari Vik, Per Nordmann og Per Vik", "Kari Vik, Per Nordmann og per-vik"),
        ("Per møtte Kari Nordmann i Vik", "Per møtte Kari Nordmann i Vik"),
        (f"Førte som gjort: «Ring {TLF}»", "Førte som gjort: «Ring *** ** ***»"),
    ],
)
def test_who_is_not_to_be_named_is_said_by_id(sagt: str, trygt: str) -> None:
    assert trygg_melding(sagt, [], load(tree(REGISTER + FLERE)).register) == trygt


@pytest.mark.parametrize("side", ["foer", "etter"])
def test_also_one_who_is_not_to_be_named_only_before_or_only_after(side: str) -> None:
    small = filer(REGISTER)
    path = f"{UTVALG}/medlemmer/kari-nordmann.yaml"
    closed = small[path] + "publisering: kun_organisasjon\n"
    before, after = (closed, small[path]) if side == "foer" else (small[path], closed)
    register = load(MemoryTree(small | {path: before})).register
    assert (
        trygg_melding("Førte Kari Nordmann", endret(before, after, path), register) == "Førte kari-nordmann"
    )


def test_also_by_the_name_that_one_had_before() -> None:
    before = "[{navn: Per Nilsen, til: 2020-01-01}]"
    small = REGISTER.replace("Per Vik, pub", f"Per Vik, tidligere_navn: {before}, pub")
    register = load(tree(small)).register
    assert trygg_melding("Per Nilsen, nå Per Vik", [], register) == "per-vik, nå per-vik"


def test_two_of_one_id_in_two_councils() -> None:
    small = filer(REGISTER)
    council, theirs = small[f"{UTVALG}/utvalg.yaml"], UTVALG.replace("utvalget", "nabolaget")
    small[f"{theirs}/utvalg.yaml"] = council
    small[f"{theirs}/medlemmer/per-vik.yaml"] = "navn: Petra Vik\nside: nav\npublisering: kun_organisasjon\n"
    said = trygg_melding("Per Vik og Petra Vik", [], load(MemoryTree(small)).register)
    assert said == "per-vik og per-vik"


def test_what_a_confidential_case_is_given_is_not_said() -> None:
    small = filer(REGISTER)
    case = "saker:\n- {nr: 1/26, tittel: Olsen, type: valg, fortrolig: ja"
    before = f"{MOETET}{case}}}\n"
    after = f"{MOETET}{case}, valg: [{{verv: leder, valgt: [kari-nordmann], fra: 2026-03-01}}]}}\n"
    register = load(MemoryTree(small)).register
    said = "Førte valg av Kari Nordmann til leder i sak 1/26"
    assert trygg_melding(said, endret(before, after), register) == "Førte valg av … til leder i sak 1/26"
    assert trygg_melding(said, endret(after, f"{after}merknad: A\n"), register) == said


def test_the_name_is_in_no_commit(registeret: Path) -> None:
    step = ("oppfoelging", "ny", U, "2026-02-11", "1/26", "Ring Per Vik", "--ansvarlig", "nav")
    assert run([*step, "--frist", "1.6.2026", "--dato", "2026-02-11", "--commit"]) == 0
    log = git(registeret, "log", "--format=%B")
    assert "Ring per-vik" in log
    assert "Per Vik" not in log + (registeret / ".brukerutvalg/dagbok.json").read_text("utf-8")


@pytest.mark.parametrize("angre", [("--dry-run",), ("--glem",), ()])
def test_who_may_not_be_named_any_more_is_not_when_it_is_taken_back(
    registeret: Path, angre: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    step = ("oppfoelging", "ny", U, "2026-02-11", "1/26", "Ring Kari Nordmann", "--ansvarlig", "nav")
    assert run([*step, "--frist", "1.6.2026", "--dato", "2026-02-11"]) == 0
    page = registeret / UTVALG / "medlemmer/kari-nordmann.yaml"
    page.write_text(f"{page.read_text('utf-8')}publisering: kun_organisasjon\n", "utf-8")
    capsys.readouterr()
    assert run(["angre", *angre]) == 0
    said = capsys.readouterr()
    assert "Ring kari-nordmann" in said.out
    assert "Kari Nordmann" not in said.out + said.err
