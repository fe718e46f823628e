"""`forklar` of what is in the register: a provision, a case, a verv – what it says, what was done, what is lawful."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from brukerutvalg_cli.cli.forklaringsord import Forklaringsmaal, maalet, utvalget
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.ord import ordliste
from brukerutvalg_cli.mandat.arv import gjeldende
from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.utvalg import STANDARD_VERV
from brukerutvalg_cli.oversikt.forklaring_valg import besatt
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from smaa_registre import ROOT, skriv, tree

pytestmark = pytest.mark.usefixtures("samme_dom")

U = "nav-vestland"
DAG = "2023-02-01"
Forklar = Callable[..., str]

RAADET = """
regler:
  - {id: raad, regel: sammensetning, blant: redaksjonsraad, tekst: To og én., merknad: Vår lesemåte., plasser: [
      {hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 1}, {hvem: andre, antall: 0}]}
  - {id: lederen, regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}, tekst: Lederen er bruker.}
  - {id: papirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01},
  {verv: redaksjonsraad, fra: 2022-12-01, til: 2023-11-30, valgt_i: 1/22}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: medlem, fra: 2020-01-01},
  {verv: redaksjonsraad, fra: 2022-12-01, til: 2023-11-30, valgt_i: 1/22}]}
moeter/2022-11-16:
  saker: [{nr: 1/22, tittel: Valg, type: valg,
    valg: [{verv: redaksjonsraad, fra: 2022-12-01, til: 2023-11-30, valgt: [kari, nina]}]}]
