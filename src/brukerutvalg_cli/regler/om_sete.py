"""Om sete: where a finding on a seat is shown, and what it is called. An election is judged once, at the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.sak import Valg
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.regler.i_ord import alle_sammen, omtalt
from brukerutvalg_cli.regler.periode import UtvalgIPeriode


def etter_valg(seats: Iterable[Sete]) -> Iterator[list[Sete]]:
    """Those whom one election gave the same term, as one: it is judged once. Every other seat by itself."""
    found: dict[object, list[Sete]] = {}
    for nr, sete in enumerate(seats):
        valg = sete.valg
        key = (valg.moete.path, valg.sak_nr, valg.valg_nr, sete.fra, sete.til) if valg else nr
        found.setdefault(key, []).append(sete)
    yield from found.values()


def dag_at(sete: Sete, key: str) -> Place:
    """Where a day of the term is decided: in the election, unless the person's file says more than that."""
    if sete.valg is None or not _as_elected(sete, sete.valg.valg):
        return sete.at(key)
    stated = getattr(sete.valg.valg, key) is not None
    return sete.valg.at(key if stated else "fra")


def _as_elected(sete: Sete, valg: Valg) -> bool:
    if sete.fra != valg.fra or isinstance(sete.til, Ukjent) or isinstance(valg.til, Ukjent):
        return False
    return valg.til is None or (sete.til is not None and sete.til <= valg.til)


def valgt_at(sete: Sete) -> Place | None:
    """Where the person was elected to it: there somebody else could have been chosen.

    None where nobody was, or where the person's file says more than the election does.
    """
    if sete.valg is None or not _as_elected(sete, sete.valg.valg):
        return None
    return sete.valg.valgt_at(sete.person)


def navn(seats: Sequence[Sete], utvalg: UtvalgIPeriode) -> str:
    """Whom the seats are."""
    return alle_sammen(omtalt(sete.person, utvalg) for sete in seats)


def ider(seats: Sequence[Sete]) -> str:
    """The same by id, as a finding on the seats is known."""
    return " ".join(sete.person for sete in seats)


def perioden(sete: Sete) -> str:
    """One term by id: by its first day, or where nobody knows that, by the case or by its number in the file."""
    number = sete.valg.sak.nr if sete.valg else sete.nr + 1
    return f"{sete.person} {sete.verv} {number if isinstance(sete.fra, Ukjent) else sete.fra}"


def emner(*seats: Sete) -> tuple[str, ...]:
    """By what a deviation may name them: the person, the case and the meeting."""
    valg = seats[0].valg
    return (*(sete.person for sete in seats), *((valg.sak.nr, str(valg.moete.dato)) if valg else ()))


def fraviker(*seats: Sete) -> tuple[str, ...]:
    """The provisions that the appointment or the election says itself that it departs from."""
    own = tuple(name for sete in seats if sete.oppnevning for name in sete.oppnevning.fraviker)
    valg = seats[0].valg
    return own + (valg.valg.fraviker if valg else ())
