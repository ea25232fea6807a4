# shellcheck shell=bash
# Words for the person who waits.

LOG=$ROOT/target/charla.log

say() { printf '%s\n' "$*"; }

fail() {
  printf 'charla: %s\n' "$*" >&2
  exit 1
}

# step WORDS COMMAND…: says at once what is done, then how long it takes; the command's output goes to the log.
step() {
  local words=$1 status=0 clock=
  shift
  if [ -t 1 ]; then
    show_seconds "$words" &
    clock=$!
  else
    say "$words …"
  fi
  "$@" >>"$LOG" 2>&1 || status=$?
  if [ -n "$clock" ]; then
    kill "$clock" 2>/dev/null
    wait "$clock" 2>/dev/null
    printf '\r\033[K'
    [ $status -ne 0 ] || say "$words: done"
  fi
  [ $status -ne 130 ] || exit 130
  [ $status -eq 0 ] || show_log "$words"
  return $status
}

show_seconds() {
  local began=$SECONDS
  while kill -0 $$ 2>/dev/null; do
    printf '\r\033[K%s … %d s' "$1" $((SECONDS - began))
    sleep 1
  done
}

show_log() {
  say "$1 failed. The end of $LOG:" >&2
  tail -n 40 "$LOG" >&2
}
