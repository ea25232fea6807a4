# shellcheck shell=bash
# Every test of every module, and one plain line at the end that says how many passed.

run_tests() {
  local status
  need_for_app
  need_for_screen
  need_for_tests
  find_tools
  # What ./charla compiled in a hurry was not checked.
  rm -rf "$ROOT"/*/target "$ROOT"/target/built-*
  say "Building and testing every module (all that Maven says is in $LOG) …"
  maven verify -fae 2>&1 | tee -a "$LOG" | grep --line-buffered -E 'Building Charla|Tests run:.* in |^\[ERROR\]'
  status=${PIPESTATUS[0]}
  [ "$status" -eq 0 ] || say "The build failed; what went wrong stands above."
  why_failed
  sum_up && exit "$status"
  exit 1
}

# What each failed test expected, and the line of ours where it did.
why_failed() {
  awk '/<<< (FAILURE|ERROR)!/ { told = 1; ours = 0 }
    /^\tat / { if (!told || ours || !/charla\./) next; ours = 1 }
    /^\[?(Tests run|---)/ { told = 0 }
    told' "$ROOT"/*/target/surefire-reports/*.txt 2>/dev/null | head -n 200
}

# Adds up the reports of all modules. Tests that were skipped, and no tests at all, are no success.
sum_up() {
  local suites tests failed skipped
  suites=$(grep -ho '<testsuite [^>]*>' "$ROOT"/*/target/surefire-reports/TEST-*.xml 2>/dev/null)
  tests=$(total tests)
  failed=$(($(total failures) + $(total errors)))
  skipped=$(total skipped)
  [ "$skipped" -eq 0 ] || say "$skipped skipped"
  say "$((tests - failed - skipped)) passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$skipped" -eq 0 ] && [ "$tests" -gt 0 ]
}

total() { printf '%s\n' "$suites" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'; }
