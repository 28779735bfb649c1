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


# bash parts words at `:` and `=`; they are put together again, and only what follows is handed back, with
# a backslash before each space unless a quote is open. Where nothing is offered, all three offer files.
SCRIPTS = {
    Shell.BASH: r"""_goalctl() {
    local IFS=$'\n' current=${COMP_WORDS[COMP_CWORD]} words=() word glued= n=-1 i before marks="[\\\\\"']"
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
    COMPREPLY=( $(goalctl __complete "${words[@]//$marks/}" 2>/dev/null) )
    COMPREPLY=( "${COMPREPLY[@]#"$before"}" )
    [[ $current != [\"\']* && ${COMPREPLY[0]} ]] && COMPREPLY=( $(printf '%q\n' "${COMPREPLY[@]}") )
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=:] ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -o default -F _goalctl goalctl
""",
    Shell.ZSH: r"""_goalctl() {
    local line word
    local -a open bare whole told
    for line in "${(@f)$(goalctl __describe "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        word=${line%%$'\t'*}
        if [[ -z $word ]]; then
            continue
        elif [[ $word == *[/=:] ]]; then
            open+=($word)
        elif [[ $word == $line ]]; then
            bare+=($word)
        else
            whole+=($word)
            told+=("${(r:18:)word}  ${line#*$'\t'}")
        fi
    done
    (( $#open )) && compadd -S '' -- $open
    (( $#bare )) && compadd -- $bare
    (( $#whole )) && compadd -l -d told -- $whole
    (( $#open + $#bare + $#whole )) || { compset -P '--*=' || true; _files; }
}
compdef _goalctl goalctl
""",
    Shell.FISH: r"""function __goalctl_offers
    set -l words (commandline -opc)
    set -l current (commandline -ct | string replace -ra "[\\\\\"']" '')
    set -e words[1]
    set -l offers (goalctl __describe $words "$current" 2>/dev/null)
    set -q offers[1]; or set offers (complete -C "'' "(commandline -ct))
    string join \n -- $offers
end
complete -c goalctl -f -a '(__goalctl_offers)'
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
