"""Everyday words for the areas of life that are lived at home: care of the body, the household, and getting about in it.

See `life_areas` for the notation.
"""

WORDS: dict[str, str] = {
    "sleep": """
        sleep* asleep slept bedtime* bed-time wakes waking woken awake wake wakeful dream* settles+to settling settle+to settle+for sleepy naps nap
        insomnia melatonin ~tired ~tiredness ~night ~nights ~nightly up+at+one up+at+two up+at+three up+at+four up+until up+till up+past up+most+of
        in+bed to+bed ~late+at+night ~evening*+settled up+all+night get+a+night a+full+night full+nights whole+night unbroken+night* into+bed own+bed their+bed parents'+bed lights+out good+night tuck* pyjamas bed+by bed+at wind+down bedtime+routine
        nocturnal lie+in lies+in stays+in+bed night+light get+up+in+the+morning up+in+the+morning alarm+clock oversleep* small+hours
        broken+nights disturbed+nights bad+nights night+times night-times sleepover*""",
    "night_care": """
        waking+night night+sitter night-time+care night+carer* night+care through+the+night in+the+night during+the+night at+night up+_+times+a+night times+a+night
        times+each+night  turned+at+night turning+at+night repositioned up+with+him up+with+her up+with+them sleeps+beside sleep+beside
        sleeps+on+the+floor night-waking night+waking wakeful+nights overnight+care wakes+her+mother wakes+his+mother wakes+_+mother no+sleep hours'+sleep""",
    "nightmares": """nightmare* night+terror* bad+dream* afraid+of+the+dark scared+of+the+dark fear+of+the+dark the+dark landing+light sleep+alone
        sleeps+alone sleeping+alone""",
    "toilet": """
        toilet* continence incontinen* nappy nappies soil* wets wetting wet+the wet+his wet+her wet+bed* wees wee urine urinat* bedwet* bed-wet* ~pad ~pads smear*
        potty poo poos stool* accidents+at accident+at constipat* laxative* wipe+himself wipe+herself wipes+himself wipes+herself wiping commode dry+at+night
        dry+nights faeces bowel* bladder catheter* enuresis pull-ups wet+clothes wet+sheets wet+trousers dirty+trousers use+the+loo the+loo lavatory
        changing+places stoma""",
    "hygiene": """
        wash washes washing washed bath baths bathe bathes bathing bathed bathtime* bath-time* shower* hygiene personal+care intimate+care self-care self+care
        deodorant smell* flannel body+odour unwashed ~clean+himself ~clean+herself soap shave* shaving toiletries face+and+hands keep+himself+clean
        keep+herself+clean keeping+clean grooming+himself grooming+herself wash+himself wash+herself tub period periods menstru* sanitary""",
    "hair": "hair hairdress* barber* haircut* hair-wash* shampoo comb combs combing brush+her+hair brush+his+hair nails nail-cutting nail+cutting braids plaits",
    "teeth": "teeth tooth* toothbrush* dental dentist* brush+his+teeth brush+her+teeth gums",
    "dressing": """
        dress dresses dressing dressed undress* clothes clothing buttons button zip zips zipper laces shoelace* ~shoes ~coat ~trousers socks uniform getting+ready get+ready gets+ready
        put+on+his put+on+her puts+on+his puts+on+her velcro jumper t-shirt outfit* ready+for+school layers fasten* weather-appropriate pull+on""",
    "food": """
        eat eats eating ate eaten meal meals mealtime* meal-time* food foods fork spoon cutlery tea+time teatime tea-time breakfast* lunch lunches dinner* supper feed feeds
        feeding fed appetite hungry skips+meals snack* energy+drinks diet diets dietary takeaway* table+manners at+the+table ~weight restricted+diet fussy picky beige
        vegetables fruit arfid plate cup+and drink+from mouthful* packed+lunch cereal crisps sweets fizzy food+bank gag* retches chew chews chewing hunger
        overeat* binge* fridge locked+cupboard food+cupboard steals+food hoards+food""",
    "swallowing": "swallow swallows swallowing swallowed chok* dysphagia thicken* puree* pureed gastrostomy peg peg-fed tube-fed tube+feed* aspirat* blended+diet textures+of+food",
    "eating_disorder": "purg* vomit* anorexi* bulimi* eating+disorder body+image starv* calorie* makes+herself+sick weighs+herself fasting",
    "cooking": """
        cook cooks cooking cooked kitchen hob pan pans recipe* oven kettle microwave meal+for+himself meal+for+herself ~meal+for make+a+meal prepare+a+meal
        prepares+a+meal bake* baking toast sandwich* beans pasta chopping omelette ingredients hot+drink cup+of+tea hot+meal meal+planning""",
    "household": """
        housework chore chores laundry tidy tidies tidying shopping+list hoover* vacuum* clean+the cleans+the cleaning household+tasks washing-up washing+up
        washing+machine dishwasher ~bins iron ironing independent+living living+skills life+skills independence+skills domestic+skills run+a+home running+a+home
        run+her+home run+his+home look+after+himself look+after+herself looking+after+himself looking+after+herself own+washing bedroom+clean do+for+himself
        do+for+herself running+the+house everyday+tasks daily+living household+jobs""",
    "shopping": """shop shops shopping supermarket* groceries weekly+shop corner+shop the+till checkout trolley buy buys buying bought""",
    "money": """
        money budget* debt* owe owes owed owing bill bills spend spends spent spending cash purse wallet bank+account bank+card bank+cards savings
        save+up saving+up saves gambl* betting change+from coins notes+and pocket+money allowance payday pay+for pays+for paying+for afford* cost+of+living
        prepayment meter+card loan+shark overdraft""",
    "benefits": """benefits benefit+claim pip dla universal+credit disability+living attendance+allowance carer's+allowance appointee* blue+badge
        benefit+check income tax+credit housing+benefit hardship warm+home""",
    "forms": """
        ~forms form-filling fill+in+forms fills+in+forms filling+in+forms ~letters ~letter ~post form+filling paperwork official+letters read+letters reads+letters understands+letters correspondence
        envelopes unopened admin applications cannot+read can't+read reads+to+her literacy+in""",
    "home_safety": """
        climb climbs climbing climbed ~lock ~locks locked stair+gate stair-gate stairgate window+lock* window* restrictor* knives sharp* scald* burn burns burned burnt hot+tap hot+water
        furniture bookcase wardrobe puts+in+his+mouth puts+in+her+mouth puts+things+in padding ~corner ~corners ~alarm ~alarms sensor* fire+safety fire+fighter*
        fire+and+rescue smoke+alarm* matches lighter lighters bleach cleaning+products tablets+locked cupboard+lock* plug+socket* sockets no+sense+of+danger
        danger+at+home left+alone+in supervised+at+all eats+things+that non-food pica batteries swallows+objects radiator* banister* home+safety safe+at+home
        safety+at+home safe+space+at""",
    "access": """
        stairs stair ~step front+step the+steps doorstep ramp ramps ~rail rails handrail* banister adaptation* adapt adapted adapting door+wide doorway* doorways bathroom level+access
        ~downstairs ~upstairs through-floor wet+room wet-room level+shower extension grab buggy wheelchair* walk+far stairs+in falls fall fell ~falling trips+over on+her+bottom
        on+his+bottom disabled+facilities dfg stairlift stair+lift level-access occupational+therapist occupational+therapy unsteady balance walker walking+frame
        stumbles mobility turning+space get+upstairs bath+board over-bath""",
    "handling": """
        hoist* ~lift ~lifts lifted lifting transfer* ~carry ~carries carried carrying handling moving+and+handling sling slings slide+sheet* too+heavy heavy heavier
        ~weight hurt+her+back hurt+his+back her+back his+back back+pain bad+back back+injury physically+lift two+people two+carers bent+double""",
    "equipment": """
        equipment bed+rail* car+seat safety+bed specialist+bed profiling+bed cot+bed ~seat seating bath+seat shower+chair ~aid aids ~pager telecare ~monitor ~device
        ~devices on+loan specialist+chair safespace trike+adapted standing+frame""",
    "car_safety": "car+seat car+harness seat+belt seatbelt undoes+his undoes+her unbuckle* harness in+the+car back+of+the+car child+lock* moving+car motorway buckle",
    "hearing": """
        ~hear ~hears hearing deaf deafness hearing+aid* hearing+loss hard+of+hearing sign+language signs signing bsl cochlear lip+read* lipread* doorbell* door+bell* flashing vibrating under-pillow
        deaf+club deaf+children deaf+people ~pager interpreter* radio+aid""",
    "vision": """
        sight blind blindness vision visual+impairment vi visually+impaired see+well cannot+see partially+sighted eye+condition eyesight cane long+cane label+reader tactile braille
        large+print habilitation low+vision guide+dog sighted+guide colour+reader talking+scales magnifier rehabilitation+officer""",
    "communication": """
        communicat* speech talk+to+others makes+himself+understood makes+herself+understood make+herself+understood make+himself+understood understood symbols makaton picture+cards pecs words+to+say
        say+what+he say+what+she conversation* first+words pictures aac talker signalong now+and+next say+how+he say+how+she tell+people tells+people speak+up ask+for+help asks+for+help asking+for+help
        asking+for non-verbal nonverbal eye-gaze speak+for+himself speak+for+herself own+words express* communication+passport voice+heard own+views""",
    "sensory": """
        noise noises noisy hands+over+his+ears hands+over+her+ears hands+to+his+ears hands+to+her+ears covers+his+ears covers+her+ears ~loud sensory lights ear+defenders touch+of textures overload* overwhelm* bright+lights clippers seams labels+in sensory+room weighted+blanket fiddle
        sensory+processing stimming hand-dryer* crowds+and+noise quiet+hour quiet+session* quieter relaxed+session* weighted chewelry""",
    "change": """
        change+of+plan changes+of+plan changes+to+plan* when+plans+change plans+change transition* change+in+routine changes+to+his changes+to+her changes+in
        unexpected last-minute last+minute cancelled cancellation* waiting wait+his wait+her surprises new+staff staff+changes same+worker visual+timetable
        social+stories social+story moving+to+secondary next+stage preparation+for+change predictab* unpredictab* sameness rigid* know+what+is+coming unfamiliar""",
    "medical": """
        epilep* seizure* fits ~fit asthma diabet* insulin medication medicine medicines inhaler* tablets+himself tablets+herself ~hospital ~appointment* pain rescue+medication
        buccal midazolam epipen allerg* blood+sugar emergency+medicine take+his+tablets take+her+tablets takes+his+tablets takes+her+tablets repeat+prescription*
        ~gp doctor* ~nurse* clinic injections heart+condition tics physio*""",
    "health_checks": """dentist dental+check optician health+check health+checks health+appointment* register+with+a+gp registered+with+a+gp vaccin* immunis* annual+health missed+appointment* needle*""",
    "fitness": """fitter fitness keep+fit get+fit exercise* walk+further stamina tires out+of+breath weight overweight ~active physical+activity healthier
        healthy+weight obese obesity unfit sedentary gets+no+exercise""",
    "housing": """
        housing tenancy tenant landlord rehous* re-hous* overcrowd* homeless* eviction evicted bedroom+of own+bedroom own+room shares+a+bedroom shares+a+room shared+bedroom share+a+bedroom supported+living
        supported+lodgings hostel own+place own+home own+flat flat+of+his flat+of+her ~flat house+move moving+house rent rent+arrears arrears damp mould housing+officer housing+association
        bigger+house larger+home sofa sofa-surf* temporary+accommodation bed+and+breakfast bidding housing+register semi-independent move+out moving+out moved+out
        suitable+home accommodation live+on+his+own live+on+her+own live+independently living+on+his+own living+on+her+own""",
    "neighbours": "neighbour* ~front+door complaints complaint knocks+on+the+wall next+door noise+through",
    "pets": "rabbit* ~dog dog+of cat+of kitten* puppy rats hamster* guinea pet pets tortoise",
    "animals_fear": "afraid+of+dogs scared+of+dogs fear+of+dogs frightened+of+dogs terrified+of+dogs dogs",
}
