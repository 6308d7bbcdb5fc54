#!/usr/bin/env bash
# Makes an application image of Polylogue and, where dpkg-deb and fakeroot are there, a .deb.
# Needs target/polylogue (mvn -DskipTests package) and a JDK 25 or newer, found through
# POLYLOGUE_JAVA_HOME, JAVA_HOME, the PATH or /usr/lib/jvm. Everything is written below target/installer.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' pom.xml | head -n 1)
program=target/polylogue
out=target/installer
[ -f "$program/lib/polylogue.jar" ] || { echo "Build the program first: mvn -DskipTests package" >&2; exit 1; }

fits() {
  [ -x "$1/bin/jpackage" ] && [ -r "$1/release" ] &&
    [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")" -ge 25 ]
}
jdk=
for candidate in "${POLYLOGUE_JAVA_HOME:-}" "${JAVA_HOME:-}" \
  "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /x/x/x)")")")" /usr/lib/jvm/*; do
  if [ -n "$candidate" ] && fits "$candidate"; then jdk=$candidate; break; fi
done
[ -n "$jdk" ] || { echo "Packaging needs a JDK 25 or newer with jpackage, such as Eclipse Temurin 25." >&2; exit 1; }

rm -rf "$out"
mkdir -p "$out/lib"
# An unclassified JavaFX jar is empty: the classes are in the one for this system.
for jar in "$program"/lib/*.jar; do
  case $(basename "$jar") in
    javafx-*-linux*.jar) cp "$jar" "$out/lib/" ;;
    javafx-*.jar) ;;
    *) cp "$jar" "$out/lib/" ;;
  esac
done

echo "Linking the JDK's own modules"
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.sql,java.sql.rowset,java.xml,jdk.httpserver,jdk.unsupported,jdk.unsupported.desktop,jdk.crypto.ec,jdk.localedata,jdk.zipfs,jdk.accessibility
"$jdk/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages \
  --compress zip-6 --output "$out/runtime"

common=(
  --name Polylogue --app-version "$version" --vendor "The Polylogue authors"
  --description "One prompt, several models, side by side, kept"
  --license-file LICENSE
)
echo "Making the application image"
"$jdk/bin/jpackage" --type app-image --dest "$out" "${common[@]:0:8}" \
  --runtime-image "$out/runtime" --module-path "$out/lib" \
  --module dev.polylogue/dev.polylogue.Polylogue \
  --java-options "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc,dev.polylogue,com.sun.jna" \
  --java-options "-XX:+UseSerialGC" --java-options "-Xms32m" --java-options "-Xmx2g" \
  --java-options "-Xmn20m" --java-options "-XX:SurvivorRatio=3" --java-options "-XX:MinHeapFreeRatio=20" \
  --java-options "-XX:MaxHeapFreeRatio=40" --java-options "-XX:-ShrinkHeapInSteps" \
  --java-options "-XX:MetaspaceSize=96m" \
  --java-options "-XX:ReservedCodeCacheSize=128m" --java-options "-Xlog:disable" \
  --java-options "-Dprism.disableRegionCaching=true" --java-options "-Djdk.pollerMode=1" \
  --java-options "-XX:AOTCache=\$APPDIR/polylogue.aot"

proof=$(mktemp -d)
trap 'rm -rf "$proof"' EXIT

# A run of the real window shows which classes a start needs; they are kept loaded and linked.
echo "Learning to start fast"
image=$out/Polylogue/lib/app
settings=$image/Polylogue.cfg
sed -i.plain "s|^java-options=-XX:AOTCache=.*|java-options=-XX:AOTCacheOutput=\$APPDIR/polylogue.aot|" "$settings"
"$out/Polylogue/bin/Polylogue" tour --out "$proof/learning" --home "$proof/learnt" > /dev/null
mv "$settings.plain" "$settings"
[ -s "$image/polylogue.aot" ] || { echo "The run left no cache for a fast start." >&2; exit 1; }

echo "Starting the image once without a display"
"$out/Polylogue/bin/Polylogue" --home "$proof/home" compare --json "Say that the image works." \
  -m "sandbox/scribe?rate=0&latency=0" > "$proof/answer"
grep -q '"state":"complete"' "$proof/answer"
"$out/Polylogue/bin/Polylogue" tour --out "$proof/tour" > /dev/null
ls "$proof"/tour/*.png > /dev/null
echo "The image answers and draws: $out/Polylogue ($(du -sm "$out/Polylogue" | cut -f1) MB)"

if command -v dpkg-deb > /dev/null && command -v fakeroot > /dev/null; then
  echo "Making the .deb"
  "$jdk/bin/jpackage" --type deb --dest "$out" "${common[@]}" --app-image "$out/Polylogue" \
    --linux-package-name polylogue --linux-app-category utils --linux-shortcut \
    --linux-menu-group "Utility;Development" --linux-deb-maintainer "polylogue@localhost"
  ls -1 "$out"/*.deb
else
  echo "No .deb: dpkg-deb and fakeroot are not both here."
fi
