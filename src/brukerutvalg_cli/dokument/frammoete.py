"""Who was there, who had said that they could not come, and who was missed. Never why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.visning import Personliste
from brukerutvalg_cli.model.moete import Moete, Oppmoete
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.tilhoerer import ventet
from brukerutvalg_cli.model.verdier import Ukjent, kjent


def til_stede(moete: Moete, personer: Personer, ord: Ord) -> tuple[Personliste, ...]:
    """The attendance in groups, each in the order of the records; none where it is not known."""
    present = frammoette(moete)
    seats: dict[str, list[Sete]] = {}
    for sete in personer.seter:
        seats.setdefault(sete.person, []).append(sete)
    titles = ord.overskrift
    order = (
        titles.medlemmer,
        titles.varamedlemmer,
        titles.fra_nav,
        titles.fra_kommunen,
        titles.gjester,
        titles.tilhoerere,
    )
    groups: dict[str, list[str]] = {title: [] for title in order}
    for oppmoete in present:
        held = seats.get(oppmoete.person or "", [])
        groups[_group(oppmoete, held, personer.side(oppmoete.person), ord)].append(
            personer.frammoett(oppmoete)
        )
    return tuple(Personliste(title, tuple(shown)) for title, shown in groups.items() if shown)


def forfall(moete: Moete, personer: Personer, ord: Ord) -> Personliste | None:
    """Those who had said so; None where nobody has said anything of it."""
    said = kjent(moete.forfall)
    shown = None if said is None else tuple(personer.vis(person) for person in said)
    return None if shown is None else Personliste(ord.overskrift.meldt_forfall, shown)


def ikke_moett(moete: Moete, personer: Personer, ord: Ord) -> Personliste | None:
    """Those who were called for certain and are on neither list, and those who are said not to have come."""
    missed = [person for person, certain in _savnet(moete, personer) if certain]
    return _liste(ord.overskrift.ikke_moett, missed, personer)


def ikke_foert(moete: Moete, personer: Personer, ord: Ord) -> Personliste | None:
    """Those who may have been called, of whom the records do not say whether they came."""
    unsaid = [person for person, certain in _savnet(moete, personer) if not certain]
    return _liste(ord.overskrift.ikke_foert, unsaid, personer)


def _savnet(moete: Moete, personer: Personer) -> Iterator[tuple[str, bool]]:
    """Each who was called and is accounted for nowhere, with whether they surely were missed.

    Nobody, where it is not known who came, or who had said that they could not.
    """
    present = {oppmoete.person for oppmoete in frammoette(moete)}
    if not present or isinstance(moete.forfall, Ukjent):
        return
    accounted = present | {*(moete.forfall or ()), kjent(moete.moeteleder), kjent(moete.referent)}
    stated = kjent(moete.ikke_moett) or ()
    called = ventet(personer.seter, moete.dato)
    for person in dict.fromkeys((*called, *stated)):
        if person not in accounted:
            yield person, bool(called.get(person)) or person in stated


def _liste(title: str, people: Sequence[str], personer: Personer) -> Personliste | None:
    return Personliste(title, tuple(personer.vis(person) for person in people)) if people else None


def frammoette(moete: Moete) -> tuple[Oppmoete, ...]:
    """Everyone on the list; nobody where there is none."""
    return () if moete.oppmoete is None or isinstance(moete.oppmoete, Ukjent) else moete.oppmoete


def _group(oppmoete: Oppmoete, held: list[Sete], own_side: str | None, ord: Ord) -> str:
    titles = ord.overskrift
    seats = [sete for sete in held if sete.verv in MEDLEMSVERV] or held
    verv = {sete.verv for sete in seats}
    side = oppmoete.side or (seats[0].side if seats else own_side)
    group = titles.gjester
    if kjent(oppmoete.lytter):
        group = titles.tilhoerere
    elif oppmoete.vara_for or verv == {"vara"}:
        group = titles.varamedlemmer
    elif side == "nav":
        group = titles.fra_nav
    elif verv & MEDLEMSVERV:
        group = titles.medlemmer
    elif side == "kommune":
        group = titles.fra_kommunen
    return str(group)
