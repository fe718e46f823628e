"""The notice of one meeting, as its template sees it."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.dokument.datoer import klokke, ukedag_og_dato
from brukerutvalg_cli.dokument.grunnlag import Grunnlag, grunnlag
from brukerutvalg_cli.dokument.markdown import TOM
from brukerutvalg_cli.dokument.moetefakta import moetevisning, neste_moete, utvalgsvisning
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.restanser import gjennomgang
from brukerutvalg_cli.dokument.saksgang import gruppene, saksgang
from brukerutvalg_cli.dokument.sakstittel import merket, overskrift, sakstittel
from brukerutvalg_cli.dokument.stand import innkalling_er_kladd
from brukerutvalg_cli.dokument.tekst import tekst
from brukerutvalg_cli.dokument.vedlegg import Stoerrelse, vedlegg
from brukerutvalg_cli.dokument.visning import Innkalling, Saklistesak
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.tilhoerer import kalles, ventet
from brukerutvalg_cli.model.verdier import UKJENT, kjent

FIRST = ("leder", "nestleder", "medlem")
"""The verv that the list begins with; all others come after."""


def innkalling(register: Register, mappe: Utvalgsmappe, moete: Moete, stoerrelse: Stoerrelse) -> Innkalling:
    """Everything the notice may show, and nothing else."""
    utvalg = mappe.utvalg
    fra = grunnlag(register, mappe, moete, stoerrelse, kladd=innkalling_er_kladd(moete))
    ord, personer = fra.ord, fra.personer
    return Innkalling(
        utvalg=utvalgsvisning(utvalg, personer),
        moete=moetevisning(moete, fra),
        formoete=klokke(moete.formoete.tid) if moete.formoete and moete.formoete.tid else "",
        mangler=fra.mangler(None),
        innkalte=tuple(_innkalte(fra)),
        varamedlemmer=tuple(_varamedlemmer(personer, ord)),
        ufullstendig=fra.kladd and utvalg.medlemsliste == "ufullstendig",
        praktisk=tekst(moete.praktisk, 2, fra.overskrifter),
        saker=tuple(_saker(moete, fra)),
        neste_moete=neste_moete(mappe, moete, ord),
    )


def _innkalte(fra: Grunnlag) -> Iterator[str]:
    """Everyone with a seat, leader first, each with all their verv; and who may have one, with a word in a draft."""
    personer, ord, dag = fra.personer, fra.ord, fra.dag
    held: dict[str, set[str]] = {}
    called_so: dict[tuple[str, str], str] = {}
    instead: dict[str, str] = {}
    for sete in filter(kalles, personer.seter):
        held.setdefault(sete.person, set()).add(sete.verv)
        if sete.konstituert is True or (sete.person, sete.verv) not in called_so:
            called_so[sete.person, sete.verv] = personer.vervet(sete)
        if sete.er_stedfortreder and sete.foelger_av:
            instead[sete.person] = f"{ord.stedfortreder_for} {personer.navn(sete.foelger_av.person)}"
    called = ventet(personer.seter, dag)
    for person in sorted(held, key=lambda person: min(map(_rank, held[person]))):
        verv = held[person]
        if verv & {"leder", "nestleder"}:
            verv = verv - {"medlem"}
        words = (called_so[person, name] for name in sorted(verv, key=lambda name: (_rank(name), name)))
        note = (ord.funksjonstid_ikke_foert,) if fra.kladd and not called[person] else ()
        stands_in = (instead[person],) if person in instead else ()
        yield ", ".join((personer.vis(person), *words, *stands_in, *note))


def _rank(verv: str) -> int:
    return FIRST.index(verv) if verv in FIRST else len(FIRST)


def _varamedlemmer(personer: Personer, ord: Ord) -> Iterator[str]:
    seats: dict[str, Sete] = {}
    called = {sete.person for sete in personer.seter if sete.er_stedfortreder}
    for sete in personer.seter:
        if sete.verv == "vara" and sete.person not in called:
            seats.setdefault(sete.person, sete)
    for person, sete in seats.items():
        shown = personer.vis(person)
        stands_in = kjent(sete.oppnevning.vara_for) if sete.oppnevning else None
        yield f"{shown}, {ord.vara_for} {personer.navn(stands_in)}" if stands_in else shown


def _saker(moete: Moete, fra: Grunnlag) -> Iterator[Saklistesak]:
    for sak, group in zip(moete.saker, gruppene(moete, fra), strict=True):
        yield _sak(
            sak, fra, fra.overskrifter.unik(f"{fra.ord.overskrift.saksliste}: {group}") if group else ""
        )


def _sak(sak: Sak, fra: Grunnlag, gruppe: str) -> Saklistesak:
    ord, personer, overskrifter, maalform = fra.ord, fra.personer, fra.overskrifter, fra.maalform
    tittel = sakstittel(sak, ord, overskrifter)
    heading = overskrift(sak, tittel, ord)
    if sak.fortrolig:
        return Saklistesak(sak.nr, tittel, fortrolig=True, overskrift=heading, gruppe=gruppe)
    label = merket(sak, ord)
    # A case called Eventuelt is of that kind, needless to say.
    kind = "" if sak.type in ("annet", UKJENT) else ord.sakstype.get(str(sak.type)) or ""
    return Saklistesak(
        nr=sak.nr,
        tittel=tittel,
        fortrolig=False,
        overskrift=heading,
        gruppe=gruppe,
        arkivsak=kjent(sak.arkivsak) or "",
        saksbehandler=tuple(map(personer.vis, kjent(sak.saksbehandler) or ())),
        gang=saksgang(sak, fra),
        forslag=tekst(sak.forslag, 4, overskrifter, label),
        merke=label,
        type="" if kind == sak.tittel.strip().lower() else kind,
        orientering=sak.type == "orientering",
        innleder=tuple(map(personer.vis, kjent(sak.innleder) or ())),
        innmeldt_av=personer.vis(sak.innmeldt_av) if isinstance(sak.innmeldt_av, str) else "",
        innkalt=tuple(map(personer.vis, kjent(sak.innkalt) or ())),
        satt_opp=ukedag_og_dato(sak.satt_opp, maalform) if sak.satt_opp else TOM,
        godkjenner=tuple(ukedag_og_dato(navn.dag, maalform) for navn in sak.legger_fram),
        framlegg=tekst(sak.framlegg, 3, overskrifter, label, etter_liste=True),
        vedlegg=vedlegg((v for v in sak.vedlegg if v.foelger("innkalling")), fra.mappe, fra.stoerrelse),
        restanser=gjennomgang(sak, fra),
    )
