"""For each pattern about risk letters of which some stand in whatever it finds.

Not written by hand: `python -m tests.analysis.risk.stems` makes them of the patterns.
"""

from __future__ import annotations

STEMS = tuple(
    tuple(each.split("|"))
    for each in """\
 a fut| any f| bus| car| cycli| dog| lorry| no fu| of ca| of ch| of co| of ne| of sc| of so| of su| of sw|
 of tv| on ca| on ch| on co| on ne| on sc| on so| on su| on sw| on tv| swan| truck| van|about |access|and fo|
anxiou|attemp|balcon|basket|beat|blade |blades|boredo|bridge|bruis|bubble|burn|campin|cap gu|cap pi|climbi|
compas|cookin|course|critic|cuticl|dead c|dead e|dead h|dead o|dead r|dead s|dead w|deer|drown|dying|e-mail|
eating|edge|email|embarr|engine|evenin|everyb|everyo|exerci|experi|exposu|farewe|feels |felt b|film|fishin|
foam g|foam p|from|game|garden|gave a|give a|given |gives |giving|glue|goodby|gun me|gun sh|hang |hangin|
hangs |heat|hit |hits h|hits m|hits t|hurt|inner |inside|it all|it be |it hit|it on|it to |joke|jump|kill|
kitche|knife |ladder|laughi|laught|like t|line|loss|massag|medita|messag|mood|movie|murder|nail|nerf|news|
non-vi|nonvio|ocd cr|ocd vo|of dea|of the|on her|on his|on my |pain|pearls|people|platfo|practi|push h|push m|
push t|pushed|pushes|pushin|razor |razor-|roller|roof|sand|scar o|scars |scene|series|set fi|settin|shak|shame|
sharp|shav|shelve|short|should|sick|skat|skippi|social|some s|son of|spray|staple|stick |sticki|storm|stuck |
suicid|swing|task|text|the ro|thin|this a|this b|this t|time|tired|to die|toy gu|toy pi|two bi|under |water|
weapon|weathe|weed|wind|wiper|work|worth;
idees |intiha|kys|mich|nicht |quier|selbst|sew a |sew as|sew i |sew is|sewa s|sewasi|sewi s|sewisi|sich|siucd|
siucid|su a s|su asi|su i s|su isi|sua si|suasid|sucd|sucicd|sucici|sucid|sue a |sue as|sue i |sue is|suea s|
sueasi|suei s|sueisi|sui si|suicd|suicid|suicii|suisd|suisid|suizid|to kms|unaliv|will k|αυτοκτ|самоуб|суицид|
התאבד|انتحار|自杀|自殺|輕生|轻生|자살;
dsh|s.i|s/i|sh tho|sh urg|si|tash|urges ;
an't|annot|be dea|being |better|care|commit|contra|go on|guaran|is not|isn't|join|keep|live|mind|ouldn'|rather|
sleep |sooner|want|was no|wasn't|wish;
 attem|active|attemp|lethal|passiv|presen|suicid|with;
a burd|better|was de|was go|were d|were g;
hope|hoping|like|long|pray|prefer|ready|want|wish;
be her|carry |disapp|exist|fall a|go on |live|wake u|waking;
 got a| have |point|purpos|reason|sense;
being |it any|life|living|point|reason|sense;
being |death|dying;
 any f| no fu| out o| saw a| see a| seein| sees |do awa|doing |end ev|end it|end li|end ow|end th|ending|
her li|her ow|his li|his ow|it all|my lif|my liv|my own|their ;
drown|oursel|self|shoot|themse;
farewe|gave a|given |giving|goodby|suicid;
 not e|alive|allah |any mo|anymor|anythi|around|being|care|dead|death |deceas|died|disapp|done|finish|god 'd|
god to|god wi|god wo|going |gone|having|here|it all|jesus |late|lebens|let he|let hi|let me|life|living|lost t|
meanin|mind|never |no wil|not wo|nothin|over|point|purpos|rather|sick|so he |so i c|so i m|so i w|so it |
so she|so tha|so the|somebo|someon|sooner|suizid|the lo|throug|unbear|weary;
 commi|bad to|desper|drasti|en fin|going|how of|how to|ideati|matars|method|mettre|no qui|oursel|plan o|plan t|
plans |plus e|quitar|rash|se tue|self|silly|stupid|themse|though|tried|want|way of|way to|ways o|ways t;
5150|5585|aborte|actual|after |baker |failed|follow|for a |for an|for at|for he|for hi|for la|for th|interr|
involu|lethal|over a|over h|over l|over t|post a|post h|post l|post t|psych |psychi|recent|sectio|seriou|
since |thwart|unsucc;
gave |given |gives |giving|good-b|goodby|letter|posted|sent|texted|writte|wrote;
acute|elevat|extrem|high|immine|increa|severe;
 care | cares| had | to | want| will | would|attemp|check|envie |ideati|not ex|though|veut m;
access|be ali|date|death|deserv|intent|means|method|painle|to die;
called|contac|fare|lness|phoned|rang|talked|texted;
gave a|given |giving|left a|left t;
dead|deceas|late;
'd be |being |better|care|day dr|daydre|easier|fantas|going |hop|living|miss|notice|own fu|pray|will b|wish|
won't |would ;
about|alight|drank|drink|drunk|gass|helium|inhal|on fir|plasti|round|self-i|starv|swallo;
 herse| himse| mysel| thems|hangin|ligatu|noose|rope;
bottle|box of|collec|hid |hidden|hide |hides |hiding|hoard|keep|o.d|od|overdo|put |puttin|sav|set |settin|
stash|stock |stock-|stockp|stor|supply;
downed|downin|ingest|necked|neckin|popp|swallo|take|taking|took;
balcon|bridge|cliff|edge|jump|parape|platfo|railin|rails|railwa|roof|tracks;
crash|driv|in fro|into |off |under ;
self;
oursel|self|themse;
burn|carv|cut|head a|scar|scratc|slash|slit|urge|want|wound;
 jump|chicke|other|outer|wrong;
crash|swerv|veer;
autole|automu|bruis|chok|cut ag|cuttin|head a|head i|head o|lacera|pinch|punch|ritz|s/h|scarif|selbst|self i|
self-i|sh|slap|stab;
brain|carbon|charco|fumes|head|heart|mouth|over |pipe i|temple;
banged|bangin|bangs |brazo|eras|insert|muneca|punch|rubb|scrap|swallo|till|until;
belt|bliste|cable|cord|found |pill|rope|scarf|sheet|shoe l|shoela|tablet|towel|was un;
calm|cope|feel|numb|punish|releas;
drown|hang|hung|pulled|shoot|walk;
asq|bdi|c ssr|c-ssr|columb|core|cssr|edinbu|epds|item 9|oq|phq|qids|sbq-r|sbqr|suicid;
 her t| me to| them |active|and h.|comman|denied|denies|endors|h/i|hi|homici|kill|murder|no h.i|oursel|poison|
positi|self|shoot|stab|strang|themse|threat;
arson|assaul|attack|burn|chok|drown|harm|hurt|kick|kill|murder|poison|punch|push|set fi|shak|shoot|slap|smothe|
stab|strang|suffoc|threat|throw;
blade|firear|gun|knife|knives|machet|pistol|razor|revolv|rifle|weapon;
abus|afraid|at hom|baseme|beat|black |bruis|burn m|cellar|chok|cigare|curren|emotio|financ|fright|garage|hit|
inappr|kick|neck|ongoin|punch|pushed|pushes|rape|room|scared|sexual|slap|spousa|strang|threat|throat|unexpl|
verbal|with;
afraid|been |being |buse|dv|fearfu|fright|get |gets |got |in fea|ipv|is |scared|ssault|terrif|threat|violen|
was |were ;
 on pu|'d tak|'ll ta|baby|beat |beatin|beats |child|down|family|hit |hits |hittin|house|infant|kids|kill l|
newbor|office|others|people|place|school|set fi|sets f|settin|shook |slap |slaps |will t|would ;
 axe|ak-47|ak47|ammo|ammuni|ar-15|ar15|bullet|crossb|glock|handgu|hatche|knuckl;
 her h| her t| him h| him t| into | me ha| me to| pt ha| pt to|assaul|beaten|coerc|fgm|forced|groome|groomi|
groped|honor |honor-|honour|lock|molest|money|phone|rape|stalke|stalki|stalks|touche|touchi|traffi|won't ;
abuse|acs|adult|alone|child|concer|cps|dcfs|lado|mash|neglec|protec|referr|report|safegu|unatte|unsupe|withh;
about|baby u|child |could|dream|drop|fantas|going|harm|has to|her un|him un|hurt|image|infant|like|might|must|
newbor|ought|over |plan|protec|put |ran |ready|run |runnin|should|taraso|tempte|thinki|thinks|threat|throw|
toss|tried|trying|urge|voice |voices|want|warn|will|with a|would;
abuse|in the|inappr|molest|neglec|privat|sexual|unatte|unfed|unsupe|wander|with ;
block|disclo|hittin|monito|non-co|non-mo|noncon|protec|restra|safe|shov|touchi|tracks|wall n|withou|women';
""".replace("\n", "")
    .removesuffix(";")
    .split(";")
)
