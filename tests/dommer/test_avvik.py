"""avvik: a deviation that was decided is no violation – as long as it says why, by what case, and until when."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import ROOT, dom, meldinger, sagt, utfall

# Papers sent a day late; the deviation is filled in by each test.
FOR_SENT = """
dato: DAG
regler:
  - {id: sakspapirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
  - {id: innkalling, regel: frist, hva: innkalling, senest: 10 dager, foer: moete}
utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01}], avvik: [AVVIK]}
moeter/2022-11-16:
  sendt: {innkalling: 2022-11-01, sakspapirer: 2022-11-07}
  saker: [{nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {tekst: Vi godtar det.}}]
"""
BRUDDET = "feil frist @ moeter/2022-11-16 sendt.sakspapirer"
BRUKT = "fraveket 2022-11-16"
UBRUKT = "advarsel avvik @ utvalg avvik.0.bestemmelse"


def register(avvik: str, dag: str = "2022-12-01") -> str:
    return FOR_SENT.replace("AVVIK", avvik).replace("DAG", dag)


@pytest.mark.parametrize(
    ("avvik", "ventet"),
    [
        ("{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22}", [BRUKT]),
        ("{bestemmelse: sakspapirer, gjelder: 2022-11-16, grunn: A, vedtatt_i: 1/22}", [BRUKT]),
        ("{bestemmelse: sakspapirer, regelverk: regelverket, grunn: A, vedtatt_i: 1/22}", [BRUKT]),
        ("{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22, til: 2022-12-01}", [BRUKT]),  # the day itself
        (
            "{bestemmelse: sakspapirer, gjelder: 2022-09-22, grunn: A, vedtatt_i: 1/22}",
            [UBRUKT, BRUDDET],
        ),
        ("{bestemmelse: innkalling, grunn: A, vedtatt_i: 1/22}", [UBRUKT, BRUDDET]),
    ],
)
def test_a_deviation_answers_for_what_it_is_about(avvik: str, ventet: list[str]) -> None:
    assert sorted(utfall(dom(register(avvik)))) == sorted(ventet)


def test_a_deviation_is_shown_with_its_reason_decision_and_last_day() -> None:
    found = dom(register("{bestemmelse: sakspapirer, grunn: Nytt system, vedtatt_i: 1/22, til: 2023-02-09}"))
    (point,) = found.fraveket
    fravik = point.finding.fravik
    assert (fravik.grunn, fravik.vedtatt_i, str(fravik.til)) == (
        "Nytt system",
        "1/22",
        "2023-02-09",
    )
    assert (point.finding.hjemmel.bestemmelse, point.finding.emne) == ("sakspapirer", "2022-11-16")
    assert point.finding.message.startswith("sakspapirene gikk ut mandag 7. november 2022")


@pytest.mark.parametrize(
    ("avvik", "mangler"),
    [
        ("{bestemmelse: sakspapirer, vedtatt_i: 1/22}", "hvorfor («grunn»)"),
        ("{bestemmelse: sakspapirer, grunn: A}", "hvilken sak som avgjorde det («vedtatt_i»)"),
        (
            "{bestemmelse: sakspapirer}",
            "hvorfor («grunn») og hvilken sak som avgjorde det («vedtatt_i»)",
        ),
    ],
)
def test_a_deviation_without_reason_or_decision_is_itself_a_finding(avvik: str, mangler: str) -> None:
    """In the place of the breach, not beside it, and as heavy."""
    found = dom(register(avvik))
    assert utfall(found) == ["feil avvik @ utvalg avvik.0.bestemmelse"]
    (message,) = meldinger(found)
    assert message.startswith(
        f"avviket fra «sakspapirer» sier ikke {mangler}, og svarer ikke for bruddet: sakspapirene gikk ut"
    )
    assert found.funn[0].finding.related[0].place.route == ("sendt", "sakspapirer")


# Without a secretary from 1 March; the deviation is filled in by each test, and who comes after.
UTEN_SEKRETAER = """
dato: DAG
regel: {regel: sammensetning, blant: verv, plasser: [{hvem: {verv: sekretaer}, minst: 1}]}
utvalg: {avvik: [{bestemmelse: regelen, grunn: Stillingen er ledig, vedtatt_i: 1/22, til: 2022-12-31}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01, til: 2022-02-28}]}
moeter/2022-03-15: {saker: [{nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {tekst: Vi godtar det.}}]}
"""
NY = "medlemmer/tor: {side: nav, oppnevninger: [{verv: sekretaer, fra: DAG}]}\n"
UTE = "avvik @ utvalg avvik.0.til"


@pytest.mark.parametrize(
    ("dag", "ny", "ventet"),
    [
        ("2022-03-14", "", ["advarsel sammensetning @ utvalg regelverk.0.id"]),  # it is not decided yet
        ("2022-03-15", "", ["fraveket verv 2022-03-01"]),
        ("2022-12-31", "", ["fraveket verv 2022-03-01"]),
        ("2023-01-01", "", [f"advarsel {UTE}"]),
        ("2023-01-01", "2022-06-01", ["fraveket verv 2022-03-01"]),  # over in time
        ("2023-06-01", "2023-01-01", ["fraveket verv 2022-03-01"]),  # the day after it ran out
        ("2023-01-01", "2023-01-02", [f"advarsel {UTE}"]),
        ("2023-06-01", "2023-01-02", ["rettet verv 2022-03-01"]),  # a day without: and put right since
    ],
)
def test_a_deviation_past_its_date_answers_no_more_for_what_goes_on(
    dag: str, ny: str, ventet: list[str]
) -> None:
    register = UTEN_SEKRETAER.replace("DAG", dag) + (NY.replace("DAG", ny) if ny else "")
    assert utfall(dom(register)) == ventet


@pytest.mark.parametrize("dag", ["2023-02-09", "2023-02-10", "2026-01-01"])
def test_what_was_done_while_it_was_in_force_it_answers_for_ever_after(dag: str) -> None:
    found = dom(register("{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22, til: 2023-02-09}", dag))
    assert utfall(found) == [BRUKT]
    late = dom(register("{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22, til: 2022-11-15}", dag))
    assert utfall(late) == [BRUDDET]


def test_a_deviation_past_its_date_is_feil_once_something_has_happened_since() -> None:
    ended = UTEN_SEKRETAER.replace("DAG", "2023-03-01")
    for day, severity in (("2022-12-31", "advarsel"), ("2023-01-01", "feil")):
        found = dom(f"{ended}hendelser: [{{hva: evaluering, dato: {day}}}]")
        assert sagt(found) == [f"{severity} {UTE}"]
    assert meldinger(found)[0].startswith("avviket fra «regelen» gjaldt til 31. desember 2022 og er ute")


def test_an_old_deviation_that_answers_for_nothing_is_history() -> None:
    assert utfall(dom(register("{bestemmelse: innkalling, grunn: A, vedtatt_i: 1/22, til: 2022-06-01}"))) == [
        BRUDDET
    ]


def test_a_deviation_cannot_answer_for_what_nobody_may_depart_from() -> None:
    avvik = "{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22}"
    not_ours = ["feil avvik @ utvalg avvik.0.vedtatt_i"]
    for who, expected in (("eier", not_ours), ("utvalget", [BRUKT]), ("ingen", [BRUDDET, UBRUKT])):
        text = register(avvik).replace("{id: sakspapirer,", f"{{id: sakspapirer, kan_fravikes_av: {who},")
        assert sorted(utfall(dom(text))) == sorted(expected)


def test_a_deviation_from_what_nobody_may_depart_from_says_so() -> None:
    text = register("{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22}")
    found = dom(text.replace("{id: sakspapirer,", "{id: sakspapirer, kan_fravikes_av: ingen,"))
    assert "avviket fra «sakspapirer» teller ikke: ingen kan fravike bestemmelsen" in meldinger(found)


def test_a_deviation_decided_anew_answers_where_the_old_one_has_run_out() -> None:
    old = "{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22, til: 2022-11-10}"
    new = "{bestemmelse: sakspapirer, grunn: B, vedtatt_i: 1/22, til: 2023-11-30}"
    for both in (f"{old}, {new}", f"{new}, {old}"):
        found = dom(register(both))
        assert utfall(found) == [BRUKT]
        assert found.fraveket[0].finding.fravik.grunn == "B"


def test_the_same_provision_in_two_rule_sets() -> None:
    """Without `regelverk` the deviation answers for both; with it, for the one that is named."""
    rule = (
        "regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete, avsnitt: A, styrke: skal, tekst: T."
    )
    both = f"""
