#!/usr/bin/env bash
# Rehearses a start of the app that ./charla package made, on the system it was made for: needs ./charla package before.
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=scripts/package.sh
. "$ROOT/scripts/package.sh"
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
LOG=$WORK/profile/logs/charla.log

ok() { printf 'ok  %s\n' "$*"; }
wrong() { cat "$WORK/words" "$LOG" && printf 'NOT %s\n' "$*" >&2; exit 1; }

case $(system) in
  linux) app=$STAGE/image/charla/bin/charla ;;
  mac) app=$STAGE/image/Charla.app/Contents/MacOS/Charla ;;
  windows) app=$STAGE/image/Charla/Charla.exe ;;
esac
JAVA_TOOL_OPTIONS=-Djavafx.verbose=true "$app" --rehearse --data-dir "$WORK/profile" >"$WORK/words" 2>&1 || wrong "it starts and ends"
[ "$(grep -c 'window is usable' "$LOG")" = 2 ] || wrong "it shows the form and the chats"
ok "it shows the form and the chats"
! grep UnsatisfiedLinkError "$WORK/words" || wrong "JavaFX finds its libraries where it looks first"
ok "JavaFX finds its libraries where it looks first"
! grep -E ' (WARN|ERROR) ' "$LOG" || wrong "nothing is missing"
ok "nothing is missing: the library for calls loads, the system's authorities can be read"
