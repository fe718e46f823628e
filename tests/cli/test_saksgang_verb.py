"""The thread of a case by commands: proposed, put off over the new year, sent on, answered, reported and looked up."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import smaa_registre
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree

pytestmark = pytest.mark.usefixtures("samme_dom")

Kommando = Callable[..., str]
U = "utvalget"
REGISTER = """
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari: {navn: Kari Nordmann, representerer: ffo, oppnevninger: [{verv: leder, fra: 2026-01-01}]}
moeter/2026-12-02:
  status: innkalt
  saker:
    - {nr: 1/26, tittel: Ventetid, type: vedtak, gruppe: til_behandling, forslag: Utvalget ber om tall.}
    - {nr: 2/26, tittel: Strategi, type: droefting}
moeter/2027-02-10: {status: planlagt}
"""


def registeret(rot: Path) -> Any:
    return load(WorkTree(rot)).register.mapper[U]


@pytest.fixture
def kommando(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kommando:
    """Runs a command in a small register; all that it says."""

    def kommando(*arguments: str, dato: str = "2026-12-02", exit: int = 0) -> str:
        code = run(["--rot", str(tmp_path), *arguments, *(("--dato", dato) if dato else ())])
        out, err = capsys.readouterr()
        assert code == exit, f"{arguments}\n{out}\n{err}"
        return out + err

    smaa_registre.skriv(tmp_path, REGISTER)
    return kommando


def med(rot: Path, **utvalg: Any) -> None:
    """The same register, where the council says this of itself."""
    smaa_registre.skriv(rot, yaml.load(REGISTER, yaml.CBaseLoader) | {"utvalg": utvalg})


def saker(rot: Path, dag: str) -> list[tuple[str, str]]:
    moete = next(m for m in registeret(rot).moeter if str(m.dato) == dag)
    return [(sak.nr, sak.tittel) for sak in moete.saker]


def sak(rot: Path, navn: str, dag: str = "") -> Any:
    found = [
        s for m in registeret(rot).moeter for s in m.saker if s.navn == navn and dag in ("", str(m.dato))
    ]
    assert len(found) == 1, (navn, found)
    return found[0]


# ── Put off ───────────────────────────────────────────────────────────────────────────────────────


def test_over_the_new_year_the_two_numbers_point_to_each_other(kommando: Kommando, tmp_path: Path) -> None:
    kommando("sak", "utsett", U, "2026-12-02", "1/26", "--til", "2027-02-10", "--likevel")
    before, after = sak(tmp_path, "1/26"), sak(tmp_path, "1/27")
    assert (before.utsatt_til, after.fra_sak) == ("1/27", "1/26")
    assert (after.forslag, after.gruppe) == ("Utvalget ber om tall.", "til_behandling")
    minutes = kommando("referat", U, "2026-12-02")
    assert "Saken ble utsatt; se sak 1/27 i møtet 10. februar 2027." in minutes
    notice = kommando("innkalling", U, "2027-02-10")
    assert "- Utsatt fra: sak 1/26 i møtet 2. desember 2026\n" in notice


def test_a_case_that_waits_says_where_it_comes_from_and_is_pointed_to_when_it_comes_up(
    kommando: Kommando, tmp_path: Path
) -> None:
    kommando("sak", "utsett", U, "2026-12-02", "1/26", "--likevel")
    assert registeret(tmp_path).saker["2026-003"].fra_sak == "1/26"
    waiting = json.loads(kommando("vis", U, "saker", "--json", dato=""))["saker"]
    assert [each["sak"] for each in waiting] == ["2026-003"]  # and not as the case that was put off, too
    kommando("sak", "til-moete", U, "2026-003", "2027-02-10")
    assert (sak(tmp_path, "1/26").utsatt_til, sak(tmp_path, "1/27").fra_sak) == ("1/27", "1/26")


def test_minutes_that_are_approved_stay_as_they_are(kommando: Kommando, tmp_path: Path) -> None:
    kommando("sak", "utsett", U, "2026-12-02", "1/26", "--likevel")
    path = tmp_path / "records/utvalg/utvalget/moeter/2026-12-02.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "referat: {godkjent: ukjent}\n", encoding="utf-8")
    before = path.read_bytes()
    kommando("sak", "til-moete", U, "2026-003", "2027-02-10")
    assert path.read_bytes() == before
    assert sak(tmp_path, "1/27").fra_sak == "1/26"


AVLYST = """
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari: {navn: Kari Nordmann, representerer: ffo, oppnevninger: [{verv: leder, fra: 2026-01-01}]}
moeter/2026-02-18: {saker: [{nr: 1/26, tittel: Ventetid, type: droefting}]}
moeter/2026-06-04:
  status: innkalt
  saker:
    - {nr: 2/26, tittel: Godkjenning av referat, type: godkjenning, godkjenner: [2026-02-18]}
    - {nr: 3/26, tittel: Oppfølging, type: orientering, restanser: ja}
    - {nr: 4/26, tittel: Nytt fra organisasjonene, type: annet, fast: organisasjonenes_runde}