regelverk/mandatet: {{bestemmelser: [{{id: papirer, {rule}}}]}}
regelverk/retningslinja: {{type: retningslinje, bestemmelser: [{{id: papirer, {rule}}}]}}
utvalg:
  regelverk: [{{id: mandatet, fra: 2020-01-01}}, {{id: retningslinja, fra: 2020-01-01}}]
  avvik: [{{bestemmelse: papirer, grunn: A, vedtatt_i: 1/22MORE}}]
moeter/2022-11-16:
  sendt: {{sakspapirer: 2022-11-07}}
  saker: [{{nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {{tekst: Vi godtar det.}}}}]
"""
    assert utfall(dom(both.replace("MORE", ""))) == [BRUKT, BRUKT]
    assert utfall(dom(both.replace("MORE", ", regelverk: mandatet"))) == [BRUDDET, BRUKT]


def test_a_general_deviation_answers_for_every_breach() -> None:
    avvik = "{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22}"
    more = "moeter/2022-12-07: {sendt: {innkalling: 2022-11-20, sakspapirer: 2022-12-01}}\n"
    assert utfall(dom(register(avvik, "2022-12-31") + more)) == [BRUKT, "fraveket 2022-12-07"]


# One mistake, one message


def test_a_misspelt_provision_is_one_finding_beside_the_breach() -> None:
    found = dom(register("{bestemmelse: sakspapir, grunn: A, vedtatt_i: 1/22}"))
    assert sagt(found) == [BRUDDET, "feil ukjent-referanse @ utvalg avvik.0.bestemmelse"]


def test_a_misspelt_case_is_one_finding() -> None:
    found = dom(register("{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 11/22}"))
    assert utfall(found) == ["feil ukjent-referanse @ utvalg avvik.0.vedtatt_i", BRUKT]


def test_a_deviation_is_not_called_useless_for_a_file_that_cannot_be_read() -> None:
    for gjelder in ("", ", gjelder: 2022-11-16", ", gjelder: 1/22"):
        avvik = f"{{bestemmelse: sakspapirer{gjelder}, grunn: A, vedtatt_i: 1/22}}"
        found = dom(register(avvik).replace("  sendt: {", "  sendtt: {"))
        assert sagt(found) == ["feil ukjent-noekkel @ moeter/2022-11-16 sendtt"]


def test_a_useless_deviation_stays_so_whatever_else_cannot_be_read() -> None:
    text = register("{bestemmelse: innkalling, gjelder: 2022-11-16, grunn: A, vedtatt_i: 1/22}")
    broken = "medlemmer/kari: {ukjent_noekkel: ja}\nmoeter/2022-09-22: {ukjent_noekkel: ja}\n"
    assert UBRUKT in sagt(dom(text))
    assert UBRUKT in sagt(dom(text + broken))


def test_a_deviation_is_not_called_useless_for_what_cannot_be_judged() -> None:
    avvik = "{bestemmelse: sakspapirer, gjelder: 2022-11-16, grunn: A, vedtatt_i: 1/22}"
    text = register(avvik).replace("sakspapirer: 2022-11-07", "sakspapirer: ukjent")
    assert utfall(dom(text)) == ["uvisst 2022-11-16"]


def test_a_deviation_decided_before_the_breach_is_true() -> None:
    ahead = """
