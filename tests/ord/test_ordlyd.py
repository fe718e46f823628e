"""How a breach is said: whoever does something in the definite form and by name, and a list as a list."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, utfall

FOLK = """
utvalg: {sider: {pasient: {nb: pasientsiden, nn: pasientsida}}}
ordliste: {grupper: {syn: syn, rus: rus, eldre: eldre}}
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
        ("{regel: krav, hver: sak, skal_ha: {offentlig_tittel: foert, fortrolig_til: foert}}",
         "{saker: [{nr: 1/22, tittel: A, type: annet}]}",
         "skal ha en «offentlig_tittel» som alle kan se og si hvor lenge den er fortrolig, under «fortrolig_til»"),
        ("{regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {av: eier}}", "{}", ""),
        ("{regel: utsending, hva: sakliste, til: [vara, raadet, ffo]}", "{}",
         "er ikke sendt til varaene, Det lokale rådet og FFO"),
        ("{regel: sammensetning, blant: verv, plasser: [{hvem: {er: organisasjon}, minst: 1}]}", "{}",
         "ingen som er en organisasjon; regelverket vil ha minst 1 som er en organisasjon"),
        ("{regel: sammensetning, blant: verv, plasser: [{hvem: {gruppe: [syn, rus, eldre]}, minst: 1}]}", "{}",
         "ingen som taler for syn, rus eller eldre; regelverket vil ha minst 1 som taler for syn, rus eller eldre"),
        ("{regel: krav, hver: moete, skal_ha: {sakliste: {godkjent_av: [leder, nav, ffo]}}}", "{}",
         "skal ha saksliste godkjent av lederen, Nav eller FFO, men det er ikke ført"),
        ("{regel: hyppighet, hva: organisasjonsmoete, minst: 1, per: kalenderaar}", "{}",
         "ingen organisasjonsmøter i 2022; regelverket vil ha minst 1"),
        ("{regel: hyppighet, hva: mandatrevisjon, minst: 1, per: kalenderaar}", "{}",
         "ingen mandatrevisjoner i 2022; regelverket vil ha minst 1"),
        ("{regel: hyppighet, hva: fagdag, minst: 1, per: kalenderaar}", "{}",
         "ingen fagdager i 2022; regelverket vil ha minst 1"),
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


FRA_FFO = """
regel:
  regel: sammensetning
  blant: medlemmer
  plasser: [{hvem: {organisasjon: ffo}, antall: 1}, {hvem: andre, antall: 0}]
organisasjoner:
  ffo: {navn: Funksjonshemmedes fellesorganisasjon, forkortelse: FFO, type: paraply, side: bruker}
  lhl: {navn: Landsforeningen for hjerte og lunge, type: landsdekkende, side: bruker}
"""


