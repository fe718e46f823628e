"""Avgjørelsessvar: how something was decided, as a verb is told of it – votes by number and name, and who decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from brukerutvalg_cli.cli import kjente, svar
from brukerutvalg_cli.cli.faktum import Spoersmaal, eller_ukjent, faktum, tall

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.verdier import Ukjent


class Stemt(NamedTuple):
    """What was said of a voting."""

    enstemmig: str = ""
    for_: str = ""
    mot: str = ""
    avholdende: str = ""
    stemte_for: Sequence[str] | None = None
    stemte_mot: Sequence[str] | None = None
    avsto: Sequence[str] | None = None
    ved_likhet: str = ""


def avstemning(s: Skriving, moete: Moete, sagt: Stemt) -> Postdata:
    """What is to be written of it, by the keys of the files. Where the votes were even, it is asked who decided.

    Raises:
        typer.BadParameter: where something cannot be read and nobody can be asked again, or it cannot be so.
    """
    from brukerutvalg_cli.model.avstemning import Vedtak

    unanimous = eller_ukjent(svar.ja_eller_nei, Vedtak, "enstemmig")
    agreed = svar.om_sagt("--enstemmig", sagt.enstemmig, "Var alle enige (ja/nei/ukjent)?", unanimous)
    votes = _stemmer(sagt.for_, sagt.mot, sagt.avholdende, enige=agreed is True)
    if agreed is True and votes and votes["mot"]:
        raise typer.BadParameter(f"--enstemmig ja og --mot {votes['mot']} kan ikke stemme begge to")
    if agreed is True and sagt.stemte_mot:
        raise typer.BadParameter("--enstemmig ja og --stemte-mot kan ikke stemme begge to")
    people = svar.helst_en_av(kjente.personer(s.mappe, s.lastet.register, s.gjelder), _gjestene(moete))
    named = {
        key: svar.alle(f"--{key.replace('_', '-')}", who, "Hvem?", people)
        for key, who in (
            ("stemte_for", sagt.stemte_for),
            ("stemte_mot", sagt.stemte_mot),
            ("avsto", sagt.avsto),
        )
    }
    even = (
        bool(votes) and votes is not None and votes["for"] == votes["mot"] and isinstance(votes["for"], int)
    )
    said = {
        "enstemmig": agreed,
        "stemmer": votes,
        "ved_likhet": _ved_likhet(s, moete, sagt.ved_likhet, likt=even),
    }
    return {key: value for key, value in (said | named).items() if value not in (None, [])}


def _ved_likhet(s: Skriving, moete: Moete, sagt: str, *, likt: bool) -> str | Ukjent | None:
    from brukerutvalg_cli.handling.mandatets import gjeldende, som_avgjoer_likhet
    from brukerutvalg_cli.model.avstemning import Vedtak

    if not sagt and not likt:
        return None
    wanted = som_avgjoer_likhet(gjeldende(s.mappe, s.lastet.regelverk, moete.dato))
    words = ("loddtrekning", "moeteleder")
    whoever = svar.helst_en_av(words, kjente.verv(s.mappe), kjente.personer(s.mappe, s.lastet.register))
    om = Spoersmaal("--ved-likhet", Vedtak, "ved_likhet", "Stemmene sto likt. Hvem eller hva avgjorde?")
    return faktum(om, sagt, whoever, tilbudt=wanted)


def _gjestene(moete: Moete) -> list[str]:
    """Those on the attendance list without a file of their own."""
    from brukerutvalg_cli.model.verdier import kjent

    return [name for each in kjent(moete.oppmoete) or () if (name := kjent(each.navn))]


def _stemmer(for_: str, mot: str, avholdende: str, *, enige: bool) -> dict[str, int | Ukjent] | None:
    """The votes as they were counted; nothing where nobody did. Where all agreed, none was against."""
    from brukerutvalg_cli.model.avstemning import Stemmer
    from brukerutvalg_cli.model.verdier import UKJENT

    said = {"for": for_, "mot": mot, "avholdende": avholdende}
    if not any(said.values()):
        return None
    unsaid: dict[str, int | Ukjent] = {"for": UKJENT, "mot": 0 if enige else UKJENT}
    counted = {
        key: svar.svar(f"--{key}", text, "Hvor mange?", eller_ukjent(tall, Stemmer, key))
        for key, text in said.items()
        if text
    }
    return unsaid | counted


def inhabile(s: Skriving, sagt: Iterable[str] | None) -> list[Postdata]:
    """`PERSON` or `PERSON=VARA`, each as it is to be written; `PERSON=ukjent` where nobody knows who stood in."""
    from brukerutvalg_cli.model.sak import Inhabil

    found = []
    for text in sagt or ():
        who, _, deputy = text.partition("=")
        entry: Postdata = {"person": svar.svar("--inhabil", who.strip(), "Hvem?", s.person)}
        if deputy.strip():
            reader = eller_ukjent(s.person, Inhabil, "vara")
            entry["vara"] = svar.svar("--inhabil", deputy.strip(), "Hvem møtte i stedet?", reader)
        found.append(entry)
    return found


def tilfoersler(s: Skriving, sagt: Iterable[str] | None) -> list[Postdata]:
    """`HVEM: TEKST`, each as it is to be written.

    Raises:
        typer.BadParameter: where nobody is said, or nothing.
    """
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil
    from brukerutvalg_cli.model.sak import Protokolltilfoersel

    valg = "--protokolltilfoersel"
    found = []
    for each in sagt or ():
        who, _, text = each.partition(":")
        if not text.strip():
            raise typer.BadParameter(
                f"{valg}: «{each}» sier ikke hvem det er fra. Skriv «HVEM: TEKST», med komma mellom flere"
            )
        reader = eller_ukjent(svar.flere(svar.helst_en_av(s.hvem_som_helst)), Protokolltilfoersel, "av")
        by = svar.svar(valg, who.strip(), "Hvem er det fra?", reader)
        found.append({"av": by, "tekst": tekst_eller_fil(text.strip())})
    return found


def alternativer(sagt: Iterable[str] | None) -> list[Postdata]:
    """`TEKST` or `TEKST=STEMMER`, each as it is to be written.

    Raises:
        typer.BadParameter: where what stands last is no number.
    """
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil
    from brukerutvalg_cli.model.verdier import UKJENT

    found = []
    for each in sagt or ():
        text, sign, votes = each.rpartition("=")
        counted = votes.strip().isdecimal()
        entry: Postdata = {"tekst": tekst_eller_fil(text.strip() if sign and counted else each)}
        if sign and counted:
            entry["stemmer"] = {"for": tall(votes.strip()), "mot": UKJENT}
        found.append(entry)
    return found
