#!/usr/bin/env bash
# Does what docs/home-server.md says, as far as it goes without systemd and without being root: needs ./charla package before.
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=scripts/install.sh
. "$ROOT/scripts/install.sh"
TMP=$(mktemp -d)
WORK="$TMP/a folder"
SERVER=
trap 'kill $SERVER 2>/dev/null || true; rm -rf "$TMP"' EXIT
JAVA=$(find_jdk)/bin/java
export JAVA CHARLA_AOT_CACHE=$WORK/cache/charla.aot CHARLA_DATA_DIR=$WORK/data CHARLA_REGISTRATION=invite CHARLA_NAME=localhost

ok() { printf 'ok  %s\n' "$*"; }
wrong() { printf 'NOT %s\n' "$*" >&2; exit 1; }

(cd "$ROOT/target/dist" && sha256sum -c --quiet SHA256SUMS) || wrong "the sums are those of the files"
mkdir -p "$WORK/opt"
tar -xzf "$ROOT"/target/dist/charla-server-*.tar.gz -C "$WORK/opt" --strip-components=1

# start PORT [CHANGE OF THE ENVIRONMENT…]: until it names its invite.
start() {
  env "${@:2}" "$WORK/opt/charla-server" --listen 127.0.0.1 --port "$1" >"$WORK/words" 2>&1 &
  SERVER=$!
  for _ in $(seq 300); do
    ! grep -q charla:// "$WORK/words" || return 0
    sleep 0.1
  done
  cat "$WORK/words"
  wrong "the server started"
}

uses_cache() { grep -z '^-XX:AOTCache=' "/proc/$SERVER/cmdline" >/dev/null; }
cache_made() { stat -c '%i %Y' "$CHARLA_AOT_CACHE"; }

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
ok "it starts from a folder with a space in its name, and has made its AOT cache"
stop
ok "it ends with 0 after SIGTERM"
made=$(cache_made)
# In another time zone: what the cache was made for is written down in no one's hours.
start 0 TZ=JST-9
[ "$made" = "$(cache_made)" ] && uses_cache || wrong "the second start took the cache as it was"
ok "it starts again with that cache"
stop

touch -d 2000-01-01 "$WORK/opt/charla-server.jar"
start 0
[ "$made" != "$(cache_made)" ] || wrong "another jar made another cache"
stop
echo spoilt >"$CHARLA_AOT_CACHE"
start 0
stop
ok "it starts with a cache that was made for another jar, and with a spoilt one"
rm -rf "$WORK/cache"
start 0 -u CHARLA_AOT_CACHE -u XDG_CACHE_HOME HOME=/proc
! grep -i 'cannot\|denied' "$WORK/words" || wrong "it says nothing of a cache that cannot be kept"
stop
start 0 -u CHARLA_AOT_CACHE -u XDG_CACHE_HOME -u HOME
! uses_cache || wrong "without a home there is no cache"
stop
ok "it starts where no cache can be kept"
"$WORK/opt/charla-server" --listen 127.0.0.1 --port 0 >/dev/null &
SERVER=$!
until pgrep -f AOTCacheOutput="$WORK" >/dev/null; do sleep 0.1; done
stop
! pgrep -f "$WORK" >/dev/null || wrong "a server that is stopped while it learns leaves nothing running"
ok "it ends with 0 also while it makes its cache, and leaves nothing running"

start 0
PORT=$(sed -n 's/.*Address *localhost:\([0-9]*\).*/\1/p' "$WORK/words")
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
echo 'a quiet harbour at dawn' | "$WORK/opt/charla-server" password eva >/dev/null
ask sessions '{"username":"eva","password":"a quiet harbour at dawn","device":"three"}' >/dev/null ||
  wrong "a new password opens the account"
ok "who lost a password gets a new one"
stop

# The older Compose of Debian 12 knows no name for the whole.
compose() {
  if docker compose version >/dev/null 2>&1; then
    (cd "$WORK/opt" && docker compose "$@")
  elif command -v docker-compose >/dev/null; then
    (cd "$WORK/opt" && grep -v '^name:' compose.yaml | docker-compose --project-directory . -f - "$@")
  else
    echo "--  the compose file was not looked at: there is no Docker Compose here"
    exit
  fi
}
CHARLA_NAME=localhost compose config -q
ok "the compose file is valid"
