"""The formats as a user asks for them: by name, by the ending of the file, and what is said beside a fragment."""

from __future__ import annotations

from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.format.lesning import lesning
from brukerutvalg_cli.dokument.format.sjekkliste import antall_tegn
from smaa_registre import skriv

REGISTER = f"""\
utvalg: {{maalform: nn}}
moeter/2024-03-13:
  saker:
    - nr: 1/24
      tittel: Budsjett
      type: annet
      referat: "> Sitat\\n\\n[Plan](plan.pdf) [Nav](https://nav.no/a)"
      vedlegg:
        - {{tittel: Utkast til budsjett, fil: b.xlsx}}
        - {{tittel: Brev, hoerer_til: referat}}
        - {{tittel: Kart, hoerer_til: innkalling}}
    - {{nr: 2/24, tittel: Varsel, type: annet, fortrolig: ja, vedlegg: [{{tittel: Hemmelig, fil: h.pdf}}]}}
  referat: {{vedlegg: [{{tittel: Om reisa, fil: reise.pdf}}]}}
vedlegg/b.xlsx: {"x" * 24_000}
vedlegg/h.pdf: x
vedlegg/reise.pdf: x
"""
REFERAT = ["referat", "utvalget", "2024-03-13"]


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    skriv(tmp_path / "r", REGISTER)
    return tmp_path / "r"


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ((), "# Møtereferat: "),
        (("--format", "markdown"), "# Møtereferat: "),
        (("--format", "html"), '<!DOCTYPE html>\n<html lang="nn">'),
        (("--format", "fragment"), "<ul>\n<li>Utval: Utvalget</li>"),
        (("--format", "tekst"), "Møtereferat: Utvalget, 13. mars 2024\n\n- Utval: "),
    ],
)
def test_by_name(rot: Path, asked: tuple[str, ...], begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--rot", str(rot), *REFERAT, *asked]) == 0
    assert capsys.readouterr().out.startswith(begins)


@pytest.mark.parametrize(
    ("name", "asked", "begins"),
    [
        ("x.md", (), "# Møtereferat: "),
        ("x", (), "# Møtereferat: "),
        ("16.november", (), "# Møtereferat: "),
        ("x.html", (), "<!DOCTYPE html>"),
        ("x.HTM", (), "<!DOCTYPE html>"),
        ("x.txt", (), "Møtereferat: "),
        ("x.html", ("--format", "fragment"), "<ul>"),
        ("x", ("--format", "tekst"), "Møtereferat: "),
    ],
)
def test_by_the_ending_of_the_file(rot: Path, name: str, asked: tuple[str, ...], begins: str) -> None:
    assert run(["--rot", str(rot), *REFERAT, *asked, "-o", str(rot.parent / name)]) == 0
    assert (rot.parent / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("markdown", "referat-utvalget-2024-03-13.md"),
        ("html", "referat-utvalget-2024-03-13.html"),
        ("fragment", "referat-utvalget-2024-03-13-fragment.html"),
        ("tekst", "referat-utvalget-2024-03-13.txt"),
    ],
)
def test_in_a_folder_each_has_its_own_name(rot: Path, asked: str, name: str) -> None:
    assert run(["--rot", str(rot), *REFERAT, "--format", asked, "-o", f"{rot.parent}/ut/"]) == 0
    assert [path.name for path in (rot.parent / "ut").iterdir()] == [name]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("-o", "x.docx"), "«x.docx» kan ikke lages her. Gi fila et navn på .md, .html eller .txt"),
        (("-o", "x.pdf", "--format", "html"), "«x.pdf» kan ikke lages her"),
        (
            ("-o", "x.md", "--format", "html"),
            "--format html og «x.md» sier hver sitt. Gi fila et navn på .html",
        ),
        (
            ("-o", "x.html", "--format", "tekst"),
            "--format tekst og «x.html» sier hver sitt. Gi fila et navn på .txt",
        ),
        (("--json", "--format", "tekst"), "--json og --format sier hver sitt"),
        (("--format", "pdf"), "pdf"),
    ],
)
def test_what_cannot_both_be(
    rot: Path,
    asked: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(rot.parent)
    assert run(["--rot", str(rot), *REFERAT, *asked]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in rot.parent.iterdir()] == ["r"]


def test_beside_a_fragment_stands_what_else_there_is_to_do(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--rot", str(rot), *REFERAT, "--format", "fragment"]) == 0
    out, err = capsys.readouterr()
    assert "h1" not in out
    _, *lines = err.splitlines()
    folder = "records/utvalg/utvalget/vedlegg"
    markdown = _markdown(rot, capsys)
    line = markdown.split("\n").index("> Sitat") + 1
    assert lines == [
        "Teksten er til tekstfeltet på nav.no. Dette gjør du ved siden av:",
        "- Tittel: Møtereferat: Utvalget, 13. mars 2024",
        "- Språk: sett nynorsk på sida.",
        "- Ingress: skriv selv en eller to setninger om det viktigste. Den hører ikke til teksten.",
        f"- Lengde: {antall_tegn(lesning(markdown))} tegn. nav.no vil ha høyst 2 500, så det går.",
        "- Vedlegg: last opp 3, og gi hver lenke teksten som står her, med type og størrelse:",
        f"  - «Utkast til budsjett (XLSX, 24 kB)»: {folder}/b.xlsx, som lastes opp som "
        "«Sak 1-24 Utkast til budsjett.xlsx»",
        "  - «Brev»: fila er ikke i registeret. Skriv type og størrelse til, som (PDF, 240 kB).",
        f"  - «Om reisa (PDF, 1 kB)»: {folder}/reise.pdf, som lastes opp som «Om reisa.pdf»",
        "- Lenker: prøv alle 2 når sida er lagt ut.",
        "  - «Plan» går til fila plan.pdf. Last den opp, og lenk på nytt.",
        f"- Linje {line} i Markdown-fila har et sitat (>): nav.no har ikke sitatblokker, så det blir vanlig tekst i "
        "anførselstegn. Bedre: skriv hvem som sa det, og sett ordene i «anførselstegn».",
    ]
    assert "Hemmelig" not in err + out


def _markdown(rot: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["--rot", str(rot), *REFERAT]) == 0
    return capsys.readouterr().out


def test_a_long_one_is_to_be_shortened_or_parted(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = rot / "records/utvalg/utvalget/moeter/2024-03-13.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"innledning: {'Langt. ' * 500}\n", encoding="utf-8")
    assert run(["--rot", str(rot), *REFERAT, "--format", "fragment"]) == 0
    assert "nav.no vil ha høyst 2 500. Kort ned, eller del den: det er" in capsys.readouterr().err
