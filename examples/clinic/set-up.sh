#!/bin/sh
# A workspace for one team, kept in another place too, and with a KEY locked there by git-crypt.
#
#     sh set-up.sh TEAM REMOTE [KEY]
#
# TEAM is the new folder, REMOTE where git keeps the second copy (a folder that is not there yet becomes one), KEY the
# file that the key is written to: outside the workspace, for no mail and no repository.
set -eu
umask 077

team=${1:?the new folder}
remote=${2:?where the second copy is kept}
key=${3:-}

case $remote in
*:*) ;;
*) remote=$(mkdir -p "$(dirname "$remote")" && cd "$(dirname "$remote")" && pwd)/$(basename "$remote") ;;
esac

goalctl init --git "$team"
if [ -n "$key" ]; then
    key=$(cd "$(dirname "$key")" && pwd)/$(basename "$key")
    cd "$team"
    git-crypt init
    # Before the first plan, or git has it in plain text for good.
    { printf 'plans/** filter=git-crypt diff=git-crypt\n'; printf 'notes/** filter=git-crypt diff=git-crypt\n'
      printf 'plans/plan.schema.json !filter !diff\n'; cat .gitattributes; } > .gitattributes.new
    mv .gitattributes.new .gitattributes
    git add .gitattributes
    git commit --quiet --message "plans and notes are locked" -- .gitattributes
    git-crypt export-key "$key"
    cd - > /dev/null
fi

case $remote in
*:*) ;;
*) [ -e "$remote" ] || git init --quiet --bare --initial-branch="$(git -C "$team" symbolic-ref --short HEAD)" "$remote" ;;
esac
git -C "$team" remote add origin "$remote"
goalctl -C "$team" sync
echo "each of the team: sh join.sh $remote $team${key:+ KEY}"
