"""Case 28/22 by commands alone: judged, held all the same, noted, put on the next agenda, and decided anew.

The register is the shipped one as it was before the body was elected, going on into 2023.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.skriv import lagre
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import personfil
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from smaa_registre import ROOT

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-vestland"
DE_FEM = ("kari-nordmann", "per-hansen", "anne-lie", "ola-berg", "eva-dahl")
DE_FIRE = DE_FEM[1:]
BRUDDET = "redaksjonsrådet får 3 fra brukersiden; regelverket vil ha 2 fra brukersiden"
MERKNADEN = """\
Sekretæren har etter møtet sett i mandatet. Der står det at redaksjonsrådet er to frå brukarorganisasjonane og
to frå Nav Vestland. Leiinga i Nav Vestland rår til at utvalet avgjer saka i neste møte."""
Kommando = Callable[..., str]


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    others = shutil.ignore_patterns("nav-fjordvik", "nav-troendelag*")
    shutil.copytree(ROOT / "records", tmp_path / "records", ignore=others)
    utkast = Utkast(WorkTree(tmp_path))
    mappe = mappa(tmp_path)
    utkast.fjern(mappe.utvalg.path, ("registrert_til",))
    (moete,) = (m for m in mappe.moeter if m.dato == date(2022, 11, 16))
    at = next(nr for nr, sak in enumerate(moete.saker) if sak.nr == "28/22")
    nr = next(nr for nr, valg in enumerate(moete.saker[at].valg) if valg.verv == "redaksjonsraad")
    utkast.fjern(moete.path, ("saker", at, "valg", nr))
    utkast.fjern(moete.path, ("saker", at, "etter_moetet"))
    for person in DE_FEM:
        terms = mappe.medlemmer[person].oppnevninger
        held = next(nr for nr, term in enumerate(terms) if term.verv == "redaksjonsraad")
        utkast.fjern(personfil(mappe, person), ("oppnevninger", held))
    lagre(tmp_path, utkast.endringer())
    return tmp_path


@pytest.fixture
def kommando(rot: Path, capsys: pytest.CaptureFixture[str]) -> Kommando:
    """Runs a command on a day; everything it says."""

    def kommando(*words: str, dag: str = "", exit: int = 0) -> str:
        code = run(["--rot", str(rot), *words, *(["--dato", dag] if dag else [])])
        out, err = capsys.readouterr()
        assert code == exit, f"{words}\n{out}\n{err}"
        return out + err

    return kommando


def mappa(rot: Path) -> Utvalgsmappe:
    return load(WorkTree(rot)).register.mapper[U]


def om_raadet(rot: Path, dag: str) -> list[str]:
    """What is found of the body, as of a day."""
    found = valider(WorkTree(rot), date.fromisoformat(dag)).funn
    return [
        f.finding.message
        for f in found
        if f.finding.kilde and f.finding.kilde.bestemmelse == "redaksjonsraad"
    ]


def test_the_case_from_the_election_to_the_correction(rot: Path, kommando: Kommando) -> None:
    raadet = (*DE_FEM, "--verv", "redaksjonsraad", "--fra", "1.1.2023", "--til", "31.12.2023")
    # Judged before it is held, stopped, and written all the same.
    assert BRUDDET in kommando("sjekk-valg", U, *raadet, dag="2022-11-16", exit=1)
    assert BRUDDET in kommando("valg", U, "16.11.2022", "28/22", *raadet, dag="2022-11-16", exit=1)
    assert om_raadet(rot, "2022-11-16") == []
    said = kommando("valg", U, "16.11.2022", "28/22", *raadet, "--likevel", dag="2022-11-16")
    assert BRUDDET in said
    assert om_raadet(rot, "2022-11-16") == [BRUDDET]

    # The secretary finds it, and notes it in the case; it comes on the next agenda, with those it is about.
    kommando("sak", "foer", U, "16.11.2022", "28/22", "--etter-moetet", MERKNADEN, dag="2022-11-18")
    minutes = kommando("referat", U, "16.11.2022")
    assert "### Merknad etter møtet til sak 28/22" in minutes
    assert "Leiinga i Nav Vestland rår til at utvalet avgjer saka i neste møte." in minutes
    due = ("Redaksjonsrådet møtest", "--ansvarlig", "redaksjonsraad", "--frist", "om lag 3 uker før 9.2.2023")
    kommando("oppfoelging", "ny", U, "16.11.2022", "29/22", *due, dag="2022-11-18")
    assert "Frist: om lag 19. januar 2023" in kommando("referat", U, "16.11.2022")
    assert "Redaksjonsrådet møtest" in kommando("status", U, dag="2023-01-21")
    said = kommando("sak", "ta-opp", U, "28/22", "neste", "--innmeldt-av", "nav", "--inviter", "redaksjonsraad",
                    dag="2022-11-21")  # fmt: skip
    assert f"Neste steg: brukerutvalg sakliste {U} 2023-02-09" in said
    assert "Satte sak 28/22 på sakslista til møtet torsdag 9. februar 2023, som sak 1/23." in said
    kommando("sakliste", U, "2023-02-09", dag="2023-01-20")
    notice = kommando("innkalling", U, "2023-02-09")
    assert "### Sak 1/23: Ny handsaming av sak 28/22: Val av redaksjonsråd" in notice
    assert "- Invitert til saka: redaksjonsrådet\n" in notice
    assert "Leiinga i Nav Vestland rår til at utvalet avgjer saka i neste møte." in notice
    kommando("sendt", U, "2023-02-09", "innkalling", "sakspapirer", dag="2023-01-27")

    # The meeting of 9 February: each whose term is not known is answered for, and a new 2 + 2 is elected.
    there = ("--ogsaa", "anne-lie", "--ogsaa", "per-hansen", "--ogsaa", "eva-dahl", "--godtgjort", "ja")
    kommando(
        "oppmoete", U, "2023-02-09", *there, "--likevel", "--moeteleder", "kari-nordmann", dag="2023-02-09"
    )
    fire = (*DE_FIRE, "--verv", "redaksjonsraad")
    assert "Valget er slik regelverket vil ha det." in kommando("sjekk-valg", U, *fire, dag="2023-02-09")
    said = kommando("valg", U, "2023-02-09", "1/23", *fire, dag="2023-02-09")
    assert (
        "fra 9. februar 2023 til 31. desember 2023. Kari Nordmann er ferdig i redaksjonsrådet 8. februar"
        in said
    )
    assert "feil" not in said

    # Four sit from that day, in one period each, and nothing new is found: not then, and not in 2024.
    seats = mappa(rot).seter_i["redaksjonsraad"]
    assert {s.person for s in seats if s.dekker(date(2023, 2, 8))} == set(DE_FEM)
    assert {s.person for s in seats if s.dekker(date(2023, 2, 9))} == set(DE_FIRE)
    assert {s.person for s in seats if s.dekker(date(2024, 1, 1))} == set()
    # Broken until that day, put right on it, and quiet when the terms are over.
    assert om_raadet(rot, "2023-02-08") == [BRUDDET]
    for day in ("2023-02-09", "2023-12-31", "2024-02-01"):
        assert om_raadet(rot, day) == []
    (mended,) = valider(WorkTree(rot), date(2023, 2, 10)).rettet
    assert (mended.finding.message, mended.finding.rettelse.rettet, mended.finding.rettelse.ved) == (
        BRUDDET,
        date(2023, 2, 9),
        "ved valget i sak 1/23",
    )
    minutes = kommando("referat", U, "2023-02-09")
    assert "## Sak 1/23: Ny handsaming av sak 28/22" in minutes
    for person in ("Per Hansen", "Anne Lie", "Ola Berg", "Eva Dahl"):
        assert person in minutes.partition("### Val i sak 1/23")[2]
    assert "Kari Nordmann" not in minutes.partition("### Val i sak 1/23")[2]
    assert "Ikkje møtt" not in minutes


def test_the_case_kept_by_a_decided_deviation(rot: Path, kommando: Kommando) -> None:
    raadet = (*DE_FEM, "--verv", "redaksjonsraad", "--fra", "1.1.2023", "--til", "31.12.2023", "--likevel")
    assert BRUDDET in kommando("valg", U, "16.11.2022", "28/22", *raadet, dag="2022-11-16")
    assert om_raadet(rot, "2022-11-16") == [BRUDDET]
    kommando("sak", "foer", U, "16.11.2022", "28/22", "--etter-moetet", MERKNADEN, dag="2022-11-18")
    kommando("sak", "ta-opp", U, "28/22", "neste", "--innmeldt-av", "nav", dag="2022-11-21")
    said = kommando("forklar", U, "28/22", dag="2023-01-20")
    assert BRUDDET in said
    assert f"Det føres slik: brukerutvalg avvik ny {U} redaksjonsraad --gjelder 28/22\n" in said
    there = ("--ogsaa", "anne-lie", "--ogsaa", "per-hansen", "--ogsaa", "eva-dahl", "--godtgjort", "ja")
    kommando(
        "oppmoete", U, "2023-02-09", *there, "--likevel", "--moeteleder", "kari-nordmann", dag="2023-02-09"
    )

    # Before the case has decided anything, nothing can rest on it, and nothing is written.
    avvik = ("avvik", "ny", U, "redaksjonsraad", "--gjelder", "28/22", "--grunn", "Dei valde har alt begynt",
             "--vedtatt-i", "1/23", "--til", "31.12.2023")  # fmt: skip
    kommando(*avvik, "--dry-run", dag="2023-02-09", exit=1)
    assert om_raadet(rot, "2023-02-09") == [BRUDDET]
    vedtak = "Redaksjonsrådet står som valt ut 2023, sjølv om mandatet vil ha to og to."
    kommando(
        "sak", "foer", U, "2023-02-09", "1/23", "--vedtak", vedtak, "--enstemmig", "ja", dag="2023-02-09"
    )
    assert om_raadet(rot, "2023-02-09") == [BRUDDET]  # decided, and not yet recorded as a deviation
    kommando(*avvik, dag="2023-02-09")

    # Documented while it lasts, and quiet when it is over; never a breach, and nothing was put right.
    for day in ("2023-02-09", "2023-06-01", "2023-12-31", "2024-02-01"):
        assert om_raadet(rot, day) == []
        rapport = valider(WorkTree(rot), date.fromisoformat(day))
        (kept,) = [p for p in rapport.fraveket if p.finding.hjemmel.bestemmelse == "redaksjonsraad"]
        assert (kept.finding.message, kept.finding.fravik.vedtatt_i, kept.finding.fravik.til) == (
            BRUDDET,
            "1/23",
            date(2023, 12, 31),
        )
        assert rapport.rettet == ()
        assert [f.finding.message for f in rapport.funn if f.finding.name == "avvik"] == []
    assert valider(WorkTree(rot), date(2025, 1, 2)).fraveket_naa == ()
    said = kommando("forklar", U, "redaksjonsraad", dag="2023-02-10")
    assert "Dei valde har alt begynt, vedtatt i sak 1/23, til 31. desember 2023" in said
    assert "Avviket fra redaksjonsraad gjelder til 31. desember 2023: det kan stå så lenge." in said

    # Both meetings read as they were: all five elected, the note after it, and what was decided of it.
    minutes = kommando("referat", U, "16.11.2022")
    elected = minutes.partition("### Val i sak 28/22")[2]
    for person in ("Kari Nordmann", "Per Hansen", "Anne Lie", "Ola Berg", "Eva Dahl"):
        assert person in elected
    assert "### Merknad etter møtet til sak 28/22" in minutes
    minutes = kommando("referat", U, "2023-02-09")
    assert "## Sak 1/23: Ny handsaming av sak 28/22" in minutes
    assert f"### Vedtak i sak 1/23\n\n{vedtak}\n\nSamrøystes.\n" in minutes
    assert "### Val i sak 1/23" not in minutes


def test_the_case_comes_back_once_and_only_in_a_later_meeting(rot: Path, kommando: Kommando) -> None:
    again = ("--innmeldt-av", "nav")
    kommando("sak", "ta-opp", U, "28/22", "2023-02-09", *again, dag="2022-11-21")
    said = kommando("sak", "ta-opp", U, "28/22", "2023-02-09", *again, dag="2022-11-21", exit=2)
    assert "sak 28/22 står alt på sakslista til møtet 2023-02-09, som sak 1/23" in said
    said = kommando("sak", "ta-opp", U, "28/22", "2022-11-16", *again, dag="2022-11-21", exit=2)
    assert "Den tas opp igjen i et senere møte" in said
    assert "SAK: «82/22» finnes ikke" in kommando(
        "sak", "ta-opp", U, "82/22", "neste", *again, dag="2022-11-21", exit=2
    )


def test_one_who_withdraws_before_the_first_day_never_sits(rot: Path, kommando: Kommando) -> None:
    raadet = (*DE_FEM, "--verv", "redaksjonsraad", "--fra", "1.1.2023", "--til", "31.12.2023", "--likevel")
    kommando("valg", U, "16.11.2022", "28/22", *raadet, dag="2022-11-16")
    withdraws = ("avslutt", U, "kari-nordmann", "--verv", "redaksjonsraad", "--tiltrer-ikke")
    said = kommando(*withdraws, dag="2022-12-01")
    assert "Kari Nordmann tiltrer ikke i redaksjonsrådet 1. januar 2023." in said
    seats = mappa(rot).seter_i["redaksjonsraad"]
    assert {s.person for s in seats if s.dekker(date(2023, 1, 1))} == set(DE_FIRE)
    assert set(om_raadet(rot, "2023-02-01")) <= {BRUDDET}
    assert "skal ikke begynne i vervet" in kommando(*withdraws, dag="2022-12-01", exit=2)
    ends = ("avslutt", U, "ola-berg", "--verv", "redaksjonsraad", "--til", "30.6.2023")
    assert "Ola Berg sitter i redaksjonsrådet til 30. juni 2023." in kommando(*ends, dag="2023-06-01")


def test_annexes_and_what_was_said_before_the_first_case(rot: Path, kommando: Kommando) -> None:
    kommando("moete", "foer", U, "2023-02-09", "--innledning", "Leiaren ønskte velkomen.", "--formoete",
             "Tema for våren.", "--formoete-tid", "11.45", dag="2023-02-09")  # fmt: skip
    kommando("sak", "ta-opp", U, "28/22", "2023-02-09", "--innmeldt-av", "nav", dag="2022-11-21")
    annex = ("sak", "foer", U, "2023-02-09", "1/23", "--vedlegg")
    kommando(*annex, "Mandatet", dag="2023-01-20")
    kommando(*annex, "Resultatet", "--hoerer-til", "referat", dag="2023-02-09")
    notice, minutes = (kommando(paper, U, "2023-02-09") for paper in ("innkalling", "referat"))
    assert ("Mandatet" in notice, "Resultatet" in notice) == (True, False)
    assert ("Mandatet" in minutes, "Resultatet" in minutes) == (True, True)
    assert "Leiaren ønskte velkomen." in minutes
    assert "Tema for våren." in minutes
