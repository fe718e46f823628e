"""bekreftelse – noe bare et menneske kan si at er gjort.

Hvorfor
    Mye i et mandat kan ingen maskin se: at erfaringer blir tatt hensyn til, at alle får den
    tilretteleggingen de trenger. Da kan noen bekrefte det. Mangler bekreftelsen, er ingenting
    brutt, og funnet er aldri mer enn et råd. Uten «hver» og «innen» blir det aldri spurt.

Slik retter du
    Før en bekreftelse i hendelser.yaml: hva: bekreftelse, dato, bestemmelse, ansvarlig, og saken
    eller dokumentet det står i. Gjelder den bare noen, nevnes de under «gjelder».

Galt
    dato: 2023-03-01
    regel: {regel: bekreftelse, av: utvalget, hver: kalenderaar}
    utvalg: {registrert_fra: 2022-01-01}

Riktig
    dato: 2023-03-01
    regel: {regel: bekreftelse, av: utvalget, hver: kalenderaar}
    utvalg: {registrert_fra: 2022-01-01}
    hendelser: [{hva: bekreftelse, dato: 2022-11-16, bestemmelse: regelen, ansvarlig: kari, dokument: Årsmeldingen}]
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.krav.opplaering import fra_foer, har_hatt
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode, siste_dag
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.navneord import NOEN
from brukerutvalg_cli.mandat.verdier.per import PER
from brukerutvalg_cli.mandat.verdier.runder import perioder_er_kjent
from brukerutvalg_cli.mandat.verdier.tid import TID, Tid
from brukerutvalg_cli.mandat.verdier.vindu import Vindu, vinduer
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord, les_dag
from brukerutvalg_cli.model.sete import OPPNEVNT, Sete, foerste
from brukerutvalg_cli.model.verdier import Heltall, Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, ikke, noen
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste
from brukerutvalg_cli.ord.i_ord import omtalt

ET_KURS = "et kurs på en ukjent dag"
HELP = "skriv den i hendelser.yaml: hva: bekreftelse, bestemmelse, dato, ansvarlig, og sak eller dokument"


class Bekreftelse(Bestemmelse):
    """A claim that a person attests. It is counted as coverage; where it says how often, it is asked for."""

    kode: ClassVar[str] = "BU108"
    alvor: ClassVar[Severity | None] = Severity.RAAD
    """That nobody has attested it does not say that it is broken."""

    regel: Literal["bekreftelse"] = Field(description="bekreftelse: et menneske sier at det er gjort.")
    av: Annotated[str, NOEN] | None = Field(
        None, description="Hvem som kan bekrefte: utvalget, nav, organisasjonene …"
    )
    hver: PER | None = Field(None, description="Hvor ofte.")
    per: Literal["person", "organisasjon", "kurs"] | None = Field(
        None, description="Bekreftes for hver av disse."
    )
    hvem: Hvem = Field(default_factory=Hvem, description="Hvilke personer, med «per: person».")
    modul: Heltall | None = Field(None, description="Bare personer som ikke har hatt denne modulen.")
    innen: TID | None = Field(None, description="Hvor lenge etter at personen ble oppnevnt.")

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """What was attested, and what nobody has, where the provision says when it should have been."""
        if self.innen:
            for sete in _first_seats(utvalg):
                yield from self._about(utvalg, sete, self.innen)
            for sete in fra_foer(utvalg, self, lambda held: held.verv in OPPNEVNT):
                yield from self._about_older(utvalg, sete)
        elif self.hver:
            yield from self._in_windows(utvalg)
        else:
            yield from self._at_any_time(utvalg)

    def _at_any_time(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """Every attestation given while the provision binds, where nobody asks for one."""
        for nr, answer in self._answers(utvalg):
            if isinstance(answer.dato, Ukjent):
                place = utvalg.mappe.hendelse_at(nr, "dato")
                yield self.uvisst(place, f"når «{self.id}» ble bekreftet, er ukjent", answer.emne(nr))
            elif utvalg.gjelder(answer.dato) and answer.dato <= utvalg.dato:
                yield self.holdt(_how(answer, utvalg))

    def _about(self, utvalg: UtvalgIPeriode, sete: Sete, innen: Tid) -> Iterator[Finding]:
        """One person, so long after the first appointment."""
        if isinstance(sete.fra, Ukjent):
            yield self.uvisst(
                sete.at("fra"), f"når {omtalt(sete.person, utvalg)} begynte, er ukjent", sete.person
            )
            return
        due = innen.etter(sete.fra)
        trained = har_hatt(utvalg, sete.person, self.modul, due) if self.modul is not None else False
        asked = alle(
            (
                self.hvem.velger(utvalg.kandidat(sete.person, sete.fra, sete), utvalg),
                noen(s.dekker(due) for s in utvalg.mappe.seter_av[sete.person] if s.verv in OPPNEVNT),
            )
        )
        answered = noen((trained, self._attested(utvalg, sete.person)))
        if asked is False or answered:
            if asked:
                yield self.holdt(self._how(utvalg, sete.person))
            return
        if not asked or isinstance(answered, Uvisst):
            text = f"om «{self.id}» er bekreftet for {omtalt(sete.person, utvalg)}, er ukjent"
            text += _for(alle((asked, ikke(answered))), utvalg)
            yield self.uvisst(sete.at("fra"), text, sete.person)
            return
        yield self.brutt(
            sete.at("fra"),
            f"ingen har bekreftet «{self.id}» for {omtalt(sete.person, utvalg)} innen {dato_i_ord(due)}",
            sete.person,
            help=_help(sete.person),
            since=due + EN_DAG,
        )

    def _about_older(self, utvalg: UtvalgIPeriode, sete: Sete) -> Iterator[Finding]:
        """One who sat already when the provision or the register began: without an answer it is not judged."""
        last = siste_dag(utvalg.mappe, utvalg.dato)
        if self.hvem.velger(utvalg.kandidat(sete.person, last, sete), utvalg) is False:
            return
        trained = har_hatt(utvalg, sete.person, self.modul, last) if self.modul is not None else False
        if trained or self._attested(utvalg, sete.person):
            yield self.holdt(self._how(utvalg, sete.person))
            return
        text = f"om «{self.id}» er bekreftet for {omtalt(sete.person, utvalg)}, som satt fra før, er ukjent"
        yield self.uvisst(sete.at("fra"), text, sete.person)

    def _in_windows(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """Every whole window; what is lacking in one and still in the next is one breach, lasting.

        In the running one it may be attested already, and cannot be lacking yet.
        """
        assert self.hver is not None
        if self.hver.enhet == "funksjonsperiode" and not perioder_er_kjent(utvalg.mappe):
            text = "når funksjonsperiodene begynte eller sluttet, er ukjent"
            yield self.uvisst(utvalg.binding_at(), text, str(self.hver))
            return
        lacking: dict[str, str] = {}
        for vindu in vinduer(self.hver, utvalg, loepende=True):
            over = vindu.til < utvalg.dato
            subjects = self._subjects(utvalg, vindu)
            if isinstance(subjects, Ukjent):
                if not over:
                    continue
                text = "utvalgets organisasjoner er ukjent"
                yield self.uvisst(utvalg.mappe.utvalg.at("organisasjoner"), text, vindu.navn)
                continue
            still = {}
            for subject, asked in subjects:
                held = noen((ikke(asked), self._attested(utvalg, subject, vindu)))
                emne = f"{vindu.navn} {subject}".strip()
                if held:
                    if asked:
                        yield self.holdt(self._how(utvalg, subject, vindu))
                elif not over:
                    continue
                elif isinstance(held, Uvisst):
                    text = f"om «{self.id}» er bekreftet{_whom(subject, utvalg)} {vindu.naar}, er ukjent"
                    text += _for(held, utvalg)
                    yield self.uvisst(utvalg.binding_at(), text, emne)
                else:
                    still[subject] = emne
                    lacks = self._lacks(utvalg, vindu, subject, emne)
                    yield replace(lacks, fortsetter=lacking.get(subject, ""))
            lacking = still

    def _lacks(self, utvalg: UtvalgIPeriode, vindu: Vindu, subject: str, emne: str) -> Finding:
        return self.brutt(
            utvalg.binding_at(),
            f"ingen har bekreftet «{self.id}»{_whom(subject, utvalg)} {vindu.naar}",
            emne,
            help=_help(subject),
            since=vindu.til + EN_DAG,
        )

    def _subjects(self, utvalg: UtvalgIPeriode, vindu: Vindu) -> tuple[tuple[str, Visshet], ...] | Ukjent:
        """Whom it is attested for, one by one, and whether it must be; the council as a whole where nothing is said."""
        mappe = utvalg.mappe
        if self.per == "organisasjon":
            found = mappe.utvalg.organisasjoner
            named = () if isinstance(found, Ukjent) else found
            seats = tuple((name, mappe.utvalg.med(name, vindu.til)) for name in named)
            return found if isinstance(found, Ukjent) else seats
        if self.per == "kurs":
            days = [h.dato for h in mappe.hendelser if h.hva == "kurs"]
            unknown = any(isinstance(day, Ukjent) for day in days) or not mappe.hendelser_lest
            held = (day for day in days if isinstance(day, date) and vindu.dekker(day))
            return (*((str(day), True) for day in held), *([(ET_KURS, UVISST)] if unknown else []))
        if self.per == "person":
            return tuple((person, self._asked(utvalg, person, vindu)) for person in sorted(mappe.seter_av))
        return (("", True),)

    def _asked(self, utvalg: UtvalgIPeriode, person: str, vindu: Vindu) -> Visshet:
        """Whether the person sits on the window's last day, and is one of those it is attested for."""
        sits = noen(s.dekker(vindu.til) for s in utvalg.mappe.seter_av[person])
        if sits is False:
            return False
        return alle((sits, self.hvem.velger(utvalg.kandidat(person, vindu.til), utvalg)))

    def _attested(self, utvalg: UtvalgIPeriode, subject: str, vindu: Vindu | None = None) -> Visshet:
        unread: list[Visshet] = [] if utvalg.mappe.hendelser_lest else [UVISST]
        given = (
            alle((_is(h.bestemmelse, (self.id,)), _speaks_of(h, subject), _within(h, vindu)))
            for h in utvalg.mappe.hendelser
            if h.hva == "bekreftelse"
        )
        return noen([*unread, *given])

    def _answers(self, utvalg: UtvalgIPeriode) -> Iterator[tuple[int, Hendelse]]:
        for nr, event in enumerate(utvalg.mappe.hendelser):
            if event.hva == "bekreftelse" and event.bestemmelse == self.id:
                yield nr, event

    def _how(self, utvalg: UtvalgIPeriode, subject: str, vindu: Vindu | None = None) -> str:
        """When and by whom the subject was attested; nothing for one who had the training instead."""
        answers = (h for _, h in self._answers(utvalg))
        return next((_how(h, utvalg) for h in answers if _speaks_of(h, subject) and _within(h, vindu)), "")


