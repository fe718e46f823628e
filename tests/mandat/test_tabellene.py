"""Every row of the six rule sets: one small register breaks it and is found once, another keeps it and is not.

A row is named by the trial it is put to; rows that say the same are put to the same one.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from textwrap import dedent

import pytest
import yaml

from brukerutvalg_cli.oversikt.dekning import kontroll
from brukerutvalg_cli.oversikt.stilling import stilling
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.locate import Locator
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import ROOT, dom, tree, utfall


def hvert_aar(hva: str) -> tuple[str, str]:
    start = "dato: 2023-03-01\nutvalg: {registrert_fra: 2022-01-01}\nhendelser: "
    return f"{start}[]", f"{start}[{{hva: {hva}, dato: 2022-12-31}}]"


def annethvert_aar(hva: str) -> tuple[str, str]:
    start = "dato: 2023-03-01\nutvalg: {registrert_fra: 2021-01-01}\nhendelser: "
    return f"{start}[]", f"{start}[{{hva: {hva}, dato: 2021-01-01}}]"


def sendt_ut(brutt: str, holdt: str) -> tuple[str, str]:
    next_one = "{sakliste: {publisert: {dato: 2023-02-01, kanal: nav.no}}}"
    meetings = f"dato: 2023-03-01\nmoeter/2022-11-16: {{GJORT}}\nmoeter/2023-02-09: {next_one}\n"
    return meetings.replace("GJORT", brutt), meetings.replace("GJORT", holdt)


I_REDAKSJONSRAADET = "medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01}]}\n"


def fulgt_opp(felter: str) -> str:
    return (
        "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Bil, type: orientering, "
        f"oppfoelging: [{{hva: Ringe, {felter}}}]}}]}}\n"
    )


OVER_OG_UNDER = """
utvalg: {overordnet: sentralt}
utvalgene/sentralt/utvalg: {navn: Det sentrale, nivaa: sentral, maalform: nb}
utvalgene/lokalt/utvalg: {navn: Det lokale, nivaa: lokal, maalform: nb, overordnet: utvalget}
"""


def om_moetet(brutt: str, holdt: str, folk: str = "") -> tuple[str, str]:
    return f"moeter/2022-11-16: {{{brutt}}}\n{folk}", f"moeter/2022-11-16: {{{holdt}}}\n{folk}"


def om_saken(brutt: str, holdt: str) -> tuple[str, str]:
    case = "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Strategi, type: droefting, FELT}]}"
    return case.replace("FELT", brutt), case.replace("FELT", holdt)


def om_oppnevning(brutt: str, holdt: str, verv: str = "medlem") -> tuple[str, str]:
    kari = f"""
    organisasjoner: {{ffo: {{navn: FFO, type: paraply, side: bruker}}, nav: {{navn: Nav, type: offentlig, side: nav}}}}
    utvalg: {{eier: nav, organisasjoner: [ffo]}}
    medlemmer/kari: {{representerer: ffo, oppnevninger: [{{verv: {verv}, fra: 2022-01-01, til: 2022-12-31, FELT}}]}}
    """
    return kari.replace("FELT", brutt), kari.replace("FELT", holdt)


def sak(felter: str) -> str:
    return f"moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: Strategi, {felter}}}]}}"


def om_deltakelse(brutt: str, holdt: str) -> tuple[str, str]:
    kari = """
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: kari, FELT}]}
    """
    return kari.replace("FELT", brutt), kari.replace("FELT", holdt)


def perioder(antall: int, verv: str, aar: int) -> str:
    """So many terms on end, the last of them begun by 2022."""
    first = 2022 - aar * (antall - 1)
    starts = [first + aar * nr for nr in range(antall)]
    terms = ", ".join(f"{{verv: {verv}, fra: {y}-01-01, til: {y + aar - 1}-12-31}}" for y in starts)
    rounds = "".join(
        f"- {{hva: oppnevningsrunde, dato: {y}-01-01, til: {y + aar - 1}-12-31}}\n" for y in starts
    )
    return f"dato: 2022-06-01\nmedlemmer/kari: {{oppnevninger: [{terms}]}}\n" + f"hendelser:\n{rounds}"


def med_verv(verv: str, side: str) -> tuple[str, str]:
    people = """
    medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/nina: {side: SIDE, oppnevninger: [{verv: VERV, fra: 2022-01-01}]}
    """.replace("SIDE", side)
    return people.replace("VERV", "medlem"), people.replace("VERV", verv)


def runde(*personer: str) -> str:
    """A second round of appointments, of these people; in the first sat kari and per."""
    terms = {name: ["{verv: medlem, fra: 2020-01-01, til: 2021-12-31}"] for name in ("kari", "per")}
    for name in personer:
        terms.setdefault(name, []).append("{verv: medlem, fra: 2022-01-01, til: 2023-12-31}")
    people = "".join(
        f"medlemmer/{name}: {{oppnevninger: [{', '.join(held)}]}}\n" for name, held in terms.items()
    )
    return f"""{people}hendelser:
