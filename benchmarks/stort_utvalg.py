"""An invented council with twelve years of records, one hundred files in all: what the benchmarks read."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from textwrap import indent

UTVALG = "nav-storvik"
REGELVERK = "nav-troendelag-2020"
AAR = range(2012, 2024)
MOETEMAANEDER = (1, 3, 5, 8, 10, 12)
SAKER = ("Status for tiltak", "Brev som folk forstår", "Digitale søknader", "Ventetid på telefon", "Ungdom")
GODTGJOERELSE = (
    "godtgjoeres_etter: statens_personalhaandbok, "
    "dekker: [tapt_arbeidsfortjeneste, reise, moetegodtgjoerelse]"
)
REFERAT = """\
Fylkesdirektøren la fram tallene for siste kvartal og viste hva som er gjort siden forrige møte.
Utvalget viste til erfaringer fra organisasjonene: mange vet ikke hvem de skal spørre, og svarene
varierer fra kontor til kontor.

- Brevene bør si hva som skjer videre, og når.
- Den som har bedt om et møte, skal få vite hvem som kommer.
"""


def write_council(root: Path, regelverk: Path, utvalg: str = UTVALG) -> int:
    """Write the register under `root`, bound by this rule set, and return the number of files.

    Another council can be written beside the first: they share the rule set and the organisations.
    """
    files = shared_files(regelverk) | council_files(utvalg)
    write_files(root, files)
    return len(files)


def shared_files(regelverk: Path) -> dict[str, str]:
    """What every council shares, by path under `records/`."""
    return {
        "organisasjoner.yaml": _organisasjoner(),
        f"regelverk/{REGELVERK}.yaml": regelverk.read_text(encoding="utf-8"),
    }


def council_files(utvalg: str, years: range = AAR) -> dict[str, str]:
    """The files of one council in these years, an even number of them from an even year, by path under `records/`."""
    files = {
        f"utvalg/{utvalg}/utvalg.yaml": _utvalg(years),
        f"utvalg/{utvalg}/hendelser.yaml": _hendelser(years),
    }
    for aar in years[::2]:
        for nr in range(4):
            files[f"utvalg/{utvalg}/medlemmer/{_person(aar, nr)}.yaml"] = _medlem(aar, nr, years)
    for nr, dag in enumerate(_moetedager(years)):
        files[f"utvalg/{utvalg}/moeter/{dag}.yaml"] = _moete(nr, dag, years)
    return files


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Write these under `records/` in a folder."""
    for path, text in files.items():
        file = root / "records" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def _organisasjoner() -> str:
    private = (f"org-{nr}: {{navn: Organisasjon {nr}, type: paraply, side: bruker}}\n" for nr in range(3))
    return "".join(private) + "nav-fylke: {navn: NAV Storvik, type: offentlig, side: nav}\n"


def _utvalg(years: range) -> str:
    return f"""\
navn: {{nb: Brukerutvalget i Storvik, nn: Brukarutvalet i Storvik}}
nivaa: fylke
maalform: nb
eier: nav-fylke
organisasjoner: [org-0, org-1, org-2]
registrert_fra: {years[0]}-01-01
registrert_til: {years[-1]}-12-31
regelverk:
  - {{id: {REGELVERK}, fra: {years[0]}-01-01}}
"""


def _hendelser(years: range) -> str:
    runder = [f"- {{hva: oppnevningsrunde, dato: {aar}-01-01, til: {aar + 1}-12-31}}\n" for aar in years[::2]]
    hvert_aar = [
        f"- {{hva: {hva}, dato: {aar}-06-01}}\n"
        for aar in years
        for hva in ("evaluering", "erfaringssamling")
    ]
    return "".join(runder + hvert_aar)


def _person(aar: int, nr: int) -> str:
    return f"{('kari', 'ola', 'anne', 'per')[nr]}-nordmann-{aar}"


def _verv(nr: int, *, first: bool) -> list[str]:
    """Everybody is a member; in the first of two rounds one of them leads, and Nav's own is the secretary."""
    return ["medlem", {0: "leder", 3: "sekretaer"}[nr]] if first and nr in {0, 3} else ["medlem"]


def _medlem(aar: int, nr: int, years: range) -> str:
    """Two terms on end; the first of each round leads the council, the last is Nav's own."""
    side, org = ("nav", "nav-fylke") if nr == 3 else ("bruker", f"org-{nr}")
    terms = [
        f"  - {{verv: {verv}, fra: {start}-01-01, til: {start + 1}-12-31, av: nav-fylke, "
        f"foreslaatt_av: {org}, fullmakt: ja}}\n"
        for start in (aar, aar + 2)
        for verv in _verv(nr, first=start == aar)
        if start in years
    ]
    funksjon = f"funksjon:\n  - {{funksjon: fylkesdirektoer, fra: {aar}-01-01}}\n" if nr == 3 else ""
    return (
        f"navn: {_person(aar, nr).replace('-', ' ').title()}\nside: {side}\nrepresenterer: {org}\n{funksjon}"
        f"oppnevninger:\n{''.join(terms)}opplaering:\n  - {{modul: 1, dato: {aar}-03-04}}\n"
    )


def _moetedager(years: range) -> list[date]:
    return [date(aar, maaned, 14) for aar in years for maaned in MOETEMAANEDER]


def _moete(nr: int, dag: date, years: range) -> str:
    runde = dag.year - dag.year % 2
    tilstede = [_person(aar, n) for aar in (runde, runde - 2) if aar in years for n in range(4)]
    sendt = dag - timedelta(days=14)
    foerste = nr % len(MOETEMAANEDER) * (len(SAKER) + 1) + 1
    forrige = _moetedager(years)[nr - 1] if nr else None
    saker = [_sak(f"{foerste + i + 1}/{dag:%y}", tittel, dag) for i, tittel in enumerate(SAKER)]
    return f"""\
dato: {dag}
tid: 12:15
slutt: 15:00
sted: {{navn: Storvik rådhus, universell_utforming: ja}}
form: hybrid
status: avholdt
sakliste:
  foreslaatt_av: arbeidsutvalg
  godkjent_av: {tilstede[0]}
  dato: {sendt}
  publisert: {{dato: {sendt}, kanal: nav.no}}
sendt: {{innkalling: {sendt}, sakspapirer: {sendt}, referat: {dag + timedelta(days=7)}}}
moeteleder: {tilstede[0]}
referent: {tilstede[3]}
oppmoete:
{"".join(f"  - {{person: {person}, {GODTGJOERELSE}}}{chr(10)}" for person in tilstede)}\
forfall: []
referat:
  publisert: {{dato: {dag + timedelta(days=20)}, kanal: nav.no}}
saker:
  - nr: {foerste}/{dag:%y}
    tittel: Godkjenning av innkalling og referat
    type: godkjenning
{f"    godkjenner: {forrige}{chr(10)}" if forrige else ""}\
    vedtak: {{tekst: Godkjent uten merknader., enstemmig: ja}}
{"".join(saker)}"""


def _sak(nr: str, tittel: str, dag: date) -> str:
    return f"""\
  - nr: {nr}
    tittel: {tittel}
    type: droefting
    innmeldt_av: bruker
    fase: planlegging
    foer_beslutning: ja
    tema: [tjenester]
    referat: |
{indent(REFERAT, "      ")}\
    vedtak: {{tekst: Utvalget tar saken til orientering.}}
    oppfoelging:
      - hva: Legge fram tallene på nytt
        ansvarlig: nav
        frist: {dag + timedelta(days=60)}
        fullfoert: {dag + timedelta(days=50)}
"""
