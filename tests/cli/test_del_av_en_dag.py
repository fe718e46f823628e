"""Of every day that the files may hold in part, a command takes the part, writes it as it was said, and says it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.app import Verbgruppe, program
from brukerutvalg_cli.cli.feltsvar import leser
from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.svar import Ugyldig
from brukerutvalg_cli.handling.felt import Noekkelfelt, Verdislag, feltene
from brukerutvalg_cli.handling.ting import ROETTER
from brukerutvalg_cli.model.deldato import les_deldato
from smaa_registre import skriv

DEL, I_ORD = "2021-04", "april 2021"
REGISTER = """
regel: {id: formaal, regel: bekreftelse}
medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
medlemmer/per: {navn: Per Hansen, oppnevninger: [{verv: medlem, fra: 2020-01-01}]}
medlemmer/anne: {navn: Anne Lie, oppnevninger: []}
moeter/2021-03-10:
  saker:
    - {nr: 1/21, tittel: Sak, type: annet, oppfoelging: [{hva: Et brev, ansvarlig: kari}], oversendt_til: nav-fylke}
    - {nr: 2/21, tittel: Valg, type: valg}
moeter/2021-09-10: {status: planlagt}
"""
"""A small council, with something of every kind that a command says a day of."""

SKRIVER: dict[str, tuple[str, str]] = {
    "permisjon kari --fra DEL": ("medlemmer/kari", "fra: DEL"),
    "permisjon kari --fra 2021-01-01 --til DEL": ("medlemmer/kari", "til: DEL"),
    "oppnevn anne --verv medlem --fra DEL": ("medlemmer/anne", "fra: DEL"),
    "oppnevn anne --verv medlem --fra 2021-01-01 --til DEL": ("medlemmer/anne", "til: DEL"),
    "avslutt kari --til DEL": ("medlemmer/kari", "til: DEL"),
    "erstatt kari anne --fra DEL": ("medlemmer/anne", "fra: DEL"),
    "kontaktperson anne --fra DEL": ("medlemmer/anne", "fra: DEL"),
    "runde anne --fra DEL --til 2024-12-31 --ja": ("medlemmer/anne", "fra: DEL"),
    "runde anne --fra 2021-01-01 --til DEL --ja": ("medlemmer/anne", "til: DEL"),
    "opplaering kari --dato DEL": ("medlemmer/kari", "dato: DEL"),
    "valg 2021-03-10 2/21 per --verv leder --fra DEL": ("moeter/2021-03-10", "fra: DEL"),
    "valg 2021-03-10 2/21 per --verv leder --til DEL": ("moeter/2021-03-10", "til: DEL"),
    "hendelse ny evaluering --dato DEL": ("hendelser", "dato: DEL"),
    "hendelse ny prosjekt --fra DEL --dato 2021-01-01": ("hendelser", "fra: DEL"),
    "hendelse ny prosjekt --fra 2021-01-01 --til DEL --dato 2021-01-01": ("hendelser", "til: DEL"),
    "bekreft formaal --ansvarlig kari --dokument Brev --dato DEL": ("hendelser", "dato: DEL"),
    "sak ny Tittel --innmeldt-av bruker --dato DEL": ("saker/2026-001", "innmeldt: DEL"),
    "sak svar 1/21 Svaret --dato DEL": ("moeter/2021-03-10", "besvart: DEL"),
    "sak referert 1/21 --i kommunestyret --dato DEL": ("moeter/2021-03-10", "dato: DEL"),
    "sak ta-opp 1/21 2021-09-10 --innmeldt-av bruker --dato DEL": ("moeter/2021-09-10", "innmeldt: DEL"),
    "oppfoelging ny 2021-03-10 2/21 Noe --ansvarlig kari --frist DEL": ("moeter/2021-03-10", "frist: DEL"),
    "oppfoelging ferdig 1/21 --dato DEL": ("moeter/2021-03-10", "fullfoert: DEL"),
    "sendt 2021-03-10 referat --dato DEL": ("moeter/2021-03-10", "referat: DEL"),
    "publisert 2021-03-10 referat --kanal nav.no --dato DEL": ("moeter/2021-03-10", "dato: DEL"),
    "sakliste 2021-09-10 --godkjent-av kari --dato DEL": ("moeter/2021-09-10", "dato: DEL"),
    "godkjenn 2021-03-10 --paa-epost --dato DEL": ("moeter/2021-03-10", "dato: DEL"),
}
"""What is written where, by every command that writes a day the files may hold in part."""
HELE = {
    ("flytt", "--til"): "a meeting is on a day",
    ("avvik ny", "--til"): "the day a deviation is over: from then on it is a breach again",
    ("moeteplan", "--dager"): "a meeting is on a day",
    ("sak til-moete", "--fortrolig-til"): "the text is open from then on",
    ("sak foer", "--fortrolig-til"): "the text is open from then on",
}
"""The options of a day that must be whole, and why."""


@pytest.mark.parametrize("kommando", SKRIVER)
@pytest.mark.parametrize(("sagt", "skrevet", "i_ord"), [(DEL, DEL, I_ORD), ("2022", "2022", "2022")])
def test_a_command_takes_what_is_known_and_writes_it_as_it_was_said(
    kommando: str, sagt: str, skrevet: str, i_ord: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, REGISTER)
    verb, rest = _verbet(kommando)
    words = [word.replace("DEL", sagt) for word in rest]
    assert run(["--rot", str(tmp_path), *verb, "utvalget", *words, "--likevel"]) == 0
    path, written = SKRIVER[kommando]
    text = (tmp_path / f"records/utvalg/utvalget/{path}.yaml").read_text(encoding="utf-8")
    assert written.replace("DEL", skrevet) in text.replace("'", "")
    said = capsys.readouterr().out
    assert i_ord in said  # in the sentence of the receipt, or in what was written
    assert "ukjent dag" not in said
    assert run(["--rot", str(tmp_path), "valider", "--fail-on", "feil"]) in (0, 1)
    assert "en dato skrives slik" not in capsys.readouterr().out  # it is read back, too


def _verbet(kommando: str) -> tuple[list[str], list[str]]:
    """The words of the command, and the rest: the council is named between them."""
    words = kommando.split()
    long = 2 if words[0] in ("hendelse", "sak", "oppfoelging") else 1
    return words[:long], words[long:]


def _dagvalg(gruppe: Verbgruppe, ctx: Context, under: str = "") -> Iterator[tuple[str, str]]:
    """Every option of a day, but that of the command, of every verb that writes."""
    for name in gruppe.list_commands(ctx):
        command = gruppe.get_command(ctx, name)
        assert command is not None
        if isinstance(command, Verbgruppe):
            yield from _dagvalg(command, ctx, f"{name} ")
        elif any("--dry-run" in p.opts for p in command.params):
            days = (p for p in command.params if getattr(p, "metavar", None) in ("DATO", "DAG"))
            yield from ((f"{under}{name}", p.opts[0]) for p in days if p.opts[0].startswith("--"))


def test_every_option_of_a_day_takes_a_part_of_one_or_must_have_it_whole() -> None:
    app = program()
    every = {each for each in _dagvalg(app, Context(app)) if each[1] != "--dato"}
    tried = set()
    for kommando in SKRIVER:
        verb, rest = _verbet(kommando)
        tried |= {(" ".join(verb), rest[at - 1]) for at, word in enumerate(rest) if word == "DEL"}
    tried.add(("person liste", "--fra"))  # as below
    assert every - tried == HELE.keys() & every
    assert HELE.keys() <= every
    assert HELE.keys().isdisjoint(tried)


def _dager(felter: tuple[Noekkelfelt, ...], sett: frozenset[type] = frozenset()) -> Iterator[Noekkelfelt]:
    for felt in felter:
        if felt.slag is Verdislag.DAG:
            yield felt
        elif felt.slag is Verdislag.POSTER and felt.modell and felt.modell not in sett:
            yield from _dager(feltene(felt.modell), sett | {felt.modell})


@pytest.mark.parametrize("slag", ROETTER)
def test_what_is_corrected_by_the_name_of_its_field_takes_what_the_file_may_hold(slag: str) -> None:
    """`endre` and `legg-til` read by the model of the record, and the model is asked of the same."""
    for felt in _dager(feltene(ROETTER[slag])):
        try:
            read = leser(felt)(DEL)
        except Ugyldig:
            read = None
        assert (read == les_deldato(DEL)) is felt.kan_vaere_del, felt.navn
        assert felt.kan_vaere_del or not felt.kan_vaere_ukjent or felt.vokter, felt.navn


@pytest.mark.parametrize("sagt", ["2021-04", "april 2021", "i april 2021", "April 2021"])
def test_a_part_of_a_day_is_given_back_as_it_is_printed(sagt: str, tmp_path: Path) -> None:
    skriv(tmp_path, REGISTER)
    assert run(["--rot", str(tmp_path), "opplaering", "utvalget", "kari", "--dato", sagt]) == 0
    page = (tmp_path / "records/utvalg/utvalget/medlemmer/kari.yaml").read_text(encoding="utf-8")
    assert "dato: 2021-04" in page


@pytest.mark.parametrize("verb", [["avlys", "2021-09-10"], ["moete", "ny", "2022-01-10"]])
def test_a_command_that_writes_no_day_of_its_own_takes_no_part_of_one(
    verb: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, REGISTER)
    name = verb[:-1]
    assert run(["--rot", str(tmp_path), *name, "utvalget", verb[-1], "--dato", DEL, "--likevel"]) == 2
    assert "her kan det ikke stå «april 2021». Hvilken dag ble det gjort?" in capsys.readouterr().err


def test_a_part_of_a_day_is_told_in_all_that_is_asked_later(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], samme_dom: None
) -> None:
    """What was known of a first and a last day is never told of as unknown."""
    skriv(tmp_path, REGISTER)

    def svar(*words: str) -> str:
        assert run(["--rot", str(tmp_path), *words]) == 0
        return capsys.readouterr().out

    svar(
        "permisjon", "utvalget", "kari", "--fra", DEL, "--til", "2026", "--stedfortreder", "anne", "--likevel"
    )
    svar("oppnevn", "utvalget", "per", "--verv", "sekretaer", "--fra", DEL, "--til", "2027", "--likevel")
    svar(
        "valg",
        "utvalget",
        "2021-03-10",
        "2/21",
        "per",
        "--verv",
        "leder",
        "--fra",
        DEL,
        "--til",
        "2026",
        "--likevel",
    )
    for words in (
        ["status", "utvalget", "--dato", "2026-06-01"],
        ["forklar", "leder"],
        ["forklar", "2/21"],
        ["valgbar", "utvalget", "--dato", "2026-06-01"],
    ):
        told = svar(*words)
        assert "ukjent dag" not in told, words
        assert "2026" in told, words
    assert "Valgt som leder: Per Hansen, fra april 2021 til 2026" in svar("forklar", "2/21")


def test_a_list_of_people_has_as_much_of_a_day_as_is_said_of_them_all(tmp_path: Path) -> None:
    skriv(tmp_path, REGISTER)
    (tmp_path / "liste.csv").write_text("navn,side,verv\nLiv Moen,bruker,medlem\n", encoding="utf-8")
    said = ["person", "liste", "utvalget", str(tmp_path / "liste.csv"), "--fra", "april 2021", "--ja"]
    assert run(["--rot", str(tmp_path), *said, "--likevel"]) == 0
    page = (tmp_path / "records/utvalg/utvalget/medlemmer/liv-moen.yaml").read_text(encoding="utf-8")
    assert "fra: 2021-04" in page


def test_those_of_a_new_register_began_on_as_much_of_a_day_as_is_said(tmp_path: Path) -> None:
    said = ["--medlem", "Liv Moen, ffo", "--fra", "april 2021", "--dato", "2026-01-01", "--ja"]
    assert run(["init", str(tmp_path / "r"), "--utvalg", "Nav Storelva", *said]) == 0
    page = (tmp_path / "r/records/utvalg/nav-storelva/medlemmer/liv-moen.yaml").read_text(encoding="utf-8")
    assert "fra: 2021-04" in page
