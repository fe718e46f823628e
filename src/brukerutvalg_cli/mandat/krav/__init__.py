"""krav – hver av noe skal ha noe: hvert møte en møteleder, hver oppnevning en fullmakt.

Hvorfor
    Mange setninger i et mandat sier det samme om hver post av et slag. Nøklene under «der» og
    «skal_ha» er de samme som i fila der posten står, så det er bare ett sett ord å lære.

Slik retter du
    Før det som mangler, der funnet peker. Er det ukjent, skriver du «ukjent»: da blir det ikke
    bedømt. Et valg utvalget selv kan fravike, sier det med «fraviker» og bestemmelsens navn.

Galt
    regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: leder, fra: 2022-01-01}]}

Riktig
    regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
    medlemmer/kari: {side: bruker, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
"""
