"""Breaches to plant in an invented country: every sort there is a check for, known by name, each in a place of its own.

What is found can then be held up against what there is to find: these, where they are said to be, and nothing else.
"""

from __future__ import annotations

from collections import deque
from random import Random

from planting import (
    Brudd,
    Filer,
    Plantet,
    Sted,
    bundet_av,
    bytt,
    byttet,
    hos_lederen,
    ny_fil,
    nytt_regelverk,
    regelverk,
    stedet,
    tillagt,
)


def med_brudd(files: Filer, hver: int = 3, seed: int = 0) -> tuple[Filer, list[Brudd]]:
    """The same with a breach in every so many councils, of each sort in turn, and the list of them."""
    draw, planted = Random(seed), list[Brudd]()
    files = dict(files)
    kinds = deque(SLAGENE.items())
    councils = sorted({path.split("/")[1] for path in files if path.startswith("utvalg/")})
    for name in councils[::hver]:
        meetings = sorted(path for path in files if path.startswith(f"utvalg/{name}/moeter/"))
        place = stedet(name, draw.choice(meetings[1:-2]))
        navn, plant = kinds[0]
        kinds.rotate(-1)
        planted.append(Brudd(navn, plant(files, place)))
    return files, planted


def _kopiert(files: Filer, sted: Sted) -> str:
    copy = sted.moete.replace(".yaml", " - Kopi.yaml")
    files[copy] = files[sted.moete]
    return copy


def _holdt_med_et_annet(files: Filer, sted: Sted) -> str:
    """A meeting that is also another council's, of whose people nobody was there: it is that one's breach, here."""
    other = next(each for each in sorted(files) if each.endswith("/utvalg.yaml") and sted.utvalg not in each)
    files[sted.moete] += f"felles_med: [{other.split('/')[1]}]\n"
    return sted.moete


def _uten_sete(files: Filer, sted: Sted) -> str:
    files[sted.medlem("gro-nordmann")] = "navn: Gro Nordmann\nside: bruker\nrepresenterer: org-1\n"
    there = "oppmoete:\n  - {person: gro-nordmann, godtgjoeres_etter: statens_personalhaandbok, dekker: [reise]}\n"
    return bytt(files, sted.moete, "oppmoete:\n", there)


def _ukjent_tittel(files: Filer, sted: Sted) -> str:
    another = f"funksjon:\n  - {{funksjon: tiltaks_koordinator, fra: {sted.runde}-01-01}}\n"
    return bytt(files, sted.medlem(sted.sekretaer), "funksjon:\n", another)


def _endret_etterpaa(files: Filer, sted: Sted) -> str:
    """The minutes were approved, and their seal is not that of what stands there now."""
    meetings = sorted(path for path in files if path.startswith(f"{sted.mappe}/moeter/2"))
    later = meetings[meetings.index(sted.moete) + 1]
    case = next(line for line in files[later].splitlines() if line.startswith("  - nr: "))
    day = later.rpartition("/")[2].removesuffix(".yaml")
    sealed = f"  godkjent: {{moete: {day}, sak: {case.removeprefix('  - nr: ')}, segl: 0123456789abcdef}}\n"
    return bytt(files, sted.moete, "\nreferat:\n", f"\nreferat:\n{sealed}")


def _uten_hendelsen(hva: str) -> Plantet:
    """A year in which it did not happen."""

    def plant(files: Filer, sted: Sted) -> str:
        path, start = f"{sted.mappe}/hendelser.yaml", f"- {{hva: {hva}, dato: {sted.dag[:4]}"
        line = next(line for line in files[path].splitlines() if line.startswith(start))
        bytt(files, path, f"{line}\n", "")
        return f"{sted.mappe}/utvalg.yaml"

    return plant


def _annens_vedtak(files: Filer, sted: Sted) -> str:
    other = "nav-001" if sted.utvalg == "nav-000" else "nav-000"
    return bundet_av(regelverk("vedtak", f"utvalg: {other}\n"))(files, sted)


def _valgt_i_en_annen_sak(files: Filer, sted: Sted) -> str:
    number = _sakene(files, sted)[0].removeprefix("  - nr: ")
    start = f"{{verv: leder, fra: {sted.runde}-01-01,"
    new = start.replace("leder,", f"leder, valgt_i: {number},")
    return bytt(files, sted.medlem(sted.leder), start, new)


