# shellcheck shell=bash
# Calls between two homes behind routers of their own: all of it network namespaces, which end with the program.

run_networks() {
  [ "$(uname)" = Linux ] || fail "this needs Linux, whose network namespaces are the two homes"
  build_with_tests
  need_for_app
  need_for_tests
  need ip=iproute2 iptables=iptables sysctl=procps
  app_java test
  rm -rf "$ROOT/target/networks"
  in_own_network "${APP_JAVA[@]}" charla.client.voice.TwoHomes \
    "$ROOT/server/packaging/coturn/coturn.sh" "$ROOT/target/networks" 2>>"$LOG" || fail "the calls between the homes did not pass; $LOG knows more"
}

# Where this user is root, with a network and a /run that nobody else sees.
in_own_network() {
  unshare --map-root-user --net --mount --pid --fork --kill-child --mount-proc \
    bash -c 'mount -t tmpfs tmpfs /run && exec "$@"' own-network "$@"
}
