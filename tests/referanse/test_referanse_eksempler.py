"""Every provision that the reference shows, held up against small registers: some keep it, and some break it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.register.load import load
from mandat.test_setninger import SETNINGER, forsendt
from mandat.test_tabellene import PROEVER
from referanse.test_referanse_veiledning import SPRAAKET
from smaa_registre import tree

HOLDT, BRUTT = "holdt", "brutt"
AAR = "dato: 2023-03-01\nutvalg: {registrert_fra: 2022-01-01}\n"
TRE = "".join(f"medlemmer/m{nr}: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}\n" for nr in range(3))
NI = "".join(f"medlemmer/n{nr}: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}\n" for nr in range(8))
KREVD = "hendelser: [{hva: moetekrav, dato: 2022-11-01, krevd_av: [KREVD]}]\nmoeter/DAG: {}\n"
VALGPERIODE = """
hendelser: [{hva: valgperiode, dato: 2021-10-01, fra: 2022-01-01, til: 2025-12-31}]
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: TIL}]}
"""
RUNDER = """
hendelser:
  - {hva: oppnevningsrunde, dato: 2020-01-01, fra: 2020-01-01, til: 2021-12-31}
  - {hva: oppnevningsrunde, dato: 2022-01-01, fra: 2022-01-01, til: 2023-12-31}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
