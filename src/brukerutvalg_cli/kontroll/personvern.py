"""personvern – det står noe privat eller fortrolig i en tekst der det ikke skal stå.

Hvorfor
    Det som er lagt ut på nettet eller lagret i registerets historikk, kan ikke hentes tilbake. Fødselsnummer,
    D-nummer, kontonummer, privat telefon og privat e-post skal aldri stå i registeret, heller ikke i en merknad
    eller i en fortrolig sak. Det en fortrolig sak sier, skal bare stå i den saken.

    Telefonnumre regnes som private, også utenlandske, hvordan de enn er delt opp. Offentlige er numrene
    55 55 33 00 til 55 55 33 99, numre på fem siffer eller som begynner på 8, et nummer med ordet «sentralbord»
    rett foran, og et fasttelefonnummer med «kontor», «resepsjon», «servicetorg», «hotell», «kommune» eller «Nav»
    like foran.

    En e-postadresse er offentlig når den er et kontors: alle som slutter på nav.no og kommune.no, og ellers de som
    ikke er noens navn, som post@, vestland@ og servicetorg@. Privat er en adresse med et navn foran krøllalfaen
    (to ord, en forbokstav, et vanlig fornavn, eller det noen i registeret heter), og enhver adresse hos Gmail,
    Hotmail, Outlook og andre som folk har sin egen e-post hos.

    Av en fortrolig sak følges titler på minst tre ord og setninger på minst fem, ord for ord, fram til
    datoen i «fortrolig_til». En omskriving blir ikke sett.

    En kommando som ville ha skrevet noe privat som ikke sto der fra før, skriver ingenting, heller ikke med
    --likevel. Det gjelder navnene på filene også.

Slik retter du
    Stryk det som er privat, eller bruk kontorets egen adresse. Skal en sak holdes fortrolig, gir du den en
    offentlig tittel som ikke røper noe, og stryker det som står andre steder. Er det alt delt med andre,
    må historikken ryddes også: snakk med den som har ansvar for personvern hos dere.

Galt
    moeter/2022-11-16: {praktisk: Meld forfall til Kari på 912 34 567.}

Riktig
    moeter/2022-11-16: {praktisk: "Meld forfall til Nav, tlf. 55 55 33 33, eller post.vestland@nav.no."}
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.funn.place import Place, Route, eieren
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.personvern.fortrolig_tekst import lekkasjer
from brukerutvalg_cli.personvern.private_opplysninger import (
    Privat,
    alt_privat,
    i_navn,
    kan_ha,
)
from brukerutvalg_cli.personvern.private_tall import KONTORORD
from brukerutvalg_cli.personvern.tekster import samlet, tekster

KODE, NAVN = "BU312", "personvern"

_STRYK = "stryk det, og rydd historikken om det alt er delt"
_KONTOR = f". Er det et kontors nummer, skriver du «{KONTORORD[0]}» foran det"

_INTERNE = frozenset(("merknad", "grunn", "kilde", "url", "fil"))
"""Keys whose texts reach no document."""


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each text with something that should not be there. What it is, is never repeated."""
    folk = register.folk
    yield from _named(register.paths)
    for mappe in register.mapper.values():
        for record in (mappe.utvalg, *mappe.medlemmer.values(), *mappe.moeter, *mappe.saker.values()):
            yield from _private(record, record.path, mappe.id, folk)
        yield from _private(mappe.hendelser, mappe.hendelse_at(0).path, mappe.id, folk)
        yield from _repeated(mappe)


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """The same in what all share."""
    folk = register.folk
    yield from _named(register.felles_paths)
    for rules in regelverk.values():
        yield from _private(rules, rules.path, "", folk)
    yield from _private(register.organisasjoner, "records/organisasjoner.yaml", "", folk)


def _private(record: Any, path: str, utvalg: str, folk: Collection[str]) -> Iterator[Finding]:
    told: set[Route] = set()
    for route, what in private_i(record, folk):
        if route not in told:  # of one text, the first is enough
            told.add(route)
            help = f"{_STRYK}{_KONTOR if what.kan_vaere_et_kontors else ''}"
            yield _found(f"her står {what.hva} i registeret", Place(path, route), utvalg, help)


def private_i(record: Any, folk: Collection[str] = ()) -> Iterator[tuple[Route, Privat]]:
    """All that a record may not hold, and where in it that is: in any of its texts, whoever reads it."""
    # Kept for a frozen record alone: of a list or a mapping nobody knows that it is not added to.
    if _posten_kan_ha(record) if isinstance(record, Post) else kan_ha(samlet(record)):
        for route, text in tekster(record):
            yield from ((route, each) for each in alt_privat(text, folk))


@en_gang
def _posten_kan_ha(post: Post) -> bool:
    return kan_ha(samlet(post))


def _named(paths: Iterable[str]) -> Iterator[Finding]:
    """The files whose own name holds such a thing."""
    for path in sorted(filter(kan_ha, paths)):
        if found := next(i_navn(path), None):
            help = "gi fila et annet navn, rett det som viser til den, og rydd historikken om den alt er delt"
            yield _found(f"navnet på fila har {found.hva} i seg", Place(path), eieren(path), help)


def blir_vist(record: Any, route: Route) -> bool:
    """Whether a text may reach a document."""
    if not _INTERNE.isdisjoint(route):
        return False
    if isinstance(record, Moete) and route[0] == "saker":
        case = record.saker[int(route[1])]
        return not case.fortrolig or route[2] == "offentlig_tittel"
    return not getattr(record, "fortrolig", False) or route[0] == "offentlig_tittel"


def _repeated(mappe: Utvalgsmappe) -> Iterator[Finding]:
    for place, sak in lekkasjer(mappe):
        text = f"her står noe som hører til den fortrolige saken {sak.nr}"
        help = "stryk eller skriv det om, eller gjør denne saken fortrolig også"
        if place.route[-1] == "offentlig_tittel":
            help = "gi saken en offentlig tittel som ikke røper hva den handler om"
        yield _found(text, place, mappe.id, help, (Related(sak.place, "den fortrolige saken"),))


def _found(text: str, place: Place, utvalg: str, help: str, related: tuple[Related, ...] = ()) -> Finding:
    emne = ".".join(map(str, place.route))
    return funn(KODE, NAVN, text, place, utvalg=utvalg, emne=emne, help=help, related=related, skjul=True)


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter, om_alle=om_alle)
