"""nettside – teksten har noe som ikke lar seg si på nav.no, eller som leseren der ikke har nytte av.

Hvorfor
    Innkalling og referat blir lagt ut på nav.no. Tekstfeltet der tar imot avsnitt, lister, overskrifter, lenker og
    små tabeller, og ikke noe annet: ikke sitatblokker, kode, bilder eller HTML. Og det som ligger på sidene til det
    offentlige, skal følge WCAG: en lenke sier hvor den går (2.4.4), en overskrift er en overskrift (1.3.1), og en
    tabell får plass på en telefon (1.4.10). Dokumentet blir laget likevel, av det som lar seg si.

Slik retter du
    Meldingen sier hva det er, og hva du kan skrive i stedet.

Galt
    moeter/2022-11-16: {innledning: "Les mer [her](https://www.nav.no/brukerutvalg)."}

Riktig
    moeter/2022-11-16: {innledning: "Les [om brukerutvalgene](https://www.nav.no/brukerutvalg)."}
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.kontroll.personvern import blir_vist
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.antakelse import felt_med_poster
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import LANG
from brukerutvalg_cli.nettekst.ikke_vist import ikke_vist

KODE, NAVN = "BU330", "nettside"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each text that goes into a document, with the first of each kind of thing in it that does not go."""
    for mappe in register.mapper.values():
        for record in (*mappe.moeter, *mappe.saker.values()):
            for route, text in lange(record, ()):
                for each in ikke_vist(text) if blir_vist(record, route) else ():
                    where = f" (linje {each.linje} i teksten)" if "\n" in text.strip() else ""
                    yield funn(
                        KODE,
                        NAVN,
                        f"her står {each.slag.hva}{where}: {each.slag.blir}",
                        record.at(*route),
                        utvalg=mappe.id,
                        emne=f"{'.'.join(map(str, route))} {each.slag.hva}",
                        help=each.slag.raad,
                        severity=Severity.ADVARSEL,
                    )


def lange(record: Post, route: Route) -> list[tuple[Route, str]]:
    """The texts in Markdown, wherever in a record they are."""
    found: list[tuple[Route, str]] = []
    _lange(record, route, found)
    return found


def _lange(record: Post, route: Route, funnet: list[tuple[Route, str]]) -> None:
    long, others = _felt(type(record))  # every record comes by here: no generators in generators
    for key in long:
        text = getattr(record, key)
        if isinstance(text, str):
            funnet.append(((*route, key), text))
    for key in others:
        value = getattr(record, key)
        if type(value) is tuple:
            for nr, each in enumerate(value):
                if isinstance(each, Post):
                    _lange(each, (*route, key, nr), funnet)
        elif value is not None and isinstance(value, Post):
            _lange(value, (*route, key), funnet)


@cache
def _felt(kind: type[Post]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that are a longer text, and those that may hold records."""
    fields = kind.model_fields
    long = tuple(name for name, each in fields.items() if LANG in each.metadata or _er_lang(each.annotation))
    return long, tuple(name for name in felt_med_poster(kind) if name not in long)


def _er_lang(annotation: Any) -> bool:
    inside = get_args(annotation)
    return LANG in inside if get_origin(annotation) is Annotated else any(map(_er_lang, inside))


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
