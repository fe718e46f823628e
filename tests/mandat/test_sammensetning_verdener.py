"""sammensetning of somebody of whom something is unknown: however it is, the lines together say one thing of them."""

from __future__ import annotations

import pytest

from smaa_registre import dom, utfall

OLA = "side: bruker, oppnevninger: [{verv: medlem, fra: 2022-01-01}]"
KANSKJE_LEDER = OLA.replace("]", ", {verv: leder, fra: ukjent}]")
UVISST = ["uvisst medlemmer"]


@pytest.mark.parametrize(
    ("linjer", "ola", "ventet"),
    [
        # Those of a side, and those who are not of it
        (["{side: nav}", "{ikke: {side: nav}}"], OLA.replace("bruker", "ukjent"), []),
        (["{side: [bruker, nav]}", "{ikke: {side: nav}}"], OLA.replace("bruker", "ukjent"), []),
        (["{side: bruker}", "{ikke: {side: [bruker, nav]}}"], OLA.replace("bruker", "ukjent"), UVISST),
        # Whom they sit for, and the groups they speak for
        (
            ["{organisasjon: {paraply: ja}}", "{organisasjon: {paraply: nei}}"],
            f"representerer: ukjent, {OLA}",
            [],
        ),
        (
            ["{organisasjon: {paraply: ja}}", "{organisasjon: ffo}"],
            f"representerer: ukjent, {OLA}",
            UVISST,
        ),
        (
            ["{organisasjon: {har_plass: ja}}", "{organisasjon: rio}"],
            f"representerer: ukjent, {OLA}",
            UVISST,
        ),
        (["{gruppe: syn}", "{ikke: {gruppe: syn}}"], f"grupper: ukjent, {OLA}", []),
        (["{gruppe: [syn, rus]}", "{ikke: {gruppe: syn}}"], f"grupper: ukjent, {OLA}", []),
        (["{gruppe: syn}", "{side: bruker, ikke: {gruppe: [syn, rus]}}"], f"grupper: ukjent, {OLA}", UVISST),
        # What they hold
        (["{verv: leder}", "{ikke: {verv: leder}}"], KANSKJE_LEDER, []),
        (["{verv: leder}", "{ikke: {verv: nestleder}}"], KANSKJE_LEDER, []),
        (["{verv: [leder, nestleder]}", "{side: nav, ikke: {verv: leder}}"], KANSKJE_LEDER, UVISST),
    ],
)
def test_nobody_is_another_where_the_lines_take_everybody(
    linjer: list[str], ola: str, ventet: list[str]
) -> None:
    lines = [f"{{hvem: {hvem}, hoeyst: 5}}" for hvem in linjer]
    found = dom(
        "dato: 2022-06-01\n"
        "regel: {regel: sammensetning, blant: medlemmer, "
        f"plasser: [{', '.join(lines)}, {{hvem: andre, antall: 0}}]}}\n"
        "utvalg: {organisasjoner: [ffo], grupper: [syn, rus], nivaa: fylke, "
        "regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
        "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}, "
        "rio: {navn: RIO, type: lokal, side: bruker}}\n"
        f"medlemmer/ola: {{{ola}}}\n"
    )
    assert utfall(found, "regelen") == ventet
