"""dobbel-bestemmelse – to bestemmelser i samme regelverk har samme id.

Hvorfor
    Funn og avvik viser til id-en. Da må den peke på én bestemmelse.

Slik retter du
    Gi den ene et nytt navn, og rett det der utvalget viser til den.

Galt
    regelverk/r:
      bestemmelser:
        - {id: leder, avsnitt: Ledelse, styrke: kan, tekst: Lederen kan velges på nytt.}
        - {id: leder, avsnitt: Ledelse, styrke: er, tekst: Lederen kommer fra brukersiden.}

Riktig
    regelverk/r:
      bestemmelser:
        - {id: leder-gjenvalg, avsnitt: Ledelse, styrke: kan, tekst: Lederen kan velges på nytt.}
        - {id: leder-side, avsnitt: Ledelse, styrke: er, tekst: Lederen kommer fra brukersiden.}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn, ingenting
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU203", "dobbel-bestemmelse"


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each provision whose id another provision above it has."""
    for rules in regelverk.values():
        first: dict[str, int] = {}
        for nr, bestemmelse in rules.nummerert():
            if bestemmelse.id in first:
                yield funn(
                    KODE,
                    NAVN,
                    f"id-en «{bestemmelse.id}» er brukt før i dette regelverket",
                    rules.bestemmelse_at(nr),
                    emne=f"{bestemmelse.id} {nr}",
                    help="gi en av dem et annet navn",
                    related=(Related(rules.bestemmelse_at(first[bestemmelse.id]), "brukt her først"),),
                )
            first.setdefault(bestemmelse.id, nr)


SJEKK = Sjekk(KODE, NAVN, __name__, ingenting, om_alle=om_alle)
