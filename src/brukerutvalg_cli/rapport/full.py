"""full: the report for a person at a terminal – each finding with its lines, its source and its way out."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.rapport.farge import Role, Style, plain
from brukerutvalg_cli.rapport.fortsettelse import forklaringen, fravikskommando
from brukerutvalg_cli.rapport.i_ord import alvor, hviler_i_ord, kilde_i_ord, neste_steg, oppsummering, sted
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.rapport.seksjoner import fraveket, frister, ikke_vurdert, rettet
from brukerutvalg_cli.rapport.utdrag import LIMIT, MINST, utdrag, width
from brukerutvalg_cli.tegn import one_line


def render(rapport: Rapport, style: Style = plain, bredde: int | None = None, *, alt: bool = False) -> str:
    """What else there is to know, the findings, the counts, and one next step: what matters most stays on the screen.

    `bredde` is how wide an excerpt may be; `alt`: with all that cannot be judged.
    """
    blocks = [list(ikke_vurdert(rapport, style, alt=alt))]
    blocks += [list(section(rapport, style)) for section in (fraveket, rettet, frister)]
    worst_last = sorted(rapport.funn, key=lambda located: -located.finding.severity.rank)
    blocks += [list(_finding(located, style, bredde)) for located in worst_last]
    blocks.append([style(oppsummering(rapport), "sterk"), neste_steg(rapport)])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _finding(located: Located, style: Style, bredde: int | None) -> Iterator[str]:
    finding = located.finding
    spans = [located.span, *(other.span for other in located.related)]
    gutter = max([2, *(len(str(span.row)) for span in spans if span)])
    role: Role = finding.severity.value
    kind = style(alvor(finding.severity), role)
    yield f"{kind} {style(finding.name, 'sterk')}: {style(one_line(finding.message), 'sterk')}"
    room = LIMIT if bredde is None else max(MINST, min(LIMIT, bredde - gutter - 3))
    yield from _place(
        located.path, located.span, located.linje, finding.label, gutter, room, "^", role, style
    )
    for other in located.related:
        yield from _place(other.path, other.span, other.linje, other.label, gutter, room, "-", "kant", style)
    for name, text in _notes(located):
        yield f"{' ' * gutter} {style('=', 'kant')} {name:<6} {one_line(text)}"


def _place(
    path: str,
    span: Span | None,
    linje: str,
    label: str,
    gutter: int,
    room: int,
    mark: str,
    role: Role,
    style: Style,
) -> Iterator[str]:
    """An arrow to the place; the line, the mark under it and what the mark says, beside it or, in a window, below."""
    margin, edge = " " * gutter, style("|", "kant")
    yield f"{margin}{style('-->', 'kant')} {sted(path, span)}"
    label = one_line(label)
    # Without the line there is nothing to draw a mark under.
    if span is None or (not linje and span.column > 1):
        if label:
            yield f"{margin} {style('=', 'kant')} {label}"
        return
    shown = utdrag(linje, span, room)
    below = room < LIMIT and shown.indent + shown.width + 1 + width(label) > room
    marked = mark * shown.width if below else f"{mark * shown.width} {label}".rstrip()
    yield f"{margin} {edge}"
    yield f"{style(f'{span.row:>{gutter}}', 'kant')} {edge} {shown.text}".rstrip()
    yield f"{margin} {edge} {' ' * shown.indent}{style(marked, role)}"
    if below:
        yield f"{margin} {style('=', 'kant')} {style(label, role)}"
    else:
        yield f"{margin} {edge}"


def _notes(located: Located) -> Iterator[tuple[str, str]]:
    finding = located.finding
    # The place of the provision, where it is shown, says the same with its own line.
    if finding.kilde and not any(finding.kilde.avsnitt in other.label for other in located.related):
        yield "kilde:", kilde_i_ord(finding.kilde)
    if rests := hviler_i_ord(finding.hviler):
        yield "antatt:", rests
    if finding.help:
        yield "hjelp:", finding.help
    if located.kommando:
        yield "rett:", f"brukerutvalg {located.kommando}"
    if departs := fravikskommando(finding):
        yield "avvik:", f"brukerutvalg {departs}"
    yield "mer:", f"brukerutvalg {forklaringen(finding)}"
