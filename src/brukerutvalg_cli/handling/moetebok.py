"""Moetebok: the meeting as it was held – who came, what was said and decided, and what somebody took on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.handling.filer import (
    FORMOETE,
    MOETE,
    SAK,
    VEDLEGG,
    VEDTAK,
    Nektet,
    Postdata,
    moetet,
    ordnet,
    saken,
)
from brukerutvalg_cli.handling.godkjenning import er_godkjent
from brukerutvalg_cli.model.avstemning import Vedtak
from brukerutvalg_cli.model.forfall import med_dagene
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.vet_av import Sagt
from brukerutvalg_cli.navn import umulig


def oppmoete(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    navn: Moetenavn,
    kom: Sequence[Postdata],
    forfall: Sequence[str],
    felter: Postdata,
    ikke_moett: Sequence[str] = (),
) -> None:
    """Who came, who sent regrets and who did neither, in place of what was on record. The meeting is then held.

    Raises:
        Nektet: when it was called off.
    """
    moete = moetet(mappe, navn)
    if moete.status == "avlyst":
        raise Nektet(f"møtet {navn} er avlyst")
    lists: tuple[tuple[str, Sequence[Any]], ...] = (
        ("oppmoete", kom),
        ("forfall", med_dagene(forfall, kjent(moete.forfall) or ())),
        ("ikke_moett", ikke_moett),
    )
    for key, entries in lists:
        if getattr(moete, key) is not None:
            utkast.fjern(moete.path, (key,))
        for each in entries:
            utkast.legg_til(moete.path, (key,), each, MOETE)
        if not entries and key != "ikke_moett":
            utkast.sett(moete.path, (key,), [], MOETE)
    for key, value in ordnet(felter, MOETE).items():
        utkast.sett(moete.path, (key,), value, MOETE)
    utkast.sett(moete.path, ("status",), "avholdt", MOETE)


class Behandling(NamedTuple):
    """All that is said at once of how a case was dealt with: facts of the case, the decision, the proposals that fell,
    and more for its lists."""

    felter: Postdata
    vedtak: Postdata
    alternativer: Sequence[Postdata]
    lister: Mapping[str, Sequence[Postdata]]

    @property
    def tom(self) -> bool:
        """Whether nothing is said."""
        return not any((*self.felter.values(), self.vedtak, self.alternativer, *self.lister.values()))

    @property
    def i_moetet(self) -> bool:
        """Whether some of it can only be so of a meeting that has been."""
        facts = (self.felter.get(key) for key in ("referat", "etter_moetet", "tatt_opp"))
        lists = (self.lister.get(key) for key in ("inhabil", "protokolltilfoersel"))
        return any((self.vedtak, *facts, *lists))


def foer_behandling(utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, nr: str, sagt: Behandling) -> None:
    """What became of a case. A fact is put in place of what stood there; what is for a list, behind it.

    Raises:
        Nektet: when votes are said of a case without a decision, neither said nor on record.
    """
    foer_sak(utkast, mappe, navn, nr, sagt.felter)
    if sagt.vedtak or sagt.alternativer:
        _foer_vedtak(utkast, moetet(mappe, navn), nr, sagt.vedtak, sagt.alternativer)
    for key, entries in sagt.lister.items():
        _foei_til_sak(utkast, moetet(mappe, navn), nr, key, entries)


def foer_sak(utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, nr: str, felter: Postdata) -> None:
    """Facts of one case, each in place of what stood there."""
    moete = moetet(mappe, navn)
    at = saken(moete, nr)
    for key, value in ordnet(felter, SAK).items():
        utkast.sett(moete.path, ("saker", at, key), value, SAK)


def _foer_vedtak(
    utkast: Utkast, moete: Moete, nr: str, felter: Postdata, alternativer: Sequence[Postdata]
) -> None:
    """The decision of a case; without a text, how the one on record was made. Proposals that fell are added to it."""
    at = saken(moete, nr)
    route = ("saker", at, "vedtak")
    if felter.get("tekst"):
        utkast.sett(moete.path, route, ordnet(felter, VEDTAK), SAK)
    elif not isinstance(moete.saker[at].vedtak, Vedtak):
        raise Nektet(f"--vedtak mangler: stemmer hører til et vedtak, og sak {nr} har ikke noe")
    else:
        for key, value in ordnet(felter, VEDTAK).items():
            utkast.sett(moete.path, (*route, key), value, VEDTAK)
    for each in alternativer:
        _foei_til(utkast, moete.path, (*route, "alternativer"), each, VEDTAK)


def _foei_til_sak(utkast: Utkast, moete: Moete, nr: str, liste: str, poster: Sequence[Postdata]) -> None:
    """These last in a list of a case, also where nobody knew what was in it."""
    for each in poster:
        _foei_til(utkast, moete.path, ("saker", saken(moete, nr), liste), each, SAK)


def _foei_til(utkast: Utkast, path: str, route: Route, post: Postdata, rekkefoelge: Sequence[str]) -> None:
    if utkast.verdi(path, route) == "ukjent":
        utkast.fjern(path, route)
    utkast.legg_til(path, route, post, rekkefoelge)


def et_vedlegg(text: str, hoerer_til: str) -> Postdata:
    """An annex, said as its title and, behind an equals sign, its file.

    Raises:
        Nektet: when it has no title, or the file cannot be called that on every machine, or lies elsewhere.
    """
    title, _, file = (part.strip() for part in text.partition("="))
    if not title:
        raise Nektet(f"vedlegget «{text}» har ingen tittel. Skriv «TITTEL=FIL», eller bare tittelen")
    for name in file.split("/") if file else ():
        if why := umulig(name) or ("" if name else "det er en sti, ikke navnet på en fil under vedlegg"):
            raise Nektet(
                f"vedlegget kan ikke ligge i en fil som heter «{file}»: {why}. Gi fila et annet navn"
            )
    return ordnet({"tittel": title, "fil": file, "hoerer_til": hoerer_til}, VEDLEGG)


def foer_foer_sakene(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, felter: Postdata, formoete: Postdata
) -> None:
    """What was said before the first case, and at the user side's own meeting before that.

    Raises:
        Nektet: when the meeting was called off.
    """
    moete = moetet(mappe, navn)
    if moete.status == "avlyst":
        raise Nektet(f"møtet {navn} er avlyst")
    for key, value in ordnet(felter, MOETE).items():
        utkast.sett(moete.path, (key,), value, MOETE)
    for key, value in ordnet(formoete, FORMOETE).items():
        utkast.sett(moete.path, ("formoete", key), value, MOETE if moete.formoete is None else FORMOETE)


def neste_aa_foere(mappe: Utvalgsmappe, moete: Moete, ferdig: str = "") -> str:
    """The command for the next case without minutes, when `ferdig` has got its own; for the minutes, when all have."""
    for sak in moete.saker:
        if sak.navn == ferdig or kjent(sak.utsatt) or sak.referat or sak.vedtak or sak.valg:
            continue
        waiting = [name for name in sak.legger_fram if not er_godkjent(moetet(mappe, name))]
        if waiting:
            return f"godkjenn {mappe.id} {waiting[0]} --i {moete.navn}"
        if not sak.godkjenner:
            return f"{'valg' if sak.type == 'valg' else 'sak foer'} {mappe.id} {moete.navn} {sak.i_kommando}"
    return f"referat {mappe.id} {moete.navn}"


def dokumentet(mappe: Utvalgsmappe, moete: Moete) -> str:
    """The command for the paper that shows what a case has become: the minutes, or the notice until it is held."""
    return f"{'referat' if moete.status == 'avholdt' else 'innkalling'} {mappe.id} {moete.navn}"


def legg_til_i_sak(
    utkast: Utkast, mappe: Utvalgsmappe, navn: Moetenavn, nr: str, liste: str, post: Postdata
) -> None:
    """One more election or follow-up under a case."""
    moete = moetet(mappe, navn)
    at = saken(moete, nr)
    utkast.legg_til(moete.path, ("saker", at, liste), post, SAK)


def fullfoer(utkast: Utkast, mappe: Utvalgsmappe, nr: str, punkt: int, dato: Sagt) -> str:
    """Closes a follow-up, wherever its case was; what it is called.

    Raises:
        Nektet: when there is no such follow-up, or it is closed.
    """
    for moete in reversed(mappe.moeter):
        for at, sak in enumerate(moete.saker):
            if sak.navn != nr:
                continue
            if not 0 < punkt <= len(sak.oppfoelging):
                have = len(sak.oppfoelging)
                raise Nektet(f"sak {nr} har {have} {'punkt' if have == 1 else 'punkter'} til oppfølging")
            entry = sak.oppfoelging[punkt - 1]
            # What a confidential case says is not for the screen, nor for the log of what was done.
            what = f"oppfølging nr. {punkt} i sak {nr}" if sak.fortrolig else f"«{entry.hva}»"
            if entry.fullfoert:
                raise Nektet(f"{what} er alt ført som gjort")
            utkast.sett(moete.path, ("saker", at, "oppfoelging", punkt - 1, "fullfoert"), dato)
            return what
    raise Nektet(f"sak {nr} finnes ikke")
