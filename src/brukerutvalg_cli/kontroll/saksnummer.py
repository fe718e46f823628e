"""saksnummer – numrene på sakene skal være hver sitt, og gå oppover uten hull.

Hvorfor
    Numrene er det andre viser til. Et nummer som brukes om to saker, gjør at ingen vet hvilken det er, og
    et hull får leseren til å lete etter en sak som ikke finnes. Hvordan utvalget skriver numrene, og når
    de begynner på nytt, sier det selv med «saksnummer» i utvalg.yaml.

Slik retter du
    Gi saken det neste ledige nummeret, og rett det der andre viser til den. Alt annet enn et nummer som
    er brukt to ganger, gir bare en advarsel: er saken trukket, kan hullet stå. En utsatt sak kan ha det
    samme nummeret når den kommer igjen; da sier den det med «fra_sak», eller utvalget har
    «beholder_saksnummer: ja».

Galt
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet}, {nr: 1/22, tittel: B, type: annet}]}

Riktig
    moeter/2022-11-16: {saker: [{nr: 2/22, tittel: A, type: annet}, {nr: 1/22, tittel: B, type: annet}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.nummerering import formatene, numrene, serien
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.saksnummer import UTEN_NUMMER, Nummer, formen, les_nummer
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.oppramsing import enten_eller

KODE, NAVN = "BU306", "saksnummer"


class _Nummerrekke(NamedTuple):
    """Numbers that go on from one another: of a series, in a year, or in one meeting alone."""

    serie: str
    aar: int
    moete: str


class _Brukt(NamedTuple):
    """A number that is on an agenda: where, and the case."""

    place: Place
    moete: Moete
    sak: Sak


@dataclass
class _Sett:
    """What has been seen of one council so far, meeting by meeting."""

    brukt: dict[tuple[_Nummerrekke, int], _Brukt] = field(default_factory=dict)
    sist: dict[_Nummerrekke, tuple[int, date, str]] = field(default_factory=dict)


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each case whose number is another's, comes after a higher one, skips, or is not written as they are here."""
    for mappe in register.mapper.values():
        held = [moete for moete in mappe.moeter if moete.status != "avlyst"]
        # A number of a meeting that was called off is no gap: the next one goes on from it.
        there = {(_rekka(mappe.utvalg, n.moete, n.moete.saker[n.plass], n.nummer), n.nummer.nr)
                 for n in numrene(mappe.utvalg, mappe.moeter) if n.nummer}  # fmt: skip
        seen = _Sett()
        for moete in held:
            yield from _skrevet(mappe, moete)
            yield from _talt(mappe, moete, seen, there)


def _skrevet(mappe: Utvalgsmappe, moete: Moete) -> Iterator[Finding]:
    """What has no number where it should have one, and the numbers that no format of the council fits."""
    formats = formatene(mappe.utvalg)
    for i, sak in enumerate(moete.saker):
        if not sak.nr:
            serie = serien(mappe.utvalg, moete.dato, (sak.gruppe, sak.fast, sak.type))
            if serie is None or serie.format != UTEN_NUMMER:
                help = "gi saken et nummer, eller si i utvalg.yaml at slike er uten: «saksnummer» med «format: ingen»"
                yield _funn(mappe, sak, moete.at("saker", i, "nr", otherwise=("saker", i, "tittel")),
                            "saken har ikke noe nummer", help)  # fmt: skip
        elif les_nummer(sak.nr, formats) is None:
            ways = enten_eller(formats) or "28/22"
            text = f"nummeret {sak.nr} er ikke skrevet slik utvalget skriver saksnumre: {ways}"
            help = "rett nummeret, eller skriv formatet under «saksnummer» i utvalg.yaml"
            yield _funn(mappe, sak, moete.at("saker", i, "nr"), text, help)


