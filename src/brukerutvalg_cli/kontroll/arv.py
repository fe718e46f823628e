"""arv – et regelverk som bygger på et annet, viser til noe som ikke er der, eller rører noe som er låst.

Hvorfor
    «bygger_paa» henter bestemmelsene fra en mal. En bestemmelse med samme id står i stedet for
    malens, og «utgaar» tar en bort. Det malen har låst med «laast: ja» – eller med «kan_fravikes_av: ingen», om det
    ikke står «laast: nei» – gjelder likevel slik det står i malen.

Slik retter du
    Rett id-en, eller slett det som erstatter eller fjerner den låste bestemmelsen.

Galt
    regelverk/mal:
      type: mal
      bestemmelser:
        - {id: leder-side, avsnitt: Ledelse, styrke: er, tekst: Lederen er fra brukersiden., kan_fravikes_av: ingen}
    regelverk/mandat:
      bygger_paa: mal
      bestemmelser:
        - {id: leder-side, avsnitt: Ledelse, styrke: kan, tekst: Lederen kan være fra Nav.}

Riktig
    regelverk/mal:
      type: mal
      bestemmelser:
        - {id: leder-side, avsnitt: Ledelse, styrke: er, tekst: Lederen er fra brukersiden.}
    regelverk/mandat:
      bygger_paa: mal
      bestemmelser:
        - {id: leder-side, avsnitt: Ledelse, styrke: kan, tekst: Lederen kan være fra Nav.}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn, ingenting
from brukerutvalg_cli.mandat.arv import LENGST, Gjeldende, forfedre, gjeldende, laast
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU204", "arv"


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each heir: its template, what it takes away, and what it replaces."""
    for name, rules in regelverk.items():
        template = rules.bygger_paa
        if template is None:
            for nr, gone in enumerate(rules.utgaar):
                text = f"«{gone}» kan ikke utgå: regelverket bygger ikke på noe annet"
                yield _funn(text, rules.at("utgaar", nr), gone, "skriv «bygger_paa», eller slett «utgaar»")
        elif _goes_round(name, regelverk):
            text = f"regelverket bygger på «{template}», som igjen bygger på dette"
            yield _funn(text, rules.at("bygger_paa"), template, "slett «bygger_paa» i det ene av dem")
        elif len(forfedre(template, regelverk)) == LENGST:
            text = f"regelverket bygger på {LENGST} eller flere andre, det ene oppå det andre"
            yield _funn(text, rules.at("bygger_paa"), template, "bygg på den malen bestemmelsene står i")
        elif template in regelverk:
            yield from _in_heir(rules, gjeldende(template, regelverk), whole=_is_whole(template, regelverk))
        elif f"records/regelverk/{template}.yaml" not in register.feilet:
            yield _funn(
                f"regelverket «{template}» finnes ikke{_meant(template, regelverk)}",
                rules.at("bygger_paa"),
                template,
                "skriv navnet på en fil under records/regelverk, uten .yaml",
            )


def _in_heir(rules: Regelverk, template: tuple[Gjeldende, ...], *, whole: bool) -> Iterator[Finding]:
    known = {g.bestemmelse.id: g for g in template}
    for nr, gone in enumerate(rules.utgaar):
        place = rules.at("utgaar", nr)
        if gone in known and laast(known[gone]):
            yield _locked(gone, place, known[gone], "slett den fra «utgaar»")
        elif gone not in known and whole:
            text = f"«{gone}» står ikke i regelverket dette bygger på{_meant(gone, known)}"
            yield _funn(text, place, gone, "rett id-en, eller slett den")
    for nr, bestemmelse in rules.nummerert():
        other = known.get(bestemmelse.id)
        if other and laast(other):
            yield _locked(bestemmelse.id, rules.bestemmelse_at(nr), other, "slett bestemmelsen her")


def _locked(name: str, place: Place, other: Gjeldende, help: str) -> Finding:
    text = f"«{name}» er låst i {other.id} og gjelder slik den står der"
    by = "laast: ja" if other.bestemmelse.laast else "kan_fravikes_av: ingen"
    related = (Related(other.at(), f"låst her, med «{by}»"),)
    return _funn(text, place, name, f"{help}, eller få den som eier malen til å åpne den", related)


def _goes_round(name: str, regelverk: Regelverkene) -> bool:
    line = forfedre(name, regelverk)
    return regelverk[line[-1]].bygger_paa == name


def _is_whole(name: str, regelverk: Regelverkene) -> bool:
    """Whether all that the template itself builds on was read."""
    return regelverk[forfedre(name, regelverk)[-1]].bygger_paa is None


def _meant(name: str, known: Iterable[str]) -> str:
    from brukerutvalg_cli.forslag import forslag  # late: only for what is wrong

    meant = forslag(name, known)
    return f"; mente du «{meant}»?" if meant else ""


def _funn(text: str, place: Place, emne: str, help: str, related: tuple[Related, ...] = ()) -> Finding:
    return funn(KODE, NAVN, text, place, emne=emne, help=help, related=related)


SJEKK = Sjekk(KODE, NAVN, __name__, ingenting, om_alle=om_alle)
