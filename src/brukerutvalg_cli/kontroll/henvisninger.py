"""Every reference in a council's files: a name, where it stands, and what sort of thing it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.model.avstemning import LISTENE, Alternativ
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat, Sakliste
from brukerutvalg_cli.model.nummerering import formatene, numrene
from brukerutvalg_cli.model.omriss import FOLKS_GRUPPER, UTVALGETS_DELER, UTVALGETS_GRUPPER
from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak, avstemninger
from brukerutvalg_cli.model.saksnummer import les_nummer
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.verdier import kjent

NOEN = (Slag.ORGANISASJON, Slag.UTVALG)
HVEM_SOM_HELST = (Slag.PERSON, Slag.VERV, Slag.SIDE, *NOEN)


class Henvisning(NamedTuple):
    """One reference. `slag` are the sorts it may name; `fritekst` says that it may also be plain text."""

    navn: str
    place: Place
    slag: tuple[Slag, ...]
    fritekst: bool = False


def henvisninger(mappe: Utvalgsmappe) -> Iterator[Henvisning]:
    """All references of one council, to what its records may be expected to hold."""
    yield from _in_council(mappe)
    for medlem in mappe.medlemmer.values():
        yield from _in_person(mappe, medlem)
    for moete in mappe.moeter:
        yield from _in_meeting(mappe, moete)
    for nr, hendelse in enumerate(mappe.hendelser):
        yield from _case(mappe, hendelse.sak, mappe.hendelse_at(nr, "sak"))
        yield from _one(hendelse.bestemmelse, mappe.hendelse_at(nr, "bestemmelse"), Slag.BESTEMMELSE)
    for sak in mappe.saker.values():
        yield from _one(sak.innmeldt_av, sak.at("innmeldt_av"), *HVEM_SOM_HELST)
        yield from _one(sak.gruppe, sak.at("gruppe"), Slag.SAKGRUPPE)
        yield from _case(mappe, sak.fra_sak, sak.at("fra_sak"))
        for nr, name in enumerate(kjent(sak.saksbehandler) or ()):
            yield Henvisning(name, sak.at("saksbehandler", nr), (Slag.PERSON,), fritekst=True)


def frie_henvisninger(mappe: Utvalgsmappe) -> Iterator[Henvisning]:
    """What may name somebody, a case or a meeting, and may be any other text as well: nobody misses anything there."""
    for nr, hendelse in enumerate(mappe.hendelser):
        yield from _one(
            hendelse.ansvarlig, mappe.hendelse_at(nr, "ansvarlig"), *HVEM_SOM_HELST, fritekst=True
        )
        for key in ("arrangert_av", "betalt_av", "deltakere", "krevd_av", "gjelder"):
            names = getattr(hendelse, key)
            for at, name in enumerate(names if isinstance(names, tuple) else ()):
                yield from _one(name, mappe.hendelse_at(nr, key, at), *HVEM_SOM_HELST, fritekst=True)
    for moete in mappe.moeter:
        sent = kjent(moete.sendt)
        for nr, one in enumerate(kjent(sent.forsendelser) or () if sent else ()):
            yield from _each(
                one.til, moete, ("sendt", "forsendelser", nr, "til"), *HVEM_SOM_HELST, fritekst=True
            )
    for nr, avvik in enumerate(mappe.utvalg.avvik):
        free = {"vedtatt_i": (Slag.SAK,), "vedtatt_av": HVEM_SOM_HELST, "gjelder": (Slag.SAK, Slag.MOETE)}
        for key, slag in free.items():
            yield from _one(getattr(avvik, key), mappe.utvalg.at("avvik", nr, key), *slag, fritekst=True)


def i_organisasjoner(register: Register) -> Iterator[Henvisning]:
    """The references among the organisations themselves."""
    for name, place in _listet(register, "medlem_av"):
        yield Henvisning(name, place, (Slag.ORGANISASJON,))


def _listet(register: Register, key: str) -> Iterator[tuple[str, Place]]:
    """What the organisations list under a key, now and before, and where."""
    for name, organisasjon in register.organisasjoner.items():
        before = [((name, "tidligere", at), was) for at, was in enumerate(organisasjon.tidligere)]
        for top, record in (((name,), organisasjon), *before):
            for nr, each in enumerate(kjent(getattr(record, key)) or ()):
                yield each, Place("records/organisasjoner.yaml", (*top, key, nr))


def utvalgenes_grupper(register: Register) -> Iterator[Henvisning]:
    """Every group of users, as each council spells it."""
    told = [*register.svar(UTVALGETS_GRUPPER), *register.svar(UTVALGETS_DELER)]
    for _, uses in sorted(told, key=itemgetter(0)):
        yield from (Henvisning(name, place, (Slag.UTVALG,)) for name, place in uses)


def grupper(register: Register) -> Iterator[Henvisning]:
    """The same, and as each organisation and person spells it; `slag` says which of these."""
    yield from utvalgenes_grupper(register)
    for name, place in _listet(register, "grupper"):
        yield Henvisning(name, place, (Slag.ORGANISASJON,))
    for _, uses in sorted(register.svar(FOLKS_GRUPPER), key=itemgetter(0)):
        yield from (Henvisning(name, place, (Slag.PERSON,)) for name, place in uses)


def _in_council(mappe: Utvalgsmappe) -> Iterator[Henvisning]:
    utvalg = mappe.utvalg
    owners = kjent(utvalg.eier) or ()
    for nr, owner in enumerate(owners):
        yield Henvisning(owner, utvalg.at("eier", nr) if len(owners) > 1 else utvalg.at("eier"), NOEN)
    yield from _one(utvalg.overordnet, utvalg.at("overordnet"), *NOEN)
    yield from _one(utvalg.ungdomsraad, utvalg.at("ungdomsraad"), Slag.UTVALG)
    yield from _one(utvalg.gikk_inn_i, utvalg.at("gikk_inn_i"), *NOEN)
    if isinstance(utvalg.organisasjoner, tuple):
        for nr, name in enumerate(utvalg.organisasjoner):
            yield Henvisning(name, utvalg.at("organisasjoner", nr), (Slag.ORGANISASJON,))
    for name in utvalg.tidsrom:
        yield Henvisning(name, utvalg.at("tidsrom", name), (Slag.DEL,))
    for nr, entry in enumerate(utvalg.regelverk):
        yield Henvisning(entry.id, utvalg.at("regelverk", nr, "id"), (Slag.REGELVERK,))
        yield from _case(mappe, entry.vedtatt_i, utvalg.at("regelverk", nr, "vedtatt_i"))
    for nr, avvik in enumerate(utvalg.avvik):
        yield Henvisning(avvik.bestemmelse, utvalg.at("avvik", nr, "bestemmelse"), (Slag.BESTEMMELSE,))
        yield from _one(avvik.regelverk, utvalg.at("avvik", nr, "regelverk"), Slag.REGELVERK)
        # Where it is decided elsewhere, that is said in words.
        if not avvik.vedtatt_av and " " not in (avvik.vedtatt_i or ""):
            yield from _case(mappe, avvik.vedtatt_i, utvalg.at("avvik", nr, "vedtatt_i"))
        yield from _case(mappe, avvik.notert_i, utvalg.at("avvik", nr, "notert_i"))


class Noekkel(NamedTuple):
    """A key whose word, or whose words, are names; `fritekst`: or any other text."""

    noekkel: str
    slag: tuple[Slag, ...]
    fritekst: bool = False


I_PERSONEN = (
    Noekkel("side", (Slag.SIDE,)),
    Noekkel("representerer", NOEN),
    Noekkel("medlem_av", NOEN),
)
I_OPPNEVNINGEN = (
    Noekkel("verv", (Slag.VERV,)),
    Noekkel("av", NOEN),
    Noekkel("foreslaatt_av", NOEN),
    *I_PERSONEN,
    Noekkel("vara_for", (Slag.PERSON, *NOEN)),
)
I_MOETET = (
    Noekkel("felles_med", (Slag.UTVALG,)),
    Noekkel("moeteleder", (Slag.PERSON,), fritekst=True),
    Noekkel("referent", (Slag.PERSON,), fritekst=True),
)
I_SAKLISTA = tuple(Noekkel(key, HVEM_SOM_HELST) for key in ("foreslaatt_av", "godkjent_av", "i_samraad_med"))
I_OPPMOETET = (
    Noekkel("person", (Slag.PERSON,)),
    Noekkel("vara_for", (Slag.PERSON, *NOEN)),
    Noekkel("side", (Slag.SIDE,)),
    Noekkel("representerer", NOEN, fritekst=True),
    Noekkel("fra_utvalg", (Slag.UTVALG,), fritekst=True),
)
I_AVSTEMNINGEN = tuple(Noekkel(key, (Slag.PERSON,), fritekst=True) for key in LISTENE)
I_SAKEN = (
    Noekkel("innmeldt_av", HVEM_SOM_HELST),
    Noekkel("oversendt_til", NOEN),
    Noekkel("gruppe", (Slag.SAKGRUPPE,)),
    Noekkel("saksbehandler", (Slag.PERSON,), fritekst=True),
    Noekkel("innleder", (Slag.PERSON,), fritekst=True),
    Noekkel("innkalt", HVEM_SOM_HELST, fritekst=True),
)


def _i_posten(post: Post, fil: Filpost, top: Route, noeklene: Iterable[Noekkel]) -> Iterator[Henvisning]:
    """Those behind these keys of a record, which stands there in its file. No place is made of what is not there."""
    for key, slag, free in noeklene:
        named = getattr(post, key)
        if isinstance(named, str):
            yield Henvisning(named, fil.at(*top, key), slag, free)
        elif isinstance(named, tuple):
            yield from _each(named, fil, (*top, key), *slag, fritekst=free)


def _in_person(mappe: Utvalgsmappe, medlem: Medlem) -> Iterator[Henvisning]:
    yield from _i_posten(medlem, medlem, (), I_PERSONEN)
    for nr, term in enumerate(medlem.oppnevninger):
        top = ("oppnevninger", nr)
        yield from _i_posten(term, medlem, top, I_OPPNEVNINGEN)
        yield from _case(mappe, term.valgt_i, medlem.at(*top, "valgt_i"))
        yield from _one(term.bortfalt_etter, medlem.at(*top, "bortfalt_etter"), Slag.BESTEMMELSE)
        for at, leave in enumerate(term.permisjon):
            place = medlem.at(*top, "permisjon", at, "stedfortreder")
            yield from _one(leave.stedfortreder, place, Slag.PERSON)
        yield from _each(term.fraviker, medlem, (*top, "fraviker"), Slag.BESTEMMELSE)


def _in_meeting(mappe: Utvalgsmappe, moete: Moete) -> Iterator[Henvisning]:
    yield from _meeting(mappe, moete.avgjoeres_i, moete.at("avgjoeres_i"))
    yield from _i_posten(moete, moete, (), I_MOETET)
    if isinstance(moete.sakliste, Sakliste):
        yield from _i_posten(moete.sakliste, moete, ("sakliste",), I_SAKLISTA)
    for nr, oppmoete in enumerate(kjent(moete.oppmoete) or ()):
        yield from _i_posten(oppmoete, moete, ("oppmoete", nr), I_OPPMOETET)
    for nr, who in enumerate(kjent(moete.forfall) or ()):
        inside = () if who.meldt is None else ("person",)
        yield from _one(str(who), moete.at("forfall", nr, *inside), Slag.PERSON)
    yield from _each(moete.ikke_moett, moete, ("ikke_moett",), Slag.PERSON)
    yield from _each(moete.undertegnes_av, moete, ("undertegnes_av",), Slag.PERSON, fritekst=True)
    for nr, sak in enumerate(moete.saker):
        yield from _in_case(mappe, moete, nr, sak)
    if isinstance(moete.referat, Referat) and isinstance(moete.referat.godkjent, Godkjent):
        approved = moete.referat.godkjent
        yield from _meeting(mappe, kjent(approved.moete), moete.at("referat", "godkjent", "moete"))
        yield from _case(mappe, approved.sak, moete.at("referat", "godkjent", "sak"))
        yield from _each(approved.savnet, moete, ("referat", "godkjent", "savnet"), Slag.PERSON)


def _in_case(mappe: Utvalgsmappe, moete: Moete, nr: int, sak: Sak) -> Iterator[Henvisning]:
    top = ("saker", nr)
    yield from _i_posten(sak, moete, top, I_SAKEN)
    if sak.fra_sak:
        yield from _case(mappe, sak.fra_sak, moete.at(*top, "fra_sak"))
    if sak.utsatt_til:
        yield from _case(mappe, sak.utsatt_til, moete.at(*top, "utsatt_til"))
    for j, there in enumerate(sak.referert_i):
        yield from _one(there.organ, moete.at(*top, "referert_i", j, "organ"), *NOEN, fritekst=True)
    for j, navn in enumerate(sak.legger_fram):
        yield from _meeting(mappe, navn, moete.at(*top, "godkjenner", j))
    for j, valg in enumerate(sak.valg):
        place = (*top, "valg", j)
        yield Henvisning(valg.verv, moete.at(*place, "verv"), (Slag.VERV,))
        yield from _each(valg.valgt, moete, (*place, "valgt"), Slag.PERSON, Slag.ORGANISASJON)
        yield from _each(valg.fraviker, moete, (*place, "fraviker"), Slag.BESTEMMELSE)
    yield from _how_it_was_decided(moete, top, sak)
    for j, punkt in enumerate(sak.oppfoelging):
        owner = moete.at(*top, "oppfoelging", j, "ansvarlig")
        yield from _one(punkt.ansvarlig, owner, *HVEM_SOM_HELST, fritekst=True)


def _how_it_was_decided(moete: Moete, top: Route, sak: Sak) -> Iterator[Henvisning]:
    """Who was disqualified, who voted what, who proposed otherwise, and who wanted something on record."""
    for j, one in enumerate(kjent(sak.inhabil) or ()):
        yield from _one(one.person, moete.at(*top, "inhabil", j, "person"), Slag.PERSON, fritekst=True)
        yield from _one(one.vara, moete.at(*top, "inhabil", j, "vara"), Slag.PERSON, fritekst=True)
    for route, voting in avstemninger(sak):
        yield from _i_posten(voting, moete, (*top, *route), I_AVSTEMNINGEN)
        if isinstance(voting, Alternativ):
            at = (*top, *route, "fremmet_av")
            yield from _each(voting.fremmet_av, moete, at, *HVEM_SOM_HELST, fritekst=True)
    for j, entry in enumerate(kjent(sak.protokolltilfoersel) or ()):
        at = (*top, "protokolltilfoersel", j, "av")
        yield from _each(entry.av, moete, at, *HVEM_SOM_HELST, fritekst=True)


def _one(name: object, place: Place, *slag: Slag, fritekst: bool = False) -> Iterator[Henvisning]:
    if isinstance(name, str):
        yield Henvisning(name, place, slag, fritekst)


def _each(
    names: object, record: Filpost, route: Route, *slag: Slag, fritekst: bool = False
) -> Iterator[Henvisning]:
    for nr, name in enumerate(names if isinstance(names, tuple) else ()):
        yield from _one(name, record.at(*route, nr), *slag, fritekst=fritekst)


def _meeting(mappe: Utvalgsmappe, navn: Moetenavn | None, place: Place) -> Iterator[Henvisning]:
    """A meeting older than the records is not missed."""
    start = mappe.utvalg.registrert_fra
    if navn and not (start and navn.dag < start):
        yield Henvisning(navn, place, (Slag.MOETE,))


def _case(mappe: Utvalgsmappe, nr: object, place: Place) -> Iterator[Henvisning]:
    """A case older than the first on record is not missed, where the records have a beginning."""
    if isinstance(nr, str) and not (mappe.utvalg.registrert_fra and _older(mappe, nr)):
        yield Henvisning(nr, place, (Slag.SAK,))


def _older(mappe: Utvalgsmappe, nr: str) -> bool:
    formats = formatene(mappe.utvalg)
    meant = les_nummer(nr, formats) or les_nummer(nr)
    if meant is None or not meant.aar:
        return False
    same = (n.nummer for n in numrene(mappe.utvalg, mappe.moeter) if n.nummer and n.nummer.aar)
    first = next((number for number in same if number.serie == meant.serie), None)
    return first is not None and meant < first
