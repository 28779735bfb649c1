#!/bin/sh
# The plans c-run-*.yaml, as the commands of goalctl 0.1.0 wrote them. Run once, in an empty folder that is named, with
# that release on the path: sh commands.sh FOLDER. Session ids are random, so a second run gives other bytes.
set -eu

cd "$1"
export LC_ALL=C.UTF-8 NO_COLOR=1 COLUMNS=100

on() {
    GOALCTL_TODAY=$1
    export GOALCTL_TODAY
}

g() {
    goalctl --no-input "$@"
}

on 2026-01-05
g init .
printf 'format: 1\nclinician: r.ashby\nclinicians: {r.ashby: {name: R. Ashby, credential: LPC}, t.orme: {name: T. Orme}}\n' > goalctl.yaml

# c-run-full: from the first day to the discharge.
g add-client c-run-full --problem "Low mood since the winter" --problem "Rows at home" --diagnosis "F32.1 Depressive episode, moderate" \
    --value "being there for my girls" --value "no debts" --strength "gets up early" --barrier "night shifts: two a week"
g set c-run-full plan supervisor=t.orme review_every=60d discharge_criteria="PHQ-9 below 10, twice" --because "first plan"
g add-goal c-run-full "Fewer days lost to low mood" --specific "Uses two skills before noon" --by phq-9 --baseline 17 --target 9 \
    --because "did so in 2019" --value "being there for my girls" --in-their-words "I want my mornings back" --deadline 2026-06-30 \
    --checkpoint 2026-03-02 --checkpoint 2026-04-27 --term short --problem p1 --priority 1 --status active
g add-objective c-run-full g1 "Walks on four days a week" --by count --of "days walked" --per week --scale 0,7 --baseline 1 \
    --target 4 --deadline 2026-04-30 --status active --intervention "Activity scheduling; every 1w; for 12w"
g add-goal c-run-full "Calmer evenings at home" --by rating --baseline 3 --target 7 --problem p2 --deadline 2026-07-31 \
    --not-in-client-control --status active --priority 2
g add-goal c-run-full "Back to choir" --by levels --level "-2=no thought of it" --level "-1=finds out the hours" \
    --level "0=goes once" --level "1=goes twice a month" --level "2=goes every week" --baseline -2 --target 0 --term long --serves g1
g log-session c-run-full g2=3 g2@clinician=4 g1.1=1 --kind intake --time 9:00-10:30 --place office --present client \
    --present "a sister: for the last half hour" --cpt 90791 --form phq-9=222212330 --note "Came early. Says: \"it is the dark\"." \
    --homework "g1.1: Walk on Tuesday" --homework "Write down what the evenings are like" --next +1w
g agree c-run-full --who client --who r.ashby --how signed --where "paper chart"
g sign c-run-full last
on 2026-01-12
g diary c-run-full g1.1 0101-10 --from 2026-01-06
g log-session c-run-full g2=4 g1.1=3 --time 9:00-9:50 --place video --minutes 45 --form gad-7=11 --done h1=yes --done h2=partly \
    --worked-on g1.1 --used g1.1.i1 --response "Planned the week aloud" --note "- one
- two: with a colon
# no comment" --next fri
g risk c-run-full --asked-because "phq-9 item 9" --ideation "passive, on two evenings" --plan no --intent no --means "none at hand" \
    --behaviour none --harm-to-others no --protective "the girls" --protective "her sister" --level low --done "safety plan written" \
    --consulted t.orme --follow-up 2026-01-19 --note "Asked again at the end"
g sign c-run-full last
g sign c-run-full last --by t.orme --role supervisor
on 2026-01-19
g assess c-run-full phq-9 --answers 2,2,1,1,1,2,2,2,1
g assess c-run-full gad-7 --total 9
g log-session c-run-full g2=5 --kind phone --place phone --minutes 20 --note yes
g amend c-run-full last scores.g1.1=2 --because "left out on the day"
g amend c-run-full last note="Rang from the bus." scores.g2=4.5 --because "misheard" --by t.orme
g log-session c-run-full g2=9 --note "Another client's entry" --kind journal
g void c-run-full last --because "belongs to another plan"
on 2026-02-02
g diary c-run-full g1.1=1 g2=6 --note "a good day: the first one"
g diary c-run-full <<'CSV'
date,id,score
2026-01-30,g1.1,1
2026-01-31,g1.1,0
2026-01-31,g2,5.5
CSV
g log-session c-run-full --kind no-show --note "~" --next +1w
on 2026-03-02
g review c-run-full --decision g1=continue --decision g2=change --note "g2 needs a smaller step" --necessity "still below the line" --next 3m
g set c-run-full g2 target=6 --because "7 was the best day of the year" --with client
g set c-run-full g1.1 by=percent of= per= scale= baseline=20 target=60 --because "he counts in shares" --with client
g extend c-run-full g1 2026-08-31 --because "two weeks of flu" --with client
g log-session c-run-full g2=6 g1.1=4 --form phq-9=111111110 --form ors=21.5 --note-form soap --note-part subjective="Less tired" \
    --note-part objective="Bright" --note-part assessment="Better" --note-part plan="Go on" --time 09:00
on 2026-03-09
g hold c-run-full --because "away for a month"
on 2026-04-13
g resume c-run-full
g mark c-run-full g1.1 achieved --because "four days, three weeks running"
g log-session c-run-full g2=7 --form phq-9=8 --time 9:00-9:45 --done h2=no
on 2026-06-29
g log-session c-run-full g2=7.25 --form phq-9=010101000
g sign c-run-full --all
g discharge c-run-full --outcome g1=achieved --outcome g2=partly --reason "goals reached" --aftercare "the group on Tuesdays; call when sleep goes" \
    --open-risk "handed to the family doctor"

# c-run-next: a new episode, from the library and a template.
on 2026-07-06
g add-client c-run-next --after c-run-full --problem "Low mood again"
g add-goal c-run-next --from depression/g1 --with-objectives --fill "activity=walk" --deadline 12w --status active
g explore c-run-next magic-wand wish1="sleep at night" wish2="ring my brother"
g explore c-run-next perfect-day today="Up at seven: coffee" in_a_year="Up at seven, and no dread"
g log-session c-run-next --long-note --note "A long one
in two lines" --time 11:00-11:50
g agree c-run-next --who client --how declined --because "wants to think"
g agree c-run-next --who guardian --how verbal

# c-run-a, c-run-b: a group.
for client in c-run-a c-run-b; do
    g add-client "$client" --opened 2026-07-01
    g add-goal "$client" "Says one thing in every meeting" --by done --baseline 0 --target 1 --status active --deadline 3m
    g add-goal "$client" "Keeps what was reached" --by number --of cigarettes --unit "a day" --scale 0, --baseline 5 --target 5 --keep 12w \
        --better lower --status active
done
g log-group c-run-a c-run-b c-run-a:g1=1 c-run-b:g1=0 --group tuesday --note "Seven came" --response c-run-a="Spoke first" \
    --time 18:00-19:30 --place other --cpt 90853 --next +1w
g void c-run-b last --because "left before it began"
