"""Patterns for how a child's own view was gathered without speech, and for how adults describe a child."""

from advice_audit.checks.patterns import table

METHOD = table(
    tools=r"\b(talking mats?|makaton|symbols?|pecs|widgit|picture cards?|cards?|pictures?|photo\w*|objects? of reference|emojis?|"
    r"choice board|communication (board|book|aid)|eye[- ]?gaze|blob tree|three houses|feelings? (wheel|chart)|sand ?tray|switch(es)?)\b",
    way=r"\b(by (watching|playing|offering|observing|listening)|through (play|drawing|observation)|direct observation|"
    r"(i|we|worker|practitioner) (watched|observed|played|offered|laid out|took out|sat (with|on|beside)|showed|got (down )?on the floor|"
    r"used|put out|asked (him|her|them) to (draw|point|choose|show|sort|pick))|"
    r"(was|were) (observed|watched|offered|shown|gathered|sought|given a choice)|play session|watch(ed|ing)( and listen(ed|ing))?)\b",
    drew=r"\b(drew|drawing|draws|painted|coloured|typed|signed|wrote|dictated|texted)\b",
    wordless=r"\b(no (spoken )?words|non-?verbal|does(n't| not) (use words|speak|talk)|cannot tell us|can't tell us|pre-?verbal|without (speech|words)|"
    r"too young to|no speech)\b",
    chose=r"\b(chose|picked|pointed|pushed|reached|turned (away|her|his|their)|put (the|it|them)|held (out|up)|smiled|laughed|clapped|cried|kicked)\b",
)

JUDGES = table(
    trait=r"\bis (an?|very|such an?|generally|usually|always|by nature|settled|easily)\b.{0,60}\b(boy|girl|lad|child|man|woman|person|soul|"
    r"character|teenager|toddler|learner|chap|baby|artist|spark|one|led)\b",
    responds=r"\b(responds?|thrives?|benefits?|copes?|settles?|functions?|does|at (his|her|their) (best|happiest)) (\w+ )?(well|best|to|on|from|with|when)\b",
    needs=r"\b(needs?|requires?|lacks?|(has|have|had|shows?|with) (no|little|poor|limited|a (poor|limited)) (real )?(sense|awareness|understanding|concept|insight|concentration|attention|control|idea|regard|judgement)|struggles?|tends? to|presents? as|appears?|seems?|can (be|become)|finds? it (hard|difficult)|low self[- ]esteem|"
    r"dysregulated|vulnerable|easily led|manipulative|immature|attachment|developmental|anxiet(y|ies)|behaviou?rs?)\b",
    supposes=r"['’]d (really |probably |dearly |also )?(like|love|want|prefer|choose)\b|\b(would (not (?=wish|want|like|choose|care)|never (?=wish|want|like|choose)|wish|really |probably |dearly |also |like|love|want|sooner|rather|prefer|choose|most|give anything|be happiest)|what (he|she|they|\w+) (really |actually |truly )?(wants?|needs?|longs? for|is (really |actually |truly )?(after|wanting|longing))|(really|actually|truly) (wants?|after|longs?)|longs? for|at heart|in truth|(i|we) (should|would|do|can only|rather)? ?(think|imagine|suspect|guess|suppose|expect)\b|no doubt|presumably|like (any|every|most|all) (other )?(\w+ )?(child\w*|bab\w+|boys?|girls?|teenagers?|toddlers?)|deep down|if (he|she|they) could|interpret\w*|means that)\b",
)  # fmt: skip