regel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}
utvalg:
  regelverk: [{id: regelverket, fra: 2000-01-01}]
  avvik: [{bestemmelse: regelen, gjelder: "2022", grunn: Pandemi, vedtatt_i: 1/22}]
moeter/2022-02-09: {saker: [{nr: 1/22, tittel: Møteplan, type: vedtak, vedtak: {tekst: Tre møter.}}]}
"""
    assert utfall(dom(f"dato: 2022-06-01{ahead}")) == []
    assert utfall(dom(f"dato: 2023-01-01{ahead}")) == ["fraveket 2022"]
    kept = "".join(f"moeter/2022-0{month}-01: {{}}\n" for month in (3, 4, 5))
    assert utfall(dom(f"dato: 2022-12-31{ahead}{kept}")) == []
    assert utfall(dom(f"dato: 2023-01-01{ahead}{kept}")) == [UBRUKT]


@pytest.mark.parametrize(
    ("dag", "ventet"), [("2022-12-13", []), ("2022-12-14", []), ("2022-12-15", [UBRUKT])]
)
def test_a_deviation_for_a_meeting_ahead_waits_for_it(dag: str, ventet: list[str]) -> None:
    avvik = "{bestemmelse: sakspapirer, gjelder: 2022-12-14, grunn: A, vedtatt_i: 1/22}"
    meeting = (
        "moeter/2022-12-14: {status: innkalt, sendt: {innkalling: 2022-11-20, sakspapirer: 2022-11-20}}\n"
    )
    found = utfall(dom(register(avvik, dag) + meeting))
    assert [line for line in found if line != BRUDDET] == ventet


@pytest.mark.parametrize(
    ("gjelder", "ventet"),
    [("2022", [UBRUKT]), ("2021–2022", [UBRUKT]), ("2022–2023", []), ("2023", []), ("våren 2023", [])],
)
def test_a_deviation_for_a_year_that_is_not_over_waits_for_it(gjelder: str, ventet: list[str]) -> None:
    text = f"""
