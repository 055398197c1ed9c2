# The modules of Java that the classes name, also those of jars in a jar, and those that are found without being named:
# character sets, cryptography, Unsafe, and zip files as file systems.
scanned=build/scanned-classes
mkdir -p "$scanned"
unpack() {
  unzip -q -o "$1" '*.[cj]*' -d "$scanned" || [[ $? == 11 ]] # it holds neither classes nor jars
}
for jar in "$input"/*.jar; do unpack "$jar"; done
while IFS= read -r jar; do unpack "$jar"; done < <(find "$scanned" -type f -name '*.jar')
find "$scanned" -name module-info.class -exec rm {} +
modules=$(jdeps --ignore-missing-deps --print-module-deps "$scanned")
offered=$(java --list-modules)
for module in jdk.charsets jdk.crypto.ec jdk.unsupported jdk.zipfs; do
  if [[ $offered == *"$module@"* ]]; then modules+=,$module; fi
done

# Not compressed: whoever unpacks it gets a runtime that starts faster, and the archive is smaller.
runtime=build/java-runtime
jlink --add-modules "$modules${MODULES:+,$MODULES}" --output "$runtime" \
  --strip-java-debug-attributes --no-man-pages --no-header-files
"$runtime/bin/java" -Xshare:dump > /dev/null # an archive of Java's own classes, which halves the start
