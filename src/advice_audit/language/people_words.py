"""Words that say who a person is: kin, peers, roles, titles, animals."""

# A pattern is read as one line.

import re

from advice_audit.language.details import FULL, LOWER, UPPER

CAP = rf"(?:Mc|Mac|O['’]|D['’])?[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
TITLE = r"(?-i:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Rev|Cllr|Nurse|Sister|Father|PC|Sgt)\b\.?"

MINORS = (
    r"(?:(?:half|step|foster|adoptive|birth|baby|twin|little|older|younger|big|small|elder|eldest|youngest|oldest)[\s-]?)*"
    r"(?:brothers?|sisters?|siblings?|cousins?|twins?|nephews?|nieces?|friends?|mates?|pals?|best\s?mates?|besties?|class[\s-]?mates?|"
    r"room[\s-]?mates?|house[\s-]?mates?|playmates?|team[\s-]?mates?|girlfriends?|boyfriends?|boys?|girls?|lads?|child|toddler|baby|bub|"
    r"peers?|pupils?|mates?|budd(?:y|ies)|stepbrothers?|stepsisters?|bro|sis)"
)
CARERS = (
    r"(?:(?:foster|step|adoptive|birth|single|legal|special|kinship|maternal|paternal|great)[\s-]?)*"
    r"(?:mum(?:my)?|mam|mom|mother|dad(?:dy)?|father|papa|parents?|carers?|stepmum|stepdad|stepmother|stepfather|guardians?|"
    r"grandmother|grandfather|grandparents?|gran|granny|nan|nana|nanna|nanny|grandma|grandad|grandpa|nani|dadi|baba|babcia|oma|opa|abuela|nonna|nonno|ammamma|aabo|hooyo|ayeeyo|awoowe|dziadek|dida|popo|bibi|yiayia|pappou|abuelo|teta|halmoni|lola|lolo|mormor|farmor|bunica|bunic|baka|deda|nain|taid|mamgu|tadcu|ajji|thatha|patti|dadima|nanima|bubbe|zayde|adopters?)"
)
RELATIVES = r"(?:(?:great|maternal|paternal)[\s-]?)*(?:uncles?|aunts?|aunt(?:ie|y)|partner|husband|wife|ex-partner|godmother|godfather|family friend|neighbour)"
ROLES = (
    r"(?:(?:senior|lead|allocated|agency|assistant|duty|student|named|key|link|deputy|consultant|community|specialist|principal|practice|team|"
    r"early help|family|youth|youth engagement|youth justice|personal|health|school|class|head|form|special|clinical|educational|occupational|"
    r"speech and language|play|music|art|drama|respite|residential|night|support|group|club|portage|parenting|teaching|learning|sleep|"
    r"independent|reviewing|probation|police|housing|college|nursery|paediatric|children['’]s|young carers|domestic abuse|interim|locum|outreach|"
    r"transport|bus|taxi|swimming|boxing|football|dance|riding|british|sign|language|polish|inclusion|pastoral|attendance|transition|wellbeing|"
    r"mental health|substance|drugs|participation|advocacy|service|short breaks|fostering|adoption|leaving care)[\s-]+)*"
    r"(?:social workers?|workers?|manager|practitioner|teacher|headteacher|head|tutor|SENCO|SENDCo|senco|nurse|doctor|GP|consultant|therapist|"
    r"psychologist|psychiatrist|paediatrician|physiotherapist|dietitian|audiologist|visitor|midwife|mentor|coach|instructor|interpreter|advocate|"
    r"advis[eo]r|officer|assistant|PA|TA|LSA|helper|sitter|childminder|nanny|escort|driver|leader|co-?ordinator|supervisor|chair|director|lecturer|"
    r"key ?worker|befriender|volunteer|lodgings host|host|landlord|landlady|cleaner|solicitor|intervenor|guide|librarian|chef|barber|vicar|"
    r"head of [a-z ]{3,20}|teacher of the deaf|student support|IRO|specialist|keyworker|mediator|trainer|colleague|social work student|counsellor|"
    r"technician|engineer|surveyor|lifeguard|owner|warden|matron|sergeant|constable|PC|PCSO|LADO|commissioner|ranger|groom|player)"
)
ANIMALS = (
    r"(?:dogs?|cats?|rabbits?|hamsters?|guinea[\s-]pigs?|horses?|pon(?:y|ies)|fish|goldfish|parrots?|budg(?:ie|erigar)s?|snakes?|lizards?|tortoises?|"
    r"rats?|pupp(?:y|ies)|kittens?|pets?|tedd(?:y|ies)|dolls?|toys?|bears?|characters?|ducks?|hens?|chickens?|sheep|goats?|geckos?|ferrets?|"
    r"singers?|rappers?|footballers?|players?|actors?|judges?|youtubers?|heroes|hero|games?|films?|programmes?|bands?|songs?|books?|shows?|"
    r"spaniel|labrador|whippet|lurcher|terrier|collie|greyhound|staffie|donkey|cow|pig|mouse|gerbil|axolotl|bird|monkey|elephant|dinosaur|train|bunny|"
    r"bike|boat|car|wheelchair|doll's house|blanket|team|club|group|school|home|house|unit|centre|house|café|cafe|shop|pub)"
)
FEMALE_WORDS = frozenset(
    (
        "mum mummy mam mammy mama mom mother stepmum stepmother nanna nani babcia oma abuela mgm pgm gran granny nan "
        "nana grandma grandmother sister aunt auntie aunty niece daughter wife girl girls woman women lady girlfriend "
        "mrs ms miss she-cat mare queen midwife landlady matron bitch godmother goddaughter granddaughter schoolgirl "
        "mums sisters mothers stepsister half-sister hen cow actress waitress headmistress mistress"
    ).split()
)
MALE_WORDS = frozenset(
    (
        "dad daddy dada father papa baba grampa gramps opa taid mgf pgf stepdad stepfather grandad grandfather grandpa "
        "brother uncle nephew son husband boy boys man men lad lads gentleman boyfriend mr sir king landlord godfather "
        "godson grandson schoolboy dads brothers fathers stepbrother half-brother bloke guy headmaster policeman ex "
        "partner"
    ).split()
)
FEMALE = re.compile(rf"\b(?:{'|'.join(sorted(FEMALE_WORDS))})\b", re.I)
MALE = re.compile(rf"\b(?:{'|'.join(sorted(MALE_WORDS))})\b", re.I)
ANYBODY = re.compile(
    r"\b(?:" + ROLES + r"|cousin|friend|mate|twin|sibling|baby|toddler|carer|guardian|parent|partner|child|someone|somebody|person|adult|"
    r"neighbour|peer|classmate|pupil|student|client|patient|officer|judge|adviser|dogs?|cats?|rabbit|hamster|pony|horse|puppy|kitten|pet|another|other one)\b",
    re.I)  # fmt: skip