regel: {{regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}}
utvalg: {{avvik: [{{bestemmelse: regelen, gjelder: {gjelder}, grunn: A, vedtatt_i: 1/22}}]}}
moeter/2022-03-15: {{saker: [{{nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {{tekst: Vi godtar det.}}}}]}}
moeter/2023-03-15: {{}}
"""
    assert utfall(dom(f"dato: 2023-12-31{text}")) == ventet
    assert utfall(dom(f"dato: 2024-01-01{text}")) == [UBRUKT]


# Row 2 of the table: the shipped register, with a deviation decided

AVVIK = """
avvik:
  - bestemmelse: redaksjonsraad
    gjelder: 28/22
    grunn: Leiinga i Nav rådde til å be det valde redaksjonsrådet til neste møte.
    vedtatt_i: 30/22
    til: 2023-02-09
"""
EKSTRA = """
dato: 2022-11-30
status: avholdt
sakliste: ukjent
sendt: ukjent
moeteleder: ukjent
oppmoete: ukjent
sted: ukjent
saker:
  - nr: 30/22
    tittel: Redaksjonsrådet
    type: vedtak
    foer_beslutning: ja
    vedtak: {tekst: Det valde redaksjonsrådet sit til møtet 9. februar.}
referat: {godkjent: ukjent, publisert: ukjent}
"""


@pytest.fixture
def vestland(tmp_path: Path) -> Path:
    """A copy of the shipped register, with a deviation decided until the next meeting."""
    shutil.copytree(ROOT / "records", tmp_path / "records")
    council = tmp_path / "records/utvalg/nav-vestland/utvalg.yaml"
    council.write_text(council.read_text(encoding="utf-8") + AVVIK, encoding="utf-8")
    (council.parent / "moeter/2022-11-30.yaml").write_text(EKSTRA.lstrip(), encoding="utf-8")
    return tmp_path


def valider(root: Path, dato: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    command = ["--rot", str(root), "valider", "nav-vestland", "--dato", dato, "--output-format", "full"]
    code = run(command)
    return code, capsys.readouterr().out


def test_row_2_a_documented_deviation(vestland: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = valider(vestland, "2022-12-01", capsys)
    assert code == 0
    assert not [line for line in out.splitlines() if line.startswith("feil ")]
    assert "Fraveket (1)\n  nav-vestland\n    redaksjonsrådet får 3 fra brukersiden" in out
    assert "= avvik: Leiinga i Nav rådde til" in out
    assert "vedtatt i sak 30/22, til 9. februar 2023" in out


def test_row_2_a_deviation_past_its_date(vestland: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = valider(vestland, "2023-03-01", capsys)
    assert code == 0, "only the clock has moved"
    assert "advarsel avvik: avviket fra «redaksjonsraad» gjaldt til 9. februar 2023 og er ute" in out
    assert "records/utvalg/nav-vestland/utvalg.yaml" in out
    assert "\nFraveket" not in out


@pytest.mark.parametrize(
    ("dato", "ventet"), [("2023-02-09", []), ("2023-02-10", ["avvik"]), ("2026-02-09", ["avvik"])]
)
def test_row_2_both_sides_of_the_last_day(
    vestland: Path, capsys: pytest.CaptureFixture[str], dato: str, ventet: list[str]
) -> None:
    _, out = valider(vestland, dato, capsys)
    found = [
        line.split()[1].rstrip(":") for line in out.splitlines() if line.startswith(("feil ", "advarsel "))
    ]
    assert [name for name in found if name in ("avvik", "sammensetning")] == ventet


# One lasting breach, answered for in part

LEDER = (
    """