moeter/2023-02-09: {status: planlagt}
"""


@pytest.fixture
def forklar(capsys: pytest.CaptureFixture[str]) -> Forklar:
    """All that the command says of something, in the shipped register or another."""

    def forklar(*words: str, rot: Path = ROOT, dag: str = DAG, exit: int = 0) -> str:
        code = run(["--rot", str(rot), "forklar", *words, "--dato", dag])
        out, err = capsys.readouterr()
        assert code == exit, out + err
        return out + err

    return forklar


def del_(said: str, heading: str) -> str:
    """One of the three parts of an explanation."""
    return said.partition(f"\n{heading}\n")[2].partition("\n\n")[0]


# ── Given back as it is printed ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words",
    [
        ("nav-vestland-2019", "redaksjonsraad"),
        (U, "nav-vestland-2019", "redaksjonsraad"),
        ("Arbeidsform, «er», i nav-vestland-2019 (redaksjonsraad)",),
    ],
)
def test_a_provision_as_a_finding_cites_it(words: tuple[str, ...], forklar: Forklar) -> None:
    assert forklar(*words).startswith("redaksjonsraad i nav-vestland-2019, for Strategisk brukerutvalg")


@pytest.mark.parametrize("council", ["nav-fjordvik", U, "nav-troendelag"])
def test_every_provision_that_binds_can_be_given_back(council: str, forklar: Forklar) -> None:
    lastet = load(WorkTree(ROOT))
    mappe = lastet.register.mapper[council]
    for binding in bindinger(mappe, lastet.regelverk):
        every = list(binding.for_nivaa(mappe.utvalg.nivaa))
        for g in (every[0], every[len(every) // 2], every[-1]):
            said = forklar(council, g.id, g.bestemmelse.id)
            assert said.startswith(f"{g.bestemmelse.id} i {g.id}, for ")
            assert g.bestemmelse.tekst.strip().partition("\n")[0] in del_(said, "Dette sier regelverket")


@pytest.mark.parametrize("words", [("28/22",), (U, "28/22"), ("sak", "28/22"), (U, "sak 28/22"),
                                   ("Strategisk brukarutval Nav Vestland", "28/22")])  # fmt: skip
def test_a_case(words: tuple[str, ...], forklar: Forklar) -> None:
    assert forklar(*words).startswith("Sak 28/22: Val av redaksjonsråd, leiar og nestleiar")


@pytest.mark.parametrize(
    ("word", "verv"),
    [
        *((word, "Redaksjonsrådet") for word in ("redaksjonsråd", "Redaksjonsrådet", "REDAKSJONSRAAD")),
        *((word, "Arbeidsutvalget") for word in ("arbeidsutval", "arbeidsutvalet", "arbeidsutvalget")),
        *((word, "Leder") for word in ("leiar", "lederen", "Leiaren", "leder")),
        *((word, "Medlem") for word in ("medlem", "medlemmer", "medlemmene")),
        *((word, "Sekretær") for word in ("sekretaer", "sekretæren")),
        ("den brukarutvalsansvarlege", "Brukerutvalgsansvarlig"),
    ],
)
def test_a_verv_by_every_word_it_is_called_by(word: str, verv: str, forklar: Forklar) -> None:
    assert forklar(U, word).startswith(f"{verv} i Strategisk brukerutvalg")


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_every_word_a_document_has_for_a_verv_is_understood(maalform: Maalform) -> None:
    lastet = load(WorkTree(ROOT))
    ord = ordliste(maalform)
    for verv in STANDARD_VERV:
        for word in filter(None, (ord.verv.get(verv), ord.verv_bestemt.get(verv), ord.organ.get(verv))):
            assert maalet([U, str(word)], lastet) == Forklaringsmaal("verv", verv, U)


def test_a_verv_of_the_councils_own(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, "utvalg: {verv: {roststyre: {nb: Røststyret, nn: Røystestyret}}}")
    for word in ("roststyre", "røststyret", "Røystestyret"):
        assert forklar(word, rot=tmp_path).startswith("Røststyret i Utvalget")


# ── What cannot be found ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((U, "fornyng"), "«fornyng» i nav-vestland. Mente du «fornying»?"),
        ((U, "redaksjonsrod"), "Mente du «redaksjonsraad»?"),
        ((U, "pannekake"), "«brukerutvalg regelverk for nav-vestland» viser alle."),
        (("nav-vestland-2019", "sakspapira"), "Mente du «sakspapirer»?"),
        (("82/22",), "sak 82/22 finnes ikke. Mente du nav-vestland 28/22?"),
        ((U, "99/22"), "nav-vestland 28/22 eller nav-vestland 29/22?"),
        ((U, "1/99"), "sak 1/99 finnes ikke i nav-vestland."),
        ((U,), "skriv hva i nav-vestland som skal forklares"),
        (("sekretær",), "«brukerutvalg forklar nav-troendelag sekretær»"),
        (("()",), "skriv hva som skal forklares"),
    ],
)
def test_the_choices(words: tuple[str, ...], said: str, forklar: Forklar) -> None:
    assert said in forklar(*words, exit=2)


def test_a_misspelt_rule_is_known_where_there_is_one_council(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, RAADET)
    assert "«sammensetting». Mente du «sammensetning»?" in forklar("sammensetting", rot=tmp_path, exit=2)
    assert "«papira». Mente du «papirer»?" in forklar("papira", rot=tmp_path, exit=2)
    assert "«papira» i utvalget. Mente du «papirer»?" in forklar("utvalget", "papira", rot=tmp_path, exit=2)


def test_a_case_that_several_councils_have(forklar: Forklar) -> None:
    said = forklar("1/23", exit=2)
    assert "flere utvalg har en sak 1/23. Velg blant «brukerutvalg forklar nav-fjordvik 1/23», " in said


def test_a_provision_that_binds_several_councils(forklar: Forklar) -> None:
    said = forklar("redaksjonsraad")
    assert "i mal-nav-kontor-2015\n" in said
    assert "i nav-vestland-2019\n" in said
    assert "  brukerutvalg forklar nav-vestland redaksjonsraad\n" in said
    assert "Vervet forklares for hvert utvalg" in said


def test_where_a_council_is_named_all_that_is_said_is_of_it_alone() -> None:
    every = load(WorkTree(ROOT))
    for council, mappe in every.register.mapper.items():
        alone = load(WorkTree(ROOT), utvalg=[council])
        for name in (council, mappe.utvalg.navn.nb, f"sak i {council}"):
            assert utvalget([name, "leder"], load(WorkTree(ROOT), utvalg=())) == utvalget(
                [name, "leder"], every
            )
        for words in ([council, "leder"], [council, "1/22"], [council, "finnes-ikke"], [council]):
            assert _maalet(words, alone) == _maalet(words, every)


def _maalet(words: list[str], lastet: Lastet) -> object:
    try:
        return maalet(words, lastet)
    except typer.BadParameter as error:
        return str(error)


def test_of_a_council_that_is_not_named_no_meeting_is_read(tmp_path: Path, forklar: Forklar) -> None:
    other = "utvalgene/det-andre/utvalg: {navn: Det andre, nivaa: lokal, maalform: nb, regelverk: []}"
    skriv(tmp_path, f"{RAADET}{other}\n")
    meeting = "records/utvalg/det-andre/moeter/2022-05-11.yaml"
    file = tmp_path / meeting
    file.parent.mkdir()
    file.write_text("dato: 2022-05-11\nstatus: avholdt\n", encoding="utf-8")
    posten.cache_clear()
    forklar("utvalget", "raad", rot=tmp_path)
    read = posten.cache_info().misses
    posten(meeting, file.read_bytes())
    assert posten.cache_info().misses == read + 1


def test_a_register_that_cannot_be_read_says_so(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, RAADET)
    council = tmp_path / "records/utvalg/utvalget"
    (council / "moeter/2022-11-16.yaml").write_text("saker: [", encoding="utf-8")
    assert "Noen møtefiler kan ikke leses" in forklar("1/22", rot=tmp_path, exit=2)
    assert "Redaksjonsrådet i Utvalget" in forklar("redaksjonsråd", rot=tmp_path)
    (council / "utvalg.yaml").write_text("navn: [", encoding="utf-8")
    assert "utvalget «utvalget» kan ikke leses" in forklar("utvalget", "leder", rot=tmp_path, exit=2)


# ── The three parts ───────────────────────────────────────────────────────────────────────────────


def test_a_body_that_lacks_somebody(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, RAADET)
    said = forklar("redaksjonsrådet", rot=tmp_path)
    assert del_(said, "Dette sier regelverket").splitlines() == [
        "  raad («skal», programmet, sammensetning) – Avsnittet, i regelverket",
        "    To og én.",
        "    Vår lesemåte.",
    ]
    done = del_(said, "Dette er gjort")
    assert (
        "Valgt i redaksjonsrådet: Kari og Nina, fra 1. desember 2022 til 30. november 2023, i sak 1/22"
        in done
    )
    assert "Sitter i redaksjonsrådet: Kari til 30. november 2023, Nina til 30. november 2023" in done
    assert "feil: redaksjonsrådet får 1 fra brukersiden; regelverket vil ha 2 fra brukersiden" in done
    now = del_(said, "Dette er lovlig nå")
    assert "Det er ikke lovlig å velge Kari (kari) og Nina (nina) i redaksjonsrådet" in now
    assert "ta med Per (per)" in now
    assert said.endswith("Neste steg: brukerutvalg sak ta-opp utvalget 1/22 neste\n")


def test_the_command_is_of_the_case_that_waits_for_it(tmp_path: Path, forklar: Forklar) -> None:
    again = "{status: planlagt, saker: [{nr: 1/23, tittel: Saken igjen, type: annet, fra_sak: 1/22}]}"
    skriv(tmp_path, RAADET.replace("{status: planlagt}", again))
    neste = "Neste steg: brukerutvalg valg utvalget 2023-02-09 1/23 kari nina per --verv redaksjonsraad\n"
    for what in ("redaksjonsråd", "raad", "1/22", "1/23"):
        assert forklar(what, rot=tmp_path).endswith(neste), what


def test_an_office_that_each_is_tried_for(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, RAADET)
    said = forklar("leder", rot=tmp_path)
    assert "Ingen sitter som leder." in del_(said, "Dette er gjort")
    now = del_(said, "Dette er lovlig nå")
    assert "Kan velges som leder: Kari (kari) og Per (per)." in now
    assert "Nina (nina): nei, Nina som leder fra 1. februar 2023 skal være fra brukersiden" in now
    assert said.endswith("Neste steg: brukerutvalg sjekk-valg utvalget kari --verv leder\n")


def test_a_deadline_is_told_as_the_last_day_to_send(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, RAADET)
    said = forklar("papirer", rot=tmp_path, dag="2023-01-20")
    assert "sakspapirene til møtet torsdag 9. februar 2023: mandag 30. januar 2023" in said
    assert "Om slike regler: brukerutvalg forklar frist" in said


def test_what_was_put_right_and_by_which_act(tmp_path: Path, forklar: Forklar) -> None:
    mended = """{saker: [{nr: 1/23, tittel: Nytt valg, type: valg, fra_sak: 1/22,
      valg: [{verv: redaksjonsraad, fra: 2023-02-09, til: 2023-11-30, valgt: [kari, per, nina]}]}]}"""
    skriv(tmp_path, RAADET.replace("{status: planlagt}", mended))
    for what in ("redaksjonsråd", "raad", "1/22"):
        said = forklar(what, rot=tmp_path, dag="2023-03-01")
        assert "rettet 9. februar 2023 ved valget i sak 1/23" in del_(said, "Dette er gjort"), what
        assert "feil: " not in said
    assert "Tatt opp igjen i sak 1/23, 9. februar 2023." in said


def test_a_deviation_nobody_may_decide_is_not_offered(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, RAADET)
    assert "brukerutvalg avvik ny utvalget raad --gjelder 1/22" in forklar("raad", rot=tmp_path)
    skriv(tmp_path, RAADET.replace("{id: raad,", "{id: raad, kan_fravikes_av: ingen,"))
    said = forklar("raad", rot=tmp_path)
    assert "Ingen kan fravike raad: bruddet må rettes." in said
    assert "avvik ny" not in said


def test_a_mandate_that_is_over_explains_what_it_said(tmp_path: Path, forklar: Forklar) -> None:
    skriv(tmp_path, RAADET + "utvalg: {regelverk: [{id: regelverket, fra: 2000-01-01, til: 2022-12-31}]}\n")
    said = forklar("raad", rot=tmp_path)
    assert "Bandt utvalget fra 1. januar 2000 til 31. desember 2022." in said
    assert "å velge" not in said


def test_what_is_lawful_is_what_the_election_is_judged_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each who may be elected may, by `sjekk-valg`, and each who may not may not."""
    for council, verv in (
        ("nav-fjordvik", "leder"),
        ("nav-sentralt", "nestleder"),
        ("nav-fjordvik", "redaksjonsraad"),
    ):
        for now in _json(capsys, council, verv, dag="2023-11-01")["lovlig"]:
            for each in now["hver"]:
                ask = (council, each["person"], "--verv", verv, "--dato", "2023-11-01")
                code = run(["--rot", str(ROOT), "sjekk-valg", *ask])
                assert code == (1 if each["brudd"] else 0), ask
            if now["valg"]:
                ask = (council, *now["valg"]["valgt"], "--verv", verv, "--dato", "2023-11-01")
                assert run(["--rot", str(ROOT), "sjekk-valg", *ask]) == (1 if now["valg"]["brudd"] else 0)


