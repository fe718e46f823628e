"""A truthful witness: no command writes a fact that nobody said, whatever the mandate would like it to be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from typer import BadParameter

from brukerutvalg_cli.cli.app import program
from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.svar import svar, tekst
from brukerutvalg_cli.model.forseglet import Segl
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.verdier import Ukjent
from cli.test_skriveverb import verbene
from smaa_registre import UTVALG, skriv

pytestmark = pytest.mark.usefixtures("samme_dom")

DAG = "2026-03-11"
DATO = "2026-03-13"
"""The day of the command, which is no other day."""

ORGANISASJONER = {
    "ffo": {"navn": "FFO", "forkortelse": "FFO", "type": "paraply", "side": "bruker"},
    "kontoret": {"navn": "Nav Storelva", "type": "offentlig", "side": "nav"},
    "fylket": {"navn": "Nav Fylket", "type": "offentlig", "side": "nav"},
}
FOLK: dict[str, Any] = {
    "medlemmer/kari": {
        "representerer": "ffo",
        "oppnevninger": [{"verv": "medlem", "fra": "2026-01-01"}, {"verv": "leder", "fra": "2026-01-01"}],
    },
    "medlemmer/ola": {"representerer": "ffo"},
    "medlemmer/nina": {"side": "nav", "oppnevninger": [{"verv": "sekretaer", "fra": "2026-01-01"}]},
}
MOETER: dict[str, Any] = {
    "moeter/2026-03-11": {
        "status": "innkalt",
        "sakliste": {"dato": "2026-02-25"},
        "saker": [{"nr": "1/26", "tittel": "Ventetid", "type": "droefting"}],
    },
    "moeter/2026-06-10": {"status": "planlagt"},
}
FOER_ET_MOETE = {**MOETER, "moeter/2026-03-11": {**MOETER["moeter/2026-03-11"], "sakliste": None}}
HOLDT: dict[str, Any] = {
    "moeter/2026-03-11": {
        **MOETER["moeter/2026-03-11"],
        "status": "avholdt",
        "oppmoete": [{"person": "kari"}],
        "moeteleder": "kari",
        "tid": "12:00",
        "form": "fysisk",
        "sted": {"navn": "Rådhuset", "universell_utforming": "ja"},
    },
    "moeter/2026-06-10": {"status": "avholdt", "oppmoete": []},
}


LAGT_UT: dict[str, Any] = {
    "moeter/2026-03-11": {
        **HOLDT["moeter/2026-03-11"],
        "referat": {"publisert": {"dato": "2026-03-12", "kanal": "nav.no"}},
    },
    "moeter/2026-06-10": HOLDT["moeter/2026-06-10"],
}


class Plantet(NamedTuple):
    """What a mandate wishes, a command that does not say it, and the same with the words that do."""

    regel: str
    kommando: tuple[str, ...]
    sagt: tuple[str, ...]
    dag: str = DAG
    moeter: dict[str, Any] = MOETER


MOETE = ("utvalget", DAG)
PLANTET = {
    "hvem referatet gikk til": Plantet(
        "{regel: utsending, hva: referat, til: [fylket]}",
        ("sendt", *MOETE, "referat"),
        ("--til", "fylket"),
        moeter=HOLDT,
    ),
    "hvem innkallingen gikk til": Plantet(
        "{regel: utsending, hva: innkalling, til: [fylket]}",
        ("sendt", *MOETE, "innkalling"),
        ("--til", "Nav Fylket"),
        moeter=HOLDT,
    ),
    "hvor det ble lagt ut": Plantet(
        "{regel: utsending, hva: referat, kanal: nav.no}",
        ("publisert", *MOETE, "referat"),
        ("--kanal", "nav.no"),
        moeter=HOLDT,
    ),
    "hvem som la det ut": Plantet(
        "{regel: utsending, hva: referat, kanal: nav.no, via: fylket}",
        ("publisert", *MOETE, "referat", "--kanal", "nav.no"),
        ("--via", "fylket"),
        moeter=HOLDT,
    ),
    "hvem som ledet": Plantet(
        "{regel: krav, hver: moete, skal_ha: {moeteleder: leder}}",
        ("oppmoete", *MOETE),
        ("--moeteleder", "kari"),
    ),
    "hva som ble dekket": Plantet(
        "{regel: krav, hver: oppmoete, skal_ha: {dekker: {alle: [reise]}}}",
        ("oppmoete", *MOETE),
        ("--godtgjort", "ja"),
    ),
    "reglene for godtgjørelsen": Plantet(
        "{regel: krav, hver: oppmoete, skal_ha: {godtgjoeres_etter: kommunale_regler}}",
        ("oppmoete", *MOETE),
        ("--godtgjort", "ja"),
    ),
    "hvem som foreslo sakslista": Plantet(
        "{regel: krav, hver: moete, skal_ha: {sakliste: {foreslaatt_av: leder}}}",
        ("sakliste", *MOETE),
        ("--foreslaatt-av", "leder"),
        moeter=FOER_ET_MOETE,
    ),
    "hvem som godkjente den": Plantet(
        "{regel: krav, hver: moete, skal_ha: {sakliste: {godkjent_av: leder}}}",
        ("sakliste", *MOETE),
        ("--godkjent-av", "Kari"),
        moeter=FOER_ET_MOETE,
    ),
    "hvem det var i samråd med": Plantet(
        "{regel: krav, hver: moete, skal_ha: {sakliste: {i_samraad_med: nav}}}",
        ("sakliste", *MOETE),
        ("--i-samraad-med", "nav"),
        moeter=FOER_ET_MOETE,
    ),
    "hva som alltid er på sakslista": Plantet(
        "{regel: krav, hver: moete, skal_ha: {faste_saker: organisasjonenes_runde}}",
        ("sakliste", *MOETE),
        ("--faste-saker", "organisasjonenes_runde"),
        moeter=FOER_ET_MOETE,
    ),
    "hvor alle kan komme inn": Plantet(
        "{regel: krav, hver: moete, skal_ha: {sted: {universell_utforming: ja}}}",
        ("moete", "ny", "utvalget", "2026-09-09"),
        ("--sted", "Rådhuset", "--universell-utforming", "ja"),
        moeter={"moeter/2026-03-11": HOLDT["moeter/2026-03-11"]},
    ),
    "formen på møtet": Plantet(
        "{regel: krav, hver: moete, skal_ha: {form: fysisk}}",
        ("moete", "ny", "utvalget", "2026-09-09"),
        ("--form", "fysisk"),
        moeter={"moeter/2026-03-11": HOLDT["moeter/2026-03-11"]},
    ),
    "formen på alle møtene": Plantet(
        "{regel: krav, hver: moete, skal_ha: {form: fysisk}}",
        ("moeteplan", "utvalget", "2026", "--dager", "9.9.2026"),
        ("--som-sist",),
        moeter={"moeter/2026-03-11": HOLDT["moeter/2026-03-11"]},
    ),
    "hvem som oppnevnte": Plantet(
        "{regel: krav, hver: oppnevning, skal_ha: {av: eier}}",
        ("oppnevn", "utvalget", "ola", "--verv", "vara", "--fra", "2026-03-01"),
        ("--av", "Nav Storelva"),
    ),
    "hvem som foreslo": Plantet(
        "{regel: krav, hver: oppnevning, skal_ha: {foreslaatt_av: ffo}}",
        ("oppnevn", "utvalget", "ola", "--verv", "vara", "--fra", "2026-03-01"),
        ("--foreslaatt-av", "FFO"),
    ),
    "hvem som oppnevnte alle": Plantet(
        "{regel: krav, hver: oppnevning, skal_ha: {av: eier}}",
        ("runde", "utvalget", "ola", "--fra", "2026-03-01", "--til", "2027-12-31", "--ja"),
        ("--av", "kontoret"),
    ),
    "hvem som foreslo alle": Plantet(
        "{regel: krav, hver: oppnevning, skal_ha: {foreslaatt_av: ffo}}",
        ("runde", "utvalget", "ola", "--fra", "2026-03-01", "--til", "2027-12-31", "--ja"),
        ("--foreslaatt", "ja"),
    ),
    "hvem som meldte inn saken": Plantet(
        "{regel: krav, hver: sak, skal_ha: {innmeldt_av: bruker}}",
        ("sak", "ta-opp", "utvalget", "1/26", "2026-06-10"),
        ("--innmeldt-av", "bruker"),
        moeter={**MOETER, "moeter/2026-03-11": {**MOETER["moeter/2026-03-11"], "status": "avholdt"}},
    ),
    "hvem som har ansvaret": Plantet(
        "{regel: krav, hver: oppfoelging, skal_ha: {ansvarlig: foert}}",
        ("oppfoelging", "ny", *MOETE, "1/26", "Ring"),
        ("--ansvarlig", "Kari"),
        moeter=HOLDT,
    ),
    "når det skal være gjort": Plantet(
        "{regel: krav, hver: oppfoelging, skal_ha: {frist: foert}}",
        ("oppfoelging", "ny", *MOETE, "1/26", "Ring"),
        ("--frist", "1.6.2026"),
        moeter=HOLDT,
    ),
}


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def register(rot: Path, regel: str = "", moeter: dict[str, Any] = MOETER) -> None:
    council = {
        "eier": "kontoret",
        "overordnet": "fylket",
        "organisasjoner": ["ffo"],
        "registrert_fra": "2026-01-01",
    }
    data: dict[str, Any] = {"organisasjoner": ORGANISASJONER, "utvalg": council, **FOLK, **moeter}
    if regel:
        data["regel"] = yaml.load(regel, yaml.CBaseLoader)
    skriv(rot, data)


def stilling(capsys: pytest.CaptureFixture[str], dag: str) -> tuple[str, int]:
    """What `regelverk for` says of the one provision, and how often it is kept."""
    capsys.readouterr()
    assert run(["regelverk", "for", "utvalget", "--json", "--dato", dag]) == 0
    (rules,) = json.loads(capsys.readouterr().out)["regelverk"]
    (provision,) = rules["bestemmelser"]
    return str(provision["utfall"]), int(provision["ganger_holdt"])


@pytest.mark.parametrize("navn", PLANTET)
def test_what_the_mandate_wishes_is_not_recorded_because_it_wishes_it(
    rot: Path, navn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    case = PLANTET[navn]
    register(rot, case.regel, case.moeter)
    _, before = stilling(capsys, "2026-12-31")
    assert run([*case.kommando, "--dato", case.dag, "--likevel"]) == 0, capsys.readouterr()
    outcome, kept = stilling(capsys, "2026-12-31")
    assert kept == before, (outcome, kept)
    assert run(["angre"]) == 0
    # And the provision is one that the command can keep, when somebody says so.
    assert run([*case.kommando, *case.sagt, "--dato", case.dag, "--likevel"]) == 0, capsys.readouterr()
    assert stilling(capsys, "2026-12-31")[1] > before


# ── Everything that stands in the files was said, follows from a record, or is `ukjent` ────────────


class Skriver(NamedTuple):
    """A command with none of the facts it can be without, and what it may write beside `ukjent`, what stands in the
    command, and the day it was done. `selv` is what follows from a record, or is what the command itself says."""

    kommando: tuple[str, ...]
    selv: tuple[str, ...] = ()
    moeter: dict[str, Any] = MOETER


TO_HOLDT: dict[str, Any] = {
    "moeter/2026-02-11": {"status": "avholdt", "oppmoete": [{"person": "kari"}]},
    "moeter/2026-03-11": {
        **HOLDT["moeter/2026-03-11"],
        "saker": [
            {
                "nr": "1/26",
                "tittel": "Ventetid",
                "type": "droefting",
                "oppfoelging": [{"hva": "Ring", "ansvarlig": "kari", "frist": "2026-06-01"}],
            }
        ],
    },
    "moeter/2026-06-10": {"status": "planlagt"},
    "saker/2026-009": {
        "tittel": "Bussen",
        "innmeldt_av": "bruker",
        "innmeldt": "2026-02-01",
        "type": "annet",
    },
    "medlemmer/per": {"oppnevninger": [{"verv": "nestleder", "fra": "2024-05-01", "til": "2026-04-30"}]},
    "medlemmer/eva": {"side": {"antatt": "bruker"}},
}
OPPE: dict[str, Any] = {
    **TO_HOLDT,
    "moeter/2026-03-11": {
        **HOLDT["moeter/2026-03-11"],
        "saker": [{"nr": "1/26", "tittel": "Referat", "type": "godkjenning", "godkjenner": ["2026-02-11"]}],
    },
}
NYTT_MOETE = ("utvalget", "2026-06-10")
DET_NESTE = ("2026-03-11", "12:00", "Rådhuset", "ja", "fysisk")
"""The next meeting, as the minutes say it when they are approved."""

SKRIVER = {
    # The next meeting, as the minutes said it then.
    "sendt": Skriver(("sendt", *MOETE, "referat"), ("2026-06-10",), HOLDT),
    "sendt innkalling": Skriver(("sendt", *MOETE, "innkalling")),
    "sendt den første": Skriver(("sendt", *NYTT_MOETE, "innkalling"), ("innkalt",)),
    "publisert": Skriver(("publisert", *MOETE, "referat"), moeter=HOLDT),
    "publisert på nytt": Skriver(("publisert", *MOETE, "referat", "--paa-nytt"), moeter=LAGT_UT),
    # Who was called and is not said to be away, came: that is what the command says.
    "oppmoete": Skriver(("oppmoete", *MOETE), ("avholdt", "kari", "nina")),
    "sakliste": Skriver(("sakliste", *MOETE), moeter=FOER_ET_MOETE),
    # The minutes that wait are put up.
    "sakliste med referat": Skriver(
        ("sakliste", *NYTT_MOETE),
        ("2/26", "Godkjenning av referat", "godkjenning", "2026-02-11", "2026-03-11", "3/26", "ja", "orientering",
         "Oppfølging fra tidligere møter"),
        TO_HOLDT,
    ),
    "moete ny": Skriver(("moete", "ny", "utvalget", "2026-09-09"), ("planlagt",), HOLDT),
    "moeteplan": Skriver(("moeteplan", "utvalget", "2026", "--dager", "2026-09-09"), ("planlagt",), HOLDT),
    "moeteplan vedtatt": Skriver(
        ("moeteplan", "utvalget", "2026", "--dager", "2026-09-09", "--vedtatt-i", "1/26"),
        ("planlagt", "moeteplan", "For 2026.", "2026-03-11"),
        HOLDT,
    ),
    "moete endre": Skriver(("moete", "endre", *NYTT_MOETE, "--form", "fysisk")),
    "moete foer": Skriver(("moete", "foer", *MOETE, "--praktisk", "Kaffe")),
    "moete gjenaapne": Skriver(("moete", "gjenaapne", *MOETE), ("planlagt",), HOLDT),
    "flytt": Skriver(("flytt", *MOETE, "--til", "2026-03-18"), ("2026-03-11",)),
    "avlys": Skriver(("avlys", *MOETE), ("avlyst",)),
    "oppnevn": Skriver(("oppnevn", "utvalget", "ola", "--verv", "vara")),
    "avslutt": Skriver(("avslutt", "utvalget", "kari", "--verv", "leder", "--til", "2026-04-30")),
    "erstatt": Skriver(("erstatt", "utvalget", "kari", "ola", "--fra", "2026-05-01"), ("medlem", "2026-04-30")),
    "permisjon": Skriver(("permisjon", "utvalget", "kari", "--fra", "2026-05-01")),
    "runde": Skriver(
        ("runde", "utvalget", "kari", "ola", "--fra", "2027-01-01", "--til", "2028-12-31", "--menn", "2", "--ja"),
        ("medlem", "oppnevningsrunde", "2026-12-31"),
    ),
    "person ny": Skriver(("person", "ny", "utvalget", "Eva Strand")),
    "person ny for en organisasjon": Skriver(
        ("person", "ny", "utvalget", "Eva Strand", "--representerer", "ffo"), ("bruker",)
    ),
    "person liste": Skriver(
        ("person", "liste", "utvalget", "folk.csv", "--side", "bruker", "--ja"), ("Eva Strand", "medlem")
    ),
    "person alle": Skriver(("person", "alle", "utvalget")),
    "organisasjon ny": Skriver(("organisasjon", "ny", "utvalget", "Elvelaget")),
    "sak ny": Skriver(("sak", "ny", "utvalget", "Bussen")),
    "sak forslag": Skriver(("sak", "forslag", *MOETE, "1/26", "Utvalget ber om tall.")),
    "sak svar": Skriver(("sak", "svar", "utvalget", "1/26", "Tallene kommer.")),
    "sak referert": Skriver(("sak", "referert", "utvalget", "1/26", "--i", "kommunestyret")),
    "sak til-moete": Skriver(
        ("sak", "til-moete", "utvalget", "2026-009", "2026-06-10"), ("2/26", "Bussen", "bruker", "2026-02-01", "annet"),
        TO_HOLDT,
    ),
    "sak ta-opp": Skriver(
        ("sak", "ta-opp", "utvalget", "1/26", "2026-06-10"),
        ("2/26", "Ny behandling av sak 1/26: Ventetid", "droefting"),
    ),
    "sak utsett": Skriver(("sak", "utsett", *MOETE, "1/26"), ("ja", "Ventetid", "droefting")),
    "sak utsett til et møte": Skriver(
        ("sak", "utsett", *MOETE, "1/26", "--til", "2026-06-10"), ("ja", "2/26", "Ventetid", "droefting")
    ),
    "sak oversend": Skriver(("sak", "oversend", *MOETE, "1/26", "--til", "fylket"), moeter=HOLDT),
    "sak foer": Skriver(("sak", "foer", *MOETE, "1/26", "--vedtak", "Ja."), moeter=HOLDT),
    "sak foer med stemmer": Skriver(("sak", "foer", *MOETE, "1/26", "--vedtak", "Ja.", "--for", "5"), moeter=HOLDT),
    # What came to be at the meeting or later, goes with its minutes.
    "sak foer med vedlegg": Skriver(("sak", "foer", *MOETE, "1/26", "--vedlegg", "Tall"), ("referat",), HOLDT),
    "oppfoelging ny": Skriver(("oppfoelging", "ny", *MOETE, "1/26", "Ring"), moeter=HOLDT),
    "oppfoelging ferdig": Skriver(("oppfoelging", "ferdig", "utvalget", "1/26"), moeter=TO_HOLDT),
    # From the meeting on: the help says so.
    "valg": Skriver(("valg", *MOETE, "1/26", "ola", "--verv", "nestleder"), ("2026-03-11",), HOLDT),
    # The day after where somebody leads it, who has left by then. How long, nobody said.
    "valg etter en annen": Skriver(
        ("valg", *MOETE, "1/26", "ola", "--verv", "nestleder"), ("2026-03-12", "2026-03-11"), TO_HOLDT
    ),
    "godkjenn": Skriver(("godkjenn", "utvalget", "2026-02-11"), ("2026-03-11", "1/26", *DET_NESTE), OPPE),
    "godkjenn i et møte": Skriver(
        ("godkjenn", "utvalget", "2026-02-11", "--i", "2026-03-11"), DET_NESTE, TO_HOLDT
    ),
    "hendelse ny": Skriver(("hendelse", "ny", "utvalget", "evaluering")),
    "opplaering": Skriver(("opplaering", "utvalget", "kari")),
    "kontaktperson": Skriver(("kontaktperson", "utvalget", "nina"), ("kontaktperson",)),
    "bekreft": Skriver(
        ("bekreft", "utvalget", "h", "--ansvarlig", "kari", "--dokument", "Årsmelding"), ("bekreftelse",)
    ),
    "avvik ny": Skriver(("avvik", "ny", "utvalget", "h", "--grunn", "G", "--vedtatt-i", "1/26"), moeter=HOLDT),
    "antatt foer": Skriver(("antatt", "foer", "utvalget", "nina.representerer", "kontoret")),
    "antatt bekreft": Skriver(("antatt", "bekreft", "utvalget", "eva.side"), ("bruker",), TO_HOLDT),
    "endre": Skriver(("endre", "utvalget", "person", "ola", "navn", "Ola Berg")),
    "slett": Skriver(("slett", "utvalget", "person", "ola")),
    "legg-til": Skriver(("legg-til", "utvalget", "funksjon", "nina", "funksjon", "nav-leder")),
}  # fmt: skip
"""A row for every command, and one more where it depends on what stands there."""
UTEN_FAKTUM = {"lagre"}
"""Writes nothing in the records."""
DAGEN_DET_SKJEDDE = {
    "dato",
    "innmeldt",
    "fullfoert",
    "besvart",
    "satt_opp",
    "innkalling",
    "sakliste",
    "sakspapirer",
    "referat",
    "paa_nytt",
}
"""Where the day of the command is the fact that it records."""

OENSKER = """
bestemmelser:
- {id: a, avsnitt: A, styrke: boer, tekst: T, regel: utsending, hva: [referat, innkalling], til: [fylket]}
- {id: b, avsnitt: A, styrke: boer, tekst: T, regel: utsending, hva: referat, kanal: nav.no, via: fylket}
- {id: c, avsnitt: A, styrke: boer, tekst: T, regel: krav, hver: moete, skal_ha: {moeteleder: leder, form: fysisk,
   faste_saker: runde, sakliste: {foreslaatt_av: leder, godkjent_av: leder, i_samraad_med: nav}, aapent: ja,
   sted: {universell_utforming: ja}}}
