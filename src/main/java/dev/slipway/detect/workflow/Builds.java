package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.Triples;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Made;
import dev.slipway.shell.PackCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows a job's commands and notes what is built for which platform, and in which file it is handed out. */
public final class Builds {
    private static final Set<String> CARGO = Set.of("cargo", "cross", "cargo-zigbuild");
    private static final Set<String> BUILDING = Set.of("build", "b", "zigbuild", "rustc", "auditable", "dist", "xtask");

    /** Builds the program first, and for a release. */
    private static final String INSTALLER =
            "(?s)cargo wix(?! (?:init|print|clean|purge|sign)\\b)(?!.* --no-build\\b).*";

    private static final Pattern FLOOR = Pattern.compile("\\.(2\\.\\d+)$");

    /** How often a command is compared with one that packs: more than any honest job needs. */
    private static final int MOST_COMPARED = 20_000;

    private final DryRow job;
    private final RepositoryFiles files;
    private final Set<String> uploads;
    private final Map<String, FoundTarget> found = new LinkedHashMap<>();
    private final List<Command> staged = new ArrayList<>();
    private final List<Command> tars = new ArrayList<>();
    private final Map<Command, FoundArchive> packed = new LinkedHashMap<>();
    private final Map<Command, PackCommand> packings = new LinkedHashMap<>();
    private final Set<String> compiled = new HashSet<>();
    private String current = "";
    private int compared;

    private Builds(DryRow job, RepositoryFiles files, Set<String> uploads) {
        this.job = job;
        this.files = files;
        this.uploads = Set.copyOf(uploads);
    }

    /**
     * The platforms of a job, in the order in which it comes to them.
     *
     * @param uploads the names under which any job of the workflow uploads programs
     */
    public static List<FoundTarget> of(DryRow job, RepositoryFiles files, Set<String> uploads) {
        return read(job, files, uploads).targets();
    }

    /** What a job builds and packs. */
    static Builds read(DryRow job, RepositoryFiles files, Set<String> uploads) {
        Builds builds = new Builds(job, files, uploads);
        builds.current = Triples.inRow(job).orElse("");
        Predicate<Command> tool = command -> OtherModules.builds(command, files);
        boolean own = job.commands().anyMatch(command -> GoFlags.builds(command) && !tool.test(command));
        job.commands().filter(command -> !own || !tool.test(command)).forEach(builds::follow);
        if (builds.found.isEmpty()) {
            Triples.inRow(job).ifPresent(triple -> builds.found.put(triple, builds.plain(triple)));
        }
        builds.rename();
        return builds;
    }

    List<FoundTarget> targets() {
        return List.copyOf(found.values());
    }

    /** What is in the archive that a command packs. */
    Optional<FoundArchive> archive(Command packing) {
        return Optional.ofNullable(packed.get(packing.bare()));
    }

    /** The target of a platform, if a command of the job compiles it. */
    Optional<FoundTarget> compiled(String triple) {
        return Optional.ofNullable(found.get(triple)).filter(one -> compiled.contains(one.triple()));
    }

    /** The target of a platform, as the job builds it; of a universal program, that of one processor. */
    FoundTarget target(String triple) {
        return Optional.ofNullable(found.get(triple))
                .orElseGet(() -> found.values().stream()
                        .filter(one ->
                                triple.startsWith("universal") && one.triple().endsWith("-apple-darwin"))
                        .findFirst()
                        .map(one -> one.within(triple))
                        .orElseGet(() -> plain(triple)));
    }

    /** What a program is built for. */
    Optional<String> platform(Made.Program program) {
        Optional<String> own = program.by()
                .flatMap(command -> command.program().equals("lipo")
                        ? Optional.of("universal-apple-darwin")
                        : new GoFlags(command).triple(host()));
        Optional<String> host = host().filter(found::containsKey);
        return own.or(() -> Triples.in(program.path()))
                .or(() -> found.size() > 1 ? host : Optional.empty())
                .or(this::platform);
    }

    /** The only platform that the job builds for. */
    Optional<String> platform() {
        Optional<String> only = found.size() == 1 ? found.keySet().stream().findFirst() : Optional.empty();
        return only.or(() -> Triples.inRow(job))
                .or(() -> found.containsKey(current) ? Optional.of(current) : Optional.empty());
    }

    /** Whether a job compiles, and does not only pack what others have. */
    public static boolean in(DryRow job) {
        return Triples.inRow(job).isPresent() || job.commands().anyMatch(Builds::compiles);
    }

