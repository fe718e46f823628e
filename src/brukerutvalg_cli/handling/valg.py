"""Valg: an election, under the case it was held in and on the page of each whom it touches."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import OPPNEVNING, VALG, Nektet, Postdata, ordnet, personfil, saken
from brukerutvalg_cli.handling.moetebok import legg_til_i_sak
from brukerutvalg_cli.handling.person import avslutt_termin, oppnevn
from brukerutvalg_cli.model.avloesning import Slutt, Termin, Valgforslag, slutter, terminen
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Valg
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.vet_av import Sagt, vet_av
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Omgivelser, et_verv, omtalt


class Usagt(NamedTuple):
    """What nobody, or not all, knows of an election: the first or the last day of the term that was voted on, as far as
    it is known, or, by person, when one left who had a term with an unknown end."""

    fra: Deldato | Ukjent | None = None
    til: Deldato | Ukjent | None = None
    slutt: Mapping[str, Sagt] = {}


ALT_SAGT = Usagt()
INGENTING: Postdata = {}


def uten_slutt(mappe: Utvalgsmappe, valg: Valgforslag) -> list[Slutt]:
    """The terms it ends of which it is on record that nobody knows the end: it may have come long before the day that
    the election sets to it."""
    return [slutt for slutt in slutter(mappe, valg) if slutt.til and isinstance(slutt.sete.til, Ukjent)]


def foer_valg(
    utkast: Utkast,
    her: Omgivelser,
    moete: Moete,
    nr: str,
    valg: Valgforslag,
    usagt: Usagt = ALT_SAGT,
    avstemning: Postdata = INGENTING,
) -> list[Slutt]:
    """Writes down what is not there: the election in the case, a term for each person, and an end to who had it.

    `avstemning` is how it was decided, where that was said: it is put into an election that is on record already.

    What it ended, of those who were not elected again.

    Raises:
        Nektet: when others are on record as elected in the same case.
    """
    mappe = her.mappe
    ended: list[Slutt] = []
    recorded = _foert(her, moete, nr, valg)
    if recorded:
        valg = _med_tida(valg, recorded)
        _si_hvordan(utkast, moete, nr, recorded, avstemning)
    else:
        days = {"fra": usagt.fra or valg.fra, "til": usagt.til or valg.til}
        term = {"verv": valg.verv, "valgt": list(valg.valgt)} | days
        more = {"supplerer": valg.supplerer or None, "fraviker": list(valg.fraviker)}
        legg_til_i_sak(utkast, mappe, moete.navn, nr, "valg", ordnet(term | more | avstemning, VALG))
        ended = [_slutt(slutt, usagt) for slutt in slutter(mappe, valg)]
        for slutt in ended:
            avslutt_termin(utkast, mappe, slutt)
    for person in valg.valgt:  # it is on their page that somebody looks for who sits for how long
        if person in mappe.kjente_personer and not _har_perioden(mappe, person, valg.verv, nr):
            its = terminen(mappe, valg, person)
            begins, ends = usagt.fra or _usikkert(recorded, "fra"), _usikkert(recorded, "til")
            if begins and its.nr is None:
                its = its._replace(fra=begins)
            if usagt.til or (ends and its.til is None):
                its = its._replace(til=usagt.til or ends)
            _velg(utkast, mappe, person, valg.verv, its, nr)
    return [slutt for slutt in ended if slutt.sete.person not in valg.valgt]


def _usikkert(recorded: Valg | None, key: str) -> Deldato | Ukjent | None:
    """A day of an election on record, where it is not all known."""
    day = vet_av(recorded, key) if recorded else None
    return None if isinstance(day, date) else day


def _si_hvordan(utkast: Utkast, moete: Moete, nr: str, valg: Valg, avstemning: Postdata) -> None:
    at = saken(moete, nr)
    route = ("saker", at, "valg", moete.saker[at].valg.index(valg))
    for key, value in ordnet(avstemning, VALG).items():
        utkast.sett(moete.path, (*route, key), value, VALG)


def _slutt(slutt: Slutt, usagt: Usagt) -> Slutt:
    """The end of a term as far as anybody knows it."""
    if isinstance(slutt.sete.til, Ukjent) and slutt.til:
        return slutt._replace(til=usagt.slutt.get(slutt.sete.person, slutt.til))
    return slutt._replace(til=UKJENT) if usagt.fra and slutt.til else slutt


def som_foert(
    her: Omgivelser,
    moete: Moete,
    nr: str,
    valg: Valgforslag,
    *,
    fra: Sagt | None = None,
    til: Sagt | None = None,
) -> Valgforslag:
    """The election with the days that the case has for it, where it is on record there.

    `fra` and `til` are what somebody says of it now.

    Raises:
        Nektet: when others are on record as elected in the same case, or it is on record otherwise than is said
            now; and when nobody is elected there, for it is not dealt with.
    """
    _behandles(moete, nr)
    recorded = _foert(her, moete, nr, valg)
    if recorded is None:
        return valg
    said = (
        ("--fra", fra, vet_av(recorded, "fra")),
        ("--til", til, vet_av(recorded, "til")),
        _fravik(valg, recorded),
    )
    for option, now, before in said:
        if now and not isinstance(now, Ukjent) and now != before:
            raise Nektet(
                f"valget i sak {nr} er alt ført med {_i_ord(option, before)}, og {option} {_som_sagt(now)} ville ikke "
                f"bli skrevet. Er det ført feil, retter du det i {moete.path} og hos de valgte; ellers skriver du det "
                f"uten {option}"
            )
    return _med_tida(valg, recorded)


def _fravik(valg: Valgforslag, recorded: Valg) -> tuple[str, object, object]:
    return "--fraviker", tuple(sorted(valg.fraviker)), tuple(sorted(recorded.fraviker))


def _i_ord(option: str, before: object) -> str:
    word = {"--fra": "første dag", "--til": "siste dag", "--fraviker": "fravik fra"}[option]
    return f"{word} {_som_sagt(before)}" if before else f"ingen {word.removesuffix(' fra')}"


def _som_sagt(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _behandles(moete: Moete, nr: str) -> None:
    if moete.status == "avlyst":
        raise Nektet(f"møtet {moete.navn} er avlyst, og ingen blir valgt der")
    if kjent(moete.saker[saken(moete, nr)].utsatt):
        raise Nektet(f"sak {nr} er utsatt, og ingen ble valgt i den. Valget føres i møtet den kommer opp i")


def _med_tida(valg: Valgforslag, recorded: Valg) -> Valgforslag:
    return valg._replace(fra=kjent(recorded.fra) or valg.fra, til=kjent(recorded.til))


def _velg(utkast: Utkast, mappe: Utvalgsmappe, person: str, verv: str, term: Termin, nr: str) -> None:
    """The term of one who is elected: a new one, or what stands there from the same day and names no case."""
    fields: Postdata = {"til": term.til, "tiltraadt": None if term.tiltraadt else False, "valgt_i": nr}
    if term.nr is None:
        oppnevn(utkast, mappe, person, {"verv": verv, "fra": term.fra} | fields)
        return
    for key, value in ordnet(fields, OPPNEVNING).items():
        utkast.sett(personfil(mappe, person), ("oppnevninger", term.nr, key), value, OPPNEVNING)


def _foert(her: Omgivelser, moete: Moete, nr: str, valg: Valgforslag) -> Valg | None:
    """This election as the case has it. A body, and those who come in addition to it, are two elections."""
    case = moete.saker[saken(moete, nr)]
    added = not valg.avloeser
    recorded = [(v, kjent(v.valgt) or ()) for v in case.valg if v.verv == valg.verv]
    for v, names in recorded:
        if set(names) == set(valg.valgt) and (isinstance(v.supplerer, Ukjent) or _i_tillegg(v) == added):
            return v
    before = next(
        (
            names
            for v, names in recorded
            if set(names) & set(valg.valgt) or (names and not added and not _i_tillegg(v))
        ),
        None,
    )
    if before:
        there = "noen andre" if case.fortrolig else alle_sammen(omtalt(person, her) for person in before)
        beside = "" if added else ". Ble noen valgt i tillegg til dem, skriver du --supplerer"
        raise Nektet(
            f"i sak {nr} er {there} alt ført som valgt til {et_verv(valg.verv, her)}. Var det feil, retter du det i "
            f"{moete.path} og hos personene, eller tar det tilbake med «brukerutvalg angre»{beside}"
        )
    return None


def _i_tillegg(valg: Valg) -> bool:
    return valg.verv in OPPNEVNES or valg.supplerer is True


def _har_perioden(mappe: Utvalgsmappe, person: str, verv: str, nr: str) -> bool:
    member = mappe.medlemmer.get(person)
    return any(t.verv == verv and t.valgt_i == nr for t in member.oppnevninger) if member else False
