"""funksjonsnavn – en stilling står med en id, og har ikke navn i dokumentene.

Hvorfor
    Innkallingen og referatet viser stillingen til den som møter. En id som «tiltaks_koordinator» er skrevet for
    programmet. Den skal ikke stå i noe folk leser, og den er den samme på bokmål og nynorsk.

Slik retter du
    Skriv stillingen med vanlige ord, eller gi id-en et navn under «funksjoner» i utvalg.yaml – eller i
    records/ordliste.yaml, når flere utvalg har den.

Galt
    medlemmer/siri: {funksjon: [{funksjon: tiltaks_koordinator}]}

Riktig
    utvalg: {funksjoner: {tiltaks_koordinator: {nb: tiltakskoordinator, nn: tiltakskoordinator}}}
    medlemmer/siri: {funksjon: [{funksjon: tiltaks_koordinator}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.verdier import kjent

KODE, NAVN = "BU316", "funksjonsnavn"

_ID = re.compile(r"(?=.*(?:_|ae|oe|aa))[a-z0-9]+(?:[-_][a-z0-9]+)*", re.ASCII)
"""Written as ids are: with an underscore, or with the letters that ids have for æ, ø and å."""


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each office that is written as an id and has no name, once for each council, where it stands first."""
    for mappe in register.mapper.values():
        named = {*register.ordliste.funksjoner, *mappe.utvalg.funksjoner}
        first: dict[str, Place] = {}
        for office, place in _stillinger(mappe):
            if kanonisk(office) not in named and _ID.fullmatch(office):
                first.setdefault(office, place)
        for office, place in first.items():
            yield funn(
                KODE,
                NAVN,
                f"stillingen «{office}» har ikke navn på bokmål og nynorsk",
                place,
                utvalg=mappe.id,
                emne=office,
                help=f"gi den navn: brukerutvalg endre {mappe.id} utvalg funksjoner.{office}=NAVN",
                severity=Severity.RAAD,
            )


def _stillinger(mappe: Utvalgsmappe) -> Iterator[tuple[str, Place]]:
    for medlem in mappe.medlemmer.values():
        for nr, post in enumerate(kjent(medlem.funksjon) or ()):
            if office := kjent(post.funksjon):
                yield office, medlem.at("funksjon", nr, "funksjon")
    for moete in mappe.moeter:
        for nr, oppmoete in enumerate(kjent(moete.oppmoete) or ()):
            if office := kjent(oppmoete.funksjon):
                yield office, moete.at("oppmoete", nr, "funksjon")


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