    private void follow(Command command) {
        if (compiles(command)) {
            builds(command);
            staged.add(command);
            return;
        }
        boolean compresses = command.program().matches("gzip|pigz|xz|zstd|bzip2")
                && !command.output().isEmpty();
        boolean packs = command.program().startsWith("7z");
        boolean fed = packs && command.arguments().contains("-si");
        Optional<String> file = fed
                ? PackCommand.of(command).map(PackCommand::path)
                : Optional.of(command.output()).filter(output -> compresses);
        Optional<PackCommand> packing = file.isPresent()
                ? tars.stream()
                        .reduce((first, second) -> second)
                        .flatMap(tar -> PackCommand.of(new Command(tar.words(), file.get(), command.line())))
                : PackCommand.of(command);
        if (command.program().matches("g?tar|bsdtar")
                || packs && command.arguments().contains("-so")) {
            tars.add(command);
        }
        if (packing.isEmpty()) {
            staged.add(command);
            return;
        }
        compared += staged.size();
        if (compared > MOST_COMPARED) {
            return;
        }
        PackCommand whole = whole(command, packing.get());
        FoundArchive archive = Contents.of(there(), staged, whole, command.folder(), job.checkout());
        packed.put(command.bare(), archive);
        packings.put(command.bare(), whole);
        Optional<String> said = Triples.in(command + " " + command.output());
        String triple = said.orElse(current);
        boolean builds = !found.isEmpty() || Triples.inRow(job).isPresent() || said.isPresent();
        if (!triple.isEmpty() && builds) {
            found.computeIfAbsent(triple, one -> plain(one));
            found.computeIfPresent(
                    triple,
                    (one, target) -> whole == packing.get()
                            ? target.with(archive)
                            : target.archive()
                                    .filter(first -> first.name().equals(archive.name()))
                                    .map(first -> target.released(archive, target.variant()))
                                    .orElse(target));
        }
    }

    /** The files of the repository that the job has: one that fetches what others built may check nothing out. */
    private RepositoryFiles there() {
        boolean fetches = job.steps().stream().anyMatch(step -> step.action().equals("actions/download-artifact"));
        boolean checksOut = job.steps().stream().anyMatch(step -> step.action().contains("checkout"))
                || job.commands().anyMatch(command -> command.arguments().contains("clone"));
        return fetches && !checksOut ? files.none() : files;
    }

    /** A command together with those before it that packed into the same archive. */
    private PackCommand whole(Command command, PackCommand packing) {
        boolean gone = staged.stream()
                .filter(one -> one.program().matches("mv|rm|Move-Item|Remove-Item"))
                .anyMatch(one -> one.words().contains(packing.path()));
        return packings.entrySet().stream()
                .filter(one -> packing.adds() && !gone)
                .filter(one -> one.getKey().folder().equals(command.folder()))
                .map(Map.Entry::getValue)
                .filter(one -> one.path().equals(packing.path()))
                .reduce((first, second) -> second)
                .map(one -> one.with(packing))
                .orElse(packing);
    }

    private static boolean compiles(Command command) {
        if (GoFlags.builds(command)) {
            return true;
        }
        List<String> words = command.arguments();
        boolean cargo = CARGO.contains(command.program()) || command.words().contains("cargo");
        boolean release = words.contains("--release")
                || words.contains("-r")
                || words.contains("--profile")
                || words.contains("dist")
                || words.stream().anyMatch(word -> word.startsWith("--profile="));
        boolean installs = command.toString().matches(INSTALLER);
        return (cargo || wheels(command)) && (release && words.stream().anyMatch(BUILDING::contains) || installs);
    }

    /** Whether the program is built for a package of Python, too: it is left where Cargo leaves it. */
    private static boolean wheels(Command command) {
        return command.inner().program().equals("maturin") && packsProgram(command);
    }

    private static boolean packsProgram(Command command) {
        return command.toString().matches("(?s).* (?:-b|--bindings)[ =]bin(?: .*)?");
    }

    /** Only the package of Python has both processors of a Mac in one program: Cargo builds for each. */
    private static Stream<String> parts(Command command, String target) {
        return target.equals("universal2-apple-darwin") && packsProgram(command)
                ? Stream.of("x86_64-apple-darwin", "aarch64-apple-darwin")
                : Stream.of(target);
    }

    private void builds(Command command) {
        if (GoFlags.builds(command)) {
            go(command);
            return;
        }
        CargoFlags cargo = new CargoFlags(command);
        List<String> named = cargo.targets();
        named.stream().flatMap(target -> parts(command, target)).forEach(target -> builds(command, cargo, target));
        if (named.isEmpty()) {
            String given = command.env().getOrDefault("CARGO_BUILD_TARGET", "");
            builds(command, cargo, given.isEmpty() ? configured(command.folder()) : given);
        }
    }

    /** What a file of Cargo in a folder, or the nearest above it, says to build for; empty if it is the machine itself. */
    private String configured(String folder) {
        String at = folder.isEmpty() ? "" : folder + "/";
        return Stream.of(at + ".cargo/config", at + ".cargo/config.toml")
                .flatMap(file -> files.read(file).stream())
                .flatMap(source -> TomlFile.read(source).top().text("build", "target").stream())
                .findFirst()
                .orElseGet(() ->
                        folder.isEmpty() ? "" : configured(folder.substring(0, Math.max(0, folder.lastIndexOf('/')))));
    }