dato: 2024-06-01
regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 2 perioder}
utvalg: {avvik: [AVVIK]}
medlemmer/kari:
  oppnevninger:
    - {verv: leder, fra: 2020-01-01, til: 2020-12-31}
    - {verv: leder, fra: 2021-01-01, til: 2021-12-31}
    - {verv: leder, fra: 2022-01-01, til: 2022-12-31, valgt_i: 9/21}
    - {verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 9/22}
    - {verv: leder, fra: 2024-01-01, til: 2024-12-31, valgt_i: 9/23}
"""
    + "".join(
        f"moeter/20{year}-12-01: {{saker: [{{nr: 9/{year}, tittel: Valg, type: valg, "
        f"valg: [{{verv: leder, valgt: kari, fra: 20{year + 1}-01-01, til: 20{year + 1}-12-31}}]}}]}}\n"
        for year in (21, 22, 23)
    )
    + "moeter/2021-11-01: {saker: [{nr: 8/21, tittel: A, type: vedtak, vedtak: {tekst: Kari kan ta ett år til.}}]}\n"
)


@pytest.mark.parametrize(
    ("avvik", "ventet"),
    [
        ("", ["feil 2022"]),
        ("9/21", ["feil 2023", "fraveket 2022"]),
        ("9/22", ["feil 2022", "feil 2024", "fraveket 2023"]),
        ("kari", ["fraveket 2022", "fraveket 2023", "fraveket 2024"]),
    ],
)
def test_a_deviation_for_one_period_too_many_says_nothing_of_the_next(avvik: str, ventet: list[str]) -> None:
    entry = f"{{bestemmelse: regelen, gjelder: {avvik}, grunn: A, vedtatt_i: 8/21}}" if avvik else ""
    found = dom(LEDER.replace("AVVIK", entry))
    said = [f"feil {f.finding.emne.split()[-1][:4]}" for f in found.funn if f.finding.kilde]
    said += [f"fraveket {point.finding.emne.split()[-1][:4]}" for point in found.fraveket]
    assert sorted(said) == ventet


def test_a_body_that_was_elected_wrong_and_stays_so_is_one_breach_unless_the_election_is_answered_for() -> (
    None
):
    text = """
    regel:
      regel: sammensetning
      blant: redaksjonsraad
      plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 2}]
    utvalg: {avvik: [AVVIK]}
    medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, til: 2022-06-30, valgt_i: 1/21}]}
    medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, valgt_i: 1/21}]}
    medlemmer/ida: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, valgt_i: 1/21}]}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, valgt_i: 1/21}]}
    moeter/2021-11-16:
      saker:
        - nr: 1/21
          tittel: Valg
          type: valg
          valg: [{verv: redaksjonsraad, fra: 2022-01-01, valgt: [kari, per, ida, nina]}]
        - {nr: 2/21, tittel: Avvik, type: vedtak, vedtak: {tekst: Tre og én er greit.}}
    """
    election = "feil sammensetning @ moeter/2021-11-16 saker.0.valg.0.valgt"
    since = "advarsel sammensetning @ utvalg regelverk.0.id"
    answered = "{bestemmelse: regelen, gjelder: 1/21, grunn: A, vedtatt_i: 2/21}"
    assert utfall(dom(text.replace("AVVIK", ""))) == [election]
    assert utfall(dom(text.replace("AVVIK", answered))) == [since, "fraveket 1/21"]


# What a deviation says, and how


def test_a_deviation_for_a_meeting_ahead_must_be_accounted_for_already() -> None:
    ahead = register("{bestemmelse: innkalling, gjelder: 2023-02-09, til: 2023-02-09}")
    found = dom(ahead)
    assert sagt(found) == [BRUDDET, UBRUKT]
    assert (
        "avviket fra «innkalling» sier ikke hvorfor («grunn») og hvilken sak som avgjorde det («vedtatt_i»)"
        in meldinger(found)
    )


@pytest.mark.parametrize("gjelder", ["16.11.2022", "16. november 2022"])
def test_a_day_may_be_written_as_people_write_it(gjelder: str) -> None:
    assert utfall(
        dom(register(f"{{bestemmelse: sakspapirer, gjelder: {gjelder}, grunn: A, vedtatt_i: 1/22}}"))
    ) == [BRUKT]


def test_a_deviation_that_misses_is_told_what_there_is_to_hit() -> None:
    found = dom(register("{bestemmelse: sakspapirer, gjelder: 2022-11-17, grunn: A, vedtatt_i: 1/22}"))
    (useless,) = (f.finding for f in found.funn if f.finding.name == "avvik")
    assert useless.help.endswith("bestemmelsen er brutt for «2022-11-16»")


@pytest.mark.parametrize("gjelder", ["1/22", "2022-11-16"])
def test_a_follow_up_goes_by_its_case_and_its_meeting(gjelder: str) -> None:
    text = """
    regel: {regel: krav, hver: oppfoelging, skal_ha: {fullfoert: i_tide, frist: foert}}
    moeter/2022-11-16:
      saker:
        - nr: 1/22
          tittel: A
          type: vedtak
          oppfoelging: [{hva: X, ansvarlig: nav, frist: 2022-12-01}, {hva: Y, ansvarlig: nav}]
        - {nr: 2/22, tittel: B, type: vedtak, vedtak: {tekst: Vi godtar det.}}
    """
    avvik = f"utvalg: {{avvik: [{{bestemmelse: regelen, gjelder: {gjelder}, grunn: A, vedtatt_i: 2/22}}]}}"
    assert len(sagt(dom(text), "regelen")) == 2
    assert sagt(dom(f"{text}{avvik}"), "regelen") == []


def test_a_lasting_breach_goes_by_its_first_day() -> None:
    text = """
    regel: {regel: sammensetning, blant: medlemmer, plasser: [{minst: 2}]}
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/per:
      oppnevninger:
        - {verv: medlem, fra: 2022-01-01, til: 2022-02-28}
        - {verv: medlem, fra: 2022-06-01, til: 2022-08-31}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Vi godtar det.}}]}
    """
    avvik = "utvalg: {avvik: [{bestemmelse: regelen, gjelder: 2022-03-01, grunn: A, vedtatt_i: 1/22}]}"
    assert utfall(dom(f"{text}{avvik}"), "regelen") == [
        "feil sammensetning @ utvalg regelverk.0.id",
        "fraveket medlemmer 2022-03-01",
    ]


# Row 3: what a deviation rests on. The breach is an election of three and one, where the mandate wants two and two.

VALGT_GALT = """
dato: DAG
regel:
  regel: sammensetning
  blant: redaksjonsraad
  plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 2}]
