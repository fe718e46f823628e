"""`regelverk`: the list, one rule set whole, and what binds a council with the four outcomes."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.oversikt.dekning import antall
from brukerutvalg_cli.oversikt.stilling import stilling
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.regler.arv import gjeldende
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
  saker: [{nr: 1/22, tittel: Avvik, type: vedtak}]
hendelser: [{hva: bekreftelse, dato: 2022-11-16, bestemmelse: attestert, sak: 1/22, ansvarlig: kari}]
"""


def utfall(text: str, dag: str = "2023-01-01") -> dict[str, str]:
    """How the council stands with each provision."""
    lastet = load(tree(text))
    mappe = lastet.register.mapper["utvalget"]
    found = stilling(mappe, lastet.register, lastet.regelverk, date.fromisoformat(dag))
    return {punkt.provision.bestemmelse.id: punkt.utfall for bundet in found for punkt in bundet.punkter}


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


def test_what_has_met_nothing_is_not_called_kept() -> None:
    rules = """
    regler:
      - {id: aarlig, regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}
      - {id: saker, regel: krav, hver: sak, skal_ha: {foer_beslutning: ja}}
      - {id: papirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
      - {id: fornyelse, regel: sammensetning, blant: oppnevnte, naar: oppnevning, plasser: [{minst: 1}]}
      - {id: oppfoelging, regel: krav, hver: oppfoelging, skal_ha: {ansvarlig: ja}}
    utvalg: {registrert_fra: 2022-06-01}
    """
    assert set(utfall(rules).values()) == {"ikke prøvd"}
    assert utfall(rules + "moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-01}}\n")["papirer"] == "holdt"


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
    utvalgene/unge/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
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


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["vis"], "skriv hva som skal vises: brukerutvalg regelverk vis NAVN"),
        (["vis", "nav-vestland-2018"], "Mente du «nav-vestland-2019»?"),
        (["vis", "noe-helt-annet"], "«brukerutvalg regelverk» viser alle."),
        (["for", "nav-vestlan"], "Mente du «nav-vestland»?"),
        (["fjern", "x"], "«fjern» er ikke blant vis, for"),
        (["for", "nav-vestland", "--dato", "i fjor"], "«i fjor» er ikke en dag"),
    ],
)
def test_wrong_usage(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kjoer(ROOT, *arguments) == 2
    assert sentence in capsys.readouterr().err
