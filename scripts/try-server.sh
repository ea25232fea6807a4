#!/usr/bin/env bash
# Does what docs/home-server.md says, as far as it goes without systemd and without being root: needs ./charla package before.
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=scripts/install.sh
. "$ROOT/scripts/install.sh"
WORK=$(mktemp -d)
SERVER=
trap 'kill $SERVER 2>/dev/null || true; rm -rf "$WORK"' EXIT
JAVA=$(find_jdk)/bin/java
export JAVA CHARLA_AOT_CACHE=$WORK/cache/charla.aot CHARLA_DATA_DIR=$WORK/data CHARLA_REGISTRATION=invite CHARLA_NAME=localhost

ok() { printf 'ok  %s\n' "$*"; }
wrong() { printf 'NOT %s\n' "$*" >&2; exit 1; }

command install -d "$WORK/opt"
command install -m 755 "$ROOT/server/packaging/charla-server" "$WORK/opt/"
command install -m 644 "$ROOT"/target/dist/charla-server-*.jar "$WORK/opt/charla-server.jar"

# start PORT: until it names its invite.
start() {
  "$WORK/opt/charla-server" --listen 127.0.0.1 --port "$1" >"$WORK/words" 2>&1 &
  SERVER=$!
  for _ in $(seq 300); do
    ! grep -q charla:// "$WORK/words" || return 0
    sleep 0.1
  done
  cat "$WORK/words"
  wrong "the server started"
}

stop() {
  kill "$SERVER"
  wait "$SERVER" || wrong "it ends with 0 after SIGTERM"
}

# ask PATH JSON [TOKEN]
ask() {
  curl -skf "https://localhost:$PORT/api/v1/$1" -H 'Content-Type: application/json' \
    ${3:+-H "Authorization: Bearer $3"} ${2:+-d "$2"}
}

start 0
[ -s "$CHARLA_AOT_CACHE" ] || wrong "the first start made a cache"
ok "it starts, and has made its AOT cache"
stop
ok "it ends with 0 after SIGTERM"
made=$(stat -c %Y "$CHARLA_AOT_CACHE")
start 0
[ "$made" = "$(stat -c %Y "$CHARLA_AOT_CACHE")" ] || wrong "the second start took the cache as it was"
PORT=$(sed -n 's/.*Address *localhost:\([0-9]*\).*/\1/p' "$WORK/words")
ok "it starts again with that cache"

token=$(ask users '{"username":"ana","displayName":"Ana","password":"correct horse battery","device":"one"}' |
  sed 's/.*"token":"\([^"]*\)".*/\1/') || wrong "the first person made an account"
invite=$("$WORK/opt/charla-server" --port "$PORT" invite | grep -o 'code=[^&]*' | head -n 1)
[ -n "$invite" ] || wrong "an invite was made"
! ask users '{"username":"eva","displayName":"Eva","password":"correct horse battery","device":"two"}' >/dev/null ||
  wrong "nobody comes in without an invite"
ask users '{"username":"eva","displayName":"Eva","password":"correct horse battery","device":"two","invite":"'"${invite#code=}"'"}' >/dev/null ||
  wrong "the second person made an account with the invite"
ok "two people have accounts, the second by an invite made beside the running server"
eva=$(ask 'users?query=eva' '' "$token" | sed 's/.*"id":"\([^"]*\)".*/\1/')
ask conversations '{"userId":"'"$eva"'"}' "$token" >/dev/null || wrong "the first person opened a conversation with the second"
ok "one finds the other and opens a conversation"
stop

# The older Compose of Debian 12 knows no name for the whole.
compose() {
  if docker compose version >/dev/null 2>&1; then
    docker compose -f "$ROOT/server/packaging/compose.yaml" "$@"
  elif command -v docker-compose >/dev/null; then
    grep -v '^name:' "$ROOT/server/packaging/compose.yaml" | docker-compose --project-directory "$ROOT/server/packaging" -f - "$@"
  else
    echo "--  the compose file was not looked at: there is no Docker Compose here"
    exit
  fi
}
CHARLA_NAME=localhost compose config -q
ok "the compose file is valid"
