"""By which verbs something is given up, escaped or not done: rows of a verb, what follows it, and what it is about."""

from __future__ import annotations

from typing import NamedTuple

from goalctl.rules.wording import nouns, verbs
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words
from goalctl.rules.wording.topics import TOPICS
from goalctl.rules.wording.verb_places import TO_BE

HABITS = (
    TOPICS["drinking"]
    | TOPICS["medicine"]
    | TOPICS["harm"]
    | TOPICS["screens"]
    | words(
        """
        addiction addictions amphetamines behavior behaviors behaviour behaviours benzodiazepines benzos bingo booze
        bottle caffeine cards codeine coffee coke compulsion compulsions crack crutches debt dependence diazepam ecstasy
        fags fentanyl habit habits ketamine killers laxatives mindset painkillers poker porn pornography pregabalin
        reassurance ritual rituals self-harm slots snus speed spice spirits steroids sugar tic tics tramadol valium
        xanax zolpidem zopiclone
        """
    )
) - words("bar drive drives driving group groups letters pub pubs sober sobriety sponsor therapy")
FELT = nouns.FEELINGS | words(
    "bitterness craving cravings desire grievance mindset phobia resentment temper urge urges"
)
_MEDICINES = ("pam", "lam", "ine", "one", "pram", "done", "pine", "olol")
OWNED = words("a an her his my the their")
_PLACES = words("bedroom building classroom flat home house kitchen office room school shop table unit ward work")
_UNDONE = words("unanswered unchecked uncorrected undone unfinished unlocked unmade unopened unread unwashed")
_TALKS = words("at call calls conversation conversations day each in lesson letter meeting meetings on session up with")
_SEATS = words("chair one place places seat seats spot turn two")
NUMBERS = words("five four one six ten three two")
_STAYED_IN = words("bed bedroom clothes house kitchen sheets")
FAR = 5
_LONG = 6
ENDS = words(", . ; after and at before but by during each every for if in on or per to until when while with")
_NO_ACTS = words("anything building clothing evening everything meeting morning nothing something thing wedding")


class EndingVerb(NamedTuple):
    """Verbs, what follows at once, what must stand among the next words (nothing for anything), and what must not."""

    verbs: frozenset[str]
    then: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


_ROWS = (
    EndingVerb(verbs.ENDING - words("stop")),
    EndingVerb(words("abandon eschew forsake forswear prevent renounce resist shun")),
    EndingVerb(
        words("stay keep steer live remain"),
        words("away clear off out without"),
        unless=_STAYED_IN | words("later longer"),
    ),
    EndingVerb(words("give"), words("up"), unless=_SEATS),
    EndingVerb(words("cut"), words("out"), unless=words("paper picture pictures")),
    EndingVerb(words("leave lay swear hold keep refrain"), words("off back-from from")),
    EndingVerb(words("come get"), words("off"), of=HABITS),
    EndingVerb(words("wean"), words("herself himself myself themselves off"), unless=words("onto to")),
    EndingVerb(words("taper"), words("off")),
    EndingVerb(
        words("beat bin conquer ditch dump escape jettison kick overcome quit shed"), of=HABITS | FELT | words("ing")
    ),
    EndingVerb(words("shake shrug"), words("off"), of=HABITS | FELT),
    EndingVerb(words("break lose"), of=HABITS | FELT),
    EndingVerb(words("drop"), of=HABITS | words("ing"), unless=words("below by in into off round to")),
    EndingVerb(words("leave"), of=words("alone"), unless=_PLACES),
    EndingVerb(words("leave"), of=HABITS | FELT, unless=_PLACES | _UNDONE | words("at")),
    EndingVerb(words("put bring"), words("end-to paid-to stop-to")),
    EndingVerb(words("end"), unless=_TALKS),
    EndingVerb(words("bid kiss say wave"), words("farewell goodbye"), of=HABITS | FELT),
    EndingVerb(words("get be"), words("rid-of"), unless=NUMBERS),
    EndingVerb(words("be"), words("done-with")),
    EndingVerb(words("cope get manage"), words("by-without")),
    EndingVerb(words("keep"), words("hands-off fingers-off")),
    EndingVerb(words("have do"), words("done-with away-with")),
    EndingVerb(words("let"), words("go-of"), of=HABITS | FELT),
    EndingVerb(words("put"), words("down"), of=HABITS, unless=words("at")),
    EndingVerb(words("get"), words("over"), of=FELT | words("addiction habit")),
    EndingVerb(words("get"), words("out"), of=words("debt habit")),
    EndingVerb(words("free rid"), words("herself himself myself themselves")),
    EndingVerb(words("break"), words("free-of free-from")),
    EndingVerb(words("break cut sever"), of=words("contact ties")),
    EndingVerb(words("withdraw"), words("from")),
    EndingVerb(words("turn"), words("away-from"), of=HABITS | FELT | {"crime", "violence"}),
    EndingVerb(words("do live"), words("without")),
    EndingVerb(words("cope go sleep"), words("without"), of=HABITS | words("nightmares waking")),
)
"""The rows; `end-to` stands for two words that follow each other, `ing` for any verb in -ing."""

_BY_VERB: dict[str, list[EndingVerb]] = {}
for _row in _ROWS:
    for _verb in _row.verbs:
        _BY_VERB.setdefault(_verb, []).append(_row)


def is_leading(word: str) -> bool:
    """Whether it only goes before what counts: completely, all."""
    return (word.endswith("ly") and word not in verbs.KNOWN | {"only"}) or word in {"all", "also"}


def at(said: tuple[str, ...], place: int) -> str:
    """The word there; nothing behind the end."""
    return said[place] if place < len(said) else ""


def by_rows(said: tuple[str, ...]) -> int:
    """The first row that fits."""
    heads = bases(said[0]) | ({"be"} if said[0] in TO_BE else set())
    rows = (row for head in heads for row in _BY_VERB.get(head, ()))
    return next((length for row in rows if (length := _fitting(row, said))), 0)


def _fitting(row: EndingVerb, said: tuple[str, ...]) -> int:
    """How many words of a row stand there: the verb, and what follows at once."""
    length = _follows(row.then, said) if row.then else 1
    phrase = _phrase(said[length:], is_far="alone" in row.of)
    is_meant = not row.of or any(_is_of(word, row.of) for word in phrase)
    return length if is_meant and not row.unless & set(phrase) else 0


def _follows(then: frozenset[str], said: tuple[str, ...]) -> int:
    """Where the words behind that end, of which one must follow the verb; 0 where none does."""
    start = next((n for n, word in enumerate(said) if n and word not in OWNED and not is_leading(word)), len(said))
    return next((start + n for n in (1, 2) if "-".join(said[start : start + n]) in then), 0)


def _phrase(words_: tuple[str, ...], *, is_far: bool) -> tuple[str, ...]:
    """What the verb is about: the words up to a small one."""
    end = next((n for n, word in enumerate(words_) if n and word in ENDS and not is_far), FAR)
    return words_[: min(end, FAR)]


def _is_of(word: str, kinds: frozenset[str]) -> bool:
    is_act = word.endswith("ing") and word not in _NO_ACTS and "ing" in kinds
    return word in kinds or is_act or ("pills" in kinds and word.endswith(_MEDICINES) and len(word) > _LONG)
