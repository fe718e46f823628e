"""Who steps in for one on leave takes over, as who steps in for one who left; a round whose end nobody knows."""

from __future__ import annotations

import pytest

from smaa_registre import dom, utfall

REGEL = "dato: 2024-02-01\nregel: {regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar, paa_rad: 1 periode}\n"
RUNDER = (
    "hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01}, {hva: oppnevningsrunde, dato: 2022-01-01SLUTT}]\n"
)
# Eva steps in for the last half year, and is then appointed for two years of her own.
EVA = """medlemmer/eva:
  oppnevninger: [{verv: medlem, fra: 2021-07-01, til: 2021-12-31}, {verv: medlem, fra: 2022-01-01, til: 2023-12-31}]
"""


def ola(permisjon: str, til: str = "2021-12-31") -> str:
    return f"medlemmer/ola: {{oppnevninger: [{{verv: medlem, fra: 2020-01-01, til: {til}{permisjon}}}]}}\n"


@pytest.mark.parametrize("runder", [RUNDER.replace("SLUTT", ""), ""])
@pytest.mark.parametrize(
    ("andre", "ventet"),
    [
        (ola(""), ["feil"]),  # nobody left: it is a period of her own
        (ola("", "2021-06-30"), []),
        (ola(", permisjon: [{fra: 2021-07-01}]"), []),
        (ola(", permisjon: [{fra: 2021-06-01, til: 2021-12-31}]"), []),
        (ola(", permisjon: [{fra: 2021-06-01, til: 2021-06-30}]"), ["feil"]),  # he was back
        (ola(", permisjon: [{fra: ukjent}]"), ["uvisst"]),
        (ola(", permisjon: [{fra: 2021-07-01, stedfortreder: per}]") + "medlemmer/per: {}\n", ["feil"]),
    ],
)
def test_who_steps_in_for_one_on_leave_takes_over(runder: str, andre: str, ventet: list[str]) -> None:
    said = utfall(dom(REGEL + runder + andre + EVA), "regelen")
    assert [each.split()[0] for each in said] == ventet


def test_who_stood_in_and_then_got_the_rest_took_over() -> None:
    leave = ", permisjon: [{fra: 2021-01-01, stedfortreder: eva}]"
    assert utfall(dom(REGEL + RUNDER.replace("SLUTT", "") + ola(leave, "2021-06-30") + EVA), "regelen") == []


def test_a_round_of_which_nobody_knows_the_end_is_not_judged_by() -> None:
    register = REGEL + RUNDER.replace("SLUTT", ", til: ukjent") + ola("") + EVA
    assert utfall(dom(register), "regelen") == ["uvisst eva på rad"]