    private void builds(Command command, CargoFlags cargo, String target) {
        Matcher glibc = FLOOR.matcher(target);
        Optional<String> floor = glibc.find() ? Optional.of(glibc.group(1)) : Optional.empty();
        Optional<String> triple = Triples.in(target)
                .or(() -> Triples.in(command.toString()))
                .or(() -> Triples.inRow(job))
                .or(() -> command.program().equals("docker") ? named() : host());
        triple.ifPresent(one -> {
            current = one;
            compiled.add(one);
            FoundTarget made = new FoundTarget(
                    one,
                    job.runner(),
                    job.container(),
                    method(command, one),
                    floor,
                    cargo.features(),
                    Optional.empty(),
                    cargo.building(),
                    "");
            found.merge(one, made, Builds::both);
        });
    }

    /** The build that says more, with the packages of both. */
    private static FoundTarget both(FoundTarget before, FoundTarget after) {
        FoundTarget kept = before.method().isPresent() ? before : after;
        boolean named = kept.flags().containsKey("package");
        return named ? kept.alsoOf(kept == before ? after : before) : kept;
    }

    private void go(Command command) {
        GoFlags go = new GoFlags(command);
        go.triple(host()).or(() -> go.crosses() ? Optional.empty() : host()).ifPresent(one -> {
            current = one;
            compiled.add(one);
            FoundTarget made = new FoundTarget(
                    one,
                    job.runner(),
                    job.container(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    flags(go),
                    String.join(" ", go.own().values()));
            found.merge(one, made, FoundTarget::alsoOf);
        });
    }

    /** Marks linker flags whose values are guessed from the names of variables. */
    private Map<String, String> flags(GoFlags go) {
        Map<String, String> flags = new TreeMap<>(go.building());
        if (Stream.of(flags.getOrDefault("ldflags", "").split(" ")).anyMatch(job.guessed()::contains)) {
            flags.put(FoundTarget.GUESSED, "ldflags");
        }
        return flags;
    }

    /** The platform that the machine builds for by default. */
    private Optional<String> host() {
        return job.runner().flatMap(Triples::ofRunner);
    }

    /** What is built in its own container is fetched from the folder of its platform. */
    private Optional<String> named() {
        return job.steps().stream()
                .flatMap(step -> Stream.concat(Stream.of(step.run()), step.with().values().stream()))
                .flatMap(text -> Triples.in(text).stream())
                .findFirst();
    }

    private FoundTarget plain(String triple) {
        return new FoundTarget(
                triple, job.runner(), job.container(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private Optional<String> method(Command command, String triple) {
        if (command.program().equals("cross")) {
            return Optional.of(new CrossVersion(job)
                    .found()
                    .map(version -> "cross@" + version)
                    .orElse("cross"));
        }
        if (command.arguments().contains("zigbuild") || command.program().equals("cargo-zigbuild")) {
            return Optional.of("zig");
        }
        if (!CARGO.contains(command.program())) {
            return Optional.empty();
        }
        Optional<String> host = host();
        String arch = triple.replaceFirst("-.*", "");
        boolean same = host.filter(one -> one.startsWith(arch + "-")).isPresent();
        boolean linux = triple.contains("-linux-");
        return linux && host.isPresent() ? Optional.of(same ? "native" : "gcc") : Optional.empty();
    }

    /** What is uploaded may have another name than what was packed. */
    private void rename() {
        for (String name : AssetNames.of(job)) {
            String triple = Triples.in(name)
                    .orElse(found.size() == 1 ? found.keySet().iterator().next() : "");
            String ending = AssetNames.ending(name);
            name(triple, name.substring(0, name.length() - ending.length()), ending, Optional.empty());
        }
        for (String name : AssetNames.raw(job)) {
            Triples.in(name)
                    .ifPresent(triple -> name(triple, name.replaceFirst("\\.exe$", ""), "", Optional.of("raw")));
        }
        for (DryStep step : job.steps()) {
            String name = step.with().getOrDefault("name", "");
            String path = step.with().getOrDefault("path", "");
            boolean program = path.matches("(?>\\S*?target/)\\S*/release/[\\w.-]+");
            if (step.action().equals("actions/upload-artifact")
                    && program
                    && uploads.stream().anyMatch(one -> one.startsWith(name))) {
                Triples.in(path).ifPresent(triple -> name(triple, name, "", Optional.of("raw")));
            }
        }
    }

    private void name(String triple, String stem, String ending, Optional<String> layout) {
        FoundArchive uploaded = new FoundArchive(stem, ending, layout, List.of(), Map.of(), List.of());
        found.computeIfPresent(triple, (one, target) -> target.named(uploaded));
    }
}
