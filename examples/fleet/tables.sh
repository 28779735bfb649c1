#!/bin/sh
# The tables of every clinic, anew: sh tables.sh clinics warehouse
#
# Each clinic is a workspace in the first folder; its tables go to a folder of its name in the second, where they take the
# place of the last ones in one step. One that two names lead to is taken once. Ends with 3 when a plan could not be read, as
# goalctl does, and when the second folder has tables that no clinic is behind: who counts there counts them.
set -eu
trap 'exit 130' INT

clinics=${1:?say where the clinics are} warehouse=${2:?say where the tables go} status=0 places=/ names=/
mkdir -p "$warehouse"
for clinic in "$clinics"/*; do
    [ -e "$clinic/goalctl.yaml" ] || [ -e "$clinic/plans" ] || continue
    name=$(basename "$clinic")
    place=$(cd "$clinic" 2>/dev/null && pwd -P) || place=$name
    case $places in *"//$place//"*) continue ;; esac
    places=$places/$place// names=$names/$name/
    goalctl -C "$clinic" export --format parquet -o "$warehouse/$name" --force || status=$?
done
if [ "$names" = / ]; then
    echo "$clinics: there is no clinic in it" >&2
    status=3
fi
for tables in "$warehouse"/*/; do
    name=$(basename "$tables")
    case $names in *"/$name/"*) continue ;; esac
    if [ -d "$tables" ]; then
        echo "$warehouse/$name: there is no such clinic (any more), but its tables are still counted" >&2
        status=3
    fi
done
exit "$status"
