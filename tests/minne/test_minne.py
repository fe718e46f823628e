"""What two readings of a small register differ by, in sentences; and what is no difference."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from brukerutvalg_cli.minne.forskjell import forskjell
from brukerutvalg_cli.minne.opptegnelse import Opptegnelse, kan_huskes, opptegnelsene
from brukerutvalg_cli.minne.setninger import Forteller
from brukerutvalg_cli.minne.vern import Vern, aapent
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.register.load import load
from smaa_registre import filer, tree

KARI: dict[str, Any] = {
    "navn": "Kari Nordmann",
    "representerer": "ffo",
    "oppnevninger": [
        {"verv": "medlem", "fra": "2022-01-01", "til": "2023-12-31"},
        {"verv": "leder", "fra": "2022-02-01", "til": "2022-12-31", "valgt_i": "1/22"},
    ],
}
SAKER: list[dict[str, Any]] = [
    {"nr": "1/22", "tittel": "Valg av leder", "type": "valg"},
    {
        "nr": "2/22",
        "tittel": "Ny brosjyre",
        "type": "vedtak",
        "vedtak": {"tekst": "Brosjyren trykkes.", "stemmer": {"for": 5, "mot": 1}},
        "oppfoelging": [{"hva": "Trykke", "ansvarlig": "kari"}, {"hva": "Sende ut", "ansvarlig": "kari"}],
    },
]
REGISTER: dict[str, Any] = {
    "organisasjoner": {"ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"}},
    "medlemmer/kari": KARI,
    "medlemmer/ola": {"navn": "Ola Berg"},
    "moeter/2022-03-02": {"id": "abc", "sendt": {"innkalling": "2022-02-20"}, "saker": SAKER},
    "saker/2022-009": {"tittel": "Parkering", "innmeldt_av": "ffo", "innmeldt": "2022-03-03"},
    "hendelser": [{"hva": "evaluering", "dato": "2022-05-03"}, {"hva": "kurs", "dato": "2022-06-03"}],
    "regelverk/mandatet": {
        "bestemmelser": [
            {
                "id": "papirer",
                "styrke": "skal",
                "regel": "frist",
                "hva": "sakspapirer",
                "senest": "10 dager",
                "foer": "moete",
            }
        ]
    },
}


def endret(*changes: Any) -> dict[str, Any]:
    """The register with something else at each of these ways; None takes it out."""
    r = deepcopy(REGISTER)
    for *way, last, value in changes:
        here: Any = r
        for step in way:
            here = here[step]
        if value is None:
            del here[last]
        else:
            here[last] = value
    return r


def lest(register: dict[str, Any]) -> list[Opptegnelse]:
    files = filer(register)
    return [
        each
        for path, text in sorted(files.items())
        if kan_huskes(path)
        for each in opptegnelsene(path, text.encode()) or ()
    ]


def setninger(foer: dict[str, Any], naa: dict[str, Any]) -> list[str]:
    """What became of it, as it is told when the later register is that of today."""
    lastet = load(tree(naa))
    her = Her(lastet.register.mapper["utvalget"], lastet.register)
    teller = Forteller(Vern(lastet.register, her, aapent(lastet.register, lest(naa))))
    return [teller.setning(each) for each in forskjell(lest(foer), lest(naa)).endringer]


M = "moeter/2022-03-02"
FORTALT = [
    (("medlemmer/kari", "oppnevninger", 1, "til", "2022-06-30"),
     "Kari Nordmann som leder fra 1. februar 2022: siste dag er endret fra 31. desember 2022 til 30. juni 2022"),
    (("medlemmer/kari", "oppnevninger", 1, "fra", "ukjent"),
     "Kari Nordmann som leder fra ukjent dag: første dag er endret fra 1. februar 2022 til ukjent"),
    (("medlemmer/kari", "oppnevninger", 1, None), "Kari Nordmann som leder fra 1. februar 2022 er tatt ut"),
    (("medlemmer/kari", "representerer", {"antatt": "ffo"}),
     "Kari Nordmann: representerer er endret fra FFO til antatt FFO"),
    ((M, "status", "avlyst"), "Møtet 2. mars 2022: status er endret fra avholdt til avlyst"),
    ((M, "sendt", "innkalling", "2022-02-24"),
     "Møtet 2. mars 2022: dagen innkallingen ble sendt er endret fra 20. februar 2022 til 24. februar 2022"),
    ((M, "forfall", ["ola"]), "Forfallet til Ola Berg i møtet 2. mars 2022 er ført"),
    ((M, "saker", 1, "vedtak", "stemmer", "mot", 2), "Sak 2/22: stemmer mot vedtaket er endret fra 1 til 2"),
    ((M, "saker", 1, "vedtak", None), "Sak 2/22: vedtaket er tatt ut"),
    ((M, "saker", 1, "tittel", "Brosjyren"), "Sak 2/22: tittel er endret til «Brosjyren»"),
    ((M, "saker", 1, "nr", "3/22"), "Sak 3/22: nr er endret fra 2/22 til 3/22"),
    ((M, "saker", 1, "oppfoelging", 0, None), "Oppfølgingen i sak 2/22 er tatt ut"),
    (("hendelser", 0, "dato", "2022-05-10"),
     "Evaluering 10. mai 2022: dato er endret fra 3. mai 2022 til 10. mai 2022"),
    (("hendelser", 0, None), "Evaluering 3. mai 2022 er tatt ut"),
    (("regelverk/mandatet", "bestemmelser", 0, "senest", "14 dager"),
     "Bestemmelsen «papirer» i regelverket mandatet: senest er endret fra 10 dager til 14 dager"),
    (("medlemmer/ny", {"navn": "Eva Dahl"}), "Eva Dahl er ført: side brukersiden"),
    (("utvalg", {"registrert_fra": "2022-01-01"}),
     "Utvalget Utvalget: registrert fra er ført: 1. januar 2022"),
    (("organisasjoner", "ffo", "type", "lokal"), "FFO: type er endret fra paraply til lokal"),
]  # fmt: skip


@pytest.mark.parametrize(("endring", "sagt"), FORTALT, ids=[sagt for _, sagt in FORTALT])
def test_one_change_is_one_sentence(endring: Any, sagt: str) -> None:
    assert setninger(REGISTER, endret(endring))[0] == sagt
    assert len(setninger(REGISTER, endret(endring))) == (3 if "vedtaket er tatt ut" in sagt else 1)


def omdoept(fra: str, til: str, **mer: Any) -> dict[str, Any]:
    r = deepcopy(REGISTER)
    r[til] = r.pop(fra) | mer
    return r


def test_a_meeting_that_is_moved_is_the_same_meeting() -> None:
    flytting = [{"fra": "2022-03-02", "dato": "2022-02-25"}]
    assert setninger(REGISTER, omdoept(M, "moeter/2022-03-09", flyttet=flytting)) == [
        "Møtet 9. mars 2022: dato er endret fra 2. mars 2022 til 9. mars 2022",
        "Flyttingen fra 2. mars 2022 i møtet 9. mars 2022 er ført: dato 25. februar 2022",
    ]


def test_a_case_that_is_put_on_an_agenda_is_the_same_case() -> None:
    r = endret(("saker/2022-009", None))
    r[M]["saker"].append(
        {
            "nr": "3/22",
            "tittel": "Parkering",
            "type": "droefting",
            "innmeldt_av": "ffo",
            "innmeldt": "2022-03-03",
        }
    )
    assert setninger(REGISTER, r) == [
        "Sak 3/22 er satt på sakslista i møtet 2. mars 2022",
        "Sak 3/22: nr er ført: 3/22",
        "Sak 3/22: type er ført: drøfting",
    ]


def test_a_person_by_another_id_is_the_same_person() -> None:
    assert setninger(REGISTER, omdoept("medlemmer/ola", "medlemmer/ola-berg")) == [
        "Ola Berg: id-en er endret"
    ]


def test_who_takes_over_is_another_person() -> None:
    r = endret(("medlemmer/ola", None), ("medlemmer/eva", {"navn": "Eva Dahl"}))
    assert setninger(REGISTER, r) == [
        "En person som ikke står i registeret nå er tatt ut",
        "Eva Dahl er ført: side brukersiden",
    ]


def test_another_term_is_no_correction_of_the_first() -> None:
    terms = [KARI["oppnevninger"][0], {"verv": "leder", "fra": "2023-02-01", "til": "2023-12-31"}]
    assert setninger(REGISTER, endret(("medlemmer/kari", "oppnevninger", terms))) == [
        "Kari Nordmann som leder fra 1. februar 2022 er tatt ut",
        "Kari Nordmann som leder fra 1. februar 2023 er ført: siste dag 31. desember 2023",
    ]


INGENTING = {
    "the cases": endret((M, "saker", SAKER[::-1])),
    "the terms": endret(("medlemmer/kari", "oppnevninger", KARI["oppnevninger"][::-1])),
    "the events": endret(("hendelser", REGISTER["hendelser"][::-1])),
    "the follow-ups": endret((M, "saker", 1, "oppfoelging", SAKER[1]["oppfoelging"][::-1])),
    "what goes without saying": endret((M, "saker", 1, "utsatt", "nei")),
}


@pytest.mark.parametrize("naa", INGENTING.values(), ids=INGENTING)
def test_what_only_stands_elsewhere_is_no_change(naa: dict[str, Any]) -> None:
    assert setninger(REGISTER, naa) == []
