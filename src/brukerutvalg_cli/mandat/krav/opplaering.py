"""Training as a demand on a person: had by a day, once for each however often they are appointed or attend."""

from collections.abc import Callable, Iterator
from datetime import date

from pydantic import Field

from brukerutvalg_cli.funn.finding import Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode, siste_dag
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.verdier.tid import TID
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.medlem import Opplaering
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sete import Sete, foerste
from brukerutvalg_cli.model.verdier import UKJENT, Heltall, Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, noen
from brukerutvalg_cli.ord.i_ord import omtalt


class OpplaeringKrav(Post):
    """Which training, and by when."""

    modul: Heltall | None = Field(None, description="Modulen; uten den gjelder det en hvilken som helst.")
    innen: TID | None = Field(
        None,
        description="Hvor lenge etter første oppnevning, eller første møte. Uten: den skal være tatt den første dagen.",
    )

    @property
    def i_ord(self) -> str:
        """`modul 1`, `opplæring`."""
        return f"modul {self.modul}" if self.modul is not None else "opplæring"


def opplaert(krav: OpplaeringKrav, utvalg: UtvalgIPeriode, sete: Sete, first: bool) -> Iterator[Felt]:
    """The demand, at the first seat only; the breach becomes true on the day after the training was due."""
    if not first:
        return
    place = sete.at("fra")
    unknown = f"om {omtalt(sete.person, utvalg)} har hatt {krav.i_ord}, er ukjent"
    if isinstance(sete.fra, Ukjent):
        yield Felt(place, UVISST, "", unknown)
        return
    due = krav.innen.etter(sete.fra) if krav.innen else sete.fra
    left = sete.til if isinstance(sete.til, date) else None
    if left and left < due:
        return  # gone before it was due
    by = f"innen {dato_i_ord(due)}" if krav.innen else "når perioden begynner"
    held = har_hatt(utvalg, sete.person, krav.modul, due)
    if sete.til is UKJENT and held is False:
        held = UVISST  # perhaps gone before it was due
    text = f"skal ha hatt {krav.i_ord} {by}"
    lasts = _varer(krav, utvalg, sete, due)
    yield Felt(place, held, text, unknown, since=due + EN_DAG, varer=lasts, hjelp=_hjelp(sete.person))


def opplaert_fra_foer(krav: OpplaeringKrav, utvalg: UtvalgIPeriode, sete: Sete) -> Felt:
    """The demand on one who sat already: training on record keeps it, and without any it is not judged."""
    had = har_hatt(utvalg, sete.person, krav.modul, siste_dag(utvalg.mappe, utvalg.dato))
    who = omtalt(sete.person, utvalg)
    fact = f"det var før kravet gjaldt eller registeret begynte, og om {who} har hatt {krav.i_ord}, er ukjent"
    return Felt(sete.at("fra"), had or UVISST, "", fact)


def opplaert_i_moete(
    krav: OpplaeringKrav, utvalg: UtvalgIPeriode, moete: Moete, person: str, place: Place
) -> Iterator[Felt]:
    """The demand on one who takes part, at one meeting: the first with the training had, or with its time run out.

    Of a guest who is on record by name alone, nobody knows what training they have had.
    """
    days = [m.dato for m in utvalg.avholdte_med_andre if _took_part(m, person)]
    due = krav.innen.etter(days[0]) if krav.innen else days[0]

    def had(day: date) -> Visshet:
        return har_hatt(utvalg, person, krav.modul, day)

    last = days[0] if not krav.innen else next((day for day in days if day > due or had(day)), None)
    if moete.dato == last:
        by_name = person not in utvalg.mappe.kjente_personer
        who = person if by_name else omtalt(person, utvalg)
        why = ", for personen er bare ført med navn" if by_name else ""
        unknown = f"om {who} har hatt {krav.i_ord}, er ukjent{why}"
        by = f" innen {dato_i_ord(due)}" if krav.innen else ""
        yield Felt(place, had(last), f"skal ha hatt {krav.i_ord}{by}", unknown, hjelp=_hjelp(person))


def _hjelp(person: str) -> str:
    """Training is recorded with the person, wherever the lack of it is shown."""
    return f"skriv kurset under «opplaering» i medlemmer/{person}.yaml, eller skriv «opplaering: ukjent» der"


def _took_part(moete: Moete, person: str) -> bool:
    return any(o.kalt == person and o.deltok is not False for o in kjent(moete.oppmoete) or ())


