# The Java modules that the classes use, including those in nested jars, and the modules that Java finds only at run time:
# character sets, cryptography, Unsafe, and zip file systems.
scanned=build/scanned-classes
mkdir -p "$scanned"
unpack() {
  unzip -q -o "$1" '*.[cj]*' -d "$scanned" || [[ $? == 11 ]] # 11: it contains no classes and no jars
}
for jar in "$input"/*.jar; do unpack "$jar"; done
while IFS= read -r jar; do unpack "$jar"; done < <(find "$scanned" -type f -name '*.jar')
find "$scanned" -name module-info.class -exec rm {} +
modules=$(jdeps --ignore-missing-deps --print-module-deps "$scanned")
offered=$(java --list-modules)
for module in jdk.charsets jdk.crypto.ec jdk.unsupported jdk.zipfs; do
  if [[ $offered == *"$module@"* ]]; then modules+=,$module; fi
done

# Without --compress, the runtime starts faster, and the archive is smaller.
runtime=build/java-runtime
jlink --add-modules "$modules${MODULES:+,$MODULES}" --output "$runtime" \
  --strip-java-debug-attributes --no-man-pages --no-header-files
"$runtime/bin/java" -Xshare:dump > /dev/null # a class archive, which halves the time to start