NOT_NAMES = frozenset(
    (
        "observed noted discussed attended visited reported agreed declined offered completed reviewed signed updated spoke met seen told "
        "i i'm i'd i'll i've he she they we you it his her their our my your its the a an this that these those there "
        "here when where what who why how if so and but or nor for yet as at by in on of to from with without after "
        "before during since until while once because although though both each every all any some most many more no "
        "not none nothing nobody everyone everybody someone somebody one two three four five six seven eight nine ten "
        "first second third monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december mon tue tues wed weds thu thur thurs fri spring summer autumn winter christmas easter eid diwali deepavali "
        "ramadan halloween mum mummy mam mom mother dad daddy father papa gran granny nan nana nanny grandma grandad "
        "grandmother grandfather grandpa baba nanna babcia nani dadi oma opa abuela abuelo amma abba nonna nonno ammamma aabo hooyo ayeeyo awoowe dziadek dida popo bibi yiayia pappou teta halmoni lola lolo mormor farmor bunica bunic baka deda nain taid mamgu tadcu ajji thatha patti dadima nanima bubbe zayde tourette bollywood nollywood uncle auntie aunt aunty parents parent carer carers sister brother mr mrs ms "
        "miss mx dr sir lady lord year years reception nursery school primary secondary academy college university "
        "hospital clinic council borough county city town street road lane avenue close park club hub team service "
        "services social care education health plan ehc ehcp senco send needs assessment section part advice report "
        "review annual english welsh scottish irish british polish romanian urdu arabic punjabi somali spanish "
        "portuguese french german italian turkish bengali tamil kurdish ukrainian russian chinese cantonese mandarin "
        "makaton bsl portage camhs lego minecraft roblox fortnite xbox playstation nintendo youtube tiktok snapchat "
        "netflix instagram whatsapp facebook google disney pokemon mario sonic peppa bluey ipad internet tv pe gp pa "
        "ta uk eu god allah jesus islam muslim christian hindu sikh catholic church mosque temple ramadan yes no "
        "please thank thanks ok okay well oh just then now today tomorrow yesterday again also only even still never "
        "always sometimes often outcome outcomes provision need strengths views home house family child children "
        "young person people worker social key support help short breaks direct payments direct payment aiming high "
        "step smash spectra swift honeybees beavers cubs scouts brownies guides rainbows parenting early adult adults "
        "police fire court order act special guardianship life story work talking mats three houses signed born name "
        "date written completed requested author sleep speech language therapy occupational bedtime mornings nights "
        "evenings weekends roads money friends friendship food eating washing dressing toileting travel communication "
        "behaviour safety safe clubs leisure respite rest play playing swimming football boxing mondays tuesdays "
        "wednesdays thursdays fridays saturdays sundays box field entry item answer question request post girls boys "
        "lads youth group staff form status age home hits report reports visit visits meeting meetings phone call "
        "calls email mr. mrs. ms. dr. uncle's section's grandad's other others best old new big little just like love "
        "going went got made told asked weekdays easter's playing boxing skating running reading drawing music art "
        "drama dance science maths geography history"
    ).split()
)