"""
REGISTRENE = (
    VALGPERIODE.replace("TIL", "2025-12-31"),
    VALGPERIODE.replace("TIL", "2026-06-30"),
    RUNDER,
    f"{AAR}moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: annet, tema: budsjett}}]}}",
    f"{AAR}moeter/2022-11-16: {{sendt: {{referat: 2022-11-18}}}}",
    """
    moeter/2022-09-22: {referat: {godkjent: {moete: 2022-11-16, sak: 1/22}, publisert: {dato: 2023-02-01, kanal: n}}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: R, type: godkjenning, godkjenner: [2022-09-22]}]}
    moeter/2022-12-14: {}
    dato: 2023-03-01
    """,
    f"{AAR}hendelser: [{{hva: moeteplan, dato: 2022-11-20}}]",
    f"{AAR}hendelser: [{{hva: redaksjonsmoete, dato: 2022-10-26, moete: 2022-11-16}}]\nmoeter/2022-11-16: {{}}",
    'moeter/2022-11-15: {tid: "10.30", slutt: "13.00", sted: {navn: Frivilligsentralen}}',
    f"{TRE}medlemmer/vera: {{oppnevninger: [{{verv: vara, fra: 2022-01-01}}]}}\n"
    "moeter/2022-11-16: {forfall: [m0], oppmoete: [{person: m1}]}",
    """
    utvalg: {overordnet: annet}
    utvalgene/annet/utvalg: {navn: Annet, nivaa: fylke, maalform: nb}
    moeter/2022-11-16: {referat: {sendt_til: [vara]}}
    moeter/2022-12-14: {}
    """,
    f"{NI}medlemmer/kari: {{representerer: ffo, oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}\n"
    "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}, safo: {navn: S, type: paraply, side: bruker}}",
    TRE + KREVD.replace("KREVD", "m0, m1, m2").replace("DAG", "2022-11-10"),
    TRE + KREVD.replace("KREVD", "m0, m1, m2").replace("DAG", "2022-12-10"),
    KREVD.replace("KREVD", "leif").replace("DAG", "2022-11-10")
    + "medlemmer/leif: {oppnevninger: [{verv: leder, fra: 2022-01-01}]}",
    KREVD.replace("KREVD", "leif").replace("DAG", "2022-12-10")
    + "medlemmer/leif: {oppnevninger: [{verv: leder, fra: 2022-01-01}]}",
    "dato: 2023-03-01\nutvalg: {registrert_fra: 2015-01-01}\nhendelser: [{hva: mandatgjennomgang, dato: 2018-05-01}, "
    "{hva: mandatgjennomgang, dato: 2021-05-01}]",
    f"medlemmer/kari-nordmann: {{}}\n{forsendt('{hva: innkalling, til: kari-nordmann, maate: brev}')}",
    f"medlemmer/kari-nordmann: {{}}\n{forsendt('{hva: innkalling, maate: epost}')}",
    "dato: 2024-03-01\nutvalg: {registrert_fra: 2020-01-01}\nhendelser: [{hva: kommunestyremoete, dato: 2021-05-01}, "
    "{hva: kommunestyremoete, dato: 2023-05-01}, {hva: aarsmoete, dato: 2021-04-15}, "
    "{hva: aarsmoete, dato: 2022-05-10}]",
    f"{AAR}organisasjoner: {{ffo: {{navn: FFO, type: paraply, side: bruker}}}}\nutvalgets: BEKREFTET",
)
"""What the registers of the other tables do not show."""
UTEN_BRUDD = {
    "{av: utvalget, regel: bekreftelse}": "without «hver» it is never broken, only not attested",
    "{hver: utvalg, regel: krav, skal_ha: {regelverk: mandat}}": "the rule set that asks is itself a mandate here",
}


def eksemplene() -> list[dict[str, Any]]:
    """Every provision in the reference, with an id of its own."""
    shown = [rule for text in SPRAAKET for rule in yaml.load(text, yaml.CBaseLoader)]
    return [rule | {"id": f"regel-{nr}", "styrke": "skal"} for nr, rule in enumerate(shown)]


def registrene() -> Iterator[dict[str, Any]]:
    """Our own first: each is looked at only for what no register before it has shown."""
    texts = [*REGISTRENE, *(text for s in SETNINGER for text in (s.holdt, s.brutt) if text)]
    texts += [text for pair in PROEVER.values() for text in pair]
    for text in texts:
        data = yaml.load(text, yaml.CBaseLoader)
        data.pop("mandat", None)
        data.get("utvalg", {}).pop("regelverk", None)
        yield data


@cache
def sett() -> frozenset[tuple[str, str]]:
    """Each provision by id, with the outcomes that some register gives it."""
    seen: set[tuple[str, str]] = set()
    rules = eksemplene()
    attested = [
        {"hva": "bekreftelse", "dato": "2022-06-01", "bestemmelse": rule["id"], "ansvarlig": "nav"}
        for rule in rules
        if rule["regel"] == "bekreftelse"
    ]
    for data in registrene():
        if data.pop("utvalgets", None):
            data |= {"hendelser": attested, "utvalg": data["utvalg"] | {"organisasjoner": ["ffo"]}}
        left = [rule for rule in rules if not {(rule["id"], HOLDT), (rule["id"], BRUTT)} <= seen]
        lastet = load(tree({key: value for key, value in data.items() if key != "regel"} | {"regler": left}))
        dag = date.fromisoformat(data.get("dato", "2023-01-01"))
        dom = doem(lastet.register, lastet.regelverk, dag, ["utvalget"], hviler="ingenting")
        seen |= {(one.kilde.bestemmelse, HOLDT) for one in dom.holdt}
        seen |= {(one.kilde.bestemmelse, BRUTT) for one in dom.findings if one.kilde}
    return frozenset(seen)


def vist(regel: dict[str, Any]) -> str:
    shown = {key: value for key, value in regel.items() if key not in ("id", "styrke")}
    return yaml.dump(shown, default_flow_style=True, width=1000, sort_keys=True).strip()


@pytest.mark.parametrize("regel", eksemplene(), ids=lambda regel: f"{regel['id']} {regel.get('regel', '')}")
def test_an_example_of_the_reference_is_kept_by_one_register_and_broken_by_another(
    regel: dict[str, Any],
) -> None:
    wanted = {(regel["id"], HOLDT), *([] if vist(regel) in UTEN_BRUDD else [(regel["id"], BRUTT)])}
    assert wanted - sett() == set(), vist(regel)
