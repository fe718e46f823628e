"""kom-og-gikk – når noen kom eller gikk, er ikke et klokkeslett eller en sak i møtet, eller de gikk før de kom.

Hvorfor
    Av dette følger hvem som var der da noe ble avgjort. Er det ikke til å forstå, kan ingen si om det var mange nok.

Slik retter du
    Skriv et klokkeslett, som "13:00", eller nummeret på en sak på sakslista: under «kom» den første saken de var med
    på, under «gikk» den siste.

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16:
      oppmoete: [{person: kari, gikk: 2/22}]
      saker: [{nr: 1/22, tittel: A, type: orientering}]

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16:
      oppmoete: [{person: kari, gikk: 1/22}]
      saker: [{nr: 1/22, tittel: A, type: orientering}]
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.naervaer import klokka, sak_nr, snudd
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import kjent

KODE, NAVN = "BU321", "kom-og-gikk"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each `kom` and `gikk` that nobody can understand."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            for nr, oppmoete in enumerate(kjent(moete.oppmoete) or ()):
                for key, what, help in _galt(moete, oppmoete):
                    yield funn(
                        KODE,
                        NAVN,
                        what,
                        moete.at("oppmoete", nr, key),
                        utvalg=mappe.id,
                        emne=f"{moete.navn} {oppmoete.kalt} {key}",
                        help=help,
                    )


def _galt(moete: Moete, oppmoete: Oppmoete) -> Iterator[tuple[str, str, str]]:
    """The key, what is wrong with it, and how to mend it."""
    for key in ("kom", "gikk"):
        said = kjent(getattr(oppmoete, key))
        if said is not None and klokka(moete, said) is None and sak_nr(moete, said) is None:
            what = f"«{said}» er verken et klokkeslett eller en sak på sakslista til møtet"
            yield key, what, 'skriv et klokkeslett, som "13:00", eller nummeret på en sak i møtet'
    if snudd(moete, oppmoete):
        what = f"{oppmoete.gikk} er før {oppmoete.kom}, da samme person kom"
        yield "gikk", what, "rett «kom» eller «gikk»"


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
