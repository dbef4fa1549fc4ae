"""Areas of daily life that needs, outcomes and provision are about, found by the everyday words for them.

The golden thread joins units by meaning. Two units about the same area of life are likely to belong together even
when they share no word: "she is up four times a night" and "a course on settling and bedtime routines".
"""

import re
from functools import cache, lru_cache

from advice_audit.language.alternatives import either_case
from advice_audit.language.tables import Table

# Stems; a trailing "*" takes any ending. Multi-word entries allow any white space.
AREAS: dict[str, str] = {
    "sleep": "sleep* asleep slept night nights nightly bedtime* bed-time wakes waking woken awake wake nightmare* dream* settling settle "
    "tired tiredness sleepy nap naps insomnia melatonin up+at+two up+until|in+bed|to+bed|own+bed",
    "toilet": "toilet* continence incontinen* nappy nappies soil* wets|wetting+the|wet+bed* wet+the|wees urine bedwetting|bed-wetting pad pads smear* potty poo stool*",
    "hygiene": "wash* bath* shower* hygiene teeth tooth* hair clean+himself|clean+herself personal+care self-care self+care deodorant smell* flannel",
    "dressing": "dress* undress* clothes clothing buttons zip* laces shoes coat trousers socks uniform getting+ready",
    "food": "eat eats eating ate meal* mealtime* food* fork spoon tea+time|teatime breakfast lunch dinner* supper feed* appetite hungry skips snack* "
    "swallow* chok* energy+drinks diet* takeaway* table+manners at+the+table weight",
    "cooking": "cook* kitchen hob pan pans recipe* oven kettle meal+for+himself meal+for+herself",
    "household": "housework chore* laundry tidy* tidies shopping+list hoover* clean+the household+tasks washing-up washing+up bins independent+living "
    "living+skills life+skills run+a+home running+a+home",
    "money": "money budget* debt* owe owes owed bill bills spend* spent rent+arrears rent cash purse benefits pip|dla|universal+credit bank* "
    "savings save|saving+up gambl* post+and+bills pay+for paying",
    "roads": "road roads traffic kerb* cross+the crossing crosses car+park* cars run+off|runs+off|running+off|ran+off bolt bolts bolting bolted dash* "
    "abscond* wander* escap* slips+out slips+away slips+his slips+her climbs+out gets+out+of+the stepped|steps+out hold+hands reins "
    "danger+outside pulls+away no+sense+of+danger front+gate|garden+gate|fence+raised|fence garden+wall out+of+doors outdoors",
    "home_safety": "climb* lock locks lock|locked gate gates stair+gate guard window* restrictor* knives sharp scald* burn burns hot+tap furniture "
    "puts+in+his+mouth puts+in+her+mouth padding corner|corners alarm alarms sensor* fire+safety smoke",
    "going_out": "going+out|go+out|goes+out|get+out|gets+out|getting+out|out+and+about out+of+the+house leave+the+house leaves+the+house shop shops supermarket* cafe* café* "
    "outing* trip trips park town community crowd* busy+place* public places outside+the+home day+out days+out never+out|not+been+out|stays+in|stay+in|indoors housebound "
    "new+places visit+to+places errand*",
    "travel": "bus buses train trains tram travel* journey* taxi* minibus* lift+to|lifts+to lift+home transport drive* driving drives route routes commut*",
    "friends": "friend friends friendship* befriend* lonel* alone isolat* peers other+children other+young other+people+his other+people+her others+his+own+age company "
    "her+own+age his+own+age their+own+age make+friends social+life socialis* playmate* meet+up excluded left+out belong* nobody+to+play nobody+to+talk party parties bestie no+one+to",
    "play": "play plays playing toys toy garden sharing share turn-taking take+turns taking+turns playground swing swings trampoline playgroup stay+and+play honeybees portage peep",
    "leisure": "club clubs group groups activit* sport* football swim* swimming boxing dance danc* gym hobby hobbies cinema bowling drama music art+class arts scouts cadets "
    "bike* trike* cycling holiday+club holiday+group playscheme* leisure fun session+of+games saturday+group youth+club fishing climbing riding archery choir museum",
    "online": "online internet phone phones tablet* gaming game+console xbox playstation screen* social+media snapchat tiktok messages messaging texts message "
    "strangers+online photos+of photographs app apps computer telephone mobile",
    "exploitation": "exploit* groom* stranger* older+lads older+boys older+men older+males older+man taken+advantage county+lines safe+and+unsafe unsafe+people trafficking gifts "
    "vulnerab* befriended asks+her+for asks+him+for meeting+men keeping+safe|keep+safe|stay+safe|staying+safe|stays+safe keep+himself+safe keep+herself+safe "
    "healthy+relationships relationships safe+adults the+man+who a+man+who men missing+from+home goes+missing went+missing missing+episodes missing cuckoo* sexual* sex consent",
    "substance": "cannabis weed drug drugs alcohol drink+and drinking drunk vape* vaping smok* substance* spice ketamine uturn",
    "crime": "police arrest* offend* crime criminal knife+crime carries+a+knife knives youth+justice yot shoplift* stealing steals stolen theft gang gangs anti-social antisocial swift court in+trouble",
    "aggression": "hit hits hitting kick* bit bite bites biting bitten punch* throws throwing anger angry temper* aggress* violen* outburst* meltdown* lash* lashes "
    "hurt hurts hurting destroy* breaks+things broken+the smash+things bruise* behaviour* challenging rage cross calm calmer calming cool+down melts tantrum* fights fighting damage",
    "worry": "worry worries worried+about+everything anxi* panic* fear fears frighten* scared afraid nervous checks+the checking reassur* clingy confidence confident self-esteem shy phobia* dogs",
    "mood": "mood low sad sadness cry cries crying cried tears tearful depress* unhappy hopeless emotion* feelings wellbeing well-being talk+about+how someone+to+talk somebody+to+talk upset",
    "self_harm": "self-harm* self+harm* cut+herself cut+himself cuts hurts+herself hurts+himself overdose* suicid* bangs+his+head bangs+her+head hits+his+head hits+her+head head+banging picks+at+her picks+at+his",
    "loss": "grief grie* loss bereave* died death dead dying miss+his+dad misses lost+his+mother prison goodbye* goodbyes",
    "life_story": "life+story family+history memory+book memory+box his+history her+history own+history identity adopted birth+family birth+mother birth+mum came+into+care roots heritage",
    "contact": "contact+with see+his+dad see+her+mum see+his+mum sees+his+sister seen+his+sister seen+her+sister seen+his+brother family+time brother+in seen+her+brothers visit+his+mum contact visits+with+his birth+parents sister",
    "family_rows": "row rows argu* quarrel* shout* falling+out fall+out fallen+out get+on+with family+relationship* relationship+with house+rules boundaries rules talking+teens "
    "family+group+conference restorative mediat* conflict communication+at+home words+every family+meeting tension parents+together apart",
    "sibling": "brother brothers sister sisters sibling* twin twins cousin*",
    "carer_rest": "carer's* carers' carers exhaust* worn+out worn+thin worn respite short+break* break breaks rest rests time+off night+off evening+off evening+out weekend+off overnight* no+sleep "
    "sitter sitting+service time+to+herself time+to+himself time+together date+night day+to+themselves lonely+as+a+parent parent+carer* coping cope+as shattered+mum strain strained 68 drained "
    "mum's+rest at+the+end+of wit's run+down her+own+health his+own+health",
    "parenting": "parenting parent+group triple+p nurturing+course routine* boundaries managing+behaviour strategies consistent consistency saying+no parenting+programme course+for+parents parenting+course "
    "fathers father's+worker dads being+a+father being+a+parent",
    "young_carer": "young+carer* young+carers caring+for caring+role looks+after looking+after cares+for cares help+her+mother helps+her+mother helping+mum tablets+to gives+out",
    "handling": "hoist* lift lifts lifted lifting transfer* carry carries carried handling sling wheelchair* carrying heavy stairlift stair+lift",
    "access": "stairs stair front+step the+steps doorstep ramp* rail rails adaptation* adapt adapted door+wide doorway* bathroom level+access downstairs through-floor wet+room level+shower extension grab buggy door+lock walking walk+far stairs+in falls fall fell",
    "equipment": "equipment bed+rail car+seat harness safety+bed specialist+bed seat seating aid aids pager doorbell door+bell vibrating buzzer telecare monitor device",
    "hearing_vision": "hear hears hearing deaf sign signs signing sight blind vision visual* see+well eye+condition eyesight cane label+reader tactile lip+read sensory+team doorbell door+bell flashing",
    "communication": "communicat* speech talk+to+others makes+herself+understood understood symbols makaton picture+cards pecs words+to+say say+what+he say+what+she conversation* first+words",
    "sensory": "noise noises noisy loud sensory lights ear+defenders touch textures overload* overwhelm* busy+or+new bright",
    "change": "change+of+plan changes+of+plan changes+to+plan when+plans+change plans+change transition* change+in+routine unexpected last-minute last+minute cancelled waiting wait+his wait+her",
    "culture": "mosque church faith religion* arabic polish mother+tongue culture* language+of+the pray* festival* wedding*",
    "housing": "housing tenancy flat house+move moving+into own+place landlord rehous* overcrowd* homeless* eviction evicted bedroom+of shares+a+bedroom supported+living supported+lodgings hostel "
    "neighbour* front+door own+home own+flat",
    "work": "job jobs work+experience employment employer apprentic* cv interview interviews career* volunteer+at supported+internship self-employed mechanic",
    "education": "school college homework reading+age attend+lessons lessons teacher* exam* attendance class maths english certificate qualification* course+at+college reading",
    "daytime": "weekdays day+centre day+opportunities empty+days nothing+to+do something+to+do days+are+empty when+school+ends after+college structure fill+his fill+her",
    "fitness": "fitter fitness keep+fit get+fit exercise* walk+further steps+a+day stamina tires out+of+breath weight overweight active",
    "medical": "epilep* seizure* fits asthma diabet* insulin medication medicine tablets+himself tablets+herself hospital appointment* gp doctor* nurse* pain",
    "health_appts": "dentist dental optician sexual+health health+check",
    "pets": "rabbit* dog+of cat+of rats hamster* guinea pet pets",
    "abuse_seen": "domestic+abuse saw+his+mother violence+at+home hurt+by+his hurt+by+her parents+fighting trauma what+happened refuge",
}
# What a kind of help is for where its words do not say: (words, areas).
HELPS: tuple[tuple[str, str], ...] = (
    (
        r"short[- ]breaks?\b(?! (?:team|service|officer|grant|fund))|overnight|respite|nights? a month|weekend stays?|link family|link carer",
        "carer_rest leisure",
    ),
    (r"sitter|sitting service|carer'?s'? break|home care|night sitter", "carer_rest"),
    (
        r"direct payments?|personal assistant|\bpa\b|support worker|inclusion funding|inclusion worker|companion|helper at|helper for",
        "going_out leisure friends",
    ),
    (r"befriend|volunteer|mentor", "friends going_out mood"),
    (
        r"\bgroup\b|\bclub\b|playscheme|play scheme|holiday scheme|\bsessions? for (?:disabled|deaf|autistic)|drop-in",
        "friends leisure",
    ),
    (
        r"parenting|parent course|course for parents|family worker|family support|family practitioner|triple p|managing challenging behaviour|family practitioner",
        "parenting",
    ),
    (r"managing challenging behaviour|non-violent|respect programme|anger blanket", "aggression"),
    (r"talking teens|family group conference|mediation|restorative", "family_rows"),
    (r"carer'?s'? assessment|parent carer|carers centre|swindon carers", "carer_rest"),
    (r"young carers?'?", "young_carer"),
    (r"swift\b|youth justice|youth offending", "crime"),
    (r"uturn|u-turn|drug and alcohol|substance", "substance"),
    (r"life[- ]story|memory book", "life_story loss"),
    (
        r"counselling|therapeutic|talking therapy|camhs|play therapy|someone to talk to|wellbeing|smash\b|psycholog",
        "mood worry",
    ),
    (r"spectra|confidence", "worry friends"),
    (r"travel train|travel trainer", "travel"),
    (
        r"personal adviser|positive futures|leaving care|independent living|floating support|tenancy",
        "household money housing",
    ),
    (r"day centre|day opportunities|day service", "daytime friends"),
    (r"adaptation|rails?\b|ramp\b|hoist", "access handling"),
    (r"alarm|doorbell|pager|vibrating", "equipment hearing_vision"),
    (r"safe (?:boys|girls)|exploitation|safeguarding", "exploitation"),
    (r"gate|fence|lock\b|restrictor", "roads home_safety"),
)
RELATED: dict[frozenset[str], float] = {
    frozenset(pair.split("/")): weight
    for weight, pairs in {
        0.6: "friends/leisure play/leisure play/friends roads/going_out going_out/travel handling/access access/equipment money/household cooking/household "
        "exploitation/online carer_rest/sleep aggression/parenting aggression/family_rows worry/mood loss/mood loss/life_story life_story/contact "
        "hearing_vision/equipment equipment/handling home_safety/equipment sleep/parenting cooking/food sensory/going_out crime/exploitation self_harm/mood "
        "hygiene/dressing hygiene/access aggression/mood family_rows/parenting sibling/family_rows housing/household daytime/leisure roads/home_safety young_carer/carer_rest "
        "abuse_seen/mood substance/crime contact/loss hygiene/handling worry/going_out change/aggression sibling/contact fitness/leisure",
        0.3: "friends/going_out leisure/going_out leisure/carer_rest mood/friends travel/friends worry/friends worry/travel roads/parenting communication/friends "
        "aggression/sibling mood/family_rows money/exploitation substance/exploitation toilet/hygiene medical/worry work/daytime work/money change/going_out "
        "food/parenting handling/carer_rest online/sleep roads/travel",
    }.items()
    for pair in pairs.split()
}


