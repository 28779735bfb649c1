"""`goalctl completion`: how TAB learns the commands, clients and ids."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from goalctl.cli.desk import desk_of


class Shell(StrEnum):
    """The shells that TAB works in."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


SCRIPTS = {
    Shell.BASH: """\
_goalctl() {
    local IFS=$'\\n'
    COMPREPLY=( $(goalctl __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) )
}
complete -o default -F _goalctl goalctl
""",
    Shell.ZSH: """\
_goalctl() {
    local -a found
    found=("${(@f)$(goalctl __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    [[ -n "$found" ]] && compadd -- $found
}
compdef _goalctl goalctl
""",
    Shell.FISH: """\
complete -c goalctl -f -a '(goalctl __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
""",
}
HINTS = {
    Shell.BASH: 'put this line into ~/.bashrc: eval "$(goalctl completion bash)"',
    Shell.ZSH: 'put this line into ~/.zshrc, below compinit: eval "$(goalctl completion zsh)"',
    Shell.FISH: "run once: goalctl completion fish > ~/.config/fish/completions/goalctl.fish",
}


def command(
    ctx: typer.Context, shell: Annotated[Shell, typer.Argument(help="bash, zsh or fish.", show_default=False)]
) -> None:
    """Print the script that lets TAB complete commands, clients, ids and options."""
    desk = desk_of(ctx)
    desk.write(SCRIPTS[shell])
    desk.say(HINTS[shell])
