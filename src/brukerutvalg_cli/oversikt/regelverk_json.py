"""Rule sets as JSON, for other programs: the list, one whole, and what binds a council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from brukerutvalg_cli.mandat.arv import Gjeldende, gjeldende
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt.dekning import antall, brukt_av, kontroll
from brukerutvalg_cli.oversikt.stilling import Bundet, Ulestregelverk
from brukerutvalg_cli.rapport.json_format import dump, hviler_data


def liste(regelverk: Mapping[str, Regelverk], register: Register) -> str:
    """Every rule set."""
    sets = [_head(name, regelverk) | {"brukt_av": brukt_av(name, register)} for name in sorted(regelverk)]
    return dump({"regelverk": sets})


def vis(name: str, regelverk: Mapping[str, Regelverk]) -> str:
    """One rule set with its provisions."""
    provisions = [bestemmelsen(g) for g in gjeldende(name, regelverk)]
    return dump(_head(name, regelverk) | {"bestemmelser": provisions})


def for_utvalg(
    utvalg: str, bundet: Sequence[Bundet], dag: date, uleste: Sequence[Ulestregelverk] = ()
) -> str:
    """What binds a council, and how it stands with each provision; and what could not be read."""
    sets = [
        {
            "id": b.binding.id,
            "fra": str(b.binding.fra),
            "til": str(b.binding.til) if b.binding.til else None,
            "bestemmelser": [
                bestemmelsen(p.provision)
                | {
                    "utfall": p.utfall,
                    "hvorfor": list(p.hvorfor),
                    "ganger_holdt": p.holdt,
                    "rettet": list(p.rettet),
                    "hviler_paa": list(map(hviler_data, p.hviler)),
                }
                for p in b.punkter
            ],
        }
        for b in bundet
    ]
    unread = [u._asdict() for u in uleste]
    return dump({"utvalg": utvalg, "dato": str(dag), "regelverk": sets, "uleste": unread})


def _head(name: str, regelverk: Mapping[str, Regelverk]) -> dict[str, object]:
    rules = regelverk[name]
    return {
        "id": name,
        "tittel": rules.tittel,
        "type": rules.type,
        "status": rules.status,
        "datert": str(rules.datert),
        "maalform": rules.maalform,
        "nivaa": list(rules.nivaa),
        "bygger_paa": rules.bygger_paa,
        "utgaar": list(rules.utgaar),
        "kilde": rules.kilde,
        "antall": _counts(gjeldende(name, regelverk)),
    }


def _counts(provisions: Iterable[Gjeldende]) -> dict[str, int]:
    return {str(way): n for way, n in antall(provisions).items()}


def bestemmelsen(g: Gjeldende) -> dict[str, object]:
    """One provision."""
    b = g.bestemmelse
    return {
        "id": b.id,
        "regelverk": g.id,
        "avsnitt": b.avsnitt,
        "styrke": b.styrke,
        "tekst": b.tekst.strip(),
        "merknad": b.merknad.strip() if b.merknad else None,
        "regel": str(getattr(b, "regel", "ingen")),
        "kontroll": kontroll(b),
    }
