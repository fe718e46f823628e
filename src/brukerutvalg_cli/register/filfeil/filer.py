"""Filer: what is wrong with a whole file, before a word of it is read."""

from __future__ import annotations

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.register.filfeil.slag import Filfeil

FIL_ULESBAR = Filfeil(
    "BU001",
    "fil-ulesbar",
    """fil-ulesbar – fila finnes ikke, eller programmet får ikke lest den.

Hvorfor
    Det som ikke kan leses, kan heller ikke vurderes. Resten av registeret vurderes likevel.
Slik retter du
    Sjekk at det er en vanlig fil og ikke en mappe, at du har lov til å åpne den, og at en snarvei peker på
    en fil som finnes inne i registeret. Filnavn skrives med vanlige bokstaver, tall og bindestrek.
""",
)

FIL_FOR_STOR = Filfeil(
    "BU002",
    "fil-for-stor",
    """fil-for-stor – fila er større enn 1 MiB, eller en liste i den er lengre enn 2000 punkter.

Hvorfor
    Et møte fyller noen få kilobyte. En så stor fil er nesten alltid noe annet som er lagret på feil sted, og
    en så lang liste er nesten alltid den samme linja mange ganger.
Slik retter du
    Legg vedlegg og bilder i mappa «vedlegg», og la møtet vise til dem. Ett møte per fil, én person per fil.
""",
)

FIL_KODING = Filfeil(
    "BU003",
    "fil-koding",
    """fil-koding – fila er ikke lagret som UTF-8.

Hvorfor
    Æ, ø og å lagres ulikt fra program til program. Registeret bruker UTF-8, så teksten er lik hos alle.
Slik retter du
    Åpne fila i et tekstprogram, velg «Lagre som», og velg koding «UTF-8». Se etter at æ, ø og å står riktig.
Galt
    sted: Bodø    # lagret som ANSI (Windows-1252)
Riktig
    sted: Bodø    # lagret som UTF-8
""",
)

FIL_TOM = Filfeil(
    "BU005",
    "fil-tom",
    """fil-tom – fila er tom.

Hvorfor
    En fil i registeret beskriver én ting. Står det ikke noe i den, vet ingen om den er glemt eller påbegynt.
Slik retter du
    Fyll den ut, eller slett den.
Galt
    # kommer senere
Riktig
    navn: Kari Nordmann
""",
)

UKJENT_FIL = Filfeil(
    "BU018",
    "ukjent-fil",
    """ukjent-fil – fila ligger et sted der registeret ikke leter etter noe.

Hvorfor
    En fil på feil sted blir ikke lest, og det som står i den, ville ellers mangle uten at noen merket det.
Slik retter du
    Flytt fila til mappa den hører hjemme i, eller gi den navnet registeret venter: utvalg.yaml og
    hendelser.yaml i utvalgets mappe, og resten under medlemmer, moeter eller saker. Filer slutter på .yaml.
""",
)

FIL_KOPI = Filfeil(
    "BU019",
    "fil-kopi",
    """fil-kopi – fila er en kopi av en annen fil i samme mappe.

Hvorfor
    Det som står to ganger, ville blitt talt to ganger, og etter en tid vet ingen hvilken som gjelder.
Slik retter du
    Slett kopien. Skal den bli et nytt møte eller en ny person, gir du den et eget navn og retter det som står
    i den. Gamle utgaver finnes i historikken; de trenger ikke ligge ved siden av.
""",
)

FIL_NAVN = Filfeil(
    "BU021",
    "fil-navn",
    """fil-navn – fila eller mappa har et navn som ikke virker på alle maskiner.

Hvorfor
    Andre filer viser til navnet, og det skal kunne skrives på alle tastatur. Windows og Mac skiller ikke mellom
    store og små bokstaver, og Windows kan ikke ha navn som con, nul og aux, eller tegn som : og ?. Da kommer
    fila bort når registeret hentes til en slik maskin.
Slik retter du
    Gi den navnet som er vist. Filer og mapper i registeret skrives med små bokstaver fra a til z, tall og
    bindestrek; æ, ø og å blir ae, oe og aa. Rett også det som viser til den. Et vedlegg kan ha store bokstaver,
    mellomrom og æ, ø og å i navnet, men ikke et navn som noen maskin ikke kan ha.
""",
)

MAX_BYTES = 1 << 20
"""The largest file that is read, 1 MiB."""


def for_stor(path: str) -> Finding:
    """The finding for a file above the limit, said the same way by every tree and by the parser."""
    return FIL_FOR_STOR.finding(
        "fila er større enn 1 MiB og blir ikke lest",
        Place(path),
        help="legg vedlegg og bilder i mappa «vedlegg», og del fila hvis den inneholder flere ting",
    )
