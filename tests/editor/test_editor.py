"""Who edits by hand is told what a key is for, what may stand there, and what is wrong, by any editor."""

import shutil

import jsonschema
import pytest
from conversation import HOVERED, PLANTED, SHIPPED, TRANSCRIPT, TREE, conversation

from goalctl.documents.document import document_of
from goalctl.model.goal import Status
from goalctl.model.keys.find import FILES, keys_meant
from goalctl.model.schema import schema_of
from goalctl.model.session import Concern, Kind
from goalctl.workspace.shelves.schemas import stale_schemas

SERVER = shutil.which("yaml-language-server")
VALIDATORS = {kind: jsonschema.Draft202012Validator(schema_of(model)) for kind, model in FILES.items()}
SAID = TRANSCRIPT.read_text(encoding="utf-8").splitlines()


def said(beginning):
    return next(line.removeprefix(beginning) for line in SAID if line.startswith(beginning))


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault["name"])
def test_a_planted_mistake_is_refused_by_reader_and_schema_and_underlined(fault):
    read = document_of(fault["text"].encode(), FILES[fault["of"]])
    assert read.content is None
    assert not VALIDATORS[fault["of"]].is_valid(read.data)
    line = fault["text"][: fault["text"].index("# here")].count("\n") + 1
    assert said(f"planted, {fault['name']}: ").startswith(f"{line}: ")


@pytest.mark.parametrize("root", [TREE, TREE / "examples" / "worked"], ids=["plans", "worked"])
def test_the_schemas_that_ship_are_today_s(root):
    assert stale_schemas(root) == [], "goalctl schema --write, there"


def test_nothing_that_ships_is_underlined():
    assert [said(f"shipped, every {kind}: ") for kind in SHIPPED] == ["nothing is underlined"] * len(SHIPPED)


@pytest.mark.parametrize("word", ["supervisor", *(word.rstrip(":") for word in HOVERED)])
def test_hover_says_what_explain_says(word):
    told = said(f"hover {word}: ")
    assert any(place.key.text in told for place in keys_meant(word))
    assert "||" not in told


def test_only_words_that_may_stand_there_are_offered():
    assert said("completion of 'status:' on line 7: ") == ", ".join(Status)
    assert said("completion of 'kind:' on line 17: ") == ", ".join(Kind)
    assert said("completion of 'concern:' on line 19: ") == ", ".join(Concern)
    assert said("completion of 'in_client_control:' on line 11: ") == '"yes", "no"'


@pytest.mark.skipif(SERVER is None, reason="no yaml-language-server here; the transcript is of version 1.25.0")
def test_the_language_server_still_says_so(tmp_path):
    assert conversation(str(SERVER), tmp_path) == "\n".join(SAID) + "\n"
