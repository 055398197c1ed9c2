package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads which programs are built for which machines.
 *
 * @param old whether GoReleaser is older than 2.15
 * @see <a href="https://goreleaser.com/customization/builds/builders/go/">builds</a>
 */
record Programs(Section root, Fields fields, boolean old, Notes notes) {
    private static final List<String> FIRST_CLASS = List.of(
            "darwin_amd64",
            "darwin_arm64",
            "linux_386",
            "linux_amd64",
            "linux_arm",
            "linux_arm64",
            "windows_386",
            "windows_amd64");
    private static final List<String> USUAL_RUST = List.of(
            "x86_64-unknown-linux-gnu",
            "x86_64-apple-darwin",
            "x86_64-pc-windows-gnu",
            "aarch64-unknown-linux-gnu",
            "aarch64-apple-darwin");
    private static final List<String> VARIANT_KEYS =
            List.of("goamd64", "go386", "goarm", "goarm64", "gomips", "goppc64", "goriscv64");

    private static final Pattern TRIPLE = Pattern.compile(
            "\\b(?:x86_64|aarch64|i686|armv7|arm|riscv64gc|powerpc64le|s390x)-(?:unknown|apple|pc)-[a-z]{3,10}(?:-[a-z]{2,12})?\\b");

    /** The most machines of a program; Go itself has fewer. */
    private static final int MAX_MACHINES = 200;

    /** All programs; those of a config that says nothing of builds are GoReleaser's default. */
    List<Program> read() {
        List<Section> sections = new ArrayList<>(root.sections("builds"));
        sections.addAll(root.sections("build"));
        List<Section> all = sections.isEmpty() ? List.of(root.absent("builds")) : sections;
        return all.stream().flatMap(section -> program(section).stream()).toList();
    }

    private Optional<Program> program(Section build) {
        String builder = build.text("builder").orElse("go");
        if (!List.of("go", "rust", Program.PREBUILT).contains(builder)) {
            notes.left(build, "builder", "programs of this builder are not imported");
            return Optional.empty();
        }
        if (build.text("skip").filter("true"::equals).isPresent()) {
            notes.left(build, "skip", "it builds nothing");
            return Optional.empty();
        }
        if (build.text("buildmode").filter(mode -> mode.startsWith("c-")).isPresent()) {
            notes.left(build, "buildmode", "a library, not a program");
            return Optional.empty();
        }
        build.skip("no_unique_dist_dir");
        timed(build);
        List<Machine> machines = builder.equals("rust") ? rust(build) : go(build);
        if (builder.equals(Program.PREBUILT)) {
            machines = prebuilt(build, machines);
        }
        String id = build.text("id").orElse(fields.project());
        String binary = build.text("binary").orElse(fields.project());
        return Optional.of(new Program(id, binary, place(build, builder, binary), builder, machines, build));
    }

    /** Files of our archives have the time of the commit as well. */
    private static void timed(Section section) {
        if (section.summary("mod_timestamp").replace(" ", "").equals("{{.CommitTimestamp}}")) {
            section.skip("mod_timestamp");
        }
    }

    /** What two builds have in common that make the same program for different machines; Cargo has no main package. */
    private static String place(Section build, String builder, String binary) {
        String dir = GoPrograms.clean(build.text("dir").orElse("."));
        return !builder.equals("go")
                ? dir + "/" + binary
                : dir + "/" + GoPrograms.folder(build.text("main").orElse("."));
    }

    private List<Machine> rust(Section build) {
        List<String> targets = filled(build, "targets");
        return (targets.isEmpty() ? USUAL_RUST : targets)
                .stream()
                        .flatMap(target -> Machine.rustTarget(target).stream())
                        .distinct()
                        .toList();
    }

    /** Where the programs are that other commands build; a path may say what Rust calls a machine. */
    private List<Machine> prebuilt(Section build, List<Machine> machines) {
        String path = build.section("prebuilt").text("path").orElse("");
        notes.left(
                build,
                "prebuilt",
                "GoReleaser packs programs that other commands build; compare how those build them with the config");
        return machines.stream()
                .map(machine -> TRIPLE.matcher(fields.of(machine, "").fill(path).text())
                        .results()
                        .findFirst()
                        .flatMap(triple -> Machine.rustTarget(triple.group()))
                        .orElse(machine))
                .toList();
    }

