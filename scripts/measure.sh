# shellcheck shell=bash
# How quick and how small Charla is: writes docs/performance.md. On a machine that does nothing else.

STARTS=7
TABLE=$ROOT/target/measure/table.md

# run_measure [STARTS] [SECONDS]: that many starts of each kind; idle figures after that many seconds.
run_measure() {
  [ "$(uname)" = Linux ] || fail "this needs Linux, whose /proc says how much a program takes"
  STARTS=${1:-$STARTS}
  local idle=${2:-300}
  run_package
  build_with_tests
  need_for_app
  [ -n "${DISPLAY:-}" ] || { need_for_screen && show_screen; }
  MEASURE=$ROOT/target/measure
  rm -rf "$MEASURE" && mkdir -p "$MEASURE"
  trap end_measured EXIT
  {
    echo "| what | measured | aim |"
    echo "|---|---|---|"
    measure_server_starts
    measure_app_starts
    measure_rest "$idle"
    measure_package
  } >"$TABLE"
  write_performance "$idle"
  say "Written to docs/performance.md:"
  cat "$TABLE"
}

show_screen() {
  local name=97
  Xvfb ":$name" -screen 0 1600x1000x24 >/dev/null 2>&1 &
  SCREEN=$!
  export DISPLAY=:$name
  until_true 10 test -S "/tmp/.X11-unix/X$name" || fail "no virtual display came up"
}

end_measured() {
  local process
  for process in ${MEASURED:-} ${RESTING:-} ${FILLED:-} ${SCREEN:-}; do kill "$process" 2>/dev/null; done
}

# until_true SECONDS COMMAND…: asks seldom, as asking takes processor time from what is measured.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt "$end" ] || return 1
    sleep 0.2
  done
}

now() { date +%s%3N; }

median() { sort -n | awk '{ all[NR] = $1 } END { print (NR % 2) ? all[(NR + 1) / 2] : int((all[NR / 2] + all[NR / 2 + 1]) / 2) }'; }

row() { printf '| %s | %s | %s |\n' "$1" "$2" "$3"; }

# repeat COMMAND…: the median of what it prints.
repeat() (
  set -o pipefail
  for _ in $(seq "$STARTS"); do "$@" || exit 1; done | median
)

