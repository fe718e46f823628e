"""Avviksord: what is said of a deviation that does not count: once, however many breaches it should answer for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.dommer.avviksgrunnlag import Avviksgrunnlag
from brukerutvalg_cli.dommer.utsagn import Utsagn
from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.model.avvik import Avvik
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe

KODE, NAVN = "BU350", "avvik"
BRUDDET = "bruddet"
"""What the place of the breach is called, beside that of the deviation that does not answer for it."""
ACCOUNT_FOR_IT = "skriv det som mangler; uten det er bruddet ikke gjort rede for"
REST_ON_SOMETHING = (
    "la utvalget avgjøre det i en sak, skriv vedtaket der, og skriv saken under «vedtatt_i»; "
    "velger utvalget selv å fravike i et valg, skrives «fraviker» ved valget"
)
VISES = 5
"""So many of the breaches that one deviation should have answered for, are shown with it."""


class Ubesvart(NamedTuple):
    """A breach whose deviation does not count, and what that one rests on."""

    brudd: Utsagn
    grunnlag: Avviksgrunnlag


def ubesvarte(mappe: Utvalgsmappe, nr: int, found: Sequence[Ubesvart]) -> Iterator[Finding]:
    """What is said of the breaches that one deviation should have answered for. What is wrong with it, is said once."""
    avvik = mappe.utvalg.avvik[nr]
    locked = [u for u in found if u.brudd.bestemmelse.kan_fravikes_av == "ingen"]
    yield from (u.brudd.finding for u in locked)
    if locked:
        yield _locked(mappe, nr)
    rest = [u for u in found if u not in locked]
    if lacking := mangler(avvik):
        said = f"{sier_ikke(avvik, lacking)}, og svarer ikke for"
        yield from _samlet(mappe, nr, rest, said, "bestemmelse", ACCOUNT_FOR_IT)
        return
    for basis in dict.fromkeys(u.grunnlag for u in rest if u.grunnlag.holder is False):
        those = [u for u in rest if u.grunnlag == basis]
        said = f"{hviler_paa_ingenting(avvik, basis)}. Uten svar står"
        yield from _samlet(mappe, nr, those, said, basis.noekkel, basis.rettes or REST_ON_SOMETHING)
    for brudd, grunnlag in rest:
        if grunnlag.holder is not False and avvik.til:
            # What was done after it had run out is a breach like any other; what goes on, came back.
            yield _past(mappe, nr, brudd, avvik.til) if brudd.varer else brudd.finding


def _samlet(
    mappe: Utvalgsmappe, nr: int, found: Sequence[Ubesvart], said: str, key: str, help: str
) -> Iterator[Finding]:
    """One finding, of the weight of the worst of them, at the deviation; the breaches beside it."""
    if not found:
        return
    worst = min((u.brudd for u in found), key=lambda b: _vekt(b.finding))
    count = len({u.brudd.finding.place for u in found})
    what = (
        f"bruddet: {worst.finding.message}"
        if count == 1
        else f"{count} brudd, som at {worst.finding.message}"
    )
    finding = _about(mappe, nr, worst, f"{said} {what}", key, help)
    others = dict.fromkeys(
        Related(u.brudd.finding.place, BRUDDET) for u in found if u.brudd.finding.place != worst.finding.place
    )
    yield replace(finding, related=(*finding.related, *list(others)[: VISES - 1]))


def _vekt(finding: Finding) -> tuple[int, date]:
    """The heaviest first; of those, what was wrong first."""
    return list(Severity).index(finding.severity), finding.since or date.min


def hviler_paa_ingenting(avvik: Avvik, basis: Avviksgrunnlag) -> str:
    """That it rests on nothing, and why."""
    return f"avviket fra «{avvik.bestemmelse}» gjelder ikke: {basis.hvorfor}"


def mangler(avvik: Avvik) -> list[str]:
    """What it does not say, and has to."""
    decided = avvik.vedtatt_i or avvik.notert_i
    return [key for key, there in (("grunn", avvik.grunn), ("vedtatt_i", decided)) if there is None]


def sier_ikke(avvik: Avvik, lacking: list[str]) -> str:
    """The same in words."""
    words = {"grunn": "hvorfor («grunn»)", "vedtatt_i": "hvilken sak som avgjorde det («vedtatt_i»)"}
    return f"avviket fra «{avvik.bestemmelse}» sier ikke {' og '.join(words[k] for k in lacking)}"


def _past(mappe: Utvalgsmappe, nr: int, found: Utsagn, til: date) -> Finding:
    text = (
        f"avviket fra «{mappe.utvalg.avvik[nr].bestemmelse}» gjaldt til {dato_i_ord(til)} og er ute, "
        f"men bruddet er der fortsatt: {found.finding.message}"
    )
    finding = _about(
        mappe, nr, found, text, "til", "rett det avviket gjaldt, eller la utvalget avgjøre det på nytt"
    )
    return replace(finding, since=max(til + EN_DAG, found.finding.since or date.min))


def _about(mappe: Utvalgsmappe, nr: int, found: Utsagn, text: str, key: str, help: str) -> Finding:
    return replace(
        found.finding,
        code=KODE,
        name=NAVN,
        message=text,
        place=mappe.utvalg.at("avvik", nr, key),
        label="",
        help=help,
        related=(Related(found.finding.place, BRUDDET), *found.finding.related),
    )


def _locked(mappe: Utvalgsmappe, nr: int) -> Finding:
    text = f"avviket fra «{mappe.utvalg.avvik[nr].bestemmelse}» teller ikke: ingen kan fravike bestemmelsen"
    return om_utvalget(mappe, nr, text, "rett bruddet, og slett avviket")


def svarer_for_ingenting(mappe: Utvalgsmappe, nr: int, brudd: Sequence[Utsagn]) -> Finding:
    """That it meets no breach; where the provision is broken for something else, for what."""
    avvik = mappe.utvalg.avvik[nr]
    text = f"avviket fra «{avvik.bestemmelse}» svarer ikke til noe brudd"
    broken = [b.finding.emne for b in brudd if b.emne.kilde.bestemmelse == avvik.bestemmelse]
    help = "slett det, eller rett «bestemmelse» og «gjelder» så det treffer møtet eller saken det handler om"
    if broken:
        help += f"; bestemmelsen er brutt for {', '.join(f'«{emne}»' for emne in broken[:3])}"
    return om_utvalget(mappe, nr, text, help)


def om_utvalget(mappe: Utvalgsmappe, nr: int, text: str, help: str) -> Finding:
    """What is said of the deviation itself, beside any breach."""
    avvik = mappe.utvalg.avvik[nr]
    place = mappe.utvalg.at("avvik", nr, "bestemmelse")
    emne = f"{avvik.bestemmelse} {avvik.gjelder or ''}".strip()
    return Finding(KODE, NAVN, Severity.ADVARSEL, text, place, help=help, utvalg=mappe.id, emne=emne)
