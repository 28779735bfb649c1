#!/bin/sh
# Somebody leaves: the record goes on in a new repository, with a new key, in a new place. What the leaver has stays
# readable to them: a clone holds everything, and git-crypt can't take a key back.
#
#     sh leaver.sh OLD NEW REMOTE ARCHIVE [KEY]
#
# OLD is the workspace up to now, NEW the folder it goes on in, REMOTE the new place, ARCHIVE a folder for a copy of the
# old record with its history, KEY the file for the new key.
set -eu
umask 077

old=${1:?the workspace up to now}
new=${2:?the new folder}
remote=${3:?the new place}
archive=${4:?a folder for the copy of the old record}
key=${5:-}
here=$(cd "$(dirname "$0")" && pwd)

if grep -r -q -a GITCRYPT "$old/plans"; then
    echo "$old is locked; first, in it: git-crypt unlock KEYFILE" >&2
    exit 1
fi
goalctl -C "$old" sync      # what others did is in it by now, and nothing waits
goalctl -C "$old" backup "$archive"

sh "$here/set-up.sh" "$new" "$remote" ${key:+"$key"}
for name in goalctl.yaml plans notes forms planners templates; do
    if [ -e "$old/$name" ]; then cp -Rp "$old/$name" "$new/"; fi   # names are found by the id in goalctl.yaml
done
goalctl -C "$new" doctor --fix
goalctl -C "$new" sync

cat << LIST

Now, by hand:
  1. Take the leaver's access to the old place away, and to this machine: account, SSH key, group.
  2. Give the new key to those who stay, hand to hand; each runs join.sh.
  3. Names: goalctl names share --end, then share them again with the new group.
  4. Delete the old clones of those who stay; the old record is in $archive, with the old key.
  5. Ask the leaver in writing to delete theirs, and note the day. Nothing can make sure of it.
  6. If they took it without leave, that is a breach: ask whoever answers for data protection, on that day.
LIST
