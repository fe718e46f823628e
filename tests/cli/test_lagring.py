"""What is saved in git, and under whose name: a machine that knows nobody, a year, what stops it, and all at once."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from avlegger import program, python
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.arbeidsfil import Innslag
from brukerutvalg_cli.endring.lagremelding import lagremelding
from brukerutvalg_cli.endring.utkast import Filendring
from cli.test_angre import EVA, NY, UTVALG, U, git, si
from nytt_register import gjort
from test_et_aar import FOLK, STEG, treet

pytestmark = pytest.mark.usefixtures("samme_dom")

HVEM = ("--ditt-navn", "Nina Vik", "--din-epost", "nina.vik@example.no")
INIT = ("init", ".", "--utvalg", "Nav Storelva", "--ja", "--dato", "2026-01-01")
PER = Path(f"records/utvalg/{U}/medlemmer/per-vik.yaml")
OPPSETT = Path("records/oppsett.yaml")


@pytest.fixture(autouse=True)
def ukjent_maskin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine where nobody has told git who they are, in an empty folder."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "XDG_"))] + ["EMAIL"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("BRUKERUTVALG_COMMIT", raising=False)
    (tmp_path / "hjem").mkdir()
    (tmp_path / "mappe").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "hjem"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.chdir(tmp_path / "mappe")
    return tmp_path


@pytest.fixture
def register(capsys: pytest.CaptureFixture[str]) -> None:
    """A register where each change is saved."""
    gjort(Path(), "lagring", lambda: si(capsys, *INIT, *HVEM))


def endringer() -> list[str]:
    """What has been saved, the last first: by whom, and what it says."""
    return git("log", "--format=%an <%ae>: %s").splitlines()


def test_a_year_is_a_change_each_under_the_name_of_who_did_it(
    capsys: pytest.CaptureFixture[str], ukjent_maskin: Path
) -> None:
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    si(capsys, *INIT, "--medlemmer", "folk.csv", "--alle", "nei", *HVEM)
    assert OPPSETT.read_text().splitlines()[1:] == ["lagre: alltid"]
    for number, step in enumerate(STEG[:14], 2):
        said = si(capsys, *step, "--likevel", "--dato", "2026-02-20")
        assert "  lagret i git" in said
        assert len(endringer()) == number, step
        assert f"{endringer()[0]}.".removeprefix("Nina Vik <nina.vik@example.no>: ") in said
    assert {line.partition(": ")[0] for line in endringer()} == {"Nina Vik <nina.vik@example.no>"}
    assert git("status", "--porcelain") == "?? folk.csv\n"
    assert list((ukjent_maskin / "hjem").iterdir()) == [], "nothing is said of it for the whole machine"
    assert not [p for p in Path("records").rglob("*.yaml") if b"nina.vik@" in p.read_bytes()]
    assert "Ikke lagret" not in si(capsys, "status")


def test_where_nobody_can_be_named_nothing_is_saved_by_itself_and_it_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = si(capsys, *INIT)
    assert "git vet ikke hvem du er" in said
    assert "Hver gang: «brukerutvalg lagre --alltid ja»" in said
    assert not OPPSETT.exists()
    si(capsys, *NY)
    assert "Ikke lagret: 2 filer i nav-storelva" in si(capsys, "status")
    assert "ikke i orden: lagret – 2 filer i nav-storelva" in si(capsys, "doctor", exit=1)


def test_without_a_name_the_change_is_written_and_the_cure_saves_all_that_never_was(
    capsys: pytest.CaptureFixture[str],
) -> None:
    si(capsys, *INIT, "--lagre", "ja")
    said = si(capsys, *NY, exit=1)
    assert EVA.exists()
    (cure,) = re.findall(r"git vet ikke hvem du er. .*?«brukerutvalg (.*?)»", said)
    cure = cure.replace("NAVN", '"Nina Vik"').replace("ADRESSE", "nina@example.no")
    si(capsys, *shlex.split(cure))
    assert endringer() == ["Nina Vik <nina@example.no>: Nytt register"]
    assert git("log", "-1", "--format=%b").strip() == f"- Førte Eva Strand (eva-strand) i {U}"
    assert git("status", "--porcelain") == ""
    si(capsys, "person", "ny", U, "Per Vik", "--side", "bruker")
    assert len(endringer()) == 2


def test_on_a_terminal_it_is_asked_who_you_are_and_kept_with_the_register(ukjent_maskin: Path) -> None:
    child = pexpect.spawn(
        python()[0], [*program()[1:], *INIT[:-3], *INIT[-2:], "--nivaa", "lokal", "--maalform", "nb",
                         "--mandat", "tomt"],
        encoding="utf-8", timeout=120, env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "300"},
    )  # fmt: skip
    child.expect("Hvem eier utvalget")
    child.sendline("")
    child.expect("Fil med medlemmer")
    child.sendline("")
    child.expect("første møtet")
    child.sendline("")
    child.expect("Hva heter du")
    child.sendline("Nina Vik")
    child.expect("E-postadressen din")
    child.sendline("nina")
    child.expect("«nina» er ikke en e-postadresse. Prøv igjen")
    child.sendline("nina@example.no")
    child.expect("Skal hver endring lagres")
    child.sendline("")
    child.expect("lagret i git")
    child.expect(pexpect.EOF)
    assert endringer() == ["Nina Vik <nina@example.no>: Nytt register"]
    assert git("config", "--local", "user.name").strip() == "Nina Vik"
    assert OPPSETT.read_text().splitlines()[1:] == ["lagre: alltid"]


@pytest.mark.usefixtures("register")
def test_the_command_and_the_environment_have_the_last_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    si(capsys, *NY, "--ikke-lagre")
    assert len(endringer()) == 1
    si(capsys, "angre")
    monkeypatch.setenv("BRUKERUTVALG_COMMIT", "0")
    si(capsys, *NY)
    assert len(endringer()) == 1
    si(capsys, "angre")
    si(capsys, *NY, "--lagre")
    assert len(endringer()) == 2


@pytest.mark.usefixtures("register")
def test_what_a_clone_says_of_saving_is_only_that(capsys: pytest.CaptureFixture[str]) -> None:
    OPPSETT.write_text("lagre: sh -c 'touch ../fanget'\n")
    said = si(capsys, *NY, exit=2)
    assert not EVA.exists()
    assert "--lagre eller --ikke-lagre mangler. records/oppsett.yaml kan ikke leses" in said
    si(capsys, *NY, "--ikke-lagre")
    assert len(endringer()) == 1
    assert not Path("../fanget").exists()
    assert "oppsett.yaml:1:8" in si(capsys, "valider", exit=1)


def krok() -> None:
    hook = Path(".git/hooks/pre-commit")
    hook.write_text("#!/bin/sh\necho nei >&2\nexit 1\n")
    hook.chmod(0o755)


def laas() -> None:
    Path(".git/index.lock").touch()


def navnloes() -> None:
    git("config", "--unset", "user.email")


def uten_krok() -> None:
    Path(".git/hooks/pre-commit").unlink()


def uten_laas() -> None:
    Path(".git/index.lock").unlink()


def med_navn() -> None:
    git("config", "user.email", "nina@example.no")


HINDRE: dict[str, tuple[Callable[[], None], str, Callable[[], None]]] = {
    "a hook": (krok, "sa nei: «nei»", uten_krok),
    "a lock": (laas, "noe annet bruker git", uten_laas),
    "no name": (navnloes, "git vet ikke hvem du er", med_navn),
}


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("hinder", HINDRE)
def test_what_could_not_be_saved_is_exit_1_and_saved_later_with_nothing_lost(
    hinder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hindre, told, rydd = HINDRE[hinder]
    hindre()
    for verb in (NY, ("lagre",)):
        said = si(capsys, *verb, exit=1)
        assert told in said
    assert EVA.exists()
    assert "lagret: 1 fil i nav-storelva" in si(capsys, "status")
    rydd()
    si(capsys, "lagre")
    assert len(endringer()) == 2
    assert endringer()[0].endswith(f": Førte Eva Strand (eva-strand) i {U}")
    si(capsys, "angre")
    assert endringer()[0].endswith(f": Angret: Førte Eva Strand (eva-strand) i {U}")
    assert git("status", "--porcelain") == ""


def test_in_a_folder_of_anothers_repository_nothing_of_theirs_is_saved(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "--quiet", "-b", "main")
    git("config", "user.name", "Ola Berg")
    git("config", "user.email", "ola@example.no")
    for name in ("lagt-klart", "endret", "slettet"):
        Path(name).write_text("før")
        git("add", name)
    git("commit", "--quiet", "-m", "Deres")
    Path("lagt-klart").write_text("etter")
    git("add", "lagt-klart")
    Path("endret").write_text("etter")
    Path("slettet").unlink()
    Path("nytt").touch()
    theirs = git("status", "--porcelain", "--", ".", ":!r")
    si(capsys, "init", "r", *INIT[2:], "--lagre", "ja")
    monkeypatch.chdir("r")
    for step in STEG[:4]:
        si(capsys, *step, "--likevel", "--dato", "2026-02-20")
    UTVALG.write_text(UTVALG.read_text() + "# for hånd\n")
    si(capsys, "lagre")
    saved = git("log", "--format=", "--name-only", "HEAD~6..").split()
    assert saved
    assert {name for name in saved if not name.startswith("r/")} == set()
    assert len(endringer()) == 7
    assert git("-C", "..", "status", "--porcelain", "--", ".", ":!r") == theirs
    assert git("status", "--porcelain", "--", ".") == ""


@pytest.mark.usefixtures("register")
def test_what_was_changed_by_hand_is_told_and_not_taken_along(capsys: pytest.CaptureFixture[str]) -> None:
    UTVALG.write_text(UTVALG.read_text() + "# for hånd\n")
    said = si(capsys, *NY)
    assert "Ikke lagret: 1 fil i nav-storelva, som er endret på en annen måte" in said
    assert git("show", "--format=", "--name-only").split() == [EVA.as_posix()]
    si(capsys, "lagre")
    assert endringer()[0].endswith(f": Endret {UTVALG.as_posix()}")


@pytest.mark.usefixtures("register")
def test_a_change_that_leans_on_what_is_not_saved_is_not_saved_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    si(capsys, "moete", "ny", U, "11.2.2026", "--dato", "2026-01-02")
    si(capsys, *NY, "--ikke-lagre")

    came = ("--kom", "eva-strand", "--dato", "2026-02-11", "--likevel")
    said = si(capsys, "oppmoete", U, "2026-02-11", *came, exit=1)
    assert "alene ville endringen vært halv" in said
    assert len(endringer()) == 2
    si(capsys, "lagre", "--likevel")
    assert git("status", "--porcelain") == ""
    assert git("log", "-1", "--format=%s").strip() == "2 endringer"


@pytest.mark.usefixtures("register")
def test_all_of_the_register_is_saved_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    si(capsys, "person", "ny", U, "Per Vik", "--side", "bruker")
    notat, regneark, papir = (
        Path("notat.txt"),
        Path("records/folk.xlsx"),
        Path(f"records/utvalg/{U}/vedlegg/a.pdf"),
    )
    papir.parent.mkdir()
    for other in (notat, regneark, papir):
        other.write_bytes(b"\0noe")
    PER.unlink()
    Path(".gitattributes").write_text("* text=auto\n")
    said = si(capsys, "lagre", "--dry-run")
    assert len(endringer()) == 2
    assert "Ikke tatt med, for registeret fører ikke slike filer: records/folk.xlsx" in si(capsys, "lagre")
    saved = {".gitattributes", PER.as_posix(), papir.as_posix()}
    assert set(git("show", "--format=", "--name-only").split()) == saved
    assert {line.split()[0] for line in said.splitlines() if line.startswith("  ")} == saved
    assert git("status", "--porcelain", "-uall").splitlines() == ["?? notat.txt", "?? records/folk.xlsx"]
    assert "Alt i registeret er lagret fra før" in si(capsys, "lagre")


@pytest.mark.usefixtures("register")
def test_what_must_never_be_stored_is_not_saved_however_it_came_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    UTVALG.write_text(UTVALG.read_text() + "# 01017012345 er feil, 13097248022 er et nummer\n")
    said = si(capsys, "lagre", "--likevel", exit=1)
    assert "feil personvern" in said
    assert "13097248022" not in said
    assert len(endringer()) == 1


@pytest.mark.usefixtures("register")
def test_a_fault_made_by_hand_is_shown_and_saved_only_when_it_is_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    UTVALG.write_text(UTVALG.read_text() + "stad: Oslo\n")
    said = si(capsys, "lagre", exit=1)
    assert "stad" in said
    assert "Ingenting er lagret" in said
    assert len(endringer()) == 1
    si(capsys, "lagre", "--likevel")
    assert len(endringer()) == 2


@pytest.mark.usefixtures("register")
def test_the_status_of_one_council_tells_what_is_not_saved_of_it_and_of_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(UTVALG.parent, UTVALG.parent.with_name("nav-fjordvik"))
    si(capsys, "lagre", "--likevel")
    for path in ("organisasjoner.yaml", f"utvalg/{U}/utvalg.yaml", "utvalg/nav-fjordvik/utvalg.yaml"):
        with (Path("records") / path).open("a", encoding="utf-8") as file:
            file.write("# for hånd\n")
    assert f"Ikke lagret: 1 fil i {U} og 1 som gjelder alle. Skriv" in si(capsys, "status", U)
    assert f"Ikke lagret: 1 fil i nav-fjordvik, 1 i {U} og 1 som gjelder alle. Skriv" in si(capsys, "status")


@pytest.mark.usefixtures("register")
def test_windows_line_ends_are_no_change(capsys: pytest.CaptureFixture[str]) -> None:
    UTVALG.write_bytes(UTVALG.read_bytes().replace(b"\n", b"\r\n"))
    assert "Ikke lagret" not in si(capsys, "status")


@pytest.mark.usefixtures("register")
def test_a_large_file_is_saved_only_when_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    papir = Path(f"records/utvalg/{U}/vedlegg/a.pdf")
    papir.parent.mkdir(exist_ok=True)
    papir.write_bytes(bytes((65 << 20) + 1))
    si(capsys, "lagre")
    assert "Ikke lagret" not in si(capsys, "status")
    with papir.open("r+b") as file:
        file.seek(1 << 20)
        file.write(b"endret")
    assert f"Ikke lagret: 1 fil i {U}" in si(capsys, "status")
    assert f"lagret – 1 fil i {U} er ikke lagret" in si(capsys, "doctor", exit=1)
    assert papir.as_posix() in si(capsys, "lagre")
    assert git("status", "--porcelain") == ""


@pytest.mark.usefixtures("register")
def test_a_file_that_became_a_link_and_a_link_that_leads_elsewhere_are_changes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = Path(f"records/utvalg/{U}/vedlegg")
    folder.mkdir(exist_ok=True)
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text("likt\n")
    si(capsys, "lagre")
    (folder / "c.txt").unlink()
    (folder / "c.txt").symlink_to("a.txt")
    assert f"Ikke lagret: 1 fil i {U}" in si(capsys, "status")
    git("add", ".")
    git("commit", "--quiet", "--no-verify", "-m", "En lenke")
    assert "Ikke lagret" not in si(capsys, "status")
    (folder / "c.txt").unlink()
    (folder / "c.txt").symlink_to("b.txt")
    assert f"Ikke lagret: 1 fil i {U}" in si(capsys, "status")


def test_without_git_on_the_machine_everything_works_and_it_is_told(ukjent_maskin: Path) -> None:
    def kjoer(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "brukerutvalg_cli", *command],
            env={**os.environ, "PATH": str(ukjent_maskin)}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert "git er ikke installert" in kjoer(*INIT).stdout
    done = kjoer(*NY)
    assert done.returncode == 0, done.stderr
    assert kjoer("lagre").returncode == 1
    status = kjoer("status")
    assert status.returncode == 0
    assert "Det kan ikke sies hva som er lagret: registeret ligger ikke i et git-lager" in status.stdout


@pytest.mark.usefixtures("register")
def test_a_register_that_lies_in_no_repository_gets_one(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(".git")
    before = treet()
    si(capsys, "lagre", *HVEM)
    assert endringer() == ["Nina Vik <nina.vik@example.no>: Nytt register"]
    assert treet() == before


LESER: tuple[tuple[str, ...], ...] = (
    ("status",), ("status", U), ("doctor",), ("doctor", "--rett", "--dry-run"), ("krok",), ("lagre", "--dry-run"),
    ("del", "--dry-run"), ("historikk", U), ("endringer", "HEAD"), ("som-det-var", "2026-01-01", "vis", U),
    ("valider",), ("valider", "--siden", "HEAD"), ("valider", "--revisjon", "HEAD"), ("frister",),
    ("angre", "--dry-run"), ("vis", U), NY, (*NY, "--ikke-lagre"), (*NY, "--dry-run"), ("doctor", "--rett"),
)  # fmt: skip
"""Commands that neither save nor share anything."""
NEVNTE = (
    "core.fsmonitor", "filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.external", "diff.x.textconv",
    "diff.x.command", "merge.x.driver", "core.sshCommand", "core.pager", "core.editor", "credential.helper",
    "core.askPass", "gpg.program", "core.alternateRefsCommand", "alias.status", "alias.log", "alias.ls-files",
    "uploadpack.packObjectsHook",
)  # fmt: skip
"""Settings by which a repository names a program to run."""
KROKER = ("post-index-change", "reference-transaction", "pre-commit", "post-checkout", "pre-auto-gc")


@pytest.fixture
def kjoert(register: None, ukjent_maskin: Path) -> Path:
    """A repository that names a program wherever it can, with files that git has to look into to know whether they
    are changed (one that has another size is, without a look); the file that is there when the program has been run."""
    ran = ukjent_maskin / "kjoert"
    OPPSETT.unlink()
    git("commit", "--quiet", "--all", "--no-verify", "--message", "Lagrer ikke av seg selv")
    program = ukjent_maskin / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n")
    program.chmod(0o755)
    hooks = ukjent_maskin / "kroker"
    hooks.mkdir()
    for name in KROKER:
        shutil.copy(program, hooks / name)
    for key in NEVNTE:
        git("config", key, f"{'!' if key.startswith('alias') else ''}{program}")
    for key, value in (
        ("core.hooksPath", hooks), ("core.checkStat", "minimal"), ("log.showSignature", "true"),
        ("remote.origin.url", "ext::sh -c touch% ../kjoert"), ("branch.main.remote", "origin"),
        ("branch.main.merge", "refs/heads/main"),
    ):  # fmt: skip
        git("config", key, str(value))
    Path(".git/info/attributes").write_text("* filter=x diff=x merge=x\n")
    for path in Path("records").rglob("*.yaml"):
        path.write_bytes(
            path.read_bytes()
        )  # written after the index: git does not know them to be as they were
    return ran


def test_the_repository_of_the_next_test_does_run_what_it_names(kjoert: Path) -> None:
    git("status")
    assert kjoert.exists()


@pytest.mark.parametrize("for_haand", [True, False])
@pytest.mark.parametrize("kommando", LESER)
def test_who_does_not_save_runs_nothing_that_the_folder_names(
    kommando: tuple[str, ...], for_haand: bool, capsys: pytest.CaptureFixture[str], kjoert: Path
) -> None:
    if for_haand:
        UTVALG.write_text(UTVALG.read_text().replace("Storelva", "Storelvo"))
    run([*kommando])
    out, err = capsys.readouterr()
    assert "git sier" not in out + err
    assert not kjoert.exists()


@pytest.mark.parametrize("kommando", [NY, ("lagre", "--dry-run")])
def test_what_became_of_another_commands_commit_is_found_out_without_running_anything(
    kommando: tuple[str, ...], capsys: pytest.CaptureFixture[str], kjoert: Path
) -> None:
    EVA.parent.mkdir(exist_ok=True)
    EVA.touch()
    subprocess.run(
        ["git", "-c", "core.fsmonitor=", "-c", "core.hooksPath=", "add", "--intent-to-add", EVA], check=True
    )
    EVA.unlink()
    os.utime(".git/index", (1, 1))  # so old that every file may have been changed since
    kjoert.unlink(missing_ok=True)
    note = {"melding": "Rettet", "filer": [UTVALG.as_posix(), EVA.as_posix()]}
    Path(".brukerutvalg/bestilt.json").write_text(json.dumps(note))
    UTVALG.write_text(UTVALG.read_text().replace("Storelva", "Storelvo"))
    assert "ble avbrutt før den hadde lagret «Rettet»" in si(capsys, *kommando)
    assert not kjoert.exists()


@pytest.mark.usefixtures("register")
def test_an_empty_file_that_is_staged_is_judged_and_a_name_alone_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Both are nothing to git: only its own mark tells which of them is in the commit."""
    EVA.parent.mkdir(exist_ok=True)
    EVA.touch()
    git("add", "--intent-to-add", EVA.as_posix())
    assert "tom" not in si(capsys, "krok")
    git("add", EVA.as_posix())
    assert "fila er tom" in si(capsys, "krok", exit=1)


