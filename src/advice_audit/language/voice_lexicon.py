"""Words that tell whose voice a sentence is: verbs of saying, thinking, recording and seeing, and nouns for people and papers.

Classes of words, not phrases from any one advice. Verb forms are spelt out so that a wrong lemma does no harm.
"""

SAY = frozenset(
    "say tell report state describe explain mention add ask answer reply comment remark maintain claim deny admit agree "
    "confirm insist suggest respond recall speak talk share express inform disclose complain joke whisper shout sign type "
    "write text call enquire inquire volunteer declare repeat concede point relate recount advise stress emphasise request "
    "raise voice recommend concur dispute allege propose object assert rate score remember acknowledge accept echo decline refuse protest warn argue announce sum put dictate text assure remind attest avow ascribe reckon beg confide convey reiterate clarify "
    "elaborate reveal swear promise contend elect opt applaud commend praise mind".split()
)
THINK = frozenset(
    "feel think believe consider worry hope want wish fear know understand find suspect reckon suppose prefer regret value "
    "doubt expect imagine dread hate love like enjoy miss appreciate welcome see view regard dislike mind desire trust "
    "intend plan aim hold sense guess need consent interpret judge wonder attribute resent mourn recollect long seek aspire favour reckon oppose".split()
)
RECORD = frozenset("record note show indicate document conclude identify highlight log log diagnose refer".split())
SEE = frozenset("observe notice watch witness hear meet visit interview assess".split())
EXPRESS = frozenset(
    "smile laugh grin giggle nod shake point push pull place put turn look hide cover frown cry flap clap wave sort choose "
    "pick reach touch hold hand lead take run walk jump sit stand stare gaze stroke tap shrug clutch hug bounce rock draw "
    "colour stick circle press pat kick throw drop line stack bring show lie spin hum sing squeal chuckle tip fold climb "
    "leave wriggle clench beam gesture sign vocalise lift rise straighten scream swing splash bang roll crawl curl "
    "flinch freeze close open rub squeeze wrinkle blow follow move slide".split()
)
FEELING = frozenset(
    "worried concerned anxious keen happy unhappy proud pleased clear adamant afraid sure certain hopeful sad upset cross "
    "frustrated exhausted tired grateful relieved scared frightened willing glad angry fond content unsure troubled aware "
    "convinced delighted disappointed desperate determined open reluctant satisfied fed opposed resistant ambivalent fussed bothered nervous eager interested "
    "tearful apprehensive resigned".split()
)
# What does so to somebody: "It frightens Mum that ...".
TROUBLES = frozenset(
    "frightens scares worries upsets saddens troubles bothers pleases delights terrifies angers hurts grieves frustrates annoys "
    "matters comforts cheers surprises strikes pains irks".split()
)
VIEW_NOUNS = frozenset(
    "view views opinion opinions impression belief wish wishes hope hopes worry worries fear fears concern concerns feeling "
    "feelings account words experience perspective judgement judgment preference aim ambition ambitions dream aspiration "
    "aspirations priority priorities understanding recollection eyes estimation thoughts version idea description position "
    "take explanation complaint complaints stance attitude argument answer reckoning estimate submission objection "
    "objections memory memories side verdict dreams goal goals interpretation intention say-so request condition guess plea".split()
)
CARER_NOUNS = frozenset(
    "mum mam mom mummy mam's dad daddy mother father mothers fathers parent parents carer carers family gran granny nan nana "
    "nanna nanny grandma grandmother grandad grandfather granddad grandparents grandparent aunt auntie aunty uncle guardian "
    "guardians step-mum step-dad stepmum stepmother stepdad stepfather stepfather's foster-carer foster-carers fc birthmum mums dads husband "
    "wife partner kin relatives couple household".split()
)
CHILD_NOUNS = frozenset(
    {
        "child",
        "yp",
        "pupil",
        "boy",
        "girl",
        "youngster",
        "toddler",
        "baby",
        "lad",
        "youth",
        "student",
        "learner",
        "son",
        "daughter",
        "grandson",
        "granddaughter",
    }
)
PROFESSIONAL_NOUNS = frozenset(
    "teacher teachers senco sendco worker workers nurse doctor gp therapist therapists paediatrician psychologist "
    "psychiatrist consultant headteacher head tutor mentor assistant practitioner practitioners officer manager coach "
    "keyworker iro hv sw kw fsw ta ot salt slt ep physio physiotherapist audiologist school nursery college staff team "
    "professional professionals agency agencies hospital clinic police interpreter advocate adviser advisor leader "
    "coordinator co-ordinator instructor supervisor counsellor specialist childminder clinician surgeon neurologist "
    "dentist midwife portage camhs psychotherapist educator lecturer respite hub service services consultants nurses "
    "support-worker pa youth-worker visitor link-worker author writer preschool playgroup academy provision placement "
    "paed cpn yot pc sgt sergeant constable lsa hlta dsl caseworker playworker escort chaperone driver lifeguard librarian "
    "scout-leader imam vicar pastor dietitian dietician optician orthoptist orthotist optometrist neuropsychologist "
    "commissioner panel chair ward crew housing landlord educationalist choirmaster inspector hca undersigned assessor".split()
)
DOCUMENT_NOUNS = frozenset(
    "report reports letter letters plan plans assessment assessments minutes record records notes note log logs form forms "
    "chronology statement file files eha summary email emails e-mail questionnaire profile advice paperwork diary database "
    "review document documents checklist rpt rpts ltr ltrs mins doc docs spreadsheet printout sdq recording passport chart charts entry entries history register certificate order transcript "
    "ehcp echp booklet template mosaic liquidlogic system referral recommendation recommendations notification notifications "
    "print-out judgment tracker tracking calendar tally diaries invoice timesheet sheet sheets logbook newsletter scoresheet "
    "assetplus asset ehat scale scales data summaries bulletin tracker bundle screening audit cert certs rosette".split()
)
SHE_NOUNS = frozenset(
    "mum mam mom mummy mother gran granny nan nana nanna nanny grandma grandmother aunt auntie aunty stepmum stepmother wife "
    "girl mrs ms miss sister".split()
)
HE_NOUNS = frozenset(
    "dad daddy father grandad grandfather granddad uncle stepdad stepfather husband boy lad mr brother".split()
)
TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "prof", "professor", "sir", "nurse", "pc", "rev"})
NEED_WORDS = frozenset(
    "needs requires benefits benefit important should must appropriate recommended essential suitable beneficial presents "
    "appears seems tends responds thrives struggles difficulties".split()
)
WRITER_VERBS = frozenset(
    "asked met visited saw spoke rang observed showed offered watched used read took went called sat arrived checked looked "
    "wrote reviewed contacted telephoned phoned emailed consulted heard gave completed drew prepared searched attended noticed".split()
)
CHILD_VERBS = frozenset(
    "like love hate want 'm am can can't play go live get wish enjoy miss feel hope 'd don't am do need wanna think have 've "
    "dont cant eat sleep".split()
)
# As true of a person seen from outside as of what that person says.
WEAK = frozenset(
    f
    for v in (
        "like",
        "love",
        "enjoy",
        "need",
        "know",
        "understand",
        "find",
        "hold",
        "miss",
        "trust",
        "remember",
        "speak",
        "talk",
        "hate",
    )
    for f in (v, v + "s", v + "d", v + "ed")
) | {"found", "held", "knew", "spoke", "understood", "worried", "tired", "exhausted", "open", "happy", "sensitive"}


