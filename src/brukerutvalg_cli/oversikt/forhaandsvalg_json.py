"""An election judged beforehand, as JSON, for other programs."""

from __future__ import annotations

from brukerutvalg_cli.oversikt.forhaandsvalg import Forhaandsdom, bestemmelsen
from brukerutvalg_cli.rapport.json_format import dump, hviler_data


def render(utvalg: str, dom: Forhaandsdom) -> str:
    """The election, the breaches, what cannot be judged, and the smallest changes that would make it legal."""
    return dump({"utvalg": utvalg} | valget(dom))


def valget(dom: Forhaandsdom) -> dict[str, object]:
    """The same as data."""
    f = dom.forslag
    return {
        "verv": f.verv,
        "valgt": list(f.valgt),
        "dato": str(f.dag),
        "fra": str(f.fra),
        "til": str(f.til) if f.til else None,
        "supplerer": f.supplerer,
        "ferdige": [
            {"person": slutt.sete.person, "til": str(slutt.til) if slutt.til else None}
            for slutt in dom.ferdige
        ],
        "som_om_de_fortsetter": dom.som_om,
        "brudd": [
            {
                "alvor": str(b.severity),
                "melding": b.message,
                "kilde": b.kilde._asdict() if b.kilde else None,
                "bestemmelse": bestemmelsen(b),
                "hvem": b.label or None,
                "hviler_paa": hviler_data(b.hviler),
            }
            for b in dom.utslag.brudd
        ],
        "kan_ikke_vurderes": [
            {"melding": u.message, "kilde": u.hjemmel._asdict()} for u in dom.utslag.uvurdert
        ],
        "fraveket": [
            {
                "melding": f.message,
                "kilde": f.hjemmel._asdict(),
                "vedtatt_i": f.fravik.vedtatt_i,
            }
            for f in dom.utslag.fraveket
        ],
        "hviler_paa": list(map(hviler_data, dom.hviler)),
        "lovlig_til": str(dom.kortere) if dom.kortere else None,
        "endringer": [{"ut": list(e.ut), "inn": list(e.inn)} for e in dom.endringer],
        "endringer_som_ikke_kan_vurderes": [{"ut": list(e.ut), "inn": list(e.inn)} for e in dom.kanskje],
    }
