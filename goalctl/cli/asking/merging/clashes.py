"""What a person decides where two clinicians' changes can't both stand: two sentences and a question for each."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import PurePosixPath

from goalctl.cli.asking.ask import choice_of
from goalctl.cli.asking.editor import is_left, text_from_editor
from goalctl.cli.asking.merging.deletions import UndecidedError
from goalctl.cli.desk import Desk
from goalctl.cli.failures import FINDINGS
from goalctl.documents.document import document_of
from goalctl.model.errors import GoalctlError
from goalctl.model.finding import fields_in
from goalctl.model.joint import ClashChoice, ClashKind
from goalctl.model.plan import Plan
from goalctl.views.clean import one_line
from goalctl.views.screens.findings import findings_text
from goalctl.views.words.clash import clash_words, sides_words, whose_file
from goalctl.workspace.edits.trail import Trail
from goalctl.workspace.merge.files import is_plan
from goalctl.workspace.merge.incoming import Decided, FileClash, Incoming
from goalctl.workspace.operations.renumber import TWO, next_free_id, renumber
from goalctl.workspace.store.clients import file_now
from goalctl.workspace.store.rescued import RESCUED, rescue_text
from goalctl.workspace.store.root import OWN

MINE, THEIRS, BOTH, EDIT = "m", "t", "b", "e"
_WORDS = {MINE: "mine", THEIRS: "theirs", BOTH: "both", EDIT: "edit"}
_CHOICES = {MINE: ClashChoice.MINE, THEIRS: ClashChoice.THEIRS, BOTH: ClashChoice.BOTH}


class TwoClientsError(GoalctlError):
    """Two clinicians began a client under one id, and the two may be two people."""

    exit_status = FINDINGS


def decide(desk: Desk, come: Incoming, decided: Decided) -> None:
    """Ask about every clash; a file whose text was written anew is asked about no more.

    What was written for a state that is no longer the newest, as somebody was quicker, is kept before it is asked.
    """
    done: set[str] = set()
    keep_texts(desk, decided, {found.name for found in come.clashes})
    for clash in come.clashes:
        if clash.name not in done and not _is_decided(desk, clash, decided):
            done.add(clash.name)


def _is_decided(desk: Desk, found: FileClash, decided: Decided) -> bool:
    """Whether what was decided leaves the other clashes of the file as they are."""
    clash = found.clash
    desk.say(f"{whose_file(found.name)}: {clash_words(clash)}")
    if desk.may_ask and (clash.mine or clash.theirs):  # a client's words, for no log
        desk.say(one_line(sides_words(clash)))
    letter = _decision(desk, found, decided.every)
    if letter == EDIT:
        decided.texts[found.name, found.mine, found.theirs] = _edited(desk, found)
        return False
    if letter == BOTH and clash.kind is ClashKind.SAME_ID:
        _give_another_id(desk, found)
        return False
    decided.answers.setdefault(found.name, {})[clash.place] = _CHOICES[letter]
    return True


def _decision(desk: Desk, found: FileClash, every: ClashChoice | None) -> str:
    """What is to stand: as the option says for all, where it can decide this; else it is asked."""
    if found.clash.kind is ClashKind.BEGUN:
        _ask_whether_one_client(desk, found)
        return BOTH
    lost = found.loses.get(every) if every else None
    if lost and _may_be_both(found):
        return BOTH
    if every and lost:
        said = f"{every.value} would leave out {', '.join(lost)}; your record is as it was"
        raise UndecidedError(said, _way_out(found))
    if every:
        return BOTH if found.clash.kind is ClashKind.SAME_ID and _may_be_both(found) else every.value[0]
    return choice_of(desk, "Which is to stand?", _offered(found))


def _way_out(found: FileClash) -> str:
    other = next((choice.value for choice in (ClashChoice.MINE, ClashChoice.THEIRS) if choice not in found.loses), "")
    keeps = f", --take {other} keeps them" if other else ""
    return f"goalctl sync at a terminal: e opens both in an editor{keeps}"


def _ask_whether_one_client(desk: Desk, found: FileClash) -> None:
    """Two people's plans are never made one; whose option decides about clashes has not said that."""
    client = PurePosixPath(found.name).stem
    hint = f"if they are two, give yours another id first: its file's name, and client: in it, {found.name}"
    if not desk.may_ask:
        raise TwoClientsError(f"nobody can say whether {client} is one client; your record is as it was", hint)
    if choice_of(desk, "One client?", {"y": "one client", "n": "two people"}) == "n":
        raise TwoClientsError(f"{client} is two people; your record is as it was", hint)


