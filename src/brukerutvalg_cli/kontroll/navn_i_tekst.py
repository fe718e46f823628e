"""navn-i-tekst – navnet på en som bare skal vises med organisasjonen, står i en tekst som blir vist.

Hvorfor
    Den som har «publisering: kun_organisasjon», blir «representant for …» i innkalling og referat. Det gjelder der
    registeret viser til personen. En tittel, et referat og et vedtak blir skrevet ut som de står, og et navn i dem
    blir lest av alle. Det som er lagt ut, kan ikke hentes tilbake.

    Bare hele navnet blir sett, også et personen hadde før. Et fornavn, et etternavn eller en forkortelse gjør det
    ikke, heller ikke et navn på ett ord, eller et som en annen i utvalget har og vises med.

Slik retter du
    Skriv hva personen er der i stedet: «representanten for» og organisasjonen. Vil personen stå med navn, er det
    «brukerutvalg endre person» med «publisering navn».

Galt
    medlemmer/olve-skjultesen: {navn: Olve Skjultesen, publisering: kun_organisasjon}
    moeter/2022-11-16: {innledning: Olve Skjultesen ønsket velkommen.}

Riktig
    medlemmer/olve-skjultesen: {navn: Olve Skjultesen, publisering: kun_organisasjon}
    moeter/2022-11-16: {innledning: Representanten for Mental Helse ønsket velkommen.}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.henvisninger import frie_henvisninger, henvisninger
from brukerutvalg_cli.kontroll.personvern import blir_vist
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU323", "navn-i-tekst"

_GJEST = "oppmoete"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each text that may reach a document and has such a name in it. The name is never repeated."""
    for mappe in register.mapper.values():
        yield from _i_utvalget(mappe)


def _i_utvalget(mappe: Utvalgsmappe) -> Iterator[Finding]:
    if all(medlem.publisering == "navn" for medlem in mappe.medlemmer.values()):
        return
    from brukerutvalg_cli.personvern.navn_i_tekst import UtenNavn  # late: of most councils everybody is named

    nameless = UtenNavn(mappe)
    for record in (mappe.utvalg, *mappe.moeter, *mappe.saker.values()):
        for route, person, alone in nameless.i(record):
            place = record.at(*route)
            # Where somebody is named, and by nothing but the name, the documents say the organisation instead.
            instead = alone and (route[0] == _GJEST or place in _viser_til(mappe))
            if instead or not blir_vist(record, route):
                continue
            yield funn(
                KODE,
                NAVN,
                f"her står navnet på {person}, som bare skal vises med organisasjonen",
                place,
                utvalg=mappe.id,
                emne=f"{'.'.join(map(str, route))} {person}",
                help="skriv «representanten for» og organisasjonen i stedet. Skal navnet vises likevel: "
                f"brukerutvalg endre {mappe.id} person {person} publisering navn",
                severity=Severity.ADVARSEL,
                skjul=True,
            )


def _viser_til(mappe: Utvalgsmappe) -> frozenset[object]:
    return frozenset(each.place for each in (*henvisninger(mappe), *frie_henvisninger(mappe)))


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
