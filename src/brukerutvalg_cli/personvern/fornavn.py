"""Fornavn: given names that many in Norway have. By one of them alone, an address is a person's."""

_NAVN = """
aage aase aashild aasmund adam agnes ahmed aida aina aksel albert alexander alf ali alice amalie amina amir anders
andre andrea andreas anette anita ann anna anne annika arild arne aron arvid asbjoern asbjørn aslak astrid atle aud
audun axel baard beate benedikte bente berit bernt birger birgit bjarne bjoerg bjoern bjorn bjørg bjørn bodil brit
britt bård camilla carina carl caroline cathrine cecilie charlotte christian christin christina christine
christoffer dag dagfinn daniel david dina ebba edvard edvin egil eili einar eirik eivind elias elin elisabeth elise
ella ellen ellinor else emil emilie emma endre erik erika erlend erling espen ester eva even fatima fatuma filip
finn frank fred fredrik frida frode geir georg gerd gina gisle grete gro gry gudmund gudrun gunhild gunn gunnar
gunvor guri haakon haavard hanna hanne hans harald hassan hedda heidi helene helga helge henning henriette henrik
henry herman hilde håkon håvard ibrahim ida inge ingeborg inger ingrid ingunn ingvild irene isak iselin ivar iver
jakob jan janne jeanette jenny jens joakim joergen joern johan johanna johannes john jon jonas jorunn josef julia
julie jørgen jørn kaare kai kaia karen kari karianne karin karl karoline katrine kenneth ketil khadija kim kine
kirsten kjell kjersti kjetil klara knut kristian kristin kristina kristine kristoffer kåre laila lars lasse leif
lena lene leon linda line linn linnea lisa lise liv live lone lucas ludvig mads magne magnhild magnus maja malin
margit margrethe mari maria marianne marie marit marius markus marte martha martin maryam mathias mathilde may
merete mette mia mikael mikkel milla mina mohamed mohammed mona monica morten mustafa nadia nicolai nils nina noah
nora oda odd oddbjoern oddbjørn odin oeystein oeyvind ola olaf olav ole olga omar oscar oskar otto paal paul peder
per pernille peter petra petter philip pia pål ragna ragnar ragnhild randi rebecca reidar reidun renate rita roar
robert roger rolf ronny roy runar rune ruth safia samuel sander sara selma signe sigrid sigurd silje simen siri
sissel siv snorre soelvi sofia sofie solfrid solveig sondre stein steinar stian stig stine sunniva susanne svein
sverre sylvia synne synnoeve synnøve sølvi tara terje thea theodor thomas thor thorbjoern thorbjørn tiril tobias tom
tommy tone tor tora torbjoern torbjørn tore torgeir torill torstein tove trine trond trude trygve turid tuva ulf
ulrik una unni vegard vera veronica vibeke victor vidar vigdis viktor vilde wenche william yasmin ylva yngve yusuf
åge ågot åse åshild åsmund øystein øyvind
"""

FORNAVN = frozenset(_NAVN.split())