megabytes() { awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$1/status"; }

# processor_use PID SECONDS: in percent of one processor. The scheduler counts nanoseconds, /proc/PID/stat only samples.
processor_use() {
  local before after
  before=$(processor_nanos "$1")
  sleep "$2"
  after=$(processor_nanos "$1")
  awk -v nanos=$((after - before)) -v s="$2" 'BEGIN { printf "%.1f", nanos / 1e7 / s }'
}

processor_nanos() { cat /proc/"$1"/task/*/schedstat | awk '{ sum += $1 } END { printf "%.0f", sum }'; }

measure_server_starts() {
  local opt=$MEASURE/opt plain cached
  mkdir "$opt" && tar -xzf "$DIST"/charla-server-*.tar.gz -C "$opt" --strip-components=1
  LAUNCHER=$opt/charla-server
  export JAVA=$JDK/bin/java CHARLA_AOT_CACHE=$MEASURE/server.aot
  plain=$(repeat server_start "$JAVA" -jar "$opt/charla-server.jar") || exit 1
  row "server jar to ready, \`java -jar\`" "$plain ms" ""
  server_start "$LAUNCHER" >/dev/null
  cached=$(repeat server_start "$LAUNCHER") || exit 1
  row "server to ready by its launcher, with its AOT cache" "$cached ms" "500 ms"
}

# Returns in the moment in which the server says how people reach it.
start_measured_server() {
  local line=
  exec 3< <(exec "$@" --data-dir "$MEASURE/server" --listen 127.0.0.1 --port 0 2>>"$LOG")
  MEASURED=$!
  until [[ $line == *charla://* ]]; do
    IFS= read -r -t 60 line <&3 || fail "the server did not start"
  done
}

end_measured_program() {
  kill "$MEASURED"
  wait "$MEASURED" 2>/dev/null
  MEASURED=
}

server_start() {
  local began
  began=$(now)
  start_measured_server "$@"
  echo $(($(now) - began))
  end_measured_program
}

# The app is the one that the .deb installs, where this one is installed; else the same image, which then learns its start here.
measure_app_starts() {
  local fresh filled
  APP=$(measured_app)
  fresh=$(repeat app_start fresh) || exit 1
  row "app cold start to a usable sign-in window" "$fresh ms" "1200 ms"
  fill_profile
  filled=$(repeat app_start filled) || exit 1
  row "app cold start to a main window with 200 conversations" "$filled ms" "1500 ms"
}

# Both rest at the same time. The app is signed in at another server, which holds the 200 conversations.
measure_rest() {
  start_measured_server "$LAUNCHER"
  RESTING=$MEASURED
  open_app "$MEASURE/filled/profile"
  sleep "$1"
  row "server resident, idle for $1 s" "$(megabytes "$RESTING") MB" "120 MB"
  row "server processor, idle" "$(processor_use "$RESTING" 30) %" "0.5 %"
  row "app resident, idle for $1 s" "$(megabytes "$MEASURED") MB" "200 MB"
  row "app processor, idle" "$(processor_use "$MEASURED" 30) %" "0.5 %"
  end_measured_program
}

measured_app() {
  local image=$MEASURE/image
  if [ -s /opt/charla/lib/app/charla.aot ] && cmp -s /opt/charla/lib/app/charla.jar "$STAGE/app/charla.jar"; then
    echo /opt/charla/charla
    return
  fi
  cp -a "$STAGE/image/charla" "$image"
  JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput='$image/lib/app/charla.aot'" timeout 120 "$image/bin/charla" \
    --rehearse --data-dir "$MEASURE/rehearsal" >>"$LOG" 2>&1
  # shellcheck disable=SC2016 # the launcher knows APPDIR
  [ ! -s "$image/lib/app/charla.aot" ] || echo 'java-options=-XX:AOTCache=$APPDIR/charla.aot' >>"$image/lib/app/charla.cfg"
  echo "$image/charla"
}

fill_profile() {
  mkfifo "$MEASURE/filled.in"
  app_java test
  "${APP_JAVA[@]}" charla.client.demo.FilledProfile "$MEASURE/filled" <"$MEASURE/filled.in" >"$MEASURE/filled.words" 2>>"$LOG" &
  FILLED=$!
  exec 4>"$MEASURE/filled.in"
  until_true 180 profile_is_done && grep filled "$MEASURE/filled.words" >/dev/null || fail "the profile was not filled"
}

profile_is_done() { grep filled "$MEASURE/filled.words" || ! kill -0 "$FILLED"; }

# app_start fresh|filled: from its start to the first frame that a person can use, by the time in its log.
app_start() {
  local began profile=$MEASURE/filled/profile
  [ "$1" = filled ] || { profile=$MEASURE/fresh && rm -rf "$profile"; }
  rm -rf "$profile/logs"
  began=$(now)
  open_app "$profile"
  echo $(($(date -d "$(sed -n 's/ .*The window is usable.*//p' "$profile/logs/charla.log")" +%s%3N) - began))
  end_measured_program
}

open_app() {
  "$APP" --data-dir "$1" >>"$LOG" 2>&1 &
  MEASURED=$!
  until_true 60 grep 'The window is usable' "$1/logs/charla.log" || fail "the app did not start"
}

measure_package() {
  local deb
  deb=$(ls "$DIST"/*.deb 2>/dev/null) || return 0
  row "size of the .deb" "$(($(stat -c %s "$deb") / 1000000)) MB" "80 MB"
}

write_performance() {
  local doc=$ROOT/docs/performance.md fresh=$MEASURE/performance.md
  sed '/^<!-- measured -->/,$d' "$doc" >"$fresh"
  {
    echo "<!-- measured -->"
    cat "$TABLE"
    echo
    echo "Medians of $STARTS starts, $(date -u +%F), on $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(nproc) processors,"
    echo "$(awk '/^MemTotal/ { printf "%d GB", $2 / 1048576 + 0.5 }' /proc/meminfo) of memory, Linux $(uname -r),"
    echo "$("$JDK/bin/java" -version 2>&1 | sed -n 2p), load $(cut -d' ' -f1 /proc/loadavg) at the end, display ${DISPLAY:-?}$([ -z "${SCREEN:-}" ] || echo ' (virtual, drawn by the processor)')."
  } >>"$fresh"
  mv "$fresh" "$doc"
}
