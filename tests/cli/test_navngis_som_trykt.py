"""Whoever and whatever is named to a verb as it is printed, is written as if it had been named by its id."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.app import program
from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.cli.run import run
from cli.test_skriveverb import verbene
from smaa_registre import skriv

pytestmark = pytest.mark.usefixtures("samme_dom")

DAG = "2026-03-12"
TRYKT = {
    "UTVALG": ("utvalget", "Brukerutvalget ved Nav Storelva", "brukerutvalget ved nav storelva",
               "Brukarutvalet ved Nav Storelva", "Brukerutvalget ved Nav Storelva (utvalget)"),
    "PERSON": ("kari-nordmann", "Kari Nordmann", "Kari Nordmann (kari-nordmann)", "Kari Nordmann (FFO), leder",
               "Nordmann, Kari"),
    "ANNEN": ("ola-berg", "Ola Berg", "Ola Berg (ola-berg)", "Ola Berg (FFO)", "OLA BERG"),
    "UNAVNGITT": ("per-hansen", "Representant for LHL", "representant for LHL, medlem",
                  "Representant for Landsforeningen for hjerte- og lungesyke", "Per Hansen"),
    "SAK": ("1/26", "Sak 1/26", "Sak 1/26: Ventetid", "sak 1/26", "Ventetid"),
    "VENTER": ("2026-009", "2026-009: Bussen", "Bussen", "2026-009 Bussen", "bussen"),
    "MOETE": ("2026-03-11", "onsdag 11. mars 2026", "møtet 11. mars 2026", "onsdag 11. mars 2026, kl. 12.00–14.00",
              "20260311T120000"),
    "TIDLIG": ("2026-02-11", "onsdag 11. februar 2026", "11. februar 2026", "11.02.2026", "møtet 11. feb 2026"),
    "SENERE": ("2026-06-10", "onsdag 10. juni 2026", "10. juni 2026", "ons. 10.6.2026", "10.06.26"),
    "DAG": ("2026-07-01", "onsdag 1. juli 2026", "1. juli 2026", "1.7.2026", "20260701"),
    "TID": ("13:00", "kl. 13.00", "klokka 13", "13.00", "kl. 13:00"),
    "ORG": ("ffo", "FFO", "Funksjonshemmedes Fellesorganisasjon", "Funksjonshemmedes Fellesorganisasjon (ffo)",
            "funksjonshemmedes fellesorganisasjon"),
    "VERV": ("nestleder", "Nestleder", "nestlederen", "nestleiar", "nestleiaren"),
    "SIDE": ("bruker", "brukersiden", "Bruker", "brukar", "brukarsida"),
    "REGEL": ("regelen", "Avsnittet, «skal», i regelverket (regelen)", "regelen (Avsnittet)", "regelen:", "Regelen"),
    "FAKTUM": ("ola-berg.representerer", "Ola Berg.representerer", "Ola Berg (ola-berg).representerer",
               "ola-berg.representerer:", "ola berg.representerer"),
}  # fmt: skip
"""What each is called: its id, and how commands, documents and calendars print it."""

REGISTER: dict[str, Any] = {
    "regel": {"regel": "bekreftelse"},
    "organisasjoner": {
        "ffo": {
            "navn": "Funksjonshemmedes Fellesorganisasjon",
            "forkortelse": "FFO",
            "type": "paraply",
            "side": "bruker",
        },
        "lhl": {
            "navn": "Landsforeningen for hjerte- og lungesyke",
            "forkortelse": "LHL",
            "type": "landsdekkende",
            "side": "bruker",
        },
        "fylket": {"navn": "Nav Fylket", "type": "offentlig", "side": "nav"},
    },
    "utvalg": {
        "navn": {"nb": "Brukerutvalget ved Nav Storelva", "nn": "Brukarutvalet ved Nav Storelva"},
        "eier": "fylket",
        "registrert_fra": "2026-01-01",
    },
    "medlemmer/kari-nordmann": {
        "navn": "Kari Nordmann",
        "representerer": "ffo",
        "oppnevninger": [{"verv": "medlem", "fra": "2026-01-01"}, {"verv": "nestleder", "fra": "2026-01-01"}],
    },
    "medlemmer/ola-berg": {"navn": "Ola Berg"},
    "medlemmer/per-hansen": {
        "navn": "Per Hansen",
        "publisering": "kun_organisasjon",
        "representerer": "lhl",
        "oppnevninger": [{"verv": "medlem", "fra": "2026-01-01"}],
    },
    "moeter/2026-02-11": {"status": "avholdt", "oppmoete": [{"person": "kari-nordmann"}]},
    "moeter/2026-03-11": {
        "status": "avholdt",
        "tid": "12:00",
        "slutt": "14:00",
        "oppmoete": [{"person": "kari-nordmann"}],
        "saker": [
            {
                "nr": "1/26",
                "tittel": "Ventetid",
                "type": "vedtak",
                "vedtak": {"tekst": "Ja."},
                "oppfoelging": [{"hva": "Ring", "ansvarlig": "kari-nordmann", "frist": "2026-06-01"}],
            }
        ],
    },
    "moeter/2026-06-10": {"status": "planlagt"},
    "saker/2026-009": {
        "tittel": "Bussen",
        "innmeldt_av": "bruker",
        "innmeldt": "2026-02-01",
        "type": "droefting",
    },
}

KOMMANDOER = """
moeteplan UTVALG 2026 --dager DAG --tid TID --vedtatt-i SAK
moete ny UTVALG DAG --tid TID
moete endre UTVALG SENERE --tid TID
moete foer UTVALG SENERE --praktisk Kaffe
moete gjenaapne UTVALG MOETE
sak ny UTVALG Tog --innmeldt-av UNAVNGITT
sak ny UTVALG Tog --innmeldt-av SIDE
sak ny UTVALG Tog --innmeldt-av SIDE --saksbehandler UNAVNGITT
sak til-moete UTVALG VENTER SENERE
sak forslag UTVALG MOETE SAK Ja
sak svar UTVALG SAK Takk
sak referert UTVALG SAK --i ORG
sak ta-opp UTVALG SAK SENERE --innmeldt-av ORG --inviter VERV --inviter UNAVNGITT
sak foer UTVALG MOETE SAK --svar Ja --innleder ANNEN --innleder UNAVNGITT
sak foer UTVALG MOETE SAK --vedtak Ja --ved-likhet VERV --stemte-for PERSON --stemte-mot UNAVNGITT --tatt-opp TID
sak foer UTVALG MOETE SAK --vedtak Ja --avsto UNAVNGITT
sak utsett UTVALG MOETE SAK --til SENERE
sak oversend UTVALG MOETE SAK --til ORG
sakliste UTVALG SENERE --foreslaatt-av VERV --godkjent-av SIDE --i-samraad-med VERV
sendt UTVALG MOETE referat --til ORG
flytt UTVALG SENERE --til DAG --tid TID
avlys UTVALG SENERE
oppmoete UTVALG MOETE --forfall UNAVNGITT --vara ANNEN=UNAVNGITT --moeteleder PERSON --referent PERSON
oppmoete UTVALG MOETE --kom PERSON --ogsaa ANNEN --ikke-moett UNAVNGITT
oppmoete UTVALG MOETE --lytter ANNEN --ukjent UNAVNGITT
oppmoete UTVALG MOETE --observatoer ANNEN --sekretariat UNAVNGITT --undertegnes-av PERSON
valg UTVALG MOETE SAK ANNEN --verv VERV --fra DAG --fraviker REGEL
valg UTVALG MOETE SAK ANNEN --verv VERV --stemte-for PERSON --stemte-mot UNAVNGITT --ved-likhet VERV
valg UTVALG MOETE SAK ANNEN --verv VERV --avsto UNAVNGITT
oppfoelging ny UTVALG MOETE SAK Skriv --ansvarlig PERSON --frist DAG
oppfoelging ferdig UTVALG SAK
godkjenn UTVALG TIDLIG --i MOETE
publisert UTVALG MOETE referat --kanal nav.no --via ORG
person ny UTVALG Eva --side SIDE --representerer ORG
organisasjon ny UTVALG Elvelaget --side SIDE
oppnevn UTVALG ANNEN --verv VERV --fra DAG --av ORG --foreslaatt-av ORG --valgt-i SAK --avloeser
oppnevn UTVALG ANNEN --verv vara --vara-for UNAVNGITT
avslutt UTVALG PERSON --verv VERV --til DAG
avslutt UTVALG PERSON --verv VERV --til DAG --bortfalt-etter REGEL
permisjon UTVALG PERSON --verv VERV --fra DAG --til 2026-12-31 --stedfortreder ANNEN
erstatt UTVALG PERSON ANNEN --verv VERV --fra DAG
runde UTVALG PERSON --vara ANNEN=PERSON --fra DAG --til 2027-12-31 --av ORG --ja
kontaktperson UTVALG ANNEN --fra DAG
antatt foer UTVALG FAKTUM ORG
opplaering UTVALG PERSON ANNEN
hendelse ny UTVALG evaluering --sak SAK --moete MOETE --ansvarlig PERSON --fra DAG --til DAG
bekreft UTVALG REGEL --ansvarlig PERSON --sak SAK --gjelder ANNEN
avvik ny UTVALG REGEL --grunn G --vedtatt-i SAK --gjelder MOETE --til DAG
avvik ny UTVALG REGEL --grunn G --vedtatt-av ORG --vedtatt-i SAK --gjelder MOETE
avvik ny UTVALG REGEL --grunn G --notert-i SAK --gjelder SAK
endre UTVALG moete SENERE moeteleder PERSON
legg-til UTVALG oppmoete MOETE person UNAVNGITT
"""
NEVNER = {"UTVALG", "MØTE", "SAK", "PERSON", "HVEM", "ORGANISASJON", "VERV", "SIDE", "BESTEMMELSE", "OVERTAR", "VARA",
          "VARA[=MEDLEM]", "MØTE|SAK", "DAG", "KLOKKESLETT", "DATO"}  # fmt: skip
"""What an argument is called, where it names something that is printed somewhere."""
ANDRE = {"person alle", "person liste", "slett", "antatt bekreft"}
"""Verbs that read what they name as one in the table does."""
SAMME = {
    "sak til-moete --fortrolig-til", "sak foer --fortrolig-til", "moete ny --slutt", "moete endre --slutt",
    "flytt --slutt", "valg --til", "oppnevn --til", "runde --side", "person liste --side", "person liste --fra",
    "runde --til", "moete ny --felles-med", "permisjon --til",
}  # fmt: skip
"""Options that are read by the same function as one beside them in the table."""


def sagt(kommando: str, form: int) -> list[str]:
    """The command with each of them named in this form; 0 is by id."""
    names = "|".join(TRYKT)
    return [re.sub(rf"\b({names})\b", lambda found: TRYKT[found[1]][form], word) for word in kommando.split()]


def filene(rot: Path) -> dict[str, str]:
    return {p.relative_to(rot).as_posix(): p.read_text(encoding="utf-8") for p in rot.rglob("*.yaml")}


@pytest.mark.parametrize("kommando", KOMMANDOER.strip().splitlines())
def test_named_as_it_is_printed_is_written_by_id(
    tmp_path: Path, kommando: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = []
    for form in range(len(TRYKT["UTVALG"])):
        rot = tmp_path / str(form)
        rot.mkdir()
        skriv(rot, REGISTER)
        monkeypatch.chdir(rot)
        before = filene(rot)
        words = sagt(kommando, form)
        assert run([*words, "--dato", DAG, "--likevel"]) == 0, (words, capsys.readouterr())
        written.append(filene(rot))
        assert written[-1] != before
        assert written[-1] == written[0], words


def test_every_argument_that_names_something_is_tried() -> None:
    app = program()
    rows = KOMMANDOER.strip().splitlines()
    missing = []
    for name, verb in verbene(app, Context(app)):
        if not {"--dry-run", "--likevel"} <= {opt for p in verb.params for opt in p.opts}:
            continue
        if name in ANDRE:
            continue
        own = [row for row in rows if row.startswith(f"{name} ")]
        options = {option for row in own for option in re.findall(r"--[a-z-]+", row)} | {"--dato"}
        named = (p for p in verb.params if p.metavar in NEVNER and p.opts[0].startswith("-"))
        missing += [f"{name} {p.opts[0]}" for p in named if p.opts[0] not in options]
        arguments = sum(p.metavar in NEVNER for p in verb.params if not p.opts[0].startswith("-"))
        given = max((len(re.findall(r" [A-Z]{2,}", row.partition(" --")[0])) for row in own), default=0)
        missing += [f"{name} argument"] * (arguments > given)
    assert {each for each in missing if each not in SAMME} == set()


@pytest.mark.parametrize("hel", ["sendt", "referat", "sakliste", "sted"])
def test_of_what_is_unknown_as_a_whole_a_part_can_be_known(
    tmp_path: Path, hel: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = REGISTER["moeter/2026-03-11" if hel in ("sendt", "referat") else "moeter/2026-06-10"]
    day = "2026-03-11" if hel in ("sendt", "referat") else "2026-06-10"
    skriv(tmp_path, REGISTER | {f"moeter/{day}": meeting | {hel: "ukjent"}})
    monkeypatch.chdir(tmp_path)
    said = {
        "sendt": ("sendt", "utvalget", day, "referat"),
        "referat": ("sendt", "utvalget", day, "referat", "--til", "FFO"),
        "sakliste": ("sakliste", "utvalget", day, "--godkjent-av", "nestleder"),
        "sted": ("moete", "endre", "utvalget", day, "--sted", "Rådhuset"),
    }
    assert run([*said[hel], "--dato", DAG, "--likevel"]) == 0, capsys.readouterr()
    assert f"{hel}: ukjent" not in filene(tmp_path)[f"records/utvalg/utvalget/moeter/{day}.yaml"]
