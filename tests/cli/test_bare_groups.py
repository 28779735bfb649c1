"""What a group of commands takes without one of them: an option of its list, a word, a slip; and words left unsaid."""

import pytest


@pytest.mark.parametrize("group", ["forms", "planners", "templates"])
@pytest.mark.parametrize("option", [["--format", "json"], ["--format=csv"], ["--format", "md"]], ids=" ".join)
def test_a_group_alone_takes_the_options_of_its_list(goalctl, group, option):
    assert goalctl(group, *option, status=0).out == goalctl(group, "list", *option, status=0).out


@pytest.mark.parametrize("group", ["forms", "planners", "templates"])
def test_the_help_of_a_group_stays_its_own(goalctl, group):
    assert goalctl(group, "--help", status=0).out.startswith(f"Usage: goalctl {group} [OPTIONS] COMMAND")
    assert goalctl(group, "--no-such", status=2).err.startswith("goalctl: No such option: --no-such\n")


def test_a_template_is_shown_by_its_name_alone_and_another_word_is_told_what_there_is(goalctl):
    assert goalctl("templates", "panic", status=0).out == goalctl("templates", "show", "panic", status=0).out
    told = goalctl("templates", "sleep", status=2).err
    assert told.startswith("goalctl: there is no sleep among the templates\n   hint: there are alcohol, anger, ")


@pytest.mark.parametrize(
    ("word", "hint"),
    [("kim", "goalctl names --help lists the commands"), ("lst", "did you mean goalctl names list?")],
)
def test_a_word_that_a_group_lacks_is_answered_from_that_group(goalctl, word, hint):
    assert goalctl("names", word, status=2).err == f"goalctl: No such command '{word}'\n   hint: {hint}\n"


@pytest.mark.parametrize(
    "line",
    [
        ["add-goal", "c-ab1", "…"],
        ["set", "c-ab1", "g1", "goal=Walks on four days", "--because", "…"],
        ["set", "c-ab1", "g1", "goal=Walks on four days", "--because=…"],
        ["set", "c-ab1", "plan", "functioning=…", "--because", "new"],
        ["set", "c-ab1", "g1", 'attainable={because: "…"}', "--because", "new"],
        ["set", "c-ab1", "plan", "strengths=[humour, …]", "--because", "new"],
        ["log-session", "c-ab1", "--note", "…"],
        ["supervise", "c-ab1", "--about", "…"],
        ["set", "c-ab1", "plan", "services+={type: …, minutes: 50, every: 1w, for: 26w}", "--because", "new"],
    ],
    ids=" ".join,
)
def test_a_hint_that_is_pasted_as_it_is_puts_no_dots_on_record(goalctl, plan_file, line):
    before = plan_file.read_bytes()
    told = goalctl(*line, status=2).err
    assert told == "goalctl: … stands for what only you can say\n   hint: write your own words where the … is\n"
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        ["log-group", "c-ab1", "c-ab2", "--note", "-"],
        ["risk", "c-ab1", "--concern", "suicide", "--ideation", "none", "--note", "-"],
        ["risk", "c-ab1", "--note=-"],
        ["review", "c-ab1", "--necessity", "-"],
        ["amend", "c-ab1", "last", "note=-", "--because", "typed wrong"],
        ["log-session", "c-ab1", "--response", "-"],
        ["supervise", "c-ab1", "--about", "-"],
        ["set", "c-ab1", "g1", "goal=Walks on four days", "--because", "-"],
        ["set", "c-ab1", "plan", "functioning=-", "--because", "told"],
        ["set", "c-ab1", "plan", "strengths+=-", "--because", "told"],
        ["set", "c-ab1", "g1", "goal=-", "--because", "told"],
        ["add-goal", "c-ab1", "-"],
        ["add-problem", "c-ab1", "-"],
        ["add-objective", "c-ab1", "g1", "-"],
        ["log-session", "c-ab1", "--note-form", "dap", "--note-part", "data=-"],
    ],
    ids=" ".join,
)
def test_a_dash_where_nothing_reads_what_is_piped_in_is_no_text(goalctl, plan_file, line):
    before = plan_file.read_bytes()
    told = goalctl(*line, given="A long story.\n", status=2).err
    assert "nothing reads what is piped in here, and '-' is no text" in told
    assert plan_file.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["log-session", "c-ab1", "g1.1=-"], "g1.1: '-' is not a number"),
        (["log-session", "c-ab1", "--form", "phq-9=-"], "--form phq-9: '-' can't be read as answers to PHQ-9"),
        (["diary", "c-ab1", "g1.1", "-", "--from", "today"], "no day has a score"),
    ],
    ids=["a score", "answers", "a day without one"],
)
def test_a_dash_that_stands_for_a_figure_is_told_as_that(goalctl, line, told):
    assert goalctl(*line, status=2).err.splitlines()[0] == f"goalctl: {told}"


