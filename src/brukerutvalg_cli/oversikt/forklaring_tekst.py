"""Forklaring as text: what the rule set says here, what was done, what is lawful now, and the next command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from brukerutvalg_cli.dommer.avviksord import KODE as AVVIK
from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Her, et_verv
from brukerutvalg_cli.oversikt.forklaring_bestemmelse import Bestemmelsen
from brukerutvalg_cli.oversikt.forklaring_gjort_tekst import FLEST, besetningen, funnet, gjort_i_saken
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslagsfunn
from brukerutvalg_cli.oversikt.forklaring_sak import Saken
from brukerutvalg_cli.oversikt.forklaring_valg_tekst import lovlig_i_ord
from brukerutvalg_cli.oversikt.forklaring_verv import Vervet
from brukerutvalg_cli.oversikt.regelverk_tekst import bestemmelsen, utfallet
from brukerutvalg_cli.rapport.i_ord import frist_i_ord, hva_skal_sendes
from brukerutvalg_cli.rapport.ordforraad import er_vaart
from brukerutvalg_cli.tegn import one_line

SIER = "Dette sier regelverket"
GJORT = "Dette er gjort"
LOVLIG = "Dette er lovlig nå"


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
    done = [*besetningen(v.besetning, her), *funnet(v.funnet)]
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
    parts = [(SIER, says), (GJORT, [*gjort_i_saken(s, her), *funnet(s.funnet)]), (LOVLIG, now)]
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
        [*how, *(line for each in b.besetninger for line in besetningen(each, her)), *funnet(b.funnet)],
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
