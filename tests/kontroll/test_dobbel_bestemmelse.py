"""dobbel-bestemmelse: two provisions of one rule set have no id in common."""

from __future__ import annotations

from smaa_registre import dom, sagt, utfall


def test_two_provisions_with_one_id() -> None:
    provision = "{id: leder, avsnitt: Ledelse, styrke: kan, tekst: T.}"
    register = (
        f"regelverk/r: {{bestemmelser: [{provision}, {provision.replace('leder', 'vara')}, {provision}]}}"
    )
    found = dom(register)
    assert sagt(found) == ["feil dobbel-bestemmelse @ regelverk/r bestemmelser.2.id"]
    assert found.funn[0].finding.related[0].place.route == ("bestemmelser", 0, "id")


def test_the_same_id_in_two_rule_sets() -> None:
    provision = "{id: leder, avsnitt: Ledelse, styrke: kan, tekst: T.}"
    assert (
        utfall(
            dom(f"regelverk/a: {{bestemmelser: [{provision}]}}\nregelverk/b: {{bestemmelser: [{provision}]}}")
        )
        == []
    )
