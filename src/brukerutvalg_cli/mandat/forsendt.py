"""Forsendt: how a document went to whoever is to have it – by which way, and in what form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.navngitt import navngitt
from brukerutvalg_cli.model.forsendelse import MEDLEMMENE, Forsendelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Sendt
from brukerutvalg_cli.model.ordvalg import Forsendelsesmaate, Sendeform
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, noen
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import omtalt

I_ORD = {
    "epost": "på e-post",
    "brev": "i brev",
    "lenke": "som lenke",
    "sms": "på SMS",
    "overlevert": "for hånd",
    "pdf": "som PDF",
    "papir": "på papir",
    "nettside": "som nettside",
    "lyd": "som lyd",
    "punktskrift": "i punktskrift",
}


class Sendemaate(NamedTuple):
    """The ways that will do, and the forms; none of either is any."""

    maate: tuple[Forsendelsesmaate, ...]
    format: tuple[Sendeform, ...]

    def sagt(self) -> str:
        """`på e-post eller som lenke, som PDF`."""
        return ", ".join(" eller ".join(I_ORD[word] for word in words) for words in self if words)

    def passer(self, one: Forsendelse, hva: str, til: str) -> Visshet:
        """Whether this is the document, on its way to this one, and so."""
        return alle(
            (
                hva in one.hva,
                _gikk_til(one, til),
                _en_av(one.maate, self.maate),
                _en_av(one.format, self.format),
            )
        )


def forsendt(moete: Moete, slik: Sendemaate, hva: str, til: str) -> Visshet:
    """Whether a document of a meeting went so to somebody, by what is on record."""
    sent = moete.sendt
    if isinstance(sent, Ukjent):
        return UVISST
    listed = sent.forsendelser if isinstance(sent, Sendt) else ()
    return UVISST if isinstance(listed, Ukjent) else noen(slik.passer(one, hva, til) for one in listed or ())


def ellers(moete: Moete, hva: str, til: str) -> str:
    """How the document did go to them, in words; nothing where that is not on record."""
    sent = moete.sendt
    listed = sent.forsendelser if isinstance(sent, Sendt) and isinstance(sent.forsendelser, tuple) else ()
    ways = (one for one in listed if hva in one.hva and _gikk_til(one, til))
    return ", ".join(dict.fromkeys(_ord(one) for one in ways if _ord(one)))


def sted(moete: Moete) -> Place:
    """Where it is recorded how documents went out."""
    return moete.at("sendt", "forsendelser", otherwise=("sendt",))


def _ord(one: Forsendelse) -> str:
    return ", ".join(I_ORD[word] for word in (one.maate, one.format) if isinstance(word, str))


def _gikk_til(one: Forsendelse, til: str) -> Visshet:
    """To the members, where nobody else is said."""
    if isinstance(one.til, Ukjent):
        return UVISST
    return til in (one.til or (MEDLEMMENE,))


def _en_av(value: str | Ukjent | None, wanted: tuple[str, ...]) -> Visshet:
    if not wanted:
        return True
    # Whatever was sent went some way: where that is not written, nobody knows.
    return UVISST if value is None or isinstance(value, Ukjent) else value in wanted


class Spurt(NamedTuple):
    """What a mandate asks for: that this document went to these (the members, where nobody is said), and how."""

    hva: str
    i_ord: str
    til: tuple[str, ...]
    slik: Sendemaate

    def emne(self, moete: Moete) -> str:
        """What is judged, by id."""
        return f"{moete.navn} {self.hva} sendt {' '.join((*self.slik.maate, *self.slik.format))}"


def vurder(
    bestemmelse: Bestemmelse, spurt: Spurt, utvalg: UtvalgIPeriode, moete: Moete, frist: date | None
) -> Iterator[Finding]:
    """One document of a meeting, to each who is to have it, by the day it should be out."""
    names = navngitt(spurt.til or (MEDLEMMENE,), utvalg)
    went = {name: forsendt(moete, spurt.slik, spurt.hva, name) for name in names.navn}
    lacking = [name for name, claim in went.items() if claim is False]
    if lacking and frist:
        who = alle_sammen(omtalt(name, utvalg) for name in lacking)
        command = f"brukerutvalg sendt {utvalg.mappe.id} {moete.navn} {spurt.hva}"
        meeting = f"{'fra' if spurt.hva == 'referat' else 'til'} møtet {dato_i_ord(moete.dato)}"
        yield bestemmelse.brutt(
            sted(moete),
            f"{spurt.i_ord} {meeting} er ikke sendt {spurt.slik.sagt()} til {who}",
            spurt.emne(moete),
            emner=(moete.navn,),
            label=ellers(moete, spurt.hva, lacking[0]),
            help="send det slik, eller skriv under «sendt: forsendelser» hvordan det gikk ut, eller «ukjent»: "
            f"{command}",
            since=frist,
            varer=Varer(frist),
        )
    elif any(isinstance(claim, Uvisst) for claim in went.values()):
        text = f"hvordan {spurt.i_ord} er sendt, er ukjent"
        yield bestemmelse.uvisst(sted(moete), text, spurt.emne(moete))
    elif names.uvisst:
        yield bestemmelse.uvisst(*names.savnet(utvalg), spurt.emne(moete))
    elif not lacking:
        yield bestemmelse.holdt()
