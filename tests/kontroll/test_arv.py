"""arv: a rule set that builds on another names what is there, and leaves alone what is locked."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt

MALEN = """
regelverk/malen:
  type: mal
  bestemmelser:
    - {id: papirene, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    - {id: laast, laast: ja, regel: frist, hva: innkalling, senest: 14 dager, foer: moete}
utvalg: {regelverk: [{id: mandatet, fra: 2000-01-01}]}
"""


@pytest.mark.parametrize(
    ("mandatet", "ventet"),
    [
        ("bygger_paa: malen", []),
        ("bygger_paa: maalen", ["arv"]),
        ("bygger_paa: malen, utgaar: [papirene]", []),
        ("bygger_paa: malen, utgaar: [papiret]", ["arv"]),
        ("bygger_paa: malen, utgaar: [laast]", ["arv"]),
        ("utgaar: [papirene]", ["arv"]),  # of nothing
    ],
)
def test_what_is_inherited_is_there_and_may_be_changed(mandatet: str, ventet: list[str]) -> None:
    register = f"{MALEN}regelverk/mandatet: {{{mandatet}, bestemmelser: []}}\n"
    assert [said.split()[1] for said in sagt(dom(register)) if "arv" in said] == ventet
