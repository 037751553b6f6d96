#!/usr/bin/env bash
# Starts both programs of the package that ./tutti installer made, and checks that they work together: the server
# alone says ready and is healthy; the app, on a screen or a virtual one, opens and starts the bundled server itself.
set -euo pipefail

image=$(cd "$(dirname "$0")" && pwd)/target/image/tutti
[[ -d $image.app ]] && image=$image.app/Contents && bin=$image/MacOS || bin=$image/bin
work=$(mktemp -d)
started=()

finish() {
    # The app first: it would start its server again.
    for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; done
    wait || true
    for pid in $(card 's/.*"pid":\([0-9]*\).*/\1/p'); do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap finish EXIT

# card EXPRESSION: what sed finds in the bundled server's description of itself.
card() { find "$work" -path '*home*' -name server.json -exec sed -n "$1" {} + 2>/dev/null; }

fail() {
    echo "check: $1" >&2
    shift
    for file in "$@"; do cat "$file" >&2; done
    exit 1
}

# await SECONDS WHAT COMMAND...: until the command succeeds.
await() {
    local deadline=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        ((SECONDS < deadline)) || fail "waited in vain for $what" "$work"/*.log
        sleep 0.2
    done
}

# get ADDRESS PATH: the body of an HTTP answer.
get() {
    local host=${1%:*} port=${1##*:}
    exec 3<>"/dev/tcp/$host/$port" || return 1
    printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
    cat <&3
    exec 3>&-
}

address() { sed -n 's/.*http=http:\/\/\([^ /]*\).*/\1/p' "$work/server.log"; }
healthy() { get "$1" /healthz | head -n 1 | grep -q ' 200 '; }

# Whether the app is in a room of the server that it started.
joined() {
    local http
    http=$(card 's/.*"http":"http:\/\/\([^"/]*\)".*/\1/p')
    [[ -n $http ]] && get "$http" /api/sessions 2>/dev/null | grep -q '"members":1,"name":"First light"'
}

echo "check: the server alone"
"$bin/tutti-server" --data "$work/data" --http-port 0 --ws-port 0 >"$work/server.log" 2>&1 &
started+=($!)
await 30 "the server's ready line" grep -q '^ready ws=ws://.* http=http://' "$work/server.log"
await 10 "its health" healthy "$(address)"
kill -TERM "${started[0]}"
wait "${started[0]}" || fail "the server did not end cleanly" "$work/server.log"
started=()

if [[ $(uname -s) == Linux && -z ${DISPLAY:-} ]]; then
    command -v Xvfb >/dev/null || fail "no screen and no Xvfb: the app cannot be checked"
    Xvfb -displayfd 4 -screen 0 1280x800x24 4>"$work/display" 2>"$work/screen.log" &
    started+=($!)
    await 10 "a virtual screen" test -s "$work/display"
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
fi
echo "check: the app, which starts the bundled server"
mkdir "$work/home"
HOME=$work/home XDG_DATA_HOME=$work/home/data XDG_CONFIG_HOME=$work/home/config \
    "$bin/tutti" >"$work/app.log" 2>&1 &
app=$!
started=("$app" ${started[@]+"${started[@]}"})
await 30 "the app in a room of the server that it starts" joined
kill -0 "$app" || fail "the app ended" "$work/app.log"
echo "check: both start"
