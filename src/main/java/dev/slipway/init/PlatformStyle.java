package dev.slipway.init;

import dev.slipway.published.AssetName;
import dev.slipway.published.NameTemplate;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the words for platforms are written that are like those of some files: {@code linux_x86_64} suggests
 * {@code darwin_arm64}.
 *
 * @param compiler whether they are those of the compiler
 * @param systemFirst whether the system precedes the processor
 * @param joint what is between both
 */
record PlatformStyle(
        boolean compiler, boolean systemFirst, String joint, Map<Os, String> systems, Map<Arch, String> processors) {
    private static final String SYSTEM = "(?i:linux|darwin|macos|osx|mac|windows|win)";
    private static final String PROCESSOR = "(?i:x86_64|amd64|x64|arm64|aarch64)";
    private static final Pattern FIRST = Pattern.compile("(" + SYSTEM + ")([-_.]?)(" + PROCESSOR + ")");
    private static final Pattern LAST = Pattern.compile("(" + PROCESSOR + ")([-_.]?)(" + SYSTEM + ")");

    /**
     * That of some names.
     *
     * @param rust whether Cargo builds the programs
     */
    static PlatformStyle of(NameTemplate names, boolean rust) {
        Map<Os, String> systems = new EnumMap<>(Os.class);
        Map<Arch, String> processors = new EnumMap<>(Arch.class);
        boolean first = true;
        String joint = "";
        for (Map.Entry<AssetName, String> name : names.words().entrySet()) {
            Matcher order = FIRST.matcher(name.getValue());
            Matcher other = LAST.matcher(name.getValue());
            Optional<Target> target = Target.of(name.getKey().platform().word());
            boolean ordered = order.matches();
            if (target.isPresent() && (ordered || other.matches())) {
                Matcher found = ordered ? order : other;
                systems.putIfAbsent(target.get().os(), found.group(ordered ? 1 : 3));
                processors.putIfAbsent(target.get().arch(), found.group(ordered ? 3 : 1));
                first = ordered;
                joint = found.group(2);
            }
        }
        boolean compiler = systems.isEmpty()
                && names.words().values().stream()
                        .anyMatch(word -> word.contains("-")
                                && Rust.reads(word).isPresent()
                                && Target.of(word).isEmpty());
        if (!systems.isEmpty()) {
            complete(systems, processors, rust);
        }
        return new PlatformStyle(compiler, first, joint, systems, processors);
    }

    private static void complete(Map<Os, String> systems, Map<Arch, String> processors, boolean rust) {
        String shown = systems.values().iterator().next();
        boolean upper = Character.isUpperCase(shown.charAt(0));
        Map<Os, String> usual = Map.of(Os.LINUX, "linux", Os.MACOS, rust ? "macos" : "darwin", Os.WINDOWS, "windows");
        usual.forEach((os, word) -> systems.putIfAbsent(
                os, upper ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word));
        boolean long64 = List.of("aarch64", "x86_64")
                .contains(processors.values().iterator().next().toLowerCase(Locale.ROOT));
        processors.putIfAbsent(Arch.AMD64, long64 ? "x86_64" : "amd64");
        processors.putIfAbsent(Arch.ARM64, long64 && rust ? "aarch64" : "arm64");
    }

    /** The word for a platform; nothing if the style does not tell. */
    Optional<String> word(String triple) {
        if (compiler) {
            return Optional.of(triple);
        }
        return Rust.reads(triple)
                .filter(target -> systems.containsKey(target.os()) && processors.containsKey(target.arch()))
                .map(target -> {
                    String system = systems.getOrDefault(target.os(), "");
                    String processor = processors.getOrDefault(target.arch(), "");
                    return systemFirst ? system + joint + processor : processor + joint + system;
                });
    }
}
