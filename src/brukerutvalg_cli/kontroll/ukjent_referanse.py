"""ukjent-referanse – noe som er nevnt, finnes ikke: en person, en organisasjon, et utvalg, en sak, et regelverk.

Hvorfor
    En skrivefeil i en id gjør at opplysningen hører til ingen. Da telles ingen, og ingen varsles.

Slik retter du
    Rett id-en, eller lag det den viser til. En gjest uten egen fil føres med «navn» i stedet for
    «person».

Galt
    medlemmer/kari-nordmann: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari-nordman}]}

Riktig
    medlemmer/kari-nordmann: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari-nordmann}]}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll import navn_i_regelverk
from brukerutvalg_cli.kontroll.henvisninger import (
    Henvisning,
    grupper,
    henvisninger,
    i_organisasjoner,
    utvalgenes_grupper,
)
from brukerutvalg_cli.kontroll.kjent import KjenteNavn, kjente
from brukerutvalg_cli.kontroll.navn_i_regelverk import ingen_hendelse
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.mandat.verdier.navneord import POSTER
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.slag import Slag

KODE, NAVN = "BU201", "ukjent-referanse"

MAX_RELATED = 3
"""So many other places are shown: enough to see that it is no slip of the hand."""

_I_ORD = {
    Slag.PERSON: "personen",
    Slag.ORGANISASJON: "organisasjonen",
    Slag.UTVALG: "utvalget",
    Slag.SAK: "saken",
    Slag.MOETE: "møtet",
    Slag.REGELVERK: "regelverket",
    Slag.BESTEMMELSE: "bestemmelsen",
    Slag.VERV: "vervet",
    Slag.SIDE: "siden",
    Slag.SAKGRUPPE: "delen av sakslista",
    Slag.DEL: "organisasjonen, gruppa, siden eller delen",
    Slag.INNDELING: "inndelingen",
    Slag.GRUPPE: "gruppa",
}

HOEYST = 100
"""So many names that nobody knows are compared with those there are: where more are unknown, a list is lacking."""


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each name that stands for nothing on record. What an unread file may hold is not called unknown."""
    for mappe in register.mapper.values():
        yield from _missing(henvisninger(mappe), kjente(mappe, register, regelverk), mappe.id)
        yield from _events(mappe)


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """The same among the organisations and in the rule sets, and each group that is spelt in two ways."""
    organisations = frozenset(register.organisasjoner)
    for reference in i_organisasjoner(register):
        if reference.navn not in organisations:
            yield _unknown(reference, sorted(organisations), "")
    for lost in navn_i_regelverk.uten_betydning(register, regelverk):
        also = _ogsaa(lost.ogsaa)
        weight = Severity.ADVARSEL if lost.eldre else Severity.FEIL
        yield funn(
            KODE, NAVN, lost.tekst, lost.place, emne=lost.emne, help=lost.hjelp, related=also, severity=weight
        )
    yield from _groups(register)


def _missing(references: Iterable[Henvisning], known: KjenteNavn, utvalg: str) -> Iterator[Finding]:
    """One finding for each name that is nowhere; where it may be free text, only for what looks like an id."""
    missing: dict[tuple[str, Slag], list[Henvisning]] = {}
    nearby: dict[tuple[str, Slag], list[str]] = {}
    for reference in references:
        if _is_known(reference, known):
            continue
        key = reference.navn, reference.slag[0]
        if key not in nearby:
            names = (name for slag in reference.slag for name in known[slag] or ())
            nearby[key] = sorted(names) if len(nearby) < HOEYST else []
        if not reference.fritekst or _id(reference, nearby[key]):
            missing.setdefault(key, []).append(reference)
    for key, places in missing.items():
        yield _unknown(places[0], nearby[key], utvalg, places[1:])


def _is_known(reference: Henvisning, known: KjenteNavn) -> bool:
    """Whether it names something there is, or that an unread file may hold. All references come by here."""
    for slag in reference.slag:
        names = known[slag]
        if names is None or reference.navn in names:
            return True
    return False


def _id(reference: Henvisning, near: list[str]) -> bool:
    return _is_id(reference.navn) and _meant(reference.navn, near) is not None


def _events(mappe: Utvalgsmappe) -> Iterator[Finding]:
    """Each event that is called as a kind of record: no rule would count it."""
    for nr, hendelse in enumerate(mappe.hendelser):
        if hendelse.hva in POSTER:
            yield funn(
                KODE,
                NAVN,
                ingen_hendelse(hendelse.hva),
                mappe.hendelse_at(nr, "hva"),
                utvalg=mappe.id,
                emne=f"{nr}.hva {hendelse.hva}",
                help="før det der slike poster står, eller gi hendelsen et annet navn",
            )


def _groups(register: Register) -> Iterator[Finding]:
    """A group spelt one way by a council and nearly so by an organisation: the spelling least in use is told of."""
    if not any(utvalgenes_grupper(register)):
        return  # then nobody spells one otherwise than a council does
    uses = list(grupper(register))
    counted = Counter(use.navn for use in uses)
    councils = {use.navn for use in uses if use.slag == (Slag.UTVALG,)}
    others = {use.navn for use in uses if use.slag != (Slag.UTVALG,)}
    told: set[str] = set()
    for use in uses:
        opposite = others - councils if use.navn in councils else councils
        if use.navn in told or use.navn in councils & others:
            continue
        meant = _misspelt(use.navn, opposite)
        # Where neither is in more use than the other, the council has named it.
        rank = (counted[use.navn], use.navn in councils)
        if meant and rank < (counted[meant], meant in councils):
            told.add(use.navn)
            yield _unknown(use._replace(slag=(Slag.GRUPPE,)), [meant], "")


def _misspelt(name: str, names: Iterable[str]) -> str | None:
    from brukerutvalg_cli.forslag import skrivefeil  # late: only for what nobody else has

    return skrivefeil(name, names)


def _is_id(name: str) -> bool:
    """Whether a text looks like an id: what may also be free text is then read as a misspelt one."""
    return name.isascii() and name == name.lower() and "-" in name and " " not in name


def _meant(name: str, near: list[str]) -> str | None:
    from brukerutvalg_cli.forslag import forslag  # late: only for what is wrong

    return forslag(name, near)


def _unknown(
    reference: Henvisning, near: list[str], utvalg: str, others: Sequence[Henvisning] = ()
) -> Finding:
    """What is named in many places and is nowhere, is one thing to mend: shown where it is first named."""
    meant = _meant(reference.navn, near)
    what = _I_ORD[reference.slag[0]]
    times = f", men er nevnt {len(others) + 1} steder" if others else ""
    return funn(
        KODE,
        NAVN,
        f"{what} «{reference.navn}» finnes ikke{times}" + (f"; mente du «{meant}»?" if meant else ""),
        reference.place,
        utvalg=utvalg,
        emne=f"{'.'.join(map(str, reference.place.route))} {reference.navn}",
        help=f"skriv «{meant}» i stedet" if meant else f"rett id-en, eller lag {what} først",
        related=_ogsaa([other.place for other in others]),
    )


def _ogsaa(places: Sequence[Place]) -> tuple[Related, ...]:
    return tuple(Related(place, "nevnt her") for place in places[:MAX_RELATED])


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter, om_alle=om_alle)
