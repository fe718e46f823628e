"""The minutes of one meeting, as their template sees them."""

from __future__ import annotations

from brukerutvalg_cli.dokument.frammoete import (
    antall_stemmeberettigede,
    forfall,
    ikke_foert,
    ikke_moett,
    til_stede,
)
from brukerutvalg_cli.dokument.godkjent import rettelser
from brukerutvalg_cli.dokument.grunnlag import grunnlag
from brukerutvalg_cli.dokument.kort_fortalt import kort_fortalt
from brukerutvalg_cli.dokument.moetefakta import moetevisning, neste_moete, stand, utvalgsvisning
from brukerutvalg_cli.dokument.referatsak import referatsak
from brukerutvalg_cli.dokument.stand import referat_er_kladd
from brukerutvalg_cli.dokument.tekst import tekst
from brukerutvalg_cli.dokument.vedlegg import Stoerrelse, vedlegg
from brukerutvalg_cli.dokument.visning import Referatvisning
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Referat as Referatfakta
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.stemmeberettiget import kunne_stemme_i
from brukerutvalg_cli.model.verdier import kjent


def referat(register: Register, mappe: Utvalgsmappe, moete: Moete, stoerrelse: Stoerrelse) -> Referatvisning:
    """Everything the minutes may show, and nothing else."""
    utvalg = mappe.utvalg
    fra = grunnlag(register, mappe, moete, stoerrelse, kladd=referat_er_kladd(moete))
    ord, personer = fra.ord, fra.personer
    formoete = moete.formoete.referat if moete.formoete else None
    annexes = moete.referat.vedlegg if isinstance(moete.referat, Referatfakta) else ()
    voters = (kunne_stemme_i(register, mappe, moete, nr) for nr in range(len(moete.saker)))
    saker = tuple(referatsak(sak, fra, count) for sak, count in zip(moete.saker, voters, strict=True))
    return Referatvisning(
        utvalg=utvalgsvisning(utvalg, personer),
        moete=moetevisning(moete, fra),
        stand=stand(moete, fra),
        rettelser=rettelser(moete, fra.maalform),
        moeteleder=personer.oppgitt(moete.moeteleder) or fra.mangler(moete.moeteleder),
        referent=personer.oppgitt(moete.referent) or fra.mangler(moete.referent),
        kort_fortalt=kort_fortalt(saker, fra),
        til_stede=til_stede(moete, personer, ord),
        oppmoete_mangler=fra.mangler(moete.oppmoete),
        antall_stemmeberettigede=antall_stemmeberettigede(moete, ord),
        forfall=forfall(moete, personer, ord),
        ikke_moett=ikke_moett(moete, personer, ord),
        ikke_foert=ikke_foert(moete, personer, ord) if fra.kladd else None,
        innledning=tekst(moete.innledning, 2, fra.overskrifter),
        innspill_fra_formoetet=tekst(formoete, 2, fra.overskrifter),
        saker=saker,
        undertegnes_av=tuple(personer.navn(who) for who in kjent(moete.undertegnes_av) or ()),
        vedlegg=vedlegg(annexes, mappe, stoerrelse),
        neste_moete=neste_moete(mappe, moete, ord),
    )
