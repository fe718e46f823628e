"""An election judged beforehand, as text: what is wrong, by which provision, and what would make it right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Her, et_verv, med_id, omtalt
from brukerutvalg_cli.ord.slutt_i_ord import ferdige_i_ord
from brukerutvalg_cli.oversikt.forhaandsvalg import NOK, Forhaandsdom, bestemmelsen
from brukerutvalg_cli.rapport.i_ord import alvor, hviler_i_ord, kilde_i_ord
from brukerutvalg_cli.tegn import one_line

SOM_OM = "Ingen er oppnevnt for den tiden. Valget er prøvd som om de som satt sist, fortsetter."
VIST = 6
"""How many changes, and how many to exchange somebody with, are told of."""


def render(her: Her, dom: Forhaandsdom, sagt: Sequence[str] = ()) -> str:
    """The election, what the provisions say of it, and the smallest changes that would silence them.

    `sagt`: the options the election was described by, as the command that writes it down wants them again.
    """
    f, navn = dom.forslag, her.mappe.utvalg.navn.nb
    until = f" til {dato_i_ord(f.til)}" if f.til else ""
    lines = [
        f"Valg av {et_verv(f.verv, her)} i {navn} {dato_i_ord(f.dag)}, for tiden fra {dato_i_ord(f.fra)}{until}:",
        f"  {one_line(', '.join(med_id(person, her) for person in f.valgt))}",
        *(f"{sentence}." for sentence in ferdige_i_ord(dom.ferdige, her)),
        *([SOM_OM] if dom.som_om else []),
        "",
    ]
    lines += [line for finding in dom.utslag.brudd for line in _finding(finding)]
    for u in dom.utslag.uvurdert:
        lines.append(f"kan ikke vurderes: {one_line(u.message)} ({kilde_i_ord(u.hjemmel)})")
    for departed in dom.utslag.fraveket:
        decided = f", vedtatt i sak {basis.vedtatt_i}" if (basis := departed.fravik).vedtatt_i else ""
        lines.append(f"avvik{decided}: {one_line(departed.message)} ({kilde_i_ord(departed.hjemmel)})")
    if dom.utslag.brudd:
        lines += ["", *endringene(dom, her)]
    elif not dom.utslag.uvurdert and not dom.utslag.fraveket:
        lines.append("Valget er slik regelverket vil ha det.")
    lines += [f"Det {hviler_i_ord(hviler)}." for hviler in dom.hviler]
    return "\n".join([*lines, "", f"Ingenting er skrevet. Neste steg: {_next(dom, her, sagt)}"]) + "\n"


def _finding(finding: Finding) -> Iterator[str]:
    yield f"{alvor(finding.severity)}: {one_line(finding.message)}"
    if finding.label:
        yield f"  {one_line(finding.label)}"
    if finding.kilde:  # what is said of a deviation rests on no provision
        yield f"  kilde: {kilde_i_ord(finding.kilde)}"
    if provision := bestemmelsen(finding):
        yield f"  {one_line(provision)}"
    if rests := hviler_i_ord(finding.hviler):
        yield f"  {rests}"


def endringene(dom: Forhaandsdom, her: Her) -> Iterator[str]:
    """The smallest changes that would make it legal."""
    changes = dom.endringer or dom.kanskje
    if dom.uten_andre:
        yield "Hvem som kan velges i stedet, er ikke prøvd: noen sitter der etter en fortrolig sak."
    if dom.kortere:
        yield f"Valget blir lovlig med en kortere periode: --til {dom.kortere}"
    if not changes:
        if not dom.uten_andre and not dom.kortere:
            yield "Ingen liten endring gjør valget lovlig. Prøv en annen sammensetning."
        return
    if dom.antatt:
        yield "Endringene er prøvd som om alt som er antatt, var sikkert."
    if dom.endringer:
        yield "Valget blir lovlig med én av disse endringene:"
    else:
        yield "Ingen liten endring gjør valget sikkert lovlig. Disse bryter ingenting, men noe er ukjent:"
    grouped = [
        (
            [omtalt(person, her) for person in out],
            [[med_id(person, her) for person in change.inn] for change in alike if change.inn],
        )
        for (out, _), alike in groupby(changes, key=lambda change: (change.ut, bool(change.inn)))
    ]
    yield from (f"  {one_line(_change(out, instead))}" for out, instead in grouped[:VIST])
    if len(grouped) > VIST or len(changes) >= NOK:
        yield "  … og flere av samme slag"


def _change(out: Sequence[str], instead: Sequence[Sequence[str]]) -> str:
    named = [alle_sammen(people) for people in instead[:VIST]]
    if len(instead) > VIST:
        named.append("eller andre")
    one_of = f"én av disse: {', '.join(named)}" if len(named) > 1 else "".join(named)
    if not named:
        return f"la {alle_sammen(out)} gå ut"
    return f"bytt {alle_sammen(out)} med {one_of}" if out else f"ta med {one_of}"


def _next(dom: Forhaandsdom, her: Her, sagt: Sequence[str]) -> str:
    if dom.utslag.brudd:
        return "endre forslaget og prøv igjen, eller la utvalget vedta et avvik med grunn"
    who = " ".join(dom.forslag.valgt)
    options = " ".join((f"--verv {dom.forslag.verv}", *sagt))
    return f"hold valget, og før det: brukerutvalg valg {her.mappe.id} MØTE SAK {who} {options}"