def fra_foer(
    utvalg: UtvalgIPeriode, bestemmelse: Bestemmelse, teller: Callable[[Sete], bool]
) -> Iterator[Sete]:
    """The first seat of each who sat already when the provision, or the register, began.

    `teller` says which seats count. A provision that only takes over from the same one asks nobody anew.
    """
    start = utvalg.fra
    if start is None or _carried_on(utvalg, bestemmelse, start - EN_DAG):
        return
    for held in utvalg.mappe.seter_av.values():
        counted = [sete for sete in held if teller(sete) and sete.er_periode]
        first = foerste(counted)
        before = first is not None and isinstance(first.besluttet, date) and first.besluttet < start
        if first and before and any(not isinstance(s.til, date) or s.til >= start for s in counted):
            yield first


def _carried_on(utvalg: UtvalgIPeriode, bestemmelse: Bestemmelse, dag: date) -> bool:
    registered = utvalg.mappe.utvalg.registrert_fra
    same = (isinstance(b, type(bestemmelse)) and b.id == bestemmelse.id for b in utvalg.i_kraft(dag))
    return any(same) and (registered is None or registered <= dag)


def _varer(krav: OpplaeringKrav, utvalg: UtvalgIPeriode, sete: Sete, due: date) -> Varer:
    """Until the person has had it; or has left the council, and takes part no more.

    Where it says by when, and that has passed, it is over then, but the deadline was broken.
    """
    who, late = omtalt(sete.person, utvalg), due + EN_DAG
    days = (day for day, _ in _dager(utvalg, sete.person) if day > due)
    had = next((day for day in sorted(days) if har_hatt(utvalg, sete.person, krav.modul, day)), None)
    ends = [s.til for s in utvalg.mappe.seter_av[sete.person] if s.er_periode]
    known = [til for til in ends if isinstance(til, date)]
    left = max(known) + EN_DAG if len(known) == len(ends) else None
    if krav.innen and (had or left):
        return Varer(late, min(day for day in (had, left) if day))
    if had and not (left and left <= had):
        place = next((place for day, place in _dager(utvalg, sete.person) if day == had), None)
        return Varer(late, had, had, f"da {who} fikk opplæringen", place)
    if left:
        return Varer(late, left, left, f"ved at {who} gikk ut", sete.at("til"))
    perhaps = isinstance(har_hatt(utvalg, sete.person, krav.modul, utvalg.dato), Uvisst)
    gone = UKJENT in ends and None not in ends
    fact = f"om {who} har hatt opplæringen, er ukjent" if perhaps else f"når {who} gikk ut, er ukjent"
    return Varer(late, kanskje=fact if perhaps or gone else "")


def _dager(utvalg: UtvalgIPeriode, person: str) -> Iterator[tuple[date, Place]]:
    """The days on which the person may have had some training, and where they stand."""
    medlem = utvalg.mappe.medlemmer.get(person)
    own = kjent(medlem.opplaering) if medlem else None
    for nr, had in enumerate(own or ()):
        if medlem and isinstance(had.dato, date):
            yield had.dato, medlem.at("opplaering", nr, "dato")
    for nr, course in enumerate(utvalg.mappe.hendelser):
        if course.hva == "kurs" and isinstance(course.dato, date):
            yield course.dato, utvalg.mappe.hendelse_at(nr, "dato")


def har_hatt(utvalg: UtvalgIPeriode, person: str, modul: int | None, dag: date) -> Visshet:
    """Whether the person has had the training by this day: by their own file, or by the list of a course."""
    medlem = utvalg.mappe.medlemmer.get(person)
    if medlem is None:
        return UVISST
    own: tuple[Opplaering, ...] | Ukjent = medlem.opplaering
    claims: list[Visshet] = (
        [UVISST] if isinstance(own, Ukjent) else [_is_it(o.modul, o.dato, modul, dag) for o in own]
    )
    for hendelse in utvalg.mappe.hendelser:
        if hendelse.hva == "kurs":
            there = UVISST if isinstance(hendelse.deltakere, Ukjent) else person in hendelse.deltakere
            claims.append(alle((there, _is_it(hendelse.modul, hendelse.dato, modul, dag))))
    if not utvalg.mappe.hendelser_lest:
        claims.append(UVISST)
    return noen(claims)


def _is_it(had: int | Ukjent | None, on: date | Ukjent, modul: int | None, dag: date) -> Visshet:
    right = True if modul is None else UVISST if isinstance(had, Ukjent) else had == modul
    return alle((right, UVISST if isinstance(on, Ukjent) else on <= dag))