utvalg: {avvik: [{bestemmelse: regelen, gjelder: 1/22, grunn: A, PAA}]}
medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}]}
medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}]}
medlemmer/ida: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}]}
moeter/2022-11-16:
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      vedtak: {tekst: Alle fire er valgt.}
      valg: [{verv: redaksjonsraad, valgt: [kari, per, ida, nina], fra: 2023-01-01, til: 2023-12-31}]
    - {nr: 2/22, tittel: Redaksjonsrådet, type: droefting}
moeter/2022-06-01: {saker: [{nr: 9/22, tittel: Før, type: vedtak, vedtak: {tekst: Ja.}}]}
moeter/2023-02-09:
  STATUS
  saker:
    - {nr: 1/23, tittel: Redaksjonsrådet, type: vedtak, vedtak: {tekst: Rådet sitter ut året.}}
    - {nr: 2/23, tittel: Redaksjonsrådet, type: vedtak, utsatt: ja, vedtak: {tekst: Utsatt.}}
    - {nr: 3/23, tittel: Redaksjonsrådet, type: vedtak, vedtak: ukjent}
    - {nr: 4/23, tittel: Redaksjonsrådet, type: vedtak, vedtak: {tekst: "  "}}
moeter/2024-02-08: {saker: [{nr: 1/24, tittel: Redaksjonsrådet, type: orientering}]}
"""
GALT_VALG = "feil sammensetning @ moeter/2022-11-16 saker.0.valg.0.valgt"
IKKE_DEKKET = "feil avvik @ utvalg avvik.0.vedtatt_i"
IKKE_NOTERT = "feil avvik @ utvalg avvik.0.notert_i"
DEKKET = "fraveket 1/22"


@pytest.mark.parametrize(
    ("dag", "paa", "ventet"),
    [
        ("2023-03-01", "vedtatt_i: 1/22", [IKKE_DEKKET]),  # the breach itself
        ("2023-03-01", "vedtatt_i: 2/22", [IKKE_DEKKET]),  # decided nothing
        ("2023-03-01", "vedtatt_i: 2/23", [IKKE_DEKKET]),  # put off
        ("2023-03-01", "vedtatt_i: 3/23", ["uvisst 1/22"]),  # nobody knows
        ("2023-03-01", "vedtatt_i: 1/23", [DEKKET]),  # a later decision
        ("2023-03-01", "vedtatt_i: 9/22", [DEKKET]),  # decided beforehand
        ("2023-02-08", "vedtatt_i: 1/23", [GALT_VALG]),  # and the day before it
        ("2023-03-01", "vedtatt_i: Brev fra eieren 3. januar 2023", [DEKKET]),  # decided elsewhere, in words
        ("2023-12-31", "vedtatt_i: 1/23, til: 2023-12-31", [DEKKET]),
        ("2024-01-01", "vedtatt_i: 1/23, til: 2023-12-31", [DEKKET]),  # past its date, and the breach is over
        ("2024-01-01", "vedtatt_i: 1/23, til: 2023-12-30", ["advarsel avvik @ utvalg avvik.0.til"]),  # was not over
        ("2023-03-01", "notert_i: 2/22", [IKKE_NOTERT]),  # it can be mended yet
        ("2024-01-01", "notert_i: 9/22", [IKKE_NOTERT]),  # before it was done
        ("2024-03-01", "notert_i: 1/24", [DEKKET]),  # it can be mended no more
        ("2024-03-01", "notert_i: 2/22", [IKKE_NOTERT]),  # it could be mended when it was noted
        ("2024-03-01", "notert_i: 1/23", [IKKE_NOTERT]),
        ("2023-03-01", "vedtatt_i: sak 1/22", [IKKE_DEKKET]),  # a number among words is that case
        ("2023-03-01", "vedtatt_i: Sak 01/2022 i utvalget", [IKKE_DEKKET]),
        ("2023-03-01", "vedtatt_i: sak 001 / 22", [IKKE_DEKKET]),
        ("2023-03-01", 'vedtatt_i: " 7/23"', [IKKE_DEKKET]),
        ("2023-03-01", "vedtatt_i: sak 7/23", [IKKE_DEKKET]),  # and there is none
        ("2023-03-01", "vedtatt_i: sak 1/23", [DEKKET]),
        ("2023-03-01", "vedtatt_i: sak 1/23 og sak 2/22", [IKKE_DEKKET]),
        ("2023-03-01", "vedtatt_i: 4/23", [IKKE_DEKKET]),  # nothing is decided in blanks
    ],
)  # fmt: skip
def test_row_3_a_deviation_rests_on_a_decision(dag: str, paa: str, ventet: list[str]) -> None:
    register = VALGT_GALT.replace("DAG", dag).replace("PAA", paa).replace("STATUS", "status: avholdt")
    assert utfall(dom(register), "regelen") == ventet


ET_VEDTAK = """
dato: 2023-03-01
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
utvalg: {navn: Nav Fjordvik brukerutvalg, avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: A, PAA}]}
moeter/2022-11-16:
  sendt: {sakspapirer: 2022-11-07}
  saker:
    - {nr: 16/11, tittel: A, type: vedtak, vedtak: {tekst: Ja.}}
    - {nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Ja.}}
