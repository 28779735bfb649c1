#!/bin/sh
# Somebody joins a team: a clone for this user alone, unlocked where there is a KEY.
#
#     sh join.sh REMOTE FOLDER [KEY]
set -eu
umask 077

remote=${1:?where the record is kept}
folder=${2:?the new folder}
key=${3:-}

git clone --quiet "$remote" "$folder"
if [ -n "$key" ]; then
    key=$(cd "$(dirname "$key")" && pwd)/$(basename "$key")
    (cd "$folder" && git-crypt unlock "$key")
fi
goalctl -C "$folder" doctor --fix