def innslag(melding: str, path: str, etter: bytes | None, commit: str = "") -> Innslag:
    return Innslag(melding, (Filendring(path, None, etter),), commit)


@pytest.mark.parametrize(
    ("innslagene", "filer", "melding"),
    [
        ([], {"a": b"1"}, "Endret a"),
        ([], {"a": None}, "Slettet a"),
        ([innslag("Førte A", "a", b"1")], {"a": b"1"}, "Førte A"),
        ([innslag("Førte A", "a", b"1")], {"a": b"2"}, "2 endringer\n\n- Førte A\n- Endret a"),
        ([innslag("Førte A", "a", b"1"), innslag("Førte B", "b", b"1")], {"a": b"1", "b": b"1"},
         "2 endringer\n\n- Førte A\n- Førte B"),
        ([innslag("Førte A", "a", b"1", "abc"), innslag("Førte B", "b", b"1")], {"b": b"1"}, "Førte B"),
        ([innslag("Førte A", "a", b"1")], {"b": b"1"}, "Endret b"),
    ],
)  # fmt: skip
def test_what_is_saved_together_is_told_as_the_commands_told_it(
    innslagene: list[Innslag], filer: dict[str, bytes | None], melding: str
) -> None:
    assert lagremelding(innslagene, filer) == melding
