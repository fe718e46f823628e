"""Skrivemaate: what is wrong with how a file is written, as YAML and as text."""

from brukerutvalg_cli.register.filfeil.slag import Filfeil

FIL_TEGN = Filfeil(
    "BU004",
    "fil-tegn",
    """fil-tegn – fila inneholder et usynlig tegn som ikke hører hjemme i en tekst.

Hvorfor
    Slike tegn følger med når tekst limes inn fra Word, PDF eller nettsider. Ingen ser dem, og alt ved siden
    av ser riktig ut, men ordet blir ikke funnet når noen søker, og noen tegn snur teksten rundt seg. En fil med
    styretegn blir ikke lest. Andre usynlige tegn, som myk bindestrek og skriveretning, er en advarsel: fila
    leses, og dokumentene er uten dem.
Slik retter du
    Slett tegnet på stedet som er vist, eller skriv ordet på nytt.
Galt
    sted: "Bergen\\x07"
Riktig
    sted: "Bergen"
""",
)

FIL_YAML = Filfeil(
    "BU006",
    "fil-yaml",
    """fil-yaml – skrivemåten er ikke gyldig YAML, så fila kan ikke leses.

Hvorfor
    Filene er skrevet i YAML: «nøkkel: verdi», med innrykk for det som hører sammen, og strek foran hvert
    punkt i en liste. Når et tegn mangler, er det ikke lenger sikkert hva som hører til hva.
Slik retter du
    Se på linja som er vist, og på linja over. Vanligst er et kolon uten mellomrom etter, et anførselstegn
    eller en parentes som ikke er lukket, skjeve innrykk, eller en tekst med kolon som trenger anførselstegn.
Galt
    tittel: Ny strategi: hva nå?
Riktig
    tittel: "Ny strategi: hva nå?"
""",
)

FIL_TABULATOR = Filfeil(
    "BU007",
    "fil-tabulator",
    """fil-tabulator – linja er rykket inn med tabulator.

Hvorfor
    En tabulator vises med ulik bredde fra program til program. YAML krever derfor mellomrom.
Slik retter du
    Bytt hver tabulator med to mellomrom. De fleste tekstprogram kan gjøre det for hele fila.
Galt
    sted:
    \tnavn: Nav Bergen
Riktig
    sted:
      navn: Nav Bergen
""",
)

FIL_FOR_DYP = Filfeil(
    "BU008",
    "fil-for-dyp",
    """fil-for-dyp – fila har mer enn 32 nivåer inni hverandre.

Hvorfor
    Ingenting i registeret trenger mer enn en håndfull nivåer. Så mange tyder på at noe er limt inn feil.
Slik retter du
    Slett parentesene eller strekene som er for mange.
Galt
    tema: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[strategi]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
Riktig
    tema: [strategi]
""",
)

FLERE_DOKUMENT = Filfeil(
    "BU009",
    "flere-dokument",
    """flere-dokument – fila inneholder flere dokumenter, delt av «---».

Hvorfor
    Registeret har én ting per fil. Det som står etter delelinja, blir ikke lest.
Slik retter du
    Flytt det som står etter «---», til en egen fil. Er linja bare til pynt, sletter du den.
Galt
    dato: 2024-03-13
    ---
    dato: 2024-05-15
Riktig
    dato: 2024-03-13
""",
)

DOBBEL_NOEKKEL = Filfeil(
    "BU010",
    "dobbel-noekkel",
    """dobbel-noekkel – samme nøkkel står to ganger.

Hvorfor
    Bare én av dem kan gjelde, og programmet vil ikke gjette hvilken.
Slik retter du
    Behold den som er riktig, og slett den andre. Hører de til hvert sitt punkt i en liste, mangler en strek.
Galt
    dato: 2024-03-13
    dato: 2024-03-14
Riktig
    dato: 2024-03-13
""",
)

YAML_ANKER = Filfeil(
    "BU011",
    "yaml-anker",
    """yaml-anker – fila bruker anker (&), viser til et anker (*) eller fletter inn (<<).

Hvorfor
    En fil skal kunne leses rett fram, og en endring ett sted skal ikke endre noe et annet sted.
Slik retter du
    Skriv verdien der den gjelder. Er tegnet en del av teksten, setter du teksten i anførselstegn.
Galt
    moeteleder: &leder kari-nordmann
    referent: *leder
Riktig
    moeteleder: kari-nordmann
    referent: kari-nordmann
""",
)

YAML_MERKE = Filfeil(
    "BU012",
    "yaml-merke",
    """yaml-merke – en verdi er merket med en type (!).

Hvorfor
    Registeret vet selv hva som er dato, tall og tekst. Merker fra andre programmer kan bety hva som helst.
Slik retter du
    Slett merket. Er utropstegnet en del av teksten, setter du teksten i anførselstegn.
Galt
    tid: !!str 12:15
Riktig
    tid: 12:15
""",
)

YAML_NOEKKEL = Filfeil(
    "BU013",
    "yaml-noekkel",
    """yaml-noekkel – en nøkkel er tom, eller den er en liste.

Hvorfor
    Det som står foran kolon, er navnet på det som står etter. Et navn er ett ord.
Slik retter du
    Skriv et ord foran kolon. Skulle det være en liste, begynner linja med strek og mellomrom.
Galt
    {{sted}}: Nav Bergen
Riktig
    sted: Nav Bergen
""",
)

TEKST_KUTTET = Filfeil(
    "BU020",
    "tekst-kuttet",
    """tekst-kuttet – teksten slutter foran et «#», og resten blir ikke lest.

Hvorfor
    «#» etter et mellomrom begynner en merknad som ingen andre enn du ser. Var det en del av teksten, mangler
    slutten i innkallingen og referatet. Fila leses likevel, så dette er en advarsel.
Slik retter du
    Sett hele teksten i anførselstegn. Er det en merknad til deg selv, skriver du et mellomrom etter «#».
Galt
    tittel: Sak #3 om budsjett
Riktig
    tittel: "Sak #3 om budsjett"  # en merknad
""",
)

TOM_TEKST = Filfeil(
    "BU022",
    "tom-tekst",
    """tom-tekst – mellom anførselstegnene står det ingenting, eller bare mellomrom.

Hvorfor
    Det er ført noe, og det sier ingenting: en sak uten tittel, en gjest uten navn. I innkallingen og referatet
    blir det stående et tomt punkt. Fila leses likevel, så dette er en advarsel.
Slik retter du
    Skriv det som skal stå der. Vet ingen hva det er, skriver du ukjent. Er det ikke noe, sletter du linja.
Galt
    tittel: " "
Riktig
    tittel: Budsjett
""",
)
