#!/usr/bin/env bash
# The walkthrough of docs/setup.md, from an app registration to a SELECT, with the CDF emulator in the place of CDF and
# Entra ID. Needs curl. Usage: docs/setup-emulator.sh [COMMAND ...]
# Runs COMMAND with PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE set, psql without one, then stops everything.
set -euo pipefail

docs=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
read -ra gateway <<<"${GATEWAY_COMMAND:-$docs/../gateway}"
directory=$(mktemp -d)
processes=()

finish() {
    if [ ${#processes[@]} -gt 0 ]; then
        kill "${processes[@]}" 2>/dev/null || true
        wait "${processes[@]}" 2>/dev/null || true
    fi
    rm -rf "$directory"
}
trap finish EXIT

step() {
    printf '\n== %s\n' "$*"
}

token_of() {
    curl -sS --fail "$CDF_TOKEN_URL" --data-urlencode grant_type=client_credentials --data-urlencode "client_id=$1" \
        --data-urlencode "client_secret=$2" --data-urlencode "scope=$CDF_URL/.default" |
        sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}

step 'The place of CDF and Entra ID: the emulator'
exec {cdf}< <(exec "${gateway[@]}" emulator --port=0 --control-port=0 --scale=10)
processes+=($!)
while [ -z "${CDF_CLIENT_SECRET:-}" ] && IFS= read -r line <&"$cdf"; do
    case $line in CDF_*=*) export "${line?}" ;; esac
done
[ -n "${CDF_CLIENT_SECRET:-}" ]

step '1. and 2. In Entra ID: an app registration with a secret, and a group with the app in it'
entra_group=9f3b2c1e-0000-4000-8000-5a1d2e3f4a5b
app_secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
curl -sS --fail -o /dev/null -X PUT "$CDF_CONTROL_URL/clients/sql-app" \
    -d "{\"secret\": \"$app_secret\", \"groupIds\": [\"$entra_group\"]}"

step '3. In CDF: a group with capabilities, linked to the group in Entra ID'
sed "s/OBJECT_ID_OF_THE_ENTRA_GROUP/$entra_group/" "$docs/setup-group.json" |
    curl -sS --fail -o /dev/null "$CDF_URL/api/v1/projects/$CDF_PROJECT/groups" \
        -H "Authorization: Bearer $(token_of "$CDF_CLIENT_ID" "$CDF_CLIENT_SECRET")" \
        -H 'Content-Type: application/json' --data-binary @-

step '4. The gateway'
cat >"$directory/gateway.properties" <<END
gateway.cdf.url = $CDF_URL
gateway.listen.address = 127.0.0.1
gateway.listen.port = 0
gateway.listen.plain-text-allowed = true
gateway.http.port = 0
gateway.http.plain-text = true
gateway.state-dir = $directory/state
END
exec {log}< <(exec "${gateway[@]}" serve --config "$directory/gateway.properties" 2>&1)
processes+=($!)
while [ -z "${GATEWAY_URL:-}" ] && IFS= read -r line <&"$log"; do
    case $line in
    *'ready: SQL on '*)
        PGPORT=$(sed 's/.*SQL on [^,]*:\([0-9]*\),.*/\1/' <<<"$line")
        GATEWAY_URL=http://127.0.0.1:$(sed 's/.*HTTP on .*:\([0-9]*\)$/\1/' <<<"$line")
        ;;
    *) printf '%s\n' "$line" ;;
    esac
done
[ -n "${GATEWAY_URL:-}" ]
cat <&"$log" >"$directory/gateway.log" &
processes+=($!)

step '5. to 7. A token, a CDF session, its nonce, and the gateway user'
export GATEWAY_URL CDF_CLIENT_ID=sql-app CDF_CLIENT_SECRET=$app_secret
user=$("${gateway[@]}" users create --new-session --json)
field() {
    sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/" <<<"$user"
}
PGUSER=$(field username)
PGPASSWORD=$(field password)
"${gateway[@]}" users show "$PGUSER"

step '8. SQL'
export PGHOST=127.0.0.1 PGPORT PGUSER PGPASSWORD PGDATABASE=$PGUSER PGSSLMODE=disable
if [ $# -gt 0 ]; then
    "$@"
else
    psql -c 'SELECT count(*) FROM assets'
fi