def _for_lenge(files: Filer, sted: Sted) -> str:
    path = sted.medlem(sted.leder)
    last = [line for line in files[path].splitlines() if "verv: medlem" in line][-1]
    end = last.split("til: ")[1][:4]
    return bytt(files, path, last, last.replace(f"til: {end}", f"til: {int(end) + 1}"))


def _for_sent(files: Filer, sted: Sted) -> str:
    line = next(line for line in files[sted.moete].splitlines() if line.startswith("sendt: "))
    sent = line.split("sakspapirer: ")[1][:10]
    return bytt(files, sted.moete, f"sakspapirer: {sent}", f"sakspapirer: {sted.dag}")


def _sakene(files: Filer, sted: Sted) -> list[str]:
    return [line for line in files[sted.moete].splitlines() if line.startswith("  - nr: ")]


def _samme_nummer(files: Filer, sted: Sted) -> str:
    numbers = _sakene(files, sted)
    return bytt(files, sted.moete, numbers[2], numbers[1])


def _samme_id(files: Filer, sted: Sted) -> str:
    meetings = sorted(path for path in files if path.startswith(f"{sted.mappe}/moeter/"))
    mark = f"id: m{sted.utvalg.replace('-', '')}abcdefgh\n"
    for path in (meetings[0], sted.moete):
        files[path] += mark
    return sted.moete


def _etter_siste_dag(files: Filer, sted: Sted) -> str:
    """The council is no more, and is to meet."""
    path = f"{sted.mappe}/utvalg.yaml"
    last = files[path].split("\nregistrert_til: ")[1][:10]
    files[path] += f"nedlagt: {last}\n"
    after = f"{int(last[:4]) + 1}-02-10"
    return ny_fil(f"moeter/{after}.yaml", f"dato: {after}\nstatus: planlagt\n")(files, sted)


def _ikke_lagt_fram(files: Filer, sted: Sted) -> str:
    line = next(line for line in files[sted.moete].splitlines() if line.startswith("    godkjenner: "))
    return bytt(files, sted.moete, f"{line}\n", "")


def _navn_i_en_tekst(files: Filer, sted: Sted) -> str:
    files[sted.medlem("olve-skjultesen")] = (
        "navn: Olve Skjultesen\nside: bruker\npublisering: kun_organisasjon\n"
    )
    files[sted.moete] += "innledning: Olve Skjultesen ønska velkomen.\n"
    return sted.moete


def _aldri_lagt_ut(files: Filer, sted: Sted) -> str:
    line = files[sted.moete].split("\nreferat:\n")[1].splitlines()[0]
    return bytt(files, sted.moete, line, line.replace("kanal: nav.no", "kanal: e-post"))


