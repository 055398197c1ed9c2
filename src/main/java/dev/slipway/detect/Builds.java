package dev.slipway.detect;

import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.PackCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Follows a job's commands and notes what is built for which platform, and in which file it is handed out. */
final class Builds {
    private static final Set<String> CARGO = Set.of("cargo", "cross", "cargo-zigbuild");
    private static final Set<String> BUILDING = Set.of("build", "b", "zigbuild", "rustc", "auditable", "dist", "xtask");

    private static final Pattern FLOOR = Pattern.compile("\\.(2\\.\\d+)$");

    private final DryRow job;
    private final RepositoryFiles files;
    private final Set<String> uploads;
    private final Map<String, FoundTarget> found = new LinkedHashMap<>();
    private final List<Command> staged = new ArrayList<>();
    private final List<Command> tars = new ArrayList<>();
    private String current = "";

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
    static List<FoundTarget> of(DryRow job, RepositoryFiles files, Set<String> uploads) {
        Builds builds = new Builds(job, files, uploads);
        builds.current = Triples.inRow(job).orElse("");
        job.commands().forEach(builds::follow);
        if (builds.found.isEmpty()) {
            Triples.inRow(job).ifPresent(triple -> builds.found.put(triple, builds.target(triple)));
        }
        builds.rename();
        return List.copyOf(builds.found.values());
    }

    /** Whether a job compiles, and does not only pack what others have. */
    static boolean in(DryRow job) {
        return Triples.inRow(job).isPresent() || job.commands().anyMatch(Builds::compiles);
    }

    private void follow(Command command) {
        if (compiles(command)) {
            builds(command);
            return;
        }
        boolean compresses = command.program().matches("gzip|pigz|xz|zstd|bzip2")
                && !command.output().isEmpty();
        Optional<PackCommand> packing = compresses
                ? tars.stream()
                        .reduce((first, second) -> second)
                        .flatMap(tar -> PackCommand.of(new Command(tar.words(), command.output(), command.line())))
                : PackCommand.of(command);
        if (command.program().matches("g?tar|bsdtar")) {
            tars.add(command);
        }
        if (packing.isEmpty()) {
            staged.add(command);
            return;
        }
        Optional<String> said = Triples.in(command + " " + command.output());
        String triple = said.orElse(current);
        boolean builds = !found.isEmpty() || Triples.inRow(job).isPresent() || said.isPresent();
        if (!triple.isEmpty() && builds) {
            FoundArchive archive = Contents.of(files, staged, packing.get());
            found.computeIfAbsent(triple, one -> target(one));
            found.computeIfPresent(triple, (one, target) -> target.with(archive));
        }
    }

    private static boolean compiles(Command command) {
        List<String> words = command.arguments();
        boolean cargo = CARGO.contains(command.program()) || command.words().contains("cargo");
        boolean release = words.contains("--release")
                || words.contains("-r")
                || words.contains("--profile")
                || words.contains("dist")
                || words.stream().anyMatch(word -> word.startsWith("--profile="));
        return cargo && release && words.stream().anyMatch(BUILDING::contains);
    }

    private void builds(Command command) {
        String target = option(command, "--target").orElse("");
        Matcher glibc = FLOOR.matcher(target);
        Optional<String> floor = glibc.find() ? Optional.of(glibc.group(1)) : Optional.empty();
        Optional<String> triple = Triples.in(target)
                .or(() -> Triples.in(command.toString()))
                .or(() -> Triples.inRow(job))
                .or(() -> command.program().equals("docker")
                        ? named()
                        : job.runner().flatMap(Triples::ofRunner));
        triple.ifPresent(one -> {
            current = one;
            FoundTarget made = new FoundTarget(
                    one,
                    job.runner(),
                    job.container(),
                    method(command, one),
                    floor,
                    features(command),
                    Optional.empty());
            found.merge(one, made, (before, after) -> before.method().isPresent() ? before : after);
        });
    }

    /** What is built in a container of its own is fetched from the folder of its platform. */
    private Optional<String> named() {
        return job.steps().stream()
                .flatMap(step -> Stream.concat(Stream.of(step.run()), step.with().values().stream()))
                .flatMap(text -> Triples.in(text).stream())
                .findFirst();
    }

    private static Optional<String> option(Command command, String name) {
        List<String> words = command.words();
        int at = words.indexOf(name);
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> word.substring(name.length() + 1))
                .findFirst()
                .or(() -> at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty());
    }

    /** What a build adds to the features that are on by default. */
    private static List<String> features(Command command) {
        return Stream.of("--features", "-F")
                .flatMap(name -> option(command, name).stream())
                .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                .filter(feature -> feature.matches("[A-Za-z0-9_][A-Za-z0-9_/+.-]*"))
                .distinct()
                .toList();
    }

    private FoundTarget target(String triple) {
        return new FoundTarget(
                triple, job.runner(), job.container(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private Optional<String> method(Command command, String triple) {
        if (command.program().equals("cross")) {
            return Optional.of("cross");
        }
        if (command.arguments().contains("zigbuild") || command.program().equals("cargo-zigbuild")) {
            return Optional.of("zig");
        }
        if (!CARGO.contains(command.program())) {
            return Optional.empty();
        }
        Optional<String> host = job.runner().flatMap(Triples::ofRunner);
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
