"""The files for editors do what they say: a line of findings becomes one entry with its place."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from goalctl.workspace.shelves.kinds import KINDS
from goalctl.workspace.shelves.schemas import schemas_of

EDITORS = Path(__file__).parent.parent / "examples" / "editor"
VIM = shutil.which("vim")
QUICKFIX = """\
set rtp+={editors}/vim
compiler goalctl
set makeprg=cat\\ told
silent make!
call writefile(map(getqflist(), {{_, e -> bufname(e.bufnr) . ':' . e.lnum . ':' . e.col . ': ' . e.type}}), 'list')
qa!
"""


def test_every_line_of_a_concise_check_is_a_problem_in_vs_code(goalctl, practice):
    pattern = json.loads((EDITORS / "vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"][0]["problemMatcher"][
        "pattern"
    ]
    lines = goalctl("check", "--format", "concise").out.splitlines()
    found = [re.fullmatch(pattern["regexp"], line) for line in lines]
    assert len(lines) == 6
    assert all(one and (practice / one[pattern["file"]]).is_file() for one in found)
    assert [one[pattern["severity"]] for one in found if one[pattern["code"]] == "C101"] == ["warning"]


def test_vs_code_finds_the_schema_of_every_kind_of_file(practice):
    for kind in KINDS:
        (practice / kind.folder).mkdir(exist_ok=True)
    named = json.loads((EDITORS / "vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert {name.removeprefix("./") for name in named} == set(schemas_of(practice))


@pytest.mark.skipif(VIM is None, reason="no vim here")
def test_vim_s_quickfix_has_one_entry_a_finding(goalctl, practice):
    checked = goalctl("check", "--format", "concise")
    (practice / "told").write_text(checked.out + checked.err, encoding="utf-8")
    (practice / "quickfix.vim").write_text(QUICKFIX.format(editors=EDITORS), encoding="utf-8")
    vim = [str(VIM), "-es", "-u", "NONE", "-N", "-S", "quickfix.vim"]
    subprocess.run(vim, cwd=practice, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=60, check=False)
    listed = (practice / "list").read_text(encoding="utf-8").splitlines()
    assert listed == [re.match(r".+?:\d+:\d+: \w", line)[0] for line in checked.out.splitlines()]
