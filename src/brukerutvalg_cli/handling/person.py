"""Person: who comes into the council, in which verv and for how long, and what training they have had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import (
    MEDLEM,
    OPPNEVNING,
    Nektet,
    Postdata,
    hode,
    id_av,
    ordnet,
    personfil,
    utvalgsfil,
)
from brukerutvalg_cli.model.avloesning import Slutt, Valgforslag, slutter, terminen
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.sete import MEDLEMSVERV, VARAVERV, Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.vet_av import Sagt, senest, tidligst, vet_av


def ny(utkast: Utkast, mappe: Utvalgsmappe, felter: Postdata, person: str = "") -> str:
    """A new person in the council; the id.

    Raises:
        Nektet: when there is somebody with that id, or it is none.
    """
    name = id_av(person, str(felter["navn"]))
    if name in mappe.kjente_personer:
        raise Nektet(f"«{name}» finnes fra før. Skriv --id med et annet navn om det er en annen person")
    utkast.ny(personfil(mappe, name), ordnet(felter, MEDLEM), hode(mappe, "medlem"))
    return name


def alle_er_foert(utkast: Utkast, mappe: Utvalgsmappe) -> None:
    """Everybody in the council is on record: nothing is said of the list any more, which is to say that it is whole."""
    if mappe.utvalg.medlemsliste == "ufullstendig":
        utkast.fjern(utvalgsfil(mappe), ("medlemsliste",))


def oppnevn(utkast: Utkast, mappe: Utvalgsmappe, person: str, felter: Postdata) -> None:
    """One more term for a person."""
    utkast.legg_til(personfil(mappe, person), ("oppnevninger",), ordnet(felter, OPPNEVNING), MEDLEM)


def avloes(
    utkast: Utkast, mappe: Utvalgsmappe, person: str, felter: Postdata, forslag: Valgforslag
) -> list[Slutt]:
    """One more term for a person, and an end to those it takes over from, who are given back.

    Until another takes over by an election that is decided, where no last day is said. Members and deputies take
    over from nobody.
    """
    if forslag.verv in OPPNEVNES:
        oppnevn(utkast, mappe, person, felter)
        return []
    ended = [slutt for slutt in slutter(mappe, forslag) if not _valgt_sammen(slutt, felter)]
    for slutt in ended:
        avslutt_termin(utkast, mappe, slutt)
    oppnevn(utkast, mappe, person, {**felter, "til": felter["til"] or terminen(mappe, forslag, person).til})
    return [slutt for slutt in ended if slutt.sete.person != person]


def valgdagen(mappe: Utvalgsmappe, nr: str) -> date:
    """The day on which somebody was elected in this case; who is appointed, comes before every election on record."""
    return next((moete.dato for moete in mappe.moeter for sak in moete.saker if sak.navn == nr), date.min)


def _valgt_sammen(slutt: Slutt, felter: Postdata) -> bool:
    term = slutt.sete.oppnevning
    return bool(felter.get("valgt_i")) and term is not None and term.valgt_i == felter["valgt_i"]


def vanlig(mappe: Utvalgsmappe, person: str) -> Postdata:
    """Who would appoint to a seat, and who propose: the owner, and whom the person sits for. Offered, and no fact."""
    medlem = mappe.medlemmer.get(person)
    return {
        "av": mappe.utvalg.eneste_eier,
        "foreslaatt_av": kjent(medlem.representerer) if medlem else None,
    }


def bytt(utkast: Utkast, mappe: Utvalgsmappe, person: str, verv: str, fra: Sagt, naa: date) -> Sequence[str]:
    """Gives a verv that one holds at a time to another; who had it until the day before. Who has it, keeps it.

    Where nobody knows from which day, it is seen from `naa`, or from the last that it may be, and so is not the last
    day of who had it.
    """
    seats = mappe.seter_i.get(verv, ())
    seen = senest(fra) or naa
    keeps = any(s.person == person and s.har(seen) and s.til is None for s in seats)
    ends = slutter(mappe, Valgforslag(verv, (person,), seen, seen))
    ended = [slutt for slutt in ends if not keeps or slutt.sete.person != person]
    for slutt in ended:
        unknown = not isinstance(fra, date) and slutt.til is not None
        avslutt_termin(utkast, mappe, slutt._replace(til=UKJENT) if unknown else slutt)
    if not keeps:
        oppnevn(utkast, mappe, person, {"verv": verv, "fra": fra})
    return sorted({slutt.sete.person for slutt in ended} - {person})


def avslutt_termin(utkast: Utkast, mappe: Utvalgsmappe, slutt: Slutt) -> None:
    """The last day of a term, or that it never began."""
    sete, til = slutt
    key, value = ("tiltraadt", False) if til is None else ("til", til)
    utkast.sett(personfil(mappe, sete.person), ("oppnevninger", sete.nr, key), value, OPPNEVNING)


def avslutt(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    person: str,
    verv: str,
    til: Sagt,
    naa: date,
    etter: str = "",
) -> None:
    """Ends the term a person has in a verv on a day; where nobody knows which, the one they have `naa`.

    `etter`: the provision by which it lapsed, where it was none of the person's doing.

    Raises:
        Nektet: when the person has no such term that day.
    """
    at, _ = _gjeldende(mappe, person, verv, naa if isinstance(til, Ukjent) else til)
    utkast.sett(personfil(mappe, person), ("oppnevninger", at, "til"), til, OPPNEVNING)
    if etter:
        utkast.sett(personfil(mappe, person), ("oppnevninger", at, "bortfalt_etter"), etter, OPPNEVNING)


def tiltrer_ikke(utkast: Utkast, mappe: Utvalgsmappe, person: str, verv: str, dag: date) -> date:
    """One who was to have a verv withdraws before the first day, which is given back. The term never begins.

    Raises:
        Nektet: when no such term lies ahead.
    """
    ahead = [
        (s.fra, s.nr)
        for s in mappe.seter_av.get(person, ())
        if s.verv == verv and s.oppnevning and isinstance(s.fra, date) and s.fra > dag
    ]
    if not ahead:
        raise Nektet(
            f"{person} skal ikke begynne i vervet «{verv}» etter {dag.isoformat()}. Den som har begynt, slutter "
            "en dag: skriv --til"
        )
    fra, at = min(ahead)
    utkast.sett(personfil(mappe, person), ("oppnevninger", at, "tiltraadt"), False, OPPNEVNING)
    return fra


def erstatt(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    gammel: str,
    overtar: str,
    verv: str,
    fra: Sagt,
    felter: Postdata,
    naa: date,
) -> list[Slutt]:
    """Another takes over the rest of a term: the one ends the day before, the other has it until it would have ended.

    Who was a deputy, and takes over a seat, is no deputy from then on: what ended of that is given back. Where nobody
    knows from which day, it is the term of `naa`.

    Raises:
        Nektet: when the first has no such term then, or both are the same.
    """
    at, term = _gjeldende(mappe, gammel, verv, naa if isinstance(fra, Ukjent) else fra)
    if gammel == overtar:
        raise Nektet(
            f"{gammel} kan ikke overta etter seg selv. Skriv først den som slutter, så den som overtar"
        )
    if term.fra == fra and isinstance(fra, date):
        raise Nektet(f"{gammel} begynner {fra.isoformat()}; da er det ingen periode å overta resten av")
    last = fra - EN_DAG if isinstance(fra, date) else UKJENT
    utkast.sett(personfil(mappe, gammel), ("oppnevninger", at, "til"), last, OPPNEVNING)
    ended = list(_varatermer(mappe, overtar, senest(fra) or naa)) if verv in MEDLEMSVERV else []
    if not isinstance(fra, date):
        ended = [slutt._replace(til=UKJENT) if slutt.til else slutt for slutt in ended]
    for slutt in ended:
        avslutt_termin(utkast, mappe, slutt)
    # Who appointed and proposed the first, need not have done so with the other.
    asked = {key: UKJENT for key in ("av", "foreslaatt_av") if getattr(term, key) is not None}
    rest = {"verv": verv, "fra": fra, "til": term.skrevet("til")} | asked
    oppnevn(utkast, mappe, overtar, rest | {k: v for k, v in felter.items() if v not in (None, "")})
    return ended


def _varatermer(mappe: Utvalgsmappe, person: str, fra: date) -> Iterator[Slutt]:
    """The terms as a deputy that a seat from this day on takes the place of, and how each ends."""
    for sete in mappe.seter_av.get(person, ()):
        if sete.verv in VARAVERV and sete.oppnevning and sete.har(fra) is not False:
            begun = isinstance(sete.fra, Ukjent) or sete.fra < fra
            yield Slutt(sete, fra - EN_DAG if begun else None)


def andre_verv(mappe: Utvalgsmappe, person: str, verv: str, til: date) -> list[Sete]:
    """What else a person holds after the last day of a seat in the council, which goes with the seat or does not.

    Nothing, where what ends is no such seat, or the person has another: one may stop leading and stay.
    """
    after = til + EN_DAG
    own = (s for s in mappe.seter_av.get(person, ()) if s.er_periode)
    held = [s for s in own if s.har(after) is not False]
    left = [s for s in held if s.verv != verv]
    stays = verv not in OPPNEVNES or any(s.verv in OPPNEVNES and s.har(after) for s in left)
    return [] if stays else left


def opplaering(
    utkast: Utkast, mappe: Utvalgsmappe, person: str, modul: int | Ukjent | None, dato: Sagt
) -> None:
    """Training somebody has had, in a module where one is named."""
    entry = ordnet({"modul": modul, "dato": dato}, ("modul", "dato"))
    utkast.legg_til(personfil(mappe, person), ("opplaering",), entry, MEDLEM)


def _gjeldende(mappe: Utvalgsmappe, person: str, verv: str, sagt: date | Deldato) -> tuple[int, Oppnevning]:
    """The term that a person has, or may have, in a verv that day."""
    dag = sagt.senest if isinstance(sagt, Deldato) else sagt
    medlem = mappe.medlemmer.get(person)
    if medlem is None:
        raise Nektet(f"personen «{person}» finnes ikke, eller kan ikke leses")
    for at, term in enumerate(medlem.oppnevninger):
        first, last = tidligst(vet_av(term, "fra")), senest(vet_av(term, "til"))
        begun, lasts = first is None or first <= dag, last is None or (tidligst(sagt) or dag) <= last
        if term.verv == verv and begun and lasts and term.tiltraadt is not False:
            return at, term
    ended = [t.til for t in medlem.oppnevninger if t.verv == verv and isinstance(t.til, date) and t.til < dag]
    who = medlem.navn if medlem.publisering == "navn" else person
    over = (
        f". Perioden sluttet {dato_i_ord(max(ended))}. Den som kommer etter, oppnevnes: "
        f"brukerutvalg oppnevn {mappe.id} PERSON --verv {verv} --fra {dag.isoformat()}"
        if ended
        else ""
    )
    when = dato_i_ord(sagt) if isinstance(sagt, date) else f"i {sagt.i_ord}"
    raise Nektet(f"{who} har ikke vervet «{verv}» {when}{over}")
