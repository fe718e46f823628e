"""Who was there, who had said that they could not come, and who was missed. Never why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.visning import Personliste
from brukerutvalg_cli.model.fravaer import savnet
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.sete import MEDLEMSVERV, OPPNEVNT, Sete
from brukerutvalg_cli.model.stemmeberettiget import SEKRETARIAT
from brukerutvalg_cli.model.verdier import Ukjent, kjent


def til_stede(moete: Moete, personer: Personer, ord: Ord) -> tuple[Personliste, ...]:
    """The attendance in groups, each in the order of the records; none where it is not known."""
    seats: dict[str, list[Sete]] = {}
    for sete in personer.seter:
        seats.setdefault(sete.person, []).append(sete)
    titles = ord.overskrift
    sides = {sete.side for sete in personer.seter if sete.verv in MEDLEMSVERV}
    by_side = personer.egen_side if len(sides) > 1 else _ingen_egen
    sorted_ = [
        (
            _fra_et_annet(each, moete, personer, ord)
            or _group(each, seats.get(each.person or "", []), personer, by_side, ord),
            personer.frammoett(each, moete),
        )
        for each in (*frammoette(moete), *_usagt(moete, personer))
    ]
    order = (
        titles.medlemmer,
        titles.varamedlemmer,
        *(group for group, _ in sorted_ if group not in titles),
        titles.fra_nav,
        titles.fra_kommunen,
        titles.sekretariat,
        titles.gjester,
        titles.observatoerer,
        titles.tilhoerere,
    )
    groups = {title: tuple(who for group, who in sorted_ if group == title) for title in order}
    return tuple(Personliste(title, shown) for title, shown in groups.items() if shown)


def _fra_et_annet(oppmoete: Oppmoete, moete: Moete, personer: Personer, ord: Ord) -> str:
    """The heading of those from another council whose meeting it is, too: they are no guests."""
    home = kjent(oppmoete.fra_utvalg)
    if not home or home not in (kjent(moete.felles_med) or ()):
        return ""
    return f"{str(ord.fra).capitalize()} {personer.utvalg(home)}"


def antall_stemmeberettigede(moete: Moete, ord: Ord) -> str:
    """How many could vote when the meeting began: `Til stede da møtet begynte: 7 med stemmerett.`"""
    counted = kjent(moete.antall_stemmeberettigede)
    return "" if counted is None else f"{ord.til_stede_ved_start}: {counted} {ord.med_stemmerett}."


def _usagt(moete: Moete, personer: Personer) -> Iterator[Oppmoete]:
    """Who led the meeting and who took its minutes, where the list of those who came has forgotten them."""
    listed = frammoette(moete)
    accounted = {*(each.person for each in listed), *(kjent(moete.forfall) or ())}
    for person in dict.fromkeys((kjent(moete.moeteleder), kjent(moete.referent))) if listed else ():
        if person and person not in accounted and personer.har_fil(person):
            yield Oppmoete(person=person)


def forfall(moete: Moete, personer: Personer, ord: Ord) -> Personliste | None:
    """Those who had said so; None where nobody has said anything of it."""
    said = kjent(moete.forfall)
    shown = None if said is None else tuple(personer.vis(person) for person in said)
    return None if shown is None else Personliste(ord.overskrift.meldt_forfall, shown)


def ikke_moett(moete: Moete, personer: Personer, ord: Ord) -> Personliste | None:
    """Those who were called for certain and are on neither list, and those who are said not to have come."""
    missed = [person for person, certain in savnet(personer.seter, moete) if certain]
    return _liste(ord.overskrift.ikke_moett, missed, personer)


def ikke_foert(moete: Moete, personer: Personer, ord: Ord) -> Personliste | None:
    """Those who may have been called, of whom the records do not say whether they came."""
    unsaid = [person for person, certain in savnet(personer.seter, moete) if not certain]
    return _liste(ord.overskrift.ikke_foert, unsaid, personer)


def _liste(title: str, people: Sequence[str], personer: Personer) -> Personliste | None:
    return Personliste(title, tuple(personer.vis(person) for person in people)) if people else None


def frammoette(moete: Moete) -> tuple[Oppmoete, ...]:
    """Everyone on the list; nobody where there is none."""
    return () if moete.oppmoete is None or isinstance(moete.oppmoete, Ukjent) else moete.oppmoete


def _ingen_egen(side: str) -> str:
    """No heading for a side: where all members are from the same, they are the members."""
    return ""


def _group(
    oppmoete: Oppmoete, held: list[Sete], personer: Personer, egen_side: Callable[[str], str], ord: Ord
) -> str:
    titles = ord.overskrift
    seats = [sete for sete in held if sete.verv in MEDLEMSVERV] or held
    verv = {sete.verv for sete in seats}
    side = oppmoete.side or (seats[0].side if seats else personer.side(oppmoete.person))
    by_role = {
        "observatoer": titles.observatoerer,
        "sekretariat": titles.sekretariat,
        "gjest": titles.gjester,
    }
    group = titles.gjester
    if kjent(oppmoete.lytter):
        group = titles.tilhoerere
    elif role := kjent(oppmoete.rolle):
        group = by_role[role]
    elif oppmoete.vara_for or verv == {"vara"}:
        group = titles.varamedlemmer
    elif verv & SEKRETARIAT and not verv & OPPNEVNT:
        group = titles.sekretariat
    elif isinstance(side, str) and (own := egen_side(side)):
        group = own
    elif side == "nav":
        group = titles.fra_nav
    elif verv & MEDLEMSVERV:
        group = titles.medlemmer
    elif side == "kommune":
        group = titles.fra_kommunen
    return str(group)
