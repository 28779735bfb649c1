"""Parts of a life, each with words that belong to it: a goal that stands in two of them is likely to be two goals."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

_TOPICS = """
work: job jobs pay rise raise part-time full-time office post posts apply applies application applications work works
    working interview interviews boss career employment employed self-employment shift shifts promotion reference
    references bosses colleagues workplace employer employers cv cvs resume apprenticeship internship traineeship
    overtime wage wages salary company business manager vacancy vacancies profession;
school: homework school class classes classroom lesson lessons exam exams grade grades teacher study studies college
    assignment assignments tuition tutoring ged algebra maths math course courses coursework degree diploma university
    essay essays marks lecture lectures seminar seminars thesis dissertation schoolwork qualification;
housing: place-to housing apartment relocate flat lodgings mortgage tenancy lease hostel;
home: tidy tidies tidying garage chores chore laundry dishes dishwasher vacuum vacuums hoover hoovers clean cleans
    cleaning kitchen housework garden gardening declutter declutters roof fence windows attic cupboard cupboards
    ironing repairs bathroom cellar basement shed bedroom lawn bins clutter;
food: eat eats eating meal meals breakfast breakfasts lunch lunches dinner dinners snack snacks diet fruit vegetables
    veg supper suppers food foods binge binges bingeing sweets sugar weight kilos pounds kilo kg weigh weighs calories
    cooking portions chocolate takeaways;
sleep: bed bedtime sleep sleeps sleeping asleep insomnia nightmare nightmares nap naps wakes gets-up get-up
    getting-up;
exercise: walk walks walking run runs running jog jogs jogging gym exercise exercises exercised exercising swim swims
    swimming yoga pilates bike cycle cycles cycling football basketball tennis badminton sport sports dance dances
    dancing workout workouts training physiotherapy hike hikes hiking marathon 5k 10k treadmill weights stretching
    aerobics boxing karate judo rowing climbing fitness fit;
social: friend friends friendship friendships social socialise socialises socialize socializes club choir neighbour
    neighbours neighbor neighbors party parties isolation clubs invites dating dates band orchestra church mosque
    volunteer volunteers volunteering peers classmates community;
family: son sons daughter daughters children child wife husband partner spouse mother father sister sisters brother
    brothers sibling siblings parents family grandchildren grandson granddaughter kids mum mom mam dad marriage
    grandmother grandfather grandparents grandma grandpa gran granny baby toddler twins nephew nephews niece nieces
    aunt uncle cousin cousins stepson stepdaughter stepfather stepmother stepdad stepmum stepmom in-laws relatives
    girlfriend boyfriend divorce divorced separation break-up affair;
treatment: therapy counselling counseling aa na ga al-anon group groups sponsor rehab detox appointments psychiatrist
    psychotherapy;
medicine: medication medications medicine medicines meds tablets tablet dose doses pill pills insulin prescription
    prescriptions inhaler antidepressant antidepressants lithium methadone buprenorphine suboxone sertraline injection
    injections vitamins;
doctor: dentist doctor doctors gp physical check-up checkup optician blood diabetes glucose physiotherapist clinic
    scan surgeon physician specialist hospital cholesterol vaccination;
drinking: drinking alcohol drink drinks booze beer beers wine vodka gin whisky whiskey pint pints sober sobriety
    abstinent smoking smoke smokes smoke-free cigarettes cigarette tobacco nicotine cannabis marijuana weed drug drugs
    substance substances gamble gambles gambling betting casino vaping vapes vape heroin cocaine meth opioid opioids
    opiates units drug-free pub pubs bar dealer bookmaker vaper hash smoke-pot smokes-pot smoking-pot;
money: rent budget budgets bill bills debt debts debt-free savings saves save saving money loan loans taxes tax credit
    shopping overdraft mortgage payments fines arrears letters mail envelopes finances pension instalments
    his-spending her-spending my-spending cut-spending cuts-spending reduce-spending reduces-spending spending-to
    overspending;
harm: self-harm self-harming self-injury cutting hair-pulling picking purging nail-biting nails;
anger: anger angry outburst outbursts temper shouting shouts yelling yells fights fighting quarrels argument arguments
    arguing argues tantrum tantrums meltdown meltdowns swearing aggression hitting hits;
panic: panic anxiety anxious worry worries worrying fear fears phobia lift lifts heights spiders flying checking
    hand-washing rituals handwashing compulsions obsessions flashback flashbacks;
mood: mood depression depressed depressive sad sadness happier cheerful self-esteem confidence self-confidence
    self-worth self-image motivation;
skills: coping relaxation breathing meditation mindfulness assertiveness meditates meditate;
screens: screen screens e-mail e-mails emails email gaming internet games television tv social-media instagram
    facebook youtube tiktok netflix scrolling no-phone no-phones phone-time phone-use his-phone her-phone my-phone;
driving: licence license theory-test driving-test driving drive drives driver's motorway motorways freeway highway;
writing: diary journal journals poem poems novel;
hobbies: song songs music sing sings plays guitar piano violin drums painting paints knitting knits sewing pottery
    chess reading reads books library museum photography cinema theatre concert concerts crochet crochets;
language: spanish french german english italian polish arabic welsh mandarin language vocabulary;
hygiene: shower showers showering teeth brushes hygiene bath bathes hair haircut shave shaves;
travel: bus train plane trip holiday passport abroad tram;
law: probation parole court hearing community-service
"""
TOPICS = {topic.strip(): words(its) for topic, its in (each.split(":") for each in _TOPICS.split(";"))}
"""A word may belong to several; two words joined by a hyphen are neighbours."""
