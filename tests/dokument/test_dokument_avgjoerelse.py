"""The minutes say who was there, for how much of it, and how each thing was decided; of a closed case, nothing."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.register.load import load
from smaa_registre import tree

REGISTER = """
utvalg:
  maalform: MAALFORM
  sider: {sykehus: {nb: sykehuset, nn: sjukehuset}}
  verv: {kasserer: {nb: kasserer, nn: kasserar}}
organisasjoner: {lhl: {navn: LHL, type: landsdekkende, side: bruker}}
medlemmer/kari:
  navn: Kari Nordmann
  representerer: lhl
  oppnevninger: [{verv: medlem, fra: 2022-01-01}, {verv: leder, fra: 2022-01-01}, {verv: kasserer, fra: 2022-01-01}]
medlemmer/ola: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/liv: {navn: Liv Moen, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {navn: Per Lund, side: sykehus, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/eva: {navn: Eva Vik, oppnevninger: [{verv: vara, fra: 2022-01-01}]}
medlemmer/nina: {navn: Nina Dahl, side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
medlemmer/ida: {navn: Ida Strand, oppnevninger: [{verv: medlem, fra: 2023-01-01}]}
moeter/2022-11-16:
  tid: "12:00"
  aapent: ja
  moeteleder: kari
  referent: nina
  antall_stemmeberettigede: 4
  oppmoete:
    - {person: kari}
    - {person: ola, digitalt: ja}
    - {person: liv, gikk: 1/22}
    - {person: per, kom: 2/22, gikk: "14:00"}
    - {person: ida, rolle: observatoer}
    - {navn: Tor Moe, funksjon: rådgiver, representerer: Helse Vest, rolle: sekretariat}
    - {navn: Siv Haug, fra_utvalg: Eldrerådet i Bergen}
  undertegnes_av: [ola, liv]
  saker:
    - nr: 1/22
      tittel: Høring
      type: vedtak
      tatt_opp: "12:30"
      vedtak:
        tekst: Utvalget sier ja.
        stemmer: {for: 2, mot: 2, avholdende: 1}
        ved_likhet: leder
        stemte_mot: [ola, liv]
        avsto: Siv Haug
        alternativer: [{tekst: Utvalget sier nei., fremmet_av: ola, stemmer: {for: 1, mot: 3}}]
      protokolltilfoersel: [{av: [ola, lhl], tekst: Vi er uenige.}]
    - {nr: 2/22, tittel: Tilskudd, type: vedtak, tatt_opp: ukjent, inhabil: [{person: ola, vara: eva}, {person: kari}],
       vedtak: {tekst: LHL får støtte., enstemmig: ja}}
    - nr: 3/22
      tittel: Valg
      type: valg
      tatt_opp: "13:30"
      valg:
        - {verv: leder, valgt: [kari], fra: 2023-01-01, til: 2023-12-31, stemmer: {for: 2, mot: 2},
           ved_likhet: loddtrekning}
        - {verv: nestleder, valgt: [ola], fra: 2023-01-01, til: 2023-12-31, enstemmig: ja}
    - {nr: 4/22, tittel: Klage, type: vedtak, inhabil: [{person: liv}]}
"""

NB = """\
## Til stede

Til stede da møtet begynte: 4 med stemmerett.

### Medlemmer

- Kari Nordmann (leder, kasserer, LHL)
- Ola Berg, digitalt
- Liv Moen, gikk etter sak 1/22

### Sykehuset

- Per Lund, kom til sak 2/22, gikk kl. 14.00

### Sekretariat

- Tor Moe (rådgiver, Helse Vest)
- Nina Dahl (sekretær)

### Gjester

- Siv Haug (Eldrerådet i Bergen)

### Observatører

- Ida Strand

## Sak 1/22: Høring

- Tatt opp: kl. 12.30
- Til stede i saken: 3 med stemmerett

### Vedtak i sak 1/22

Utvalget sier ja.

Stemmer: 2 for, 2 mot, 1 avsto fra å stemme.

- Stemte mot:
  - Ola Berg
  - Liv Moen
- Avsto fra å stemme: Siv Haug

Stemmene sto likt, og lederen avgjorde.

### Forslag som falt i sak 1/22

Forslag fra Ola Berg:

Utvalget sier nei.

Stemmer: 1 for, 3 mot.

### Ført til protokollen i sak 1/22

Fra Ola Berg og LHL:

Vi er uenige.

## Sak 2/22: Tilskudd

- Inhabil, og ikke med i saken:
  - Ola Berg; Eva Vik møtte i stedet
  - Kari Nordmann (LHL)
- Til stede i saken: 2 med stemmerett

### Vedtak i sak 2/22

LHL får støtte.

Enstemmig.

## Sak 3/22: Valg

- Tatt opp: kl. 13.30

### Valg i sak 3/22

- Leder for 2023: Kari Nordmann (LHL)

Stemmer: 2 for, 2 mot.

Stemmene sto likt, og loddtrekning avgjorde.

- Nestleder for 2023: Ola Berg

Enstemmig.

## Sak 4/22: Klage

- Inhabil, og ikke med i saken: Liv Moen

## Undertegnes av

- Ola Berg
- Liv Moen
"""

NN = """\
Møtet var ope.
Til stades då møtet tok til: 4 med røysterett.
- Kari Nordmann (leiar, kasserar, LHL)
- Liv Moen, gjekk etter sak 1/22
### Sjukehuset
- Per Lund, kom til sak 2/22, gjekk kl. 14.00
### Observatørar
- Teken opp: kl. 12.30
Røyster: 2 for, 2 mot, 1 lét vere å røyste.
- Røysta mot:
- Lét vere å røyste: Siv Haug
Røystene stod likt, og leiaren avgjorde.
### Framlegg som fall i sak 1/22
Framlegg frå Ola Berg:
### Ført til protokollen i sak 1/22
Frå Ola Berg og LHL:
- Inhabil, og ikkje med i saka:
  - Ola Berg; Eva Vik møtte i staden
Samrøystes.
Røystene stod likt, og loddtrekning avgjorde.
## Blir underskrive av
"""


def referat(register: str, maalform: str = "nb", slag: Dokumentslag = "referat") -> str:
    """A document of the meeting."""
    files = tree(register.replace("MAALFORM", maalform))
    loaded = load(files)
    assert not loaded.findings
    mappe = loaded.register.mapper["utvalget"]
    (moete,) = (m for m in mappe.moeter if m.dato == date(2022, 11, 16))
    made = lag(slag, loaded.register, mappe, moete, files)
    assert isinstance(made, str)
    return made


def test_who_was_there_and_how_it_was_decided() -> None:
    text = referat(REGISTER)
    assert "Møtet var åpent." in text
    assert text[text.index("## Til stede") :] == NB


def test_in_nynorsk() -> None:
    lines = referat(REGISTER, "nn").splitlines()
    assert [line for line in NN.splitlines() if line not in lines] == []


def test_of_a_proposal_that_fell_it_is_enough_how_many_wanted_it() -> None:
    """Of a decision it is not: who leaves out those against says too much."""
    text = referat(REGISTER.replace("{for: 1, mot: 3}", "{for: 1, mot: ukjent}"))
    assert "Utvalget sier nei.\n\nStemmer: 1 for.\n" in text
    assert "Stemmer: 2 for" not in referat(REGISTER.replace("{for: 2, mot: 2", "{for: 2, mot: ukjent"))


@pytest.mark.parametrize("fakta", ["kom", "gikk", "rolle"])
def test_what_nobody_knows_of_an_attendance_is_not_said(fakta: str) -> None:
    known = {"kom": "kom: 2/22", "gikk": "gikk: 1/22", "rolle": "rolle: observatoer"}[fakta]
    text = referat(REGISTER.replace(known, f"{fakta}: ukjent"))
    assert "ukjent" not in text


def test_what_nobody_knows_of_a_decision_is_not_said() -> None:
    facts = "inhabil: ukjent, protokolltilfoersel: ukjent, tatt_opp: ukjent"
    keys = ("stemmer", "ved_likhet", "stemte_for", "stemte_mot", "avsto", "alternativer")
    how = ", ".join(f"{key}: ukjent" for key in keys)
    case = f"    - {{nr: 5/22, tittel: A, type: vedtak, {facts}, vedtak: {{tekst: Ja., {how}}}}}\n"
    text = referat(REGISTER + case)
    assert text.endswith("## Undertegnes av\n\n- Ola Berg\n- Liv Moen\n")
    assert "## Sak 5/22: A\n\n### Vedtak i sak 5/22\n\nJa.\n\n## Undertegnes av" in text


def test_where_all_members_are_of_one_side_they_are_the_members() -> None:
    only = REGISTER.replace("navn: Kari Nordmann\n", "navn: Kari Nordmann\n  side: sykehus\n")
    for name in ("Ola Berg", "Liv Moen"):
        only = only.replace(f"navn: {name},", f"navn: {name}, side: sykehus,")
    text = referat(only)
    assert "### Sykehuset" not in text
    assert "- Per Lund, kom til sak 2/22, gikk kl. 14.00\n\n### Sekretariat" in text


HEMMELIGHETER = ("Hemmelighet-A", "Hemmelighet-B", "Hemmelighet-C", "Hemmelighet-D", "Hemmelighet-E")
LUKKET = """
    - nr: 5/22
      tittel: T
      type: valg
      fortrolig: FORTROLIG
      fortrolig_til: ukjent
      offentlig_tittel: Personalsak
      tatt_opp: "14:44"
      inhabil: [{person: Hemmelighet-A, vara: Hemmelighet-B}]
      vedtak:
        tekst: Hemmelighet-C
        stemmer: {for: 17, mot: 0}
        ved_likhet: Hemmelighet-D
        stemte_for: [Hemmelighet-A]
        stemte_mot: [Hemmelighet-B]
        avsto: [Hemmelighet-C]
        alternativer: [{tekst: Hemmelighet-D, fremmet_av: Hemmelighet-E, stemmer: {for: 17}}]
      valg: [{verv: leder, valgt: ukjent, fra: ukjent, ved_likhet: Hemmelighet-E, stemte_mot: [Hemmelighet-A]}]
      protokolltilfoersel: [{av: Hemmelighet-D, tekst: Hemmelighet-E}]
"""


@pytest.mark.parametrize("slag", ["innkalling", "referat"])
@pytest.mark.parametrize("fortrolig", ["ja", "ukjent"])
def test_nothing_of_it_is_told_of_a_closed_case(slag: Dokumentslag, fortrolig: str) -> None:
    text = referat(REGISTER + LUKKET.replace("FORTROLIG", fortrolig), slag=slag)
    assert "Personalsak" in text
    assert not any(word in text for word in (*HEMMELIGHETER, "14.44", "17 for"))


def test_of_an_open_case_all_of_it_is() -> None:
    """So that the guard above has something to guard; but who was elected is not known, and so not how."""
    text = referat(REGISTER + LUKKET.replace("FORTROLIG", "nei"))
    assert [word for word in (*HEMMELIGHETER, "14.44", "17 for") if word not in text] == []


@pytest.mark.parametrize(("maalform", "leder"), [("nb", "konstituert leder"), ("nn", "konstituert leiar")])
def test_who_only_acts_in_a_verv_is_said_to_wherever_it_is_told(maalform: str, leder: str) -> None:
    register = f"""
utvalg: {{maalform: {maalform}, forfall_til: leder}}
medlemmer/kari:
  navn: Kari Nordmann
  oppnevninger: [{{verv: medlem, fra: 2022-01-01}}, {{verv: leder, fra: 2022-06-01, konstituert: ja}}]
moeter/2022-11-16: {{oppmoete: [{{person: kari}}]}}
"""
    lastet = load(tree(register))
    mappe = lastet.register.mapper["utvalget"]
    minutes, notice = (
        str(lag(slag, lastet.register, mappe, mappe.moeter[0], lastet.landet.tree))
        for slag in ("referat", "innkalling")
    )
    assert f"Kari Nordmann ({leder})" in minutes
    assert f"{leder} Kari Nordmann" in notice