"""


@pytest.mark.parametrize(
    ("paa", "lest"),
    [
        ("1/22", ""),
        ("sak 1/22", ""),
        ("Sak nr. 01/2022 i brukerutvalget", ""),
        ("sak 1/22 i Nav Fjordvik", ""),
        ("sak 1/22 i møtet 16. november 2022", ""),
        ("1/22 og 16/11", ""),
        ("eieren", ""),  # in words, it is somebody else's
        ("eieren, 3. mai 2022", ""),
        # Another body's case number: this council has one of the same number, that decided something else
        ("nav-storelva 1/22", "sak 1/22 i dette utvalget"),
        ("sak 1/22 i fylkesutvalget", "sak 1/22 i dette utvalget"),
        ("Kommunestyret 1/22", "sak 1/22 i dette utvalget"),
        ("nav-storelva 9/22", "sak 9/22 i dette utvalget"),
        # A day is no decision; and one with a slash is no case number
        ("16. november 2022", "dagen 16. november 2022"),
        ("møtet 16.11.2022", "dagen 16. november 2022"),
        ("møtet 16/11 2022", "dagen 16. november 2022"),
        ("16/11-22", "dagen 16. november 2022"),
        ("møtet den 16/11/2022", "dagen 16. november 2022"),
    ],
)
@pytest.mark.parametrize("noekkel", ["vedtatt_i", "notert_i"])
def test_what_is_not_surely_a_case_of_this_council_is_no_decision(paa: str, lest: str, noekkel: str) -> None:
    found = dom(ET_VEDTAK.replace("PAA", f'{noekkel}: "{paa}"'))
    if lest:
        (message,) = (f.finding.message for f in found.funn if f.finding.name == "avvik")
        assert f"gjelder ikke: «{paa}» er lest som {lest}" in message
    assert bool(found.fraveket) is not bool(lest)


@pytest.mark.parametrize("status", ["planlagt", "innkalt", "avlyst"])
def test_a_meeting_that_is_not_held_has_decided_nothing(status: str) -> None:
    register = VALGT_GALT.replace("PAA", "vedtatt_i: 1/23").replace("STATUS", f"status: {status}")
    for dag in ("2022-12-01", "2023-03-01"):
        assert sagt(dom(register.replace("DAG", dag)), "regelen") == [IKKE_DEKKET]


def test_the_council_cannot_depart_from_what_does_not_bind_it_yet() -> None:
    register = VALGT_GALT.replace("DAG", "2023-03-01").replace("STATUS", "status: avholdt")
    bound = "utvalg: {regelverk: [{id: regelverket, fra: 2022-07-01ADOPTED}], avvik"
    early = register.replace("PAA", "vedtatt_i: 9/22").replace("utvalg: {avvik", bound)
    assert utfall(dom(early.replace("ADOPTED", "")), "regelen") == [IKKE_DEKKET]
    assert utfall(dom(early.replace("ADOPTED", ", vedtatt_i: 9/22")), "regelen") == [
        DEKKET
    ]  # adopted at that meeting


def test_a_deviation_says_what_it_rests_on() -> None:
    register = VALGT_GALT.replace("DAG", "2023-03-01").replace("STATUS", "status: avholdt")
    said = {}
    for nr in ("1/22", "2/22", "2/23"):
        found = dom(register.replace("PAA", f"vedtatt_i: {nr}")).funn
        (said[nr],) = (f.finding.message for f in found if f.finding.name == "avvik")
    assert "gjelder ikke: sak 1/22 er selve bruddet, og svarer ikke for seg selv" in said["1/22"]
    assert "gjelder ikke: sak 2/22 har ikke noe vedtak" in said["2/22"]
    assert "gjelder ikke: sak 2/23 ble utsatt" in said["2/23"]


def test_what_came_late_the_council_may_take_note_of() -> None:
    """Papers that came late can be mended by nothing."""
    noted = "{bestemmelse: sakspapirer, gjelder: 2022-11-16, grunn: Nytt system, notert_i: 1/23}"
    meeting = "moeter/2023-02-09: {saker: [{nr: 1/23, tittel: Papirene, type: orientering}]}\n"
    rules = register(noted, "2023-03-01") + meeting
    found = dom(rules)
    assert [line for line in utfall(found) if "2022-11-16" in line] == [BRUKT]
    (point,) = found.fraveket
    assert (point.finding.fravik.vedtatt_i, point.finding.fravik.notert_i) == ("", "1/23")
    assert sagt(dom(rules.replace("notert_i: 1/23", "notert_i: 9/23"))) != []


def test_a_deviation_is_decided_or_noted_and_not_both() -> None:
    both = register("{bestemmelse: sakspapirer, grunn: A, vedtatt_i: 1/22, notert_i: 1/22}")
    assert sagt(dom(both)) == ["feil feil-verdi @ utvalg avvik.0"]


def test_many_empty_years_are_answered_for_one_by_one() -> None:
    """One lasting breach, told of once; a deviation that has run out answers for its own years alone."""
    text = """
    dato: 2025-03-01
    regel: {regel: hyppighet, hva: evaluering, minst: 1, per: kalenderaar}
    utvalg:
      registrert_fra: 2021-01-01
      avvik: [AVVIK]
    moeter/2021-02-09: {saker: [{nr: 1/21, tittel: Plan, type: vedtak, vedtak: {tekst: Ingen evaluering.}}]}
    """
    breach = "advarsel hyppighet @ utvalg regelverk.0.id"
    assert utfall(dom(text.replace("AVVIK", ""))) == [breach]
    for years in (1, 2, 3):
        entry = f"{{bestemmelse: regelen, grunn: A, vedtatt_i: 1/21, til: {2020 + years}-12-31}}"
        found = utfall(dom(text.replace("AVVIK", entry)))
        assert found == [breach, *(f"fraveket {2020 + nr}" for nr in range(1, years + 1))]
