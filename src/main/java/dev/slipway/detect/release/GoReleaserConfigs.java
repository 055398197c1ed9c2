package dev.slipway.detect.release;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.golang.GoReader;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.goreleaser.Surroundings;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the configs of GoReleaser that releases use, and reads them as one.
 *
 * @param slug {@code owner/name} on GitHub
 * @param calls how the workflows start GoReleaser
 */
record GoReleaserConfigs(RepositoryFiles files, Optional<String> slug, GoReleaserCalls calls) {
    /**
     * A config that is there.
     *
     * @param folder where GoReleaser is started, from which its paths go; empty for the top
     * @param file its path from the top
     */
    private record Place(String folder, String file) {}

    /** Those that a workflow names, else the one that GoReleaser would find or another CI service names. */
    GoReleaserImport read(List<ExistingWorkflow> workflows) {
        Optional<Place> usual = Stream.concat(GoReleaser.FILES.stream(), new OtherCi(files).goReleaserConfigs())
                .filter(files::has)
                .findFirst()
                .map(file -> new Place("", file));
        List<Place> named = calls.configs().stream()
                .flatMap(config -> place(config, usual).stream())
                .distinct()
                .toList();
        GoReleaserImport packed = (named.isEmpty() ? usual.stream() : named.stream())
                .flatMap(place -> read(place).stream())
                .reduce(GoReleaserImport::and)
                .or(() -> Optional.of(workflows).filter(some -> !write(some)).flatMap(some -> byDefault()))
                .orElse(new GoReleaserImport(files, Optional.empty(), calls, List.of()));
        return packed.config().filter(GoReleaser::packsPrebuilt).isEmpty()
                ? packed
                : calls.builders().stream()
                        .flatMap(config -> place(config, usual).stream())
                        .filter(place -> !named.contains(place))
                        .flatMap(place -> read(place).stream())
                        .reduce(GoReleaserImport::and)
                        .map(builds -> packed.and(new GoReleaserImport(
                                files, builds.config().map(GoReleaser::building), calls, builds.findings())))
                        .orElse(packed);
    }

    /** What GoReleaser does with a Go module if it finds no config. */
    private Optional<GoReleaserImport> byDefault() {
        return calls.unconfigured()
                .filter(call -> GoReader.read(below(call.folder())).isPresent())
                .map(call -> read(new SourceText(call.place(), ""), call.folder()));
    }

    /** Whether a step may make the config. */
    private static boolean write(List<ExistingWorkflow> workflows) {
        return workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .anyMatch(step -> step.run().contains("goreleaser.y"));
    }

    private RepositoryFiles below(String folder) {
        return folder.isEmpty() ? files : files.below(folder);
    }

    private Optional<Place> place(GoReleaserCalls.Config config, Optional<Place> usual) {
        if (config.file().isEmpty() && config.folder().isEmpty()) {
            return usual;
        }
        return config.paths().filter(files::has).findFirst().map(file -> new Place(config.folder(), file));
    }

    private Optional<GoReleaserImport> read(Place place) {
        return files.read(place.file()).map(source -> read(source, place.folder()));
    }

    private GoReleaserImport read(SourceText source, String folder) {
        RepositoryFiles below = below(folder);
        Optional<String> module = GoReader.read(below).map(go -> go.module().value());
        Optional<String> crate = below.read("Cargo.toml")
                .map(TomlFile::read)
                .flatMap(manifest -> manifest.top().text("package", "name"));
        try {
            Surroundings around = new Surroundings(
                    slug,
                    module,
                    crate,
                    tree(below),
                    calls.onlyBuilds(),
                    calls.old(),
                    calls.machine(),
                    calls.env(slug),
                    calls.shown(),
                    calls.configs().size() > 1 ? Optional.empty() : calls.sums());
            GoReleaser config = GoReleaser.read(source, around);
            return new GoReleaserImport(
                    files, Optional.of(folder.isEmpty() ? config : config.below(folder)), calls, List.of());
        } catch (InvalidSource unreadable) {
            return new GoReleaserImport(files, Optional.empty(), calls, unreadable.findings());
        }
    }

    private static Surroundings.Tree tree(RepositoryFiles files) {
        return new Surroundings.Tree() {
            @Override
            public boolean has(String path) {
                return files.has(path);
            }

            @Override
            public boolean hasFolder(String path) {
                return files.hasDirectory(path);
            }

            @Override
            public Optional<SourceText> read(String path) {
                return files.has(path) ? files.read(path) : Optional.empty();
            }

            @Override
            public List<String> list(String folder) {
                return files.list(folder);
            }
        };
    }
}
