# shellcheck shell=bash
# Finds or installs what Charla needs: a JDK 25, Maven, the libraries behind windows and sound.

need_for_app() {
  need libgtk-3.so.0=libgtk-3-0 libGL.so.1=libgl1 libXtst.so.6=libxtst6 fonts=fonts-dejavu-core \
    libpulse.so.0=libpulse0 libXrandr.so.2=libxrandr2 libXcomposite.so.1=libxcomposite1 \
    libXfixes.so.3=libxfixes3 libudev.so.1=libudev1 libdbus-1.so.3=libdbus-1-3
  [ "$(uname)" != Linux ] || need pactl=pulseaudio-utils
}

need_for_screen() { need Xvfb=xvfb; }

# A client in another language, the Postman collections, a real TURN server and a bus of notifications are run by tests,
# and voices are heard.
need_for_tests() {
  need node=nodejs npm=npm turnserver=coturn pulseaudio=pulseaudio parec=pulseaudio-utils espeak-ng=espeak-ng \
    dbus-daemon=dbus-daemon
}

# find_tools: sets JDK and makes sure of Maven, or ends with words.
find_tools() {
  need mvn=maven
  command -v mvn >/dev/null || fail "Maven is missing: https://maven.apache.org/install.html"
  JDK=$(find_jdk)
  if [ -z "$JDK" ] && apt_knows openjdk-25-jdk; then
    install openjdk-25-jdk
    JDK=$(find_jdk)
  fi
  [ -n "$JDK" ] || fail "a JDK 25 is missing. Install one, then run this again:
  any system  https://adoptium.net/temurin/releases/?version=25
  SDKMAN      sdk install java 25-tem
  Homebrew    brew install openjdk@25
If it is in an unusual place, name it: JAVA_HOME=/that/place ./charla"
}

find_jdk() {
  local home
  jdk_places | while IFS= read -r home; do
    if is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      break
    fi
  done
}

jdk_places() {
  local home
  printf '%s\n' "${JAVA_HOME:-}"
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  /usr/libexec/java_home -v 25 2>/dev/null
  for home in /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    {,"$HOME"}/Library/Java/JavaVirtualMachines/*/Contents/Home \
    {/opt/homebrew,/usr/local}/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    printf '%s\n' "$home"
  done
}

is_jdk_25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null; }

# need PROBE=PACKAGE…: a probe is a program, a library or "fonts"; installs the packages whose probe finds nothing.
need() {
  local entry missing=
  for entry in "$@"; do
    has "${entry%%=*}" || missing="$missing ${entry#*=}"
  done
  # shellcheck disable=SC2086 # one word for each package
  [ -z "$missing" ] || install $missing
}

# On a Mac the libraries are part of the system.
has() {
  case $1 in
    lib*) [ "$(uname)" = Darwin ] || PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep "$1" >/dev/null ;;
    fonts) [ "$(uname)" = Darwin ] || find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
      -name '*.[to]tf' 2>/dev/null | grep . >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

install() {
  if ! command -v apt-get >/dev/null; then
    say "Missing here (by their Debian names): $*. Please install them with this system's packages."
  elif become_root; then
    step "Installing $*" apt_install "$@" || fail "installing failed; the end of the log is above"
  else
    fail "some packages are missing and need an administrator. Copy this line, then run ./charla again:
  sudo apt-get install -y --no-install-recommends $*"
  fi
}

become_root() { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; } 2>/dev/null; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# The lists of a fresh system are empty or old, and downloads fail now and then: once more with new lists.
apt_install() {
  apt_get install -y --no-install-recommends "$@" ||
    { apt_get update && apt_get install -y --no-install-recommends "$@"; }
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get "$@"; }

apt_knows() { command -v apt-cache >/dev/null && apt-cache show "$1" 2>/dev/null | grep '^Package:' >/dev/null; }
