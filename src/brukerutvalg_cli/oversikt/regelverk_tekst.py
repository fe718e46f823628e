"""Rule sets as text: the list of them, one of them whole, and what binds a council."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from brukerutvalg_cli.mandat.arv import Gjeldende, gjeldende
from brukerutvalg_cli.mandat.binding import MANDATER
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.ord.styrke import styrke_i_ord
from brukerutvalg_cli.oversikt.dekning import Kontroll, antall, avsnitt, brukt_av, kontroll
from brukerutvalg_cli.oversikt.stilling import Bundet, Stillingspunkt, Ulestregelverk
from brukerutvalg_cli.rapport.i_ord import hviler_i_ord
from brukerutvalg_cli.tegn import one_line

I_ORD: dict[Kontroll, str] = {
    "maskin": "kontrolleres av programmet",
    "bekreftelse": "bekreftes av mennesker",
    "ingen": "kontrolleres ikke",
}


def liste(regelverk: Mapping[str, Regelverk], register: Register) -> str:
    """Every rule set, whom it binds, and how much of it is checked."""
    lines = [line for name in sorted(regelverk) for line in _one(name, regelverk, register)]
    first = min(regelverk, default="")
    return (
        "\n".join([*lines, "", f"Neste steg: brukerutvalg {f'regelverk vis {first}' if first else 'status'}"])
        + "\n"
    )


def vis(name: str, regelverk: Mapping[str, Regelverk]) -> str:
    """A rule set whole, by the headings of its source, with what checks each provision."""
    provisions = gjeldende(name, regelverk)
    lines = hode(name, regelverk)
    for heading, inside in avsnitt(provisions):
        lines += ["", one_line(heading)]
        lines += [line for g in inside for line in bestemmelsen(g, name)]
    lines += ["", f"{_counts(provisions)}."]
    return "\n".join([*lines, "Neste steg: brukerutvalg regelverk for"]) + "\n"


def hode(name: str, regelverk: Mapping[str, Regelverk]) -> list[str]:
    """What the rule set is: its title, what sort of document, what it builds on and where it is from."""
    rules = regelverk[name]
    lines = [f"{one_line(rules.tittel)} ({name})", _what(rules)]
    if rules.bygger_paa:
        gone = f", uten {', '.join(rules.utgaar)}" if rules.utgaar else ""
        lines.append(f"bygger på {rules.bygger_paa}{gone}")
    if rules.kilde:
        lines.append(f"kilde: {one_line(rules.kilde)}")
    return lines


def for_utvalg(navn: str, bundet: Sequence[Bundet], dag: date, uleste: Sequence[Ulestregelverk] = ()) -> str:
    """What binds a council on a day, each provision with how it stands, and why; and what could not be read."""
    lines = [f"{navn} er bundet av {len(bundet) + len(uleste)} regelverk {dato_i_ord(dag)}."]
    if not uleste and not any(b.binding.regelverk.type in MANDATER for b in bundet):
        lines.append("Ingen av dem er et mandat: utvalget har ikke noe mandat denne dagen.")
    lines += [f"{one_line(u.id)} {_unread(u)}, og blir ikke bedømt." for u in uleste]
    for binding, punkter in bundet:
        until = f" til {dato_i_ord(binding.til)}" if binding.til else ""
        lines += [
            "",
            f"{one_line(binding.regelverk.tittel)} ({binding.id}), fra {dato_i_ord(binding.fra)}{until}",
        ]
        for punkt in punkter:
            lines.append(
                f"  {punkt.provision.bestemmelse.id}: {utfallet(punkt)} – {_source(punkt.provision)}"
            )
            rests = map(hviler_i_ord, punkt.hviler)
            lines += [f"    {one_line(why)}" for why in (*punkt.hvorfor, *punkt.rettet, *rests)]
    found = Counter(punkt.utfall for b in bundet for punkt in b.punkter)
    if found:
        lines += ["", f"Til sammen: {', '.join(f'{n} {word}' for word, n in found.most_common())}."]
    return "\n".join([*lines, "Neste steg: brukerutvalg valider"]) + "\n"


def _unread(ulest: Ulestregelverk) -> str:
    return f"kan ikke leses ({ulest.path})" if ulest.finnes else f"finnes ikke ({ulest.path})"


def utfallet(punkt: Stillingspunkt) -> str:
    """How it stands; of what is kept, how many times it was tried, as once is little to go by."""
    if punkt.utfall != "holdt":
        return punkt.utfall
    return f"holdt ({punkt.holdt} {'gang' if punkt.holdt == 1 else 'ganger'})"


def _one(name: str, regelverk: Mapping[str, Regelverk], register: Register) -> Iterator[str]:
    rules = regelverk[name]
    used = brukt_av(name, register)
    yield f"{name} – {one_line(rules.tittel)}"
    yield f"  {_what(rules)}; brukt av {', '.join(used) if used else 'ingen'}"
    provisions = gjeldende(name, regelverk)
    yield f"  {_counts(provisions)}"


def _what(rules: Regelverk) -> str:
    levels = f", for nivå {', '.join(rules.nivaa)}" if rules.nivaa else ""
    return f"{rules.type}, {rules.status}, datert {rules.datert}, {rules.maalform}{levels}"


def _counts(provisions: Sequence[Gjeldende]) -> str:
    each = ", ".join(f"{n} {I_ORD[way]}" for way, n in antall(provisions).items())
    return f"{len(provisions)} bestemmelse{'' if len(provisions) == 1 else 'r'}: {each}"


def bestemmelsen(g: Gjeldende, name: str) -> Iterator[str]:
    """One provision in a rule set: how strongly it binds, what checks it, what it says, and how it is read."""
    b = g.bestemmelse
    way = kontroll(b)
    kind = str(getattr(b, "regel", ""))
    checked = {"maskin": f"programmet, {kind}", "bekreftelse": "bekreftelse", "ingen": "ingen kontroll"}[way]
    inherited = f", fra {g.id}" if g.id != name else ""
    yield f"  {b.id} («{styrke_i_ord(b.styrke)}», {checked}{inherited})"
    yield f"    {one_line(b.tekst)}"
    if b.merknad:
        yield f"    {one_line(b.merknad)}"


def _source(g: Gjeldende) -> str:
    b = g.bestemmelse
    return one_line(f"{b.avsnitt}, «{styrke_i_ord(b.styrke)}», i {g.id}")
