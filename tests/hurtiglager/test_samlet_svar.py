"""The report of a whole register in which nothing has changed: when it is told again, and what is read as one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.funn.finding import Kilde
from brukerutvalg_cli.hurtiglager.avtrykk import Avtrykk
from brukerutvalg_cli.hurtiglager.fil import skriv
from brukerutvalg_cli.hurtiglager.oppslag import Avsagt, Lagernoekkel
from brukerutvalg_cli.hurtiglager.samlet_svar import SamletSvar, av_dommene, hentet, lagret, navnet, summen_av
from brukerutvalg_cli.rapport.rapport import Rapport

PROGRAM, ALT = "p" * 32, "alt"
DAG = date(2024, 1, 15)
RAPPORT = Rapport((), (), (), (), 3, 1, DAG, holdt=(("nav-a", Kilde("regler", "bredde", "§ 1", "skal")),))
HOLDT = b'[["nav-a", ["regler", "bredde", "\\u00a7 1", "skal"]]]'
SVAR = SamletSvar("abc", "2024-01-10", "2024-02-01", (b"[]", b"[]", b"[]", b"[]", b"3", b"1", b"[]", HOLDT))


def dom(fra: str, til: str) -> Avsagt:
    return Avsagt(Lagernoekkel("i", "f"), ALT, "s", fra, til, {})


@pytest.mark.parametrize(
    ("sum", "dag", "gjelder"),
    [
        ("abc", "2024-01-09", False),
        ("abc", "2024-01-10", True),
        ("abc", "2024-01-31", True),
        ("abc", "2024-02-01", False),
        ("abd", "2024-01-10", False),
    ],
)
def test_it_is_told_on_its_days_while_the_files_look_the_same(sum: str, dag: str, gjelder: bool) -> None:
    assert SVAR.gjelder(sum, date.fromisoformat(dag)) == gjelder


def test_its_days_are_those_that_all_verdicts_hold_on() -> None:
    found = av_dommene("abc", [dom("2024-01-01", "2024-03-01"), dom("2024-01-10", "2024-02-01")], RAPPORT)
    assert found == SVAR


def test_how_all_look_is_another_where_one_does() -> None:
    seen = {"": Avtrykk("a", 1), "nav-a": Avtrykk("b", 2)}
    assert summen_av(seen) == summen_av(dict(reversed(seen.items())))
    assert summen_av(seen) != summen_av(seen | {"nav-a": Avtrykk("c", 2)})
    assert summen_av(seen) != summen_av({"": Avtrykk("a", 1), "nav-b": Avtrykk("b", 2)})


def test_what_is_kept_is_read_again_and_anything_else_is_none(tmp_path: Path) -> None:
    assert hentet(tmp_path, PROGRAM, ALT) is None
    assert lagret(tmp_path, PROGRAM, ALT, SVAR)
    assert hentet(tmp_path, PROGRAM, ALT) == SVAR
    assert hentet(tmp_path, "q" * 32, ALT) is None
    assert hentet(tmp_path, PROGRAM, "begynt") is None
    for lines in ([b"[]"], [b"[1]", b"[]"], [b'["a", "b", "c"]', b"{"], [b"x"] * 3):
        skriv(tmp_path / navnet(ALT), PROGRAM, lines)
        assert hentet(tmp_path, PROGRAM, ALT) is None


def test_no_more_of_it_is_read_than_somebody_looks_into() -> None:
    found = SVAR._replace(deler=(*SVAR.deler[:-1], b"{")).rapport(DAG)
    assert (found.funn, found.ikke_vurdert, found.filer) == ((), (), 3)
    assert SVAR.rapport(DAG) == RAPPORT
    with pytest.raises(ValueError, match="property name"):
        _ = found.holdt[0]
