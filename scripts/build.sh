# shellcheck shell=bash
# Builds Charla with Maven, and only when something changed.

SERVER_JAR=$ROOT/server/target/charla-server.jar
TESTS_BUILT=$ROOT/target/built-tests
APP_PATH=$ROOT/client-desktop/target/app.classpath

# What was built with the tests is the app, too.
build_app() {
  find_tools
  is_fresh "$TESTS_BUILT" || build app "Building Charla" -Dmaven.test.skip=true
}
build_with_tests() { build tests "Building Charla and its test programs" -DskipTests; }

# build NAME WORDS OPTION…: a file remembers when a build of this name began.
build() {
  local mark=$ROOT/target/built-$1 words=$2
  shift 2
  find_tools
  is_fresh "$mark" && return
  without_tests
  : >"$mark.new"
  step "$words" maven package -Pquick "$@" || exit 1
  mv "$mark.new" "$mark"
}

# A build without the tests writes class paths that do not know them.
without_tests() { rm -f "$TESTS_BUILT"; }

is_fresh() {
  [ -e "$1" ] && [ -e "$SERVER_JAR" ] && [ -e "$APP_PATH" ] &&
    [ -z "$(find "$ROOT"/pom.xml "$ROOT"/*/pom.xml "$ROOT"/*/src -newer "$1" -print | head -n 1)" ]
}

# Maven itself runs on the JDK 25, which its formatter needs. A download that broke is tried once more.
maven() {
  run_maven "$@" || { grep 'Could not transfer artifact' "$LOG" >/dev/null && run_maven "$@"; }
}

run_maven() { JAVA_HOME=$JDK mvn -B -Dstyle.color=never "$@"; }
