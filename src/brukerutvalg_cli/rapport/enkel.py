"""Enkel: the report for a screen reader – numbered, in whole sentences, without excerpts, frames or marks."""

from __future__ import annotations

from brukerutvalg_cli.funn.finding import Hviler
from brukerutvalg_cli.rapport.i_ord import (
    alvor,
    frist_i_ord,
    hva_skal_sendes,
    hviler_i_ord,
    kan_ikke_vurderes,
    kilde_i_ord,
    neste_steg,
    oppsummering,
    rettet_i_ord,
)
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import one_line


def render(rapport: Rapport, *, alt: bool = False) -> str:
    """The sum first, as it is read from the top; then each finding by number, what else there is to know, and what is
    next. `alt`: with all that cannot be judged."""
    lines = [f"{oppsummering(rapport)}."]
    lines += [_finding(nr, located) for nr, located in enumerate(rapport.funn, 1)]
    for heading, items in (
        (
            "Kan ikke vurderes",
            [f"{one_line(u.finding.message)}. Fil {one_line(u.path)}." for u in rapport.ikke_vurdert if alt],
        ),
        (
            "Fravik",
            [
                f"{one_line(f.finding.message)}. {_som_hviler(f.finding.hviler)}Fil {one_line(f.path)}."
                for f in rapport.fraveket_naa
            ],
        ),
        ("Rettet", [_rettet(r) for r in rapport.rettet_i_aar]),
        ("Frister", [f"{hva_skal_sendes(f)}: {frist_i_ord(f, rapport.dato)}." for f in rapport.varsler]),
    ):
        if items:
            lines += [
                f"{heading}, {len(items)} i alt.",
                *(f"{nr}. {item}" for nr, item in enumerate(items, 1)),
            ]
    if rapport.ikke_vurdert and not alt:
        lines.append(f"{kan_ikke_vurderes(rapport)}.")
    return "\n".join([*lines, f"{neste_steg(rapport)}.", ""])


def _rettet(located: Located) -> str:
    when = rettet_i_ord(located.finding)
    said = f"{one_line(located.finding.message)}. {when[:1].upper()}{when[1:]}."
    return f"{said} {_som_hviler(located.finding.hviler)}Fil {one_line(located.path)}."


def _som_hviler(hviler: Hviler | None) -> str:
    """A sentence of its own, with the space after it; nothing where it rests on no assumption."""
    return f"Det {rests}. " if (rests := hviler_i_ord(hviler)) else ""


def _finding(nr: int, located: Located) -> str:
    finding = located.finding
    where = f"linje {located.span.row}, tegn {located.span.column}" if located.span else "hele fila"
    parts = [
        f"{nr}. {alvor(finding.severity).capitalize()}: {one_line(finding.message)}.",
        f"Fil {one_line(located.path)}, {where}.",
        f"Kilde: {kilde_i_ord(finding.kilde)}." if finding.kilde else "",
        f"Funnet {rests}." if (rests := hviler_i_ord(finding.hviler)) else "",
        f"Slik retter du: {one_line(finding.help)}." if finding.help else "",
        f"Kommando: brukerutvalg {located.kommando}" if located.kommando else "",
    ]
    return " ".join(part for part in parts if part)
