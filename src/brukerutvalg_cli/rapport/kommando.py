"""Kommando: the command that writes what a finding wants written – one table, from a field to the command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import get_args

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Route, eieren
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.ordvalg import Dokument
from brukerutvalg_cli.model.register import Register

MOETE = "{utvalg} {fil}"
SAKEN = (
    "foer_beslutning",
    "fortrolig",
    "offentlig_tittel",
    "innmeldt_av",
    "innmeldt",
    "type",
    "fase",
    "tema",
    "innkalt",
    "oversendt_til",
    "svar",
)
PERIODEN = (
    "fra",
    "til",
    "av",
    "foreslaatt_av",
    "fullmakt",
    "samtykke",
    "alder",
    "fyller",
    "vara_for",
    "nummer",
    "konstituert",
    "bortfalt_etter",
    "side",
    "representerer",
)
PERSONEN = ("side", "representerer", "medlem_av", "grupper")
"""What no other verb has a word for is changed: `endre` asks what is to stand there."""
FELT: dict[str, dict[str, str]] = {
    "moeter": {
        "sendt": f"sendt {MOETE}",
        **{f"sendt.{hva}": f"sendt {MOETE} {hva}" for hva in get_args(Dokument)},
        "sendt.forsendelser": f"sendt {MOETE} DOKUMENT --maate MÅTE --til HVEM",
        "sakliste": f"sakliste {MOETE}",
        "sakliste.foreslaatt_av": f"sakliste {MOETE} --foreslaatt-av HVEM",
        "sakliste.godkjent_av": f"sakliste {MOETE} --godkjent-av HVEM",
        "sakliste.i_samraad_med": f"sakliste {MOETE} --i-samraad-med HVEM",
        "sakliste.publisert": f"publisert {MOETE} sakliste",
        "sakspapirer.publisert": f"publisert {MOETE} sakspapirer",
        "referat.publisert": f"publisert {MOETE} referat",
        "referat.godkjent": f"godkjenn {MOETE}",
        "oppmoete": f"oppmoete {MOETE}",
        "forfall": f"oppmoete {MOETE} --forfall PERSON",
        "ikke_moett": f"oppmoete {MOETE} --ikke-moett PERSON",
        "moeteleder": f"oppmoete {MOETE} --moeteleder PERSON",
        "referent": f"oppmoete {MOETE} --referent PERSON",
        "antall_stemmeberettigede": f"oppmoete {MOETE} --antall-stemmeberettigede TALL",
        "undertegnes_av": f"oppmoete {MOETE} --undertegnes-av PERSON",
        "tid": f"moete endre {MOETE} --tid KLOKKESLETT",
        "slutt": f"moete endre {MOETE} --slutt KLOKKESLETT",
        "sted": f"moete endre {MOETE} --sted STED",
        "form": f"moete endre {MOETE} --form FORM",
        "ekstraordinaert": f"moete endre {MOETE} --ekstraordinaert ja",
        "innledning": f"moete foer {MOETE} --innledning TEKST",
        "praktisk": f"moete foer {MOETE} --praktisk TEKST",
        "formoete": f"moete foer {MOETE} --formoete TEKST",
        "saker.*.referat": f"sak foer {MOETE} {{sak}} --referat TEKST",
        "saker.*.vedtak": f"sak foer {MOETE} {{sak}} --vedtak TEKST",
        "saker.*.vedtak.stemmer": f"sak foer {MOETE} {{sak}} --for TALL --mot TALL",
        "saker.*.vedtak.ved_likhet": f"sak foer {MOETE} {{sak}} --ved-likhet HVEM",
        "saker.*.inhabil": f"sak foer {MOETE} {{sak}} --inhabil PERSON",
        "saker.*.protokolltilfoersel": f"sak foer {MOETE} {{sak}} --protokolltilfoersel TEKST",
        "saker.*.tatt_opp": f"sak foer {MOETE} {{sak}} --tatt-opp KLOKKESLETT",
        "saker.*.innleder": f"sak foer {MOETE} {{sak}} --innleder HVEM",
        "saker.*.fortrolig_til": f"sak foer {MOETE} {{sak}} --fortrolig-til DATO",
        "saker.*.etter_moetet": f"sak foer {MOETE} {{sak}} --etter-moetet TEKST",
        "saker.*.nr": f"endre sak {MOETE} {{sak}} nr NUMMER",
        "saker.*.forslag": f"sak forslag {MOETE} {{sak}} TEKST",
        "saker.*.utsatt": f"sak utsett {MOETE} {{sak}}",
        "saker.*.oppfoelging": f"oppfoelging ny {MOETE} {{sak}}",
        "saker.*.oppfoelging.*.fullfoert": "oppfoelging ferdig {utvalg} {sak} {nummer}",
        **{
            f"saker.*.oppfoelging.*.{felt}": f"endre {{utvalg}} oppfoelging {{sak}} {{nummer}} {felt}"
            for felt in ("ansvarlig", "frist")
        },
        **{f"saker.*.{felt}": f"endre {{utvalg}} sak {{sak}} {felt}" for felt in SAKEN},
    },
    "medlemmer": {
        **{felt: f"endre {{utvalg}} person {{fil}} {felt}" for felt in PERSONEN},
        "opplaering": "opplaering {utvalg} {fil}",
        "oppnevninger": "oppnevn {utvalg} {fil}",
        **{
            f"oppnevninger.*.{felt}": f"endre {{utvalg}} oppnevning {{fil}} {{verv}} {felt}"
            for felt in PERIODEN
        },
    },
    "utvalg.yaml": {
        "medlemsliste": "person alle {utvalg}",
        "eier": "endre {utvalg} utvalg eier",
        "grupper": "endre {utvalg} utvalg grupper",
    },
    "hendelser.yaml": {"": "hendelse ny {utvalg}"},
}
"""By the kind of file and the route in it; `*` is any place in a list."""

_SITAT = re.compile(r"«([a-z_]+(?:: [a-z_]+)*)»")


def kommandoen(finding: Finding, register: Register) -> str:
    """The command without the program's name; nothing where none does it, or where the file cannot be read.

    It is of the first field that the help names, or of the place where nothing stands that should.
    """
    parts = finding.place.path.split("/")
    owner = eieren(finding.place.path)
    mappe = register.naboen(owner) if owner else None
    if finding.code < "BU100" or mappe is None or finding.place.path in mappe.feilet:
        return ""
    table = FELT.get(parts[3], {})
    for route in _ruter(finding, mappe):
        if found := table.get(_moenster(route)):
            return _fylt(found, finding.place.path, route, mappe)
    return ""


def _ruter(finding: Finding, mappe: Utvalgsmappe) -> Iterator[Route]:
    """The fields that may be meant: those the help names, where the place is or from the top; and the place itself."""
    place = finding.place.route
    for named in _SITAT.findall(finding.help):
        field = tuple(named.split(": "))
        for length in range(len(place), -1, -1):
            yield (*place[:length], *field)
    if place and finding.help and _mangler(finding.place.path, place, mappe):
        yield place


def _mangler(path: str, route: Route, mappe: Utvalgsmappe) -> bool:
    """Whether nothing is on record at a place."""
    found: object = next((m for m in mappe.moeter if m.path == path), None)
    for key in route:
        if found is None:
            break
        if isinstance(found, tuple):
            found = found[key] if isinstance(key, int) and key < len(found) else None
        else:
            found = getattr(found, str(key), None)
    return found is None


def _moenster(route: Route) -> str:
    return ".".join("*" if isinstance(key, int) else key for key in route)


def _fylt(command: str, path: str, route: Route, mappe: Utvalgsmappe) -> str:
    """The command with the council, the meeting or person, and the case and the number of what is to be done."""
    numbers = [key for key in route if isinstance(key, int)]
    moete = next((m for m in mappe.moeter if m.path == path), None)
    case = moete.saker[numbers[0]].i_kommando if moete and numbers and numbers[0] < len(moete.saker) else ""
    if "{sak}" in command and not case:
        return ""
    number = numbers[1] + 1 if len(numbers) > 1 else ""
    who = PurePosixPath(path).stem
    terms = medlem.oppnevninger if (medlem := mappe.medlemmer.get(who)) else ()
    office = terms[numbers[0]].verv if numbers and numbers[0] < len(terms) else ""
    return command.format(utvalg=mappe.id, fil=who, sak=case, nummer=number, verv=office)