SLAGENE: dict[str, Plantet] = {
    # What is wrong with a file as such.
    "fil-yaml": tillagt("praktisk: [\n"),
    "fil-tom": ny_fil("saker/2019-099.yaml", ""),
    "fil-tegn": tillagt("praktisk: hei\u200bder\n"),
    "fil-tabulator": byttet("form: hybrid", "\tform: hybrid"),
    "fil-for-dyp": tillagt(f"praktisk: {'[' * 80}{']' * 80}\n"),
    "fil-navn": ny_fil("medlemmer/Kåre Ås.yaml", "navn: Kåre Ås\nside: bruker\n"),
    "fil-kopi": _kopiert,
    "ukjent-fil": ny_fil("notat.yaml", "notat: noe\n"),
    "flere-dokument": tillagt("---\nmer: her\n"),
    "yaml-anker": tillagt("praktisk: &a Hei\n"),
    "yaml-merke": tillagt("praktisk: !!str Hei\n"),
    "yaml-noekkel": tillagt("? [a, b]\n: c\n"),
    "ukjent-noekkel": tillagt("ukjent_noekkel: ja\n"),
    "dobbel-noekkel": tillagt("form: digitalt\n"),
    "mangler-noekkel": byttet("status: avholdt\n", ""),
    "feil-verdi": byttet("form: hybrid", "form: hybridd"),
    "tom-tekst": tillagt('praktisk: ""\n'),
    "tekst-kuttet": tillagt("praktisk: Møt opp #5 i gangen\n"),
    "umulig-dato": tillagt("slutt_dato: 2019-02-30\n"),
    "mal-feil": ny_fil("templates/referat.md.j2", "{% if %}"),
    # What must hold whatever the mandate says.
    "ukjent-referanse": byttet("forfall: []", "forfall: [ingen-kjenner]"),
    "id-og-filnavn": _samme_id,
    "dobbel-bestemmelse": nytt_regelverk(
        regelverk("mal", bestemmelser="[" + "{id: a, avsnitt: A, styrke: skal, tekst: T.}, " * 2 + "]")
    ),
    "arv": nytt_regelverk(regelverk("mandat", "bygger_paa: finnes-ikke\n")),
    "eget-vedtak": _annens_vedtak,
    "opphevet": bundet_av(regelverk("retningslinje", "status: opphevet\n")),
    "nivaa": bundet_av(regelverk("retningslinje", "nivaa: [lokal]\n")),
    "overlapp": hos_lederen(
        "{{verv: leder, fra: {aar}-01-01,",
        "{{verv: leder, fra: {aar}-01-01, til: {aar}-06-30, av: nav-fylke}}\n  - {{verv: leder, fra: {aar}-06-30,",
    ),
    "moett-og-forfall": byttet("forfall: []", "forfall: [{leder}]"),
    "kom-og-gikk": byttet("person: {leder},", "person: {leder}, gikk: 1/99,"),
    "stemmetall": byttet("enstemmig: ja", "stemmer: {{for: 20, mot: 1}}"),
    "funksjonsnavn": _ukjent_tittel,
    "moetedag": ny_fil("moeter/2024-05-17.yaml", "dato: 2024-05-17\nstatus: planlagt\n"),
    "levetid": _etter_siste_dag,
    "nevnt-to-ganger": tillagt("undertegnes_av: [{leder}, {leder}]\n"),
    "uten-sete": _uten_sete,
    "valg-og-oppnevning": _valgt_i_en_annen_sak,
    "saksnummer": _samme_nummer,
    "referat-til-godkjenning": _ikke_lagt_fram,
    "segl": _endret_etterpaa,
    "vedlegg": byttet(
        "    fase: planlegging\n", "    fase: planlegging\n    vedlegg: [{{tittel: Plan, fil: plan.pdf}}]\n"
    ),
    "offentlig-tittel": byttet(
        "    fase: planlegging\n", "    fase: planlegging\n    offentlig_tittel: En sak\n"
    ),
    "nettside": tillagt('innledning: "Les mer [her](https://www.nav.no/brukerutvalg)."\n'),
    "personvern": tillagt("praktisk: Ring Kari på 912 34 567.\n"),
    "navn-i-tekst": _navn_i_en_tekst,
    # What the mandates say.
    "hyppighet": _uten_hendelsen("evaluering"),
    "frist": _for_sent,
    "sammensetning": _holdt_med_et_annet,
    "rettighet": byttet("person: {sekretaer},", "person: {sekretaer}, stemmerett: ja,"),
    "utsending": _aldri_lagt_ut,
    "krav": byttet("moeteleder: {leder}\n", ""),
    "funksjonstid": _for_lenge,
    "bekreftelse": _uten_hendelsen("bekreftelse"),
}
"""Each sort, by the name of its finding, and how it is planted."""

UTELATT: dict[str, str] = {
    "fil-koding": "an invented file is text",
    "fil-for-stor": "it would be larger than the rest of the register",
    "fil-ulesbar": "what it hides is then unread in other files, too",
    "eldre-skrivemaate": "a rule set of its own time, and not of these",
    "mandat-ute": "nobody sits after the last day of the records",
    "uten-oppnevnte": "nobody sits after the last day of the records",
    "aldri-foert": "a provision that nobody keeps is a breach of it, too",
    "vara-og-medlem": "the councils have no deputies",
    "samme-person": "it is of two councils",
    "saksgang": "no case is put off",
    "oppfoelging": "all that was agreed on was done",
    "foert-sent": "asks git when it was recorded",
    "lagt-ut": "asks git when it was recorded",
    "nummer-igjen": "asks git when it was recorded",
}
"""What there is a check for and nothing planted, and why."""
