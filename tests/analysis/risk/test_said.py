"""What the free texts of a risk record say."""

from datetime import date

import pytest

from goalctl.analysis.risk.recorded import concerns_recorded
from goalctl.analysis.risk.said import Said, ideation_height, is_long_past, level_height, meaning_of
from goalctl.model.scoring import Height
from goalctl.model.session import Concern, Risk

DENIED = """no; none; No.; denies; denied; nil; none reported; no plan; no, no intent; denies any plan or intent
no plan, no means; denies ideation, plan, intent; none at present; not currently; no attempts; never
no access to firearms; client denies any intent; no gun at home; none this week; no thoughts of harming others
not reported; no, today; denies SI/HI; No SI or HI; denied SI, HI; none whatsoever; no prior attempts; no SH
nope; no!; 0/10; 'none'; none to date; \uff4e\uff4f; no\u200b
SI/HI denied; no SI/HI; SI -; SI (-); SI-; SI: -; SI \u2212; (-) SI; -SI; SI neg; SI: negative; SI: denied, HI: denied
SI - denied, HI - denied; denies SI, HI, AVH; denies SI/HI/AVH; No SI/HI/SH; neg for SI; suicidal ideation: nil
suicidal ideation denied; SI not present; not endorsed; Pt. denies SI; reports no SI; client reports none; no s.i.
denies S/I or H/I; no DSH; no evidence of SI; no suicidal ideation, plan or intent; denied by client; all denied
SI/HI: denies; SI: Denies. HI: Denies.; no suicidality; denies suicidal/homicidal ideation
denies h/o attempts; no hx of SIB; no c/o SI; w/o SI
denies wanting to die; no SI. No HI.; zero; denies SI and HI at this time
Denied SI, HI, plan, intent and means.; denies plan, intent and means
no SI/HI reported or observed; denies active/passive SI; no TSH; no thoughts of ending his life; SI: N; SI? No
SI: 0; -SI/-HI
SI: none reported; SI: denied at this time; no safety concerns; Clt denies SI; adamantly denies SI
continues to deny SI
he is not suicidal; no SI since last session; no sucidal ideation; denies suicidal ideations; no SI in the last week
denies suicidal ideation, homicidal ideation; no suicidal thoughts, plan or intent expressed
no suicidal/self-harm thoughts
does not endorse SI; did not report any SI; has no thoughts of suicide; wish to be dead: no
asked about suicide, denied
screened for SI: negative; denies DV; DV: denied; suicide plan: no; suicide: no thoughts; suicide/self-harm: none
risk: nil
never attempted suicide; denied SI, intent, or plan at this time; suicidal ideation is denied; she's not suicidal"""

NOT_ASKED = """not asked; not-asked; unknown; n/a; ?; not assessed today; Not asked, in a hurry; not discussed
did not ask; Didn't ask, ran out of time; forgot to ask; could not be asked; unable to assess; I didn't get to ask
wasn't asked; couldn't ask, partner in the room; ask next time; to be asked next week; will ask tomorrow; skipped
\u2013; \u2014; n.a.; not applicable; ??; tbc; did not ask about suicide; not asked about plan or intent
did not ask whether he owns a gun; not asked as her husband was there"""

PRESENT = """yes; yes, tablets; passive; rope in the garage; no longer sure; no, but thinks of it daily; not really
none until last night; denies, but her husband found a note; no plan yet; no, has a rope; no change
none since Sunday; denied last week, today yes; not sure; never without the thought; denies no thoughts
no more than usual; maybe; refused to answer; unknown number of pills; no, plan at home; no intent, active thoughts
no, thoughts to kill himself; not asked, but said he has a rope; nothing new; no different from before; would not say
some; did not ask, but looked low; could not ask for help; skipped work, in bed; will ask for pills
unable to say; didn't ask to be born; not asked, he has bought a rope; didn't ask, active thoughts all week
did not ask. Says she wants to die; not asked (plan: tablets)
not asked because he has a rope; not asked about plan, bought tablets; not asked as he wants to die
pt endorses SI; +ve for SI; SI 3/10; not actively suicidal; no intent to act on it; no acute SI
did not ask about plan because she is cutting again; no plan, SI; SI+; SI +
(+) SI; SI/HI: +/-; SI-/HI+; SI+ HI-; no SI, HI present; denies SI, HI active
no SI/HI present; denies HI, SI current; neg for HI, pos for SI; - SI present; SI -, plan +; denies AVH; SI no longer
no plan. Thoughts.; no, present; not living; passive SI, no plan; SI - HI +
not asked, still active; no idea; no answer; hard to say; 2; denies, made attempt past week
no plan, thoughts and urges; denies plan, thoughts and urges daily; denies plan, wants to die and has intent
suicide, no plan; suicide: no plan; self-harm, no SI; asked about SI: no plan; risk, no plan; SI: no plan
no concerns hurting others
no plan SI present; no end to suicidal thoughts; no safety; does not report feeling safe
doesn't endorse plan, SI daily
has no reason to live
denies suicidal ideation, homicidal ideation present; SI: denied now, yes on Monday; no plan, intent reported"""