def test_people_and_organisations_are_said_by_name_and_known_by_id() -> None:
    records = (
        "medlemmer/kari: {navn: Kari Nordmann, representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
        "medlemmer/per: {navn: Per Hansen, representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    )
    rapport = dom(FRA_FFO + records)
    (found,) = (located.finding for located in rapport.funn)
    assert found.message == "fra 1. januar 2022 har utvalget 2 fra FFO; regelverket vil ha 1 fra FFO"
    assert found.help.startswith("la én av Kari Nordmann og Per Hansen tre ut, eller")
    assert found.emne == "medlemmer 2022-01-01"


def test_two_of_one_name_are_told_apart_by_id() -> None:
    terms = "oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2024-12-31}]"
    records = f"""
regel: {{regel: funksjonstid, hvem: {{verv: medlem}}, lengde: 2 aar}}
medlemmer/kari: {{navn: Kari Nordmann, {terms}}}
medlemmer/kari-2: {{navn: Kari Nordmann, {terms}}}
medlemmer/per: {{navn: Per Hansen, {terms}}}
"""
    said = meldinger(dom(records))
    names = {"Kari Nordmann (kari)", "Kari Nordmann (kari-2)", "Per Hansen"}
    assert {text.partition(" er ")[0] for text in said} == names
    nobody = "moeter/2022-11-16: {forfall: [ola], oppmoete: [{person: ola}]}"
    assert "ola står både som til stede og med forfall" in meldinger(dom(nobody))


@pytest.mark.parametrize(
    ("regel", "resten", "melding"),
    [
        ("{regel: krav, hver: oppnevning, skal_ha: {side: nav}}",
         "medlemmer/kari: {side: pasient, oppnevninger: [{verv: pasientombud, fra: 2022-01-01}]}",
         "Kari som pasientens ombud fra 1. januar 2022 skal være fra Nav, men sitter for pasientsiden"),
        ("{regel: sammensetning, blant: medlemmer, for_hver: organisasjon, plasser: [{hvem: alle, minst: 1}]}",
         "medlemmer/kari: {representerer: lhl, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}",
         "fra 1. januar 2022 har utvalget (FFO) ingen; regelverket vil ha minst 1"),
        ("{regel: sammensetning, blant: varamedlemmer, for_hver: medlem, plasser: [{hvem: alle, minst: 1}]}",
         "medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}",
         "fra 1. januar 2022 har varamedlemmene for Kari Nordmann ingen; regelverket vil ha minst 1"),
        ("{regel: rettighet, hvem: {organisasjon: ffo}, stemmerett: nei}",
         "medlemmer/kari: {navn: Kari Nordmann, representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
         "moeter/2022-11-16: {oppmoete: [{person: kari, stemmerett: ja}]}",
         "Kari Nordmann er ført med stemmerett i møtet 16. november 2022, men de fra FFO har ikke stemmerett"),
        ("{regel: sammensetning, blant: frammoette, plasser: [{hvem: {organisasjon: eier}, minst: 1}]}",
         "moeter/2022-11-16: {oppmoete: []}",
         "16. november 2022 hadde møtet ingen fra Nav Vest; regelverket vil ha minst 1 fra Nav Vest"),
        ("{regel: hyppighet, hva: saksmoete, minst: 1, per: kalenderaar}", "moeter/2022-11-16: {}",
         "ingen saksmøter i 2022; regelverket vil ha minst 1"),
        ("{regel: krav, hver: forfall, skal_ha: {stedfortreder: {i_rekkefoelge: ja}}}",
         "medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
         "medlemmer/vera: {navn: Vera Vik, oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 1}]}\n"
         "medlemmer/vidar: {navn: Vidar Aas, oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 2}]}\n"
         "moeter/2022-11-16: {forfall: [kari], oppmoete: [{person: vidar, vara_for: kari}]}",
         "Kari Nordmann, som meldte forfall til møtet 16. november 2022, "
         "skal ha vara i rekkefølge, men Vidar Aas kom før Vera Vik"),
    ],
)  # fmt: skip
def test_what_the_records_have_a_name_for_is_said_by_it(regel: str, resten: str, melding: str) -> None:
    register = f"""
dato: 2023-02-01
regel: {regel}
utvalg:
  registrert_fra: 2022-01-01
  eier: nav-vest
  organisasjoner: [ffo, lhl]
  sider: {{pasient: {{nb: pasientsiden, nn: pasientsida}}}}
  verv: {{pasientombud: {{nb: pasientens ombud, nn: ombodet til pasienten}}}}
organisasjoner:
  ffo: {{navn: Funksjonshemmedes fellesorganisasjon, forkortelse: FFO, type: paraply, side: bruker}}
  lhl: {{navn: Landsforeningen for hjerte og lunge, type: landsdekkende, side: bruker}}
  nav-vest: {{navn: Nav Vest, type: offentlig, side: nav}}
{resten}
"""
    assert melding in meldinger(dom(register))


def test_a_group_picked_out_is_said_by_name_and_known_by_id() -> None:
    rule = """
regel:
  regel: sammensetning
  blant: {organisasjon: lhl}
  plasser: [{hvem: alle, minst: 2}]
organisasjoner:
  lhl: {navn: Landsforeningen for hjerte og lunge, type: landsdekkende, side: bruker}
medlemmer/kari: {representerer: lhl, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
    (found,) = (located.finding for located in dom(rule).funn)
    assert found.message.startswith(
        "fra 1. januar 2022 har gruppa «fra Landsforeningen for hjerte og lunge» 1;"
    )
    assert found.emne == "fra lhl 2022-01-01"
    unsure = rule.replace("fra: 2022-01-01", "fra: ukjent")
    assert utfall(dom(unsure)) == ["uvisst fra lhl"]


def test_what_is_to_be_written_is_said_by_id_where_the_sentence_has_the_name() -> None:
    minutes = (
        "dato: 2023-01-01\nregel: {regel: utsending, hva: sakliste, til: ffo}\n"
        + FOLK
        + "moeter/2022-11-16: {}\n"
    )
    (found,) = dom(minutes).funn
    assert found.finding.message.endswith("er ikke sendt til FFO")
    assert found.finding.help == "send det, og skriv ffo under «sendt: til», eller «ukjent»"
    attested = (
        "dato: 2023-02-01\nregel: {regel: bekreftelse, per: organisasjon, hver: kalenderaar}\n"
        "utvalg: {registrert_fra: 2022-01-01, organisasjoner: [ffo]}\n"
        "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}\n"
    )
    (found,) = dom(attested).funn
    assert found.finding.message == "ingen har bekreftet «regelen» for FFO i 2022"
    assert found.finding.help.endswith(", og «gjelder: ffo»")


@pytest.mark.parametrize(
    ("resten", "melding"),
    [
        ("medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
         "moeter/2022-11-16: {forfall: [kari], oppmoete: [{person: kari}]}",
         "Kari Nordmann står både som til stede og med forfall"),
        ("medlemmer/kari: {navn: Kari Nordmann}\nmoeter/2022-11-16: {oppmoete: [{person: kari}]}",
         "Kari Nordmann har ikke noe verv i utvalget 16. november 2022"),
        ("medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
         "medlemmer/vera: {navn: Vera Vik, oppnevninger: [{verv: vara, fra: 2022-01-01}]}\n"
         "moeter/2022-11-16: {oppmoete: [{person: kari}, {person: vera, vara_for: kari}]}",
         "Vera Vik møter for Kari Nordmann, som selv er til stede"),
        ("medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01}, "
         "{verv: redaksjonsraad, fra: 2022-06-01}]}",
         "Kari Nordmann er allerede i redaksjonsrådet 1. juni 2022, da denne perioden begynner"),
        ("medlemmer/kari: {navn: Kari Nordmann}\nmoeter/2022-11-16: {saker: [{nr: 1/22, tittel: Valg, type: valg, "
         "valg: [{verv: sekretaer, valgt: [kari], fra: 2023-01-01}]}]}",
         "Kari Nordmann ble valgt til sekretær i sak 1/22, men perioden er ikke ført hos personen"),
        ("medlemmer/kari: {navn: Kari Nordmann}\nmoeter/2022-11-16: {forfall: [kari, kari]}",
         "Kari Nordmann står to ganger under «forfall»"),
    ],
)  # fmt: skip
def test_the_checks_that_need_no_mandate_say_people_by_name_too(resten: str, melding: str) -> None:
    assert melding in meldinger(dom(resten))


def test_one_who_is_not_to_be_named_in_documents_is_not_named_in_a_report() -> None:
    rule = "regel: {regel: krav, hver: oppnevning, skal_ha: {fullmakt: ja}}\n"
    person = "{navn: Kari Nordmann, publisering: HVA, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}"
    for stated, said in (("navn", "Kari Nordmann som medlem"), ("kun_organisasjon", "kari som medlem")):
        (text,) = meldinger(dom(f"{rule}medlemmer/kari: {person.replace('HVA', stated)}"))
        assert text.startswith(said)


@pytest.mark.parametrize(
    ("styrke", "ordet"), [("maa", "må"), ("boer", "bør"), ("oenskelig", "ønskelig"), ("skal", "skal")]
)
def test_the_provision_beside_a_breach_says_its_strength_in_words(styrke: str, ordet: str) -> None:
    rule = f"regel: {{regel: hyppighet, hva: moete, minst: 1, per: kalenderaar, styrke: {styrke}}}\n"
    (found,) = dom(f"dato: 2023-01-01\n{rule}utvalg: {{registrert_fra: 2022-01-01}}\n").funn
    assert [r.label.partition("«")[2].partition("»")[0] for r in found.finding.related] == [ordet]


@pytest.mark.parametrize(
    ("fravikes", "ventet"),
    [
        ("", "har utvalget vedtatt noe annet, føres det under «avvik» i utvalg.yaml"),
        (", kan_fravikes_av: utvalget",
         "har utvalget fraveket det, skriver du «fraviker: regelen» ved valget eller perioden"),
        (", kan_fravikes_av: ingen", "er det ukjent, skriver du «ukjent»"),
    ],
)  # fmt: skip
def test_how_to_record_that_it_was_departed_from_is_said_where_anybody_may(
    fravikes: str, ventet: str
) -> None:
    """Where nobody may, a deviation does not count: then none is advised."""
    rule = f"regel: {{regel: krav, hver: oppnevning, skal_ha: {{side: bruker}}{fravikes}}}\n"
    (found,) = dom(
        rule + "medlemmer/kari: {side: nav, oppnevninger: [{verv: leder, fra: 2022-01-01}]}\n"
    ).funn
    assert found.finding.help.endswith(ventet)


@pytest.mark.parametrize(
    "regel",
    [
        "regel: sammensetning, blant: medlemmer, plasser: [{antall: 2}]",
        "regel: hyppighet, hva: moete, minst: 2, per: kalenderaar",
        "regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete",
        "regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 1 perioder",
    ],
)
def test_no_deviation_is_advised_from_what_nobody_may_depart_from(regel: str) -> None:
    text = f"""
    regel: {{{regel}LOCK}}
    dato: 2023-01-01
    utvalg: {{registrert_fra: 2022-01-01}}
    hendelser: [{{hva: oppnevningsrunde, dato: 2021-01-01}}, {{hva: oppnevningsrunde, dato: 2022-01-01}}]
    medlemmer/kari:
      oppnevninger: [{{verv: medlem, fra: 2021-01-01, til: 2021-12-31}}, {{verv: medlem, fra: 2022-01-01}}]
    moeter/2022-11-16: {{sendt: {{sakspapirer: 2022-11-10}}}}
    """
    (found,) = dom(text.replace("LOCK", "")).funn
    assert "«avvik»" in found.finding.help
    (found,) = dom(text.replace("LOCK", ", kan_fravikes_av: ingen")).funn
    assert "«avvik»" not in found.finding.help


def test_what_is_not_recorded_is_said_to_be_that_and_no_is_not() -> None:
    rule = "regel: {regel: krav, hver: sak, skal_ha: {foer_beslutning: ja}}\n"
    for stated, end in (("", ", men det er ikke ført"), (", foer_beslutning: nei", "beslutningen er tatt")):
        case = f"moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: annet{stated}}}]}}"
        (text,) = meldinger(dom(rule + case))
        assert text.endswith(end)
