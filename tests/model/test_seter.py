"""How long those sit whom only an election knows of: until a later one took over, as far as anybody knows when."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.register.load import load
from smaa_registre import tree

VALG = """
medlemmer/kari: {}
medlemmer/ola: {}
moeter/2022-06-01: {saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: kari, FOERST}]}]}
moeter/2022-11-16: {saker: [{nr: 2/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: ola, SAA}]}]}
"""
APENT, TIL_2024 = "fra: 2022-07-01", "fra: 2022-07-01, til: 2024-06-30"


@pytest.mark.parametrize(
    ("foerst", "saa", "ventet"),
    [
        (APENT, "fra: 2022-12-01", "2022-11-30"),
        (APENT, "fra: 2022-12", "2022-11-30 til 2022-12-30"),
        (APENT, "fra: 2023", "2022-12-31 til 2023-12-30"),
        (APENT, "fra: ukjent", "ukjent"),
        (APENT, "fra: 2022", "ukjent"),  # it may have begun before that of Kari, and then ended nothing
        (APENT, "fra: 2021", "None"),
        (APENT, "fra: 2022-12, supplerer: ukjent", "ukjent"),
        (APENT, "fra: 2022-12, supplerer: ja", "None"),
        (TIL_2024, "fra: 2022-12", "2022-11-30 til 2022-12-30"),
        (TIL_2024, "fra: 2025", "2024-06-30"),
        (TIL_2024, "fra: 2024", "2024-06-30"),  # perhaps before that
        ("fra: 2022-07-01, til: 2024", "fra: 2022-12", "2022-11-30 til 2022-12-30"),
        ("fra: 2022-07-01, til: 2024", "fra: 2021", "2024-01-01 til 2024-12-31"),
        ("fra: 2022-07", "fra: 2022-12", "2022-11-30 til 2022-12-30"),
    ],
)
def test_one_sits_until_another_takes_over(foerst: str, saa: str, ventet: str) -> None:
    register = load(tree(VALG.replace("FOERST", foerst).replace("SAA", saa))).register
    (kari,) = register.mapper["utvalget"].seter_av["kari"]
    part = kari.deldato.get("til")
    assert (f"{part.tidligst} til {part.senest}" if part else str(kari.til)) == ventet


@pytest.mark.parametrize(
    ("tredje", "ventet"),
    [
        ("fra: 2023-06-01", "2022-11-30"),
        ("fra: ukjent", "2022-11-30"),  # whenever it took over, Kari was done by then
        ("fra: 2023", "2022-11-30"),
        ("fra: 2022-12", "2022-11-30"),
    ],
)
def test_of_several_who_took_over_it_is_the_first(tredje: str, ventet: str) -> None:
    text = VALG.replace("FOERST", APENT).replace("SAA", "fra: 2022-12-01")
    text += f"""
moeter/2023-05-01: {{saker: [{{nr: 1/23, tittel: Valg, type: valg, valg: [{{verv: leder, valgt: ola, {tredje}}}]}}]}}
"""
    (kari,) = load(tree(text)).register.mapper["utvalget"].seter_av["kari"]
    assert str(kari.til) == ventet
