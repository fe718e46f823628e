"""`del`: what is saved is sent to those who share the register – to real repositories beside it, never by force."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from brukerutvalg_cli.gitlager.feil import VED_DELING, i_ord
from cli.test_angre import NY, UTVALG, git, si
from cli.test_lagring import HVEM, INIT, endringer, register, ukjent_maskin

__all__ = ["register", "ukjent_maskin"]
"""Fixtures."""

SRC = Path(__file__).parent.parent / "src" / "brukerutvalg_cli"


@pytest.fixture
def felles(register: None) -> Path:
    """A repository without files beside the register, which it is shared by."""
    git("init", "--quiet", "--bare", "-b", "main", "../felles.git")
    git("remote", "add", "origin", "../felles.git")
    return Path("../felles.git")


def hos(felles: Path) -> str:
    return git("-C", str(felles), "log", "--format=%s", "main")


def test_what_is_saved_is_sent_and_the_place_is_remembered(
    capsys: pytest.CaptureFixture[str], felles: Path
) -> None:
    assert "Ikke delt: 1 lagret endring" in si(capsys, "status")
    assert "Delte 1 endring med origin." in si(capsys, "del")
    si(capsys, *NY)
    assert "ikke i orden: delt – 1 lagret endring er ikke delt" in si(capsys, "doctor", exit=1)
    UTVALG.write_text(UTVALG.read_text() + "# for hånd\n")
    said = si(capsys, "del")
    assert "Delte 1 endring med origin." in said
    assert "Ikke med: 1 fil i nav-storelva, som ikke er lagret." in said
    assert len(hos(felles).splitlines()) == 2
    assert "er delt med origin fra før" in si(capsys, "del")
    assert "Ikke delt" not in si(capsys, "status")


@pytest.mark.usefixtures("register")
def test_where_there_is_nobody_to_share_with_it_is_told_how(capsys: pytest.CaptureFixture[str]) -> None:
    said = si(capsys, "del", exit=1)
    assert said.startswith("Ingenting er delt: registeret ligger bare her")
    assert "git remote add origin ADRESSE" in said
    assert "i orden: delt – registeret ligger bare her" in si(capsys, "doctor")


def test_what_others_shared_first_is_never_written_over(
    capsys: pytest.CaptureFixture[str], felles: Path
) -> None:
    si(capsys, "del")
    git("clone", "--quiet", str(felles), "../annen")
    git("-C", "../annen", "-c", "user.name=Ola", "-c", "user.email=o@example.no", "commit", "-qm", "Olas",
        "--allow-empty")  # fmt: skip
    git("-C", "../annen", "push", "--quiet")
    si(capsys, *NY)
    for _ in range(2):
        said = si(capsys, "del", exit=1)
        assert "noen andre har delt noe som du ikke har" in said
        assert hos(felles).splitlines()[0] == "Olas"
    (cure,) = re.findall(r"«git (pull .*?)»", said)
    git(*cure.split())
    si(capsys, "del")
    assert "Olas" in hos(felles)
    assert "Førte Eva Strand" in hos(felles)


def test_a_place_that_is_gone_refuses_or_is_worked_in_is_told(
    capsys: pytest.CaptureFixture[str], felles: Path
) -> None:
    hook = felles / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho stengt for sommeren >&2\nexit 1\n")
    hook.chmod(0o755)
    said = si(capsys, "del", exit=1)
    assert "mottakeren tok ikke imot" in said
    assert "stengt for sommeren" in said
    git("remote", "set-url", "origin", "../borte.git")
    assert "mottakeren finnes ikke der den skal være" in si(capsys, "del", exit=1)
    git("init", "--quiet", "-b", "main", "../i-bruk")
    git("remote", "set-url", "origin", "../i-bruk")
    assert "en mappe som noen arbeider i" in si(capsys, "del", exit=1)
    git("remote", "set-url", "origin", "https://nina:hemmelig@mottaker.invalid/r.git")
    said = si(capsys, "del", exit=1)
    assert "mottakeren svarte ikke" in said or "mottakeren kjente deg ikke" in said or "git sier" in said
    assert "hemmelig" not in said


def test_of_several_places_one_must_be_chosen(capsys: pytest.CaptureFixture[str], felles: Path) -> None:
    git("remote", "rename", "origin", "en")
    git("remote", "add", "to", "../to.git")
    said = si(capsys, "del", exit=1)
    assert "git push --set-upstream NAVN main" in said
    git("push", "--quiet", "--set-upstream", "en", "main")
    assert "er delt med en fra før" in si(capsys, "del")


def test_before_anything_is_saved_there_is_nothing_to_share(capsys: pytest.CaptureFixture[str]) -> None:
    si(capsys, *INIT)
    git("init", "--quiet", "--bare", "../felles.git")
    git("remote", "add", "origin", "../felles.git")
    assert "Skriv «brukerutvalg lagre» først" in si(capsys, "del", exit=1)


def test_what_others_have_on_the_same_branch_is_asked_about(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git("init", "--quiet", "-b", "main")
    git("init", "--quiet", "--bare", "../felles.git")
    git("remote", "add", "origin", "../felles.git")
    si(capsys, "init", "r", *INIT[2:], *HVEM)
    Path("annet").touch()
    git("add", "annet")
    git("commit", "--quiet", "-m", "Noe annet")
    monkeypatch.chdir("r")
    said = si(capsys, "del", exit=2)
    assert "--ja mangler. I det samme git-lageret blir også 1 endring i andre filer delt" in said
    assert "Delte 2 endringer" in si(capsys, "del", "--ja")
    assert len(endringer()) == 2


def test_nothing_is_shared_in_the_middle_of_something(
    capsys: pytest.CaptureFixture[str], felles: Path
) -> None:
    git("checkout", "--quiet", "--detach")
    assert "Ingenting er delt: Du står ikke på noen gren" in si(capsys, "del", exit=1)
    assert "Det kan ikke sies" not in si(capsys, "status")
    assert "ikke i orden: tilstanden i git – du står ikke på noen gren" in si(capsys, "doctor", exit=1)


SAGT = {
    "To https://x\n ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs": "noen andre",
    "! [rejected] main -> main (non-fast-forward)": "noen andre",
    "remote: error: GH006: Protected branch update failed": "egne regler",
    "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.": "kjente deg ikke",
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled": "kjente deg ikke",
    "remote: Permission to a/b.git denied to c.\nfatal: unable to access 'https://x/': The requested URL returned "
    "error: 403": "kjente deg ikke",
    "fatal: unable to access 'https://x/': Could not resolve host: x": "svarte ikke",
    "ssh: connect to host x port 22: Connection refused\nfatal: Could not read from remote": "svarte ikke",
    "remote: Repository not found.\nfatal: repository 'https://x/' not found": "finnes ikke",
    "fatal: noe nytt med https://nina:passord@x.no/": "git sier: fatal: noe nytt med https://x.no/",
}


@pytest.mark.parametrize("feil", SAGT)
def test_why_it_was_not_taken_is_told_in_norwegian(feil: str) -> None:
    assert SAGT[feil] in i_ord("", feil, kommando="push")
    assert "passord" not in i_ord("", feil, kommando="push")


OM_GIT = (*(f"gitlager/{path.name}" for path in sorted((SRC / "gitlager").glob("[a-z]*.py"))),
          "ulagret.py", "cli/gitlagring.py", "cli/vurdert.py", "cli/lesevalg.py", "cli/gitnavn.py",
          "cli/gitproeving.py", "cli/lagringsspoersmaal.py", "cli/skrivevalg.py", "cli/samlet_lagring.py",
          "cli/verb/lagre.py", "cli/verb/deling.py", "cli/verb/angre.py", "cli/nedskriving.py",
          "cli/minnet.py", "cli/verb/historikk.py", "cli/verb/endringer.py", "cli/verb/som_det_var.py",
          "minne/dagsbilde.py", "minne/fortelling.py", "minne/setninger.py", "minne/ordene.py",
          "cli/foeringer.py", "kontroll/foert_sent.py", "kontroll/lagt_ut.py", "cli/verb/flett.py",
          "flettoppsett.py", "gitoppsett.py", "gitmappefil.py", "minne/fletting.py")  # fmt: skip
SJARGONG = re.compile(
    r"\b(commit|rebase|merge|push|pull|fetch|stage|HEAD|upstream|remote|branch|repo)\w*", re.I
)


def setninger(path: Path) -> list[str]:
    """The Norwegian sentences of a file: what has a space in it, and is neither a docstring nor a pattern."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {node.value.value for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}  # fmt: skip
    texts = [node.value for node in ast.walk(tree)
             if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docs]  # fmt: skip
    return [text for text in texts if re.search(r"[æøå]| (er|og|i|det|ikke|for|med) ", text)]


@pytest.mark.parametrize("path", OM_GIT)
def test_sentences_about_git_need_no_knowledge_of_it(path: str) -> None:
    """Its own words are only in a command to copy, or in parentheses for those who know."""
    found = setninger(SRC / path)
    assert len(VED_DELING) > 5
    for text in found:
        plain = re.sub(r"«[^»]*»|«[^»]*$|^[^«]*»|\([^)]*\)|--\w+", "", text)
        assert not SJARGONG.search(plain), text
