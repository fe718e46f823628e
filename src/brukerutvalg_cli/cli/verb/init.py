"""The verb `init`: a new register, with all that belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli import registervalg as valg
from brukerutvalg_cli.cli.skrivevalg import (
    ADRESSEFIL,
    DIN_EPOST,
    DITT_NAVN,
    HELE_AAR,
    JA,
    LISTE_FRA,
    LISTE_SIDE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from brukerutvalg_cli.handling.nytt_register import Registersvar
    from brukerutvalg_cli.register.load import Lastet


def init(
    ctx: typer.Context,
    mappe: valg.MAPPE = Path(),
    utvalg: valg.UTVALG = "",
    nivaa: valg.NIVAA = "",
    maalform: valg.MAALFORM = "",
    mandat: valg.MANDAT = "",
    eier: valg.EIER = "",
    medlemmer: valg.MEDLEMMER = "",
    medlem: valg.MEDLEM = None,
    side: LISTE_SIDE = "",
    fra: LISTE_FRA = "",
    hele_aar: HELE_AAR = "",
    adresser: ADRESSEFIL = "",
    alle: valg.ALLE = "",
    foerste_moete: valg.FOERSTE_MOETE = "",
    dato: valg.DATO = "",
    lagre: valg.LAGRE = "",
    ci: valg.CI = "",
    ditt_navn: DITT_NAVN = "",
    din_epost: DIN_EPOST = "",
    ja: JA = False,
) -> None:
    """Lager et nytt register: et git-lager med utvalget, mandatet, oppsett for redigering og kontroll i CI.

    Det du ikke sier, blir du spurt om. Med --ja tas det som er vanlig.

    Eksempler:
      brukerutvalg init brukerutvalget
      brukerutvalg init brukerutvalget --utvalg "Brukerutvalget ved Nav Storelva" --ja
    """
    from brukerutvalg_cli.cli.adressefil import skriv_adresser
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.laas import rett_opp_avbrutt
    from brukerutvalg_cli.cli.lagringsspoersmaal import spoer_om_lagring
    from brukerutvalg_cli.cli.registerskriving import foerste_lagring, oppsettet, skriv
    from brukerutvalg_cli.cli.registerspoersmaal import spoer
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.svar import kan_spoerre
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.oppsettfiler import VED_TOPPEN, i_ci_ved_toppen, under_toppen

    _kan_hete(mappe)
    rett_opp_avbrutt(mappe)
    if (mappe / "records").exists():
        raise Stans(f"{mappe} har alt et register. «brukerutvalg doctor» sier om noe mangler i det")
    unwanted = _uoensket_ci(ci)
    shipped = _medfoelgende()
    given = {
        "--utvalg": utvalg,
        "--nivaa": nivaa,
        "--maalform": maalform,
        "--mandat": mandat,
        "--eier": eier,
        "--medlemmer": medlemmer,
        "--side": side,
        "--fra": fra,
        "--hele-aar": hele_aar,
        "--adresser": adresser,
        "--alle": alle,
        "--foerste-moete": foerste_moete,
    }
    try:
        answered = spoer(given, "\n".join(medlem or ()).splitlines(), shipped, mappe, lest_dag(dato), ja=ja)
        saving = spoer_om_lagring(mappe, lagre, ditt_navn, din_epost, ja=ja)
        content, missing = _innhold(answered.svar, shipped, spoer=kan_spoerre() and not ja)
    except (Nektet, KanIkkeRedigere) as error:
        raise Stans(str(error)) from None
    below = under_toppen(mappe)
    setup = oppsettet(uten=VED_TOPPEN if below else unwanted)
    new = skriv(mappe, content | saving.filer | setup)
    with kvittering("Registeret er laget"):
        note = foerste_lagring(mappe, new, saving)
        typer.echo(f"Laget et register for {answered.svar.navn} i {mappe}: {len(new)} filer{note}.")
        if addresses := answered.medlemmer.adressefil:
            skriv_adresser(addresses, answered.svar.medlemmer.adresser, mappe)
        _meld(answered.svar, missing)
        if below:
            typer.echo(
                "Registeret ligger ikke øverst i git-lageret. Filene for CI og pre-commit blir bare lest der, så de er "
                f"ikke skrevet. Skal registeret prøves i CI: {i_ci_ved_toppen(below)}."
            )
        found = _funn(content, answered.svar.dag)
        if found:
            typer.echo(f"Mandatet sier fra om dette: {'; '.join(found)}.")
        if saving.alltid is None:
            typer.echo(
                "Endringene blir lagret når du ber om det. Hver gang: «brukerutvalg lagre --alltid ja»."
            )
        typer.echo(
            f"Det samme uten spørsmål: {answered.kommando(mappe)}{saving.valg}{f' --ci {ci}' if ci else ''}"
        )
        _neste(mappe, answered.svar, "valider" if found else "status")


def _kan_hete(mappe: Path) -> None:
    """Looks at the folders that are to be made.

    Raises:
        Stans: when one cannot be called that on every machine.
        typer.Exit: with 1, when the name has something private in it.
    """
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat_navn
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.navn import umulig

    try:
        new = [folder.name for folder in (mappe, *mappe.parents) if folder.name and not folder.exists()]
    except (OSError, ValueError):
        new = [mappe.name]
    for name in new:
        stans_ved_privat_navn(name, "navnet på mappa")
        if why := umulig(name):
            raise Stans(f"registeret ble ikke laget: mappa kan ikke hete «{name}»: {why}")


def _uoensket_ci(ci: str) -> tuple[str, ...]:
    """The files for CI that are not to be written.

    Raises:
        typer.BadParameter: when it is none of the choices.
    """
    from brukerutvalg_cli.cli.feilmeldinger import did_you_mean
    from brukerutvalg_cli.oppsettfiler import CI

    unwanted = {"": (), "begge": (), "github": CI[1:], "gitlab": CI[:1]}
    if ci.lower() not in unwanted:
        known = ("github", "gitlab", "begge")
        raise typer.BadParameter(f"--ci: «{ci}» er ikke blant {', '.join(known)}.{did_you_mean(ci, known)}")
    return unwanted[ci.lower()]


def _medfoelgende() -> Lastet:
    """The organisations and rule sets that are shipped. The example councils beside them are no model for anybody."""
    from brukerutvalg_cli.model.ordliste import ORDLISTE
    from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
    from brukerutvalg_cli.pakkedata import records
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import MemoryTree

    root = records().parent
    paths = [root / ORGANISASJONER, root / ORDLISTE, *(records() / "regelverk").glob("*.yaml")]
    return load(MemoryTree({path.relative_to(root).as_posix(): path.read_bytes() for path in paths}))


def _innhold(svar: Registersvar, shipped: Lastet, *, spoer: bool) -> tuple[dict[str, bytes], str]:
    """The records; and what would be found if the list of members were whole, where it is not taken as that.

    `spoer`: whoever said that it is, may say so once more.
    """
    from brukerutvalg_cli.handling.nytt_register import filer
    from brukerutvalg_cli.pakkedata import records

    content, partial = (
        filer(each, shipped.register.organisasjoner, shipped.regelverk, records())
        for each in (svar, svar._replace(alle=False))
    )
    # What is found in any case, does not speak against that it is whole.
    anyway = _funn(partial, svar.dag) if svar.alle else []
    missing = "; ".join(m for m in _funn(content, svar.dag) if m not in anyway) if svar.alle else ""
    if not missing or (spoer and _hel_likevel(missing)):
        return content, ""
    return partial, missing


def _hel_likevel(missing: str) -> bool:
    from brukerutvalg_cli.cli import svar

    typer.echo(f"Er lista hel, sier mandatet fra om dette: {missing}.", err=True)
    return svar.svar("--alle", "", "Skal den føres som hel likevel (ja/nei)?", svar.ja_eller_nei, "nei")


def _funn(content: Mapping[str, bytes], dag: date) -> list[str]:
    """What is found in this register, above advice, in few words."""
    from brukerutvalg_cli.funn.finding import Severity
    from brukerutvalg_cli.register.tree import MemoryTree
    from brukerutvalg_cli.validering import valider

    found = valider(MemoryTree(content), dag).funn
    return [f.finding.message for f in found if f.finding.severity is not Severity.RAAD]


def _meld(svar: Registersvar, missing: str) -> None:
    """What was taken otherwise than it may have been meant."""
    if svar.eier is None:
        typer.echo("Hvem som eier utvalget, er ført som ukjent. Det kan sies med --eier.")
    if unknown := svar.medlemmer.nye:
        named = ", ".join(f"{new.navn} ({name})" for name, new in unknown.items())
        typer.echo(f"Ført som nye organisasjoner: {named}.")
    if missing:
        typer.echo(
            f"Medlemslista er ikke ført som hel, for da sier mandatet fra om dette: {missing}. "
            f"Er alle likevel med, skriver du «brukerutvalg person alle {svar.utvalg}»."
        )
    elif svar.medlemmer.rader and not svar.alle:
        typer.echo(
            "Medlemslista er ført som ufullstendig. Er alle med, skriver du "
            f"«brukerutvalg person alle {svar.utvalg}»."
        )


def _neste(mappe: Path, svar: Registersvar, ellers: str) -> None:
    from brukerutvalg_cli.cli.skall import sitert

    if mappe.resolve() != Path.cwd():
        typer.echo(f"Gå til registeret: cd {sitert(str(mappe))}")
    first = ellers if svar.medlemmer.rader else f"person ny {svar.utvalg}"
    typer.echo(f"Neste steg: brukerutvalg {first}")
