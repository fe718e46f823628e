"""The table of built-in checks. A new one is a new file and one line here."""

from __future__ import annotations

from brukerutvalg_cli.regler.innebygd import (
    arv,
    dobbel_bestemmelse,
    eget_vedtak,
    funksjonsnavn,
    id_og_filnavn,
    moetedag,
    moett_og_forfall,
    nevnt_to_ganger,
    nivaa,
    offentlig_tittel,
    oppfoelging,
    overlapp,
    personvern,
    referanser,
    referat_til_godkjenning,
    saksnummer,
    segl,
    uten_oppnevnte,
    uten_sete,
    valg_og_oppnevning,
    vara_og_medlem,
    vedlegg,
)
from brukerutvalg_cli.regler.innebygd.sjekk import Sjekk

SJEKKER: tuple[Sjekk, ...] = (
    referanser.SJEKK,
    id_og_filnavn.SJEKK,
    dobbel_bestemmelse.SJEKK,
    arv.SJEKK,
    eget_vedtak.SJEKK,
    overlapp.SJEKK,
    vara_og_medlem.SJEKK,
    moett_og_forfall.SJEKK,
    funksjonsnavn.SJEKK,
    moetedag.SJEKK,
    nevnt_to_ganger.SJEKK,
    uten_sete.SJEKK,
    valg_og_oppnevning.SJEKK,
    saksnummer.SJEKK,
    referat_til_godkjenning.SJEKK,
    segl.SJEKK,
    oppfoelging.SJEKK,
    vedlegg.SJEKK,
    nivaa.SJEKK,
    uten_oppnevnte.SJEKK,
    personvern.SJEKK,
    offentlig_tittel.SJEKK,
)
