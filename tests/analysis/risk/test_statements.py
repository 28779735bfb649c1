"""Where one statement of a note ends and the next begins: a denial reaches no further, in telegraph style neither."""

from datetime import date

import pytest

from goalctl.analysis.risk.beside import untold
from goalctl.model.session import Risk

DAY = date(2026, 11, 28)
NONE = Risk(ideation="none", behaviour="none", harm_to_others="none")
SO = (
    "Mood low\nDenies SI/HI\nTook 30 paracetamol last night\nRTC 1w",
    "No SI\nCut her arm on Sunday",
    "- denies HI\n- SI daily",
    "* No plan\n* wants to die",
    "Not sleeping\nwants to die",
    "Past hx: OD 2015\nSI daily",
    "1. No HI 2. SI daily",
    "Denies SI | took overdose on Friday",
    "Denies SI / took overdose on Friday",
    "Denies SI - but mum says he took an overdose on Friday",
    "Denies SI, however mum found him with rope",
    "Denies SI (mum says he tried to hang himself last night)",
    "Denies SI; mum: tried to hang himself last night",
    "Denies SI but says he'd be better off dead",
    "Denies SI. Says he'd be better off dead",
    "Denies SI and says he'd be better off dead",
    "denies SI while holding bottle of pills, says he took 20 tablets",
    "Denied SI last week. Today wants to die.",
    "Denied SI last week, today wants to die",
    "Denied SI last session; this session endorses SI",
    "no thoughts of suicide until yesterday, now wants to die",
    "He did not want to talk about it at first, then said he wants to kill himself",
    "Didn't attend group because she took an overdose",
    "did not tell anyone she cut herself",
    "She isn't eating, isn't sleeping and wants to die",
    "No contact with family, cutting daily",
    "no longer on meds, suicidal again",
    "Not engaging. Suicidal.",
    "nothing helps, wants to die",
    "never felt this bad, wants to end it all",
    "Cannot see a way out and thinks about killing himself",
    "can't cope, going to kill myself",
    "She has no job no money and wants to kill herself",
    "no improvement, SI persists",
    "no change in SI",
    "no reduction in suicidal thoughts",
    "no insight into SI",
    "never without suicidal thoughts",
    "not a day without thoughts of suicide",
    "no day goes by without SI",
    "without medication she would be suicidal, and she stopped it",
    "refused to deny SI",
    "would not contract for safety re SI",
    "doesn't deny thoughts of suicide",
)
NOT_SO = (
    "Client denies suicidal thoughts,\nplan or intent to kill\nherself",
    "Denies any thoughts of wanting\nto die or harming herself",
    "Risk: denies SI,\nHI, self-harm",
    "SI: none\nHI: none\nSelf-harm: none",
    "SI -\nHI -\nPlan: RTC",
    "In 2015 she tried to\nkill herself",
)


@pytest.mark.parametrize("text", SO)
def test_what_is_so_is_told_beside_a_denial_of_something_else(text):
    assert untold(text, [NONE], on=DAY)


@pytest.mark.parametrize("text", NOT_SO)
def test_a_denial_goes_on_over_a_line_that_is_only_wrapped(text):
    assert untold(text, [NONE], on=DAY) is None