_WORD = re.compile(r"\w+")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    out = {}
    for area in AREAS:
        choices = [re.escape(p).replace(r"\+", r"\s+").replace(r"\*", r"[\w'-]*") for p in _entries(area)]
        out[area] = either_case(r"(?<![\w-])(?:" + "|".join(choices) + r")(?![\w-])")
    return out


def _entries(area: str) -> list[str]:
    return [p for p in dict.fromkeys(part for word in AREAS[area].split() for part in word.split("|")) if p]


@cache
def _telling() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Map the longest word of each entry to the areas it stands for: whole words, and beginnings of words."""
    whole: dict[str, list[str]] = {}
    begun: dict[str, list[str]] = {}
    for area in AREAS:
        for entry in _entries(area):
            longest = max(re.findall(r"\w+\*?", entry.lower()), key=len)
            table = begun if longest.endswith("*") else whole
            table.setdefault(longest.rstrip("*"), []).append(area)
    return whole, begun


@lru_cache(maxsize=20_000)
def _may_be_about(word: str) -> frozenset[str]:
    """Return the areas of which an entry has this word, in small letters, for its longest."""
    whole, begun = _telling()
    beginnings = (word[:end] for end in range(1, len(word) + 1))
    return frozenset([*whole.get(word, ()), *(area for part in beginnings for area in begun.get(part, ()))])


@cache
def _helps() -> Table:
    return Table({f"{number} {served}": either_case(words) for number, (words, served) in enumerate(HELPS)})


def helped(text: str) -> dict[str, float]:
    """Return the areas of life that the kinds of help named in a provision are usually for.

    Args:
        text: of a provision.
    """
    plain = text.replace("’", "'")
    return {
        area: 0.6 for served, words in _helps().possible(plain) if words.search(plain) for area in served.split()[1:]
    }


def areas(text: str) -> dict[str, float]:
    """Return how strongly a text is about each area of life: 1 for one word of it, more for several different ones.

    Args:
        text: a sentence, a need, an outcome or a provision.
    """
    plain = text.replace("’", "'")
    found = {}
    candidates = frozenset[str]().union(*map(_may_be_about, set(_WORD.findall(plain.lower()))))
    for area in (area for area in AREAS if area in candidates):
        hits = {match.lower() for match in _patterns()[area].findall(plain)}
        if hits:
            strong = len(hits - WEAK)
            found[area] = (
                1.0 + 0.5 * (strong - 1) + 0.2 * (len(hits) - strong) if strong else 0.4 + 0.2 * (len(hits) - 1)
            )
    return found


# One of these alone says little: they stand in times, places and names of services too.
WEAK = frozenset(
    "night nights nightly tired group groups club activities activity cross phone step steps fits lift lifts flat park fun music play plays "
    "talk rest break breaks drink bank fence hurt touch noise missing app computer brother sister brothers sisters school college day "
    "strategies routine routines confidence confident feelings emotional wellbeing messages carry carries tablets rules alone".split()
)


def shared(one: dict[str, float], other: dict[str, float]) -> tuple[float, float]:
    """Return how far two texts are about the same areas, and about related ones; both from 0.

    Args:
        one, other: from `areas`.
    """
    total = (sum(one.values()) * sum(other.values())) ** 0.5
    if not total:
        return 0.0, 0.0
    same = sum((weight * other[area]) ** 0.5 for area, weight in one.items() if area in other)
    near = max((RELATED.get(frozenset((a, b)), 0.0) for a in one for b in other if a != b), default=0.0)
    return float(same / total), float(near)