def _offered(found: FileClash) -> dict[str, str]:
    """The first one is what Enter takes: both, where nothing is lost by it."""
    sides = [letter for letter in (MINE, THEIRS) if _CHOICES[letter] not in found.loses]
    may = [*([BOTH] if _may_be_both(found) else []), *sides, EDIT]
    return {letter: _WORDS[letter] for letter in may}


def _may_be_both(found: FileClash) -> bool:
    if found.clash.kind is ClashKind.SAME_ID:
        return found.clash.place[0] != "sessions"
    return found.clash.can_be_both and not _would_be_void(found)


def _would_be_void(found: FileClash) -> bool:
    """Whether the answers or the record of risk that one wrote would stand in the entry, and count no more."""
    here, there = (bool(fields_in(side).get("void")) for side in (found.clash.mine, found.clash.theirs))
    return here != there and bool(found.loses)


def _give_another_id(desk: Desk, found: FileClash) -> None:
    """Mine gets the next id that is free on both sides; that is a change of its own, on record."""
    client = PurePosixPath(found.name).stem
    mine, theirs = (document_of(content, Plan).content for content in (found.mine, found.theirs))
    if mine is None or theirs is None:
        raise GoalctlError(f"{found.name} can't be read", "goalctl check")
    *owners, last = found.clash.place
    old = f"{owners[-2]}.{last}" if last.startswith("i") else last
    new, file = next_free_id(mine, old, theirs), file_now(desk.root, client)
    renumber(desk.practice, file, mine, old, new, Trail(desk.today, desk.writer.name, TWO))
    desk.say(f"{client}: your {old} is {new} from now on; {old} is theirs")


def keep_texts(desk: Desk, decided: Decided, names: Container[str] | None = None) -> None:
    """Keep what was written in an editor and stands nowhere yet, of these files or of all; say where it is."""
    for key in [key for key in decided.texts if names is None or key[0] in names]:
        desk.say(_kept_words(rescue_text(desk.root, PurePosixPath(key[0]).stem, decided.texts.pop(key).decode())))


def _kept_words(name: str) -> str:
    return f"what you wrote is kept in {name}"


def _edited(desk: Desk, found: FileClash) -> bytes:
    """What the person's editor makes of both, once it can be read and the marks are gone; else it is kept and named."""
    marked = text = found.marked.decode(errors="replace").replace("\r\n", "\n")
    stem = PurePosixPath(found.name).stem
    name = f"{stem}-{os.urandom(3).hex()}.yaml"
    try:
        while True:
            text = text_from_editor(desk.root, name, text)
            if not (wrong := _wrong_with(found, text)):
                return text.replace("\n", "\r\n" if b"\r\n" in found.marked else "\n").encode()
            desk.say(wrong)
            _let_give_up(desk)
    except KeyboardInterrupt:
        if is_left(desk.root, name):
            desk.say(_kept_words(f"{OWN}/{RESCUED}/{name}"))
        elif text != marked:
            desk.say(_kept_words(rescue_text(desk.root, stem, text)))
        raise


def _let_give_up(desk: Desk) -> None:
    if choice_of(desk, "This can't stand.", {"e": "edit again", "g": "give up"}) == "g":
        raise KeyboardInterrupt


def _wrong_with(found: FileClash, text: str) -> str:
    """Why the text can't stand; empty where it can."""
    findings = document_of(text.encode(), Plan).findings if is_plan(found.name) else ()
    marks = "the marks are still in it" if "<<<<<<<" in text else ""
    return findings_text((found.name, finding) for finding in findings) or marks
