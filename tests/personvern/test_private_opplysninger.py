"""What is private in a text: one table of what is, one of what is not, and what holds however a number is written.

A row is what a secretary might write. Where a guard refuses what it should not, or lets through what it should stop,
the row goes here.
"""

# ruff: noqa: RUF001 – digits and signs that look like others are what is tried here

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from brukerutvalg_cli.personvern import hverdagstall
from brukerutvalg_cli.personvern.hverdagstall import uten_hverdagstall
from brukerutvalg_cli.personvern.private_opplysninger import (
    alt_privat,
    i_navn,
    kan_ha,
    sladdet,
    strengt_private,
    uten_kontakt,
)
from brukerutvalg_cli.personvern.tallrekker import lik_skrift

# Invented by their check digits alone; nobody's as far as is known.
FNR, DNR, KONTO = "01019000083", "41019000077", "86011117947"
NUMMER, KONTONUMMER = "et fødselsnummer eller D-nummer", "et kontonummer"
TELEFON, EPOST = "et privat telefonnummer", "en privat e-postadresse"

PRIVAT: dict[str, list[str]] = {
    NUMMER: [
        FNR, DNR, f"{FNR[:6]} {FNR[6:]}", f"{FNR[:6]}-{FNR[6:]}", f"Fnr.:{FNR}.", f"{FNR[:6]}\xa0{FNR[6:]}",
        "fnr15076500565", "_15076500565_", "15076500565/22", "15.07.65 00565", "150765–00565", "150765\n00565",
        "15.07.1965 00565", "https://x.no/15076500565", "Møte-id 15076500565", "(010190) 00083", "010190/000 83",
        "0 1 0 1 9 0 0 0 0 8 3", "０１０１９０ ０００８３", "٠١٠١٩٠٠٠٠٨٣", f"lag-{FNR}", f"912 34 567 {FNR}",
    ],
    KONTONUMMER: [
        KONTO, "8601.11.17947", "8601 11 17947", f"konto {KONTO}, takk", "8601-11-17947", "8601/11/17947",
        f"konto{KONTO}", f"kontonr.{KONTO}", f"{KONTO}kr", f"brev_{KONTO}", "8 6 0 1 1 1 1 7 9 4 7",
        "８６０１１１１７９４７",
        "NO93 8601 1117 947", "NO9386011117947", "no93 8601.11.17947", "IBAN NO93-8601-1117-947.",
        "SE45 5000 0000 0583 9825 7466", "DK5000400440116243", "8601 11\n17947",
    ],
    TELEFON: [
        "91234567", "912 34 567", "91 23 45 67", "9123 4567", "91 234 567", "9 1 2 3 4 5 6 7", "912\xa034\xa0567",
        "912-34-567", "912.34.567", "91.23.45.67", "91/23/45/67", "912/34/567", "(912) 34 567", "912–34–567",
        "912 - 34 - 567", "912\u200934\u2009567", "912·34·567", "912 34\n567", "９１２３４５６７", "９１２ ３４ ５６７",
        "٩١٢٣٤٥٦٧",
        "9\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e37\ufe0f\u20e3",
        "+47 912 34 567", "+4791234567", "004791234567", "0047 912 34 567", "(+47) 912 34 567", "(+47)91234567",
        "+47 (0) 912 34 567", "＋47 912 34 567", "4791234567", "47 912 34 567", "+46 70 123 45 67", "+46701234567",
        "0046 70 123 45 67", "+45 20 12 34 56", "+354 581 2345", "(+46) 70-123 40 00", "tlf.:91234567", "tlf91234567",
        "TLF91234567", "mob.912 34 567", "Kari912 34 567", "91234567Kari", "tema-912-34-567", "kari_91234567_privat",
        "Ring 22 82 20 00.", "(22) 82 20 00", "22-82-20-00", "+47 22 82 20 00", "22 82 20 00 / 22 82 20 01",
        "Nav-leder Kari, privat 22 82 20 00", "91234567/92345678", "912 34 567 / 923 45 678", "kr 912 34 567",
        "Saksbehandler 912 34 567", "Siden 912 34 567", "sakene 912 34 567", "ref. 912 34 567", "Møte-id 912 34 567",
        "16.11.2022 912 34 567", "912 34 567 - 16.11.2022", "sak 22/22 912 34 567", "kl. 12.15 91 23 45 67",
        "22/22 91 23 45 67", "2022 912 34 567", "uke 45: 912 34 567", "5003 Bergen 912 34 567",
        "resepsjonen har mobil 912 34 567", "hotellet +46 70 123 45 67",
    ],
    EPOST: [
        "ola.berg@gmail.com", "kari@gmail.com", "ola.berg @ gmail.com", "ola.berg@ gmail.com", "ola.berg＠gmail.com",
        "ola.berg@ｇｍａｉｌ.com", '"ola berg"@gmail.com', '"ola berg"@ffo.no', "ola.berg (at) gmail.com",
        "ola.berg(at)gmail(dot)com", "ola.berg [at] ffo.no", "ola.berg krøllalfa gmail.com", "ola.berg@gmail",
        "mailto:ola.berg@gmail.com", "ola+utvalg@gmail.com", "post@gmail.com", "kontakt@hotmail.no", "info@online.no",
        "vestland@yahoo.co.uk", "firmapost@mail.gmail.com", "kari.nordmann@ffo.no", "kari_nordmann@ffo.no",
        "nordmann-kari@ffo.no", "k.nordmann@ffo.no", "kari@ffo.no", "kari75@ffo.no", "<ola@bergen.no>",
        "x@falsknav.no", "ola@nav.no.example.org", "Kari.Nordmann@FFO.NO",
        "kari.nord@ffo.no", "torgeir.slagstad@ffo.no", "j.helseth@ffo.no", "kari-post@ffo.no",
    ],
}  # fmt: skip

