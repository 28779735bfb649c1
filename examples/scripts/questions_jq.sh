#!/bin/sh
# Four questions for jq: sh questions_jq.sh FOLDER
set -eu
cd "$1"

echo "1. What is overdue, by clinician, and how late is the oldest?"
jq -r '.due | map(select(.overdue)) | group_by(.clinician)[]
    | "\(.[0].clinician): \(length), the oldest \(-(map(.days) | min)) days"' due.json

echo "2. Which active clients were not seen for two weeks?"
jq -r 'def daynumber: (strptime("%Y-%m-%d") | mktime) / 86400;
    (.as_of | daynumber) as $today | .caseload[]
    | select(.status == "active" and .last_seen != null)
    | ($today - (.last_seen | daynumber)) as $days
    | select($days >= 14) | "\(.client): \($days) days"' caseload.json

echo "3. Which active clients have no next appointment?"
jq -r '[.caseload[] | select(.status == "active" and .next == null) | .client] | join(", ")
    | if . == "" then "nobody" else . end' caseload.json

echo "4. Who has to sign what?"
jq -r '.due[] | select(.kind == "signature") | "\(.clinician): \(.client), \(.what)"' due.json
