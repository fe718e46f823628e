"""saksnummer – numrene på sakene skal gå oppover gjennom året, uten hull.

Hvorfor
    Numrene er det andre viser til. Et nummer som brukes to ganger, viser til to saker, og et hull
    får leseren til å lete etter en sak som ikke finnes.

Slik retter du
    Gi saken det neste ledige nummeret, og rett det der andre viser til den. Et hull gir bare en
    advarsel: er saken trukket, kan det stå.

Galt
    moeter/2022-11-16: {saker: [{nr: 2/22, tittel: A, type: annet}, {nr: 1/22, tittel: B, type: annet}]}

Riktig
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet}, {nr: 2/22, tittel: B, type: annet}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.regler.innebygd.sjekk import Regelverkene, Sjekk, funn

KODE, NAVN = "BU306", "saksnummer"
_NUMBER = re.compile(r"(\d{1,4})/(\d{4}|\d{2})")


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each case whose number repeats, goes backwards or skips, against the one before it that year."""
    for mappe in register.mapper.values():
        yield from _in_council(mappe)


def _in_council(mappe: Utvalgsmappe) -> Iterator[Finding]:
    held = [moete for moete in mappe.moeter if moete.status != "avlyst"]
    used = {_key(sak.nr) for moete in held for sak in moete.saker}
    seen: dict[_Key, Place] = {}
    last: dict[str, tuple[int, date]] = {}
    for moete in held:
        for i, sak in enumerate(moete.saker):
            key = year, number = _key(sak.nr)
            place = moete.at("saker", i, "nr")
            previous, day = last.get(year, (0, moete.dato))
            if key in seen:
                first = Related(seen[key], "brukt her først")
                yield _funn(mappe, sak.nr, place, f"saksnummeret {sak.nr} er brukt før", related=(first,))
                number = previous + 1  # what it should have been: the next one is not a skip
            elif not previous:
                pass  # the records may begin in the middle of a year
            elif number < previous:
                text = f"sak {sak.nr} kommer etter sak {_text(previous, sak.nr)}; numrene skal gå oppover"
                yield _funn(mappe, sak.nr, place, text)
            elif not any(unread is None or day <= unread <= moete.dato for unread in mappe.uleste_moeter):
                for missing in [n for n in range(previous + 1, number) if (year, n) not in used][:1]:
                    text = f"sak {_text(missing, sak.nr)} mangler foran sak {sak.nr}"
                    yield _funn(mappe, sak.nr, place, text, severity=Severity.ADVARSEL)
            last[year] = number, moete.dato
            seen.setdefault(key, place)


_Key = tuple[str, int]
"""The last two figures of the year, and the number in it; for a number of another form its text, and 0."""


def _key(nr: str) -> _Key:
    match = _NUMBER.fullmatch(nr)
    return (match[2][-2:], int(match[1])) if match else (nr, 0)


def _text(number: int, like: str) -> str:
    """Another number of the same year, written the same way."""
    return f"{number}/{like.partition('/')[2]}"


def _funn(
    mappe: Utvalgsmappe,
    nr: str,
    place: Place,
    text: str,
    *,
    related: tuple[Related, ...] = (),
    severity: Severity = Severity.FEIL,
) -> Finding:
    help = "gi saken det neste ledige nummeret, også der andre viser til den"
    return funn(
        KODE, NAVN, text, place, utvalg=mappe.id, emne=nr, help=help, related=related, severity=severity
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
