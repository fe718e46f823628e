"""Personer: the lines of a list put together by person – one side and organisation each, and a row for each verv."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from brukerutvalg_cli.handling.medlemsliste.lest import Lestrad
from brukerutvalg_cli.handling.medlemsliste.liste import Kjente, Listedag, Listerad
from brukerutvalg_cli.handling.medlemsliste.rolle import Rolle
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.vet_av import senest, tidligst
from brukerutvalg_cli.nevnt import Kjent, kalt_slik

MEDLEM = Rolle(verv="medlem")
"""What somebody is of whom a list of members says nothing else."""


def radene(lines: Sequence[Lestrad], kjente: Kjente, side: str) -> tuple[list[Listerad], list[str]]:
    """The rows, and what two lines disagree about. `side`: of those of whom the list does not tell."""
    people: defaultdict[str, list[Lestrad]] = defaultdict(list)
    for line in lines:
        people[line.person].append(line)
    known = list(_alle(lines, kjente))
    wrong: list[str] = []
    rows = [row for one in people.values() for row in _personens(one, known, side, wrong)]
    return rows, [*wrong, *_overlapp(rows)]


def _alle(lines: Iterable[Lestrad], kjente: Kjente) -> Iterator[Kjent]:
    """Everybody that a deputy can stand in for: people and organisations."""
    named = {line.person: line.navn for line in lines}
    yield from (Kjent(person, (navn,)) for person, navn in named.items())
    yield from (one for one in kjente.personer if one.id not in named)
    bodies = {line.hos.id: line.hos.ny.navn for line in lines if line.hos.ny}
    yield from (Kjent(name, (navn,)) for name, navn in bodies.items())
    for name, body in kjente.organisasjoner.items():
        yield Kjent(name, tuple(filter(None, (body.navn, body.forkortelse))))


def _personens(
    lines: Sequence[Lestrad], known: Sequence[Kjent], side: str, wrong: list[str]
) -> Iterator[Listerad]:
    bodies = {line.hos.id for line in lines if line.hos.id}
    sides = {line.side for line in lines if line.side}
    posts = {line.funksjon for line in lines if line.funksjon}
    first, last = lines[0], lines[-1]
    if max(map(len, (bodies, sides, posts))) > 1:
        wrong.append(
            f"{last.hvor} sier noe annet om hvem {last.navn} sitter for enn {first.hvor}. Er det to personer, "
            "fører du den andre etterpå med «brukerutvalg person ny --id»"
        )
    own = (min(sides, default=side), min(bodies, default=""))
    for line in lines:
        roles = {role.verv: role for role in line.roller if role.verv} or {"": MEDLEM}
        for role in roles.values():
            deputy = next((one.id for one in kalt_slik(role.vara_for, known)), "")
            if role.vara_for and not deputy:
                wrong.append(
                    f"{line.hvor} har en vara for «{role.vara_for}», som verken er i lista eller kjent"
                )
            yield Listerad(line.hvor, line.person, first.navn, *own, role.verv, line.fra, line.til,
                      min(posts, default=""), deputy, role.nummer)  # fmt: skip


def _overlapp(rows: Iterable[Listerad]) -> Iterator[str]:
    """Those who surely have a verv twice at a time, or by two lines that say the same."""
    before: defaultdict[tuple[str, str], list[Listerad]] = defaultdict(list)
    for row in rows:
        for other in before[row.person, row.verv]:
            same = (row.fra, row.til) == (other.fra, other.til)
            if same or not (_kan_ende_foer(other, row) or _kan_ende_foer(row, other)):
                yield (
                    f"{row.hvor} har {row.navn} som {row.verv} i samme tid som {other.hvor}. "
                    "Stryk den ene, eller rett datoene"
                )
        before[row.person, row.verv].append(row)


def _kan_ende_foer(one: Listerad, other: Listerad) -> bool:
    """Whether the one may be over before the other began, on days that may be meant."""
    ended, begun = tidligst(_sagt(one.til)), senest(_sagt(other.fra))
    return ended is not None and begun is not None and ended < begun


def _sagt(dag: Listedag) -> date | Deldato | None:
    return None if isinstance(dag, str) else dag
