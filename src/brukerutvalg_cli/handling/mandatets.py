"""Mandatets: what the mandate would have as the answer. It is offered where somebody is asked, and is no fact."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.binding import bindinger, i_kraft
from brukerutvalg_cli.mandat.frist import Frist
from brukerutvalg_cli.mandat.hyppighet import Hyppighet
from brukerutvalg_cli.mandat.krav.forfall import KravForfall
from brukerutvalg_cli.mandat.krav.moete import KravMoete
from brukerutvalg_cli.mandat.krav.oppmoete import KravOppmoete
from brukerutvalg_cli.mandat.krav.oppnevning import KravOppnevning
from brukerutvalg_cli.mandat.krav.sak import KravSak
from brukerutvalg_cli.mandat.krav.vedtak import KravVedtak
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.utsending import Utsending
from brukerutvalg_cli.mandat.verdier.hendt import er_hendelse
from brukerutvalg_cli.mandat.verdier.navngitt import navngitt
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Her


def krav_til_sakliste(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date
) -> dict[str, list[str]]:
    """Who is to propose and approve the agenda, and the items that are on every one, by the keys of the files."""
    found: dict[str, list[str]] = {}
    for rule in gjeldende(mappe, regelverk, dag):
        if not isinstance(rule, KravMoete):
            continue
        wanted = rule.skal_ha
        for key in ("foreslaatt_av", "godkjent_av", "i_samraad_med"):
            # Any of them will do: as last time, else the first that the council has.
            if names := wanted.ordene("sakliste", key):
                found[key] = _som_sist(mappe, key, names) or _foerste(mappe, names, dag)
        standing = wanted.ordene("faste_saker")
        found["faste_saker"] = list(dict.fromkeys([*found.get("faste_saker", []), *standing]))
    return found


def ingen_har(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date, *felt: str
) -> tuple[str, ...]:
    """Those the mandate wants in a field of a meeting, where nobody holds any of these verv."""
    wanted = (
        rule.skal_ha.ordene(*felt) for rule in gjeldende(mappe, regelverk, dag) if isinstance(rule, KravMoete)
    )
    names = [name for each in wanted for name in each]
    return () if _foerste(mappe, names, dag) else tuple(dict.fromkeys(names))


def _som_sist(mappe: Utvalgsmappe, key: str, names: Collection[str]) -> list[str]:
    for moete in reversed(mappe.moeter):
        agenda = kjent(moete.sakliste)
        said = kjent(getattr(agenda, key)) if agenda else None
        if said:
            return list(said) if set(said) <= set(names) else []
    return []


def _foerste(mappe: Utvalgsmappe, names: Sequence[str], dag: date) -> list[str]:
    filled = (n for n in names if sitter(mappe.seter_i.get(n, ()), dag))
    first = next(filled, None)
    return [first] if first else []


def krevd_av_oppnevning(rules: Iterable[Bestemmelse], verv: str, side: str) -> frozenset[str]:
    """The facts that an appointment to this verv must have on record, by their keys."""
    return frozenset(
        key
        for rule in rules
        if isinstance(rule, KravOppnevning) and (rule.der is None or rule.der.kan_passe(verv=verv, side=side))
        for key in rule.skal_ha.model_fields_set
    )


def krevd_av_moete(rules: Iterable[Bestemmelse]) -> frozenset[str]:
    """The facts that a meeting must have on record, by their keys."""
    return frozenset(
        key for rule in rules if isinstance(rule, KravMoete) for key in rule.skal_ha.model_fields_set
    )


def krevd_av_sak(rules: Iterable[Bestemmelse], slag: str) -> frozenset[str]:
    """The facts that a case of this kind must have on record, by their keys."""
    return frozenset(
        key
        for rule in rules
        if isinstance(rule, KravSak) and (rule.der is None or rule.der.kan_passe(type=slag))
        for key in rule.skal_ha.model_fields_set
    )


def godtgjoerelse(rules: Iterable[Bestemmelse], side: str) -> dict[str, list[str] | str]:
    """What those who came for this side are paid for, and by which rules; empty where the mandate does not say."""
    covers: list[str] = []
    found: dict[str, list[str] | str] = {}
    for rule in rules:
        if isinstance(rule, KravOppmoete) and (rule.der is None or rule.der.kan_passe(side=side)):
            covers += rule.skal_ha.ordene("dekker")
            if schemes := rule.skal_ha.ordene("godtgjoeres_etter"):
                found["godtgjoeres_etter"] = schemes[0]
    return ({"dekker": list(dict.fromkeys(covers))} if covers else {}) | found


def mottakere(her: Her, regelverk: Mapping[str, Regelverk], moete: Moete, dokument: str) -> list[str]:
    """Whom the mandate wants a document sent to, beside the members; how, is asked of nobody."""
    rules = (r for r in gjeldende(her.mappe, regelverk, moete.dato) if isinstance(r, Utsending))
    wanted = (rule for rule in rules if dokument in rule.hva and not (rule.maate or rule.format))
    names = [name for rule in wanted for name in rule.til]
    return list(dict.fromkeys(navngitt(names, her).navn))


def kanal(her: Her, regelverk: Mapping[str, Regelverk], moete: Moete, dokument: str) -> tuple[str, str]:
    """Where the mandate has a document made public, and by whom; nothing where it does not say."""
    for rule in gjeldende(her.mappe, regelverk, moete.dato):
        if isinstance(rule, Utsending) and rule.kanal and dokument in rule.hva:
            by = navngitt((rule.via,), her).navn if rule.via else ()
            return rule.kanal, by[0] if by else ""
    return "", ""


def gjeldende(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> Iterator[Bestemmelse]:
    """Every provision that binds the council on a day, after inheritance."""
    return i_kraft(mappe, bindinger(mappe, regelverk), dag)


def kalles_i_rekkefoelge(bestemmelser: Iterable[Bestemmelse]) -> bool:
    """Whether the mandate has deputies called by their numbers."""
    demands = (b.skal_ha.stedfortreder for b in bestemmelser if isinstance(b, KravForfall))
    return any(demand is not None and demand.i_rekkefoelge is True for demand in demands)


def som_avgjoer_likhet(rules: Iterable[Bestemmelse]) -> str:
    """Who or what the mandate has to decide where the votes are even; nothing, where it does not say."""
    wanted = (rule.skal_ha.ordene("ved_likhet") for rule in rules if isinstance(rule, KravVedtak))
    return next((name for names in wanted for name in names), "")


def kjente_hendelser(bestemmelser: Iterable[Bestemmelse]) -> frozenset[str]:
    """What the mandate counts or sets a day for, by the words it uses, and what the program itself records."""
    asked = {b.hva for b in bestemmelser if isinstance(b, Hyppighet | Frist) and er_hendelse(b.hva)}
    return frozenset(asked | {"oppnevningsrunde", "kurs", "moeteplan"})