- {id: d, avsnitt: A, styrke: boer, tekst: T, regel: krav, hver: oppmoete, skal_ha: {dekker: {alle: [reise]},
   godtgjoeres_etter: regler}}
- {id: e, avsnitt: A, styrke: boer, tekst: T, regel: krav, hver: oppnevning, skal_ha: {av: eier, foreslaatt_av: ffo,
   fullmakt: ja, samtykke: ja}}
- {id: f, avsnitt: A, styrke: boer, tekst: T, regel: krav, hver: sak, skal_ha: {foer_beslutning: ja,
   innmeldt_av: bruker}}
- {id: g, avsnitt: A, styrke: boer, tekst: T, regel: krav, hver: oppfoelging, skal_ha: {ansvarlig: foert, frist: foert}}
- {id: h, avsnitt: A, styrke: boer, tekst: T, regel: bekreftelse}
"""
"""A mandate that wishes everything a command could fill in."""


def verdier(data: Any, key: str = "") -> list[tuple[str, str]]:
    """Every value in a file, with the last key on the way to it."""
    if isinstance(data, dict):
        return [value for name, each in data.items() for value in verdier(each, name)]
    if isinstance(data, list):
        return [value for each in data for value in verdier(each, key)]
    return [(key, str(data))]


def alle_verdier(rot: Path) -> list[tuple[str, str]]:
    files = sorted((rot / "records").rglob("*.yaml"))
    return [v for f in files for v in verdier(yaml.load(f.read_text(encoding="utf-8"), yaml.CBaseLoader))]


def med_mindre(kommando: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The command, and every shorter one: without one of its options, or without its last arguments."""
    found = [kommando]
    for at, word in enumerate(kommando):
        if word.startswith("--"):
            found.append(kommando[:at] + kommando[at + (1 if word == "--ja" else 2) :])
    arguments = next((at for at, word in enumerate(kommando) if word.startswith("--")), len(kommando))
    found += [kommando[:at] + kommando[arguments:] for at in range(2, arguments)]
    return found


