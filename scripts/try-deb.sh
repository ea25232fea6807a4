#!/usr/bin/env bash
# Installs the .deb of ./charla package in a Debian root over an older one, uses it there, removes it: scripts/try-deb.sh ROOT
# ROOT is a fresh `debootstrap --variant=minbase bookworm ROOT` with working package sources. Needs root rights, a JDK 25
# and curl. Pictures go to target/try-deb.
set -eu
HERE=$(cd "$(dirname "$0")/.." && pwd)
ROOT=$1
PICTURES=$HERE/target/try-deb
WORK=$(mktemp -d)
SERVER=
APP=
# shellcheck source=scripts/install.sh
. "$HERE/scripts/install.sh"

ENTER=(chroot "$ROOT" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DISPLAY=:77)
AS_ANA=(chroot --userspec=ana:ana "$ROOT" env -i HOME=/home/ana PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY=:77)

inside() { "${ENTER[@]}" "$@"; }
as_ana() { "${AS_ANA[@]}" "$@"; }
apt_root() { inside env DEBIAN_FRONTEND=noninteractive apt-get -yq "$@" >>"$WORK/apt.log" 2>&1 || { tail "$WORK/apt.log"; exit 1; }; }
ok() { printf 'ok  %s\n' "$*"; }
wrong() { printf 'NOT %s\n' "$*" >&2; exit 1; }
check() { local words=$1; shift; if "$@" >>"$WORK/checks.log" 2>&1; then ok "$words"; else tail "$WORK/checks.log" >&2; wrong "$words"; fi; }
picture() { as_ana import -window root "/home/ana/$1.png" && cp "$ROOT/home/ana/$1.png" "$PICTURES/"; }

# until_true SECONDS COMMAND…
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.2
  done
}

# Behind chroot and the launcher: the process that has the JavaFX library.
app_process() { grep -l libglassgtk3 /proc/[0-9]*/maps 2>/dev/null | sed -n 's:/proc/\([0-9]*\)/.*:\1:p' | while read -r process; do
  [ "$(readlink "/proc/$process/root")" != "$(readlink -f "$ROOT")" ] || { echo "$process" && break; }
done; }

[ ! -e "$ROOT/home/ana" ] || wrong "a fresh root: somebody has used $ROOT already"

finish() {
  for process in $APP $SERVER ${OTHER:-} ${SCREEN:-}; do kill "$process" 2>/dev/null || true; done
  for place in $MOUNTED; do umount "$ROOT/$place" 2>/dev/null || true; done
  rm -rf "$WORK"
}

MOUNTED=
trap finish EXIT
mkdir -p "$PICTURES"
mountpoint -q "$ROOT/proc" || { mount -t proc proc "$ROOT/proc" && MOUNTED="proc"; }
mountpoint -q "$ROOT/dev" || { mount --bind /dev "$ROOT/dev" && MOUNTED="$MOUNTED dev"; }
inside id ana >/dev/null 2>&1 || inside useradd -m ana

cp "$HERE"/target/dist/charla_*.deb "$ROOT/tmp/charla.deb"
dpkg-deb -R "$ROOT/tmp/charla.deb" "$WORK/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$WORK/older/DEBIAN/control"
dpkg-deb -Znone --root-owner-group -b "$WORK/older" "$ROOT/tmp/older.deb" >/dev/null
rm -r "$WORK/older"

app=$ROOT/opt/charla/lib/app
learnt() { [ -s "$app/charla.aot" ] && [ "$(grep -c AOTCache "$app/charla.cfg")" = 1 ]; }
learnt_anew() { learnt && [ "$app/charla.aot" -nt "$WORK/before" ]; }
put() { touch "$WORK/before" && apt_root install --no-install-recommends "$@"; }

# Before the tools of this trial, which bring libraries along.
apt_root update
put /tmp/older.deb
ok "apt installed it with what it depends on"
mkdir "$ROOT/tmp/calls"
(cd "$ROOT/tmp/calls" && "$(find_jdk)/bin/jar" -xf "$app"/webrtc-java-*-linux-*.jar)
check "its libraries all find what they need" inside sh -c \
  '! find /opt/charla /tmp/calls -name "*.so" -exec env LD_LIBRARY_PATH=/opt/charla/lib/runtime/lib:/opt/charla/lib/runtime/lib/server ldd {} + 2>/dev/null | grep "not found"'
check "the start was learnt" learnt_anew
put /tmp/charla.deb
check "an upgrade learns it anew" learnt_anew
put --reinstall /tmp/charla.deb
check "so does a reinstall" learnt_anew
apt_root install --no-install-recommends xvfb xdotool imagemagick x11-utils

check "the desktop entry is valid" inside desktop-file-validate /usr/share/applications/charla.desktop
check "charla: links are its own" grep -q 'x-scheme-handler/charla=charla.desktop' "$ROOT/usr/share/applications/mimeinfo.cache"
check "each icon has the size that its folder says" inside sh -c \
  'cd /usr/share/icons/hicolor && for icon in */apps/charla.png; do [ "$(identify -format %wx%h "$icon")" = "${icon%%/*}" ] || exit 1; done'
