"""Lists of nouns and adjectives for the language of goals: what nobody sees."""

from __future__ import annotations

from goalctl.rules.wording.patterns import words

ABSTRACT = words(
    """
    abilities acceptance adaptation adjustment adulthood affect affection agency allegiance alliance altruism ambition
    ambivalence appreciation approach aptitude arousal aspiration aspirations assertion atmosphere attachment
    attachments attention attention-seeking attitude attitudes attunement autonomy balance behavior behaviour belief
    beliefs belonging bond bonding bonds boundaries burnout calm care character childhood choices closure co-dependency
    co-regulation cognisance cognition cognitions coherence cohesion comfort commitment communication compassion
    competence competencies competency compliance composure comradeship concentration concept conduct confidence
    congruence connection connections conscience consideration consistency contentment control cooperation coordination
    coping coping-skills courage credit culture decency decision-making decisions decorum dedication defences defense
    defenses deference demeanor demeanour dependence dependency depth desire desires detachment determination
    differentiation diligence direction discernment discipline discretion disinhibition disposition distress-tolerance
    dynamic dynamics effect effects ego emotion-regulation empathy empowerment energy engagement enjoyment enlightenment
    enthusiasm equilibrium esteem ethic ethics ethos euthymia expectations expression extent faith flow focus fortitude
    foundation foundations frailty freedom friendship friendships frustration-tolerance fulfillment fulfilment
    functioning future grace gratitude grit growth habits harmony headspace healing health heart hearts homeostasis
    honesty hope humor humour hygiene ideals ideology image impact impatience impulse-control impulses inclusion
    independence individuation influence inhibitions initiative innocence insight insights inspiration instinct
    instincts integration intelligence intention intentions interdependence interdependency interest internalisation
    internalization intimacy introspection intuition involvement isolation joy judgement judgment knowledge liberation
    life lifestyle lifestyles link links locus love loyalty management mannerisms marriage mastery maturation meaning
    memory mind mindset morale motivation motives nature network networks normal nurturance optimism orientation outlook
    outlooks ownership parenting partnership passion passions patience peace perception perseverance persistence persona
    perspective phobias poise potential power prejudice prejudices presence pride priorities professionalism progress
    prudence psyche psychopathology purpose rapport reasoning reassurance recognition recovery recuperation reflection
    regret regrets regulation reintegration relations relationship relationships relaxation relief remission remorse
    reputation resentment resentments reserves resilience resiliency resolve respect responsibilities restraint rhythm
    rift rupture safety satisfaction self selfhood sensations sense side skills social-skills soul sovereignty spark
    spirit stamina stance status stigma strength strengths stress-tolerance structure style success support sympathy
    system systems tact temper temperament temptation temptations tendencies tendency thinking thoughts tolerance traits
    trust truth understanding understandings urge urges validation values verve view viewpoint viewpoints views vigor
    vigour virtue virtues vision volition warmth weaknesses welfare well-adjustment well-being wellbeing willpower
    wisdom work-life worldview worth zeal zest
    """
)
"""What nobody can see or hear: traits, attitudes, states and abilities."""

FEELINGS = words(
    """
    aggravation agitation anger anguish anhedonia annoyance anxieties anxiety apathy apprehension bereavement boredom
    brooding catastrophising catastrophizing codependency confusion delusions depression despair despondency
    disappointment discomfort discouragement disgust disillusionment dissatisfaction dissociation distress distrust
    dread dysphoria embarrassment emotion emotions envy excitement exhaustion fatigue fear fears feeling feelings fright
    frustration fury gloom grief grievance grievances grudge grudges guilt hatred heartache heartbreak humiliation
    hypervigilance inadequacy insecurities irritation jealousy lethargy longing melancholy misery mistrust mood moods
    nerves overthinking overwhelm pain-catastrophising panic paranoia perfectionism pessimism preoccupation rage
    rumination ruminations shame sorrow strain stress suffering suspicion symptom symptoms tension tensions trauma
    turmoil uncertainty unease upset woes worries worry worrying wounds
    """
)
"""Feelings, which have no edge; a published form or a rating may still say how much of them there is."""

TRAITS = words(
    """
    accepted accepting accountable adaptable adequate adjusted affectionate afraid agitated agreeable aimless alive
    aloof amiable angry annoyed anxious apathetic appreciated apprehensive approachable articulate ashamed assertive
    attached attractive attuned authentic autonomous available aware balanced better bitter bold bonded bored bothered
    brave burdened callous calm calmer candid capable carefree careful caring centered centred charitable cheerful
    chilled clear clingy close close-knit codependent cohesive cold collected comfortable committed compassionate
    competent complete composed concerned confident connected conscientious conscious considerate consistent
    constructive content contented controlled controlling cooperative courageous courteous creative critical curious
    cynical daring decent decisive dedicated defensive defiant dependable depressed deserving desperate detached
    determined devoted different diligent diplomatic disciplined discouraged dishonest distant distracted distressed
    dominant down down-to-earth dynamic earnest easygoing effective efficient egotistical embarrassed emotional
    empathetic empowered energetic engaged enthusiastic envious equal even-tempered expressive extroverted fair faithful
    fearful fearless fine firm flexible focused forgiving forthcoming frank free friendly frightened frustrated
    fulfilled fun functional generous gentle genuine glad good good-natured graceful gracious grateful great gregarious
    grounded guilty happier happy happy-go-lucky hard hard-working hardworking haunted healed healthier healthy heard
    helpful herself himself honest hopeful hopeless hostile human humble immature impatient imperfect impulsive
    independent insecure insightful inspired integrated interested intimate introverted intuitive invested involved
    irrational irritable jealous joyful joyous jumpy kind kinder laid-back lazy lenient level-headed likable likeable
    liked lively logical lonely loud lovable loved loving low loyal manageable mature mean meaningful mellow mindful
    miserable modest moody moral motivated myself natural needy negative nervous neutral nice non-judgmental
    nonjudgmental normal obedient objective obsessed ok okay open open-minded opinionated optimistic organised organized
    oriented outgoing overwhelmed passionate passive patient peaceful perfect perfectionistic playful pleasant pleased
    polite positive possessive powerful powerless pragmatic precious present principled proactive productive profound
    proud prudent purposeful rational reactive ready realistic reasonable receptive reckless reflective regulated
    relaxed reliable relieved remorseful resentful resilient resolute resourceful respected respectful responsible
    responsive rested restless restrained rude sad safe safer sane satisfied scared secure self-accepting self-assured
    self-aware self-centered self-centred self-compassionate self-confident self-conscious self-controlled self-critical
    self-destructive self-directed self-disciplined self-loving self-motivated self-reliant self-sufficient selfish
    selfless sensible sensitive serene serious settled shy sincere skilful skillful smart sociable social spiritual
    spontaneous stable steadfast steady stoic stoical straightforward stressed strong strong-willed stronger stubborn
    successful suicidal supported supportive sure sweet-tempered sympathetic tactful tempered tender tense thankful
    themselves tired tolerant tough tranquil transparent troubled trusting trustworthy truthful unafraid unashamed
    unburdened understanding understood unselfish unstuck untroubled unworried upbeat uplifted upset useful valued
    versatile vibrant vigilant vital vocal vulnerable warm warm-hearted weak welcome well well-adjusted well-behaved
    well-rounded whole whole-hearted willing wise withdrawn worried worthless worthwhile worthy yourself zen
    """
)
"""What somebody is or feels, and nobody sees."""