def texts(listed):
    return pytest.mark.parametrize("text", [text.strip() for text in listed.replace("\n", ";").split(";")])


@texts(DENIED)
def test_a_clear_denial_is_one(text):
    assert meaning_of(text) is Said.DENIED


@texts(NOT_ASKED)
def test_what_was_not_asked_is_no_answer(text):
    assert meaning_of(text) is Said.NOT_ASKED


@texts(PRESENT)
def test_whatever_is_not_clearly_a_denial_is_present(text):
    assert meaning_of(text) is Said.PRESENT


@pytest.mark.parametrize("text", [None, "", "  "])
def test_an_empty_field_says_nothing(text):
    assert meaning_of(text) is Said.NOTHING


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("passive", Height.PASSIVE),
        ("passive, no active thoughts", Height.PASSIVE),
        ("passive; denies active ideation", Height.PASSIVE),
        ("wish to be dead", Height.PASSIVE),
        ("active", Height.ACTIVE),
        ("passive, active at night", Height.ACTIVE),
        ("yes", Height.ACTIVE),
        ("thinks of it daily", Height.ACTIVE),
        ("none", None),
        ("not-asked", None),
        (None, None),
    ],
)
def test_thoughts_of_an_unknown_kind_rank_as_active(text, height):
    assert ideation_height(text) is height


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("low", None),
        ("moderate", None),
        ("high", Height.ACTIVE),
        ("not high", None),
        ("imminent", Height.PLAN),
        ("acute", Height.PLAN),
        ("none", None),
        ("highest", Height.ACTIVE),
        ("serious", Height.ACTIVE),
        ("elevated", Height.ACTIVE),
        ("significant", Height.ACTIVE),
        ("critical", Height.PLAN),
        ("low; not imminent", None),
        ("low, no acute risk", None),
        ("low acute risk, chronic high", Height.ACTIVE),
        ("moderate, not very high", None),
        ("not low, imminent", Height.PLAN),
    ],
)
def test_a_level_opens_from_high_on(text, height):
    assert level_height(text) is height


@pytest.mark.parametrize(
    ("text", "is_past"),
    [
        ("one overdose in 2011", True),
        ("cut as a teenager", True),
        ("an attempt ten years ago", True),
        ("an attempt in 2025", False),
        ("overdose in 2011, again last week", False),
        ("cut her arm", False),
        ("three years ago and still now", False),
        ("none since 2019", True),
        ("1 attempt 2019, none since", True),
        ("One attempt, 2012. None since.", True),
        ("attempt 2014; no SH since 2016", True),
        ("none in past 3 months", True),
        ("no SIB in 5 years", True),
        ("in childhood", True),
        ("none since 2025", False),
        ("none in past 3 weeks", False),
        ("overdose 2012, none since last week", False),
        ("cut on Sunday, none since", False),
        ("overdose in 2011, cutting since", False),
        ("no urges in 5 years until last night", False),
        ("attempt 2014, no cutting since", True),
        ("no further overdoses in the past year", True),
        ("began cutting in 2019, no break since", False),
        ("no longer able to stop cutting for 3 months", False),
        ("no day without cutting in the past year", False),
    ],
)
def test_only_what_is_clearly_of_another_time_is_history(text, is_past):
    assert is_long_past(text, on=date(2026, 3, 2)) is is_past


@pytest.mark.parametrize(
    ("record", "suicide", "others"),
    [
        (Risk(ideation="wants to kill his boss"), None, Height.PLAN),
        (Risk(ideation="thoughts of harming the baby"), None, Height.PLAN),
        (Risk(ideation="active, wants to kill his wife"), Height.ACTIVE, Height.PLAN),
        (Risk(ideation="wants to kill his wife and then himself"), Height.ACTIVE, Height.PLAN),
        (Risk(ideation="none", plan="to shoot his boss"), None, Height.PLAN),
        (Risk(ideation="none", behaviour="hit his wife last night"), None, Height.PLAN),
        (Risk(ideation="no thoughts of harming self or others"), None, None),
        (Risk(ideation="none", behaviour="hit his wife in 2012"), None, None),
    ],
)
def test_what_is_of_hurting_others_is_told_as_that_wherever_it_stands(record, suicide, others):
    found = {one.concern: one.found for one in concerns_recorded(record, on=date(2026, 3, 2))}
    assert (found.get(Concern.SUICIDE), found.get(Concern.HARM_TO_OTHERS)) == (suicide, others)
