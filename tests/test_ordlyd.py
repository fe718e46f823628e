"""How a breach is said: whoever does something in the definite form and by name, and a list as a list."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger

FOLK = """
utvalg: {sider: {pasient: {nb: pasientsiden, nn: pasientsida}}}
organisasjoner: {ffo: {navn: Funksjonshemmedes fellesorganisasjon, forkortelse: FFO, type: paraply, side: bruker}}
utvalgene/raadet/utvalg: {navn: Det lokale rådet, nivaa: lokal, maalform: nb}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, av: ffo}]}
medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("regel", "moete", "slutt"),
    [
        ("{regel: krav, hver: vedtak, skal_ha: {ved_likhet: leder}}",
         "{saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Ja, stemmer: {for: 1, mot: 1}}}]}",
         "skal avgjøres av lederen, men det er ikke ført"),
        ("{regel: krav, hver: vedtak, skal_ha: {ved_likhet: loddtrekning}}",
         "{saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Ja, stemmer: {for: 1, mot: 1}}}]}",
         "skal avgjøres ved loddtrekning, men det er ikke ført"),
        ("{regel: krav, hver: forfall, skal_ha: {kalt_inn_av: sekretaer}}",
         "{forfall: [kari], oppmoete: [{person: vera, vara_for: kari, kalt_inn_av: leder}]}",
         "skal ha en vara kalt inn av sekretæren, men det er lederen"),
        ("{regel: krav, hver: moete, skal_ha: {moeteleder: pasient}}", "{}",
         "skal ledes av pasientsiden, men det er ikke ført"),
        ("{regel: krav, hver: moete, skal_ha: {faste_saker: organisasjonenes_runde}}", "{}",
         "skal ha det faste punktet organisasjonenes runde på sakslista"),
        ("{regel: krav, hver: sak, skal_ha: {offentlig_tittel: ja, fortrolig_til: ja}}",
         "{saker: [{nr: 1/22, tittel: A, type: annet}]}",
         "skal ha en «offentlig_tittel» som alle kan se og si hvor lenge den er fortrolig, under «fortrolig_til»"),
        ("{regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {av: eier}}", "{}", ""),
        ("{regel: utsending, hva: sakliste, til: [vara, raadet, ffo]}", "{}",
         "er ikke sendt til varaene, Det lokale rådet og FFO"),
        ("{regel: sammensetning, blant: verv, plasser: [{hvem: {er: organisasjon}, minst: 1}]}", "{}",
         "har ingen som er en organisasjon; regelverket vil ha minst 1 som er en organisasjon"),
    ],
)  # fmt: skip
def test_a_breach_in_words(regel: str, moete: str, slutt: str) -> None:
    said = meldinger(dom(f"dato: 2023-01-01\nregel: {regel}\n{FOLK}moeter/2022-11-16: {moete}\n"))
    assert [text for text in said if text.endswith(slutt)] if slutt else not said, said


def test_how_to_mend_votes_and_age_says_what_can_be_done() -> None:
    decided = "{tekst: Ja, stemmer: {for: 1, mot: 2}}"
    votes = f"moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: vedtak, vedtak: {decided}}}]}}"
    rule = "regel: {regel: krav, hver: vedtak, skal_ha: {flertall: {mer_enn: 1/2}}}\n"
    (found,) = dom(rule + votes).funn
    assert found.finding.help.startswith("rett stemmetallene")
    age = "regel: {regel: krav, hver: oppnevning, skal_ha: {alder: {hoeyst: 18}}}\n"
    (found,) = dom(age + "medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2022-01-01, alder: 20}]}").funn
    assert "en annen oppnevnes" in found.finding.help


def test_one_is_in_a_body_and_not_a_body() -> None:
    terms = ", ".join(
        f"{{verv: redaksjonsraad, fra: {y}-01-01, til: {y}-12-31}}" for y in (2019, 2020, 2021, 2022)
    )
    rule = "regel: {regel: funksjonstid, hvem: {verv: redaksjonsraad}, lengde: 1 aar, paa_rad: 3 perioder}\n"
    (text,) = meldinger(dom(f"{rule}medlemmer/ida: {{oppnevninger: [{terms}]}}"))
    assert "på rad i redaksjonsrådet" in text
