"""`regelverk`: the list, one rule set whole, and what binds a council with the four outcomes."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.mandat.arv import gjeldende
from brukerutvalg_cli.oversikt.dekning import antall
from brukerutvalg_cli.oversikt.regelverk_tekst import vis
from brukerutvalg_cli.oversikt.stilling import Stillingspunkt, stilling
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.locate import Locator
from smaa_registre import ROOT, skriv, tree

REGISTER = """
regler:
  - {id: holdt, regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}
  - {id: brutt, regel: krav, hver: moete, skal_ha: {aapent: ja}}
  - {id: uvisst, regel: krav, hver: moete, skal_ha: {sted: {universell_utforming: ja}}}
  - {id: fraveket, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
  - {id: attestert, regel: bekreftelse, av: utvalget}
  - {id: ubekreftet, regel: bekreftelse, av: utvalget}
  - {id: lov, styrke: kan}
utvalg:
  registrert_fra: 2022-01-01
  avvik: [{bestemmelse: fraveket, gjelder: 2022-11-16, grunn: Nytt system, vedtatt_i: 1/22}]
moeter/2022-11-16:
  sted: ukjent
  aapent: nei
  sendt: {sakspapirer: 2022-11-15}
  saker: [{nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {tekst: Vi godtar det.}}]
hendelser: [{hva: bekreftelse, dato: 2022-11-16, bestemmelse: attestert, sak: 1/22, ansvarlig: kari}]
"""


def utfall(text: str, dag: str = "2023-01-01") -> dict[str, str]:
    """How the council stands with each provision."""
    return {punkt.provision.bestemmelse.id: punkt.utfall for punkt in punkter(text, dag)}


def punkter(text: str, dag: str) -> Iterator[Stillingspunkt]:
    """Each provision in force on the day."""
    lastet = load(tree(text))
    mappe = lastet.register.mapper["utvalget"]
    skjerm = Skjerm(Locator(tree(text)), lastet.register)
    found = stilling(mappe, lastet.register, lastet.regelverk, date.fromisoformat(dag), skjerm)
    return (punkt for bundet in found for punkt in bundet.punkter)


def kjoer(root: Path, *arguments: str) -> int:
    return run(["--rot", str(root), "regelverk", *arguments])


def test_every_outcome() -> None:
    assert utfall(REGISTER) == {
        "holdt": "holdt",
        "brutt": "brutt",
        "uvisst": "kan ikke vurderes",
        "fraveket": "fraveket",
        "attestert": "bekreftet",
        "ubekreftet": "ikke bekreftet",
        "lov": "gjelder",
    }


def test_what_only_grants_is_in_force_and_checked_by_nobody() -> None:
    rules = """
    regler:
      - {id: gitt, regel: rettighet, hvem: {verv: vara}, moeterett: ja, talerett: ja, stemmerett: etter_sak}
      - {id: nektet, regel: rettighet, hvem: {verv: vara}, moeterett: ja, stemmerett: nei}
      - {id: krav, regel: rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 2}}
      - {id: fritt, regel: funksjonstid, hvem: {verv: medlem}, paa_rad: ubegrenset}
      - {id: lengde, regel: funksjonstid, hvem: {verv: medlem}, lengde: 3 aar, paa_rad: ubegrenset}
    """
    found = {p.provision.bestemmelse.id: (p.utfall, p.kontroll) for p in punkter(rules, "2023-01-01")}
    assert found == {
        "gitt": ("gjelder", "ingen"),
        "nektet": ("ikke prøvd", "maskin"),
        "krav": ("ikke prøvd", "maskin"),
        "fritt": ("gjelder", "ingen"),
        "lengde": ("ikke prøvd", "maskin"),
    }


def test_the_same_missing_fact_is_said_once_and_of_what() -> None:
    register = """
    regel: {regel: utsending, hva: referat, kanal: nav.no}
    moeter/2022-09-22: {referat: ukjent}
    moeter/2022-11-16: {referat: ukjent}
    """
    (punkt,) = punkter(register, "2023-01-01")
    assert punkt.hvorfor == (
        "om referatet er lagt ut på nav.no, er ukjent (2022-09-22 referat, 2022-11-16 referat)",
    )


def test_what_has_met_nothing_is_not_called_kept() -> None:
    rules = """
    regler:
      - {id: aarlig, regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}
      - {id: saker, regel: krav, hver: sak, skal_ha: {foer_beslutning: ja}}
      - {id: papirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
      - {id: fornyelse, regel: sammensetning, blant: oppnevnte, naar: oppnevning, plasser: [{minst: 1}]}
      - {id: oppfoelging, regel: krav, hver: oppfoelging, skal_ha: {ansvarlig: foert}}
    utvalg: {registrert_fra: 2022-06-01}
    """
    assert set(utfall(rules).values()) == {"ikke prøvd"}
    assert utfall(rules + "moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-01}}\n")["papirer"] == "holdt"


GANGER = [
    # A term begun before the records cannot have been judged, however long it has lasted since.
    (
        """
        regel: {regel: funksjonstid, lengde: 4 aar}
        utvalg: {regelverk: [{id: regelverket, fra: 2023-01-01}]}
        """,
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2021-01-01, til: 2025-06-01}]}",
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023-01-01, til: 2025-06-01}]}",
    ),
    # An open term is neither kept nor broken before its last day.
    (
        "regel: {regel: funksjonstid, lengde: 4 aar}",
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023-01-01}]}",
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023-01-01, til: 2024-12-31}]}",
    ),
    (
        """
        regel: {regel: sammensetning, blant: medlemmer, naar: vedtak, plasser: [{hvem: til_stede, minst: 1/2}]}
        medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
        """,
        "moeter/2022-11-16: {oppmoete: [{person: kari}]}",
        "moeter/2022-11-16: {oppmoete: [{person: kari}], saker: [{nr: 1/22, tittel: A, type: vedtak, "
        "vedtak: {tekst: Ja, enstemmig: ja}}]}",
    ),
    (
        "regel: {regel: krav, hver: vedtak, skal_ha: {ved_likhet: leder}}",
        "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: vedtak, "
        "vedtak: {tekst: Ja, stemmer: {for: 3, mot: 2}}}]}",
        "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: vedtak, "
        "vedtak: {tekst: Ja, stemmer: {for: 2, mot: 2}, ved_likhet: leder}}]}",
    ),
    (
        """
        regel: {regel: rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 1}}
        medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
        moeter/2022-11-16: {}
        """,
        "",
        "hendelser: [{hva: moetekrav, dato: 2022-11-01, krevd_av: kari}]",
    ),
    (
        """
        regel: {regel: rettighet, hvem: {verv: vara}, stemmerett: nei}
        medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
        """,
        "moeter/2022-11-16: {}",
        "moeter/2022-11-16: {oppmoete: [{person: kari, stemmerett: ja}]}",
    ),
    (
        "ordliste: {mottakere: {nav-fylke: Nav}}\nregel: {regel: utsending, hva: referat, til: nav-fylke}",
        "moeter/2022-11-16: {}",
        "moeter/2022-11-16: {referat: {sendt_til: nav-fylke}}",
    ),
    (
        "regel: {regel: utsending, hva: referat, kanal: nav.no}",
        "moeter/2022-11-16: {}",
        "moeter/2022-11-16: {referat: {publisert: {dato: 2022-12-01, kanal: nav.no}}}",
    ),
    (
        "regel: {regel: frist, hva: referat, senest: 2 uker, etter: moete}",
        "moeter/2024-05-28: {}",
        "moeter/2024-05-28: {sendt: {referat: 2024-05-30}}",
    ),
    (
        "regel: {regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}",
        "moeter/2024-05-28: {}",
        "moeter/2022-05-28: {}\nmoeter/2023-05-28: {}",
    ),
    (
        "regel: {regel: krav, hver: oppfoelging, skal_ha: {fullfoert: i_tide}}",
        "moeter/2024-05-28: {saker: [{nr: 1/24, tittel: A, type: annet, oppfoelging: "
        "[{hva: B, ansvarlig: kari, frist: 2024-07-01}]}]}",
        "moeter/2024-05-28: {saker: [{nr: 1/24, tittel: A, type: annet, oppfoelging: "
        "[{hva: B, ansvarlig: kari, frist: 2024-07-01, fullfoert: 2024-05-30}]}]}",
    ),
    # A round with nobody in it keeps no balance.
    (
        "regel: {regel: sammensetning, blant: medlemmer, for_hver: kjoenn, plasser: [{minst: 1}]}",
        "hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01, kjoenn: {medlemmer: {kvinner: 0, menn: 0}}}]",
        "hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01, kjoenn: {medlemmer: {kvinner: 1, menn: 1}}}]",
    ),
]


@pytest.mark.parametrize(("rules", "nothing", "something"), GANGER)
def test_only_what_was_judged_is_kept(rules: str, nothing: str, something: str) -> None:
    rules = textwrap.dedent(rules).strip() + "\n"
    assert utfall(rules + nothing, "2024-06-01") == {"regelen": "ikke prøvd"}
    assert utfall(rules + something, "2024-06-01") == {"regelen": "holdt"}


@pytest.mark.parametrize("key", ["organisasjoner", "grupper"])
def test_each_of_what_the_council_has_not_listed_cannot_be_judged(key: str) -> None:
    part = {"organisasjoner": "organisasjon", "grupper": "gruppe"}[key]
    rules = f"regel: {{regel: sammensetning, blant: medlemmer, for_hver: {part}, plasser: [{{minst: 1}}]}}\n"
    punkt = next(punkter(rules, "2022-12-01"))
    assert punkt.utfall == "kan ikke vurderes"
    assert punkt.hvorfor == (f"utvalgets {key} er ikke ført («{key}» i utvalg.yaml)",)


@pytest.mark.parametrize(
    ("rule", "day", "expected"),
    [
        ("", "2022-11-16", ("bekreftet", ("bekreftet 16. november 2022 av kari",))),
        ("", "2021-12-31", ("ikke bekreftet", ())),  # before the provision came to bind
        ("", "2023-07-01", ("ikke bekreftet", ())),  # not yet on the day asked about
        ("", "ukjent", ("kan ikke vurderes", ("når «regelen» ble bekreftet, er ukjent",))),
        (", hver: kalenderaar", "2022-11-16", ("bekreftet", ("bekreftet 16. november 2022 av kari",))),
        (", hver: kalenderaar", "2023-02-01", ("ikke bekreftet", ("ingen har bekreftet «regelen» i 2022",))),
    ],
)
def test_attested_says_by_whom_and_when(rule: str, day: str, expected: tuple[str, tuple[str, ...]]) -> None:
    text = f"""
    regel: {{regel: bekreftelse, av: utvalget{rule}}}
    utvalg: {{registrert_fra: 2022-01-01}}
    hendelser: [{{hva: bekreftelse, dato: {day}, bestemmelse: regelen, ansvarlig: kari}}]
    """
    punkt = next(punkter(text, "2023-06-01"))
    assert (punkt.utfall, punkt.hvorfor) == expected


def test_attested_in_the_running_year_is_attested() -> None:
    text = """
    regel: {regel: bekreftelse, av: utvalget, hver: kalenderaar}
    utvalg: {registrert_fra: 2022-01-01}
    """
    answer = "hendelser: [{hva: bekreftelse, dato: 2022-03-01, bestemmelse: regelen, ansvarlig: kari}]\n"
    assert utfall(text, "2022-06-01") == {"regelen": "ikke bekreftet"}
    assert utfall(textwrap.dedent(text) + answer, "2022-06-01") == {"regelen": "bekreftet"}


def test_each_group_and_occasion_is_asked_for_by_itself() -> None:
    """A council has a secretary from its first day: that says nothing of its members, bodies, meetings or terms."""
    rules = """
    regler:
      - {id: medlemmer, regel: sammensetning, blant: medlemmer, plasser: [{minst: 1}]}
      - {id: raadet, regel: sammensetning, blant: redaksjonsraad, plasser: [{minst: 1}]}
      - {id: til-stede, regel: sammensetning, blant: frammoette, plasser: [{minst: 1}]}
      - {id: hos, regel: sammensetning, blant: frammoette, hos: unge, plasser: [{hoeyst: 1}]}
      - {id: kjoenn, regel: sammensetning, blant: medlemmer, for_hver: kjoenn, plasser: [{minst: 1}]}
      - {id: utvalget, regel: funksjonstid, gjelder: utvalg, lengde: 2 aar}
      - {id: leder, regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}
      - {id: medlem, regel: funksjonstid, paa_rad: 2 perioder}
      - {id: sekretaer, regel: sammensetning, blant: verv, plasser: [{hvem: {verv: sekretaer}, minst: 1}]}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
    utvalgene/unge/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
    """
    found = utfall(rules)
    assert found.pop("sekretaer") == "holdt"
    assert set(found.values()) == {"ikke prøvd"}
    held = """
    medlemmer/kari:
      oppnevninger:
        - {verv: medlem, fra: 2022-01-01, til: 2022-12-31}
        - {verv: leder, fra: 2022-01-01, til: 2022-12-31}
        - {verv: redaksjonsraad, fra: 2022-01-01, til: 2022-12-31}
    moeter/2022-11-16: {oppmoete: [{person: kari}]}
    utvalgene/unge/moeter/2022-11-16: {dato: 2022-11-16, status: avholdt, oppmoete: []}
    hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01, til: 2023-12-31, kjoenn: {medlemmer: {kvinner: 1, menn: 1}}}]
    """
    assert set(utfall(rules + held, "2022-12-01").values()) == {"holdt"}


def test_each_with_its_source_and_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skriv(tmp_path, REGISTER)
    assert kjoer(tmp_path, "for", "utvalget", "--dato", "1.1.2023") == 0
    out = capsys.readouterr().out
    assert (
        "  uvisst: kan ikke vurderes – Avsnittet, «skal», i regelverket\n    møtet 16. november 2022:" in out
    )
    assert "«sted» er ukjent" in out.replace("universell_utforming", "sted")
    assert "Til sammen: " in out


UBRUKELIG = """
utvalg: {regelverk: [{id: mandatet, fra: 2020-01-01}, {id: bortkommet, fra: 2020-01-01}]}
regelverk/mandatet: {bygger_paa: malen, bestemmelser: [{id: en, regel: hyppighet, hva: moete, mint: 1}]}
regelverk/malen: {type: mal, bestemmelser: [{id: to, regel: frist}]}
"""


def test_a_rule_set_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skriv(tmp_path, UBRUKELIG)
    assert kjoer(tmp_path, "for", "utvalget", "--dato", "1.1.2023") == 0
    out = capsys.readouterr().out
    assert "er bundet av 2 regelverk 1. januar 2023.\n" in out
    assert "mandatet kan ikke leses (records/regelverk/mandatet.yaml), og blir ikke bedømt." in out
    assert "bortkommet finnes ikke (records/regelverk/bortkommet.yaml), og blir ikke bedømt." in out
    assert "Til sammen" not in out
    assert "Neste steg: brukerutvalg valider\n" in out
    assert kjoer(tmp_path, "for", "utvalget", "--dato", "1.1.2019") == 0
    assert "kan ikke leses" not in capsys.readouterr().out


def test_a_template_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skriv(tmp_path, UBRUKELIG.replace("mint: 1", "minst: 1, per: kalenderaar"))
    assert kjoer(tmp_path, "for", "utvalget", "--dato", "1.1.2023", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert [(u["id"], u["finnes"]) for u in said["uleste"]] == [("malen", True), ("bortkommet", False)]
    assert {b["id"] for bound in said["regelverk"] for b in bound["bestemmelser"]} == {"en"}


def test_json_has_what_the_text_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert kjoer(ROOT, "--json") == 0
    used = {entry["id"]: entry["brukt_av"] for entry in json.loads(capsys.readouterr().out)["regelverk"]}
    assert "nav-vestland" in used["nav-vestland-2019"]
    assert kjoer(ROOT, "vis", "nav-vestland-2019") == 0
    text = capsys.readouterr().out
    assert kjoer(ROOT, "vis", "nav-vestland-2019", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert f"kilde: {shown['kilde']}\n" in text
    remarks = [" ".join(b["merknad"].split()) for b in shown["bestemmelser"] if b["merknad"]]
    assert remarks
    for remark in remarks:
        assert remark in text


def test_what_binds_is_seen_on_the_day() -> None:
    text = """
    regelverk/gammelt: {bestemmelser: [{id: gammel, styrke: kan}]}
    regelverk/nytt: {bygger_paa: mal, utgaar: borte, bestemmelser: [{id: ny, styrke: kan}]}
    regelverk/mal: {type: mal, bestemmelser: [{id: arvet, styrke: kan}, {id: borte, styrke: kan}]}
    regelverk/vedtaket: {type: vedtak, utvalg: utvalget, bestemmelser: [{id: eget, styrke: kan}]}
    utvalg:
      regelverk:
        - {id: gammelt, fra: 2020-01-01}
        - {id: nytt, fra: 2022-06-01}
        - {id: vedtaket, fra: 2022-01-01, til: 2022-12-31}
    """
    assert list(utfall(text, "2021-12-31")) == ["gammel"]
    assert list(utfall(text, "2022-05-31")) == ["gammel", "eget"]
    assert list(utfall(text, "2022-06-01")) == ["arvet", "ny", "eget"]
    assert list(utfall(text, "2023-01-01")) == ["arvet", "ny"]


def test_a_provision_for_another_level_does_not_bind() -> None:
    text = "regler: [{id: en, styrke: kan, nivaa: fylke}, {id: to, styrke: kan, nivaa: [lokal, fylke]}]"
    assert list(utfall(text)) == ["to"]


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "records/regelverk").glob("*.yaml")))
def test_a_shipped_rule_set_is_shown_whole_and_the_counts_agree(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kjoer(ROOT, "vis", name) == 0
    out = capsys.readouterr().out
    assert kjoer(ROOT, "vis", name, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    counts = shown["antall"]
    assert sum(counts.values()) == len(shown["bestemmelser"])
    for way, number in counts.items():
        assert sum(b["kontroll"] == way for b in shown["bestemmelser"]) == number
    assert f": {counts['maskin']} kontrolleres av programmet" in out
    assert re.search(rf"^{len(shown['bestemmelser'])} bestemmelser?:", out, re.M)
    for bestemmelse in shown["bestemmelser"]:
        assert f"  {bestemmelse['id']} («" in out


def test_the_list_counts_what_each_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert kjoer(ROOT, "--json") == 0
    listed = json.loads(capsys.readouterr().out)["regelverk"]
    lastet = load(tree({}))
    assert lastet.regelverk == {}
    assert [entry["id"] for entry in listed] == sorted(
        path.stem for path in ROOT.glob("records/regelverk/*.yaml")
    )
    assert kjoer(ROOT) == 0
    assert "brukt av nav-vestland" in capsys.readouterr().out


def test_inherited_provisions_are_counted_and_say_whence() -> None:
    text = """
    regelverk/mal: {type: mal, bestemmelser: [{id: a, regel: bekreftelse}, {id: b, styrke: kan}]}
    regelverk/mandat: {bygger_paa: mal, bestemmelser: [{id: c, regel: hyppighet, hva: moete, minst: 1, per: halvaar}]}
    """
    provisions = gjeldende("mandat", load(tree(text)).regelverk)
    assert [(g.id, g.bestemmelse.id) for g in provisions] == [("mal", "a"), ("mal", "b"), ("mandat", "c")]
    assert antall(provisions) == {"maskin": 1, "bekreftelse": 1, "ingen": 1}
    said = vis("mandat", load(tree(text)).regelverk)
    assert (
        "3 bestemmelser: 1 kontrolleres av programmet, 1 bekreftes av mennesker, 1 kontrolleres ikke" in said
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["vis"], "skriv hva som skal vises: brukerutvalg regelverk vis NAVN"),
        (["vis", "nav-vestland-2018"], "Mente du «nav-vestland-2019»?"),
        (["vis", "noe-helt-annet"], "«brukerutvalg regelverk» viser alle."),
        (["for", "nav-vesltand"], "Mente du «nav-vestland»?"),
        (["fjern", "x"], "«fjern» er ikke blant vis, for"),
        (["for", "nav-vestland", "--dato", "i fjor"], "«i fjor» er ikke en dag"),
    ],
)
def test_wrong_usage(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjoer(ROOT, *arguments) == 2
    assert sentence in capsys.readouterr().err
