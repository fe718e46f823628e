"""Arbeid as text: what must be done, first things first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.vet_av import deldag_i_ord
from brukerutvalg_cli.ord.i_ord import Her, et_verv, omtalt
from brukerutvalg_cli.ord.levetid_i_ord import levetid
from brukerutvalg_cli.oversikt.arbeid import Arbeid, Ledig
from brukerutvalg_cli.oversikt.bilde import foert_i
from brukerutvalg_cli.oversikt.bilde_tekst import hos, kort, kort_dag, mangler, naar, sak_i_ord
from brukerutvalg_cli.rapport.rapport import Located
from brukerutvalg_cli.rapport.tabell import Rad, Side, Tabell
from brukerutvalg_cli.tegn import one_line

FAA = 5
"""So many of a kind are shown; the rest are counted."""


def render(her: Her, found: Arbeid) -> str:
    """The whole picture of one council. The findings come last, and so stay on the screen."""
    navn = her.mappe.utvalg.navn.nb
    lines = [f"{navn}, {dag_i_ord(found.dag)}", ""]
    outside = levetid(her, found.dag)
    lines += [outside, ""] if outside else []
    if found.neste_moete:
        lines += [one_line(f"Neste møte: {naar(found.neste_moete)}{hos(found.neste_moete, found.utvalg)}")]
        lines += [*([] if foert_i(found.neste_moete, found.utvalg) else mangler(found.mangler)), ""]
    parts = [part for part in _deler(her, found) if part[1]]
    for heading, items in parts:
        lines += [f"{heading}:", *_some(items), ""]
    if not (parts or found.neste_moete or outside):
        lines += ["Ingenting venter.", ""]
    return "\n".join([*lines, f"Neste steg: brukerutvalg {found.neste}", ""])


def _deler(her: Her, found: Arbeid) -> Iterator[tuple[str, list[str]]]:
    yield "Møter som ikke er ført", [dag_i_ord(day) for day in found.ikke_foert]
    yield "Frister", [_frist(f, found.dag) for f in found.frister]
    yield "Saker som venter", [sak_i_ord(case, her) for case in found.saker]
    yield "Ledig", [_ledig(each, her) for each in found.ledige]
    yield (
        "Perioder som snart er over",
        [f"{omtalt(u.person, her)}, {et_verv(u.verv, her)} til {deldag_i_ord(u.til)}" for u in found.utloep],
    )
    yield "Til oppfølging", list(_restanser(found, her))
    yield "Referat som ikke er godkjent", [dato_i_ord(day) for day in found.ikke_godkjent]
    yield "Referat som ikke er lagt ut", [dato_i_ord(day) for day in found.ikke_lagt_ut]
    if not found.liste_hel:
        yield (
            "Ikke vurdert",
            [
                "ledige plasser, sammensetning og fornyelse, for medlemslista er ikke ført som hel",
                f"er alle ført, skriver du: brukerutvalg person alle {found.utvalg}",
            ],
        )
    yield "Mangler opplæring", [_funn(f) for f in found.opplaering]
    yield "Funn", [_funn(f) for f in found.funn if f not in found.opplaering]


def frister(navn: str, found: Iterable[Fristvarsel], dag: date) -> Side:
    """Every deadline ahead."""
    rows = tuple(Rad(_celler(f, dag), _frist(f, dag)) for f in found)
    table = Tabell(("Frist", "Siste arbeidsdag", "Hva", "Når"), rows)
    return [f"Frister for {navn} fra {dag_i_ord(dag)}:", table if rows else "  ingen"]


def _celler(frist: Fristvarsel, dag: date) -> tuple[str, ...]:
    return kort_dag(frist.siste_dag), kort_dag(frist.siste_arbeidsdag), frist.i_ord(kort), _om(frist, dag)


def _funn(located: Located) -> str:
    return f"{located.finding.severity.value}: {located.finding.message}"


def _ledig(ledig: Ledig, her: Her) -> str:
    since = f", fra {dato_i_ord(ledig.fra)}" if ledig.fra else ""
    if ledig.organisasjon:
        return f"plassen til {omtalt(ledig.organisasjon, her)}{since}"
    return f"vervet som {et_verv(ledig.verv, her)}{since}"


def _om(frist: Fristvarsel, dag: date) -> str:
    left = (frist.siste_dag - dag).days
    return (
        "i dag" if left == 0 else "i morgen" if left == 1 else f"om {left} dager" if left > 0 else "er over"
    )


def _frist(frist: Fristvarsel, dag: date) -> str:
    word = _om(frist, dag)
    office = ""
    if frist.siste_arbeidsdag != frist.siste_dag:
        office = f" (siste arbeidsdag er {dag_i_ord(frist.siste_arbeidsdag)})"
    return f"{dag_i_ord(frist.siste_dag)}, {word}: {frist.i_ord(dato_i_ord)}{office}"


def _restanser(found: Arbeid, her: Her) -> Iterator[str]:
    for r in found.restanser:
        when = f"frist {deldag_i_ord(r.frist)}" if r.frist else "uten frist"
        late = ", over fristen" if r.over_frist else ""
        by = "fortrolig" if r.fortrolig else omtalt(r.ansvarlig, her) if r.ansvarlig else "ingen ansvarlig"
        what = f": {r.hva}" if r.hva else ""
        yield f"sak {r.sak}, nummer {r.nummer}{what} ({by}, {when}{late})"


def _some(items: list[str]) -> list[str]:
    rest = [f"  … og {len(items) - FAA} til"] if len(items) > FAA else []
    return [f"  {one_line(item)}" for item in items[:FAA]] + rest