PLACES = frozenset(
    (
        "england scotland wales ireland britain london leeds manchester birmingham liverpool bristol sheffield cardiff "
        "glasgow edinburgh belfast dublin swindon plymouth exeter bath oxford reading hull york leicester nottingham "
        "africa asia europe america australia canada india pakistan bangladesh afghanistan iran iraq syria turkey egypt "
        "somalia sudan eritrea ethiopia kenya uganda nigeria ghana gambia senegal zimbabwe jamaica china japan vietnam "
        "thailand philippines nepal poland romania bulgaria hungary ukraine russia lithuania latvia slovakia albania "
        "kosovo greece italy spain portugal france germany holland norway sweden denmark brazil colombia lagos nairobi "
        "accra mogadishu kabul tehran baghdad damascus aleppo delhi mumbai dhaka karachi lahore warsaw krakow bucharest "
        "manila osaka tokyo hanoi cairo paris berlin madrid lisbon rome jerusalem mecca"
    ).split()
)
"""Countries and cities that families come from or go to: capitals, but nobody's name in an advice."""


ORGANISATION = frozenset(
    (
        "service services team hub club futures council school academy college trust project centre group nursery "
        "carers department tribunal hospital clinic university county borough"
    ).split()
)
"""Words that make a run of capitals the name of a body, not of a person."""


def name_pattern(source: str) -> "re.Pattern[str]":
    """Compile a pattern in which words may have any case but `{N}` (one name) and `{F}` (a full one) keep capitals."""
    filled = source.replace("{N}", rf"(?-i:{CAP})").replace("{F}", rf"(?-i:{FULL})")
    # A name is told from the words on its own line; what bounds it may be a line's end.
    return re.compile(re.sub(r"\[[^\]]*\]|\\s", lambda m: m[0] if m[0][0] == "[" else "[ \t\xa0]", filled), re.I)
