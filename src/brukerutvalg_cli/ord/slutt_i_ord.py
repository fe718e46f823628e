"""The terms an election ends, in words: who is done, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brukerutvalg_cli.model.avloesning import Slutt
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.vet_av import Sagt
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Omgivelser, i_vervet, omtalt


def ferdige_i_ord(slutter: Iterable[Slutt], her: Omgivelser) -> Iterator[str]:
    """`Kari Nordmann og Per Hansen er ferdige i redaksjonsrådet 8. februar 2023`: a sentence for each last day."""
    by_day: dict[tuple[str, Sagt | None], list[str]] = {}
    for sete, til in slutter:
        by_day.setdefault((sete.verv, til), []).append(sete.person)
    for (verv, til), people in by_day.items():
        who = alle_sammen(omtalt(person, her) for person in dict.fromkeys(people))
        if til is None:
            yield f"{who} tiltrer ikke {i_vervet(verv, her)}"
        elif isinstance(til, Ukjent):
            yield f"når {who} var ferdig {i_vervet(verv, her)}, er ukjent"
        else:
            when = f"i {til.i_ord}" if isinstance(til, Deldato) else dato_i_ord(til)
            yield f"{who} er {'ferdige' if len(people) > 1 else 'ferdig'} {i_vervet(verv, her)} {when}"
