#!/usr/bin/env bash
# Builds the server's image and lives in it as compose.yaml does: read-only, without rights: scripts/try-image.sh ROOT
# ROOT is a fresh `debootstrap --variant=minbase bookworm ROOT`. With this JDK in it, it stands in for the image that the
# Dockerfile begins with, so that no registry is asked. Needs root rights, podman, a JDK 25 and ./charla package before.
set -eu
HERE=$(cd "$(dirname "$0")/.." && pwd)
ROOT=$1
# shellcheck source=scripts/install.sh
. "$HERE/scripts/install.sh"
WORK=$(mktemp -d)
JDK=$(find_jdk)
IMAGE=charla-server-on-trial
BASE=docker.io/library/eclipse-temurin:25-jre

ok() { printf 'ok  %s\n' "$*"; }
wrong() { printf 'NOT %s\n' "$*" >&2; exit 1; }
# In a store of its own, which is thrown away afterwards.
store() { podman --storage-driver vfs --root "$WORK/images" --runroot "$WORK/run" "$@"; }
trap 'rm -rf "$WORK"' EXIT

mkdir "$WORK/jdk"
tar -cf "$WORK/base.tar" --one-file-system --exclude=./tmp/* --exclude=./home/* --exclude=./opt/* -C "$ROOT" .
tar -rf "$WORK/base.tar" --transform "s:^\.:./opt/java/openjdk:" -C "$JDK" .
store import -q -c ENV=JAVA_HOME=/opt/java/openjdk -c ENV=PATH=/opt/java/openjdk/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  "$WORK/base.tar" "$BASE" >/dev/null
rm "$WORK/base.tar"
mkdir "$WORK/server"
tar -xzf "$HERE"/target/dist/charla-server-*.tar.gz -C "$WORK/server" --strip-components=1
store build -q --pull=never --format docker --isolation=chroot --network=host -t "$IMAGE" "$WORK/server" >"$WORK/build.log" 2>&1 || { cat "$WORK/build.log"; wrong "the image was built"; }
ok "the image was built"

# What a container's engine does, by hand: it asks for limits that are not everybody's to give.
cat >"$WORK/live.sh" <<'LIVE'
set -eu
image=$1 root=$2 data=$3
mkdir "$root" "$data"
mount --bind "$image" "$root" && mount -o remount,bind,ro "$root"
chown --reference="$image/var/lib/charla-server/data" "$data" && chmod 700 "$data"
mount --bind "$data" "$root/var/lib/charla-server/data"
mount -t tmpfs -o noexec,nosuid,nodev tmpfs "$root/tmp" && chmod 1777 "$root/tmp"
mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev"
! touch "$root/opt/charla-server/x" 2>/dev/null
user=$(stat -c %u "$data") group=$(stat -c %g "$data")
exec chroot "$root" env -i PATH=/opt/java/openjdk/bin:/usr/bin:/bin CHARLA_NAME=localhost \
  CHARLA_DATA_DIR=/var/lib/charla-server/data CHARLA_AOT_CACHE=/var/lib/charla-server/cache/charla.aot \
  setpriv --reuid "$user" --regid "$group" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all bash -eu -c '
    made=$(stat -c %Y "$CHARLA_AOT_CACHE")
    /opt/charla-server/charla-server --port 0 --listen 127.0.0.1 >/tmp/words 2>&1 &
    server=$!
    for _ in $(seq 300); do ! grep -q charla:// /tmp/words || break; sleep 0.1; done
    port=$(sed -n "s/.*Address *localhost:\([0-9]*\).*/\1/p" /tmp/words)
    [ -n "$port" ] || { cat /tmp/words; exit 1; }
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    /opt/charla-server/charla-server --port "$port" invite | grep -q "code="
    [ "$made" = "$(stat -c %Y "$CHARLA_AOT_CACHE")" ]
    kill "$server" && wait "$server"'
LIVE
unshare --mount bash "$WORK/live.sh" "$(store image mount "$IMAGE")" "$WORK/root" "$WORK/data" ||
  wrong "the server lives in it, read-only and without rights"
ok "the server lives in it, read-only and without rights: its health check passes, it invites, and ends with 0 after SIGTERM"
ok "it starts with the AOT cache that the image holds"