moeter/2026-06-18: {status: planlagt}
"""
JUNI, SENERE = "2026-06-04", "2026-06-18"


@pytest.fixture
def avlyst(kommando: Kommando, tmp_path: Path) -> Kommando:
    """A meeting with minutes to approve on its agenda is called off."""
    shutil.rmtree(tmp_path / "records")
    smaa_registre.skriv(tmp_path, AVLYST)
    kommando("avlys", U, JUNI, dato="2026-06-01")
    return kommando


def lagt_fram(rot: Path) -> list[list[str]]:
    """The minutes that each case of the later meeting puts up."""
    moete = next(m for m in registeret(rot).moeter if str(m.dato) == SENERE)
    return [[str(name) for name in case.legger_fram] for case in moete.saker if case.type == "godkjenning"]


@pytest.mark.parametrize(
    "kommandoer",
    [
        [("sakliste", U, SENERE)],
        [("sak", "utsett", U, JUNI, "2/26", "--til", SENERE)],
        [("sak", "utsett", U, JUNI, "2/26", "--til", SENERE), ("sakliste", U, SENERE)],
        [("sakliste", U, SENERE), ("sak", "utsett", U, JUNI, "2/26", "--til", SENERE)],
        [("sak", "ta-opp", U, "2/26", SENERE)],
        [("sak", "ta-opp", U, "2/26", SENERE), ("sak", "utsett", U, JUNI, "2/26", "--til", SENERE)],
        [("sak", "utsett", U, JUNI, "2/26"), ("sak", "til-moete", U, "2026-005", SENERE)],
        [("sak", "utsett", U, JUNI, "2/26"), ("sakliste", U, SENERE)],
    ],
    ids=lambda each: " + ".join(" ".join(words[:2]) for words in each),
)
def test_minutes_that_waited_for_a_meeting_that_was_called_off_are_approved_in_the_next(
    avlyst: Kommando, tmp_path: Path, kommandoer: list[tuple[str, ...]]
) -> None:
    """Whichever way they come there, they are there once; and the approval finds them without being told where."""
    for words in kommandoer:
        avlyst(*words, "--likevel", dato="2026-06-02")
    assert lagt_fram(tmp_path) == [["2026-02-18"]]
    titles = [title for _, title in saker(tmp_path, SENERE)]
    assert not [title for title in titles if title.startswith("Ny behandling")]
    avlyst("oppmoete", U, SENERE, "--likevel", dato=SENERE)
    avlyst("godkjenn", U, "2026-02-18", "--likevel", dato=SENERE)


@pytest.mark.parametrize(
    "kommando_", [("sak", "til-moete", U, "2026-005", SENERE), ("sak", "ta-opp", U, "2/26", SENERE)]
)
def test_minutes_are_put_up_once_in_a_meeting(avlyst: Kommando, kommando_: tuple[str, ...]) -> None:
    avlyst("sak", "utsett", U, JUNI, "2/26", dato="2026-06-02")
    avlyst("sakliste", U, SENERE, "--likevel", dato="2026-06-02")
    assert f"står alt på sakslista til møtet {SENERE}, som sak 5/26" in avlyst(
        *kommando_, "--likevel", exit=2
    )


def test_a_standing_item_that_is_put_off_is_one_still(avlyst: Kommando, tmp_path: Path) -> None:
    for nr in ("3/26", "4/26"):
        avlyst("sak", "utsett", U, JUNI, nr, "--til", SENERE, "--likevel", dato="2026-06-02")
    assert (sak(tmp_path, "5/26").restanser, sak(tmp_path, "6/26").fast) == (True, "organisasjonenes_runde")


@pytest.mark.parametrize("vente", [False, True])
def test_a_council_may_let_it_keep_its_number(kommando: Kommando, tmp_path: Path, vente: bool) -> None:
    med(tmp_path, beholder_saksnummer="ja")
    if vente:
        kommando("sak", "utsett", U, "2026-12-02", "1/26", "--likevel")
        kommando("sak", "til-moete", U, "2026-003", "2027-02-10")
    else:
        kommando("sak", "utsett", U, "2026-12-02", "1/26", "--til", "2027-02-10", "--likevel")
    assert saker(tmp_path, "2027-02-10") == [("1/26", "Ventetid")]
    assert "saksnummer" not in kommando("valider", "--exit-zero")
    assert "- Utsatt fra: sak 1/26 i møtet 2. desember 2026\n" in kommando("innkalling", U, "2027-02-10")
    kommando("sak", "utsett", U, "2027-02-10", "1/26", "--likevel")  # and put off again, it waits again
    waiting = json.loads(kommando("vis", U, "saker", "--json", dato=""))["saker"]
    assert [each["sak"] for each in waiting] == ["2027-001"]


# ── Numbered as the council does ──────────────────────────────────────────────────────────────────


def test_each_part_of_the_agenda_has_its_series(kommando: Kommando, tmp_path: Path) -> None:
    series = [{"format": "PS n/aa"}, {"format": "RS n/aa", "gjelder": "referatsaker"},
              {"format": "ingen", "gjelder": ["eventuelt"]}]  # fmt: skip
    med(tmp_path, saksnummer=series)
    for title, part in (("Bolig", "til_behandling"), ("Brev", "Referatsaker"), ("Annet", "eventuelt")):
        kommando("sak", "ny", U, title, "--innmeldt-av", "bruker", "--gruppe", part)
    for name in ("2026-003", "2026-004", "2026-005"):
        said = kommando("sak", "til-moete", U, name, "2027-02-10")
    assert "som sak 2027-02-10 punkt 3" in said
    assert saker(tmp_path, "2027-02-10") == [("PS 1/27", "Bolig"), ("RS 1/27", "Brev"), ("", "Annet")]
    kommando("sak", "foer", U, "2027-02-10", "RS 1/27", "--innleder", "kari")
    kommando("sak", "foer", U, "2027-02-10", "annet", "--innleder", "kari")
    assert sak(tmp_path, "2027-02-10 punkt 3").innleder == ("kari",)
    assert "finnes ikke" in kommando("sak", "ny", U, "Ny", "--gruppe", "tull", exit=2)


def test_where_every_meeting_begins_at_one_the_meeting_is_part_of_the_name(
    kommando: Kommando, tmp_path: Path
) -> None:
    text = REGISTER.replace("1/26", "1").replace("2/26", "2")
    smaa_registre.skriv(
        tmp_path, yaml.load(text, yaml.CBaseLoader) | {"utvalg": {"saksnummer": [{"format": "n"}]}}
    )
    kommando("sak", "utsett", U, "2026-12-02", "1", "--til", "2027-02-10", "--likevel")
    assert sak(tmp_path, "2027-02-10 1").fra_sak == "2026-12-02 1"
    assert "- Utsatt fra: sak 1 i møtet 2. desember 2026\n" in kommando("innkalling", U, "2027-02-10")
    assert 'ferdig utvalget "2026-12-02 2" 1' in kommando(
        "oppfoelging", "ny", U, "2026-12-02", "2", "Ringe", "--ansvarlig", "kari", "--frist", "neste møte"
    ) + kommando("oppfoelging", "liste", U)
    kommando("oppfoelging", "ferdig", U, "2026-12-02 2")
    kommando("flytt", U, "2026-12-02", "--til", "2026-12-03", "--likevel", dato="2026-12-01")
    assert sak(tmp_path, "2027-02-10 1").fra_sak == "2026-12-03 1"  # the name follows the meeting
    assert sak(tmp_path, "2026-12-03 1").utsatt_til == "2027-02-10 1"


def test_what_is_on_every_agenda_is_numbered_in_a_row(kommando: Kommando, tmp_path: Path) -> None:
    text = REGISTER.replace("1/26", "1").replace("2/26", "2").replace("status: innkalt", "status: avholdt")
    data = yaml.load(text, yaml.CBaseLoader) | {"utvalg": {"saksnummer": [{"format": "n"}]}}
    data["moeter/2026-12-02"]["saker"][0] |= {"oppfoelging": [{"hva": "Ringe", "ansvarlig": "kari"}]}
    smaa_registre.skriv(tmp_path, data)
    kommando("sakliste", U, "2027-02-10", "--likevel")
    assert [nr for nr, _ in saker(tmp_path, "2027-02-10")][:2] == ["1", "2"]


@pytest.mark.parametrize("nr", ["1/26", "1/2026", "2026/1", "sak 1/26", "Ventetid", "01/26"])
def test_a_number_is_taken_however_it_is_written(kommando: Kommando, tmp_path: Path, nr: str) -> None:
    kommando("sak", "foer", U, "2026-12-02", nr, "--innleder", "kari")
    assert sak(tmp_path, "1/26").innleder == ("kari",)


# ── Proposed, answered, reported ──────────────────────────────────────────────────────────────────


def test_adopted_as_proposed(kommando: Kommando, tmp_path: Path) -> None:
    kommando("sak", "forslag", U, "2026-12-02", "1/26", "--utfall", "som_foreslaatt")
    case = sak(tmp_path, "1/26")
    assert (case.vedtak.tekst, case.forslaget) == ("Utvalget ber om tall.", "som_foreslaatt")
    assert "Vedtatt som foreslått." in kommando("referat", U, "2026-12-02")
    said = kommando("sak", "forslag", U, "2026-12-02", "2/26", "--utfall", "med_endringer", exit=2)
    assert "sak 2/26 har ikke noe forslag" in said


def test_the_answer_and_where_it_was_reported_are_told_when_it_comes_up_again(
    kommando: Kommando, tmp_path: Path
) -> None:
    kommando("sak", "utsett", U, "2026-12-02", "1/26", "--til", "2027-02-10", "--likevel")
    kommando("sak", "svar", U, "1/26", "Tallene kommer.", dato="2026-12-20")
    kommando("sak", "referert", U, "1/26", "--i", "kommunestyret", "--som", "45/26", dato="ukjent")
    notice = kommando("innkalling", U, "2027-02-10")
    assert "- Svar 20. desember 2026: Tallene kommer.\n- Referert i: kommunestyret, sak 45/26\n" in notice


def test_what_is_to_be_done_by_the_next_meeting_is_due_on_its_day(kommando: Kommando, tmp_path: Path) -> None:
    kommando(
        "oppfoelging",
        "ny",
        U,
        "2026-12-02",
        "1/26",
        "Ringe",
        "--ansvarlig",
        "kari",
        "--frist",
        "til neste møte",
    )
    entry = sak(tmp_path, "1/26").oppfoelging[0]
    assert (entry.til_neste_moete, entry.frist) == (True, None)
    assert "  - Frist: neste møte\n" in kommando("referat", U, "2026-12-02")
    assert "frist 10.2.2027;" in kommando("oppfoelging", "liste", U)
    assert "frist 10.2.2027, over fristen;" in kommando("oppfoelging", "liste", U, dato="2027-02-11")
    kommando("flytt", U, "2027-02-10", "--til", "2027-03-10", dato="2027-01-11")
    assert "frist 10.3.2027;" in kommando("oppfoelging", "liste", U)


# ── The lists ─────────────────────────────────────────────────────────────────────────────────────

MANGE = 500


@pytest.fixture
def mange(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kommando:
    """A council with 500 decisions in ten years, one of them in a closed case."""
    register: dict[str, Any] = {"medlemmer/kari": {"navn": "Kari Nordmann"}}
    for year in range(2016, 2026):
        cases: list[dict[str, Any]] = [
            {"nr": f"{nr}/{year}", "tittel": f"Sak om emne {nr}", "type": "vedtak",
             "vedtak": {"tekst": "Utvalget ber om tall for ventetida." if nr == 7 else "Tas til orientering."}}
            for nr in range(1, MANGE // 10 + 1)
        ]  # fmt: skip
        register[f"moeter/{year}-03-04"] = {"saker": cases, "referat": {"godkjent": "ukjent"}}
    first = register["moeter/2020-03-04"]["saker"]
    first[0] |= {"fortrolig": "ja", "offentlig_tittel": "En lukket sak", "tema": ["hemmelighet"],
                 "innleder": ["kari"], "vedtak": {"tekst": "Det hemmelige vedtaket."},
                 "oppfoelging": [{"hva": "Ringe i det skjulte", "ansvarlig": "kari"}]}  # fmt: skip
    first[1] |= {"tema": ["bolig"], "innleder": ["kari"], "oppfoelging": [
        {"hva": "Skrive brev", "ansvarlig": "kari", "frist": "2020-04-01"},
        {"hva": "Sende brevet", "ansvarlig": "ukjent", "fullfoert": "2020-03-05"}]}  # fmt: skip
    first[2] |= {"valg": [{"verv": "leder", "valgt": ["kari"], "fra": "2020-03-05"}]}
    smaa_registre.skriv(tmp_path, register)

    def kommando(*arguments: str, exit: int = 0) -> str:
        code = run(["--rot", str(tmp_path), *arguments])
        out, err = capsys.readouterr()
        assert code == exit, f"{arguments}\n{out}\n{err}"
        return out

    return kommando


def vedtak(mange: Kommando, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(mange("vedtak", *options, "--json"))["vedtak"]
    return found


def test_every_decision_the_latest_meeting_first(mange: Kommando) -> None:
    found = vedtak(mange)
    assert len(found) == MANGE
    assert [each["moete"] for each in found] == sorted((each["moete"] for each in found), reverse=True)
    assert mange("vedtak").startswith(
        f"Utvalget, {MANGE} vedtak:\n  sak 1/2025, 4. mars 2025: Sak om emne 1. Tas til"
    )


@pytest.mark.parametrize(
    ("valg", "saker"),
    [
        (("--aar", "2020", "--sok", "Ventetid"), ["7/2020"]),
        (("--aar", "2020", "--tema", "bolig"), ["2/2020"]),
        (("--hvem", "Nordmann"), ["2/2020", "3/2020"]),
        (("--hvem", "kari"), ["2/2020", "3/2020"]),
        (("--sok", "valgt leder"), ["3/2020"]),
        (("--sok", "lukket"), ["1/2020"]),  # its public title
        (("--sok", "hemmelige"), []),
        (("--tema", "hemmelighet"), []),
        (("--sok", "finnes ikke"), []),
        (("--aar", "1999"), []),
    ],
)
def test_decisions_are_looked_for(mange: Kommando, valg: tuple[str, ...], saker: list[str]) -> None:
    assert [each["sak"] for each in vedtak(mange, *valg)] == saker


def test_what_was_taken_on(mange: Kommando) -> None:
    def oppgaver(*options: str) -> list[str]:
        found = json.loads(mange("oppfoelging", "liste", *options, "--json"))["oppfoelging"]
        return [f"{each['sak']} {each['nummer']}" for each in found]

    assert oppgaver() == ["2/2020 1", "1/2020 1"]
    assert oppgaver("--alle") == ["2/2020 1", "1/2020 1", "2/2020 2"]
    assert oppgaver("--hvem", "kari", "--alle") == ["2/2020 1", "2/2020 2"]  # she presented the case
    assert oppgaver("--sok", "skrive") == ["2/2020 1"]
    assert oppgaver("--sok", "skjulte") == []


@pytest.mark.parametrize("ord", [("vedtak",), ("oppfoelging", "liste", "--alle")])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_of_a_closed_case_nothing_but_number_title_and_day(
    mange: Kommando, ord: tuple[str, ...], form: tuple[str, ...]
) -> None:
    said = mange(*ord, "--sok", "lukket", *form)
    assert "1/2020" in said
    assert not any(word in said.lower() for word in ("hemmelig", "skjulte", "kari"))


def test_what_is_no_year_is_said_so(mange: Kommando) -> None:
    mange("vedtak", "--aar", "26", exit=2)


@pytest.mark.parametrize(
    "sagt",
    ["sak 1 i møtet 2. desember 2026", "1 i møtet 2. desember 2026", "2. desember 2026 1", "2.12.2026 1",
     "2.12.2026 sak 1", "2026-12-02 1"],
)  # fmt: skip
def test_a_case_of_a_meeting_is_named_as_it_is_printed(sagt: str, kommando: Kommando, tmp_path: Path) -> None:
    """Where each meeting begins anew with 1, its day tells which case it is, as anybody writes a day."""
    med(tmp_path, saksnummer=[{"format": "n", "loeper": "moete"}])
    kommando("endre", U, "sak", "1/26", "nr", "1")
    kommando("endre", U, "sak", sagt, "arkivsak", "26/7")
    assert registeret(tmp_path).moeter[0].saker[0].arkivsak == "26/7"


@pytest.mark.parametrize("nr", ["1", ""])
def test_minutes_are_approved_in_a_case_whose_number_alone_does_not_tell_which_it_is(
    nr: str, kommando: Kommando, tmp_path: Path
) -> None:
    """In a council that begins with 1 in each meeting, and in one without numbers."""
    numbered = {"nr": nr} if nr else {}
    case = numbered | {"tittel": "Referat", "type": "godkjenning", "godkjenner": "2026-12-02"}
    new = {
        "utvalg": {"saksnummer": [{"format": "n" if nr else "ingen"}]},
        "moeter/2026-12-02": {"saker": [numbered | {"tittel": "Ventetid", "type": "droefting"}]},
        "moeter/2027-02-10": {"saker": [case]},
    }
    smaa_registre.skriv(tmp_path, yaml.load(REGISTER, yaml.CBaseLoader) | new)
    kommando("godkjenn", U, "2026-12-02", dato="2027-02-10")
    said = "sak 1" if nr else "«Referat»"
    assert f"Status: godkjent i {said} i møtet 10. februar 2027\n" in kommando(
        "referat", U, "2026-12-02", dato=""
    )


@pytest.mark.parametrize("sagt", ["med endringar", "vedtatt med endringer", "med_endringer"])
def test_what_became_of_a_proposal_is_said_as_documents_say_it(
    sagt: str, kommando: Kommando, tmp_path: Path
) -> None:
    kommando("sak", "foer", U, "2026-12-02", "1/26", "--vedtak", "Utvalget ber om alle tall.", "--likevel")
    kommando("sak", "forslag", U, "2026-12-02", "1/26", "--utfall", sagt, "--likevel")
    assert registeret(tmp_path).moeter[0].saker[0].forslaget == "med_endringer"


@pytest.mark.parametrize(
    ("felt", "sagt", "staar"),
    [
        ("nummer", "12", "12"),
        ("tid", "12", "12:00"),
        ("tid", "kl. 9", "9:00"),
        ("slutt", "klokka 14.30", "14:30"),
    ],
)
def test_a_number_alone_is_a_time_of_day_only_where_it_can_be_nothing_else(
    felt: str, sagt: str, staar: str, kommando: Kommando, tmp_path: Path
) -> None:
    kommando("endre", U, "moete", "2026-12-02", felt, sagt)
    (meeting, _) = registeret(tmp_path).moeter
    assert str(getattr(meeting, felt)).lstrip("0") == staar


def test_a_title_that_may_be_shown_is_no_yes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    smaa_registre.skriv(tmp_path, REGISTER)
    verb = [
        "--rot",
        str(tmp_path),
        "sak",
        "ny",
        U,
        "Klage fra Kari",
        "--innmeldt-av",
        "kari",
        "--type",
        "droefting",
    ]
    for said in ("ja", "Nei", "ukjent"):
        assert run([*verb, "--fortrolig", said]) == 2
        assert f"«{said}» er ikke en tittel. Skriv tittelen som kan vises" in capsys.readouterr().err
    assert registeret(tmp_path).saker == {}
    assert run([*verb, "--fortrolig", "Personalsak"]) == 0
    (case,) = registeret(tmp_path).saker.values()
    assert (case.fortrolig, case.offentlig_tittel) == (True, "Personalsak")