- {{hva: oppnevningsrunde, dato: 2019-12-01, fra: 2020-01-01, til: 2021-12-31}}
- {{hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, til: 2023-12-31}}
"""


def kurs(brutt: str, holdt: str, modul: int) -> tuple[str, str]:
    course = f"""
    organisasjoner:
      ffo: {{navn: FFO, type: paraply, side: bruker}}
      fylket: {{navn: Nav Fylket, type: offentlig, side: nav}}
      nav-fylke: {{navn: Nav fylke, type: offentlig, side: nav}}
    utvalg: {{eier: fylket, nivaa: fylke, organisasjoner: [ffo]}}
    medlemmer/dag: {{side: nav, funksjon: [{{funksjon: fylkesdirektoer}}, {{funksjon: nav-leder}}]}}
    hendelser: [{{hva: kurs, dato: 2022-03-10, modul: {modul}, FELT}}]
    """
    return course.replace("FELT", brutt), course.replace("FELT", holdt)


def kjoenn(brutt: str, holdt: str) -> tuple[str, str]:
    people = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    event = people + "hendelser: [{hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, kjoenn: TALL}]"
    return event.replace("TALL", brutt), event.replace("TALL", holdt)


FFO = "representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]"
LAGET = "representerer: laget, oppnevninger: [{verv: medlem, fra: 2022-01-01}]"
ORGANISASJONER = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [unge]}
  laget: {navn: Laget, type: lokal, side: bruker, grupper: [eldre]}
utvalg: {grupper: [unge, eldre]}
"""
SENDT_VIDERE = """
utvalg: {overordnet: sentralt}
utvalgene/sentralt/utvalg: {navn: Sentralt, nivaa: sentral, maalform: nb}
moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Bil, type: orientering, oversendt_til: sentralt}]}
"""
MOTTATT = "utvalgene/sentralt/saker/2022-001: {tittel: Bil, innmeldt_av: nav, innmeldt: 2022-12-01, oversendt_fra: FRA}"
UNGDOM = """
utvalg: {ungdomsraad: unge}
utvalgene/unge/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
moeter/2022-11-16: {oppmoete: [{navn: Iben, fra_utvalg: unge, FELT}]}
"""
HOS_UNGDOM = """
utvalg: {ungdomsraad: unge}
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01}]}
utvalgene/unge/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
utvalgene/unge/moeter/2022-11-16: {dato: 2022-11-16, status: avholdt, oppmoete: [{navn: Iben}, FOLK]}
"""
NINA = "medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}\n"
KARI_LEDER = "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01, til: 2022-12-31}]}\n"
REDAKSJONSRAAD = """
medlemmer/kari: {}
medlemmer/per: {}
medlemmer/ida: {}
medlemmer/nina: {side: nav}
medlemmer/odd: {side: nav}
medlemmer/mari: {side: kommune}
moeter/2022-11-16:
  saker:
    - {nr: 1/22, tittel: Valg, type: valg, valg: [{verv: redaksjonsraad, fra: 2023-01-01, valgt: [VALGT]}]}
"""
ARBEIDSUTVALG = """
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: nestleder, fra: 2022-01-01}]}
medlemmer/ida: {}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
medlemmer/odd: {side: nav}
moeter/2022-11-16:
  saker:
    - {nr: 1/22, tittel: Valg, type: valg, valg: [{verv: arbeidsutvalg, fra: 2022-12-01, valgt: [VALGT]}]}
"""
FIRE_MOETER = ["2022-02-09", "2022-04-20", "2022-09-14", "2022-11-16"]
PAA_FIRE = "".join(f"moeter/{dag}: {{}}\n" for dag in FIRE_MOETER)
PAA_TRE = "".join(f"moeter/{dag}: {{}}\n" for dag in FIRE_MOETER[1:])
ET_AAR = "dato: 2023-03-01\nutvalg: {registrert_fra: 2022-01-01}\n"
FUNKSJONSPERIODE = """
dato: 2024-03-01
hendelser:
  - {hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, til: 2023-12-31}
"""
TRENT = """
utvalg: {nivaa: fylke}
medlemmer/kari: {side: SIDE, oppnevninger: [{verv: medlem, fra: 2021-01-01}], opplaering: [KURS]}
hendelser: [{hva: bekreftelse, bestemmelse: tilgang, dato: 2021-02-01, sak: ukjent}]
"""
UTSENDT_FOER = (
    "referat: {godkjent: {moete: 2023-02-09, sak: 1/23}, publisert: {dato: 2023-02-08, kanal: nav.no}}"
)
UTSENDT_ETTER = UTSENDT_FOER.replace("2023-02-08", "2023-02-09")
PUBLISERT = "publisert: {dato: 2022-11-16, kanal: nav.no}"  # an agenda is out by its meeting

ORIENTERT = "type: orientering, foer_beslutning:"
DIREKTOER = """
utvalg: {nivaa: fylke}
medlemmer/dag: {side: nav, funksjon: [{funksjon: fylkesdirektoer}], opplaering: []}
moeter/2021-11-15: {oppmoete: [{person: dag}]}
moeter/2022-05-11: {oppmoete: [{person: dag}]}
moeter/2022-11-16: {oppmoete: [{person: dag}]}
"""

