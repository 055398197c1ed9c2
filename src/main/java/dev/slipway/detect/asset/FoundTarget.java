package dev.slipway.detect.asset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A platform that an existing release set-up builds for.
 *
 * @param triple what the compiler calls it, such as {@code aarch64-unknown-linux-gnu}
 * @param runner the label of the machine it is built on
 * @param container the image it is built in
 * @param method {@code native}, {@code gcc}, {@code cross}, {@code cross@} and a version, or {@code zig}, if it can be told
 * @param glibc the oldest GNU C library it is built for, if that is chosen
 * @param features what is switched on beyond the default
 * @param archive the file that people download, if its name can be read
 * @param flags further flags of the compiler, by words such as {@code profile} and {@code ldflags}
 * @param variant tells it from another build of the same platform; empty for the first
 */
public record FoundTarget(
        String triple,
        Optional<String> runner,
        Optional<String> container,
        Optional<String> method,
        Optional<String> glibc,
        List<String> features,
        Optional<FoundArchive> archive,
        Map<String, String> flags,
        String variant) {
    /** A flag of a target whose name begins so is about its own environment. */
    public static final String OWN = "own.";

    /** Names the flag whose value is guessed from the name of a variable. */
    public static final String GUESSED = "guessed";

    private static final Pattern INTEL = Pattern.compile("(?i)(?<![a-z0-9])(?:x64|amd64|x86[_-]64|intel)(?![a-z0-9])");
    private static final Pattern ARM = Pattern.compile("(?i)(?<![a-z0-9])(?:arm64|aarch64)(?![a-z0-9])");
    private static final Pattern BOTH = Pattern.compile("(?i)(?<![a-z0-9])universal2?(?![a-z0-9])");

    public FoundTarget {
        features = List.copyOf(features);
        flags = Map.copyOf(flags);
    }

    /** A platform that is built with no flags, and once. */
    public FoundTarget(
            String triple,
            Optional<String> runner,
            Optional<String> container,
            Optional<String> method,
            Optional<String> glibc,
            List<String> features,
            Optional<FoundArchive> archive) {
        this(triple, runner, container, method, glibc, features, archive, Map.of(), "");
    }

    /** The same with nothing switched on, and no flags. */
    public FoundTarget plain() {
        return new FoundTarget(triple, runner, container, method, glibc, List.of(), archive);
    }

    /** A platform of which no more is known. */
    public static FoundTarget of(String triple) {
        return new FoundTarget(
                triple,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same with other features and flags. */
    public FoundTarget with(List<String> others, Map<String, String> compiler) {
        return new FoundTarget(triple, runner, container, method, glibc, others, archive, compiler, variant);
    }

    /** The same with another file that people download; it stays a variant only if its compiler gets variables of its own. */
    public FoundTarget packed(FoundArchive file) {
        return released(file, own().isEmpty() ? "" : variant);
    }

    /**
     * What the compiler calls the processor in the name of its file, if it seems to be built for the other one: a label such
     * as {@code macos-latest} moves to machines with another processor, and the names of files stay.
     */
    public Optional<String> otherInName() {
        String stem = archive.map(FoundArchive::stem).orElse("");
        boolean intel = INTEL.matcher(stem).find();
        boolean arm = ARM.matcher(stem).find();
        if (intel == arm || BOTH.matcher(stem).find()) {
            return Optional.empty();
        }
        return intel && triple.startsWith("aarch64-")
                ? Optional.of(triple.replaceFirst("^aarch64", "x86_64"))
                : arm && triple.startsWith("x86_64-")
                        ? Optional.of(triple.replaceFirst("^x86_64", "aarch64"))
                        : Optional.empty();
    }

    /** The same for another processor. */
    public FoundTarget on(String other) {
        return new FoundTarget(other, runner, container, method, glibc, features, archive, flags, "");
    }

    /** Variables that no other target has. */
    public Map<String, String> own() {
        Map<String, String> own = new TreeMap<>();
        flags.forEach((flag, value) -> {
            if (flag.startsWith(OWN)) {
                own.put(flag.substring(OWN.length()), value);
            }
        });
        return own;
    }

    /** The same with other variables that no other target has. */
    public FoundTarget owning(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(flags);
        all.keySet().removeIf(flag -> flag.startsWith(OWN));
        own.forEach((name, value) -> all.put(OWN + name, value));
        return new FoundTarget(triple, runner, container, method, glibc, features, archive, all, variant);
    }

    /** Tells it from every other. */
    public String id() {
        return variant.isEmpty() ? triple : triple + " " + variant;
    }

    /** The same with the first archive that is packed for it, or with the same one in the format that most people take. */
    public FoundTarget with(FoundArchive packed) {
        boolean usual = archive.filter(first -> first.stem().equals(packed.stem()))
                .filter(first ->
                        first.ending().startsWith(".tar.") && packed.ending().equals(".tar.gz"))
                .isPresent();
        return archive.isPresent() && !usual ? this : released(packed, variant);
    }

    /** The same with the file that people download. */
    public FoundTarget released(FoundArchive file, String own) {
        return new FoundTarget(triple, runner, container, method, glibc, features, Optional.of(file), flags, own);
    }

    /** The same with another package that is built for it, too. */
    public FoundTarget alsoOf(FoundTarget other) {
        Map<String, String> both = new TreeMap<>(flags);
        String more = other.flags().getOrDefault("package", "");
        if (!more.isEmpty()) {
            both.merge("package", more, (before, after) -> before.equals(after) ? before : before + " " + after);
        }
        return new FoundTarget(triple, runner, container, method, glibc, features, archive, both, variant);
    }

    /** The same as another build of its platform. */
    public FoundTarget called(String own) {
        return new FoundTarget(triple, runner, container, method, glibc, features, archive, flags, own);
    }

    /** The same without the file and the features, which are those of another program. */
    public FoundTarget unnamed() {
        return new FoundTarget(triple, runner, container, method, glibc, List.of(), Optional.empty(), Map.of(), "");
    }

    /** The same as another platform, from a program that has this one in it. */
    public FoundTarget within(String whole) {
        return new FoundTarget(
                whole, runner, container, Optional.empty(), Optional.empty(), features, Optional.empty(), flags, "");
    }

    /** The same, under the name that it is uploaded by. */
    public FoundTarget named(FoundArchive uploaded) {
        boolean plainer = archive.filter(packed ->
                        packed.stem().contains(triple) || !uploaded.stem().contains(triple))
                .isEmpty();
        FoundArchive renamed = archive.filter(packed -> !uploaded.ending().isEmpty())
                .map(packed -> packed.called(uploaded.stem(), uploaded.ending()))
                .orElse(uploaded);
        return plainer ? released(renamed, variant) : this;
    }
}