def _for(claim: Visshet, utvalg: UtvalgIPeriode) -> str:
    """`, for siden til Kari er ukjent`: the fact that decides whether somebody is to have it attested."""
    fact = det_foerste(claim, utvalg)
    return f", for {fact}" if fact else ""


def _is(name: str | Ukjent | None, names: tuple[str, ...] | Ukjent) -> Visshet:
    return UVISST if isinstance(name, Ukjent) or isinstance(names, Ukjent) else name in names


def _speaks_of(answer: Hendelse, subject: str) -> Visshet:
    return not answer.gjelder or _is(subject, answer.gjelder)


def _help(subject: str) -> str:
    """How to attest it; of one among several, with the name that is to be written."""
    return f"{HELP}, og «gjelder: {subject}»" if subject else HELP


def _how(answer: Hendelse, utvalg: UtvalgIPeriode) -> str:
    """When it was attested, by whom, and of whom."""
    when = "på en ukjent dag" if isinstance(answer.dato, Ukjent) else dato_i_ord(answer.dato)
    by = f"av {omtalt(str(answer.ansvarlig), utvalg)}" if answer.ansvarlig else "uten at det står av hvem"
    return f"bekreftet {when} {by}{_whom(kjent(answer.gjelder) or (), utvalg)}"


def _whom(subjects: str | tuple[str, ...], utvalg: UtvalgIPeriode) -> str:
    """` for FFO`, ` for kurset 3. mars 2022`: whom it is attested of, if it is of some only."""
    names = (subjects,) if isinstance(subjects, str) else subjects
    said = alle_sammen(_subject(name, utvalg) for name in names if name)
    return f" for {said}" if said else ""


def _subject(name: str, utvalg: UtvalgIPeriode) -> str:
    day = les_dag(name)
    return f"kurset {dato_i_ord(day)}" if day else omtalt(name, utvalg)


def _within(answer: Hendelse, vindu: Vindu | None) -> Visshet:
    if isinstance(answer.dato, Ukjent):
        return UVISST if vindu else True  # whenever it was, it was attested
    return vindu is None or vindu.dekker(answer.dato)


def _first_seats(utvalg: UtvalgIPeriode) -> Iterator[Sete]:
    """Each person's first seat as a member or deputy, where it was decided in the period."""
    decided = list(utvalg.seter)
    for held in utvalg.mappe.seter_av.values():
        first = foerste(s for s in held if s.verv in OPPNEVNT and s.er_periode)
        if first is not None and first in decided:
            yield first