def med_oensker(rot: Path, moeter: dict[str, Any]) -> None:
    """The register with a mandate that wishes everything."""
    register(rot, moeter=moeter)
    (rot / "folk.csv").write_text("navn\nEva Strand\n", encoding="utf-8")
    rules = {"tittel": "M", "type": "mandat", "datert": "2000", "maalform": "nb"}
    path = rot / "records/regelverk/m.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(rules) + OENSKER, encoding="utf-8")
    council = rot / UTVALG / "utvalg.yaml"
    text = council.read_text(encoding="utf-8")
    council.write_text(
        text.replace("regelverk: []", "regelverk: [{id: m, fra: 2000-01-01}]"), encoding="utf-8"
    )


UTREGNET = {"segl", "id", "savnet", *Segl.model_fields}
"""What is reckoned, and no fact of anybody's."""


@pytest.mark.parametrize("navn", SKRIVER)
def test_what_is_written_was_said_or_follows_from_a_record_or_is_unknown(
    tmp_path: Path, navn: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SKRIVER[navn]
    for nr, words in enumerate(med_mindre(case.kommando)):
        rot = tmp_path / str(nr)
        rot.mkdir()
        monkeypatch.chdir(rot)
        med_oensker(rot, case.moeter)
        before = alle_verdier(rot)
        code = run([*words, "--dato", DATO, "--likevel"])
        assert code == 0 or nr, capsys.readouterr()
        new = alle_verdier(rot)
        for value in before:
            if value in new:
                new.remove(value)
        said = {*words, *case.selv, "ukjent"}
        unsaid = [
            (key, value)
            for key, value in new
            if value not in said and not (value == DATO and key in DAGEN_DET_SKJEDDE) and key not in UTREGNET
        ]
        assert unsaid == [], words


def test_every_command_that_writes_has_a_row() -> None:
    app = program()
    writing = {
        name
        for name, verb in verbene(app, Context(app))
        if {"--dry-run", "--likevel"} <= {opt for p in verb.params for opt in p.opts}
    }
    tried = {name for name in writing for case in SKRIVER.values() if _er(name, case.kommando)}
    assert writing - tried == UTEN_FAKTUM


def _er(name: str, kommando: tuple[str, ...]) -> bool:
    words = name.split()
    return list(kommando[: len(words)]) == words


def test_what_is_offered_is_taken_from_nobody() -> None:
    """The one way an answer is had: where nobody can be asked, what would be offered is no answer."""
    with pytest.raises(BadParameter, match="--av mangler"):
        svar("--av", "", "Hvem?", tekst, "kontoret")
    assert (
        faktum(Spoersmaal("--av", Oppnevning, "av", "Hvem?"), "", tekst, tilbudt="kontoret") is Ukjent.UKJENT
    )
    with pytest.raises(BadParameter, match="--verv mangler"):
        faktum(Spoersmaal("--verv", Oppnevning, "verv", "Hva?"), "", tekst, tilbudt="medlem")


def test_unknown_takes_nothing_away_that_is_known(rot: Path) -> None:
    """The same command again, with less said: what somebody said before, stands."""
    register(rot, "{regel: utsending, hva: referat, kanal: nav.no, via: fylket, til: [fylket]}", HOLDT)
    path = rot / UTVALG / f"moeter/{DAG}.yaml"
    for command, facts in (
        (("sendt", *MOETE, "referat"), ("--til", "fylket,ffo")),
        (("publisert", *MOETE, "referat"), ("--kanal", "nav.no", "--via", "fylket")),
    ):
        assert run([*command, *facts, "--dato", DAG, "--likevel"]) == 0
        before = path.read_text(encoding="utf-8")
        assert run([*command, "--dato", DAG, "--likevel"]) == 0
        assert path.read_text(encoding="utf-8") == before


def test_attendance_said_again_keeps_what_was_known_of_the_pay(rot: Path) -> None:
    register(rot, "{regel: krav, hver: oppmoete, skal_ha: {dekker: {alle: [reise]}}}")
    path = rot / UTVALG / f"moeter/{DAG}.yaml"
    assert (
        run(["oppmoete", *MOETE, "--godtgjort", "ja", "--moeteleder", "kari", "--dato", DAG, "--likevel"])
        == 0
    )
    assert run(["oppmoete", *MOETE, "--gjest", "Siv Haug", "--dato", DAG, "--likevel"]) == 0
    meeting = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    kari, nina, siv = meeting["oppmoete"]
    assert (kari, nina) == ({"person": "kari", "dekker": ["reise"]}, {"person": "nina", "dekker": ["reise"]})
    assert siv == {"navn": "Siv Haug"}
    assert meeting["moeteleder"] == "kari"


UKJENT = [
    ("moete", "ny", "utvalget", "2026-09-09", "--tid", "ukjent", "--sted", "ukjent", "--form", "ukjent"),
    ("moete", "endre", "utvalget", "2026-06-10", "--universell-utforming", "ukjent", "--slutt", "vet ikke"),
    ("sakliste", "utvalget", "2026-06-10", "--foreslaatt-av", "ukjent", "--godkjent-av", "ukjent"),
    ("sendt", *MOETE, "innkalling", "--til", "ukjent"),
    ("sendt", *MOETE, "innkalling", "--dato", "ukjent"),
    ("oppmoete", *MOETE, "--moeteleder", "ukjent", "--referent", "ukjent", "--godtgjort", "ukjent"),
    ("sak", "ny", "utvalget", "Bussen", "--innmeldt-av", "ukjent", "--type", "ukjent", "--foer-beslutning", "ukjent"),
    ("sak", "foer", *MOETE, "1/26", "--vedtak", "Ja.", "--enstemmig", "ukjent", "--for", "ukjent"),
    ("oppfoelging", "ny", *MOETE, "1/26", "Ring", "--ansvarlig", "ukjent", "--frist", "ukjent"),
    ("valg", *MOETE, "1/26", "ola", "--verv", "nestleder", "--fra", "ukjent"),
    ("valg", *MOETE, "1/26", "ola", "--verv", "nestleder", "--til", "ukjent"),
    ("oppnevn", "utvalget", "ola", "--verv", "vara", "--fra", "ukjent", "--til", "ukjent", "--av", "ukjent"),
    ("oppnevn", "utvalget", "ola", "--verv", "vara", "--fra", "2026-01-01", "--fullmakt", "ukjent",
     "--alder", "ukjent"),
    ("avslutt", "utvalget", "kari", "--verv", "leder", "--til", "ukjent"),
    ("erstatt", "utvalget", "kari", "ola", "--fra", "ukjent"),
    ("permisjon", "utvalget", "kari", "--fra", "ukjent", "--til", "ukjent", "--stedfortreder", "ukjent"),
    ("kontaktperson", "utvalget", "nina", "--fra", "ukjent"),
    ("person", "ny", "utvalget", "Eva Strand", "--side", "ukjent", "--representerer", "ukjent"),
    ("organisasjon", "ny", "utvalget", "Elvelaget", "--type", "ukjent", "--side", "ukjent"),
    ("hendelse", "ny", "utvalget", "evaluering", "--fra", "ukjent", "--dato", "ukjent"),
    ("opplaering", "utvalget", "kari", "--modul", "ukjent", "--dato", "ukjent"),
]  # fmt: skip


@pytest.mark.parametrize("kommando", UKJENT, ids=lambda words: " ".join(words[:2] + words[-2:]))
def test_unknown_is_an_answer_to_every_question_about_a_fact(
    rot: Path, kommando: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    register(rot)
    day = () if "--dato" in kommando else ("--dato", DAG)
    assert run([*kommando, *day, "--likevel"]) == 0, capsys.readouterr()
    assert "ukjent" in {value for _, value in alle_verdier(rot)}


@pytest.mark.parametrize(
    ("kommando", "hvorfor"),
    [
        (
            ("flytt", *MOETE, "--til", "18.3.2026", "--dato", "ukjent"),
            "--dato: her kan det ikke stå «ukjent»",
        ),
        (("person", "alle", "utvalget", "--dato", "ukjent"), "--dato: her kan det ikke stå «ukjent»"),
    ],
)
def test_where_something_must_be_known_it_is_said(
    rot: Path, kommando: tuple[str, ...], hvorfor: str, capsys: pytest.CaptureFixture[str]
) -> None:
    register(rot)
    before = alle_verdier(rot)
    assert run([*kommando]) == 2
    assert hvorfor in capsys.readouterr().err
    assert alle_verdier(rot) == before


def test_the_receipt_names_everything_that_was_written(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register(rot)
    capsys.readouterr()
    said = ("--moeteleder", "kari", "--forfall", "ola", "--gjest", "Siv Haug, direktør")
    assert run(["oppmoete", *MOETE, *said, "--dato", DAG, "--likevel"]) == 0
    out = capsys.readouterr().out
    lines = [line.strip() for line in out.splitlines()]
    assert [line for line in lines if ": " in line and not line.startswith(("Neste", "feil", "  feil"))][
        :6
    ] == [
        "status: avholdt",
        "møteleder: Kari",
        "oppmøte: Kari",
        "oppmøte: Nina",
        "oppmøte: Siv Haug; funksjon: direktør",
        "forfall: Ola",
    ]


@pytest.mark.parametrize(
    ("regel", "kommando", "linje"),
    [
        (
            "{regel: utsending, hva: referat, til: [fylket]}",
            ("sendt", *MOETE, "referat"),
            "sendt til: ukjent",
        ),
        (
            "{regel: utsending, hva: referat, kanal: nav.no}",
            ("publisert", *MOETE, "referat"),
            "referat – publisert – kanal: ukjent",
        ),
    ],
)
def test_what_became_unknown_is_named_too(
    rot: Path, regel: str, kommando: tuple[str, ...], linje: str, capsys: pytest.CaptureFixture[str]
) -> None:
    register(rot, regel, HOLDT)
    capsys.readouterr()
    assert run([*kommando, "--dato", DAG, "--likevel"]) == 0
    assert linje in capsys.readouterr().out


FORVALG = {
    ("sakliste", "moete"): "neste",
    ("sak til-moete", "moete"): "neste",
    ("sak ta-opp", "moete"): "neste",
    ("oppfoelging ferdig", "punkt"): 1,
}
"""Which of what stands there is meant, where nobody says it. None of them is a fact that is written."""


def test_no_argument_of_a_writing_command_is_answered_beforehand() -> None:
    app = program()
    found = {
        (name, param.name): param.default
        for name, verb in verbene(app, Context(app))
        if {"--dry-run", "--likevel"} <= {opt for p in verb.params for opt in p.opts}
        for param in verb.params
        if param.default not in (None, "", False, 0)
    }
    assert found == FORVALG
