"""Who leaves, and who takes over: what ends with it, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from avlegger import program, python
from brukerutvalg_cli.cli.run import run
from nytt_register import gjort

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-storelva"
FOLK = """\
navn;side;representerer;verv;fra;til
Kari Nordmann;bruker;ffo;medlem;1.1.2026;31.12.2027
Kari Nordmann;bruker;ffo;leder;1.1.2026;31.12.2026
Kari Nordmann;bruker;ffo;redaksjonsraad;1.1.2026;
Ola Berg;bruker;safo;medlem;1.1.2026;31.12.2027
Anne Lie;bruker;safo;vara;1.1.2026;31.12.2027
"""
Si = Callable[..., str]


@pytest.fixture
def si(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Si:
    """Gives a command in a council of three; what it said."""
    monkeypatch.chdir(tmp_path)
    Path("folk.csv").write_text(FOLK, encoding="utf-8")
    new = (
        "--utvalg",
        "Nav Storelva",
        "--medlemmer",
        "folk.csv",
        "--alle",
        "nei",
        "--foerste-moete",
        "11.2.2026",
    )

    def av_tre() -> None:
        assert run(["init", ".", *new, "--ja", "--dato", "2026-01-01"]) == 0

    gjort(tmp_path, "slutter", av_tre)

    def si(*words: str) -> str:
        capsys.readouterr()
        code = run([*words, "--dato", "2026-06-20", "--likevel"])
        out, err = capsys.readouterr()
        assert code == 0, out + err
        return out + err

    return si


def siden(person: str) -> str:
    return Path(f"records/utvalg/{U}/medlemmer/{person}.yaml").read_text(encoding="utf-8")


def test_who_takes_over_a_seat_is_no_deputy_from_then_on(si: Si) -> None:
    said = si("erstatt", U, "Ola Berg", "Anne Lie", "--fra", "1.7.2026", "--fullmakt", "ja")
    assert (
        "Anne Lie overtar som medlem etter Ola Berg fra 1. juli 2026. Anne Lie er ferdig som vara 30. juni"
        in said
    )
    assert siden("anne-lie").count("til: 2026-06-30") == 1
    assert "fra: 2026-07-01" in siden("anne-lie")


def test_who_takes_over_something_else_is_a_deputy_still(si: Si) -> None:
    said = si("erstatt", U, "Kari Nordmann", "Anne Lie", "--verv", "redaksjonsraad", "--fra", "1.7.2026")
    assert "vara" not in said
    assert "til: 2027-12-31" in siden("anne-lie")


def test_a_deputy_from_the_same_day_never_is_one(si: Si) -> None:
    si("oppnevn", U, "Ola", "--verv", "vara", "--fra", "1.7.2026", "--fullmakt", "ja")
    si("erstatt", U, "Kari", "Ola", "--fra", "1.7.2026")
    assert "tiltraadt: nei" in siden("ola-berg")


def test_what_else_is_held_is_told_of_with_the_commands(si: Si) -> None:
    said = si("avslutt", U, "Kari", "--til", "31.8.2026")
    assert "Kari Nordmann er også leder og i redaksjonsrådet. Det er ikke rørt." in said
    assert f"  brukerutvalg avslutt {U} kari-nordmann --verv leder --til 2026-08-31" in said
    assert siden("kari-nordmann").count("2026-08-31") == 1
    assert "er også" not in si(
        "avslutt", U, "Kari", "--verv", "leder", "--til", "31.7.2026"
    )  # she sits on till August


def test_all_of_it_ends_where_that_is_said(si: Si) -> None:
    said = si("avslutt", U, "Kari", "--til", "31.8.2026", "--alle-verv")
    assert "Kari Nordmann er ferdig som leder 31. august 2026" in said
    assert "Kari Nordmann er ferdig i redaksjonsrådet 31. august 2026" in said
    assert siden("kari-nordmann").count("til: 2026-08-31") == 3


@pytest.mark.parametrize(("svar", "ganger"), [("ja", 3), ("nei", 1)])
def test_on_a_terminal_it_is_asked(si: Si, svar: str, ganger: int) -> None:
    child = pexpect.spawn(
        python()[0],
        [*program()[1:], "avslutt", U, "Kari", "--til", "31.8.2026", "--dato", "2026-06-20"],
        encoding="utf-8", timeout=30, dimensions=(40, 200), cwd=str(Path.cwd()),
    )  # fmt: skip
    child.expect("Slutter det samme dag")
    child.sendline(svar)
    child.expect("Neste steg")
    child.expect(pexpect.EOF)
    assert siden("kari-nordmann").count("til: 2026-08-31") == ganger


def test_those_who_abstained_are_counted(si: Si) -> None:
    new = ("--innmeldt-av", "bruker", "--foer-beslutning", "ja")
    si("sak", "ny", U, "Ventetid", *new)
    si("sak", "til-moete", U, "2026-001", "2026-02-11")
    said = si("sak", "foer", U, "2026-02-11", "1/26", "--vedtak", "Ja.", "--for", "2", "--avholdende", "1")
    assert "Førte sak 1/26" in said
    text = Path(f"records/utvalg/{U}/moeter/2026-02-11.yaml").read_text(encoding="utf-8")
    assert "stemmer: {for: 2, mot: ukjent, avholdende: 1}" in text


@pytest.mark.parametrize(
    "steg",
    [
        ("hendelse", "ny", U, "evaluering"),
        ("opplaering", U, "Ola", "--modul", "1"),
        ("oppnevn", U, "Ola", "--verv", "kontaktperson", "--fra", "1.3.2026"),
        (
            "avvik",
            "ny",
            U,
            "moeter",
            "--grunn",
            "Valgår",
            "--vedtatt-i",
            "styret i mai",
            "--til",
            "31.12.2026",
        ),
        ("avslutt", U, "Ola", "--til", "30.9.2026"),
        ("organisasjon", "ny", U, "Elvelaget"),
    ],
    ids=lambda steg: " ".join(steg[:2]),
)
def test_the_same_step_twice_is_noticed(
    si: Si, steg: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    si(*steg)
    before = {p: p.read_bytes() for p in Path("records").rglob("*.yaml")}
    code = run([*steg, "--dato", "2026-06-20", "--likevel"])
    said = "".join(capsys.readouterr())
    assert ("Det står der alt. Ingenting er skrevet." in said) if code == 0 else ("finnes fra før" in said)
    assert {p: p.read_bytes() for p in Path("records").rglob("*.yaml")} == before


def test_of_a_term_that_is_over_nobody_takes_the_rest_but_somebody_is_appointed(
    si: Si, capsys: pytest.CaptureFixture[str]
) -> None:
    si("avslutt", U, "Ola Berg", "--til", "31.7.2026")
    assert run(["erstatt", U, "Ola Berg", "Anne Lie", "--fra", "1.8.2026", "--dato", "2026-06-20"]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "Ola Berg har ikke vervet «medlem» 1. august 2026. Perioden sluttet 31. juli 2026." in said
    assert f"brukerutvalg oppnevn {U} PERSON --verv medlem --fra 2026-08-01" in said


def test_which_verv_ends_follows_from_what_the_person_has(si: Si) -> None:
    assert "er vara til 30. juni" in si("avslutt", U, "Anne Lie", "--til", "30.6.2026")
    assert "er medlem til 30. juni" in si("avslutt", U, "Kari Nordmann", "--til", "30.6.2026")
    assert "til: 2026-12-31" in siden("kari-nordmann")  # she goes on leading, until that is ended


# ── On leave ──────────────────────────────────────────────────────────────────────────────────────

BORTE = ("permisjon", U, "kari-nordmann", "--fra", "1.7.2026", "--til", "31.8.2026")


def test_who_is_leader_while_the_leader_is_away_is_asked_for(si: Si) -> None:
    """The one who stands in sits as a member; the command that is next has somebody act as leader, and does."""
    said = si(*BORTE, "--stedfortreder", "anne-lie")
    assert "Hvem som er leder så lenge, er ikke ført." in said
    step = f"oppnevn {U} PERSON --verv leder --konstituert --fra 2026-07-01 --til 2026-08-31"
    assert f"Neste steg: brukerutvalg {step}\n" in said
    si("oppnevn", U, "ola-berg", "--verv", "nestleder", "--fra", "1.1.2026")
    assert step.replace("PERSON", "ola-berg") in si("permisjon", U, "kari-nordmann", "--stryk") + si(*BORTE)
    si(*step.replace("PERSON", "ola-berg").split())


def test_a_member_who_stands_in_has_two_seats_only_where_that_is_meant(
    si: Si, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*BORTE, "--stedfortreder", "ola-berg", "--dato", "2026-06-20"]) == 1
    assert "Ola Berg sitter alt som medlem, og får da to plasser." in "".join(capsys.readouterr())
    assert run([*BORTE, "--stedfortreder", "anne-lie", "--dato", "2026-06-20"]) == 0
    assert "to plasser" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    "borte", [BORTE, ("avslutt", U, "kari-nordmann", "--verv", "leder", "--til", "30.6.2026")]
)
def test_a_meeting_that_nobody_can_lead_as_the_mandate_wants_is_told_how(
    si: Si, borte: tuple[str, ...]
) -> None:
    si("moete", "ny", U, "19.8.2026")
    held = ("oppmoete", U, "19.8.2026", "--moeteleder", "ola-berg")
    told = "men det har utvalget ingen av onsdag 19. august 2026. Fungerte noen i vervet, føres det først: "
    assert told not in si(*held)
    said = si(*borte) + si(*held)
    assert f"{told}brukerutvalg oppnevn {U} PERSON --verv leder --konstituert --fra DATO" in said
    si("oppnevn", U, "ola-berg", "--verv", "leder", "--konstituert", "--fra", "1.7.2026")
    assert told not in si(*held)