check "--version says the version" sh -c "chroot '$ROOT' charla --version | grep -q '^Charla [0-9]'"
check "only natives of this system are there" sh -c "! find '$ROOT/opt/charla' -name '*.dll' -o -name '*.dylib' | grep ."

mkdir "$WORK/opt"
tar -xzf "$HERE"/target/dist/charla-server-*.tar.gz -C "$WORK/opt" --strip-components=1
JAVA=$(find_jdk)/bin/java CHARLA_AOT_CACHE=none "$WORK/opt/charla-server" --data-dir "$WORK/server" --listen 127.0.0.1 --port 0 --name localhost \
  >"$WORK/server.log" 2>&1 &
SERVER=$!
until_true 30 grep 'charla://' "$WORK/server.log" || { cat "$WORK/server.log"; wrong "a server started"; }
link=$(grep -o 'charla://.*' "$WORK/server.log")
port=$(sed -n 's/.*Address *localhost:\([0-9]*\).*/\1/p' "$WORK/server.log")
# ask PATH JSON [TOKEN]
ask() {
  curl -skf "https://localhost:$port/api/v1/$1" -H 'Content-Type: application/json' \
    ${3:+-H "Authorization: Bearer $3"} -d "$2" || wrong "the server answered $1"
}
account() { ask users '{"username":"'"$1"'","displayName":"'"$2"'","password":"correct horse battery","device":"proof"}'; }
field() { sed 's/.*"'"$1"'":"\([^"]*\)".*/\1/'; }
ana=$(account ana "Ana Ruiz" | field id)
eva=$(account eva "Eva Lind" | field token)
ask conversations '{"userId":"'"$ana"'"}' "$eva" >/dev/null

"${ENTER[@]}" Xvfb :77 -screen 0 1280x900x24 >/dev/null 2>&1 &
SCREEN=$!
until_true 10 inside xdpyinfo || wrong "a virtual display came up"
profile=$ROOT/home/ana/.local/share/charla
"${AS_ANA[@]}" charla "$link" >"$WORK/app.log" 2>&1 &
APP=$!
log=$ROOT/home/ana/.local/state/charla/charla.log
until_true 60 grep 'window is usable' "$log" || { cat "$WORK/app.log"; wrong "the window came up"; }
ok "the window came up, and the log lies in ~/.local/state/charla"
until_true 10 inside xdotool search --name '^Charla$' || wrong "the window has its name"
check "the window has an icon" until_true 10 sh -c \
  "chroot '$ROOT' env DISPLAY=:77 sh -c 'xprop -id \$(xdotool search --name ^Charla\$ | tail -1) _NET_WM_ICON' | grep -q Icon"
inside sh -c 'xprop -id $(xdotool search --name "^Charla$" | tail -1) WM_CLASS'
sleep 2
picture 1-sign-in

# Without a window manager keys go to the window below the pointer; the form waits for the name.
inside xdotool mousemove 640 220
as_ana sh -c 'xdotool type --delay 40 ana; xdotool key Tab; xdotool type --delay 40 "correct horse battery"; xdotool key Return'
until_true 30 test -d "$profile/accounts" || { picture 2-not-signed-in; tail "$log"; wrong "ana signed in"; }
sleep 3
# The one conversation of the list.
inside xdotool mousemove 200 150 click 1
sleep 2
picture 2-signed-in
ok "ana signed in"
check "the library for calls is loaded" until_true 20 grep libwebrtc "/proc/$(app_process)/maps"
check "nothing says that there are no calls" sh -c "! grep 'there are no calls' '$log'"

# Which of the two windows is above the other.
is_uppermost() { [ "$(inside xwininfo -root -children | grep -om 1 '"Charla"\|"Event Tester"')" = "\"$1\"" ]; }
"${ENTER[@]}" xev -geometry 1280x900+0+0 >/dev/null 2>&1 &
OTHER=$!
until_true 10 is_uppermost "Event Tester" || wrong "another window lies above"
check "a second start hands over and ends" timeout 20 "${AS_ANA[@]}" charla "$link"
check "its window comes up" until_true 10 is_uppermost Charla
kill "$OTHER"
check "an unusable folder is explained on the terminal" as_ana sh -c \
  'env -u DISPLAY timeout 20 charla --data-dir /proc/nowhere 2>&1 | grep /proc/nowhere'
"${AS_ANA[@]}" charla --data-dir /proc/nowhere >/dev/null 2>&1 &
FAILED=$!
until_true 30 inside xdotool search --name 'cannot start' || wrong "a failed start shows a window"
sleep 1
picture 3-cannot-start
kill "$FAILED" 2>/dev/null || true
ok "a failed start shows a window"

kill "$APP" 2>/dev/null || true
apt_root remove charla
check "nothing of the app is left" test ! -e "$ROOT/opt/charla"
check "what Ana has is still there" test -d "$profile/accounts"
inside env TMPDIR=/nowhere DEBIAN_FRONTEND=noninteractive apt-get -yq install /tmp/charla.deb >>"$WORK/apt.log" 2>&1 ||
  wrong "it installs where the start cannot be learnt"
ok "it installs where the start cannot be learnt"
rm -r "$ROOT/opt/charla"
apt_root purge charla
check "it can be purged also when its folder is gone" sh -c "! chroot '$ROOT' dpkg -s charla"
