"""stemmetall – stemmene i en sak går ikke opp: flere enn det var folk til, eller mot seg selv.

Hvorfor
    Ingen kan stemme to ganger, og den som er gått, er inhabil eller bare hører på, stemmer ikke. Stemmer som ikke går
    opp, gjør at ingen siden kan si om saken ble vedtatt.

Slik retter du
    Rett stemmetallene, eller skriv hvem som var der, når de kom og gikk, og hvem som var inhabile. Hadde noen
    stemmerett uten å være medlem eller vara, skriver du «stemmerett: ja» hos dem under «oppmoete».

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16:
      oppmoete: [{person: kari}, {person: ola}]
      saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Ja., stemmer: {for: 2, mot: 1}}}]

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16:
      oppmoete: [{person: kari}, {person: ola}]
      saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Ja., stemmer: {for: 1, mot: 1}, ved_likhet: leder}}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.avstemning import LISTENE, Avstemning, Stemmer
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.naervaer import Naervaer, i_moetet, i_saken
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak, avstemninger
from brukerutvalg_cli.model.stemmeberettiget import hoder, kan_stemme
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.visshet import alle
from brukerutvalg_cli.ord.i_ord import Her, omtalt

KODE, NAVN = "BU320", "stemmetall"
HJELP = "rett stemmetallene, eller skriv under «oppmoete» hvem som var der, og når de kom og gikk"
I_ORD = {"stemte_for": "stemte for", "stemte_mot": "stemte mot", "avsto": "lot være å stemme"}


class Galt(NamedTuple):
    """What does not add up: where in the voting, what it is, and how to mend it."""

    rute: Route
    hva: str
    hjelp: str = HJELP


class Votering(NamedTuple):
    """One voting, with the case it was in and those who were there."""

    register: Register
    mappe: Utvalgsmappe
    moete: Moete
    sak: Sak
    hvordan: Avstemning
    naervaer: tuple[Naervaer, ...]

    def omtalt(self, person: str) -> str:
        """Somebody by name; but not what they did in a confidential case."""
        return "en som er navngitt," if self.sak.fortrolig else omtalt(person, Her(self.mappe, self.register))

    def tall(self, count: int) -> str:
        """A number of votes; but not of those in a confidential case."""
        return "flere" if self.sak.fortrolig else str(count)


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each voting that cannot all be true, and each count of heads that the list does not bear out."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            yield from _opptellingen(register, mappe, moete)
            for nr, sak in enumerate(moete.saker):
                votings = [*avstemninger(sak)]
                there = i_saken(moete, nr) if votings else ()
                for route, voting in votings:
                    for wrong in _galt(Votering(register, mappe, moete, sak, voting, there)):
                        where = (*route, *wrong.rute)
                        place = moete.at("saker", nr, *where, otherwise=("saker", nr, "nr"))
                        emne = f"{sak.navn} {'.'.join(map(str, where))}"
                        yield _funnet(mappe, place, f"sak {sak.navn}: {wrong.hva}", emne, wrong)


def _funnet(mappe: Utvalgsmappe, place: Place, message: str, emne: str, galt: Galt) -> Finding:
    return funn(KODE, NAVN, message, place, utvalg=mappe.id, emne=emne, help=galt.hjelp)


def _galt(v: Votering) -> Iterator[Galt]:
    yield from _flere_enn_hoder(v)
    yield from _enstemmig_mot(v)
    yield from _navn_og_tall(v)
    yield from _hver_for_seg(v)


def _flere_enn_hoder(v: Votering) -> Iterator[Galt]:
    """More votes than heads: of the numbers, or of the names where nobody counted."""
    votes = v.hvordan.talt
    cast = sum(kjent(n) or 0 for n in votes.tall) if isinstance(votes, Stemmer) else 0
    if not cast or not isinstance(v.moete.oppmoete, tuple):
        return
    most = hoder(v.register, v.mappe, v.moete, v.naervaer).hoeyst
    if cast > most:
        key = "stemmer" if v.hvordan.stemmer is not None else "stemte_for"
        yield Galt((key,), f"det er ført {v.tall(cast)} stemmer, men {_kunne_stemme(v, most)}")


def _kunne_stemme(v: Votering, most: int) -> str:
    if v.sak.fortrolig:
        return "så mange kunne ikke stemme"
    return f"det var bare {most} til stede som kunne stemme" if most else "ingen til stede kunne stemme"


def _enstemmig_mot(v: Votering) -> Iterator[Galt]:
    votes = kjent(v.hvordan.stemmer)
    against = (votes and kjent(votes.mot)) or kjent(v.hvordan.stemte_mot)
    if v.hvordan.enstemmig is True and against:
        help = "sett «enstemmig: nei», eller stryk stemmene mot"
        yield Galt(("enstemmig",), "det er ført som enstemmig, men noen stemte mot", help)


def _navn_og_tall(v: Votering) -> Iterator[Galt]:
    """More names than votes of a kind."""
    votes = kjent(v.hvordan.stemmer)
    for key, count in zip(LISTENE, votes.tall, strict=True) if votes else ():
        names = kjent(getattr(v.hvordan, key)) or ()
        if isinstance(count, int) and len(names) > count:
            what = f"{v.tall(len(names))} er navngitt under «{key}», men det er ikke ført så mange stemmer"
            yield Galt((key,), what, "rett tallet under «stemmer», eller navnene")


def _hver_for_seg(v: Votering) -> Iterator[Galt]:
    """Who voted two ways, and who was not there to vote."""
    seen: dict[str, str] = {}
    for key in LISTENE:
        for nr, name in enumerate(kjent(getattr(v.hvordan, key)) or ()):
            if seen.setdefault(name, key) != key:
                what = f"{v.omtalt(name)} står både under «{seen[name]}» og «{key}»"
                yield Galt((key, nr), what, "stryk navnet der det er galt")
            elif why := _hindret(v, name):
                who = v.omtalt(name)
                yield Galt((key, nr), f"{who} er ført som en som {I_ORD[key]}, men {why}")


def _hindret(v: Votering, person: str) -> str:
    """Why somebody surely had no vote; nothing where they may have had one."""
    if not isinstance(v.moete.oppmoete, tuple) or person not in v.mappe.kjente_personer:
        return ""
    mine = [each for each in v.naervaer if each.oppmoete.person == person]
    if not mine:
        led = person in (v.moete.moeteleder, v.moete.referent)
        return "" if led else "var ikke til stede"
    can = [alle((e.der, kan_stemme(v.mappe, v.register.organisasjoner, e.oppmoete, v.moete))) for e in mine]
    if any(each is not False for each in can):
        return ""
    disqualified = kjent(v.sak.inhabil) or ()
    if any(each.person == person for each in disqualified):
        return "var inhabil"
    return "var ikke med i saken" if all(each.der is False for each in mine) else "hadde ikke stemmerett"


def _opptellingen(register: Register, mappe: Utvalgsmappe, moete: Moete) -> Iterator[Finding]:
    """The heads that were counted when the meeting began, held up against the list."""
    counted = kjent(moete.antall_stemmeberettigede)
    if counted is None or not isinstance(moete.oppmoete, tuple):
        return
    everybody = i_moetet(moete)
    heads = hoder(register, mappe, moete, everybody)
    late = sum(each.oppmoete.kom is not None for each in everybody)
    fewest = max(0, heads.minst - late)
    if not fewest <= counted <= heads.hoeyst:
        listed = fewest if counted < fewest else heads.hoeyst
        message = f"{counted} med stemmerett ble talt opp, men etter lista var det {listed}"
        help = "rett tallet, eller skriv dem som var der, under «oppmoete»"
        place = moete.at("antall_stemmeberettigede")
        yield _funnet(mappe, place, message, f"{moete.navn} opptelling", Galt((), "", help))


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