def _talt(
    mappe: Utvalgsmappe, moete: Moete, sett: _Sett, finnes: set[tuple[_Nummerrekke, int]]
) -> Iterator[Finding]:
    """The numbers of one agenda, the lowest first: their order there is another fact."""
    numbered = [n for n in numrene(mappe.utvalg, [moete]) if n.nummer]
    for each in sorted(numbered, key=lambda n: (n.nummer or Nummer("", 0, 0), n.plass)):
        assert each.nummer
        sak, number = moete.saker[each.plass], each.nummer.nr
        rekke = _rekka(mappe.utvalg, moete, sak, each.nummer)
        place = moete.at("saker", each.plass, "nr")
        before = sett.brukt.get((rekke, number))
        if before and _kom_igjen(mappe, before, moete, sak):
            continue
        previous, day, text = sett.sist.get(rekke, (0, moete.dato, ""))
        if before:
            first = Related(before.place, "brukt her først")
            yield _funn(
                mappe, sak, place, f"saksnummeret {sak.nr} er brukt før", FRITT, Severity.FEIL, (first,)
            )
            number = previous + 1  # what it should have been: the next one is not a skip
        elif previous and number < previous:
            yield _funn(
                mappe, sak, place, f"sak {sak.nr} er i et senere møte enn sak {text}, med et lavere nummer"
            )
        elif previous and not any(_mellom(day, unread, moete) for unread in mappe.uleste_moeter):
            for missing in [n for n in range(previous + 1, number) if (rekke, n) not in finnes][:1]:
                like = _som(mappe.utvalg, sak.nr, each.nummer._replace(nr=missing))
                yield _funn(mappe, sak, place, f"sak {like} mangler foran sak {sak.nr}")
        if number >= previous or before:
            sett.sist[rekke] = number, moete.dato, sak.nr
        sett.brukt.setdefault((rekke, each.nummer.nr), _Brukt(place, moete, sak))


def _mellom(foer: date, ulest: date | None, moete: Moete) -> bool:
    """Whether a meeting that cannot be read may have the cases between."""
    return ulest is None or foer <= ulest <= moete.dato


def _kom_igjen(mappe: Utvalgsmappe, foer: _Brukt, moete: Moete, sak: Sak) -> bool:
    """Whether it is the same case in a later meeting, and so may be called the same."""
    if foer.moete is moete:
        return False
    back = sak.fra_sak in (foer.sak.navn, foer.sak.nr, UKJENT) or foer.sak.utsatt_til == sak.navn
    return back or mappe.utvalg.beholder_saksnummer is not False


def _rekka(utvalg: Utvalg, moete: Moete, sak: Sak, nummer: Nummer | None) -> _Nummerrekke:
    assert nummer
    own = [s for s in utvalg.saksnummer if (form := formen(s.format)) and form.les(sak.nr) == nummer]
    begins = own[0].begynner if own else ("aar" if nummer.aar else "moete")
    return _Nummerrekke(
        nummer.serie, nummer.aar if begins == "aar" else 0, moete.path if begins == "moete" else ""
    )


def _som(utvalg: Utvalg, nr: str, annet: Nummer) -> str:
    """Another number, written as this one is."""
    usual = ("n/aa", "n/aaaa", "aaaa/n", "nn-aa", "n-aa", "n")
    forms = (
        formen(name) for name in (*formatene(utvalg), *(f"{annet.serie} {each}".strip() for each in usual))
    )
    return next((form.skriv(annet) for form in forms if form and form.les(nr)), str(annet.nr))


FRITT = "gi saken det neste ledige nummeret, også der andre viser til den"


def _funn(
    mappe: Utvalgsmappe,
    sak: Sak,
    place: Place,
    text: str,
    help: str = FRITT,
    severity: Severity = Severity.ADVARSEL,
    related: tuple[Related, ...] = (),
) -> Finding:
    return funn(
        KODE, NAVN, text, place, utvalg=mappe.id, emne=sak.navn, help=help, related=related, severity=severity
    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
