"""What every `--help` ends in: two or three lines that can be pasted, in the practice that `goalctl demo` makes.

Read by help and by the manual page alone. Each line runs in `tests/cli/test_help_examples.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from goalctl.cli.document_examples import DOCUMENTS_AND_LIBRARY

Examples: TypeAlias = tuple[tuple[str, str], ...]

EVERY_DAY: Examples = (
    ("goalctl", "the day: what needs an act, what needs attention first and why"),
    ("goalctl today", "who comes, with one line of preparation each"),
    ("goalctl prep CLIENT", "one screen before the session"),
    ("goalctl log-session CLIENT", "after it: scores, forms, note, homework"),
    ("goalctl risk CLIENT", "what was asked, found, decided, and when to follow up"),
    ("goalctl sign CLIENT", "the entries that are not signed yet"),
    ("goalctl due", "what is overdue and what is coming"),
    ("goalctl caseload", "every plan on a line, the reason beside it"),
)
"""What the root's help begins with: a day of README's, in its order."""

EXAMPLES: Mapping[str, Examples] = {
    "": (
        ("goalctl demo", "a practice of invented clients, to try everything on"),
        ("goalctl help log-session", "how a command is used, with examples"),
        ("goalctl --with-client show c-7f3k", "for a screen that the client sees"),
    ),
    "help": (
        ("goalctl help log-session", "the same as goalctl log-session --help"),
        ("goalctl help planners use", "a command of a group"),
        ("goalctl help --man", "the whole manual; goalctl help --man | man -l - shows it"),
    ),
    "init": (
        ("goalctl init practice", "settings, a folder for plans, schemas for editors"),
        ("goalctl init clinic --git", "every change is a commit, plans merge by meaning"),
    ),
    "demo": (
        ("goalctl demo", "into goalctl-demo, here"),
        ("goalctl demo try-it", "into another new folder"),
    ),
    "add-client": (
        ('goalctl add-client --problem "Low mood since the move"', "a new plan with a random id"),
        ("goalctl add-client c-new --template depression", "begun from a template"),
        ("goalctl add-client c-9wke2 --after c-9wke", "a new episode of somebody who was here before"),
    ),
    "names": (
        ("goalctl names add c-7f3k", "who it is: typed at prompts, kept outside the workspace"),
        ("goalctl names list", "all of them, on this terminal only"),
        ("goalctl names find", "asks for a name and tells whose id it is"),
    ),
    "names add": (
        ("goalctl names add c-7f3k", "asks for name, birth date, telephone and whom to call"),
        ("goalctl names add", "asks whose, then the same"),
    ),
    "names list": (("goalctl names list", "the names of this practice, on this terminal only"),),
    "names find": (("goalctl names find", "asks for a name and tells whose id it is"),),
    "names share": (
        ("goalctl names share clinic", "one file for everybody of the system's group clinic"),
        ("goalctl names share --end", "yours alone again"),
    ),
    "names export": (
        ("goalctl names export --to age -o names.age", "locked with a passphrase"),
        (
            "goalctl names export --to age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg -o names.age",
            "locked for the key of another machine",
        ),
    ),
    "names import": (
        ("goalctl names import names.age", "asks for the passphrase"),
        ("goalctl names import names.age --key key.txt", "with that machine's key"),
    ),
    "sync": (
        ("goalctl sync", "fetch, merge by meaning, push; told in clinical words"),
        ("goalctl sync --take mine", "in a script: yours, where two changes can't both stand"),
    ),
    "cover": (
        ("goalctl cover m.kowalski --by s.lee --from today --to +2w --because leave", "until then"),
        ("goalctl cover", "who covers whom"),
        ("goalctl cover m.kowalski --end", "it stops today"),
    ),
    "transfer": (
        ('goalctl transfer c-7f3k --to s.lee --because "moves to mornings" --anyway', "one client"),
        ("goalctl transfer --all --from s.lee --to m.kowalski --because leave --anyway", "all of one clinician's"),
    ),
    "backup": (
        ("goalctl backup ../copies", "a copy elsewhere, restored on trial at once"),
        ("goalctl doctor", "tells how old the last one is"),
    ),
    "forget": (
        ("goalctl forget c-9wke", "tells what would go, or until when it is kept, then asks"),
        (
            'goalctl forget c-9wke --because "moved away" --archive ../c-9wke.tar.gz --confirm c-9wke',
            "packed first, and not asked again",
        ),
    ),
    "edit": (
        ("goalctl edit c-7f3k", "the plan in your editor; checked before it is saved"),
        ('goalctl edit c-7f3k --because "typing error in the problem"', "with the reason on record"),
    ),
    "add-problem": (
        ('goalctl add-problem c-2rj5 "Sleeps four hours a night"', "in your own words"),
        ("goalctl add-problem c-2rj5 --from sleep/p1", "from a ready-made area; goalctl planners lists them"),
    ),
    "add-goal": (
        ("goalctl add-goal c-2rj5", "guided: wording, measure, deadline"),
        ("goalctl add-goal c-2rj5 --grow", "by the GROW questions, ending in a SMART goal"),
        ('goalctl add-goal c-2rj5 "Swims once a week" --by count --of swims --baseline 0 --target 1', "at once"),
    ),
    "grow": (
        ("goalctl grow c-2rj5", "goal, reality, options, will: a new goal"),
        ("goalctl grow c-2rj5 g1", "once more about one that is there"),
    ),
    "add-objective": (
        (
            'goalctl add-objective c-2rj5 g1 "Packs the bag on four evenings" --by count --of evenings --target 4',
            "at once",
        ),
        ("goalctl add-objective c-7f3k g1", "guided"),
    ),
    "set": (
        ('goalctl set c-7f3k g1 target=7 --because "9 was reached early"', "from and to stay on record"),
        ("goalctl set c-7f3k plan clinician=s.lee supervisor= --because leave", "of the plan itself"),
        ("goalctl set c-7f3k", "lists what can be set"),
    ),
    "mark": (
        ("goalctl mark c-7f3k g1 achieved --because agreed", "offers the next step from reserve"),
        ('goalctl mark c-7f3k g1.2 active --because "the first one holds"', "a step that waited begins"),
    ),
    "extend": (
        ('goalctl extend c-7f3k g1 +16w --because "two weeks of illness"', "the first deadline stays on record"),
        ('goalctl extend c-p3vd g1 +6w --because "school holidays"', "one that has passed"),
    ),
    "review": (
        ("goalctl review c-m2x9 --decision g1=continue --decision g2=continue", "of the whole plan"),
        ('goalctl review c-m2x9 g1 --decision g1=continue --note "close to the line"', "of one goal"),
    ),
    "agree": (
        ("goalctl agree c-7f3k --who client --how signed --where scanned", "signed on paper, and where that is"),
        ('goalctl agree c-7f3k --who client --how declined --because "wants a day to read"', "or not, and why"),
    ),
    "hold": (
        ('goalctl hold c-m2x9 --because "two months abroad"', "reviews alone fall due until resume"),
        ('goalctl hold c-4hq8 --date yesterday --because "a stay in hospital"', "since a day that has passed"),
    ),
    "resume": (
        ("goalctl resume c-n8gy", "deadlines and checkpoints are looked at anew"),
        ("goalctl resume c-n8gy --date yesterday", "treatment went on the day before"),
    ),
    "discharge": (
        ("goalctl discharge c-m2x9", "asks for an outcome of each goal"),
        ("goalctl discharge c-2rj5 --outcome g1=partly --outcome g2=partly --reason moved", "at once"),
    ),
    "explore": (
        ("goalctl explore c-2rj5 magic-wand", "question by question, with the client"),
        ("goalctl explore c-2rj5 perfect-day", "another exercise"),
    ),
    "log-session": (
        ("goalctl log-session c-7f3k", "guided: a few questions, then the note, drafted"),
        ('goalctl log-session c-7f3k g1.1=5 --form phq-9=8 --note "Ran twice." --next +2w', "at once"),
        ("goalctl log-session c-7f3k --kind no-show --date yesterday", "somebody who did not come"),
    ),
    "log-group": (
        ('goalctl log-group c-7f3k c-m2x9 --group tuesday --note "Round on sleep."', "one entry in each plan"),
        ("goalctl log-group c-7f3k c-m2x9 c-7f3k:g1.1=5 --group tuesday", "with one member's score"),
    ),
    "risk": (
        ("goalctl risk c-58tz", "guided"),
        ("goalctl risk c-58tz --concern suicide --ideation passive --follow-up +2d", "at once"),
        (
            'goalctl risk c-58tz --close suicide --because "with the crisis team since today"',
            "answered without asking: who looks after it now",
        ),
    ),
    "diary": (
        ("goalctl diary c-7f3k g1.1 1101110 --from -7d", "one figure a day"),
        ("goalctl diary c-7f3k g1.1=5", "one score, of today"),
    ),
    "today": (
        ("goalctl today", "risk first, then by the appointments in the notes"),
        ("goalctl today --clinician s.lee", "one clinician's"),
    ),
    "prep": (
        ("goalctl prep c-7f3k", "last note, homework, scores, risk, what is due"),
        ("goalctl --with-client prep c-7f3k", "for a screen that the client sees"),
    ),
    "amend": (
        ('goalctl amend c-7f3k last note="PHQ-9 8, counted again." --because "typing error"', "the original stays"),
        ('goalctl amend c-7f3k last scores.g1.1=4 --because "the client corrected it"', "a score of it"),
    ),
    "void": (
        ('goalctl void c-7f3k last --because "entered twice"', "it counts nowhere, and stays readable"),
        ('goalctl void c-7f3k last --other-client --because "not hers"', "and leaves every document"),
    ),
    "move": (
        ('goalctl move c-2rj5 last --to c-7f3k --because "wrong client"', "void here, a new entry there"),
        (
            'goalctl move c-2rj5 last --to c-7f3k --by m.kowalski --because "typed into the wrong plan"',
            "written by somebody else",
        ),
    ),
    "sign": (
        ("goalctl sign c-7f3k last", "the newest entry"),
        ("goalctl sign c-7f3k --all", "every one of them"),
        ("goalctl sign c-58tz last --by s.lee", "as somebody else than the practice's clinician"),
    ),
    "supervise": (
        ('goalctl supervise c-b1qs --about "PHQ-9 up 7"', "what to bring"),
        ("goalctl supervise --agenda m.kowalski", "what to talk over with one clinician"),
        ('goalctl supervise c-b1qs --done "sleep first"', "it was talked over"),
    ),
    "assess": (
        ("goalctl assess c-7f3k phq-9", "item by item, one key an answer"),
        ("goalctl assess c-7f3k phq-9 --answers 111110100", "at once"),
        ("goalctl assess c-7f3k gad-7 --total 6", "where only the total is known"),
    ),
    "crisis": (
        ("goalctl crisis c-58tz", "one screen for the call; at a terminal it then logs the contact"),
        ('goalctl crisis c-58tz --tried "two calls, left word" --told s.lee', "an attempt to reach out"),
    ),
    "caseload": (
        ("goalctl caseload", "what needs attention first, with the reason"),
        ('goalctl caseload --state "off track"', "risk stays, whatever it is narrowed to"),
        ("goalctl caseload --by-clinician --format csv", "for a spreadsheet"),
    ),
    "due": (
        ("goalctl due --within 4w", "overdue, and four weeks ahead"),
        ("goalctl due c-7f3k", "of one client"),
        ("goalctl due --overdue --format json", "for a program"),
    ),
    "show": (
        ("goalctl show c-7f3k", "the plan on one screen"),
        ("goalctl show c-7f3k --why", "with the rule behind each state"),
        ("goalctl show c-7f3k --at -10w", "as it was ten weeks ago"),
    ),
    "chart": (
        ("goalctl chart c-7f3k g1", "one goal, with target, deadline and aimline"),
        ("goalctl chart c-t6bn --overlay", "all goals on one axis"),
        ("goalctl chart c-7f3k --save chart.svg", "a picture; or .html, or .txt"),
    ),
    "find": (
        ("goalctl find sleep", "in goals, notes, linked files, answers, journals"),
        ("goalctl find brother c-7f3k", "of one client"),
    ),
    "history": (
        ("goalctl history c-7f3k", "every change, agreement and review, in clinical words"),
        ("goalctl history c-7f3k g1", "of one goal"),
    ),
    "check": (
        ("goalctl check", "every plan"),
        ("goalctl check plans/c-7f3k.yaml --audit outpatient", "as an auditor would ask"),
        ("goalctl check --severity error --format json", "for a program"),
    ),
    "doctor": (
        ("goalctl doctor", "what is wrong around the plans"),
        ("goalctl doctor --fix", "and mend what is safe to mend"),
    ),
    "explain": (
        ("goalctl explain C108", "why a rule exists, and its source"),
        ("goalctl explain goals.smart.measurable.by", "what a key is for"),
        ("goalctl explain settings", "every key of goalctl.yaml"),
    ),
    "undo": (
        ('goalctl set c-7f3k g1 priority=2 --because "g2 comes first"', "a change, whichever it was"),
        ("goalctl undo c-7f3k", "is taken back; once more, and the one before it is"),
    ),
    "redo": (
        ('goalctl set c-7f3k g1 priority=2 --because "g2 comes first"', "a change, whichever it was"),
        ("goalctl undo c-7f3k", "is taken back"),
        ("goalctl redo c-7f3k", "and is there again"),
    ),
    "upgrade": (
        ("goalctl upgrade --dry-run", "which plans are of an older format"),
        ("goalctl upgrade c-7f3k", "one plan, on purpose"),
    ),
    "renumber": (
        ('goalctl renumber c-7f3k g2 --because "two clones added a g2"', "the next free id"),
        ('goalctl renumber c-2rj5 g1 --because "two clones added a g1"', "in every place that names it"),
    ),
    "merge-plan": (
        ("goalctl merge-plan base.yaml ours.yaml theirs.yaml plans/c-7f3k.yaml", "as git calls it: %O %A %B %P"),
    ),
    "schema": (
        ("goalctl schema --write", "beside the plans, for editors"),
        ("goalctl schema --for form", "one of them, on stdout"),
    ),
    "completion": (
        ("goalctl completion bash", "what to put into ~/.bashrc, and how"),
        ("goalctl completion zsh", "for another shell"),
    ),
    **DOCUMENTS_AND_LIBRARY,
}
