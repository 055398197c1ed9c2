package dev.slipway.detect.other;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kotlin without Java: a task and a folder for each platform of the script, by the name that it has there.
 *
 * @see <a href="https://kotlinlang.org/docs/multiplatform-build-native-binaries.html">Build final native binaries</a>
 */
record KotlinNative(RepositoryFiles files) {
    /** A platform, and the name that the script gives it if that is another. */
    private static final Pattern PLATFORM = Pattern.compile(
            "\\b(linux|macos|mingw)(X64|Arm64)[ \\t]*+(?:\\{|\\([ \\t]*+(?:[\"']([A-Za-z][A-Za-z0-9]{0,60})[\"'])?)");

    private static final String ALL = "build/bin/*/releaseExecutable/";

    Optional<OtherBuild> found() {
        return Stream.of("build.gradle.kts", "build.gradle")
                .flatMap(file -> files.has(file) ? files.read(file).stream() : Stream.empty())
                .findFirst()
                .map(KotlinNative::build);
    }

    private static OtherBuild build(SourceText script) {
        Map<String, String> names = new TreeMap<>();
        Matcher found = PLATFORM.matcher(script.text());
        while (found.find()) {
            String platform = found.group(1) + found.group(2);
            String own = Optional.ofNullable(found.group(3)).orElse(platform);
            names.putIfAbsent(target(found.group(1), found.group(2)), own);
        }
        List<String> different = names.values().stream().distinct().toList();
        boolean each = different.size() > 1;
        String only = different.isEmpty() ? "native" : different.get(0);
        Map<String, String> targets = new LinkedHashMap<>();
        names.forEach((target, name) -> targets.put(target, each ? capital(name) : ""));
        return OtherBuilds.build(
                        "Kotlin/Native",
                        script.name(),
                        List.of(),
                        List.of(
                                "./gradlew linkReleaseExecutable" + (each ? "{target}" : capital(only)),
                                copy(names, each ? ALL : "build/bin/" + only + "/releaseExecutable/")),
                        "build/{name}",
                        List.of("./gradlew allTests"),
                        List.of(),
                        names.isEmpty()
                                ? "each platform of the script has its own task and folder; a runner builds only those of its system"
                                : "")
                .building(targets);
    }

    private static String target(String system, String processor) {
        return (system.equals("mingw") ? "windows" : system) + "-" + (processor.equals("X64") ? "amd64" : "arm64");
    }

    private static String copy(Map<String, String> names, String folder) {
        String unix = "cp " + folder + "*.kexe build/{name}";
        String windows = "cp " + folder + "*.exe build/{name}.exe";
        boolean some = names.keySet().stream().anyMatch(target -> target.startsWith("windows"));
        boolean all = some && names.keySet().stream().allMatch(target -> target.startsWith("windows"));
        return all ? windows : some ? unix + " || " + windows : unix;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