def forms(verb: str) -> set[str]:
    """Return the likely written forms of a verb; irregular ones come from `IRREGULAR`."""
    out = {verb, verb + "s", verb + "ed", verb + "ing", *IRREGULAR.get(verb, "").split()}
    if verb.endswith("e"):
        out |= {verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        out |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    elif verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou":
        out |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    if verb.endswith(("s", "h", "x")):
        out.add(verb + "es")
    return out


IRREGULAR = {
    "say": "said", "tell": "told", "speak": "spoke spoken", "write": "wrote written", "put": "put", "feel": "felt",
    "think": "thought", "know": "knew known", "understand": "understood", "find": "found", "see": "saw seen", "hold": "held",
    "mean": "meant", "give": "gave given", "show": "shown", "set": "set", "read": "read", "hear": "heard", "meet": "met",
    "shake": "shook shaken", "hide": "hid hidden", "choose": "chose chosen", "lead": "led", "take": "took taken",
    "run": "ran", "sit": "sat", "stand": "stood", "draw": "drew drawn", "stick": "stuck", "throw": "threw thrown",
    "bring": "brought", "lie": "lay lying", "spin": "spun", "sing": "sang sung", "leave": "left", "rise": "rose risen",
    "swing": "swung", "blow": "blew", "freeze": "froze frozen", "slide": "slid", "dream": "dreamt", "deny": "denies denied",
    "reply": "replies replied", "worry": "worries worried", "cry": "cries cried", "sum": "summed",
}  # fmt: skip


def _table() -> dict[str, str]:
    """Return the class of each verb form; where one form has two classes the stronger sign of a speaker wins."""
    table: dict[str, str] = {}
    for name, verbs in (("express", EXPRESS), ("see", SEE), ("record", RECORD), ("think", THINK), ("say", SAY)):
        for verb in verbs:
            table.update(dict.fromkeys(forms(verb), name))
    # Said of a hand or a toy far more often than of words.
    for verb in ("put", "point", "sign", "call"):
        table.update(dict.fromkeys(forms(verb), "express"))
    table.update(dict.fromkeys(forms("sign"), "say"))
    return table


PAST = frozenset(f for v in EXPRESS for f in forms(v) if f.endswith("ed") or f in IRREGULAR.get(v, "").split()) | {
    "put",
    "hit",
}
PAPER_VERBS = frozenset(
    "gives gave contains contained reads read lists listed sets details detailed covers speaks mentions attributes finds found concludes puts places states says say said confirms alleged alleges cites cited "
    "comments refers holds appears evidences tells".split()
)
VERBS = _table()
_NOUNS = (
    ("child", CHILD_NOUNS),
    ("document", DOCUMENT_NOUNS),
    ("professional", PROFESSIONAL_NOUNS),
    ("carer", CARER_NOUNS),
)
NOUNS = {word: kind for kind, words in _NOUNS for word in words}