PROEVER: dict[str, tuple[str, str]] = {
    "evaluering hver periode": (
        FUNKSJONSPERIODE,
        f"{FUNKSJONSPERIODE}  - {{hva: evaluering, dato: 2022-01-01}}",
    ),
    "evaluering hvert år": hvert_aar("evaluering"),
    "evaluering annethvert år": annethvert_aar("evaluering"),
    "samling annethvert år": annethvert_aar("erfaringssamling"),
    "klagegjennomgang": hvert_aar("klagegjennomgang"),
    "ledervalg": hvert_aar("ledervalg"),
    "opplæring": hvert_aar("opplaering"),
    "møteplan": hvert_aar("moeteplan"),
    "møteevaluering": hvert_aar("moeteevaluering"),
    "organisasjonsmøte": hvert_aar("organisasjonsmoete"),
    "fellesmøte": hvert_aar("fellesmoete"),
    "et åpent møte": (
        f"{ET_AAR}moeter/2022-11-16: {{aapent: nei}}",
        f"{ET_AAR}moeter/2022-11-16: {{aapent: ja}}",
    ),
    "fire møter": (ET_AAR + PAA_TRE, ET_AAR + PAA_FIRE),
    "alle grupper": (
        f"{ORGANISASJONER}medlemmer/kari: {{{FFO}}}",
        f"{ORGANISASJONER}medlemmer/kari: {{{FFO}}}\nmedlemmer/per: {{{LAGET}}}",
    ),
    "over halvparten fra paraply": (
        f"{ORGANISASJONER}medlemmer/kari: {{{FFO}}}\nmedlemmer/per: {{{LAGET}}}",
        f"{ORGANISASJONER}medlemmer/kari: {{{FFO}}}\nmedlemmer/per: {{{LAGET}}}\nmedlemmer/ida: {{{FFO}}}",
    ),
    "underrepresenterte": (
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}",
        "medlemmer/kari: {grupper: [permittert], oppnevninger: [{verv: medlem, fra: 2022-01-01}]}",
    ),
    "forslag": om_oppnevning("fullmakt: ja", "foreslaatt_av: ffo"),
    "fullmakt": om_oppnevning("fullmakt: nei", "fullmakt: ja"),
    "oppnevnt av eier": om_oppnevning("av: ffo", "av: nav"),
    "leder fra brukersiden": om_oppnevning("side: nav", "side: bruker", verv="leder"),
    "leder fra en organisasjon i utvalget": om_oppnevning(
        "representerer: laget, side: bruker", "side: bruker", verv="leder"
    ),
    "medlem to år": (
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2022-01-01}]}",
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}]}",
    ),
    "leder leder møtet": om_moetet("moeteleder: per", "moeteleder: kari", KARI_LEDER + "medlemmer/per: {}"),
    "godkjent av leder": om_moetet(
        "sakliste: {godkjent_av: per}", "sakliste: {godkjent_av: kari}", KARI_LEDER + "medlemmer/per: {}\n"
    ),
    "foreslått av det rådet som finnes": om_moetet(
        "sakliste: {foreslaatt_av: nav}", "sakliste: {foreslaatt_av: redaksjonsraad}", I_REDAKSJONSRAADET
    ),
    "foreslått av redaksjonsråd": om_moetet(
        "sakliste: {foreslaatt_av: nav}", "sakliste: {foreslaatt_av: redaksjonsraad}"
    ),
    "foreslått av arbeidsutvalg": om_moetet(
        "sakliste: {foreslaatt_av: nav}", "sakliste: {foreslaatt_av: arbeidsutvalg}"
    ),
    "godkjent i samråd": om_moetet(
        "sakliste: {godkjent_av: kari}",
        "sakliste: {godkjent_av: kari, i_samraad_med: redaksjonsraad}",
        KARI_LEDER,
    ),
    "oppfølging innen fristen": (
        I_REDAKSJONSRAADET + fulgt_opp("ansvarlig: nav, frist: 2022-12-01, fullfoert: 2022-12-02"),
        I_REDAKSJONSRAADET + fulgt_opp("ansvarlig: nav, frist: 2022-12-01, fullfoert: 2022-12-01"),
    ),
    "før beslutning": om_saken("foer_beslutning: nei", "foer_beslutning: ja"),
    "ikke bare i etterkant": (ET_AAR + sak(f"{ORIENTERT} nei"), ET_AAR + sak(f"{ORIENTERT} ja")),
    "fortrolig sak": om_saken(
        "fortrolig: ja, offentlig_tittel: En sak",
        "fortrolig: ja, offentlig_tittel: En sak, fortrolig_til: 2023-06-01",
    ),
    "sendt videre": (
        SENDT_VIDERE + MOTTATT.replace("FRA", "utvalget 2/22"),
        SENDT_VIDERE + MOTTATT.replace("FRA", "utvalget 1/22"),
    ),
    "sekretær fra Nav": med_verv("sekretaer", "nav"),
    "sekretær fra Nav eller kommunen": med_verv("sekretaer", "nav"),
    "kontaktperson": med_verv("kontaktperson", "nav"),
    "dedikert ansatt": med_verv("brukerutvalgsansvarlig", "nav"),
    "Nav-leder til stede": om_moetet(
        "oppmoete: [{navn: Dag, side: nav}]", "oppmoete: [{navn: Dag, side: nav, funksjon: nav-leder}]", NINA
    ),
    "fylkesdirektør til stede": om_moetet(
        "oppmoete: [{navn: Dag, side: nav}]",
        "oppmoete: [{navn: Dag, side: nav, funksjon: fylkesdirektoer}]",
        NINA,
    ),
    "Nav stemmer ikke": om_moetet(
        "oppmoete: [{person: nina, stemmerett: ja}]", "oppmoete: [{person: nina, stemmerett: nei}]", NINA
    ),
    "ungdomsrådet stemmer ikke": (
        UNGDOM.replace("FELT", "verv: leder, stemmerett: ja"),
        UNGDOM.replace("FELT", "verv: leder, stemmerett: nei"),
    ),
    "hvem fra ungdomsrådet": (
        UNGDOM.replace("FELT", "verv: medlem") + NINA,
        UNGDOM.replace("FELT", "verv: nestleder") + NINA,
    ),
    "hvem til ungdomsrådet": (
        HOS_UNGDOM.replace("FOLK", "{navn: Ola, fra_utvalg: utvalget, verv: medlem}"),
        HOS_UNGDOM.replace("FOLK", "{navn: Kari, fra_utvalg: utvalget, verv: leder}"),
    ),
    "stemmer ikke hos ungdomsrådet": (
        HOS_UNGDOM.replace("FOLK", "{navn: Kari, fra_utvalg: utvalget, verv: leder, stemmerett: ja}"),
        HOS_UNGDOM.replace("FOLK", "{navn: Kari, fra_utvalg: utvalget, verv: leder, stemmerett: nei}"),
    ),
    "arbeidsutvalget": (
        ARBEIDSUTVALG.replace("VALGT", "kari, per, ida, nina"),
        ARBEIDSUTVALG.replace("VALGT", "kari, per, nina"),
    ),
    "redaksjonsrådet": (
        REDAKSJONSRAAD.replace("VALGT", "kari, per, ida, nina, odd"),
        REDAKSJONSRAAD.replace("VALGT", "kari, per, nina, odd"),
    ),
    "universell utforming": om_moetet(
        "form: fysisk, sted: {universell_utforming: nei}", "form: fysisk, sted: {universell_utforming: ja}"
    ),
    "papirer ti dager før": om_moetet("sendt: {sakspapirer: 2022-11-07}", "sendt: {sakspapirer: 2022-11-06}"),
    "til Nav fylke": sendt_ut("referat: {sendt_til: [vara]}", "referat: {sendt_til: [vara, nav-fylke]}"),
    "på nav.no via Nav fylke": sendt_ut(
        "referat: {publisert: {dato: 2022-11-20, kanal: nav.no, via: nav-vestland}}",
        "referat: {publisert: {dato: 2022-11-20, kanal: nav.no, via: nav-fylke}}",
    ),
    "på nav.no": sendt_ut(
        f"sakliste: {{{PUBLISERT}}}", f"sakliste: {{{PUBLISERT}}}, referat: {{{PUBLISERT}}}"
    ),
    "på nav.no når det er godkjent": sendt_ut(
        f"sakliste: {{{PUBLISERT}}}, {UTSENDT_FOER}", f"sakliste: {{{PUBLISERT}}}, {UTSENDT_ETTER}"
    ),
    "til overordnet, eller lagt ut": (
        OVER_OG_UNDER + sendt_ut("referat: {sendt_til: [sentralt]}", "")[0],
        OVER_OG_UNDER + sendt_ut("", "referat: {sendt_til: [sentralt, lokalt]}")[1],
    ),
    "utvalget to år": (
        f"{NINA}hendelser: [{{hva: oppnevningsrunde, dato: 2020-01-01, til: 2022-01-01}}]",
        f"{NINA}hendelser: [{{hva: oppnevningsrunde, dato: 2020-01-01, til: 2021-12-31}}]",
    ),
    "høyst tre perioder": (perioder(4, "medlem", 2), perioder(3, "medlem", 2)),
    "høyst to perioder": (perioder(3, "medlem", 2), perioder(2, "medlem", 2)),
    "leder høyst to år på rad": (perioder(3, "leder", 1), perioder(2, "leder", 1)),
    "noen nye, noen som blir": (runde("kari", "per"), runde("kari", "ida")),
    "dekning": om_deltakelse(
        "dekker: [reise]", "dekker: [tapt_arbeidsfortjeneste, reise, moetegodtgjoerelse]"
    ),
    "statens regler": om_deltakelse(
        "godtgjoeres_etter: egne_regler", "godtgjoeres_etter: statens_personalhaandbok"
    ),
    "statens eller kommunens regler": om_deltakelse(
        "godtgjoeres_etter: egne_regler", "godtgjoeres_etter: statens_personalhaandbok"
    ),
    "modul 1": (
        TRENT.replace("SIDE", "bruker").replace("KURS", "{modul: 2, dato: 2021-02-01}"),
        TRENT.replace("SIDE", "bruker").replace("KURS", "{modul: 1, dato: 2021-02-01}"),
    ),
    "modul 2": (
        TRENT.replace("SIDE", "nav").replace("KURS", "{modul: 1, dato: 2021-02-01}"),
        TRENT.replace("SIDE", "nav").replace("KURS", "{modul: 2, dato: 2021-02-01}"),
    ),
    "tilgang til modul 1": (
        TRENT.replace("SIDE", "bruker").replace("KURS", "").replace("hendelser: [", "hendelser: [] #"),
        TRENT.replace("SIDE", "bruker").replace("KURS", ""),
    ),
    "modul 2 uten verv": (
        DIREKTOER,
        DIREKTOER.replace("opplaering: []", "opplaering: [{modul: 2, dato: 2022-05-01}]"),
    ),
    "arrangør av modul 1": kurs("arrangert_av: fylket", "arrangert_av: ffo", 1),
    "arrangør av modul 2": kurs("arrangert_av: ffo", "arrangert_av: fylket", 2),
    "betaler for modul 1": kurs("betalt_av: fylket", "betalt_av: ffo", 1),
    "betaler for modul 2": kurs("betalt_av: ffo", "betalt_av: fylket", 2),
    "ledere deltar": kurs("deltakere: [ukjent-person]", "deltakere: [dag, fylkesdirektoer, nav-leder]", 2),
    "kjønnsbalanse": kjoenn(
        "{medlemmer: {kvinner: 6, menn: 3}, varamedlemmer: {kvinner: 1, menn: 1}}",
        "{medlemmer: {kvinner: 5, menn: 4}, varamedlemmer: {kvinner: 1, menn: 1}}",
    ),
    "bundet av et mandat": (
        "dato: 2023-01-01",
        """
        regelverk/eget: {type: mandat, bestemmelser: []}
        utvalg: {regelverk: [{id: fafo-anbefalinger, fra: 2000-01-01}, {id: eget, fra: 2000-01-01}]}
        """,
    ),
    "organisasjonenes runde": om_moetet(
        "saker: [{nr: 1/22, tittel: Nytt, type: eventuelt}]",
        "saker: [{nr: 1/22, tittel: Nytt, type: annet, fast: organisasjonenes_runde}]",
    ),
}

