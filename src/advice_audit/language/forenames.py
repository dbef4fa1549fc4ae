"""Forenames that nearly all belong to women, or nearly all to men, of the languages heard in English towns.

A name in neither list says nothing of gender; nor does one of both (Alex, Sam, Jordan).
"""

WOMEN = frozenset(
    (
        "abigail ada adaeze aisha alice alison amanda amina amira amy angela anita ann anna anne annie anita asha "
        "ayesha barbara beata beatrice becky bernadette beth bethan betty beverley bev bex brenda bridget bridie carol "
        "caroline carly carmel catherine charlotte cheryl chloe christine claire clare comfort danuta dawn deborah "
        "debbie deirdre denise diana diane donna dorothy edith eileen elaine eleanor elena eliza elizabeth ella ellen "
        "emily emma esther eva eve faith fatima fatuma fiona florence frances freya gemma georgina geraldine gill "
        "gillian gina glenys gloria grace gwen hannah hayley heather helen hilary holly hollie ifeoma ines ingrid iris "
        "irene isabel iwona jacqueline jan jane janet janice jasmine jean jennifer jenny jessica jill joan joanna "
        "joanne josephine joy joyce judith judy julia julie june karen kate katherine kathleen kathryn katie katy "
        "kelly kerry khadija kirsty laura lauren leanne lena lesley linda lisa lorna lorraine louise lucy lydia lynn "
        "lynette mabel madeleine maggie magda malgorzata marcia margaret maria marie marjorie martha mary maureen "
        "megan mel melanie melissa mercy michelle miriam moira mollie monica nadia nancy naomi natalie natasha nicola "
        "nina noreen olga olivia oksana pam pamela parveen patience patricia paula pauline penny petra philippa "
        "phoebe phyllis poppy precious priya rachel rebecca rhiannon rima rita rosa rose rosemary ruby ruth sally "
        "samantha samina sandra sara sarah shanice sharon sheila shirley sian silvia siobhan sonia sophia sophie stella "
        "stephanie sue sunita susan suzanne sylvia tamara tanya tara tasha teresa tess tessa theresa tina tracey tracy "
        "una uma ursula valerie vanessa vera veronica victoria violet wendy wiktoria winifred yasmin yolanda yvonne "
        "zainab zara zeinab zoe zofia agnieszka aneta dorota ewa halina joanna katarzyna krystyna maja anjali deepa "
        "kavita lakshmi meena meera neha nisha pooja rekha shreya shanti gurpreet harpreet nasreen rukhsana shazia "
        "farida hafsa halima hodan khadra leyla maryam nour safiya salma samira sumaya zahra abena adwoa akosua ama "
        "blessing chidinma efua folake funmi ngozi nkechi nneka temitope yewande adriana ana beatriz carmen claudia "
        "ioana irina larisa ludmila mihaela mirela natalia oana simona svetlana tatiana eirlys eleri ffion gwyneth "
        "mair megan nerys sioned aoife ciara grainne maeve niamh orla roisin saoirse sinead "
        "aaliyah alisha amber amelia april ava bethany brooke chelsea courtney daisy ellie evie hazel imogen isla ivy "
        "jade jodie keira kayleigh layla leah lexi lily lola maisie mia millie molly olive paige pearl rosie saffron "
        "sadie scarlett sienna skye summer tegan tilly willow"
    ).split()
)

MEN = frozenset(
    (
        "aaron abdi abdul abdullah abraham adam adrian ahmed aidan alan alasdair albert alexander alfred ali alistair "
        "allan amir andre andreas andrew andy angus anthony antonio arjun arthur ashok barry ben benjamin bernard bilal "
        "bill billy bob boris brendan brian bruce bryn calum callum carl carlos carlton cedric charles charlie chris "
        "christopher clive colin connor craig cyril dafydd dai damian daniel darren dave david dean declan delroy "
        "dennis derek desmond dev dominic donald doug douglas duncan dylan eamon ed eddie edmund edward edwin elliot "
        "emeka emmanuel eric ernest errol ethan euan ewan farouk femi fergus finn francis frank fraser fred frederick "
        "gareth garry gary gavin geoff geoffrey george gerald gerard giles glen glyn gordon graham greg gregory guy "
        "hamza harold harry hassan hector henry herbert howard hugh hugo hussein huw ian ibrahim idris igor imran "
        "isaac ivan ivor jack jacob jake james jamie jason jeff jeffrey jem jeremy jerome jerzy jim jimmy joe joel john "
        "jonathan joseph josh joshua juan julian justin karl keith ken kenneth kevin kieran kofi kwame kyle lance "
        "laurence lawrence lee len leo leon leonard leroy leslie lewis liam lloyd louis luca lucas luke malcolm marc "
        "marcin marco marcus mario mark martin mats matthew maurice max michael mick mike mohamed mohammed muhammad "
        "musa nathan neil nelson nicholas nick nigel noah noel norman oliver omar oscar owen patrick paul perran pete "
        "peter phil philip piers piotr rafal raj ralph raymond ray reg rhys richard rob robert robin rodney roger "
        "rohan roland ron ronald rory ross roy rupert russell ryan samuel sanjay scott sean sebastian seth shaun simon "
        "stan stanley stefan stephen steve steven stuart suleiman sunil tadeusz tariq ted terence terry theo thomas "
        "tim timothy toby tom tomasz tony trevor tunde tyrone umar usman vernon victor vijay vikram vincent vivek "
        "wayne wilfred will william winston wojciech yusuf zac zachary zoltan andrzej bartosz grzegorz jakub janusz "
        "krzysztof lukasz maciej marek mateusz pawel slawomir stanislaw wladyslaw zbigniew amit anil arun deepak gopal "
        "harjit jagdeep mohan naveen pradeep rahul rajesh ravi suresh vinod faisal iqbal ismail jamal karim khalid "
        "mahmoud mustafa nasir osman rashid salim shahid tahir yaqub zahid adebayo babatunde chidi chukwu ebo "
        "kwabena kwaku kwasi obinna olu sola yaw bogdan dmitri florin gheorghe mihai nicolae sergei vasile vlad "
        "diego jorge jose luis manuel mateo miguel pablo pedro rafael emrys evan gethin gwilym iestyn ieuan ifan "
        "cathal ciaran colm conor cormac diarmuid donal eoin fintan lorcan niall oisin padraig ronan ruaridh "
        "alfie archie ashton bailey brandon dexter ezra finley harley harvey hunter jaxon jayden joey kai kayden kian "
        "levi logan mason nathaniel oakley reece reuben rocco rowan teddy tobias tyler tyrell zach"
    ).split()
)


def woman(forename: str) -> bool | None:
    """Tell whether a forename is a woman's (True) or a man's (False); None where it says nothing."""
    name = forename.casefold()
    female, male = name in WOMEN, name in MEN
    return None if female == male else female
