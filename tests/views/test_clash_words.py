"""What is said of a clash: where it is, which side did what; and in a second sentence what stands on either side."""

import pytest

from goalctl.model.joint import Clash, ClashKind
from goalctl.views.words.clash import clash_words, sides_words

ENTRY = {"id": "abc123", "date": "2026-02-02", "note": "he cried"}
SIGNED = ENTRY | {"signed": [{"by": "anna", "on": "2026-02-03"}]}
VOID, AMENDED = ENTRY | {"void": {"on": "2026-02-03"}}, ENTRY | {"amended": [{"on": "2026-02-03"}]}
DEADLINE = ("goals", "g1", "smart", "time_bound", "deadline")
STEP = ("goals", "g1", "objectives", "g1.1", "measurable", "target")

SAID = [
    (ClashKind.FIELD, DEADLINE, "2026-03-31", "2026-04-30", "both sides changed the deadline of g1."),
    (ClashKind.FIELD, STEP, "4", "5", "both sides changed the target of g1.1."),
    (ClashKind.FIELD, ("clinician",), "anna", "bert", "both sides changed the clinician."),
    (ClashKind.FIELD, ("sessions", "abc123", "risk", "level"), "low", "high",
     "both sides changed the risk, level of the entry abc123."),
    (ClashKind.FIELD, ("diary", "2026-02-04 g1.1", "g1.1"), "1", "2",
     "both sides changed the diary of 2026-02-04, g1.1."),
    (ClashKind.SAME_ID, ("goals", "g3"), {"goal": "a"}, {"goal": "b"},
     "g3 was added on both sides, and they are two different things."),
    (ClashKind.SAME_ID, ("goals", "g1", "objectives", "g1.1", "interventions", "i2"), {"what": "a"}, {"what": "b"},
     "g1.1.i2 was added on both sides, and they are two different things."),
    (ClashKind.CLOSED, ("goals", "g1"), {"status": "achieved"}, {"status": "active"},
     "g1 was closed here, and gone on with there."),
    (ClashKind.CLOSED, ("goals", "g1"), {"status": "active"}, {"status": "discontinued"},
     "g1 was closed there, and gone on with here."),
    (ClashKind.MEASURED, ("goals", "g1"), {"goal": "a"}, {"smart": {"measured_before": [{"until": "2026-02-09"}]}},
     "how g1 is measured was changed there, and it was scored as before here."),
    (ClashKind.CLOSED, ("status",), "discharged", "active",
     "treatment was ended here, and the client was seen later there."),
    (ClashKind.SIGNED, ("sessions", "abc123"), SIGNED, VOID,
     "the entry of 2026-02-02 was signed here, and made void there."),
    (ClashKind.SIGNED, ("sessions", "abc123"), AMENDED, SIGNED,
     "the entry of 2026-02-02 was signed there, and amended here."),
    (ClashKind.REMOVED, ("goals", "g2"), None, {"goal": "b"}, "taken away here, and changed there: g2."),
    (ClashKind.FILE, (), None, None, "both sides changed this file, and its lines do not fit together."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "place", "mine", "theirs", "said"), SAID, ids=lambda value: str(value)[:24])
def test_what_happened_is_one_sentence(kind, place, mine, theirs, said):
    assert clash_words(Clash(kind, place, mine, theirs)) == said


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("3", "4", "Here: 3; there: 4."),
        (None, {"id": "g3", "goal": "Sleeps", "status": "draft"}, "Here: nothing; there: draft, Sleeps."),
        ("a" * 61, "b" * 60, f"Here: {'a' * 59}…; there: {'b' * 60}."),
        ("\x1b[2J", "ok", "Here: \\x1b[2J; there: ok."),
    ],
    ids=["values", "an item", "long words", "no control characters"],
)
def test_what_stands_on_either_side_is_another(mine, theirs, said):
    assert sides_words(Clash(ClashKind.FIELD, ("x",), mine, theirs)) == said
