# shellcheck shell=bash
# Starts the programs. What is started here is ended here, by its process id.

SERVER=
APP=
SCREEN=

run_both() {
  build_app
  if ! has_display; then
    start_server
    say "There is no display here, so only the server runs. Ctrl+C ends it."
    wait "$SERVER"
    return
  fi
  need_for_app
  start_server
  say "Opening the app on it. Closing the app ends both."
  app_java app
  "${APP_JAVA[@]}" charla.client.Launcher "$LINK" >>"$LOG" 2>&1 &
  APP=$!
  wait "$APP"
}

run_server() {
  build_app
  as_installed
  exec "$ROOT/server/packaging/charla-server" "$@"
}

# The server starts here as it does where it is installed: with little memory and an AOT cache.
as_installed() { export JAVA=$JDK/bin/java CHARLA_JAR=$SERVER_JAR CHARLA_AOT_CACHE=$ROOT/target/server.aot; }

run_client() {
  build_app
  need_for_app
  app_java app
  exec "${APP_JAVA[@]}" charla.client.Launcher "$@"
}

# With a display for those who watch, and without one for its pictures.
run_demo() {
  build_with_tests
  need_for_app
  app_java test
  has_display && exec "${APP_JAVA[@]}" charla.client.demo.Demo 2>>"$LOG"
  on_screen "${APP_JAVA[@]}" charla.client.demo.Demo "$ROOT/target/demo" 2>>"$LOG"
}

run_screenshots() {
  build_with_tests
  need_for_app
  app_java test
  on_screen "${APP_JAVA[@]}" charla.client.demo.Screenshots "$ROOT/docs/screenshots" "$@"
}

run_bench() {
  build_with_tests
  "$JDK/bin/java" --enable-native-access=ALL-UNNAMED -cp "$ROOT/server/target/test-classes:$SERVER_JAR" charla.server.sqlite.PageBenchmark "$@"
}

# Starts the server and reads what it says until it names its invite link, which it does when it is ready.
start_server() {
  local words=$ROOT/target/server.words line
  end_all_at_exit
  rm -f "$words" && mkfifo "$words"
  say "Starting the server …"
  (as_installed && exec "$ROOT/server/packaging/charla-server") >"$words" 2>&1 &
  SERVER=$!
  exec 3<"$words"
  LINK=
  while [ -z "$LINK" ] && IFS= read -r line <&3; do
    say "$line"
    case $line in *charla://*) LINK=charla://${line##*charla://} ;; esac
  done
  [ -n "$LINK" ] || fail "the server did not start; what it said stands above"
  cat <&3 &
}

end_all_at_exit() {
  trap end_all EXIT
  trap 'exit 130' INT TERM
}

end_all() {
  local process
  trap - EXIT INT TERM
  for process in $APP $SERVER $SCREEN; do
    kill "$process" 2>/dev/null && wait "$process"
  done
}

has_display() { [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# on_screen COMMAND…: where there is no display, on a virtual one.
on_screen() {
  has_display || start_screen
  "$@"
}

# In a session of its own, where Ctrl+C does not reach it: who draws on it has to end first.
start_screen() {
  local number
  need_for_screen
  end_all_at_exit
  exec 4< <(exec setsid Xvfb -displayfd 1 -screen 0 1600x1000x24 2>>"$LOG")
  SCREEN=$!
  IFS= read -r number <&4 || fail "the virtual display did not start; $LOG knows more"
  export DISPLAY=:$number
}

# app_java CLASS_PATH: sets JAVA to the start of a command that runs a class of the desktop app.
app_java() {
  local own=$ROOT/client-desktop/target
  APP_JAVA=("$JDK/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1
    -cp "$own/test-classes:$own/classes:$(cat "$own/$1.classpath")")
}
