"""vara-og-medlem – en vara møter for noen som selv er til stede.

Hvorfor
    Begge kan ikke stemme for samme plass. En vara som bare hører på, er ikke møtt for noen.

Slik retter du
    Stryk «vara_for» og skriv «lytter: ja» hos varaen, eller stryk den som ikke kom.

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}, {person: ola, vara_for: kari}]}

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: ola, vara_for: kari}], forfall: [kari]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.regler.innebygd.sjekk import Regelverkene, Sjekk, funn

KODE, NAVN = "BU302", "vara-og-medlem"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each deputy standing in for somebody on the same attendance list."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            present = moete.oppmoete if isinstance(moete.oppmoete, tuple) else ()
            places = {o.person: nr for nr, o in enumerate(present) if o.person}
            for nr, oppmoete in enumerate(present):
                if oppmoete.vara_for in places and not oppmoete.lytter:
                    yield funn(
                        KODE,
                        NAVN,
                        f"{oppmoete.person or oppmoete.navn} møter for {oppmoete.vara_for}, som selv er til stede",
                        moete.at("oppmoete", nr, "vara_for"),
                        utvalg=mappe.id,
                        emne=f"{moete.dato} {oppmoete.person or oppmoete.navn}",
                        help="stryk «vara_for» og skriv «lytter: ja», eller stryk den som ikke kom",
                        related=(
                            Related(
                                moete.at("oppmoete", places[oppmoete.vara_for]), "står som til stede her"
                            ),
                        ),
                    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
