"""Makes the manual page of what Typer, the table of commands and the examples know; written with the tables of TAB."""

import inspect

from goalctl import __version__
from goalctl.cli.commands.help import MANUAL
from goalctl.cli.examples import EVERY_DAY, EXAMPLES
from goalctl.cli.table import COMMANDS, PANELS
from goalctl.cli.with_typer import built, real_command

NOTHING = "\\&"  # which roff prints as that
SIGNS = str.maketrans({
    "\\": "\\e", "-": "\\-", "'": "\\(aq", '"': "\\(dq", "^": "\\(ha", "~": "\\(ti", "`": "\\(ga",
    "…": "...", "·": "\\(pc",
})  # fmt: skip
ABOUT = """\
.SH FILES
.TP
.I goalctl.yaml
The settings of a practice; it marks the folder that is a workspace. \\fBgoalctl explain settings\\fR tells every key.
.TP
.I plans/\\fIclient\\fP.yaml
One client's plan. \\fBgoalctl explain plan\\fR tells every key.
.SH ENVIRONMENT
.TP
.B NO_COLOR, FORCE_COLOR
No colours at a terminal; colours in a pipe too. \\fB\\-\\-color\\fR wins over both, NO_COLOR over FORCE_COLOR.
.TP
.B GOALCTL_PAGER, PAGER
What shows long output at a terminal: the first always, the second with \\fBpager: yes\\fR in goalctl.yaml.
.TP
.B EDITOR
What \\fBgoalctl edit\\fR opens.
.TP
.B GOALCTL_WORKSPACE, GOALCTL_TODAY
As the options \\fB\\-C\\fR and \\fB\\-\\-today\\fR.
.TP
.B GOALCTL_NAMES
The folder in which the clients' names are kept.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
There are findings.
.TP
.B 2
The command line does not fit the command.
.TP
.B 3
It could not be done, or the answer is incomplete because a plan could not be read.
.TP
.B 130
Stopped by Ctrl\\-C.
"""


def manual():
    """The page, in man's own macros."""
    root = built()
    parts = [
        f'.TH GOALCTL 1 "" "goalctl {__version__}" "goalctl"\n',
        ".SH NAME\ngoalctl \\- treatment plans as plain text\n",
        ".SH SYNOPSIS\n.B goalctl\n[\\fIoptions\\fR] \\fIcommand\\fR [\\fIwords\\fR]\n",
        f".SH DESCRIPTION\n{_paragraphs(root.help)}",
        f".SH EVERY DAY\n{''.join(_term(line, says) for line, says in EVERY_DAY)}",
        f".SH OPTIONS\n{_options(root)}",
        ".SH COMMANDS\n",
        *(_panel(panel) for panel in PANELS),
        ABOUT,
        f".SH EXAMPLES\n{_examples('')}",
        ".SH SEE ALSO\n.BR git (1)\n",
    ]
    return "".join(parts)


def _panel(panel):
    found = [entry for entry in COMMANDS if entry.panel == panel]
    return f'.SS "{_said(panel)}"\n' + "".join(_command(entry.name, real_command(entry)) for entry in found)


def _command(name, command):
    """How it is called, what it does, what it takes, examples; below it those of a group."""
    words = " ".join(param.metavar or param.name for param in command.params if param.param_type_name == "argument")
    inner = "".join(_command(f"{name} {one}", found) for one, found in getattr(command, "commands", {}).items())
    called = f"goalctl {name} {words}".rstrip()
    head = f".TP\n.B {_said(called)}\n"
    return f"{head}{_paragraphs(command.help)}.RS\n{_options(command)}{_examples(name)}.RE\n{inner}"


def _paragraphs(text):
    whole = [" ".join(part.split()) for part in inspect.cleandoc(text or "").split("\n\n")]
    return "\n.IP\n".join(_said(part) for part in whole) + "\n"


def _options(command):
    found = (param for param in command.params if param.param_type_name == "option")
    return "".join(_term(_option(param), " ".join((param.help or "").split())) for param in found)


def _option(param):
    value = "" if param.is_flag else f" {param.metavar or param.name.upper()}"
    return f"{', '.join([*param.opts, *param.secondary_opts])}{value}"


def _examples(name):
    return "".join(_term(line, says) for line, says in EXAMPLES[name])


def _term(term, says):
    return f".TP\n.B {_said(term)}\n{_said(says) or NOTHING}\n"


def _said(text):
    """The text as roff prints it: its own signs are escaped, and a point or quote at the beginning is one."""
    plain = text.translate(SIGNS)
    return f"{NOTHING}{plain}" if plain.startswith(".") else plain


def write_manual():
    """Put it beside the tables of TAB."""
    MANUAL.write_text(manual(), encoding="utf-8")
