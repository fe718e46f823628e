"""The minutes of 16.11.2022, fact by fact: where each stands in the record, and that the document shows it.

The facts are told in words of our own, and the people go by their invented names. Where the minutes do not say
something, it is `ukjent`: that is held in test_shipped_records.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree

ROOT = Path(__file__).parents[2]
MOETET = "records/utvalg/nav-vestland/moeter/2022-11-16.yaml"

S24, S25 = "saker.1.referat", "saker.2.referat"
BRUKTE = "brukte pengane på anna"

FAKTA: list[tuple[str, str, str]] = [
    # Before the first case
    ("who bade welcome, and spoke of where Nav stands", "innledning", "Ola Berg ønskte velkomen|stoda i Nav"),
    (
        "he praised the units for the extra work",
        "innledning",
        "Han gav ros til einingane|det ekstra arbeidet",
    ),
    ("it came of new rules on an allowance", "innledning", "nye reglane om arbeidsavklaringspengar (AAP)"),
    ("it was demanding", "innledning", "krevjande"),
    ("and all users got what is theirs", "innledning", "alle brukarane har fått det dei har rett til"),
    # From the meeting before the meeting
    ("topics for the meetings of 2023 were suggested", "formoete.referat", "Desse temaa|møta i 2023"),
    ("probation, and those it looks after", "formoete.referat", "friomsorga og dei ho tek seg av"),
    ("should they be represented?", "formoete.referat", "Bør dei vere representerte i møtet?"),
    ("the time until an aid is delivered", "formoete.referat", "treng eit hjelpemiddel, til det er levert"),
    ("practice differs between the centres", "formoete.referat", "ulik frå sentral til sentral"),
    ("who takes it with him", "formoete.referat", "Jon Fjell tek dette med seg"),
    ("who is admitted to hospital is not available", "formoete.referat", "innlagd, er ikkje tilgjengeleg"),
    ("and must still send cards and attend", "formoete.referat", "sende meldekort og delta på møte"),
    ("to keep the benefits", "formoete.referat", "halde på ytingane"),
    (
        "the new strategy moves resources to those in need",
        "formoete.referat",
        "nye verksemdsstrategien|dei som treng det mest",
    ),
    ("among them addicts", "formoete.referat", "mellom dei rusavhengige"),
    ("it takes quite other resources", "formoete.referat", "heilt andre ressursar"),
    ("it may be a topic", "formoete.referat", "kan vere eit tema for utvalet"),
    (
        "eviction from a municipal home was an example",
        "formoete.referat",
        "Utkasting frå kommunal bustad|Det blei fortalt om",
    ),
    (
        "housing benefit goes straight to the housing office",
        "formoete.referat",
        "Bustøtta skal gå rett til bustadkontoret",
    ),
    (
        "36 000 is said to have been paid to the user by mistake",
        "formoete.referat",
        "ved ein feil skal ha fått 36 000 kroner",
    ),
    ("and was spent otherwise", "formoete.referat", BRUKTE),
    ("she was evicted", "formoete.referat", "Ho blei kasta ut"),
    ("and lives in a hotel that Nav pays", "formoete.referat", "bur no på hotell. Nav betaler"),
    ("which is dearer than anything else", "formoete.referat", "mykje dyrare enn alle andre løysingar"),
    (
        "why is there no cooperation to prevent it?",
        "formoete.referat",
        "Kvifor finst det ikkje eit samarbeid som hindrar slikt?",
    ),
    # 23/22
    ("the notice was approved", "saker.0.vedtak.tekst", "Innkallinga til møtet"),
    ("and the minutes of 22 September", "saker.0.vedtak.tekst", "referatet frå møtet 22. september 2022"),
    (
        "what was taken along is a follow-up",
        "saker.0.oppfoelging.0.hva",
        "ventetid på hjelpemiddel og ulik praksis",
    ),
    (
        "by whom",
        "saker.0.oppfoelging.0.ansvarlig",
        "Jon Fjell, avdelingsdirektør, Nav hjelpemiddelsentral Vestland",
    ),
    # 24/22
    (
        "who spoke for the contact centre",
        "saker.1.innleder.0",
        "Siv Haug, avdelingsdirektør, Nav kontaktsenter Vestland",
    ),
    ("she praised the units too", S24, "Også ho gav einingane i Nav Vestland ros"),
    ("waiting in October", S24, "oktober, venta 5 minutt og 30 sekund"),
    ("waiting in November", S24, "I november auka ventetida til 10 minutt"),
    (
        "no complaints, for being rung back works well",
        S24,
        "Likevel har ingen klaga|verkar godt å bli ringd opp att",
    ),
    ("the budget is cut as elsewhere", S24, "Budsjettet er redusert, som elles i Nav"),
    (
        "the aim is a reasonable wait with fewer people",
        S24,
        "halde ventetida rimeleg, sjølv om færre skal svare",
    ),
    ("they will try to close one channel by day", S24, "prøve å stengje «Skriv til oss» på dagtid"),
    ("and point to the chat", S24, "heller vise folk til chatten"),
    ("work has begun for those who are not digital", S24, "få med dei som ikkje er digitale"),
    ("how can they be met?", S24, "Korleis kan senteret hjelpe dei?"),
    ("language is part of it", S24, "mellom anna om språk"),
    ("a strategy is being made", S24, "arbeider med ein strategi"),
    (
        "who spoke for the centre for aids",
        "saker.1.innleder.1",
        "Jon Fjell, avdelingsdirektør, Nav hjelpemiddelsentral Vestland",
    ),
    ("it is cut, too", S24, "Også hjelpemiddelsentralane har fått budsjettkutt"),
    ("the level is kept by digital gains", S24, "på same nivå som før, fordi digitaliseringa gir gevinstar"),
    (
        "it depends on the municipalities' use of Altinn",
        S24,
        "når kommunane bruker Altinn til digitale søknader",
    ),
    (
        "more aware of what is for others",
        S24,
        "medvitne om at dei ikkje skal bruke ressursar på det andre har ansvaret for",
    ),
    ("resources where the needs are", S24, "sikre at ressursane går dit behova er"),
    # 25/22
    ("who presented", "saker.2.innleder.0", "Tor Moe, tiltakskoordinator, Nav Vestland"),
    ("and did so", S25, "Tor Moe orienterte"),
    (
        "the slides are attached and give the topics",
        S25,
        "Presentasjonen hans ligg ved og gir oversikt over temaa",
    ),
    ("a budget of its own", S25, "eit eige budsjett til tenester og arbeidsmarknadstiltak"),
    ("bought: from single employers", S25, "tiltak hos einskilde arbeidsgivarar"),
    ("bought: courses and schools", S25, "plassar på ordinære kurs og skular"),
    ("bought: groups by specification", S25, "gruppetiltak etter kravspesifikasjonar frå Nav"),
    (
        "bought: by agreement from approved enterprises",
        S25,
        "førehandsgodkjende verksemder, etter avtale og kravspesifikasjonar",
    ),
    ("measure 1", S25, "avklaring og oppfølging"),
    ("measure 2", S25, "arbeidsretta rehabilitering"),
    ("measure 3", S25, "arbeidstrening"),
    ("measure 4", S25, "tilskot til arbeidsgivarar"),
    ("measure 5", S25, "opplæring"),
    ("measure 6", S25, "tiltak i skjerma verksemd"),
    ("results as demanded", S25, "om resultata er slik Nav har kravd"),
    (
        "mostly done when the participant has a job",
        S25,
        "I dei fleste tilfella er oppdraget ferdig når deltakaren er i jobb",
    ),
    ("some are followed to see if it lasts", S25, "Nokre gonger følgjer Nav deltakaren vidare|varig løysing"),
    (
        "a special aim in strategy and plan",
        S25,
        "verksemdsstrategien|førebelse plannotatet for 2023|særskilt mål",
    ),
    ("for those furthest from work", S25, "dei som står lengst frå arbeidslivet"),
    (
        "quality matters, not only quantity",
        S25,
        "Det er viktig at Nav også følgjer opp kvaliteten, ikkje berre kvantiteten",
    ),
    ("competence is controlled", S25, "Nav kontrollerer at leverandøren har den kompetansen"),
    ("reports, in time and content", S25, "rapportane kjem i tide og har rett innhald"),
    ("use of capacity", S25, "om plassane blir brukte"),
    ("reviews of quality", S25, "kvalitetsgjennomgangar"),
    ("both participants and staff are asked", S25, "både deltakarane og dei tilsette"),
    (
        "quality weighs more than price, which is new",
        S25,
        "tel kvalitet meir enn pris. Slik var det ikkje før",
    ),
    ("CVs have long been demanded", S25, "lenge måtta leggje fram CV-ane"),
    (
        "documented again when somebody leaves or more is wanted",
        S25,
        "på nytt når nokon sluttar, eller når Nav krev større kapasitet",
    ),
    (
        "done above all for certain groups",
        S25,
        "særleg gjort i tiltak for bestemte målgrupper, til dømes|Aspergers syndrom",
    ),
    ("quality may be hard to define and measure", S25, "kan vere vanskeleg å definere og å måle"),
    ("so methods are demanded", S25, "bestemte metodar som kan borge for kvaliteten"),
    ("such as one well tried and recognised", S25, "Supported Employment (SE), som er velprøvd og anerkjend"),
    (
        "that it is used for all must be documented",
        S25,
        "viktig å dokumentere|for alle deltakarane, ikkje berre for nokre",
    ),
    ("some were asked to take participants back", S25, "blitt bedne om å ta deltakarar inn att"),
    (
        "a system of control is itself of help",
        S25,
        "eit system for kvalitetskontroll i seg sjølv gjer kvaliteten betre",
    ),
    (
        "some measures are run by Nav",
        S25,
        "driv Nav med eigne tilsette|individuell jobbstøtte (IPS), som også følgjer SE-metoden",
    ),
    ("demanding, and close to participants", S25, "krevjande, og dei tilsette følgjer deltakarane tett"),
    ("with good results, and steady", S25, "gir gode resultat, og drifta er stabil og jamn"),
    ("how much is bought is given centrally", S25, "Sentrale føringar seier kor stor del"),
    ("the press may suggest poor quality", S25, "skriv media|kan tyde på at kvaliteten ikkje"),
    (
        "which is rare, and employers are good to work with",
        S25,
        "sjeldne|svært greie og gode å samarbeide med",
    ),
    (
        "who breaks a promise is followed very closely",
        S25,
        "avtalt eller lova, følgjer Nav dei svært tett opp",
    ),
    (
        "employers are not equally good at including",
        S25,
        "ikkje alltid like gode til å inkludere brukarar med psykiske vanskar",
    ),
    ("those are avoided for these groups", S25, "bruker Nav ikkje for desse målgruppene"),
    ("with a degree one stands as others", S25, "nedsett arbeidsevne og høgare utdanning stiller likt"),
    (
        "no shortcut, but the usual way for all",
        S25,
        "ikkje vere ein snarveg|Alle må gå den vanlege karrierevegen",
    ),
    (
        "who said that the market is tight",
        S25,
        "Ola Berg presiserte at arbeidsmarknaden no er særskilt stram",
    ),
    ("and that labour is in demand", S25, "behovet for arbeidskraft er stort"),
    ("employers want people, not money", S25, "spør etter folk, ikkje etter tiltakspengar"),
    ("Nav knows how to use that", S25, "medviten om å nytte situasjonen"),
    ("the reserve is those outside", S25, "hos dei som står utanfor arbeidslivet"),
    (
        "measures are shaped to give what is lacking",
        S25,
        "leggje opp tiltaka slik at folk får den kompetansen",
    ),
    ("annex", "saker.2.vedlegg.0.tittel", "Arbeidsmarkedstiltak og bruk av tiltaksarrangører i NAV"),
    # 26/22
    ("by which tool it was evaluated", "saker.3.referat", "mentimeter.com"),
    ("results are sent with the minutes", "saker.3.referat", "Resultata blir sende ut med referatet"),
    ("last year's are attached", "saker.3.referat", "dei frå 2021 ligg ved"),
    (
        "the mandate is sent out, too",
        "saker.3.vedtak.tekst",
        "Mandatet for brukarutvalet blir også sendt ut med referatet",
    ),
    ("annex", "saker.3.vedlegg.0.tittel", "Resultat av evalueringa i 2022"),
    ("annex", "saker.3.vedlegg.1.tittel", "Resultat av evalueringa i 2021"),
    (
        "annex",
        "saker.3.vedlegg.2.tittel",
        "Utkast til mandat og retningsliner for brukarutval Nav Vestland, 19. mars 2019",
    ),
    # 27/22
    ("the calendar was approved", "saker.4.vedtak.tekst", "Møtekalenderen er godkjend"),
    (
        "but one meeting is decided on in April",
        "saker.4.vedtak.tekst",
        "19. april 2023 avgjer utvalet om det skal vere møte 14. juni",
    ),
    ("the days", "saker.4.referat", "9. februar|19. april|14. juni|13. september|22. november"),
    ("the hour", "saker.4.referat", "alle kl. 12.15"),
    ("informal talk half an hour before", "saker.4.referat", "ein halv time før møtet|uformell prat"),
    (
        "in person, and digitally",
        "saker.4.referat",
        "Alle møta er fysiske, og det går an å vere med digitalt",
    ),
    (
        "deputies may listen digitally",
        "saker.4.referat",
        "Ein vara som ikkje møter for nokon, kan vere med digitalt og høyre på",
    ),
    ("annex", "saker.4.vedlegg.0.tittel", "Framlegg til møtekalender for 2023"),
    # 28/22
    (
        "deputies can take part where members cannot",
        "saker.5.referat",
        "Det er fint om brukarrepresentantane sørgjer for at ein vara kan møte",
    ),
    (
        "so each organisation should have one",
        "saker.5.referat",
        "Derfor er det viktig at alle brukarorganisasjonane har oppnemnt ein vara",
    ),
    (
        "other deputies listen of their own will, digitally",
        "saker.5.referat",
        "kan uansett vere med digitalt som frivillige tilhøyrarar",
    ),
    ("and are invited", "saker.5.referat", "Dei får invitasjon til møta"),
    (
        "the secretary looked afterwards",
        "saker.5.etter_moetet",
        "Sekretæren har sett etter i mandatet, som ligg ved",
    ),
    (
        "two of each",
        "saker.5.etter_moetet",
        "to representantar for brukarorganisasjonane og to frå Nav Vestland",
    ),
    (
        "who recommends to invite those elected",
        "saker.5.etter_moetet",
        "Leiinga i Nav Vestland rår til|blir invitert til neste møte",
    ),
    (
        "and that the rest is decided there",
        "saker.5.etter_moetet",
        "blir avgjort der korleis saka skal handterast vidare",
    ),
    # 29/22
    ("the next meeting", "saker.6.referat", "Neste møte er 9. februar 2023"),
    (
        "the body meets about three weeks before",
        "saker.6.referat",
        "Redaksjonsrådet møtest om lag tre veker før",
    ),
]
"""A fact in short, the route to it in the record, and the words that tell it, in parts."""

VIST = [
    "Onsdag 16. november 2022",
    "Samrøystes.",
    "Leiar for 2023: Kari Nordmann",
    "Nestleiar for 2023: Ola Berg",
    "Per Hansen",
    "Anne Lie",
    "Eva Dahl (sekretær)",
    "Lagt til av sekretæren etter møtet.",
]
"""What the document says of the facts that are no text in the record."""


@cache
def posten() -> Any:
    return yaml.load((ROOT / MOETET).read_text(encoding="utf-8"), yaml.CBaseLoader)


@cache
def dokumentet() -> str:
    """The minutes as a reader meets them, on one line."""
    tree = WorkTree(ROOT)
    lastet = load(tree)
    mappe = lastet.register.mapper["nav-vestland"]
    moete = next(m for m in mappe.moeter if m.dato == date(2022, 11, 16))
    made = lag("referat", lastet.register, mappe, moete, tree)
    assert isinstance(made, str), made
    tokens = MarkdownIt("commonmark").parse(made)
    return _paa_en_linje(
        " ".join(
            "".join(child.content or " " for child in token.children or ())
            for token in tokens
            if token.type == "inline"
        )
    )


def _paa_en_linje(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("**", ""))


def verdi(route: str) -> str:
    value = posten()
    for step in route.split("."):
        value = value[int(step)] if step.isdecimal() else value[step]
    return _paa_en_linje(str(value))


@pytest.mark.parametrize(
    ("fakta", "rute", "ord"), FAKTA, ids=[f"{nr} {f}" for nr, (f, _, _) in enumerate(FAKTA, 1)]
)
def test_the_fact_is_in_the_record_and_in_the_document(fakta: str, rute: str, ord: str) -> None:
    for part in ord.split("|"):
        assert part in verdi(rute), fakta
        assert part in dokumentet(), fakta


@pytest.mark.parametrize("ord", VIST)
def test_what_is_no_text_is_shown(ord: str) -> None:
    assert ord.casefold() in dokumentet().casefold()


def test_no_sentence_of_the_record_is_without_a_fact() -> None:
    """What nobody said is not in the minutes: every sentence tells one of the facts."""
    told = {
        route: [part for _, r, parts in FAKTA if r == route for part in parts.split("|")]
        for _, route, _ in FAKTA
    }
    texts = {
        route: verdi(route) for route in told if route.endswith(("referat", "innledning", "etter_moetet"))
    }
    for route, text in texts.items():
        for sentence in re.split(r"(?<=[.?]) (?=[A-ZÅØÆ])", text):
            assert any(part in sentence or sentence in part for part in told[route]), sentence
