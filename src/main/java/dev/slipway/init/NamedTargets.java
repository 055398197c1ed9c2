package dev.slipway.init;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.Triples;
import dev.slipway.detect.fact.Fact;
import dev.slipway.published.AssetName;
import dev.slipway.published.FileKind;
import dev.slipway.published.NameTemplate;
import dev.slipway.published.Platform;
import dev.slipway.published.PublishedRelease;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The targets that the files of a release are for.
 *
 * @param names the names of the files
 * @param contents what one of the archives contains, if it is known
 * @param places the file and line that shows a name
 * @param packed what is in an archive with a name, if the workflow that packs it was read
 * @param runners the machine that makes the file with a name, if it is known
 * @param builds how the workflow builds these files
 * @param arm what builds for older ARM processors
 */
record NamedTargets(
        PublishedRelease release,
        NameTemplate names,
        Optional<Fact<FoundArchive>> contents,
        UnaryOperator<String> places,
        Function<String, Optional<FoundArchive>> packed,
        Function<String, Optional<String>> runners,
        NamedBuilds builds,
        Arm arm,
        Draft draft) {
    /** What a toolchain builds for ARM processors of 32 bits. */
    enum Arm {
        /** The word {@code arm} means ARMv6. */
        OWN_TARGETS,
        /** The word {@code arm} means ARMv7, the oldest that .NET runs on. */
        NEWER,
        /** One target, with a variable for the version of the processor. */
        LEVELS
    }

    /** A name of Windows that has a width. */
    private static final Pattern WIDTH = Pattern.compile("(?i)\\bwin32\\b");

    /** Words for a processor of that width. */
    private static final Pattern PROCESSOR = Pattern.compile("(?i)[3-6]86|x86|ia32|32-?bit|x32");

    /**
     * One target for each platform, with the build of the workflow.
     *
     * @param linked whether programs are linked with a C library
     */
    List<Fact<FoundTarget>> all(boolean linked) {
        Map<String, Fact<FoundTarget>> targets = new LinkedHashMap<>();
        chosen().forEach(name ->
                level(name).ifPresent(build -> targets.computeIfAbsent(build.id(), id -> older(name, build))));
        chosen().stream()
                .filter(name -> level(name).isEmpty())
                .forEach(name -> triple(name)
                        .filter(triple -> !targets.containsKey(triple))
                        .ifPresent(triple -> {
                            Optional<Fact<FoundTarget>> built = builds.of(name, triple);
                            targets.put(triple, target(name, triple, built));
                            boolean told = Rust.reads(names.word(name)).isPresent()
                                            && Target.of(names.word(name)).isEmpty()
                                    || built.isPresent();
                            if (built.isEmpty()
                                    && triple.startsWith("i686-")
                                    && WIDTH.matcher(name.text()).find()
                                    && !PROCESSOR.matcher(name.text()).find()) {
                                draft.guess(
                                        "targets",
                                        names.word(name).isEmpty() ? names.stem(name) : names.word(name),
                                        triple + ": 'win32' is also a name of Windows alone, whatever the processor",
                                        "run 'file' on the program in " + UploadedFiles.shown(name.text()));
                            }
                            if (linked
                                    && !told
                                    && triple.endsWith("-linux-gnu")
                                    && name.platform().libc().isEmpty()) {
                                draft.guess(
                                        "targets",
                                        names.word(name).isEmpty() ? names.stem(name) : names.word(name),
                                        triple + ": the name does not show which C library the program needs",
                                        "run 'file' on the program in " + UploadedFiles.shown(name.text())
                                                + ": if it is static, write '"
                                                + Rust.reads(triple)
                                                        .map(target -> new Target(target.os(), target.arch(), Libc.MUSL)
                                                                .word())
                                                        .orElse("")
                                                + "'");
                            }
                        }));
        variants(targets);
        return List.copyOf(targets.values());
    }

    /** Of several files for one platform, those that the workflow builds in their own way, under the same names. */
    private void variants(Map<String, Fact<FoundTarget>> targets) {
        Set<String> chosen = targets.values().stream()
                .flatMap(fact -> fact.value().archive().stream())
                .map(builds::named)
                .collect(Collectors.toSet());
        Set<String> known = names.names().map(AssetName::text).collect(Collectors.toSet());
        for (Fact<FoundTarget> fact : builds.setup().targets()) {
            Optional<String> name = fact.value().archive().map(builds::named);
            Fact<FoundTarget> first = targets.get(fact.value().triple());
            boolean other = first != null
                    && (!first.value().features().equals(fact.value().features())
                            || !first.value().flags().equals(fact.value().flags()));
            if (other && name.filter(known::contains).isPresent() && !chosen.contains(name.get())) {
                FoundTarget own =
                        fact.value().variant().isEmpty() ? fact.value().called(name.get()) : fact.value();
                targets.put(own.id(), new Fact<>(own, release.place(name.get()) + " and " + fact.from()));
            }
        }
    }

    /**
     * The plain names before those with another word in them. Of several for one platform, that of the format and of the
     * form, such as two words with a dash, that most files have.
     */
    private List<AssetName> chosen() {
        Map<String, Long> formats = count(NamedTargets::format);
        Map<String, Long> forms = count(this::form);
        return names.names()
                .sorted(Comparator.comparing((AssetName name) -> names.apart().containsKey(name))
                        .thenComparing((AssetName name) -> !names.plain(name))
                        .thenComparing(name -> -formats.getOrDefault(format(name), 0L))
                        .thenComparing(name -> -forms.getOrDefault(form(name), 0L)))
                .toList();
    }

    private Map<String, Long> count(Function<AssetName, String> key) {
        return names.names().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private String form(AssetName name) {
        return names.word(name).replaceAll("[A-Za-z0-9]++", "x");
    }

    private static String format(AssetName name) {
        return name.platform().os() + name.ending();
    }

    private Fact<FoundTarget> target(AssetName name, String triple, Optional<Fact<FoundTarget>> built) {
        boolean raw = name.kind() == FileKind.PROGRAM;
        Optional<FoundArchive> seen = built.flatMap(fact -> fact.value().archive())
                .filter(archive -> !raw)
                .filter(archive -> !archive.layout().equals(Optional.of("raw")));
        FoundArchive shown = contents.filter(any -> !raw)
                .map(Fact::value)
                .or(() -> seen)
                .or(() -> packed.apply(name.text()).filter(archive -> !raw))
                .orElseGet(() -> new FoundArchive(
                        "", "", raw ? Optional.of("raw") : Optional.empty(), List.of(), Map.of(), List.of()));
        FoundTarget like = built.map(Fact::value).orElseGet(() -> builds.likeOthers(triple));
        if (built.isEmpty() && !like.equals(FoundTarget.of(triple))) {
            draft.guess(
                    "targets",
                    names.word(name),
                    "no build was found, so the features and flags are those of the others",
                    "compare what " + UploadedFiles.shown(name.text()) + " can do with the files for other platforms");
        }
        FoundArchive archive = shown.called(names.stem(name), raw ? "" : name.ending());
        String place = Stream.of(
                        Optional.of(places.apply(name.text())),
                        contents.filter(any -> !raw).map(Fact::from),
                        built.map(Fact::from).filter(from -> !Fact.doubtful(from)))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" and "));
        return new Fact<>(
                built.map(Fact::value)
                        .orElseGet(() -> builds.likeOthers(triple))
                        .packed(archive),
                place);
    }

    /** What the machine that makes a file runs, if the name leaves the processor out or only says {@code arm}. */
    private Optional<String> ofRunner(AssetName name) {
        Platform platform = name.platform();
        boolean arm = name.saysOnlyArm();
        if (!arm && !(platform.os().equals("macos") && platform.arch().isEmpty())) {
            return Optional.empty();
        }
        Optional<String> label = runners.apply(name.text());
        Optional<String> triple = label.flatMap(Triples::ofRunner)
                .filter(machine -> !arm || machine.startsWith("aarch64"))
                .filter(machine -> Rust.reads(machine)
                        .filter(target -> target.os().word().equals(platform.os()))
                        .isPresent())
                .filter(machine -> names.names()
                        .filter(other -> !other.equals(name))
                        .noneMatch(other -> Target.of(other.platform().word())
                                .filter(target -> Rust.triple(target).equals(machine))
                                .isPresent()));
        triple.ifPresent(machine -> draft.guess(
                "targets",
                UploadedFiles.shown(name.text()),
                machine + ": the name " + (arm ? "only says 'arm'" : "has no processor") + ", and '" + label.get()
                        + "' makes this file",
                "run 'file' on the program in it"));
        return triple;
    }

    private Platform platform(AssetName name) {
        Platform platform = name.platform();
        boolean newer = arm == Arm.NEWER || builds.onlyNewArm();
        return newer && name.saysOnlyArm() ? new Platform(platform.os(), "armv7", platform.libc()) : platform;
    }

    /** The build for an older ARM processor, if it is one of the only target that there is. */
    private Optional<FoundTarget> level(AssetName name) {
        return arm == Arm.LEVELS ? new GoArm(builds).of(name, platform(name)) : Optional.empty();
    }

    private Fact<FoundTarget> older(AssetName name, FoundTarget build) {
        boolean known =
                builds.setup().targets().stream().anyMatch(fact -> fact.value().equals(build));
        if (name.saysOnlyArm() && !known) {
            draft.guess(
                    "targets",
                    names.word(name).isEmpty() ? names.stem(name) : names.word(name),
                    build.id() + ": the name only says 'arm'",
                    "run 'go version -m' on the program in " + UploadedFiles.shown(name.text())
                            + ", which prints GOARM");
        }
        return target(name, build.triple(), Optional.of(new Fact<>(build, places.apply(name.text()))))
                .map(target -> target.called(build.variant()));
    }

    /** What the compiler calls the platform: the word itself, what the workflow builds for it, or the usual one. */
    private Optional<String> triple(AssetName name) {
        String word = names.word(name);
        boolean vendor = !word.matches("[a-z0-9_]++-linux-(?:gnu|musl)[a-z0-9]*+"); // Zig and C compilers do without
        if (vendor && Target.of(word).isEmpty() && Rust.reads(word).isPresent()) {
            return Optional.of(word);
        }
        Optional<String> same = builds.same(name).map(fact -> fact.value().triple());
        if (same.isPresent()) {
            return same;
        }
        Optional<String> machine = ofRunner(name);
        if (machine.isPresent()) {
            return machine;
        }
        Platform platform = platform(name);
        List<String> built = builds.triples(platform);
        Optional<String> usual = Target.of(platform.word()).map(Rust::triple);
        if (!built.isEmpty()) {
            return Optional.of(usual.filter(built::contains).orElse(built.get(0)));
        }
        if (usual.isEmpty()) {
            String why = platform.arch().isEmpty()
                    ? "the name has no processor, so the target is unknown; add it to 'targets' with 'as'"
                    : "no target is called '" + platform.word() + "'";
            draft.left("targets", UploadedFiles.shown(name.text()), why + "; from " + places.apply(name.text()));
            return Optional.empty();
        }
        return usual;
    }
}
