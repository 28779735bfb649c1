"""What words of a day say of risk beside the records of that day."""

from datetime import date

import pytest

from goalctl.analysis.risk.beside import Beside, Untold, untold
from goalctl.model.session import Concern, Risk

DAY = date(2026, 3, 2)
NONE = Risk(ideation="none")
ACTIVE = Risk(ideation="active")
WITHDRAWAL = Risk(concern=Concern.WITHDRAWAL, level="low")

SO = """He wants to die; Says he will kill himself tonight; Disclosed suicidal thoughts; took an overdose last night
Does not want to die. Will kill himself all the same; He doesn't want to be here any more; Has a rope in the shed
Suicidal thoughts: daily; SI+ since Monday; SI passive; Self-harm again; Suicidal ideation, active
Wants to die: says so daily; +SI; Endorses SI; Passive SI; SI with plan; SI w/o plan; SI worse; SI increased
He is suicidal; Client cut herself last night; Suicide attempt yesterday; Denies SI but wants to die
He does not sleep, wants to die; Was beaten as a child and wants to die
Fleeting SI, no plan; Ongoing suicidal thoughts, no plan; SI at baseline; Presents with SI
Struggling with suicidal thoughts
Suicidal thoughts are worse; Suicidal thoughts remain; SI: Y; SI last night; SI, no plan; SI: no plan; Pt suicidal
Suicidal
Not sleeping, suicidal; No appetite, suicidal thoughts nightly; Denies intent, suicidal thoughts daily
Self-harmed last night
He did not come because he took an overdose; Didn't sleep and cut herself; Could not stop herself cutting her arms
Can't stop thinking about suicide; Not sure she won't kill herself; Has not told her husband that she wants to die
Never told anybody about his suicidal thoughts; Without her kids she would kill herself
Denies SI, cut herself on Sunday
Initially denied SI, then admitted thoughts of suicide; Denies plan, endorses passive SI
Denies SI but feels like a burden
High suicide risk; Suicide risk assessed: high, admitted; Taken to ED after suicide attempt; Planning suicide
Asked about SI, endorsed; SI in the past week; Suicidal thoughts not better
Mother worried about her suicidal statements
After argument with her mother, suicidal thoughts; No longer denies SI; Can't promise not to kill himself
Does not deny SI; Negative thoughts, suicidal thoughts; Doesn't have a job and is suicidal; Work stress, SI
Talks of suicide
None of the tablets stops the suicidal thoughts; Not having a good week: cut herself twice"""
NOT_SO = """Suicidal ideation: none; SI -; SI neg; Self-harm urges: no; wish to die: denied; SI/HI: nil
Denies that he wants to die; SI/HI denied; No SI.; Suicide: denied; She tried to hang herself in 2019
Suicidal thoughts not present; Reviewed the suicide safety plan; Talked about self-harm; He has no wish to be dead
Denies any suicidal intent, the kids are the reason; Has a gun in the safe
No HI; Denies SI and HI; Discussed SI with client; Asked whether he was suicidal
Suicide attempt in 2019, has no plan; Talked about violence in films
DV screen done; Homicidal ideation assessed
SI: N; Suicide plan: no; SI/HI/AVH denied; SI, HI, AVH: denied; Suicidal or homicidal thoughts were denied; -SI
(-) SI/HI
Suicidal thoughts? None; PHQ-9 item 9 "thoughts that you would be better off dead": 0; Suicide risk: low
Low risk of suicide
Old self-harm scars on left arm, healed; SI resolved; Suicidal thoughts have stopped; No longer suicidal
History of SI
Her father died by suicide when she was 12; Lost a friend to suicide; Brother's suicide is the theme
FHx: suicide (uncle)
Crisis plan: if suicidal, call sister; Plan: continue to assess SI weekly; Will monitor for SI
Goal 2: reduce self-harm
Refrained from self-harm; Suicide prevention training completed; Denies any plan, intent or suicidal thoughts"""


def texts(listed):
    return pytest.mark.parametrize("text", [text.strip() for text in listed.replace("\n", ";").split(";")])


@texts(SO)
def test_what_is_said_to_be_so_is_told_beside_a_record_that_found_nothing(text):
    assert untold(text, [NONE], on=DAY).beside is Beside.NOT_FOUND


@texts(NOT_SO)
def test_what_is_denied_past_or_a_topic_is_not(text):
    assert untold(text, [NONE], on=DAY) is None
    assert untold(text, [], on=DAY).beside is Beside.NO_RECORD


@pytest.mark.parametrize("records", [[ACTIVE], [NONE, ACTIVE], [Risk(ideation="none", plan="yes, tablets")]], ids=len)
def test_a_record_that_found_something_of_it_answers(records):
    assert untold("He wants to die.", records, on=DAY) is None


@pytest.mark.parametrize(
    ("text", "record", "words"),
    [
        ("He wants to die.", WITHDRAWAL, "a wish to be dead"),
        ("He wants to die.", Risk(harm_to_others="none"), "a wish to be dead"),
        ("Her husband hit her twice.", NONE, "harm from somebody"),
        ("Disclosed domestic violence.", NONE, "harm from somebody"),
        ("He is homicidal.", NONE, "killing"),
        ("Her husband hit her twice, and she wants to die.", ACTIVE, "harm from somebody"),
    ],
)
def test_a_record_about_something_else_does_not(text, record, words):
    assert untold(text, [record], on=DAY) == Untold((words,), Beside.NOT_ASKED)


@pytest.mark.parametrize(
    "text",
    ["No SI last week, SI last night", "no SI last week then SI last night", "Denies SI today, SI last night"],
)
def test_every_place_of_a_text_is_read(text):
    assert untold(text, [NONE], on=DAY).beside is Beside.NOT_FOUND


@pytest.mark.parametrize(
    "text", ["Denies SI, HI today", "No SI last week, none last night", "Denies SI, denies plan for SI"]
)
def test_a_second_thing_of_a_list_is_denied_with_the_first(text):
    assert untold(text, [NONE], on=DAY) is None


@pytest.mark.parametrize(
    ("text", "record", "beside"),
    [
        ("He bought a gun last week.", NONE, Beside.NOT_ASKED),
        ("He bought a gun last week.", Risk(ideation="none", harm_to_others="none"), Beside.NOT_FOUND),
        ("He bought a gun last week.", ACTIVE, None),
        ("He bought a gun last week.", Risk(ideation="none", means="a gun at home"), None),
        ("The gun he bought is locked in the safe.", NONE, None),
        ("Has a gun in the safe.", NONE, None),
    ],
)
def test_a_weapon_at_hand_is_told_unless_the_record_found_something_or_tells_of_means(text, record, beside):
    left = untold(text, [record], on=DAY)
    assert (left.beside if left else None) is beside


def test_what_closes_or_was_not_asked_is_no_record():
    closing = Risk(close=[Concern.SUICIDE], because="handed over")
    assert untold("He wants to die.", [closing, Risk(ideation="not-asked")], on=DAY).beside is Beside.NO_RECORD
