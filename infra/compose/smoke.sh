#!/bin/sh
# smoke.sh ADDRESS: one lead through the gateway of a demonstration, from a prosecutor to the number that policies of two
# services give it. Ends with 1 where anything of that does not come.
set -eu
house=$1
token() {
  curl -fsS "$house/v1/session" -H 'content-type: application/json' -d "{\"person\":\"$1\"}" |
    sed 's/.*"token":"\([^"]*\)".*/authorization: Bearer \1/'
}
field() { sed "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/"; }

lead=$(curl -fsS "$house/v1/intake/leads" -H "$(token P-630103-li)" -H 'content-type: application/json' -d '{
  "unit": "630103", "source": "own_case", "type": "CFS", "subKind": "should_file",
  "title": "应当立案而不立案", "facts": "报案三个月，公安机关未作出是否立案的决定。",
  "supervisedBody": { "name": "西宁市公安局城中分局", "kind": "public_security" } }' | field id)
accepted=$(curl -fsS -X POST "$house/v1/intake/leads/$lead/accept-lead" -H "$(token P-630103-shi)" | field position)
matter=$(curl -fsS "$house/v1/intake/leads/$lead?after=$accepted" -H "$(token P-630103-li)" | field matter)
case $matter in
CFS-630103-*) echo "lead $lead became matter $matter" ;;
*)
  echo "lead $lead got no number: $matter" >&2
  exit 1
  ;;
esac
curl -fsS "$house/v1/reporting/matters/$matter?after=$accepted" -H "$(token P-630103-bai)" >/dev/null
echo "the ledger's service shows it"
