# shellcheck shell=bash
# Makes what people install, for the system this runs on, in target/dist.

DIST=$ROOT/target/dist
STAGE=$ROOT/target/package
PACKAGING=$ROOT/client-desktop/packaging

# Found by jdeps, and three it cannot see: keyrings (security.auth is named by dbus-java), names of months in Spanish,
# and Windows' Access Bridge, without which the app does not start where that is switched on.
MODULES=java.base,java.desktop,java.logging,java.naming,java.net.http,java.sql,jdk.accessibility,jdk.localedata
MODULES=$MODULES,jdk.security.auth,jdk.unsupported,javafx.controls

# What the libraries of JavaFX and WebRTC need, the programs of PulseAudio by which calls find devices, and what writes down
# who opens charla: links; a package of Debian 13 follows its name in Debian 12.
DEPENDS="libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, libxi6, libxrender1, libfreetype6, libfontconfig1,
 libasound2 | libasound2t64, libpulse0, libx11-6, libxext6, libxrandr2, libxcomposite1, libxfixes3, libxdamage1,
 libudev1, libdbus-1-3, pulseaudio-utils, desktop-file-utils, fonts-dejavu-core | fonts-liberation | fonts-noto-core"

run_package() {
  find_tools
  [ "$(system)" != linux ] || need objcopy=binutils dpkg-deb=dpkg
  without_tests
  # What an older build left would go along.
  rm -rf "$DIST" "$STAGE" "$ROOT"/*/target
  mkdir -p "$DIST" "$STAGE"
  step "Building Charla for release" build_release "$ROOT" || exit 1
  [ "$(system)" != linux ] || step "Putting the server together" make_server "$ROOT" "$DIST" || exit 1
  [ "${1:-}" != --twice ] || check_repeats
  step "Making the desktop app with its own Java" make_app || exit 1
  step "Making what installs it" "install_on_$(system)" || exit 1
  (cd "$DIST" && checksums ./* >../SHA256SUMS && mv ../SHA256SUMS .)
  say "In $DIST:"
  (cd "$DIST" && du -h ./*)
}

build_release() { (cd "$1" && maven package -Pquick,dist -Dmaven.test.skip=true); }

version() { sed -n 's:^  <version>\(.*\)</version>:\1:p' "$ROOT/pom.xml" | head -n 1; }

system() {
  case $(uname -s) in
    Linux) echo linux ;;
    Darwin) echo mac ;;
    *) echo windows ;;
  esac
}

processor() { uname -m | sed 's/^arm64$/aarch64/; s/^amd64$/x86_64/'; }

checksums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# licences SOURCES MODULE FILE: whose work is in it, under which licences.
licences() {
  "$JDK/bin/java" "$1/packaging/Licences.java" "$1/packaging/licences" "$1/$2/target/third-party.txt" "$1/$2/target/libraries" \
    "$3" "$1"/{"$2",shared-protocol}/target/*-"$(version)".jar
}

# packed FOLDER FILE: the same files give the same bytes, whoever packs them and when.
packed() {
  tar -C "$(dirname "$1")" --sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime="@$(written)" \
    -I 'gzip -9n' -cf "$2" "$(basename "$1")"
}

# The time of the commit. Java tells by it and by the size whether a jar is the one that its AOT cache was made for.
written() { git -C "$ROOT" log -1 --format=%ct 2>/dev/null || stat -c %Y "$ROOT/pom.xml"; }

# make_server SOURCES TARGET: all that a server needs, in one folder. SQLite as files, so that nothing is unpacked into /tmp,
# where some systems let nothing run.
make_server() {
  local name built=$1/server/target folder arch
  name=charla-server-$(version)
  folder=$built/$name
  mkdir -p "$folder" "$2" &&
    cp -R "$1"/server/packaging/{charla-server,charla-server.service,compose.yaml,Dockerfile,coturn} \
      "$1"/docs/{home-server,turn}.md "$built/charla-server.jar" "$folder" &&
    licences "$1" server "$folder/third-party.txt" || return 1
  for arch in x86_64 aarch64; do
    (cd "$built" && "$JDK/bin/jar" -xf charla-server.jar "org/sqlite/native/Linux/$arch/libsqlitejdbc.so") &&
      mkdir -p "$folder/native" && mv "$built/org/sqlite/native/Linux/$arch" "$folder/native/" || return 1
  done
  # The jar alone is for who updates; it, too, comes with the licences of what is in it.
  packed "$folder" "$2/$name.tar.gz" && cp "$built/server.cdx.json" "$2/$name.cdx.json" &&
    cp "$built/charla-server.jar" "$2/$name.jar" && cp "$folder/third-party.txt" "$2/$name-third-party.txt"
}

# The app image: a Java of just the needed modules with JavaFX linked in, and the other jars beside it.
make_app() {
  local target=$ROOT/client-desktop/target runtime=$STAGE/runtime natives
  natives=$(native_folder "$runtime")
  "$JDK/bin/java" "$PACKAGING/AppFiles.java" "$target/libraries" "$STAGE" &&
    cp "$target/client-desktop-$(version).jar" "$STAGE/app/charla.jar" &&
    licences "$ROOT" client-desktop "$STAGE/app/third-party.txt" &&
    "$JDK/bin/jlink" --output "$runtime" --module-path "$STAGE/modules" --add-modules "$(modules)" \
      --include-locales en,es --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-0 \
      --generate-cds-archive &&
    mkdir -p "$natives" &&
    cp "$STAGE"/natives/* "$natives" &&
    rm "$(cds_folder "$runtime")/classes_nocoops.jsa" &&
    slim "$runtime" &&
    image &&
    cp "$STAGE/app/third-party.txt" "$DIST/charla-$(version)-$(system)-$(processor)-third-party.txt" &&
    bill_of_materials "$target/client-desktop.cdx.json" >"$DIST/charla-$(version)-$(system)-$(processor).cdx.json"
}

# Windows has authorities of its own, which people and companies add to.
modules() { if [ "$(system)" = windows ]; then echo "$MODULES,jdk.crypto.mscapi"; else echo "$MODULES"; fi; }

# The libraries as Maven knows them, and the Java that goes along.
bill_of_materials() {
  awk -v version="$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JDK/release")" '{ print }
    /^  "components" : \[/ { printf "    { \"type\": \"platform\", \"name\": \"OpenJDK\", \"version\": \"%s\" },\n", version }' "$1"
}

# Where JavaFX looks for them.
native_folder() { if [ "$(system)" = windows ]; then echo "$1/bin/javafx"; else echo "$1/lib"; fi; }

# Its other archive is for heaps beyond 32 GB.
cds_folder() { if [ "$(system)" = windows ]; then echo "$1/bin/server"; else echo "$1/lib/server"; fi; }

# Symbols for debuggers are a third of libjvm. Another system's linker strips its own.
slim() { [ "$(system)" != linux ] || find "$1/lib" -name '*.so' -exec strip --strip-unneeded {} +; }

image() {
  "$JDK/bin/jpackage" --type app-image --name "$(app_name)" --app-version "$(package_version)" --vendor Charla \
    --dest "$STAGE/image" --input "$STAGE/app" --main-jar charla.jar --main-class charla.client.Launcher \
    --runtime-image "$STAGE/runtime" --icon "$(icon)" --resource-dir "$PACKAGING/mac" \
    --java-options --enable-native-access=ALL-UNNAMED,javafx.graphics \
    --java-options --sun-misc-unsafe-memory-access=allow \
    --java-options '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable' \
    --java-options '-Xms32m -Xmx512m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20' \
    --java-options '-Dorg.sqlite.lib.path=$APPDIR -Djna.boot.library.path=$APPDIR' \
    --java-options '-Dcharla.notices=$APPDIR/third-party.txt' || return 1
  [ "$(system)" != linux ] || cp "$PACKAGING/linux/charla" "$STAGE/image/charla/"
}

app_name() { if [ "$(system)" = linux ]; then echo charla; else echo Charla; fi; }

# A Mac takes no version that begins with 0.
package_version() { if [ "$(system)" = mac ]; then version | sed 's/^0\./1./'; else version; fi; }

icon() {
  case $(system) in
    linux) echo "$ROOT/client-desktop/target/icons/charla-256.png" ;;
    mac) echo "$ROOT/client-desktop/target/icons/charla.icns" ;;
    *) echo "$ROOT/client-desktop/target/icons/charla.ico" ;;
  esac
}

install_on_linux() {
  packed "$STAGE/image/charla" "$DIST/charla-$(version)-linux-$(processor).tar.gz" || return 1
  ! command -v dpkg-deb >/dev/null || make_deb
}

# By dpkg-deb itself: what jpackage writes registers menus in scripts, where Debian has folders for them.
make_deb() {
  local root=$STAGE/deb arch size
  arch=$(dpkg --print-architecture)
  mkdir -p "$root"/{DEBIAN,opt,usr/bin,usr/share/applications,usr/share/doc/charla}
  cp -a "$STAGE/image/charla" "$root/opt/charla"
  ln -s ../../opt/charla/charla "$root/usr/bin/charla"
  cp "$PACKAGING/linux/charla.desktop" "$root/usr/share/applications/"
  cp "$STAGE/app/third-party.txt" "$root/usr/share/doc/charla/copyright"
  install_icons "$root/usr/share/icons/hicolor"
  cp "$PACKAGING"/linux/{postinst,prerm} "$root/DEBIAN/"
  size=$(du -sk --exclude=DEBIAN "$root" | cut -f1)
  cat >"$root/DEBIAN/control" <<CONTROL
Package: charla
Version: $(version)
Architecture: $arch
Maintainer: Charla
Section: net
Priority: optional
Installed-Size: $size
Depends: $DEPENDS
Recommends: gnome-keyring | kwalletmanager, pipewire-pulse | pulseaudio
Description: private chat and voice calls that people host themselves
 The desktop app. It talks to the servers its user names and to nobody else.
CONTROL
  (cd "$root" && find opt usr -type f ! -name charla.cfg -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  chmod -R u=rwX,go=rX "$root"
  dpkg-deb --root-owner-group -Zxz --build "$root" "$DIST/charla_$(version)_$arch.deb"
}

install_icons() {
  local size
  for size in 16 24 32 48 64 128 256 512; do
    mkdir -p "$1/${size}x$size/apps"
    cp "$ROOT/client-desktop/target/icons/charla-$size.png" "$1/${size}x$size/apps/charla.png"
  done
  mkdir -p "$1/scalable/apps"
  cp "$PACKAGING/icon.svg" "$1/scalable/apps/charla.svg"
}

install_on_mac() {
  "$JDK/bin/jpackage" --type dmg --name Charla --app-version "$(package_version)" --dest "$DIST" \
    --app-image "$STAGE/image/Charla.app" &&
    mv "$DIST/Charla-$(package_version).dmg" "$DIST/Charla-$(version)-mac-$(processor).dmg"
}

# Needs the WiX toolset, which GitHub's Windows machines have. The id must never change: by it an update finds the old.
# An uninstall deletes the whole folder: it must not be AppData/Local/Charla, where the app keeps what is its user's.
install_on_windows() {
  "$JDK/bin/jpackage" --type msi --name Charla --app-version "$(version)" --vendor Charla --dest "$DIST" \
    --app-image "$STAGE/image/Charla" --install-dir Programs/Charla --win-menu --win-shortcut --win-per-user-install \
    --win-upgrade-uuid 6f2d4c1e-93b7-4c55-8a0e-52c1a9f7d3b4 &&
    mv "$DIST/Charla-$(version).msi" "$DIST/Charla-$(version)-windows-$(processor).msi"
}

# Builds the same sources again elsewhere: what comes out must be equal, byte by byte.
check_repeats() {
  local again=$ROOT/target/again file
  rm -rf "$again" && mkdir -p "$again"
  tar -C "$ROOT" --exclude=target --exclude=.git -cf - . | tar -C "$again" -xf -
  step "Building it again, to compare" build_release "$again" || exit 1
  for file in server/target/charla-server.jar {shared-protocol,client-desktop}/target/*-"$(version)".jar; do
    equal "$again" "$file"
  done
  if [ "$(system)" = linux ]; then
    make_server "$again" "$again/target/dist" >>"$LOG" 2>&1
    equal "$again" "target/dist/charla-server-$(version).tar.gz"
  fi
  rm -rf "$again"
  say "Built twice, the jars and the server are equal."
}

equal() { cmp "$ROOT/$2" "$1/$2" || fail "$2 is not the same when built twice"; }
