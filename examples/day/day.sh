#!/bin/sh
# One clinic day, Tuesday 23 June 2026, with eight of the shipped clients, told in goalctl commands.
# It works on a copy of the shipped caseload in a new folder, or in the empty folder that is named: sh day.sh FOLDER
set -eu

shipped=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
cp -R "$shipped/plans" "$shipped/goalctl.yaml" "$folder/"
cd "$folder"

at() {
    printf '\n# %s\n' "$*"
}

g() {
    printf '$ goalctl%s\n' "${*:+ $*}"
    goalctl --today 2026-06-23 --no-input "$@" 2>&1
}

at "8:50 what the day asks for; one file has a slip, which is named first"
g || test $? -eq 3

at "9:00 c-z64f: the risk follow-up of 5 June has passed, so it comes first"
g prep c-z64f
g log-session c-z64f g1=3 g1.1=4 g2=3 g2.1=6 --time 9:00-9:45 --place office --cpt 90834 --by s.lee \
    --form phq-9=1,1,2,1,1,1,1,1,0 --done h10=yes --note "The crane is painted. Sleeps better since physiotherapy." --next +2w
g risk c-z64f --asked-because "the follow-up of 26 May" --ideation none --plan no --intent no --behaviour none \
    --protective "his son" --protective "his sister" --level low --done "safety plan reviewed" --by s.lee \
    --follow-up 2026-07-07

at "10:00 c-p3vd: the deadline of May has passed; he wants the summer for it"
g prep c-p3vd
g log-session c-p3vd g1=0 g1.2=70 --time 10:00-10:45 --place office --cpt 90834 --done h9=yes \
    --note "One outburst in a week, and he left the room first." --homework "g1.2: Time-out before the evening call" --next +2w
g extend c-p3vd g1 2026-08-28 --because "the site was short of two people in May" --with client

at "11:00 c-m2x9: nothing to look at, and that is good"
g log-session c-m2x9 g1.1=5 g1.2=7 g2=45 g2.1=4 --time 11:00-11:50 --place video --cpt 90834 --by s.lee \
    --done h10=partly --note "Two evenings without the laptop in sight." --next +2w

at "12:00 c-58tz: item 9 is endorsed again; what was asked and decided goes on record at once"
g prep c-58tz
g log-session c-58tz g1=26 g1.1=4 g1.2=60 --time 12:00-12:50 --place office --cpt 90834 --by s.lee \
    --form phq-9=2,2,2,1,1,2,1,1,1 --note "Misses his friend; rode with the group all the same." --next +1w
g risk c-58tz --asked-because "PHQ-9 item 9" --ideation passive --plan no --intent no --means "none at hand" \
    --behaviour none --protective "the cycling group" --level low --done "safety plan written together" \
    --consulted m.kowalski --by s.lee --follow-up +1w

at "14:00 c-2rj5 does not come"
g log-session c-2rj5 --kind no-show --time 14:00-14:50 --note "Rang twice, left a message." --next +1w

at "15:00 c-4hq8: a last look at the scale before the driving goal begins"
g log-session c-4hq8 g1=92 g1.1=4 --time 15:00-15:50 --place office --cpt 90834 --form gad-7=6 --done h9=yes \
    --note "Drove home at five." --next +2w

at "16:00 c-kx07: the diary of the week first, then the session"
g diary c-kx07 g1.1 1010011 --from 2026-06-17
g log-session c-kx07 g1=5.2 g1.1=4 g1.2=3 --time 16:00-16:50 --place video --cpt 90834 --by s.lee --done h9=partly \
    --note "Up at 6:30 on four days. The clinic has a place in July." --next +2w

at "17:00 c-7f3k, and a slip of the pen that is put right: five days, not six"
g log-session c-7f3k g1.1=6 --time 17:00-17:53 --place office --cpt 90837 --form phq-9=1,1,1,1,1,1,1,0,0 --done h11=yes \
    --note "Ran with the dog twice, once with a friend." --next +2w
g amend c-7f3k last scores.g1.1=5 --because "he counted one of the days twice"
g sign c-7f3k last

at "17:55 what is left for tomorrow"
g due c-7f3k
g || test $? -eq 3
