"""Moete: a meeting from the plan to the published minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.handling.filer import (
    MOETE,
    PUBLISERT,
    REFERAT,
    SAK,
    SAKLISTE,
    SENDT,
    STED,
    Nektet,
    hendelsesfil,
    hode,
    moetefil,
    moetet,
    ordnet,
    saken,
    utvalgsfil,
)
from brukerutvalg_cli.handling.sak import sett_opp
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Referat
from brukerutvalg_cli.model.restanser import restanser
from brukerutvalg_cli.model.verdier import kjent

Post = dict[str, Any]


def nytt(utkast: Utkast, mappe: Utvalgsmappe, dag: date, felter: Post) -> None:
    """A planned meeting.

    Raises:
        Nektet: when there is a meeting that day already.
    """
    if any(m.dato == dag for m in mappe.moeter):
        raise Nektet(f"det er alt ført et møte {dag.isoformat()}")
    record = ordnet({"dato": dag, "status": "planlagt"} | felter, MOETE)
    utkast.ny(moetefil(mappe, dag), record, hode(mappe, "moete"))


def endre(utkast: Utkast, mappe: Utvalgsmappe, dag: date, felter: Post, sted: Post, besluttet: date) -> None:
    """When, how and where a meeting is; of the place, what is said and no more.

    Those who were called have it in their calendars: what is new for them counts as a move.

    Raises:
        Nektet: when it has been held.
    """
    moete = _ikke_avholdt(mappe, dag)
    given = ordnet(felter, MOETE)
    for key, value in given.items():
        utkast.sett(moete.path, (key,), value, MOETE)
    place = {key: value for key, value in sted.items() if value is not None}
    stood = kjent(moete.sted)
    other = any(getattr(moete, key) != value for key, value in given.items())
    if moete.status == "innkalt" and (other or any(getattr(stood, k, None) != v for k, v in place.items())):
        utkast.legg_til(moete.path, ("flyttet",), {"fra": dag, "dato": besluttet}, MOETE)
    if place and kjent(moete.sted) is None:
        utkast.sett(moete.path, ("sted",), place, MOETE)
    else:
        for key, value in place.items():
            utkast.sett(moete.path, ("sted", key), value, STED)


def som_sist(mappe: Utvalgsmappe) -> Post:
    """Time, place and form of the latest meeting on record, for one that is to be as usual."""
    if not mappe.moeter:
        return {}
    last = mappe.moeter[-1]
    stated = {key: kjent(getattr(last, key)) for key in ("tid", "slutt", "form")}
    place = kjent(last.sted)
    if place:
        stated["sted"] = {key: kjent(value) for key, value in place.model_dump().items()}
    return {key: value for key, value in stated.items() if value}


def avlys(utkast: Utkast, mappe: Utvalgsmappe, dag: date) -> None:
    """Calls a meeting off; its cases stay where they are until they are moved.

    Raises:
        Nektet: when it has been held.
    """
    moete = _ikke_avholdt(mappe, dag)
    utkast.sett(moete.path, ("status",), "avlyst", MOETE)


def flytt(utkast: Utkast, mappe: Utvalgsmappe, fra: date, til: date, besluttet: date, felter: Post) -> None:
    """Moves a meeting to another day: the file's name, its date, and everything that names the meeting by its day.

    To the same day at another time, it is the time alone.

    Raises:
        Nektet: when it has been held or called off, when there is another meeting on the new day, and when
            nothing would be new.
    """
    moete = _ikke_avholdt(mappe, fra)
    if moete.status == "avlyst":
        raise Nektet(f"møtet {fra.isoformat()} er avlyst. Før et nytt: brukerutvalg moete ny")
    if til == fra and not any(getattr(moete, key) != value for key, value in ordnet(felter, MOETE).items()):
        raise Nektet(
            f"møtet står alt {til.isoformat()}. Skriv en annen dag, eller et annet klokkeslett med --tid"
        )
    if til != fra and any(m.dato == til for m in mappe.moeter):
        raise Nektet(f"det er alt ført et møte {til.isoformat()}")
    utkast.legg_til(moete.path, ("flyttet",), {"fra": fra, "dato": besluttet}, MOETE)
    for key, value in ordnet(felter, MOETE).items():
        utkast.sett(moete.path, (key,), value, MOETE)
    if til == fra:
        return
    utkast.sett(moete.path, ("dato",), til, MOETE)
    for path, route in _som_nevner(mappe, fra):
        utkast.sett(path, route, til)
    utkast.flytt(moete.path, moetefil(mappe, til))


def _som_nevner(mappe: Utvalgsmappe, dag: date) -> Iterator[tuple[str, Route]]:
    """Where other records name the meeting by its day."""
    for moete in mappe.moeter:
        if moete.avgjoeres_i == dag:
            yield moete.path, ("avgjoeres_i",)
        referat = kjent(moete.referat)
        godkjent = kjent(referat.godkjent) if referat else None
        if godkjent and godkjent.moete == dag:
            yield moete.path, ("referat", "godkjent", "moete")
        for at, sak in enumerate(moete.saker):
            if sak.legger_fram == (dag,):
                yield moete.path, ("saker", at, "godkjenner")
            elif dag in sak.legger_fram:
                yield moete.path, ("saker", at, "godkjenner", sak.legger_fram.index(dag))
    for at, hendelse in enumerate(mappe.hendelser):
        if hendelse.moete == dag:
            yield hendelsesfil(mappe), (at, "moete")
    for at, avvik in enumerate(mappe.utvalg.avvik):
        if avvik.gjelder == dag.isoformat():
            yield utvalgsfil(mappe), ("avvik", at, "gjelder")


def sakliste(utkast: Utkast, mappe: Utvalgsmappe, dag: date, felter: Post, faste: Sequence[str]) -> list[str]:
    """Settles the agenda: who proposed and approved it, and the cases that are on every one; the new numbers.

    The minutes that wait for approval come as a case of their own, as does what was promised and is not
    done, which the documents themselves take from the records; `faste` are the fixed items by name.
    """
    moete = _ikke_avholdt(mappe, dag)
    for key, value in ordnet(felter, SAKLISTE).items():
        utkast.sett(moete.path, ("sakliste", key), value, MOETE)
    if faste:
        utkast.sett(moete.path, ("faste_saker",), list(faste), MOETE)
    added: list[str] = []
    waiting = til_godkjenning(mappe, moete)
    if waiting and not any(sak.type == "godkjenning" for sak in moete.saker):
        case: Post = {"tittel": "Godkjenning av referat", "type": "godkjenning", "godkjenner": waiting}
        added.append(sett_opp(utkast, mappe, dag, case))
    if any(restanser(mappe.moeter, dag)) and not any(sak.restanser for sak in moete.saker):
        title = _ord(mappe, "Oppfølging fra tidligere møter", "Oppfølging frå tidlegare møte")
        case = {"tittel": title, "type": "orientering", "restanser": True}
        added.append(sett_opp(utkast, mappe, dag, case, added))
    return added


def til_godkjenning(mappe: Utvalgsmappe, moete: Moete) -> list[date]:
    """The held meetings before this one whose minutes nobody has approved, or put up for approval since."""
    put_up = {day for m in mappe.moeter for sak in m.saker for day in sak.legger_fram}
    return [
        m.dato for m in mappe.avholdte if m.dato < moete.dato and m.dato not in put_up and not _approved(m)
    ]


def _approved(moete: Moete) -> bool:
    referat = moete.referat
    return bool(isinstance(referat, Referat) and referat.godkjent)


def sendt(utkast: Utkast, mappe: Utvalgsmappe, dag: date, hva: str, dato: date, til: Sequence[str]) -> None:
    """Records the day a document went out; with the notice the meeting is called.

    Raises:
        Nektet: when minutes are sent from a meeting that has not been held, or anything else to one that
            is called off.
    """
    moete = moetet(mappe, dag)
    if hva != "referat" and moete.status == "avlyst":
        raise Nektet(
            f"møtet {dag.isoformat()} er avlyst, og ingen skal innkalles til det. Avlysningen skriver du med "
            f"«brukerutvalg innkalling {mappe.id} {dag.isoformat()}»; skal det holdes likevel, fører du et nytt: "
            f"brukerutvalg moete ny {mappe.id}"
        )
    if hva == "referat" and moete.status != "avholdt":
        raise Nektet("møtet er ikke ført som avholdt, og har ikke noe referat å sende")
    utkast.sett(moete.path, ("sendt", hva), dato, _order(moete, "sendt", SENDT))
    if hva == "referat" and til:
        for name in til:
            utkast.legg_til(moete.path, ("referat", "sendt_til"), name, _order(moete, "referat", REFERAT))
    elif til:
        for name in til:
            utkast.legg_til(moete.path, ("sendt", "til"), name, SENDT)
    if hva == "innkalling" and moete.status == "planlagt":
        utkast.sett(moete.path, ("status",), "innkalt", MOETE)


def oppmoete(
    utkast: Utkast, mappe: Utvalgsmappe, dag: date, kom: Sequence[Post], forfall: Sequence[str], felter: Post
) -> None:
    """Who came and who sent regrets, in place of what was on record about it. The meeting is then held.

    Raises:
        Nektet: when it was called off.
    """
    moete = moetet(mappe, dag)
    if moete.status == "avlyst":
        raise Nektet(f"møtet {dag.isoformat()} er avlyst")
    lists: tuple[tuple[str, Sequence[Any]], ...] = (("oppmoete", kom), ("forfall", forfall))
    for key, entries in lists:
        if getattr(moete, key) is not None:
            utkast.fjern(moete.path, (key,))
        for each in entries:
            utkast.legg_til(moete.path, (key,), each, MOETE)
        if not entries:
            utkast.sett(moete.path, (key,), [], MOETE)
    for key, value in ordnet(felter, MOETE).items():
        utkast.sett(moete.path, (key,), value, MOETE)
    utkast.sett(moete.path, ("status",), "avholdt", MOETE)


def foer_sak(utkast: Utkast, mappe: Utvalgsmappe, dag: date, nr: str, felter: Post) -> None:
    """The minutes of one case: what was said, and what was decided."""
    moete = moetet(mappe, dag)
    at = saken(moete, nr)
    for key, value in ordnet(felter, SAK).items():
        utkast.sett(moete.path, ("saker", at, key), value, SAK)


def neste_aa_foere(mappe: Utvalgsmappe, moete: Moete, ferdig: str = "") -> str:
    """The command for the next case without minutes, when `ferdig` has got its own; for the minutes, when all have."""
    for sak in moete.saker:
        if sak.nr == ferdig or kjent(sak.utsatt) or sak.referat or sak.vedtak or sak.valg:
            continue
        open_days = [day for day in sak.legger_fram if not _approved(moetet(mappe, day))]
        if open_days:
            return f"godkjenn {mappe.id} {open_days[0]} --i {moete.dato}"
        if not sak.godkjenner:
            return f"{'valg' if sak.type == 'valg' else 'sak foer'} {mappe.id} {moete.dato} {sak.nr}"
    return f"referat {mappe.id} {moete.dato}"


def legg_til_i_sak(utkast: Utkast, mappe: Utvalgsmappe, dag: date, nr: str, liste: str, post: Post) -> None:
    """One more election or follow-up under a case."""
    moete = moetet(mappe, dag)
    at = saken(moete, nr)
    utkast.legg_til(moete.path, ("saker", at, liste), post, SAK)


def fullfoer(utkast: Utkast, mappe: Utvalgsmappe, nr: str, punkt: int, dato: date) -> str:
    """Closes a follow-up, wherever its case was; what it is called.

    Raises:
        Nektet: when there is no such follow-up, or it is closed.
    """
    for moete in reversed(mappe.moeter):
        for at, sak in enumerate(moete.saker):
            if sak.nr != nr:
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


def godkjenn(utkast: Utkast, mappe: Utvalgsmappe, dag: date, i: date, segl: str) -> str:
    """The minutes approved at a later meeting, in the case that put them up; the number of that case.

    Raises:
        Nektet: when one of the meetings has not been held, or the minutes are approved already.
    """
    moete, later = moetet(mappe, dag), moetet(mappe, i)
    for each in (moete, later):
        if each.status != "avholdt":
            first = f"brukerutvalg oppmoete {mappe.id} {each.dato}"
            raise Nektet(
                f"møtet {each.dato.isoformat()} er ikke ført som avholdt. Før oppmøtet først: {first}"
            )
    if i <= dag:
        raise Nektet("et referat godkjennes i et senere møte")
    if _approved(moete):
        raise Nektet("referatet er alt ført som godkjent")
    case = next((sak for sak in later.saker if dag in sak.legger_fram), None)
    if case is None:
        case = next((sak for sak in later.saker if sak.type == "godkjenning" and not sak.legger_fram), None)
        if case:
            utkast.sett(later.path, ("saker", later.saker.index(case), "godkjenner"), [dag], SAK)
    title = "Godkjenning av referat"
    nr = case.nr if case else sett_opp(
        utkast, mappe, i, {"tittel": title, "type": "godkjenning", "godkjenner": [dag]}
    )  # fmt: skip
    approved = {"moete": i, "sak": nr, "segl": segl or None}
    utkast.sett(moete.path, ("referat", "godkjent"), approved, _order(moete, "referat", REFERAT))
    return nr


def publisert(utkast: Utkast, mappe: Utvalgsmappe, dag: date, hva: str, felter: Post) -> None:
    """Where and when the minutes or the agenda were made public.

    Raises:
        Nektet: when minutes of a meeting that has not been held are published.
    """
    moete = moetet(mappe, dag)
    if hva == "referat" and moete.status != "avholdt":
        raise Nektet("møtet er ikke ført som avholdt, og har ikke noe referat å legge ut")
    given = ordnet(felter, PUBLISERT)
    utkast.sett(moete.path, (hva, "publisert"), given, _order(moete, hva, REFERAT))


def _order(moete: Moete, key: str, inner: Sequence[str]) -> Sequence[str]:
    """The order of keys where a new one goes: in the meeting, or in the part of it that is there already."""
    return inner if getattr(moete, key) is not None else MOETE


def _ikke_avholdt(mappe: Utvalgsmappe, dag: date) -> Moete:
    moete = moetet(mappe, dag)
    if moete.status == "avholdt":
        raise Nektet(f"møtet {dag.isoformat()} er avholdt")
    return moete


def _ord(mappe: Utvalgsmappe, nb: str, nn: str) -> str:
    return nn if mappe.utvalg.maalform == "nn" else nb
