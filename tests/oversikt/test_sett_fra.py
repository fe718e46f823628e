"""Sett fra: on a day that has been, nothing had come of what came after it; today is as it always was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.oversikt.arbeid import Arbeid, arbeid
from brukerutvalg_cli.oversikt.bilde import bilde
from brukerutvalg_cli.oversikt.oppfoelgingsliste import oppfoelgingene
from brukerutvalg_cli.oversikt.sett_fra import sett_fra
from brukerutvalg_cli.oversikt.soek import Soek
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.validering import valider
from smaa_registre import tree as smaa_tre

AARET = """
regel: {regel: utsending, hva: referat, kanal: nav.no}
moeter/2026-01-14:
  sendt: {referat: 2026-01-20}
  referat: {godkjent: {moete: 2026-03-11, sak: 2/26}, publisert: {dato: 2026-03-15, kanal: nav.no}}
  saker:
    - nr: 1/26
      tittel: En
      type: annet
      oppfoelging: [{hva: Spør, ansvarlig: kari, frist: 2026-02-01, fullfoert: 2026-02-10}]
moeter/2026-03-11:
  tid: "12:00"
  form: digitalt
  sendt: {innkalling: 2026-02-25, referat: 2026-03-20}
  sakliste: {godkjent_av: leder}
  referat: {godkjent: {dato: 2026-05-01, maate: epost}}
  saker:
    - {nr: 2/26, tittel: Referat, type: godkjenning, godkjenner: [2026-01-14]}
    - {nr: 3/26, tittel: To, type: annet, utsatt: ja, oppfoelging: [{hva: Ring, ansvarlig: kari, fullfoert: 2026-06}]}
saker/2026-001: {tittel: Ny, innmeldt: 2026-04-02, innmeldt_av: bruker}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2024-01-01}]}
"""


def mappen() -> Utvalgsmappe:
    return load(smaa_tre(AARET)).register.mapper["utvalget"]


def stilling(dag: str, register: str = AARET) -> Arbeid:
    tree = smaa_tre(register)
    lastet = load(tree)
    report = valider(tree, date.fromisoformat(dag), ["utvalget"])
    return arbeid(lastet.register.mapper["utvalget"], report, lastet.regelverk)


@pytest.mark.parametrize(
    ("dag", "ikke_godkjent", "ikke_lagt_ut", "restanser", "saker", "neste_moete"),
    [
        ("2026-01-13", [], [], [], [], "2026-01-14"),
        ("2026-01-14", ["2026-01-14"], ["2026-01-14"], ["1/26"], [], "2026-03-11"),
        ("2026-02-10", ["2026-01-14"], ["2026-01-14"], [], [], "2026-03-11"),
        ("2026-03-11", ["2026-03-11"], ["2026-01-14", "2026-03-11"], ["3/26"], ["3/26"], None),
        ("2026-03-15", ["2026-03-11"], ["2026-03-11"], ["3/26"], ["3/26"], None),
        ("2026-05-01", [], ["2026-03-11"], ["3/26"], ["2026-001", "3/26"], None),
        ("2026-06-01", [], ["2026-03-11"], [], ["2026-001", "3/26"], None),
    ],
)
def test_what_waited_on_a_day_that_has_been(
    dag: str,
    ikke_godkjent: list[str],
    ikke_lagt_ut: list[str],
    restanser: list[str],
    saker: list[str],
    neste_moete: str | None,
) -> None:
    found = stilling(dag)
    assert [str(day) for day in found.ikke_godkjent] == ikke_godkjent
    assert [str(day) for day in found.ikke_lagt_ut] == ikke_lagt_ut
    assert [r.sak for r in found.restanser] == restanser
    assert [case.sak for case in found.saker] == saker
    assert (str(found.neste_moete.dato) if found.neste_moete else None) == neste_moete


def test_the_next_command_is_that_of_the_day() -> None:
    assert stilling("2026-01-16").neste == "referat utvalget 2026-01-14"
    assert stilling("2026-02-26").neste == "publisert utvalget 2026-01-14 referat"
    assert stilling("2026-03-12").neste == "referat utvalget 2026-03-11"


def test_nothing_was_wrong_in_a_meeting_that_had_not_been_held() -> None:
    """The papers to the meeting in March were late: nobody could say so in January."""
    late = "regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}\n"
    for day, sent in (("2026-01-14", "2026-01-01"), ("2026-03-11", "2026-03-05")):
        late += f"moeter/{day}: {{sendt: {{sakspapirer: {sent}}}}}\n"
    for day, wrong in (("2026-03-10", []), ("2026-03-11", ["frist"])):
        found = stilling(day, late)
        assert [f.finding.name for f in found.funn] == wrong


def test_a_meeting_ahead_was_called_when_its_notice_had_gone_out() -> None:
    for day, status in (("2026-02-24", "planlagt"), ("2026-02-25", "innkalt"), ("2026-03-11", "avholdt")):
        seen = bilde(mappen(), {}, date.fromisoformat(day))
        assert [m.status for m in seen.moeter][-1] == status


def test_minutes_approved_anew_were_approved_before() -> None:
    mappe = mappen()
    last = mappe.moeter[-1]
    assert last.referat
    first = last.referat.godkjent.model_copy(update={"dato": date(2026, 4, 1)})  # type: ignore[union-attr]
    again = last.referat.model_copy(update={"tidligere_godkjent": (first,)})  # type: ignore[union-attr]
    mappe = replace(mappe, moeter=(*mappe.moeter[:-1], last.model_copy(update={"referat": again})))
    for day, approved in (("2026-03-31", None), ("2026-04-01", first), ("2026-05-01", again.godkjent)):
        seen = sett_fra(mappe, date.fromisoformat(day)).moeter[-1].referat
        assert seen
        assert seen.godkjent == approved  # type: ignore[union-attr]


def test_what_was_taken_on_is_listed_from_when_it_was_until_it_was_done() -> None:
    lastet = load(smaa_tre(AARET))
    her = Her(lastet.register.mapper["utvalget"], lastet.register)
    listed = {
        day: [each.sak for each in oppfoelgingene(her, Soek(), date.fromisoformat(day), alle=False)]
        for day in ("2026-01-13", "2026-02-09", "2026-02-10", "2026-03-11", "2026-06-01")
    }
    assert list(listed.values()) == [[], ["1/26"], [], ["3/26"], []]


def test_what_has_all_been_is_the_same_folder() -> None:
    mappe = mappen()
    assert sett_fra(mappe, date(2026, 6, 1)) is mappe