INGENS = [
    # days, times and years
    "2022-11-16", "2022-11-16 2022-11-17", "20221116", "20221116-123", "16.11.2022 kl. 12.15-15.00", "22.11.2022 12.15",
    "22.11.22 12.15", "22.11.22 30 personer", "2022-11-16 30 personer", "16/11-2022", "12.15–15.00",
    "21.15-22.00 30 min",
    "Strategi 20262030", "2019 2020 2021 2022", "2022-23", "side 30 2022-23", "i 2022/2023 og 2023/2024",
    # cases, weeks, pages
    "28/22", "Sak 28/22, 29/22 og 30/22", "22/22 23/22", "sak 22/22 23/22 24/22", "Oppfølging av sakene 20 21 22 23",
    "uke 45 46 47 48", "uke 40 41 42 43 44", "Møter i uke 45 46 47 48", "uke 40-43", "§ 4 5 6", "20-30 40-50",
    # amounts
    "kr 25000000", "25000000 kr", "kr 25 000 000", "25 00 00 00 kroner", "25 000 000", "45 500 000", "2 500 000,00",
    "kr 2 500 000,00", "100 000 – 250 000 kr", "kr 25.000.000,-",
    # what an archive, a bank or a machine calls something
    "saksnr. 22/23456789", "saksnr 21234567", "23456789/22", f"2022/{KONTO}", f"sak 2022/{KONTO}", "ref. 23456789",
    "referansenummer 91234567", "KID 23456789", "fakturanr. 23456789", "passord 23456789", "FHI41234567",
    "a9f41234567b",
    "abc12f4123456789", "912345678", "453987654", "123 456 789",
    # organisations and places
    "889 640 782", "org.nr. 889 640 782", "org.nr. 912 345 678", "NO 889640782 MVA", "Postboks 2233 5003 Bergen",
    "Postboks 354, 8601 Mo i Rana", "Storgata 22, 5003 Bergen", "0301 Oslo, 5003 Bergen",
    # meetings and pages
    "Møte-ID: 312 345 678 901", f"Møte-ID: {KONTO}", "Meeting ID: 812 3456 7890", "Zoom 812 3456 7890",
    "https://zoom.us/j/91234567", f"https://teams.microsoft.com/l/meetup/{KONTO}",
    # hardly a number of that sort
    "01019000084", "86011117948", f"{FNR}1", f"1{FNR}", "00000000000", "NO93 8601 1117 948", "1881 og 12345",
    # an office's telephone
    "55 55 33 33", "55553336", "+47 55 55 33 33", "815 00 000", "80033133", "sentralbord 22 82 20 00",
    "Sentralbordet: 22 82 20 00", "Hotellets resepsjon: tlf. 73 99 50 00", "Nav Fjordvik tlf. 57 65 40 00",
    "servicetorget: 57 65 40 00", "sentralbord +46 8 123 45 67",
    # an office's address
    "post.vestland@nav.no", "ola@bergen.kommune.no", "kari.nordmann@nav.no", "POST@NAV.NO", "post@ffo.no",
    "vestland@ffo.no", "post.kontakt@ffo.no", "resepsjon@hotell.no", "servicetorg@kommune.no", "leder@ffo.no",
    "hr@firma.no", "ung.vestland@ffo.no", "brukerutvalg.helse@sykehus.no", "avd3@sykehus.no", "nord-norge@lag.no",
    "kl. 12 @ Nav", "Vi møtes @ hotellet. Oppmøte kl. 12", "(a) Godkjenning", "@leder",
]  # fmt: skip


@pytest.mark.parametrize(
    ("hva", "text"), [(hva, text) for hva, texts in PRIVAT.items() for text in texts], ids=ascii
)
def test_what_is_private(hva: str, text: str) -> None:
    assert hva in [found.hva for found in alt_privat(text)]
    assert hva in [found.hva for found in alt_privat(f"Ring ({text}), sa hun.")]
    shown = lik_skrift(uten_kontakt(sladdet(text)))
    assert sum(char.isdigit() for char in shown) <= 8  # what stands beside it
    assert "gmail" not in shown


