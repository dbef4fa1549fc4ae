"""Everyday words for the areas of life among other people and out in the world: family, friends, feelings, risk, growing up.

See `life_areas` for the notation.
"""

WORDS: dict[str, str] = {
    "roads": """
        road roads traffic kerb* cross+the crossing crosses ~car+park* ~cars cars+coming green+man pelican zebra pavement* run+off runs+off running+off ran+off run+into+the
        ran+into+the runs+into+the ran+in+front bolt bolts bolting bolted dash* into+the+road near+the+road hold+hands holds+hands hold+his+hand hold+her+hand hand+held holding+hands
        reins wrist+strap danger+outside pulls+away pulls+free lets+go stepped+out steps+out stepped+off steps+off no+sense+of+danger sense+of+danger road+safety
        look+both stop+at stops+at danger+from+cars walking+safely safe+on+the+road* safe+outside""",
    "getting_away": """
        abscond* wander* escap* slips+out slips+away slips+his slips+her slipped+out climbs+out climbed+out gets+out+of got+out+of+the front+gate garden+gate back+gate garden+fence fence
        fencing garden+wall ~gate ~gates ~lock ~locks ~bolt front+door+open opens+the+front opened+the+front unlock* walks+out walked+out run+away runs+away ran+away
        found+in+the+street secure+garden safe+garden""",
    "missing": """
        ~missing missing+from+home goes+missing went+missing going+missing missing+episode* reported+missing missing+for missing+overnight stays+out stayed+out staying+out
        out+all+night out+overnight whereabouts where+he+is where+she+is not+come+home home+by come+home+by comes+home+late home+late curfew* return+home+interview* return+interview*
        return+conversation*""",
    "going_out": """
        going+out go+out goes+out get+out gets+out getting+out out+and+about out+of+the+house leave+the+house leaves+the+house leaving+the+house left+the+house leaves+home+only
        cafe cafes café cafés outing* day+trip* ~trip ~trips ~park ~town ~community crowd crowds crowded busy+place* ~public in+public outside+the+home day+out days+out never+out not+been+out stays+in
        stay+in indoors housebound new+places visit+to visits+to ~errand* into+town high+street library leaves+his+room leave+his+room leave+her+room leaves+her+room
        comes+out+of+his comes+out+of+her in+his+room in+her+room stays+in+his stays+in+her local+area local+community community+life part+of+the+community places+he places+she
        outside+without ventur* ~outdoors fresh+air beach picnic zoo""",
    "travel": """
        bus buses train trains tram ~travel travels travelling journey* taxi* minibus* lift+to lifts+to lift+home transport drive driver driving drives ~route routes commut* timetable
        bus+stop bus+pass railcard own+way+to walk+to+school walks+to travel+training travel-train* independent+travel travelling+alone travel+alone travel+on+his travel+on+her on+his+own+to
        on+her+own+to get+there gets+there getting+there getting+to wrong+bus gets+lost got+lost missed+the+bus driving+lesson* provisional+licence""",
    "friends": """
        friend friends friendship* lonel* isolat* peers other+children other+young other+people+his other+people+her others+his+own+age others+her+own+age company
        her+own+age his+own+age their+own+age own+age same+age make+friends social+life socialis* social+skills social+group* playmate* meet+up meets+up excluded left+out belong* nobody+to no+one+to
        party parties bestie children+of+his children+of+her people+like+him people+like+her young+people+who befriend* mixing+with mix+with classmate* pal pals mates ~mate girls+his girls+her boys+his
        boys+her knocks+for calls+for sits+alone plays+alone ~alone plays+by+himself plays+by+herself on+the+edge sleepover* birthday+invitation* invited bullied bully bullying peer group+chat
        no+friends by+himself+at by+herself+at time+with+other+young time+with+other+children""",
    "play": """
        ~play ~plays playing played toys toy ~garden sharing+toys share+toys shares+toys turn-taking take+turns taking+turns takes+turns playground swing swings slide+at trampoline playgroup* play+group* stay+and+play
        soft+play toddler* children's+centre portage toy+library board+game* lego pretend+play play+with+him play+with+her play+together bubbles messy+play""",
    "leisure": """
        ~club ~clubs ~group ~groups activities ~activity sport sports football swim swims swimming swimmer pool boxing dance dances dancing gym gymnast* hobby hobbies cinema bowling drama theatre art+class
        art+group arts+and+crafts scouts cadets brownies guides beavers cubs rainbows bike bikes trike* cycl* holiday+club holiday+group holiday+scheme* playscheme* play+scheme* leisure
        saturday+group youth+club fishing climbing+wall riding archery choir museum* karate judo martial+arts rugby cricket tennis skate* basketball badminton trampolining after-school+club
        after+school+club school+holidays summer+holidays half+term things+to+do enjoyable interests ~fun guitar singing painting pottery gardening snooker wheelchair+basketball sailing
        horse* music+group weekend+activit* term-time+club""",
    "long_days": """
        weekdays day+centre* day+opportunities day+service* empty+days nothing+to+do something+to+do days+are+empty when+school+ends when+college+ends after+college structure+to
        structure+for fill+his+day* fill+her+day* fill+his+week* fill+her+week* long+days bored boredom nowhere+to+go purpose+to structured+week what+he+does+all what+she+does+all meaningful neet""",
    "holidays": "school+holidays summer+holiday* half-term half+term long+holidays holiday+club* holiday+scheme* holiday+playscheme* six+weeks'+holiday six-week+holiday easter+holidays inset",
    "online": """
        online internet ~phone phones tablet+time tablet+screen ipad* gaming game+console games+console console+games ~gamer xbox playstation screen screens screen+time social+media snapchat tiktok instagram whatsapp
        discord roblox minecraft fortnite youtube messaging message ~messages strangers+online photos+of photographs pictures+of+herself pictures+of+himself nude* app apps ~computer
        laptop parental+control* online+safety internet+safety wi-fi wifi digital cyber* scam scams scammed video+call* logged+on on+his+phone on+her+phone all+night+on""",
    "exploitation": """
        exploit* groom grooming groomed stranger* older+lads older+boys older+men older+males older+man older+boy older+girls older+friends older+people+who taken+advantage county+lines
        drug+dealing dealing carry+packages delivering+packages safe+and+unsafe unsafe+people trafficking nrm ~gifts new+trainers new+phone vulnerab* asks+her+for asks+him+for meeting+men meets+men keeping+safe
        keep+safe stay+safe staying+safe stays+safe keep+himself+safe keep+herself+safe keeping+himself+safe keeping+herself+safe keeps+himself+safe keeps+herself+safe who+is+safe who+to+trust
        safe+adults trusts+anyone trusts+everyone goes+off+with go+off+with the+man+who a+man+who some+men cuckoo* uses+him use+him+to use+her+to uses+her used+by gets+used being+used packages package hold+things hold+stuff carry+things+for false+friend* so-called+friend* easily+led
        led+by led+into led+on mate+crime personal+safety stranger+danger say+no+to saying+no+to pressure+from pressured peer+pressure unknown+adults unknown+men""",
    "relationships": """
        healthy+relationships ~relationships boyfriend* girlfriend* sexual* sex consent+means contracepti* pregnan* kissing kissed dating private+parts public+and+private
        body+changes puberty growing+up+and touches+himself touches+herself masturbat* undresses+in inappropriate+touch* touches+other hugs+strangers hugs+people personal+space gender lgbt*
        transgender sexuality ~coming+out""",
    "substance": """cannabis weed drug drugs alcohol drink+and ~drinking drinks+with drunk vape* vapes vaping smoke+cannabis smokes smoking smoked substance* spice ketamine cocaine lager vodka
        cider nitrous joint joints uturn cut+down+on""",
    "crime": """police arrest* offend* crime crimes criminal knife+crime carries+a+knife carrying+a+knife carried+a+knife youth+justice yot shoplift* stealing steals stolen stole theft ~gang gangs
        anti-social antisocial swift ~court caution cautioned in+trouble+with graffiti out+of+trouble bail conviction weapon* fire-setting arson criminal+damage""",
    "aggression": """
        hit hits hitting kick kicks kicking kicked ~bit bite bites biting bitten punch* throws throwing threw anger angry temper* aggress* violen* outburst* meltdown* lash lashes lashing
        ~hurt ~hurts hurting destroy* breaks+things breaks+his breaks+her broke+the broken+the broken+window* smash* bruise* bruising behaviour* challenging rage rages ~cross calm calmer calming calms calmed cool+down
        melts tantrum* fights fighting fight damage damages damaged hole+in pulls+hair pulled+hair scratch* spits spitting slaps slapped headbutt* threaten* threats dysregulat* regulat* distressed+behaviour
        low-arousal debrief restrain* de-escalat* slammed slams swears loses+his+temper loses+her+temper explod* kicked+off kicks+off""",
    "worry": """
        worry worries anxi* panic panics panicked fear fears frighten* scared afraid nervous checks+the checking reassur* clingy cling clings ~confidence ~confident self-esteem self+esteem shy shyness
        phobia* new+people meet+new meeting+new separat* leave+his+mother leave+her+mother leaves+his+mother without+his+mother without+her+mother dread* stress stressed obsess* ritual* ocd
        believe+in confidence+in grow+in+confidence""",
    "mood": """
        mood low+in ~low sad sadness cry cries crying cried tears tearful depress* unhappy hopeless emotion emotions emotional emotionally feelings wellbeing well-being talk+about+how someone+to+talk
        somebody+to+talk someone+he+can+talk someone+she+can+talk trusted+adult talk+to+about talks+about+his talks+about+her upset mental+health bottling bottles+up self-worth worthless hates+himself hates+herself
        happier happy+in+himself happy+in+herself therap* counsel* camhs cope+with+feelings name+his+feelings name+her+feelings nobody+listens person+to+talk resilience withdrawn""",
    "self_harm": """
        self-harm* self+harm* cut+herself cut+himself cuts+herself cuts+himself ~cuts hurts+herself hurts+himself hurting+herself hurting+himself hurt+herself hurt+himself overdose* suicid* bangs+his+head
        bangs+her+head banging+his+head banging+her+head hits+his+head hits+her+head hits+himself hits+herself head+banging head-banging picks+at+her picks+at+his picks+his+skin picks+her+skin bites+his+hand
        bites+her+hand bites+his+own bites+her+own bites+himself bites+herself blades razor+blade end+her+life end+his+life not+wanting+to+be safety+plan scratches+her+arms burns+herself pulls+out+her+hair""",
    "loss": """grief grie* loss losses bereave* died dies death dead dying funeral misses+his+dad misses+his+father misses+her+dad misses+her+father misses+her+mum misses+his+mum
        lost+his+mother lost+her+mother lost+his+father lost+her+father misses+his+nan misses+her+nan terminal hospice prison in+custody goodbye* grave since+his+father since+her+father left+the+family""",
    "life_story": """
        life+story life-story family+history memory+book memory+box memories own+history own+story identity adopted adoption adoptive birth+family birth+mother birth+mum birth+parents birth+father
        came+into+care come+into+care into+care roots heritage where+he+came where+she+came who+he+is who+she+is why+he+lives why+she+lives why+he+cannot why+she+cannot later-life+letter his+past her+past
        early+life early+years+of baby+photo* know+about+his know+about+her photographs+of+his photographs+of+her his+history her+history""",
    "contact": """
        contact+with ~contact family+time sees+his+dad see+his+dad see+her+dad see+her+mum see+his+mum sees+her+dad see+his+father see+her+father sees+his+father sees+her+father see+his+mother see+her+mother sees+his+mother
        sees+her+mother sees+his+sister sees+his+brother sees+her+sister sees+her+brother see+his+sister see+his+brother see+her+sister see+her+brother seen+his+sister seen+her+sister seen+his+brother seen+her+brother
        seen+his seen+her brothers+in sister+in+foster sisters+in brother+in+foster time+with+his+father time+with+her+father time+with+his+mother time+with+her+mother time+with+his+dad time+with+her+dad
        time+with+his+brother* time+with+his+sister* time+with+her+brother* time+with+her+sister* supervised+time telephone+call* phone+calls+with birth+parents birth+mother birth+mum birth+family
        birth+father grandparents visits+his+mum visits+his+dad letterbox indirect keep+in+touch kept+in+touch keeps+in+touch lives+with+his+father lives+with+her+father other+parent contact+centre""",
    "family_rows": """
        ~row rows argu* quarrel* shout shouts shouting shouted falling+out fall+out falls+out fallen+out get+on+with gets+on+with getting+on family+relationship* relationship+with house+rules boundaries ~rules
        talking+teens family+group+conference* family+meeting* restorative mediat* conflict conflicts communication+at+home ~words+every tension tensions parents+together apart slam+doors door+slamming disagree*
        trust+between speak+to+each+other talk+to+each+other broken+down breakdown+of family+breakdown thrown+out asked+to+leave told+to+leave stay+at+home+with repair+their living+together peace+at+home""",
    "sibling": """
        ~brother ~brothers ~sister ~sisters sibling* twin twins half-brother* half-sister* step-brother* step-sister* stepbrother* stepsister* other+children+in+the+family younger+child the+baby
        baby+brother baby+sister little+brother little+sister younger+brother younger+sister""",
    "carer_rest": """
        carer's+assessment carers'+assessment carer's+break carers'+break exhaust* worn+out worn+thin worn ~worn+down respite short+break* ~break ~breaks a+rest ~rest time+off night+off
        evening+off evenings+off evening+out evenings+out weekend+off weekends+off afternoon+off hours+off morning+off no+break ~overnight* sitter sitters sitting+service time+to+herself time+to+himself time+to+themselves time+for+herself
        time+for+himself time+together date+night day+to+themselves parent+carer* coping cope copes ~shattered strain strained drained mum's+rest at+the+end+of at+her+wits run+down+by her+own+health his+own+health own+health
        on+her+own+with on+his+own+with alone+with no+family+nearby nobody+else+to no+one+else+to burn+out burnt+out at+breaking respite+care+for breathing+space recharge relief +tired+out
        give+up+work gave+up+work given+up+work own+appointments sole+carer only+carer single+parent caring+alone caring+for+him caring+for+her strength+to a+night+away nights+away worn-out""",
    "sibling_time": """time+with+his+other time+with+her+other time+for+his+brother time+for+her+brother time+for+his+sister time+for+her+sister time+alone+with time+for+the+other time+with+the+other
        attention+to+the+other other+children one-to-one+time+with siblings'+group sibling+group sibling+support""",
    "parenting": """
        parenting parent+group parents'+group triple+p nurturing+course nurturing+programme routine routines boundaries managing+behaviour manage+behaviour manage+his+behaviour manage+her+behaviour
        strategies strategy consistent consistently consistency saying+no+to+him saying+no+to+her say+no parenting+programme course+for+parents parenting+course reward+chart* rewards praise consequences
        fathers father's+worker father+worker dads being+a+father being+a+parent family+worker family+support family+practitioner parent's+confidence what+to+do+when how+to+respond respond+to+his respond+to+her
        same+rules same+way of+one+mind autism+course cygnet earlybird understanding+autism understand+his+autism understand+her+autism""",
    "young_carer": """
        young+carer* caring+role looks+after+her looks+after+his looking+after+her+mother looking+after+his+mother looks+after+him+when cares+for+his+mother cares+for+her+mother cares+for+her+brother cares+for+his+brother
        helps+her+mother helps+his+mother helping+his+mother helping+her+mother helping+mum helps+with+her+brother helps+with+his+brother helps+care his+mother's+tablets her+mother's+tablets her+mother's+illness his+mother's+illness
        responsibilit*+for+her mother's+illness mother's+condition parentified caring+tasks caring+duties""",
    "culture": """
        mosque church chapel temple gurdwara synagogue faith religion religious arabic polish urdu punjabi somali bengali romanian mother+tongue home+language culture cultural* language+of+the pray* festival* wedding*
        halal ramadan eid diwali hindu muslim sikh jewish christian quran interpreter* speaks+no+english little+english english+is+not translated traveller* gypsy roma countr*+of+origin background+as asylum refugee
        hair+and+skin dual+heritage mixed+heritage sunday+school""",
    "work": """
        job jobs work+experience employment employer* apprentic* ~cv interview interviews career careers volunteer+at volunteering voluntary+work supported+internship internship* self-employed mechanic* work+placement*
        paid+work part-time+work job+coach job+centre jobcentre wages earn earns earning workplace workshop saturday+job barber* plumb* bricklay* chef childcare+worker""",
    "education": """
        ~school ~college homework reading+age attend+lessons lessons ~teacher* exam exams attendance ~class ~maths ~english certificate* qualification* course+at+college gcse* ehcp sixth+form not+in+school out+of+school
        school+refus* refuses+school into+school attends+school attending+school attend+school suspended suspension* exclu*+from+school permanently+excluded reduced+timetable part-time+timetable tutor* tuition curriculum university""",
    "abuse_seen": """
        domestic+abuse domestic+violence saw+his+father saw+her+father saw+his+mother saw+her+mother violence+at+home hurt+by+his hurt+by+her parents+fighting trauma traumatic what+happened+at refuge flashback* neglect neglected
        abuse abused abusive hit+his+mother hit+her+mother step-father's stepfather's coercive controlling+relationship feels+unsafe safe+at+home+from jumpy flinches""",
    "adult_life": """
        when+he+is+18 when+she+is+18 at+18 turns+18 turning+18 adult+services adult+social+care adulthood leaving+care care+leaver* personal+adviser pathway+plan young+adult* independence living+independently
        transition+to+adult mental+capacity move+on+to+adult after+eighteen own+decisions make+decisions makes+decisions choices+about having+a+say""",
    "placement": """foster+carer* foster+care fostering foster placement* residential+home children's+home looked+after looked-after special+guardian* kinship kinship+carer* stable+home settled+home permanent+home
        stay+with+his stay+with+her remain+with remain+in+the stay+put""",
    "supervision": """~one-to-one ~two-to-one constant+supervision eyes+on watched supervis* cannot+be+left can't+be+left never+be+left left+alone within+arm's line+of+sight""",
    "isolated_parent": """
        other+parents meet+other+parents meets+other+parents parent+support+group parents'+support parent+forum lonely+as+a+parent support+network no+network nobody+to+turn knows+nobody+in knows+no+one+in
        parent-to-parent carers+group carers'+group carers'+centre carers+centre mothers'+group fathers'+group coffee+morning*""",
    "parent_ill": """
        her+own+depression his+own+depression mother's+mental+health mother's+depression parent's+health her+operation his+operation her+illness his+illness arthritis her+anxiety+and in+hospital+for multiple+sclerosis
        fibromyalgia own+disability mother's+health father's+health her+own+mental cancer stroke""",
}
