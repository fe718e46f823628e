"""The verb `init`: a new register, with all that belongs to it."""

from __future__ import annotations

from functools import partial
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

    Er MAPPE et register, blir utvalget ført i det, ved siden av dem som er der.

    Det du ikke sier, blir du spurt om. Med --ja tas det som er vanlig.

    Eksempler:
      brukerutvalg init brukerutvalget
      brukerutvalg init brukerutvalget --utvalg "Brukerutvalget ved Nav Storelva" --ja
      brukerutvalg init . --utvalg "Ungdomsrådet ved Nav Storelva" --nivaa ungdom
    """
    from brukerutvalg_cli.cli.adressefil import skriv_adresser
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.laas import rett_opp_avbrutt
    from brukerutvalg_cli.cli.lagringsspoersmaal import spoer_om_lagring
    from brukerutvalg_cli.cli.nytt_utvalg import bare_utvalget, foer_utvalg, ikke_i_et_annet
    from brukerutvalg_cli.cli.registerskriving import foerste_lagring, oppsettet, skriv
    from brukerutvalg_cli.cli.registerspoersmaal import Registergrunnlag, spoer
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.cli.svar import kan_spoerre
    from brukerutvalg_cli.cli.utvalgskvittering import funnet, helheten, meld, neste, si_hva_mandatet_sier
    from brukerutvalg_cli.cli.vakt import kvittering
    from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.handling.nytt_register import kjente_organisasjoner
    from brukerutvalg_cli.oppsettfiler import VED_TOPPEN, i_ci_ved_toppen, under_toppen
    from brukerutvalg_cli.register.tree import MemoryTree

    _kan_hete(mappe)
    rett_opp_avbrutt(mappe)
    finnes = (mappe / "records").exists()
    if finnes:
        of_register = {"--lagre": lagre, "--ci": ci, "--ditt-navn": ditt_navn, "--din-epost": din_epost}
        bare_utvalget(mappe, utvalg, of_register)
    else:
        ikke_i_et_annet(mappe)
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
    members = "\n".join(medlem or ()).splitlines()
    try:
        if finnes:
            foer_utvalg(mappe, given, members, shipped, lest_dag(dato), ja=ja)
            return
        organisations = kjente_organisasjoner(shipped.register.organisasjoner)
        known = Registergrunnlag(organisations, shipped.regelverk)
        answered = spoer(given, members, known, mappe, lest_dag(dato), ja=ja)
        saving = spoer_om_lagring(mappe, lagre, ditt_navn, din_epost, ja=ja)
        innhold = partial(_innhold, shipped=shipped)
        svar, missing = helheten(
            answered.svar,
            lambda each: funnet(MemoryTree(innhold(each)), each),
            spoer=kan_spoerre() and not ja,
        )
        content = innhold(svar)
    except (Nektet, KanIkkeRedigere) as error:
        raise Stans(str(error)) from None
    below = under_toppen(mappe)
    setup = oppsettet(uten=VED_TOPPEN if below else unwanted)
    new = skriv(mappe, content | saving.filer | setup)
    with kvittering("Registeret er laget"):
        note = foerste_lagring(mappe, new, saving)
        typer.echo(f"Laget et register for {svar.navn} i {mappe}: {len(new)} filer{note}.")
        if addresses := answered.medlemmer.adressefil:
            skriv_adresser(addresses, svar.medlemmer.adresser, mappe)
        meld(svar, missing)
        if below:
            typer.echo(
                "Registeret ligger ikke øverst i git-lageret. Filene for CI og pre-commit blir bare lest der, så de er "
                f"ikke skrevet. Skal registeret prøves i CI: {i_ci_ved_toppen(below)}."
            )
        found = funnet(MemoryTree(content), svar)
        si_hva_mandatet_sier(found)
        if saving.alltid is None:
            typer.echo(
                "Endringene blir lagret når du ber om det. Hver gang: «brukerutvalg lagre --alltid ja»."
            )
        typer.echo(
            f"Det samme uten spørsmål: {answered.kommando(mappe)}{saving.valg}{f' --ci {ci}' if ci else ''}"
        )
        neste(mappe, svar, found)


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


def _innhold(svar: Registersvar, shipped: Lastet) -> dict[str, bytes]:
    """The records."""
    from brukerutvalg_cli.handling.nytt_register import filer
    from brukerutvalg_cli.pakkedata import records

    return filer(svar, shipped.register.organisasjoner, shipped.regelverk, records())
