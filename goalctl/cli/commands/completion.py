"""`goalctl completion`: how TAB learns the commands, clients and ids."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from goalctl.cli.declared import Argument
from goalctl.cli.desk import Desk


class Shell(StrEnum):
    """The shells that TAB works in."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


# bash parts words at `:` and `=`; they are put together again, and only what follows is handed back.
SCRIPTS = {
    Shell.BASH: """\
_goalctl() {
    local IFS=$'\\n' current=${COMP_WORDS[COMP_CWORD]} words=() word glued= n=-1 i before
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $n -ge 0 && ( -n $glued || $word == [:=]* ) ]]; then
            words[n]+=$word
        else
            n=$((n + 1))
            words[n]=$word
        fi
        [[ $word == *[:=] ]] && glued=1 || glued=
    done
    before=${words[n]%"$current"}
    [[ $current == [:=] ]] && before=${words[n]}
    COMPREPLY=( $(goalctl __complete "${words[@]}" 2>/dev/null) )
    COMPREPLY=( "${COMPREPLY[@]#"$before"}" )
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=:] ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -o default -F _goalctl goalctl
""",
    Shell.ZSH: """\
_goalctl() {
    local line word
    local -a open bare whole told
    for line in "${(@f)$(goalctl __describe "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        word=${line%%$'\\t'*}
        if [[ -z $word ]]; then
            continue
        elif [[ $word == *[/=:] ]]; then
            open+=($word)
        elif [[ $word == $line ]]; then
            bare+=($word)
        else
            whole+=($word)
            told+=("${(r:18:)word}  ${line#*$'\\t'}")
        fi
    done
    (( $#open )) && compadd -S '' -- $open
    (( $#bare )) && compadd -- $bare
    (( $#whole )) && compadd -l -d told -- $whole
    (( $#open + $#bare + $#whole )) || _files
}
compdef _goalctl goalctl
""",
    Shell.FISH: """\
function __goalctl_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -e words[1]
    goalctl __describe $words "$current" 2>/dev/null
end
complete -c goalctl -f -a '(__goalctl_complete)'
complete -c goalctl -n '__fish_seen_subcommand_from check import export questionnaire report worksheet' -F
""",
}
HINTS = {
    Shell.BASH: 'put this line into ~/.bashrc: eval "$(goalctl completion bash)"',
    Shell.ZSH: 'put this line into ~/.zshrc, below compinit: eval "$(goalctl completion zsh)"',
    Shell.FISH: "run once: goalctl completion fish > ~/.config/fish/completions/goalctl.fish",
}


def command(
    desk: Desk, shell: Annotated[Shell, Argument(metavar="SHELL", help="bash, zsh or fish.", show_default=False)]
) -> None:
    """Print the script that lets TAB complete commands, clients, ids and options."""
    desk.write(SCRIPTS[shell])
    desk.say(HINTS[shell])
