"""What was done, as text in a forklaring: who sits and was elected, what became of a case, and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from brukerutvalg_cli.model.avstemning import Vedtak
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Oppfoelging, Sak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.vet_av import deldag_i_ord, vet_av
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Her, i_vervet, omtalt
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslagsfunn
from brukerutvalg_cli.oversikt.forklaring_sak import Saken
from brukerutvalg_cli.oversikt.forklaring_verv import Besetning
from brukerutvalg_cli.personvern.private_opplysninger import sladdet
from brukerutvalg_cli.rapport.i_ord import alvor, avvik_i_ord, rettet_i_ord, sted

FLEST = 6
"""So many of a kind are shown; the rest are counted."""
MOETET = {
    "planlagt": "møtet er planlagt",
    "innkalt": "møtet er innkalt",
    "avholdt": "møtet er avholdt",
    "avlyst": "møtet er avlyst",
}


def besetningen(b: Besetning, her: Her) -> Iterator[str]:
    """Who was elected to a verv, and who sits."""
    where = i_vervet(b.verv, her)
    for handling in b.valg[-FLEST:]:
        yield f"{_valgt(handling, her)}, i sak {handling.sak.navn} {dato_i_ord(handling.moete.dato)}"
    yield f"Sitter {where}: {_seter(b.sitter, her)}" if b.sitter else f"Ingen sitter {where}."
    if b.kommer:
        yield f"Begynner {where}: {_seter(b.kommer, her, fra=True)}"
    if b.lukket:
        yield "Det er mer å si, men det står i en fortrolig sak."


def _seter(seats: Sequence[Sete], her: Her, *, fra: bool = False) -> str:
    said = (
        f"{omtalt(s.person, her)} "
        f"{_tiden(vet_av(s, 'fra') if fra or isinstance(s.fra, Ukjent) else None, vet_av(s, 'til'))}"
        for s in seats
    )
    return ", ".join(dict.fromkeys(said))


def _valgt(handling: Valghandling, her: Her) -> str:
    valg = handling.valg
    who = alle_sammen(omtalt(p, her) for p in handling.valgte) or "ukjent hvem"
    added = ", i tillegg til dem som satt" if valg.supplerer is True else ""
    return (
        f"Valgt {i_vervet(valg.verv, her)}: {who}, {_tiden(vet_av(valg, 'fra'), vet_av(valg, 'til'))}{added}"
    )


def _tiden(fra: date | Deldato | Ukjent | None, til: date | Deldato | Ukjent | None) -> str:
    begins = "fra en ukjent dag" if isinstance(fra, Ukjent) else f"fra {deldag_i_ord(fra)}" if fra else ""
    ends = (
        "til en ukjent dag"
        if isinstance(til, Ukjent)
        else f"til {deldag_i_ord(til)}"
        if til
        else "uten sluttdato"
    )
    return f"{begins} {ends}".strip()


def gjort_i_saken(s: Saken, her: Her) -> Iterator[str]:
    """What became of a case."""
    yield f"Står på sakslista til møtet {dag_i_ord(s.moete.dato)}; {MOETET[s.moete.status]}."
    if s.fra:
        yield f"Tar opp igjen sak {s.fra}."
    if s.lukket:
        yield "Saken er fortrolig, og mer vises ikke her."
    else:
        yield from _i_saken(s, her)
    for day, nr in s.igjen:
        yield f"Tatt opp igjen i sak {nr}, {dato_i_ord(day)}."
    for avvik in s.avvik:
        word = "vedtok" if avvik.vedtatt_i == s.sak.navn else "noterte"
        about = f" for {avvik.gjelder}" if avvik.gjelder else ""
        until = f", til {dato_i_ord(avvik.til)}" if avvik.til else ""
        yield f"Her {word} utvalget et avvik fra {avvik.bestemmelse}{about}{until}."


def _i_saken(s: Saken, her: Her) -> Iterator[str]:
    yield from (_valgt(handling, her) for handling in s.valg)
    yield from _vedtaket(s.sak)
    if s.sak.utsatt is True:
        later = kjent(s.sak.utsatt_til)
        yield f"Saken ble utsatt; se sak {later}." if later else "Saken ble utsatt."
    if to := kjent(s.sak.oversendt_til):
        yield f"Oversendt til {omtalt(to, her)}."
    if answer := kjent(s.sak.svar):
        yield f"Svar{_naar(s.sak, 'besvart', ' ')}: {sladdet(answer)}"
    for there in s.sak.referert_i:
        number = kjent(there.sak)
        where = f"Referert i {omtalt(there.organ, her)}{f', sak {number}' if number else ''}"
        yield f"{where}{_naar(there, 'dato', ', ')}."
    if s.sak.etter_moetet:
        yield "Sekretæren har føyd til en merknad etter møtet."
    for nr, entry in enumerate(s.sak.oppfoelging, 1):
        yield _oppfoelging(nr, entry, her)


def _naar(post: Post, felt: str, foran: str) -> str:
    """When it was, behind a few characters; nothing where nobody knows."""
    day = vet_av(post, felt)
    if isinstance(day, Deldato):
        return f"{foran}i {day.i_ord}"
    return f"{foran}{dato_i_ord(day)}" if isinstance(day, date) else ""


def _vedtaket(sak: Sak) -> Iterator[str]:
    if sak.forslag:
        yield f"Forslag til vedtak: {sladdet(sak.forslag)}"
    if isinstance(sak.vedtak, Vedtak):
        yield f"Vedtak: {sladdet(sak.vedtak.tekst)}"
    elif sak.vedtak:
        yield "Om noe ble vedtatt, er ukjent."


def _oppfoelging(nr: int, entry: Oppfoelging, her: Her) -> str:
    who = kjent(entry.ansvarlig)
    due = kjent(entry.frist) or entry.deldato.get("frist")
    when = f"{'om lag ' if entry.omtrent else ''}{deldag_i_ord(due)}" if due else "uten kjent frist"
    if due is None and entry.til_neste_moete:
        when = "til neste møte"
    done = "ikke gjort" if entry.fullfoert is None else "gjort"
    if part := entry.deldato.get("fullfoert"):
        done = f"gjort i {part.i_ord}"
    elif isinstance(entry.fullfoert, Ukjent):
        done = "ukjent om det er gjort"
    by = omtalt(who, her) if who else "ingen ansvarlig"
    return f"Oppfølging {nr}: {sladdet(entry.hva)} ({by}, {when}, {done})"


def funnet(said: Oppslagsfunn) -> Iterator[str]:
    """What was found of it: what is broken, departed from, put right, and what cannot be known."""
    for located in said.brutt:
        finding = located.finding
        yield f"{alvor(finding.severity)}: {finding.message} ({sted(located.path, located.span)})"
        if finding.help:
            yield f"  hjelp: {finding.help}"
    for finding in (f.finding for f in said.fraveket):
        why = avvik_i_ord(finding)
        yield f"avvik: {finding.message}{f' – {why}' if why else ''}"
    for finding in (f.finding for f in said.rettet):
        yield f"rettet: {finding.message}; {rettet_i_ord(finding)}"
    shown = list(dict.fromkeys(f.finding.message for f in said.uvisst))
    yield from (f"kan ikke vurderes: {text}" for text in shown[:FLEST])
    if len(shown) > FLEST:
        yield f"… og {len(shown) - FLEST} til som ikke kan vurderes"