@pytest.mark.parametrize("text", INGENS, ids=ascii)
def test_what_is_nobodys(text: str) -> None:
    assert [*alt_privat(text)] == []
    assert [*alt_privat(f"Om {text}, sa hun.")] == []
    assert uten_kontakt(text) == text


def test_the_tables_are_long() -> None:
    assert sum(map(len, PRIVAT.values())) >= 60
    assert len(INGENS) >= 60


SIFRE = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"]
MELLOM = ["", " ", ".", "-", "/", "\xa0", "\u2009", "–", "−", "‑", ") (", " - ", "\n", "_", "／"]


@given(
    st.sampled_from([FNR, DNR, "15076500565", KONTO]) | st.from_regex(r"[49]\d{7}", fullmatch=True),
    st.sampled_from(SIFRE),
    st.sampled_from(MELLOM),
    st.lists(st.booleans(), min_size=10, max_size=10),
)
def test_a_number_is_one_in_any_script_and_however_it_is_parted(
    number: str, sifre: str, mellom: str, deles: list[bool]
) -> None:
    plain = number[0] + "".join(mellom * cut + digit for digit, cut in zip(number[1:], deles, strict=False))
    written = plain.translate({ord(str(n)): sifre[n] for n in range(10)})
    shape = lik_skrift(plain)
    # What may be read as an amount, a case, a time or a day is read as that.
    assume(not re.search(r"000\b|\d/\d{2,}|\b\d{1,2}\.\d{1,2}\.\d\d|(?:19|20)\d\d", shape))
    assert [*alt_privat(plain)]
    assert [*alt_privat(written)] == [*alt_privat(plain)]


@given(st.text(st.sampled_from("09٣²＠@–\xa0\u2028‑é😀①Ａ/\u0301")))
def test_alike_is_sign_for_sign(text: str) -> None:
    assert len(lik_skrift(text)) == len(text)
    assert lik_skrift(lik_skrift(text)) == lik_skrift(text)


PARTS = (FNR, f"{FNR[:6]}-{FNR[6:]}", "8601.11.17947", "91234567", "912 34 567", "ola.berg@example.org",
         "ola (at) gmail", "a", "1", "+", "2022-11-16", "22/22", *" \n.-/＋")  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=5).map("".join))
def test_nothing_private_is_passed_over_unseen(text: str) -> None:
    assert kan_ha(text) or not [*alt_privat(text)]


STILLE, NESTEN = "Leder ønsket velkommen.\n", ("    \n", " \n", "   a\n", "x" * 9)
MELLOM_LINJENE = (*PARTS, STILLE, *NESTEN, "uke 45\n", "kl. 12", ".15", "22/22\n", "1000 kr", "https://x.no/\n",
                  "www.sentralbord\n", "Møte-id\n", "16. ", "11.\n", "2022", "4-5")  # fmt: skip


@given(st.lists(st.sampled_from(MELLOM_LINJENE), max_size=9).map("".join))
@example("https://x.no/a+\n41234567").via("the end of an address is no country's code")
@example("22/22\n  \n5").via("a number goes on over two ends of lines")
def test_lines_without_a_number_are_passed_over_as_if_they_had_been_read(text: str) -> None:
    assert uten_hverdagstall(text) == hverdagstall._alle().sub(hverdagstall._stroeket, text)


@given(st.lists(st.sampled_from(PARTS), max_size=5).map("".join))
def test_what_is_blotted_out_is_not_found_again(text: str) -> None:
    shown = uten_kontakt(sladdet(text))
    assert len(shown) == len(text)
    assert list(strengt_private(shown)) == []


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("nordmann@ffo.no", True),
        ("knordmann@ffo.no", True),
        ("karin@ffo.no", True),
        ("aoedegaard@ffo.no", True),
        ("aodegard@ffo.no", True),
        ("aaseo@ffo.no", True),
        ("åse@ffo.no", True),
        ("vestland@ffo.no", False),
        ("nordmann@nav.no", False),
    ],
)
def test_an_address_of_somebody_in_the_register(address: str, private: bool) -> None:
    folk = ["Kari Nordmann", "Åse Ødegård"]
    assert bool([*alt_privat(address, folk)]) is private


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("medlemmer/kari-912-34-567.yaml", [TELEFON]),
        (f"vedlegg/brev_{KONTO}.pdf", [KONTONUMMER]),
        ("vedlegg/ola.berg@gmail.com.pdf", [EPOST]),
        ("moeter/2022-11-16.yaml", []),
        ("vedlegg/2022-11-16_2.pdf", []),
        ("vedlegg/Budsjett 2023-2024 (2).xlsx", []),
    ],
)
def test_a_name_of_a_file_is_read_in_parts(path: str, found: list[str]) -> None:
    assert [each.hva for each in i_navn(path)] == found