    private List<Machine> go(Section build) {
        List<String> targets = filled(build, "targets");
        if (!targets.isEmpty()) {
            Stream.concat(Stream.of("goos", "goarch", "ignore"), VARIANT_KEYS.stream())
                    .filter(build::has)
                    .forEach(key -> notes.left(build, key, "GoReleaser ignores it because of 'targets'"));
            return targets.stream()
                    .flatMap(target -> target.equals("go_first_class") || target.equals("go_118_first_class")
                            ? FIRST_CLASS.stream()
                            : Stream.of(target))
                    .flatMap(target -> Machine.goTarget(target).stream())
                    .distinct()
                    .sorted(java.util.Comparator.comparing(Machine::target))
                    .toList();
        }
        List<Section> ignored = build.sections("ignore");
        Set<Machine> machines = new LinkedHashSet<>();
        List<String> systems = or(filled(build, "goos"), List.of("linux", "darwin", "windows"));
        List<String> processors = or(filled(build, "goarch"), List.of("amd64", "arm64", "386"));
        VARIANT_KEYS.forEach(build::texts);
        for (String os : systems) {
            for (String arch : processors) {
                for (String variant : variants(build, arch)) {
                    Machine machine = Machine.go(os, arch, variant);
                    boolean wanted =
                            machine.valid(old) && ignored.stream().noneMatch(rule -> matches(rule, os, arch, variant));
                    if (wanted && machines.size() < MAX_MACHINES) {
                        machines.add(machine);
                    }
                }
            }
        }
        return List.copyOf(machines);
    }

    private static List<String> variants(Section build, String arch) {
        String key = Machine.variantKey(arch);
        return key.isEmpty() ? List.of("") : or(build.texts(key), List.of(Machine.usualVariant(arch)));
    }

    private static List<String> or(List<String> some, List<String> usual) {
        return some.isEmpty() ? usual : some;
    }

    /** A rule is one for all that it does not name. */
    private static boolean matches(Section rule, String os, String arch, String variant) {
        String key = Machine.variantKey(arch);
        boolean other = VARIANT_KEYS.stream()
                .anyMatch(name -> !name.equals(key) && rule.text(name).isPresent());
        return fits(rule, "goos", os)
                && fits(rule, "goarch", arch)
                && !other
                && (key.isEmpty() || fits(rule, key, variant));
    }

    private static boolean fits(Section rule, String key, String value) {
        return rule.text(key).filter(text -> !text.equals(value)).isEmpty();
    }

    private List<String> filled(Section build, String key) {
        List<String> filled = new ArrayList<>();
        for (String text : build.texts(key)) {
            Evaluation.Result result = fields.fill(text);
            if (result.told()) {
                filled.add(result.text());
            } else {
                notes.part(build, key, text, result.why());
            }
        }
        return filled;
    }

    /** The same with universal programs for Macs, which may replace those of single processors. */
    List<Program> united(List<Program> programs) {
        List<Program> all = new ArrayList<>(programs);
        for (Section universal : root.sections("universal_binaries")) {
            timed(universal);
            String id = universal.text("id").orElse(fields.project());
            List<String> ids = or(universal.texts("ids"), List.of(id));
            boolean replace = universal.flag("replace");
            String name = universal.text("name_template").orElse(fields.project());
            for (Program program : programs) {
                boolean mac = program.machines().stream()
                        .anyMatch(machine -> machine.os().equals("darwin"));
                if (mac && ids.contains(program.id())) {
                    if (replace) {
                        all.replaceAll(other -> other.id().equals(program.id()) ? without(other) : other);
                    }
                    all.add(new Program(
                            id,
                            name,
                            program.place(),
                            program.builder(),
                            List.of(Machine.universal()),
                            program.section()));
                }
            }
        }
        return all;
    }

    private static Program without(Program program) {
        return program.on(program.machines().stream()
                .filter(machine ->
                        !machine.os().equals("darwin") || machine.arch().equals("all"))
                .toList());
    }
}
