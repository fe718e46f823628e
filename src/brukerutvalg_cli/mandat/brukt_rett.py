"""Brukt rett: who did in a case what only those may who have the right to it: spoke, proposed, voted."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.avstemning import LISTENE
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak, avstemninger
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent


def brukt(
    retter: Collection[str], moete: Moete, nr: int, sak: Sak
) -> Iterator[tuple[Place, str | Ukjent, str]]:
    """Each use of one of these rights, whoever it was: where it stands, who, and what they did."""
    if "talerett" in retter:
        named: tuple[str | Ukjent, ...] = (
            (sak.innleder,) if isinstance(sak.innleder, Ukjent) else sak.innleder
        )
        for j, name in enumerate(named):
            yield moete.at("saker", nr, "innleder", j), name, f"la fram sak {sak.navn}"
    if "forslagsrett" in retter and sak.innmeldt_av is not None:
        yield moete.at("saker", nr, "innmeldt_av"), sak.innmeldt_av, f"meldte inn sak {sak.navn}"
    yield from _stemte(retter, moete, nr, sak)


def _stemte(
    retter: Collection[str], moete: Moete, nr: int, sak: Sak
) -> Iterator[tuple[Place, str | Ukjent, str]]:
    """Whoever is named as having voted in a case, or as having decided it by a second vote."""
    keys = [
        *(LISTENE if "stemmerett" in retter else ()),
        *(("ved_likhet",) if "dobbeltstemme" in retter else ()),
    ]
    if sak.vedtak is UKJENT:
        yield from ((moete.at("saker", nr, "vedtak", key), UKJENT, _stemmen(key, sak)) for key in keys)
    for route, voting in avstemninger(sak):
        for key in keys:
            stated = getattr(voting, key)
            names = enumerate(stated) if isinstance(stated, tuple) else [((), stated)] if stated else ()
            for at, name in names:
                step = (key, at) if isinstance(at, int) else (key,)
                if name == "moeteleder":
                    name = moete.moeteleder or UKJENT
                yield moete.at("saker", nr, *route, *step), name, _stemmen(key, sak)


def _stemmen(key: str, sak: Sak) -> str:
    return f"avgjorde sak {sak.navn} ved stemmelikhet" if key == "ved_likhet" else f"stemte i sak {sak.navn}"