def test_what_is_broken_is_what_the_report_finds(capsys: pytest.CaptureFixture[str]) -> None:
    found = [f.finding for f in valider(WorkTree(ROOT), date(2023, 2, 1), [U]).funn if f.finding.kilde]
    assert found
    for finding in found:
        assert finding.kilde
        (said,) = _json(capsys, U, *finding.kilde[:2])["bestemmelser"]
        assert finding.fingerprint in {each["fingerprint"] for each in said["gjort"]["brutt"]}


# ── As data ───────────────────────────────────────────────────────────────────────────────────────


def _json(capsys: pytest.CaptureFixture[str], *words: str, dag: str = DAG) -> Any:
    capsys.readouterr()
    assert run(["--rot", str(ROOT), "forklar", *words, "--json", "--dato", dag]) == 0
    return json.loads(capsys.readouterr().out)


def _noekler(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _noekler(inner)
    elif isinstance(value, list):
        for each in value:
            yield from _noekler(each)


def test_the_shape_is_written_down(capsys: pytest.CaptureFixture[str]) -> None:
    """Every key on the first two levels stands in the page that documents them."""
    page = (ROOT / "docs/forklar.md").read_text(encoding="utf-8")
    for words in (
        (U, "28/22"),
        (U, "redaksjonsråd"),
        (U, "nav-vestland-2019", "sakspapirer"),
        ("sakspapirer",),
    ):
        data = _json(capsys, *words)
        parts = [data, data.get("gjort", {}), *data.get("bestemmelser", ()), *data.get("lovlig", ())]
        for key in {key for part in parts for key in part}:
            assert f"`{key}`" in page, (words, key)


def test_a_confidential_case_is_closed(tmp_path: Path, forklar: Forklar) -> None:
    closed = RAADET.replace("{nr: 1/22, tittel: Valg,", "{nr: 1/22, fortrolig: ja, tittel: Hemmelig valg,")
    closed = closed.replace("valg: [{", "valg: [{verv: leder, fra: 2022-12-01, valgt: [kari]}, {")
    skriv(tmp_path, closed)
    said = forklar("1/22", rot=tmp_path)
    assert said.startswith("Sak 1/22: Unntatt offentlighet, i Utvalget")
    assert "Saken er fortrolig, og mer vises ikke her." in said
    for word in ("Hemmelig", "Kari", "kari", "Nina", "nina", "lederen («"):
        assert word not in said


def test_all_provisions_of_all_rule_sets_are_known_by_id(forklar: Forklar) -> None:
    regelverk = load(WorkTree(ROOT)).regelverk
    for name in regelverk:
        first = gjeldende(name, regelverk)[0].bestemmelse
        assert first.id in forklar(name, first.id)


@pytest.mark.parametrize(
    ("kari", "per", "ventet"),
    [
        ("fra: 2019, til: 2020", "fra: 2017-01-01, til: 2018-12-31", "kari"),
        ("fra: 2019-01-01, til: 2020", "fra: 2021-01-01, til: 2021-06", "per"),
        ("fra: 2019, til: 2020", "fra: 2024-01-01", "per"),
        ("fra: 2025", "fra: 2024-06", "per"),
    ],
)
def test_who_had_a_verv_last_or_has_it_next_however_little_is_known_of_the_days(
    kari: str, per: str, ventet: str
) -> None:
    people = {"kari": kari, "per": per}
    text = "".join(
        f"medlemmer/{p}: {{oppnevninger: [{{verv: leder, {days}}}]}}\n" for p, days in people.items()
    )
    mappe = load(tree(text)).register.mapper["utvalget"]
    assert [sete.person for sete in besatt(mappe, "leder", date(2023, 2, 1))] == [ventet]
