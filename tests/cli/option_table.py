"""Makes what TAB and `man` read, of what Typer and the models know: `python -m tests.cli.option_table`."""

from goalctl.cli.commands.explain import PAGES
from goalctl.cli.completion.candidates import EXPLAINED
from goalctl.cli.completion.option_names import ROOT, TABLE
from goalctl.cli.table import COMMANDS
from goalctl.cli.with_typer import built, real_command
from goalctl.model.keys.find import FILES, places_in
from goalctl.workspace.check.codebook import codebook
from goalctl.workspace.shelves.kinds import PROFILES
from tests.cli.man_page import write_manual


def option_table():
    """A paragraph for each command: name and summary, then each option; = where a value follows, with its choices."""
    commands = {ROOT: (built(), "")}
    for entry in COMMANDS:
        command = real_command(entry)
        commands[entry.name] = (command, entry.summary)
        inner = getattr(command, "commands", {})
        commands |= {f"{entry.name} {name}": (one, one.get_short_help_str(200)) for name, one in inner.items()}
    return "\n".join(_paragraph(name, *told) for name, told in commands.items())


def _paragraph(name, command, summary):
    lines = [f"{name}\t{summary}", *(line for param in command.params for line in _lines(param))]
    return "".join(f"{line}\n" for line in [*lines, "--help\t\tShow what can stand here."])


def _lines(param):
    for option in [*param.opts, *param.secondary_opts]:
        if option.startswith("--"):
            yield f"{option}\t{'' if param.is_flag else f'={_choices(param)}'}\t{' '.join((param.help or '').split())}"


def _choices(param):
    return "|".join(str(getattr(one, "value", one)) for one in getattr(param.type, "choices", ()))


def explained():
    """What `explain` takes: kinds of files and pages; below an empty line every code, then every key."""
    keys = sorted({place.dotted for file in FILES for place in places_in(file)})
    return "\n".join([*FILES, *PAGES, PROFILES.folder, "", *codebook(), *keys, ""])


if __name__ == "__main__":
    TABLE.write_text(option_table(), encoding="utf-8")
    EXPLAINED.write_text(explained(), encoding="utf-8")
    write_manual()
