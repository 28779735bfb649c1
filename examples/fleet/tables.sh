#!/bin/sh
# The tables of every clinic, anew: sh tables.sh clinics warehouse
#
# Each clinic is a workspace in the first folder; its tables go to a folder of its name in the second, where they take the
# place of the last ones in one step. Ends with 3 when a plan could not be read, as goalctl does.
set -eu

clinics=${1:?say where the clinics are} warehouse=${2:?say where the tables go} status=0
mkdir -p "$warehouse"
for clinic in "$clinics"/*/goalctl.yaml; do
    name=$(basename "$(dirname "$clinic")")
    goalctl -C "$clinics/$name" export --format parquet -o "$warehouse/$name" --force || status=$?
done
exit "$status"
