"""Lists of nouns and adjectives for the language of goals: what nobody sees."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

ABSTRACT = words(
    """
    abilities ability acceptance accountability acuity adaptability adaptation adjustment adulthood affect affection
    agency agreeableness alertness aliveness allegiance alliance altruism ambition ambivalence anonymity
    appreciation approach aptitude arousal aspiration aspirations assertion assertiveness assertivity atmosphere
    attachment attachments attention attention-seeking attentiveness attitude attitudes attunement authenticity
    authority autonomy awareness balance behavior behaviour belief beliefs belonging bitterness bond bonding bonds
    boundaries burnout calm calmness capacity care carefulness centeredness character childhood choices civility
    clarity closeness closure co-dependency co-regulation cognisance cognition cognitions coherence cohesion
    cohesiveness comfort commitment communication compassion competence competencies competency competitiveness
    compliance composure comradeship concentration concept conduct confidence congruence connectedness connection
    connections connectivity conscience consciousness consideration consistency contentment control cooperation
    coordination coping coping-skills courage creativity credibility credit culture curiosity decency
    decision-making decisions decorum dedication defences defense defenses defensiveness deference demeanor
    demeanour dependence dependency depth desire desires detachment determination differentiation dignity diligence
    direction discernment discipline discretion disinhibition disposition distress-tolerance docility dynamic
    dynamics effect effects ego emotion-regulation emotionality empathy empowerment energy engagement enjoyment
    enlightenment enthusiasm equilibrium esteem ethic ethics ethos euthymia expectations expression extent fairness
    faith femininity fidelity flexibility flow focus fondness forgiveness fortitude foundation foundations frailty
    freedom friendship friendships frustration-tolerance fulfillment fulfilment fullness functioning future
    generosity grace gratitude grit groundedness growth habits happiness hardiness harmony headspace healing health
    healthiness heart hearts homeostasis honesty hope hopefulness hospitality humanity humility humor humour hygiene
    ideals identity ideology image impact impatience impulse-control impulses impulsiveness impulsivity inclusion
    inclusiveness independence individuality individuation influence inhibitions initiative innocence insecurity
    insight insightfulness insights inspiration instinct instincts integration integrity intelligence intensity
    intention intentions interdependence interdependency interest internalisation internalization intimacy
    introspection intuition involvement irresponsibility isolation joy judgement judgment kindness knowledge
    liberation life lifestyle lifestyles likability likeability link links liveliness locus love loyalty management
    mannerisms marriage masculinity mastery maturation maturity meaning memory mentality mind mindfulness mindset
    mood-stability morale morality motivation motives mutuality nature neediness negativity network networks normal
    normality nurturance objectivity openheartedness openness optimism orientation outlook outlooks ownership
    parenting partnership passion passions patience peace peacefulness perception perfectionism perseverance
    persistence persona personality perspective pessimism phobias playfulness poise politeness positivity potential
    power predictability prejudice prejudices preparedness presence pride priorities pro-activity productivity
    professionalism progress prosperity prudence psyche psychopathology purpose quality rapport rationality
    reactivity readiness reality reasoning reassurance reciprocity recklessness recognition recovery recuperation
    reflection regret regrets regulation reintegration relations relationship relationships relaxation reliability
    relief remission remorse reputation resentment rift rupture self-belief resentments reserves resilience
    resiliency resolve resourcefulness respect respectfulness responsibilities responsibility responsiveness
    restraint rhythm safety sanity satisfaction security self self-acceptance self-awareness self-care
    self-compassion self-concept self-confidence self-control self-discipline self-efficacy self-esteem
    self-expression self-image self-knowledge self-love self-management self-regulation self-reliance self-respect
    self-sufficiency self-worth selfhood selfishness selflessness sensations sense sensibility sensitivity serenity
    severity sexuality side sincerity skills sociability social-skills solidarity soul sovereignty spark spirit
    spiritedness spirituality spontaneity stability stamina stance status steadiness stigma stillness strength
    strengths stress-tolerance structure stubbornness style success support suspiciousness sustainability sympathy
    system systems tact temper temperament temptation temptations tenacity tendencies tendency tenderness thinking
    thoughtfulness thoughts thriftiness togetherness tolerance traits tranquility tranquillity trust trustfulness
    trustworthiness truth understanding understandings uniqueness unity urge urges usefulness validation values
    verve view viewpoint viewpoints views vigor vigour virtue virtues vision vitality volition vulnerability
    warm-heartedness warmth weaknesses welfare well-adjustment well-being wellbeing wellness wholeness willingness
    willpower wisdom work-life worldview worth worthiness worthlessness zeal zest
    """
)
"""What nobody can see or hear: traits, attitudes, states and abilities."""

FEELINGS = words(
    """
    aggravation agitation anger anguish anhedonia annoyance anxieties anxiety apathy apprehension bereavement
    bitterness boredom brooding catastrophising catastrophizing codependency confusion defensiveness delusions
    depression despair despondency disappointment discomfort discouragement disgust disillusionment dissatisfaction
    dissociation distress distrust dread dysphoria embarrassment emotion emotionality emotions emptiness envy
    excitement exhaustion fatigue fear fears feeling feelings fright frustration fury gloom grief grievance
    grievances grudge grudges guilt hatred heartache heartbreak helplessness homesickness hopelessness hostility
    humiliation hypervigilance inadequacy inferiority insecurities insecurity instability irritability irritation
    jealousy lethargy listlessness loneliness longing melancholy misery mistrust mood moods nerves nervousness
    numbness overthinking overwhelm pain-catastrophising panic paranoia perfectionism pessimism powerlessness
    preoccupation rage rejection-sensitivity restlessness rumination ruminations sadness self-blame
    self-consciousness self-criticism self-doubt self-hatred self-loathing self-pity shame shyness sorrow strain
    stress suffering suspicion suspiciousness symptom symptoms tension tensions tiredness trauma turmoil uncertainty
    unease uneasiness unhappiness upset weariness woes worries worry worrying worthlessness wounds
    """
)
"""Feelings, which have no edge; a published form or a rating may still say how much of them there is."""

TRAITS = words(
    """
    accepted accepting accountable adaptable adequate adjusted affectionate afraid agitated agreeable aimless alive
    aloof amiable angry annoyed anxious apathetic appreciated apprehensive approachable articulate ashamed assertive
    attached attractive attuned authentic autonomous available aware balanced better bitter bold bonded bored
    bothered brave burdened callous calm calmer candid capable carefree careful caring centered centred
    charitable cheerful chilled clear clingy close close-knit cohesive cold collected comfortable committed
    compassionate competent complete composed concerned confident connected conscientious conscious considerate
    consistent constructive content contented controlled controlling cooperative courageous courteous creative
    critical curious cynical daring decent decisive dedicated defensive defiant dependable depressed deserving
    desperate detached determined devoted different diligent diplomatic disciplined discouraged dishonest
    distant distracted distressed dominant down down-to-earth dynamic earnest easygoing effective efficient
    egotistical embarrassed emotional empathetic empowered energetic engaged enthusiastic envious equal
    even-tempered expressive extroverted fair faithful fearful fearless fine firm flexible focused forgiving
    forthcoming frank free friendly frightened frustrated fulfilled fun functional generous gentle genuine glad
    good good-natured graceful gracious grateful great gregarious grounded guilty happier happy happy-go-lucky
    hard hard-working hardworking haunted healed healthier healthy heard helpful herself himself honest hopeful
    hopeless hostile human humble immature impatient imperfect impulsive independent insecure insightful
    inspired integrated interested intimate introverted intuitive invested involved irrational irritable jealous
    joyful joyous jumpy kind kinder laid-back lazy lenient level-headed likable likeable liked lively logical
    lonely loud lovable loved loving low loyal manageable mature mean meaningful mellow mindful miserable modest
    moody moral motivated myself natural needy negative nervous neutral nice non-judgmental nonjudgmental normal
    obedient objective obsessed ok okay open open-minded opinionated optimistic organised organized oriented
    outgoing overwhelmed passionate passive patient peaceful perfect perfectionistic playful pleasant pleased
    polite positive possessive powerful powerless pragmatic precious present principled proactive productive
    profound proud prudent purposeful rational ready realistic reasonable receptive reckless reflective
    regulated relaxed reliable relieved remorseful resentful resilient resolute resourceful respected respectful
    responsible responsive rested restless restrained rude sad safe safer sane satisfied scared secure
    self-accepting self-assured self-aware self-centered self-centred self-compassionate self-confident
    self-conscious self-controlled self-critical self-destructive self-directed self-disciplined self-loving
    self-motivated self-reliant self-sufficient selfish selfless sensible sensitive serene serious settled shy
    sincere skilful skillful smart sociable social spiritual spontaneous stable steadfast steady stoic stoical
    straightforward stressed strong strong-willed stronger stubborn successful suicidal supported supportive
    sure sweet-tempered sympathetic tactful tempered tender tense thankful themselves tired tolerant tough
    tranquil transparent troubled trusting trustworthy truthful unafraid unashamed unburdened understanding
    understood unselfish unstuck untroubled unworried upbeat uplifted upset useful valued versatile vibrant
    vigilant vital vocal vulnerable warm warm-hearted weak welcome well well-adjusted well-behaved well-rounded
    whole whole-hearted willing wise withdrawn worried worthless worthwhile worthy yourself zen
    """
)
"""What somebody is or feels, and nobody sees."""
