"""vara-og-medlem – en vara møter eller stemmer for en plass som ikke er ledig.

Hvorfor
    Begge kan ikke stemme for samme plass. En vara stemmer bare når den møter for noen som er borte;
    en vara som bare hører på, er ikke møtt for noen.

Slik retter du
    Er medlemmet til stede, stryker du «vara_for» og skriver «lytter: ja» hos varaen. Var medlemmet
    borte, stryker du det under «oppmoete», og «vara_for» sier hvem varaen møtte for. Stemte varaen
    uten å møte for noen, setter du «stemmerett: nei» og teller stemmene på nytt.

Galt
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari}, {person: ola, vara_for: kari}]}

Riktig
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: ola, vara_for: kari, stemmerett: ja}], forfall: [kari]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import MEDLEMSVERV, VARAVERV
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Her, omtalt

KODE, NAVN = "BU302", "vara-og-medlem"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each deputy who stands in for somebody who is there, or who votes in nobody's place."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            present = kjent(moete.oppmoete) or ()
            places = {o.person: nr for nr, o in enumerate(present) if o.person}
            for nr, oppmoete in enumerate(present):
                yield from _of(Her(mappe, register), moete, nr, oppmoete, places)


def _of(her: Her, moete: Moete, nr: int, oppmoete: Oppmoete, places: dict[str, int]) -> Iterator[Finding]:
    """One finding for each: standing in for somebody present says all there is to say of the vote."""
    mappe = her.mappe
    who = oppmoete.kalt
    said = omtalt(who, her)
    there = _present(mappe, oppmoete.vara_for, moete.dato, places)
    if there and oppmoete.deltok:
        yield funn(
            KODE,
            NAVN,
            f"{said} møter for {omtalt(str(oppmoete.vara_for), her)}, som selv er til stede",
            moete.at("oppmoete", nr, "vara_for"),
            utvalg=mappe.id,
            emne=f"{moete.navn} {who}",
            help="stryk «vara_for» og skriv «lytter: ja», eller stryk den som ikke kom",
            related=tuple(Related(moete.at("oppmoete", at), "står som til stede her") for at in there),
        )
    elif oppmoete.stemmerett is True and _only_deputy(mappe, oppmoete.person, moete.dato):
        if oppmoete.vara_for is not None and oppmoete.deltok is not False:
            return
        how = "enda den bare hører på" if oppmoete.deltok is False else "uten å møte for noen"
        yield funn(
            KODE,
            NAVN,
            f"{said} er vara, og er ført med stemmerett {how}",
            moete.at("oppmoete", nr, "stemmerett"),
            utvalg=mappe.id,
            emne=f"{moete.navn} {who}",
            help="skriv hvem varaen møtte for, under «vara_for», eller sett «stemmerett: nei» og tell på nytt",
        )


def _present(mappe: Utvalgsmappe, vara_for: object, dag: date, places: dict[str, int]) -> tuple[int, ...]:
    """Where those whose place it is stand on the attendance list; none unless all of them are there.

    A deputy stands in for a person, or for an organisation: then for any of its members.
    """
    if not isinstance(vara_for, str):
        return ()
    if vara_for in places:
        return (places[vara_for],)
    # One on leave is away too, and may be the one whose place it is.
    seats = [s for verv in MEDLEMSVERV for s in mappe.seter_i.get(verv, ()) if s.har(dag) is not False]
    theirs = {s.person for s in seats if s.representerer == vara_for and s.har(dag)}
    # Who may also sit for it, may be the one who is away.
    perhaps = not mappe.medlemsliste_hel or any(
        not isinstance(s.representerer, str | None) or (s.representerer == vara_for and not s.har(dag))
        for s in seats
    )
    if perhaps or not theirs <= places.keys():
        return ()
    return tuple(sorted(places[person] for person in theirs))


def _only_deputy(mappe: Utvalgsmappe, person: str | None, dag: date) -> bool:
    """Whether a deputy's seat is all the person is known to have that day."""
    if person is None or person not in mappe.medlemmer:
        return False
    held = [s for s in mappe.seter_av.get(person, ()) if s.dekker(dag) is not False]
    return any(s.dekker(dag) for s in held) and all(s.verv in VARAVERV for s in held)


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
