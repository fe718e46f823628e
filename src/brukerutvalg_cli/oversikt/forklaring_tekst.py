"""Forklaring as text: what the rule set says here, what was done, what is lawful now, and the next command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from brukerutvalg_cli.dommer.avviksord import KODE as AVVIK
from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.model.avstemning import Vedtak
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Oppfoelging, Sak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.vet_av import deldag_i_ord, vet_av
from brukerutvalg_cli.ord.i_ord import Her, alle_sammen, et_verv, i_vervet, omtalt
from brukerutvalg_cli.oversikt.forklaring_bestemmelse import Bestemmelsen
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslagsfunn
from brukerutvalg_cli.oversikt.forklaring_sak import Saken
from brukerutvalg_cli.oversikt.forklaring_valg_tekst import lovlig_i_ord
from brukerutvalg_cli.oversikt.forklaring_verv import Besetning, Vervet
from brukerutvalg_cli.oversikt.regelverk_tekst import bestemmelsen, utfallet
from brukerutvalg_cli.personvern.private_opplysninger import sladdet
from brukerutvalg_cli.rapport.i_ord import (
    alvor,
    avvik_i_ord,
    frist_i_ord,
    hva_skal_sendes,
    rettet_i_ord,
    sted,
)
from brukerutvalg_cli.rapport.ordforraad import er_vaart
from brukerutvalg_cli.tegn import one_line

SIER = "Dette sier regelverket"
GJORT = "Dette er gjort"
LOVLIG = "Dette er lovlig nå"
FLEST = 6
"""So many of a kind are shown; the rest are counted."""
MOETET = {
    "planlagt": "møtet er planlagt",
    "innkalt": "møtet er innkalt",
    "avholdt": "møtet er avholdt",
    "avlyst": "møtet er avlyst",
}


def bestemmelsene(her: Her, explained: Sequence[Bestemmelsen], dag: date) -> str:
    """A provision, once for each rule set that has it."""
    return "\n".join(
        _side(_hode(her, b, dag), _deler(her, b, dag), b.kommando(her.mappe.id)) for b in explained
    )


def vervet(her: Her, v: Vervet, dag: date) -> str:
    """A verv or a body."""
    verv = v.besetning.verv
    says = [line for g in v.bestemmelser for line in _sier(g)]
    says = says or ["Ingen bestemmelse sier hvem som kan ha vervet."]
    if v.om_andre:
        says.append(f"Vervet er også nevnt i {_ider(v.om_andre)}.")
    done = [*_besetning(v.besetning, her), *_funnet(v.funnet)]
    parts = [(SIER, says), (GJORT, done)]
    head = f"{_stor(et_verv(verv, her))} i {_utvalget(her)}, sett fra {dato_i_ord(dag)}"
    now = [*lovlig_i_ord(v.lovlig, her), *_ellers(her, v.bestemmelser, v.funnet, dag)]
    return _side(head, [*parts, (LOVLIG, now)], v.lovlig.kommando)


def saken(her: Her, s: Saken, dag: date) -> str:
    """A case."""
    head = f"Sak {s.sak.navn}: {s.tittel}, i {_utvalget(her)}, sett fra {dato_i_ord(dag)}"
    says = [line for g in s.bestemmelser for line in _sier(g)] or ["Ingen bestemmelse er prøvd på saken."]
    now = [line for each in s.lovlig for line in lovlig_i_ord(each, her)]
    now += _ellers(her, s.bestemmelser, s.funnet, dag)
    if not now and not s.funnet.brutt and not s.lukket:
        now = ["Ingenting i saken er brutt."]
    parts = [(SIER, says), (GJORT, [*_gjort(s, her), *_funnet(s.funnet)]), (LOVLIG, now)]
    return _side(head, parts, s.kommando(her.mappe.id))


def _side(head: str, parts: Iterable[tuple[str, Sequence[str]]], neste: str) -> str:
    lines = [one_line(head)]
    for heading, inside in parts:
        if inside:
            lines += ["", heading, *map(_linje, inside)]
    return "\n".join([*lines, "", f"Neste steg: {neste}", ""])


def _linje(text: str) -> str:
    """One line, indented, and as much more as it was."""
    deeper = " " * (len(text) - len(text.lstrip(" ")))
    return f"  {deeper}{one_line(text)}"


def _stor(text: str) -> str:
    return text[:1].upper() + text[1:]


def _utvalget(her: Her) -> str:
    return her.mappe.utvalg.navn.nb


def _ider(provisions: Sequence[Gjeldende]) -> str:
    shown = [g.bestemmelse.id for g in provisions[:FLEST]]
    left = len(provisions) - len(shown)
    return alle_sammen([*shown, *([f"{left} til"] if left else [])])


# ── What the rule set says ────────────────────────────────────────────────────────────────────────


def _sier(g: Gjeldende) -> Iterator[str]:
    first, *rest = bestemmelsen(g, g.id)
    yield f"{first.strip()} – {g.bestemmelse.avsnitt}, i {g.id}"
    yield from (line.removeprefix("  ") for line in rest)


def _hode(her: Her, b: Bestemmelsen, dag: date) -> str:
    return (
        f"{b.gjeldende.bestemmelse.id} i {b.gjeldende.id}, for {_utvalget(her)}, sett fra {dato_i_ord(dag)}"
    )


def _deler(her: Her, b: Bestemmelsen, dag: date) -> Iterator[tuple[str, Sequence[str]]]:
    until = f" til {dato_i_ord(b.binding.til)}" if b.binding.til else ""
    bound = f"{_stor('binder' if b.i_kraft else 'bandt')} utvalget fra {dato_i_ord(b.binding.fra)}{until}."
    if b.binding.fra > dag:
        bound = f"Binder utvalget først fra {dato_i_ord(b.binding.fra)}{until}."
    kind = str(getattr(b.gjeldende.bestemmelse, "regel", "ingen"))
    rule = [] if kind == "ingen" else [f"Om slike regler: brukerutvalg forklar {kind}"]
    yield SIER, [*_sier(b.gjeldende), bound, *rule]
    how = [f"Utfall: {utfallet(b.punkt)}"]
    if b.punkt.utfall in ("bekreftet", "holdt"):
        how += list(b.punkt.hvorfor)
    yield (
        GJORT,
        [*how, *(line for each in b.besetninger for line in _besetning(each, her)), *_funnet(b.funnet)],
    )
    now = [line for each in b.lovlig for line in lovlig_i_ord(each, her)]
    now += [f"{hva_skal_sendes(f)}: {frist_i_ord(f, dag)}" for f in b.frister[:FLEST]]
    if b.punkt.kontroll == "bekreftelse":
        now.append(
            f"Noen bekrefter det slik: brukerutvalg bekreft {her.mappe.id} {b.gjeldende.bestemmelse.id}"
        )
    yield LOVLIG, [*now, *_ellers(her, [b.gjeldende], b.funnet, dag)]


def _ellers(her: Her, provisions: Sequence[Gjeldende], funnet: Oppslagsfunn, dag: date) -> Iterator[str]:
    """What stands by a deviation, and how one is recorded where the council decides to leave a breach as it is."""
    for finding in (f.finding for f in funnet.fraveket):
        last = finding.fravik.til
        if last and last >= dag and not (finding.over and finding.over <= dag):
            yield f"Avviket fra {finding.hjemmel.bestemmelse} gjelder til {dato_i_ord(last)}: det kan stå så lenge."
    rules = {(g.id, g.bestemmelse.id): g.bestemmelse for g in provisions}
    for finding in (f.finding for f in funnet.brutt):
        rule = rules.get(finding.kilde[:2]) if finding.kilde else None
        if rule and finding.code != AVVIK:
            yield _fravik(her, rule, finding.emne)


def _fravik(her: Her, rule: Bestemmelse, emne: str) -> str:
    if rule.kan_fravikes_av == "ingen":
        return f"Ingen kan fravike {rule.id}: bruddet må rettes."
    whose = "eieren" if rule.kan_fravikes_av == "eier" else "utvalget"
    about = emne.partition(" ")[0]
    only = f" --gjelder {about}" if er_vaart(about) and about[:1].isdigit() else ""
    command = f"brukerutvalg avvik ny {her.mappe.id} {rule.id}{only}"
    return f"Skal det stå slik, må {whose} vedta et avvik. Det føres slik: {command}"


# ── What was done ─────────────────────────────────────────────────────────────────────────────────


def _besetning(b: Besetning, her: Her) -> Iterator[str]:
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


def _gjort(s: Saken, her: Her) -> Iterator[str]:
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


def _funnet(funnet: Oppslagsfunn) -> Iterator[str]:
    for located in funnet.brutt:
        finding = located.finding
        yield f"{alvor(finding.severity)}: {finding.message} ({sted(located.path, located.span)})"
        if finding.help:
            yield f"  hjelp: {finding.help}"
    for finding in (f.finding for f in funnet.fraveket):
        why = avvik_i_ord(finding)
        yield f"avvik: {finding.message}{f' – {why}' if why else ''}"
    for finding in (f.finding for f in funnet.rettet):
        yield f"rettet: {finding.message}; {rettet_i_ord(finding)}"
    shown = list(dict.fromkeys(f.finding.message for f in funnet.uvisst))
    yield from (f"kan ikke vurderes: {text}" for text in shown[:FLEST])
    if len(shown) > FLEST:
        yield f"… og {len(shown) - FLEST} til som ikke kan vurderes"
