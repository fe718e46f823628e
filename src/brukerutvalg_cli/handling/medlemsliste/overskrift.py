"""Overskrift: what the columns of a list say, by the meaning of their headings; all others are named and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.forslag import skrivefeil
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste.tabell import Ark, Tabellinje
from brukerutvalg_cli.handling.medlemsliste.tid import er_dag
from brukerutvalg_cli.nevnt import Kjent, kalt_slik, ordene
from brukerutvalg_cli.tegn import for_readers_on_a_line

BETYDNINGER: Mapping[str, tuple[str, ...]] = {
    "navn": ("namn", "fullt navn", "fullt namn", "navn på medlem", "medlemmets navn", "etternavn, fornavn",
             "etternavn fornavn", "fornavn etternavn", "fornavn og etternavn", "for- og etternavn", "person",
             "medlem", "medlemmer", "deltaker", "name"),
    "fornavn": ("fornamn", "førenamn", "first name"),
    "etternavn": ("etternamn", "slektsnavn", "last name"),
    "representerer": ("representerar", "representerer organisasjon", "representant for", "sitter for",
                      "brukerorganisasjon", "brukarorganisasjon", "organisasjon", "organisasjonsnavn", "org",
                      "organisasjonstilhørighet", "forening", "lag", "tilhørighet", "virksomhet", "etat"),
    "verv": ("verv i utvalget", "rolle", "rolle i utvalget", "funksjon i utvalget", "medlem/vara",
             "fast/vara", "fast medlem/vara", "medlem eller vara", "medlemstype", "type medlem"),
    "fra": ("fra dato", "fradato", "fra og med", "fom", "f.o.m.", "frå", "frå og med", "periode fra", "periode frå",
            "periode fom", "periode f.o.m.", "valgt fra", "oppnevnt fra", "oppnevnt fra og med", "medlem fra",
            "medlem siden", "funksjonstid fra", "valgperiode fra", "gjelder fra", "start", "startdato",
            "første dag", "fyrste dag", "oppnevnt", "oppnemnd", "oppnevnt dato", "oppnevningsdato", "dato oppnevnt",
            "valgt", "vald", "valgt dato", "valgdato", "dato valgt", "tiltrådt", "tiltrådte", "tiltredelse",
            "tiltredelsesdato", "begynte"),
    "til": ("til dato", "tildato", "til og med", "tom", "t.o.m.", "periode til", "periode tom", "periode t.o.m.",
            "valgt til", "oppnevnt til", "oppnevnt til og med", "medlem til", "funksjonstid til",
            "valgperiode til", "gjelder til", "slutt", "sluttdato", "utløper", "siste dag", "sluttet", "slutta",
            "fratrådt", "fratrådte", "fratredelse", "fratredelsesdato", "avsluttet"),
    "periode": ("perioden", "valgperiode", "valperiode", "funksjonstid", "oppnevningsperiode", "fra – til"),
    "funksjon": ("stilling", "tittel", "stillingstittel", "jobbtittel"),
    "side": ("part", "sitter for siden"),
    "vara_for": ("personlig vara for", "varamedlem for"),
    "nummer": ("varanummer", "vararekkefølge", "plass i vararekka"),
    "epost": ("e-post", "e-postadresse", "epostadresse", "mail", "e-mail", "email", "mailadresse"),
    "kontakt": ("telefon", "telefonnummer", "tlf", "tlf.nr.", "tlfnr", "mobil", "mobiltelefon", "mobilnummer",
                "mobilnr", "phone", "adresse", "postadresse", "privatadresse", "postnummer", "postnr", "poststed",
                "fødselsdato", "født", "alder", "fødselsnummer", "personnummer", "kjønn", "kontonummer", "kontonr",
                "helse", "diagnose"),
    "fritekst": ("merknad", "merknader", "kommentar", "kommentarer", "notat", "notater", "anmerkning",
                 "opplysninger", "annet", "anna", "info"),
}  # fmt: skip
"""What a heading may be called, by what its column says. Where two columns say the same, the first word here wins."""

KANSKJE_DAGER = ("oppnevnt", "oppnemnd", "valgt", "vald", "tiltrådt", "tiltrådte", "begynte", "sluttet", "slutta",
                 "fratrådt", "fratrådte", "avsluttet")  # fmt: skip
"""Headings that say a day only where days are what stands under them: «Valgt» may be by whom."""

IKKE_I_REGISTERET = {
    "epost": "e-post føres aldri i registeret",
    "kontakt": "slikt føres aldri i registeret",
    "fritekst": "fritekst om folk føres ikke",
}
_FLEST_FOER = 15
"""So many lines may stand above the headings: a title, a date, a greeting."""


def _bart(text: str) -> str:
    """A heading without all that people write in several ways: `E-post adresse` is `epostadresse`."""
    return ordene(text).replace(" ", "")


_BETYR = {_bart(word): name for name, words in BETYDNINGER.items() for word in (name, *words)}


class Kolonne(NamedTuple):
    """A column by its place, and the heading it has."""

    plass: int
    overskrift: str


class Hode(NamedTuple):
    """The line with the headings: the columns by what they say, and what is left out, with why.

    `dobbelt`: what is said by another column too, less plainly.
    """

    nr: int
    kolonner: Mapping[str, Kolonne]
    utelatt: tuple[str, ...]
    dobbelt: tuple[tuple[str, Kolonne], ...] = ()

    def verdi(self, linje: Tabellinje, felt: str) -> str:
        """What a line says in this column, in one line and without what nobody sees; nothing where there is none."""
        column = self.kolonner.get(felt)
        return _cella(linje, column) if column else ""


def _cella(linje: Tabellinje, kolonne: Kolonne) -> str:
    there = kolonne.plass < len(linje.celler)
    return " ".join(for_readers_on_a_line(linje.celler[kolonne.plass]).split()) if there else ""


def finn_hode(arkene: Sequence[Ark]) -> tuple[Hode, tuple[Tabellinje, ...]]:
    """The headings of the sheet that says most by them, and the lines under it.

    Raises:
        Nektet: when no line has a heading for the names.
    """
    heads = [(hode, ark) for ark in arkene for linje in ark.linjer[:_FLEST_FOER] if (hode := _hodet(linje))]
    if not heads:
        first = next((linje.celler for ark in arkene for linje in ark.linjer), ())
        shown = f" Den første linja er: {'; '.join(first)[:80]}." if first else " Den er tom."
        raise Nektet(
            "lista har ingen overskrift for navnene. Sett en linje øverst, som «Navn;Organisasjon;Rolle»."
            + shown
        )
    hode, ark = max(heads, key=lambda found: len(found[0].kolonner))
    above = tuple(
        f"linje {linje.nr} over overskriftene: {'; '.join(filter(None, linje.celler))[:60]}"
        for linje in ark.linjer
        if linje.nr < hode.nr
    )
    sheets = tuple(f"arket «{other.navn}»" for other in arkene if other.navn and other is not ark)
    rows = tuple(linje for linje in ark.linjer if linje.nr > hode.nr)
    return hode._replace(utelatt=(*hode.utelatt, *above, *sheets)), rows


def bare_dager(hode: Hode, linjer: Sequence[Tabellinje], naa: date) -> Hode:
    """The headings without those that would be of days, had only days stood under them."""
    columns, left = dict(hode.kolonner), list(hode.utelatt)
    vague = set(map(_bart, KANSKJE_DAGER))
    for field in ("fra", "til"):
        column = columns.get(field)
        if column is None or _bart(column.overskrift) not in vague:
            continue
        if all(er_dag(hode.verdi(linje, field), naa) for linje in linjer):
            continue
        del columns[field]
        left.append(f"kolonnen «{column.overskrift}»: det står noe annet enn dager i den")
    return hode._replace(kolonner=columns, utelatt=tuple(left))


def hver_sitt(hode: Hode, linjer: Sequence[Tabellinje], sider: Sequence[Kjent]) -> Hode:
    """The headings, of which no two say the same: that of an empty column says nothing, and where one column of whom
    people sit for has nothing but sides in it, and another has their organisations, it is of the sides."""
    columns, left = dict(hode.kolonner), list(hode.utelatt)
    for felt, other in hode.dobbelt:
        chosen = columns[felt]
        of_sides = [_bare_sider(each, linjer, sider) for each in (chosen, other)]
        if not _innholdet(chosen, linjer):
            columns[felt] = other
        elif felt == "representerer" and "side" not in columns and any(of_sides) and not all(of_sides):
            columns["side"], columns[felt] = (chosen, other) if of_sides[0] else (other, chosen)
        else:
            left.append(f"kolonnen «{other.overskrift}»: «{chosen.overskrift}» sier det alt")
    return hode._replace(kolonner=columns, utelatt=tuple(left), dobbelt=())


def _bare_sider(kolonne: Kolonne, linjer: Sequence[Tabellinje], sider: Sequence[Kjent]) -> bool:
    said = _innholdet(kolonne, linjer)
    return bool(said) and all(kalt_slik(each, sider) for each in said)


def _innholdet(kolonne: Kolonne, linjer: Sequence[Tabellinje]) -> list[str]:
    return list(filter(None, (_cella(linje, kolonne) for linje in linjer)))


def _hodet(linje: Tabellinje) -> Hode | None:
    """The line as headings; None where none of them is for the names."""
    says: dict[str, list[Kolonne]] = {}
    left = []
    for at, cell in enumerate(linje.celler):
        heading = " ".join(cell.split())
        meant = betyr(heading)
        if meant in IKKE_I_REGISTERET:
            left.append(f"kolonnen «{heading}»: {IKKE_I_REGISTERET[meant]}")
        if meant:
            says.setdefault(meant, []).append(Kolonne(at, heading))
        elif heading:
            left.append(f"kolonnen «{heading}»: {_kanskje(heading)}")
    columns, again = {}, []
    for meant, found in says.items():
        columns[meant], *others = sorted(found, key=_rang)
        again += [(meant, each) for each in others if meant not in IKKE_I_REGISTERET]
    named = "navn" in columns or {"fornavn", "etternavn"} <= columns.keys()
    return Hode(linje.nr, columns, tuple(left), tuple(again)) if named else None


def betyr(overskrift: str) -> str:
    """What a heading means: by the whole of it, without what is in brackets, or by a part that is known."""
    whole = (overskrift, re.sub(r"\([^)]*\)", " ", overskrift))
    return next((_BETYR[_bart(text)] for text in (*whole, *_delene(overskrift)) if _bart(text) in _BETYR), "")


def _delene(overskrift: str) -> Iterator[str]:
    parts = re.split(r"/| eller | og |\(|\)", overskrift)
    yield from parts if len(parts) > 1 else ()


def _rang(kolonne: Kolonne) -> int:
    """How plainly a heading says what it means, by the table."""
    meant = betyr(kolonne.overskrift)
    words = [_bart(word) for word in (meant, *BETYDNINGER[meant])]
    return words.index(heading) if (heading := _bart(kolonne.overskrift)) in words else len(words)


def _kanskje(overskrift: str) -> str:
    words = (word for name, others in BETYDNINGER.items() for word in (name, *others))
    meant = skrivefeil(overskrift, words)
    return f"er det «{meant}», retter du overskriften" if meant else "ingen kjent overskrift"