def test_a_dash_as_an_answer_is_a_skip(goalctl):
    assert "NOT ANSWERED" in goalctl("forms", "try", "phq-9", "--answers", "q9=-", status=0).out


@pytest.mark.parametrize("line", [["log-session", "c-ab1", "--note", "-"], ["log", "c-ab1", "--note=-"]], ids=" ".join)
def test_the_note_of_a_session_is_read_from_a_pipe_with_a_mark_before_it_as_windows_writes_one(
    goalctl, plan_file, line
):
    goalctl(*line, given="\ufeffRang her sister.\nTwice.\n", status=0)
    assert "note: |-\n      Rang her sister.\n      Twice.\n" in plan_file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "note", ["Work, family, …", "[…] and then home", "He said: … nothing", "a {b, … c}", "left {so: …}"]
)
def test_dots_among_words_are_words(goalctl, note):
    goalctl("log-session", "c-ab1", "--note", note, status=0)
    goalctl("set", "c-ab1", "plan", f"functioning={note}", "--because", "new", status=0)


def test_dots_among_quoted_words_are_words(goalctl, plan_file):
    goalctl("set", "c-ab1", "plan", 'preferences=["asks: …, then listens", "a […] word"]', "--because", "new", status=0)
    assert "asks: …, then listens" in plan_file.read_text(encoding="utf-8")


def test_the_next_step_after_a_new_client_can_be_pasted(goalctl):
    told = goalctl("add-client", "c-zz9", "--problem", "Low mood", status=0).err
    assert told == "made plans/c-zz9.yaml\nnext: goalctl add-goal c-zz9\n"
    assert goalctl("add-goal", "c-zz9", status=2).err.startswith("goalctl: GOAL is missing\n")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("gad-7", "goalctl forms show gad-7"),
        ("PHQ-9", "goalctl forms show phq-9"),
        ("sleep", "goalctl planners show sleep"),
        ("grief", "goalctl planners show grief"),
        ("opioid-recovery", "goalctl templates show opioid-recovery"),
        ("off track", "goalctl show CLIENT --why tells which scores and rule stand behind the word"),
        ("montanna", "did you mean montana?"),
    ],
)
def test_what_is_no_rule_is_answered_by_the_command_that_tells_of_it(goalctl, word, hint):
    told = goalctl("explain", word, status=2).err
    assert told == f"goalctl: there is no code or key '{word}'\n   hint: {hint}\n"


def test_a_plan_that_is_not_there_is_a_file_that_is_not_there_and_no_wrong_id(goalctl):
    told = goalctl("check", "plans/c-xy1.yaml", status=2).err
    assert told.startswith("goalctl: plans/c-xy1.yaml: there is no such file or folder\n")
    assert goalctl("check", "plans/c-ab1.yaml").out == goalctl("check", "c-ab1").out


@pytest.mark.parametrize("line", [["show"], ["due"], ["prep"], ["log-session"], ["mark"]], ids=" ".join)
@pytest.mark.parametrize("word", ["plans/c-ab1.yaml", "./plans/c-ab1.yaml", "c-ab1.yaml", "C-AB1"])
def test_whoever_names_the_file_or_writes_capitals_is_told_the_id(goalctl, line, word):
    beside = {"log-session": ["g1=3"], "mark": ["g1", "achieved"]}
    assert goalctl(*line, word, *beside.get(line[0], []), status=3).err.endswith("\n   hint: did you mean c-ab1?\n")