AV_NAV = "side: nav, oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2022-12-31}]"
FOR_FFO = "representerer: ffo, oppnevninger: [{verv: VERV, fra: 2022-01-01, til: 2022-12-31, FELT}]"
I_NAV_OG_FFO = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  laget: {navn: Laget, type: lokal, side: bruker}
  nav: {navn: Nav, type: offentlig, side: nav}
utvalg: {eier: nav, organisasjoner: [ffo]}
"""


def oppnevnt(verv: str, felt: str) -> str:
    return f"{I_NAV_OG_FFO}medlemmer/kari: {{{FOR_FFO.replace('VERV', verv).replace('FELT', felt)}}}"


def gjest(felter: str) -> str:
    """A member who votes, and a guest from the youth council."""
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    both = UNGDOM.replace("oppmoete: [", "oppmoete: [{person: kari, verv: medlem, stemmerett: ja}, ")
    return kari + both.replace("FELT", felter)


def balanse(medlemmer: str, vara: str = "kvinner: 1, menn: 1") -> str:
    return kjoenn(f"{{medlemmer: {{{medlemmer}}}, varamedlemmer: {{{vara}}}}}", "")[0]


def trent(side: str, kurs: str, *, bekreftet: bool = True) -> str:
    text = TRENT.replace("SIDE", side).replace("KURS", kurs)
    return text if bekreftet else text.replace("hendelser: [", "hendelser: [] #")


def deltaker(side: str, felter: str) -> str:
    return om_deltakelse(felter, "")[0].replace("kari: {", f"kari: {{side: {side}, ")


def runde_av_kurs(felter: str, modul: int) -> str:
    return kurs(felter, "", modul)[0]


FORTROLIG = "type: annet, fortrolig: ja, fortrolig_til: 2023-06-01"
I_RAADET = "sakliste: {foreslaatt_av: redaksjonsraad, godkjent_av: per, i_samraad_med: redaksjonsraad}"
LEDER_OG_PER = KARI_LEDER + "medlemmer/per: {}"


FLERE_BRUDD: dict[str, list[str]] = {
    "forslag": [oppnevnt("vara", "fullmakt: ja")],
    "fullmakt": [oppnevnt("vara", "fullmakt: nei")],
    "oppnevnt av eier": [oppnevnt("vara", "av: ffo")],
    "leder fra en organisasjon i utvalget": [
        oppnevnt("leder", "side: nav"),
    ],
    "leder høyst to år på rad": [
        "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2021-01-01, til: 2022-01-01}]}",
    ],
    "godkjent i samråd": [om_moetet(I_RAADET, "", LEDER_OG_PER)[0]],
    "oppfølging innen fristen": [
        I_REDAKSJONSRAADET + fulgt_opp("frist: 2022-12-01, fullfoert: 2022-12-01"),
        I_REDAKSJONSRAADET + fulgt_opp("ansvarlig: nav, frist: 2022-12-01"),
    ],
    "før beslutning": [sak("type: vedtak, foer_beslutning: nei")],
    "ikke bare i etterkant": [ET_AAR + sak("type: valg, foer_beslutning: ja")],
    "kontaktperson": [med_verv("kontaktperson", "bruker")[1]],
    "dedikert ansatt": [med_verv("brukerutvalgsansvarlig", "bruker")[1]],
    "til overordnet, eller lagt ut": [
        OVER_OG_UNDER + sendt_ut("referat: {publisert: ~}", "")[0],
    ],
    "sekretær fra Nav": [med_verv("sekretaer", "bruker")[1]],
    "sekretær fra Nav eller kommunen": [med_verv("sekretaer", "bruker")[1]],
    "fortrolig sak": [sak(FORTROLIG)],
    "hvem til ungdomsrådet": [
        HOS_UNGDOM.replace(
            "FOLK",
            f"{{navn: Kari, fra_utvalg: utvalget, verv: leder}}, {{navn: Vera, fra_utvalg: utvalget, verv: {verv}}}",
        )
        for verv in ("vara", "nestleder")
    ],
    "noen nye, noen som blir": [runde("ida", "ola")],
    "dekning": [
        deltaker("bruker", "dekker: [reise, moetegodtgjoerelse]"),
        deltaker("bruker", "dekker: [tapt_arbeidsfortjeneste, moetegodtgjoerelse]"),
        deltaker("bruker", "dekker: [tapt_arbeidsfortjeneste, reise]"),
    ],
    "arbeidsutvalget": [
        ARBEIDSUTVALG.replace("VALGT", people)
        for people in ("kari, nina", "per, nina", "kari, per", "kari, per, odd")
    ]
    + [ARBEIDSUTVALG.replace("VALGT", "kari, per, nina").replace("side: nav, ", "")],
    "redaksjonsrådet": [
        REDAKSJONSRAAD.replace("VALGT", people)
        for people in ("kari, per, nina", "kari, nina, odd", "kari, per, nina, odd, mari")
    ],
    "på nav.no": [sendt_ut(f"referat: {{{PUBLISERT}}}", "")[0]],
    "på nav.no når det er godkjent": [sendt_ut(UTSENDT_ETTER, "")[0]],
    "universell utforming": [om_moetet("form: hybrid, sted: {universell_utforming: nei}", "")[0]],
    "modul 2": [trent("bruker", "{modul: 1, dato: 2021-02-01}")],
    "ledere deltar": [
        runde_av_kurs("deltakere: [fylkesdirektoer]", 2),
        runde_av_kurs("deltakere: [nav-leder]", 2),
    ],
    "kjønnsbalanse": [
        balanse("kvinner: 3, menn: 0"),
        balanse("kvinner: 4, menn: 1"),
        balanse("kvinner: 4, menn: 0"),
        balanse("kvinner: 6, menn: 2"),
        balanse("kvinner: 7, menn: 3"),
        balanse("kvinner: 5, menn: 4", vara="kvinner: 2, menn: 0"),
    ],
}
"""The parts of what a row says: each of them broken alone."""

FLERE_HOLDT: dict[str, list[str]] = {
    "oppfølging innen fristen": [
        fulgt_opp("frist: 2022-12-01"),
        I_REDAKSJONSRAADET.replace("2022-01-01", "2022-11-17") + fulgt_opp("frist: 2022-12-01"),
    ],
    "over halvparten fra paraply": [
        f"{ORGANISASJONER.replace('paraply', 'landsdekkende')}medlemmer/kari: {{{FFO}}}"
    ],
    "underrepresenterte": [
        f"medlemmer/kari: {{grupper: [{group}], oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}"
        for group in ("korttidstilsett", "deltidstilsett")
    ],
    "forslag": [f"medlemmer/nina: {{{AV_NAV}}}", oppnevnt("leder", "av: nav")],
    "fullmakt": [f"medlemmer/nina: {{{AV_NAV}}}", oppnevnt("leder", "fullmakt: nei")],
    "oppnevnt av eier": [oppnevnt("leder", "av: ffo")],
    "leder fra brukersiden": [oppnevnt("nestleder", "side: nav")],
    "leder fra en organisasjon i utvalget": [oppnevnt("nestleder", "side: nav")],
    "medlem to år": [
        "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2019-01-01, til: 2022-01-01}]}",
    ],
    "leder høyst to år på rad": [perioder(3, "nestleder", 2)],
    "høyst tre perioder": [perioder(4, "vara", 2)],
    "høyst to perioder": [perioder(3, "vara", 2)],
    "foreslått av det rådet som finnes": [
        om_moetet("sakliste: {foreslaatt_av: arbeidsutvalg}", "", I_REDAKSJONSRAADET)[0],
        om_moetet("sakliste: {foreslaatt_av: nav}", "", NINA)[0],
    ],
    "godkjent i samråd": [
        om_moetet("sakliste: {godkjent_av: kari, i_samraad_med: arbeidsutvalg}", "", KARI_LEDER)[0]
    ],
    "dedikert ansatt": [med_verv("brukerutvalgsansvarlig", "kommune")[1]],
    "til overordnet, eller lagt ut": [
        OVER_OG_UNDER + sendt_ut(f"referat: {{{PUBLISERT}}}", "")[0],
        OVER_OG_UNDER
        + sendt_ut(f"referat: {{{PUBLISERT.replace('nav.no', 'nettsida')}, sendt_til: ukjent}}", "")[0],
    ],
    "før beslutning": [sak("type: orientering, foer_beslutning: nei")],
    "sekretær fra Nav eller kommunen": [med_verv("sekretaer", "kommune")[1]],
    "fortrolig sak": [sak("type: annet")],
    "sendt videre": [sak("type: annet")],
    "dekning": [deltaker("nav", "dekker: []")],
    "statens regler": [deltaker("nav", "godtgjoeres_etter: egne_regler")],
    "statens eller kommunens regler": [
        deltaker("bruker", "godtgjoeres_etter: kommunale_regler"),
        deltaker("nav", "godtgjoeres_etter: egne_regler"),
    ],
    "Nav stemmer ikke": [gjest("verv: leder, stemmerett: nei")],
    "ungdomsrådet stemmer ikke": [
        gjest("verv: leder, stemmerett: nei").replace(
            "oppmoete:", "saker: [{nr: 1/22, tittel: Jobb, type: annet, innmeldt_av: unge}], oppmoete:"
        )
    ],
    "hvem fra ungdomsrådet": [gjest("verv: leder")],
    "hvem til ungdomsrådet": [
        HOS_UNGDOM.replace("FOLK", "{navn: Vera, fra_utvalg: utvalget, verv: vara}"),
        HOS_UNGDOM.replace("FOLK", "{navn: Ola, fra_utvalg: utvalget, verv: nestleder}"),
        HOS_UNGDOM.replace("FOLK", "{navn: Gjesten, fra_utvalg: et-annet}"),
    ],
    "stemmer ikke hos ungdomsrådet": [
        HOS_UNGDOM.replace("FOLK", "{navn: Gjesten, fra_utvalg: et-annet, stemmerett: ja}"),
    ],
    "universell utforming": [om_moetet("form: digitalt", "")[0]],
    "modul 1": [trent("nav", "{modul: 2, dato: 2021-02-01}")],
    "modul 2": [trent("kommune", "")],
    "tilgang til modul 1": [
        trent("bruker", "{modul: 1, dato: 2021-02-01}", bekreftet=False),
        trent("nav", "", bekreftet=False),
    ],
    "arrangør av modul 1": [runde_av_kurs("arrangert_av: fylket", 2)],
    "arrangør av modul 2": [
        runde_av_kurs("arrangert_av: ffo", 1),
        runde_av_kurs("arrangert_av: nav-fylke", 2),
    ],
    "betaler for modul 1": [runde_av_kurs("betalt_av: fylket", 2)],
    "betaler for modul 2": [runde_av_kurs("betalt_av: ffo", 1), runde_av_kurs("betalt_av: nav-fylke", 2)],
    "ledere deltar": [
        runde_av_kurs("deltakere: [ukjent-person]", 1),
        runde_av_kurs("deltakere: [avdelingsdirektoer, nav-leder]", 2),
    ],
    "bundet av et mandat": [
        PROEVER["bundet av et mandat"][1].replace("type: mandat", f"type: {kind}")
        for kind in ("mal", "retningslinje")
    ],
    "kjønnsbalanse": [
        balanse("kvinner: 1, menn: 0"),
        balanse("kvinner: 2, menn: 1"),
        balanse("kvinner: 3, menn: 2"),
        balanse("kvinner: 5, menn: 3"),
        balanse("kvinner: 6, menn: 4"),
    ],
}
"""What a row leaves alone, or allows as well."""

RADER: dict[str, dict[str, str]] = {
    "mal-nav-kontor-2015": {
        "evaluering": "evaluering hver periode",
        "bredde": "alle grupper",
        "paraply": "over halvparten fra paraply",
        "forslag": "forslag",
        "fullmakt": "fullmakt",
        "oppnevnt-av": "oppnevnt av eier",
        "nav-leder": "Nav-leder til stede",
        "leder-side": "leder fra en organisasjon i utvalget",
        "leder-tid": "leder høyst to år på rad",
        "medlem-tid": "medlem to år",
        "moeteledelse": "leder leder møtet",
        "sakliste": "godkjent av leder",
        "sakliste-forslag": "foreslått av det rådet som finnes",
        "redaksjonsraad-oppfoelging": "oppfølging innen fristen",
        "tidlig": "før beslutning",
        "sekretariat": "sekretær fra Nav eller kommunen",
        "moeter": "fire møter",
        "fortrolighet": "fortrolig sak",
        "referat-fylke": "til Nav fylke",
        "referat-navno": "på nav.no via Nav fylke",
        "utvalgets-tid": "utvalget to år",
        "perioder": "høyst tre perioder",
        "fornyelse": "noen nye, noen som blir",
        "godtgjoerelse": "dekning",
        "godtgjoerelse-regler": "statens eller kommunens regler",
    },
    "nav-troendelag-2020": {
        "evaluering": "evaluering hvert år",
        "samling": "samling annethvert år",
        "oversending": "sendt videre",
        "bredde": "alle grupper",
        "paraply": "over halvparten fra paraply",
        "forslag": "forslag",
        "fullmakt": "fullmakt",
        "oppnevnt-av": "oppnevnt av eier",
        "fylkesdirektoer": "fylkesdirektør til stede",
        "nav-stemmerett": "Nav stemmer ikke",
        "ungdomsraad": "ungdomsrådet stemmer ikke",
        "ungdomsraad-hvem": "hvem fra ungdomsrådet",
        "til-ungdomsraadet": "hvem til ungdomsrådet",
        "til-ungdomsraadet-rett": "stemmer ikke hos ungdomsrådet",
        "leder-side": "leder fra brukersiden",
        "arbeidsutvalg": "arbeidsutvalget",
        "sakliste": "foreslått av arbeidsutvalg",
        "tidlig": "før beslutning",
        "sekretariat": "sekretær fra Nav",
        "fortrolighet": "fortrolig sak",
        "moeter": "fire møter",
        "publisering": "på nav.no",
        "utvalgets-tid": "utvalget to år",
        "fornyelse": "noen nye, noen som blir",
        "godtgjoerelse": "dekning",
        "godtgjoerelse-regler": "statens regler",
    },
    "nav-vestland-2019": {
        "klagegjennomgang": "klagegjennomgang",
        "evaluering": "evaluering annethvert år",
        "samling": "samling annethvert år",
        "forslag": "forslag",
        "fullmakt": "fullmakt",
        "underrepresenterte": "underrepresenterte",
        "ledarval": "ledervalg",
        "leder-side": "leder fra en organisasjon i utvalget",
        "leder-tid": "leder høyst to år på rad",
        "moeteleiing": "leder leder møtet",
        "sakliste-godkjenning": "godkjent i samråd",
        "redaksjonsraad": "redaksjonsrådet",
        "sakliste": "foreslått av redaksjonsråd",
        "tidleg": "før beslutning",
        "fortrulegheit": "fortrolig sak",
        "sekretariat": "sekretær fra Nav",
        "kontaktperson": "kontaktperson",
        "moete": "fire møter",
        "publisering": "på nav.no når det er godkjent",
        "lokale": "universell utforming",
        "sakspapirer": "papirer ti dager før",
        "periodar": "høyst to perioder",
        "fornying": "noen nye, noen som blir",
        "opplaering": "opplæring",
        "godtgjersle": "dekning",
        "godtgjersle-reglar": "statens regler",
    },
    "opplaering-fylke": {
        "modul-1": "modul 1",
        "modul-2": "modul 2",
        "modul-2-uten-verv": "modul 2 uten verv",
        "modul-1-arrangoer": "arrangør av modul 1",
        "modul-2-arrangoer": "arrangør av modul 2",
        "modul-1-betaler": "betaler for modul 1",
        "modul-2-betaler": "betaler for modul 2",
        "ledere-deltar": "ledere deltar",
        "tilgang": "tilgang til modul 1",
    },
    "fafo-anbefalinger": {
        "mandat": "bundet av et mandat",
        "moeteplan": "møteplan",
        "foer-beslutning": "før beslutning",
        "ikke-bare-etterpaa": "ikke bare i etterkant",
        "dedikert-ansatt": "dedikert ansatt",
        "runde": "organisasjonenes runde",
        "moeteevaluering": "møteevaluering",
        "aarlig-moete": "organisasjonsmøte",
        "fylkessamlinger": "samling annethvert år",
        "referater-tilgjengelige": "til overordnet, eller lagt ut",
        "fellesmoeter": "fellesmøte",
        "aapne-moeter": "et åpent møte",
    },
    "likestillingslov-28": {"kjoennsbalanse": "kjønnsbalanse"},
}

ALLE_RADER = [(rules, row, trial) for rules, rows in RADER.items() for row, trial in rows.items()]


def hver_for_seg(flere: dict[str, list[str]], nr: int) -> list[tuple[str, str, str]]:
    """Each row with each register it is put to; `nr` is the place in the trial of the one that stands for the whole."""
    return [
        (rules, row, register)
        for rules, row, trial in ALLE_RADER
        for register in (PROEVER[trial][nr], *flere.get(trial, ()))
    ]


@cache
def kontrollert(regelverk: str) -> frozenset[str]:
    """The provisions of a shipped rule set that the program checks."""
    rules = load(WorkTree(ROOT)).regelverk[regelverk]
    return frozenset(b.id for b in rules.bestemmelser if kontroll(b) == "maskin")


@pytest.mark.parametrize(("regelverk", "rad", "register"), hver_for_seg(FLERE_BRUDD, 0))
def test_a_register_that_breaks_it_is_found_once(regelverk: str, rad: str, register: str) -> None:
    found = dom(f"mandat: {regelverk}\n{dedent(register)}").funn
    cited = [f.finding.kilde for f in found if f.finding.kilde and f.finding.kilde.bestemmelse == rad]
    assert [(k.regelverk, k.bestemmelse) for k in cited] == [(regelverk, rad)]


@pytest.mark.parametrize(("regelverk", "rad", "register"), hver_for_seg(FLERE_HOLDT, 1))
def test_a_register_that_keeps_it_is_judged_and_found_well(regelverk: str, rad: str, register: str) -> None:
    assert utfall(dom(f"mandat: {regelverk}\n{dedent(register)}"), rad) == []


@pytest.mark.parametrize(("regelverk", "rad", "proeve"), ALLE_RADER)
def test_a_register_that_keeps_it_has_something_to_keep(regelverk: str, rad: str, proeve: str) -> None:
    """Nothing is said of what nothing has happened to, either: that is not to keep it."""
    text = f"mandat: {regelverk}\n{dedent(PROEVER[proeve][1])}"
    lastet = load(tree(text))
    day = date.fromisoformat(yaml.load(text, yaml.CBaseLoader).get("dato", "2023-01-01"))
    skjerm = Skjerm(Locator(tree(text)), lastet.register)
    bound = stilling(lastet.register.mapper["utvalget"], lastet.register, lastet.regelverk, day, skjerm)
    outcomes = [p.utfall for rules in bound for p in rules.punkter if p.provision.bestemmelse.id == rad]
    assert outcomes == ["bekreftet" if rad == "tilgang" else "holdt"]


@pytest.mark.parametrize("regelverk", RADER)
def test_every_provision_that_is_checked_is_on_trial(regelverk: str) -> None:
    attested = {"tilgang"}  # answered by a person, and asked for by the program
    assert set(RADER[regelverk]) - attested == kontrollert(regelverk) - attested


def test_no_trial_is_for_nothing() -> None:
    assert {trial for _, _, trial in ALLE_RADER} == set(PROEVER)
    assert {*FLERE_BRUDD, *FLERE_HOLDT} <= set(PROEVER)
