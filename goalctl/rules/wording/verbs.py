"""Lists of verbs for the language of goals, in their base forms: what can be watched, and what can't."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

KNOWING = words(
    """
    acknowledge appreciate ascertain comprehend conceptualise conceptualize discern familiarise familiarize fathom grasp
    know learn realise realize understand
    """
)
"""Verbs for knowing."""

INNER = words(
    """
    adore anticipate aspire believe belong care cherish crave desire despise detest dislike distrust doubt dread
    empathise empathize enjoy experience fear feel forgive fret hate hope like loathe long love master mind mistrust
    need perceive prefer regard regret relish resent respect ruminate savor savour sense sympathise sympathize think
    treasure trust value view want wish wonder worry yearn
    """
)
"""Verbs for feeling and believing."""

SOFT = words(
    """
    address analyse analyze assess consider contemplate delve discuss encourage engage evaluate examine explore focus
    investigate ponder process reflect seek
    """
)
"""Verbs for what happens in the hour."""

COPING = words(
    """
    accept acclimate acclimatise acclimatize adapt adjust age balance battle blossom bond calm change combat commit
    conquer cope deal defuse detach dwell embrace empower endure evolve excel flourish function grieve grow handle heal
    individuate integrate internalise internalize manage mature mentalise mentalize motivate mourn navigate normalise
    normalize outgrow overcome own persevere progress prosper re-author reauthor reparent reclaim recommit reconcile
    reconnect recover rediscover reintegrate reinvent relax resolve self-regulate self-soothe succeed surrender survive
    thrive tolerate transcend transform unwind withstand
    """
)
"""Verbs for becoming another, of which nobody can say on which day it happened."""

CHANGE = words(
    """
    alleviate bolster boost broaden consolidate contain control curb decrease deepen diminish ease elevate enhance
    enrich expand fortify foster harness heighten improve increase lessen lose lower maximise maximize minimise minimize
    mitigate moderate nourish nurture optimise optimize preserve prioritise prioritize promote raise re-establish
    rebuild reduce reestablish refine regulate reignite reinforce rekindle renew relieve repair replenish restore revive
    sharpen solidify soothe stabilise stabilize steady strengthen unleash unlock widen
    """
)
"""Verbs for more or less of something; what it is says whether it can be watched."""

LIGHT = words(
    """
    achieve acquire adopt attain build celebrate create cultivate demonstrate develop discover display embody establish
    exhibit exude find form gain get give have hold instil instill keep lead learn live maintain make obtain possess
    practice practise pursue put reach regain retain show sustain take
    """
)
"""Verbs that say little: what is built, found, kept or shown says whether it can be watched."""

BEING = words(
    """
    am are be become been being feel is remain seem stay was were
    """
)
"""Verbs that only join somebody with what they are."""

ENDING = words(
    """
    abolish abstain avoid banish cease desist discontinue eliminate eradicate erase extinguish forgo halt quit refrain
    stop suppress
    """
)
"""Verbs for not doing something any more."""

OBSERVABLE = words(
    """
    hoover stick rejoin revisit relearn rehouse reapply accompany accumulate act add adjust admit advance agree announce
    answer apologise apologize appear apply approach argue arrange arrive ask assemble attempt attend audition babysit
    bake barbecue bathe begin belong bend bike blog book borrow bounce braid breathe bring brush budget build buy call
    camp cancel carry catch charge chat check chew choose chop circle clean clear climb close collect colour come
    comment commute compare complete compliment comply compose confirm confront contact converse cook cooperate copy
    cough count crawl crochet cross cuddle cut cycle dance debate decide declare declutter decline delete deliver
    demonstrate describe dial dig dine discharge discuss display divide do donate download downsize draw dress drink
    drive drop dust earn eat email empty end enlist enrol enter erase escort exchange execute exercise exhale exit
    explain express feed fetch file fill find finish fish fix floss flush fold follow fry fund furnish garden gargle
    gather get give go graduate grant greet guess hand hand-write hang hear help hike hold hug hum identify ignore
    include inform inhale initiate install interrupt interview introduce invite iron jog join jot journal jump kayak
    keep kiss kneel knit knock label lace land lay lead leave lend let lift light limit list listen live lock log look
    lower mail make map mark mediate meet memorise memorize mend message mingle mop move name nod note nurse obey object
    observe obtain offer open operate order organise organize outline pack paint paraphrase park partake participate
    pass pause pay pedal peel perform phone photograph pick picture pin place plan plant plate play point polish post
    postpone pour practice practise praise pray prepare present press print produce propose protest provide prune pull
    purchase push put qualify queue quit quote raise rank rate reach read recite recognise recognize record recount
    recruit recycle redecorate refuse register rehearse reheat release relocate remove rent repair repeat replace reply
    report request reschedule resign respond rest restrict resume retake retrain retell return reunify reunite review
    revive rewrite ride ring rinse rise role-play roll row rub run save say schedule score scrub seat see select sell
    send separate serve set settle sew shake shed share shop shout show shower sing sit sketch ski skip skype sleep
    slice smell smile sniff socialise socialize solve sort speak speed spell spend spin split sponsor spot spread
    squeeze stack stage stamp stand start state stay steer step stir stitch stock store stretch stroke stroll submit
    suggest supervise supply surf swallow swap swear sweat sweep swim switch tackle take talk tape taper taste teach
    telephone tell test text thank throw tick tidy tie time toast touch tour track train transfer translate travel treat
    trim try tune turn type undergo undress unload unpack update urinate use utilise utilize vacuum vent verbalise
    verbalize visit void volunteer vote wait wake walk wash watch water wave wean wear weed weigh whisper win wind wipe
    withdraw work wrap write yell yoga zip
    """
)
"""Verbs of things that someone can see or hear being done; wide, because a gap in it is a false alarm."""

HANDIWORK = words(
    """
    administer aim allocate alter alternate assign assist attach bang bank beat befriend beg bicker binge bite board
    boil brake break brief browse bully button calculate carve cast cater chart chase cheat cheer claim clap click clip
    coach comb command compete complain connect construct consult contribute convert correspond cover craft cry curl
    delay deny depart deposit detail dictate discard dive document drag dry edit enquire experiment expose fall fast
    fight figure filter fire flee float fly forbid freeze gamble giggle glue gossip grab grill groom ground guard guide
    head heat hide hit host hunt imitate improvise inquire inspect instruct insure invest invoice isolate kick laugh
    lecture lick lie load march massage measure medicate meditate mention mentor merge miss mix mock model monitor mount
    nag nap negotiate notify number okay overeat overspend owe pace pair paste pat patrol pet pitch plug promise prompt
    pronounce protect pump punch punish purge quarrel query race recall receive recharge redeem refill reimburse reject
    relapse remark remember remind rescue reserve retire reuse reveal revise reward roast sail sanitise sanitize scan
    scold scrape scratch scream screen screw scroll seal search shampoo shave shelve shift shoot shoplift shut signal
    sip skate slam slap smoke snack snore soak spit spray sprint stammer steal steam straighten strip study stuff
    stutter style subscribe sum summarise summarize survey tap tear tease tend testify threaten tip toilet toss trace
    trade transition tuck tutor tweet twist unbutton uncover undo unfold unplug untie unwrap vacate vape verify video
    vocalise vocalize vomit vow wander warm warn waste weave witness worship wrestle yawn
    """
)
"""More of them, seldom in goals and often nouns: no clause is found by them, but none of them is taken for unseen."""

NOUNISH = words(
    """
    act answer approach bake bang bank bark bend bike book bounce budget call camp challenge change charge chat check
    circle close colour comment contact copy cough count counter cover cross cuddle cut dance dig display dispute divide
    drink drive drop dust end exercise exit feed file fish fix fund garden hand help hike hold hug interview iron
    journal jump kiss knock lace land lift light limit list live lock log look lower mail map mark mend message move
    name note nurse object offer order paint park pass pause pay phone picture pin place plan plant plate play point
    post practice praise present press print produce pull push question queue quote rank record release rent repair
    reply report request rest return review ride ring rise roll row run schedule score seat set shake share shop shout
    show shower ski skip sleep smile sort speed spell spin split spot spread stack stage stamp stand state stay step
    stitch store stretch stroke supply support surf swap sweat sweep switch talk tape taste test text thank tick tie
    time toast touch tour track train transfer travel treat trim try tune turn type update visit void volunteer vote
    wait wake walk wash watch water wave wear weed win wind work yoga
    """
)
"""Observable verbs that are as often nouns: in mid-sentence they count only where an object follows."""

DECIDING = words(
    """
    accept acquit allow approve authorise authorize award commute consent dismiss drop evict expunge extend grant hire
    issue lift overturn permit promote ratify refer refund rehire reinstate restore return reverse sanction shorten
    suspend uphold waive
    """
)
"""Verbs of courts and offices."""

MENDING = words(
    """
    challenge change correct counter dispute modify question reframe reinterpret replace restructure rethink
    """
)
"""Verbs for what is done with thoughts, as with things."""

ONCE = words(
    """
    adopt apologise apologize appeal apply arrange bin book box burn bury buy cancel choose close collect complete
    confess decorate delete deliver deregister design destroy disclose dismantle dispose divorce donate draft draw empty
    end enrol enroll enter file finalise finalize find finish fit forward frame furnish get graduate hand hire inform
    install introduce invite join launch leave lodge marry mend move notarise notarize obtain open order pass pawn plant
    pledge post propose publish purchase qualify redecorate register rehome reinstall rejoin relocate remove renew
    renovate rent repaint repair repay replace request reschedule resign resubmit return scatter schedule secure sell
    send settle shred sign start submit tell transfer undergo unfriend uninstall unpack unsubscribe upload visit
    """
)
"""Verbs of acts that are done once, or not."""

STEPS = words(
    """
    answer ask bring carry count enter hand log mark name note photograph point propose rate record report score share
    show sign suggest tell tick write
    """
)
"""Verbs of what is done with an act afterwards: written down, brought along, told."""

IRREGULAR = dict(
    pair.split(":")
    for pair in words(
        """
        ate:eat beaten:beat been:be begun:begin bitten:bite bought:buy broken:break brought:bring built:build cast:cast
        caught:catch chosen:choose cut:cut done:do drawn:draw driven:drive drunk:drink eaten:eat fed:feed felt:feel
        forgiven:forgive fought:fight found:find gained:gain given:give gone:go got:get had:have heard:hear held:hold
        hired:hire hit:hit hurt:hurt kept:keep known:know laid:lay learnt:learn led:lead left:leave let:let lost:lose
        made:make met:meet overcome:overcome paid:pay put:put read:read ridden:ride rung:ring said:say seen:see
        sent:send set:set shown:show slept:sleep sold:sell spent:spend spoken:speak stolen:steal struck:strike
        stuck:stick sung:sing swept:sweep taken:take taught:teach thought:think thrown:throw told:tell torn:tear
        understood:understand upheld:uphold withdrawn:withdraw withheld:withhold woken:wake won:win worn:wear
        written:write
        """
    )
)
"""Participles that do not end in ed."""

KNOWN = KNOWING | INNER | SOFT | COPING | CHANGE | LIGHT | BEING | ENDING | OBSERVABLE | DECIDING | MENDING | ONCE
