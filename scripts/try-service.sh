#!/usr/bin/env bash
# Does what docs/home-server.md and docs/turn.md say, word by word, in a Debian of its own that runs systemd: scripts/try-service.sh ROOT
# ROOT is a fresh `debootstrap --variant=minbase bookworm ROOT` with working package sources. Needs root rights,
# systemd-nspawn, a JDK 25 and ./charla package before.
set -eu
HERE=$(cd "$(dirname "$0")/.." && pwd)
ROOT=$1
# shellcheck source=scripts/install.sh
. "$HERE/scripts/install.sh"

wrong() { printf 'NOT %s\n' "$*" >&2; exit 1; }
# block N GUIDE: what its Nth piece of shell says.
block() { awk -v wanted="$1" '/^ *```sh/ { n++; on = 1; next } /^ *```/ { on = 0 } on && n == wanted' "$HERE/docs/$2"; }

chroot "$ROOT" sh -c 'apt-get -yq update && DEBIAN_FRONTEND=noninteractive apt-get -yq install --no-install-recommends systemd systemd-sysv dbus iproute2 coturn openssl' \
  >"$ROOT/tmp/apt.log" 2>&1 || { tail "$ROOT/tmp/apt.log"; wrong "systemd was installed"; }
mkdir -p "$ROOT/opt/java" "$ROOT/opt/trial"
cp -a "$(find_jdk)/." "$ROOT/opt/java"
ln -sf /opt/java/bin/java "$ROOT/usr/bin/java"
block 1 home-server.md >"$ROOT/opt/trial/install"
block 2 home-server.md >"$ROOT/etc/charla-server.conf"
block 3 home-server.md >"$ROOT/opt/trial/start"
block 4 home-server.md >"$ROOT/opt/trial/invite"
block 1 turn.md >"$ROOT/opt/trial/coturn"
block 2 turn.md >"$ROOT/opt/trial/turn"

cat >"$ROOT/opt/trial/trial" <<'TRIAL'
#!/bin/bash
set -eu
ok() { printf 'ok  %s\n' "$*"; }
sudo() { "$@"; }
step() { . "/opt/trial/$1"; }
finish() {
  [ -e /opt/trial/passed ] || journalctl -b -u charla-server -u coturn --no-pager
  systemctl --no-block poweroff
}
trap finish EXIT
said() { journalctl -b -u charla-server --no-pager | grep "$1" >/dev/null; }
until_said() { for _ in $(seq 300); do ! said "$1" || return 0; sleep 0.2; done; return 1; }

# A network besides this machine, without which coturn does not start.
ip link add home type veth peer name away
ip address add 198.51.100.7/24 dev home
ip link set home up
ip link set away up
cd /src/target/dist
step install
step start >/dev/null
until_said charla://
ok "the unit starts, and its log has the invite"
exec 3<>/dev/tcp/127.0.0.1/8443
ok "it takes connections"
[ "$(stat -c %a /var/lib/private/charla-server)" = 700 ]
[ "$(stat -c %u /var/lib/private/charla-server)" != 0 ]
[ -s /var/cache/private/charla-server/charla.aot ]
ok "it is somebody of its own, and nobody else sees its files; its AOT cache is made"
step invite 2>/dev/null | grep -q code=
ok "an invite is made beside it"
made=$(stat -c %i /var/cache/private/charla-server/charla.aot)
words=$(cat /var/lib/charla-server/ca.words)
systemctl stop charla-server
[ "$(systemctl show -p Result --value charla-server)" = success ]
ok "it stops with success"
systemctl start charla-server
for _ in $(seq 100); do (: <>/dev/tcp/127.0.0.1/8443) 2>/dev/null && break; sleep 0.1; done
exec 3<>/dev/tcp/127.0.0.1/8443
[ "$words" = "$(cat /var/lib/charla-server/ca.words)" ]
[ "$made" = "$(stat -c %i /var/cache/private/charla-server/charla.aot)" ]
ok "it starts again, with the same words and the same AOT cache"
step coturn >/dev/null 2>&1
step turn >/dev/null
for _ in $(seq 100); do (: <>/dev/tcp/127.0.0.1/3478) 2>/dev/null && (: <>/dev/tcp/127.0.0.1/8443) 2>/dev/null && break; sleep 0.1; done
[ "$(systemctl is-active coturn charla-server | sort -u)" = active ]
relay() { timeout 6 turnutils_uclient -v -n 1 -y -W "$1" 198.51.100.7 2>&1 | grep 'Received relay addr' >/dev/null; }
relay "$(cat /etc/charla/turn-secret)"
! relay another
ok "coturn relays for who knows the secret, which the service can read"
echo CHARLA_REGISTRATION=whoever >>/etc/charla-server.conf
systemctl restart charla-server
until_said 'expected one of'
sleep 5
[ "$(systemctl is-failed charla-server)" = failed ] && [ "$(systemctl show -p NRestarts --value charla-server)" = 0 ]
ok "an option that cannot be ends it, and it is not tried again and again"
systemd-analyze verify /etc/systemd/system/charla-server.service
ok "$(systemd-analyze security --no-pager charla-server | tail -n 1 | sed 's/^[^O]*//')"
touch /opt/trial/passed
TRIAL
chmod +x "$ROOT/opt/trial/trial"
cat >"$ROOT/etc/systemd/system/trial.service" <<'UNIT'
[Unit]
After=network.target
[Service]
Type=simple
ExecStart=/opt/trial/trial
StandardOutput=file:/opt/trial/log
StandardError=file:/opt/trial/log
[Install]
WantedBy=multi-user.target
UNIT
chroot "$ROOT" systemctl enable trial.service >/dev/null 2>&1
rm -f "$ROOT/opt/trial/log" "$ROOT/opt/trial/passed"
timeout 180 systemd-nspawn --register=no --keep-unit --quiet --private-network --bind-ro="$HERE:/src" -D "$ROOT" -b \
  >"$ROOT/tmp/boot.log" 2>&1 </dev/null || true
cat "$ROOT/opt/trial/log"
[ -e "$ROOT/opt/trial/passed" ] || wrong "the guide leads to a server that runs"
