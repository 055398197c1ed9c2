package dev.slipway.init;

import dev.slipway.Toolchains;
import dev.slipway.Version;
import dev.slipway.config.ConfigReader;
import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.publish.ListedStep;
import dev.slipway.detect.publish.Reason;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.migrate.ConfigVersion;
import dev.slipway.plan.Paths;
import dev.slipway.plan.Planner;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Document;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import dev.slipway.toolchain.Shipped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A first config for a project, and where each part of it comes from.
 *
 * @param config the text of a {@code slipway.yml} that can be planned
 */
public record Proposal(String config, List<Remark> remarks) {
    /** Longer lists are tried only whole. */
    private static final int MOST_ITEMS = 8;

    public Proposal {
        remarks = List.copyOf(remarks);
    }

    /**
     * Proposes what a repository's own files, history and workflows suggest.
     *
     * @param wanted the Cargo package to release, if several could be
     * @param today decides which runner labels can still be written
     */
    public static Proposal of(Repository repository, Optional<String> wanted, LocalDate today) throws NoProposal {
        return of(repository, wanted, today, Place.FREE, Optional.empty());
    }

    /**
     * The same for a repository that may already have files at the paths of ours, and perhaps a release that people
     * download: if its files and the repository disagree, the files win.
     *
     * @param place where the files of this config are generated
     */
    public static Proposal of(
            Repository asked, Optional<String> wanted, LocalDate today, Place place, Optional<Evidence> evidence)
            throws NoProposal {
        Draft draft = new Draft();
        ConfigVersion.parse(Version.current())
                .ifPresent(version -> draft.put("slipway", new Setting.Word(version.line())));
        Optional<OldRelease> old = evidence.map(known -> OldRelease.of(known, asked, draft));
        Optional<OldRelease> names = old.or(() -> UploadedFiles.of(asked, draft));
        Repository seen = names.map(known -> known.over(asked)).orElse(asked);
        boolean another = old.isEmpty() && isAnother(seen, place);
        Repository repository = another ? seen.forAnother() : names.isPresent() ? seen : LinkedFiles.over(seen);
        Optional<Naming> naming = (another ? old : names)
                .flatMap(known -> known.naming(repository))
                .or(() -> Naming.of(repository.release()));
        AboutProject project = AboutProject.read(repository, naming, place, draft);
        Optional<Fact<String>> description = toolchain(
                repository,
                project.name(),
                wanted.or(() -> AboutProject.packageAt(repository, place).map(Fact::value)),
                evidence.map(known -> Jars.of(known.release())).orElseGet(() -> Jars.of(repository.release())),
                draft);
        RunnerLabels runners = new RunnerLabels(today, draft);
        AboutTargets targets = AboutTargets.read(repository, naming, runners, draft);
        AboutImage image = AboutImage.read(repository, targets, old.isPresent() || repository.releases(), draft);
        image.add(description, project.name(), place, draft);
        new AboutBuilds(repository, project.tagPrefix(), targets, image, runners, old.isPresent(), draft).add();
        new AboutArchive(
                        repository,
                        targets,
                        naming,
                        old.flatMap(known -> known.naming(repository)).isPresent(),
                        old.flatMap(OldRelease::contents).isPresent(),
                        draft)
                .add(project.tagPrefix());
        image.addSettings(project.name(), programs(draft), draft);
        AboutRelease.add(repository, draft);
        AboutTools.add(repository.release(), runners, old.map(OldRelease::tells).orElse(Set.of()), draft);
        old.ifPresent(known -> known.beside(targets).add(project.name()));
        AboutCi.add(repository, runners, place, draft);
        place.add(draft);
        if (!another) {
            steps(repository, draft);
        }
        return judged(repository, old, draft);
    }

    /** What the config builds so far, the first one first; later keys may still allow what has no place in it now. */
    private static List<Shipped> programs(Draft draft) {
        Draft trial = draft.copy();
        try {
            leaveOut(trial);
        } catch (NoProposal later) {
            return List.of();
        }
        return plan(trial.text()).shipped();
    }

    /** Whether the release of today hands out another package than the one in the folder of the config. */
    private static boolean isAnother(Repository repository, Place place) {
        Optional<CargoPackage> own = repository.rust().stream()
                .flatMap(rust -> rust.packages().stream())
                .filter(one -> !place.folder().isEmpty() && one.directory().equals(place.folder()))
                .findFirst();
        Optional<CargoPackage> shipped = repository.rust().flatMap(Rust::shipped);
        if (own.isEmpty() || shipped.equals(own)) {
            return false;
        }
        List<CargoPackage> companions = repository.rust().map(Rust::companions).orElse(List.of());
        return shipped.isPresent()
                ? !companions.contains(own.get())
                : Naming.of(repository.release())
                        .flatMap(Naming::name)
                        .filter(name -> !name.value().equals(own.get().name().value())
                                && !own.get().programs().contains(name.value()))
                        .isPresent();
    }

    /** The steps that nothing stands for, in the config as it is now. */
    private static void steps(Repository repository, Draft draft) {
        boolean stripped = repository.rust().flatMap(Rust::strip).isPresent()
                || repository.go().isPresent();
        for (Fact<ListedStep> left : repository.release().uncovered()) {
            Reason reason = left.value().reason();
            boolean strips = reason.has(Reason.Kind.STRIPPING);
            boolean done = draft.has("packages", "crates") && reason.has(Reason.Kind.CRATES)
                    || draft.has("packages", "homebrew") && reason.has(Reason.Kind.HOMEBREW)
                    || strips && stripped;
            if (!done) {
                String why = (strips ? reason.with(instead(repository)) : reason).text();
                draft.left("step", "'" + left.value().name() + "'", why + "; from " + left.from());
            }
        }
    }

    private static String instead(Repository repository) {
        return repository.rust().isPresent()
                ? "write 'strip = true' in [profile.release] of Cargo.toml"
                : repository.others().isEmpty() ? "move it to 'jobs'" : "do this in 'command.build'";
    }

    private static Optional<Fact<String>> toolchain(
            Repository repository, String project, Optional<String> wanted, Jars jars, Draft draft) throws NoProposal {
        if (repository.rust().isPresent()) {
            return AboutRust.add(repository, project, wanted, draft);
        }
        if (repository.go().isPresent()) {
            return AboutGo.add(repository, project, draft);
        }
        if (AboutGradle.goesBefore(repository)) {
            return AboutGradle.add(repository, project, wanted, jars, draft);
        }
        return repository.maven().isPresent()
                ? AboutMaven.add(repository, project, wanted, jars, draft)
                : AboutCommand.add(repository, project, draft);
    }

    /**
     * The finished config, and how its files differ from those of today.
     *
     * @param repository its release is compared with the config
     * @param old the release whose real names somebody else compares with it
     */
    private static Proposal judged(Repository repository, Optional<OldRelease> old, Draft draft) throws NoProposal {
        leaveOut(draft);
        ReleaseSetup release = repository.releaseAt(AboutProject.tags(draft));
        List<Fact<ReleasedFile>> files = old.map(OldRelease::files).orElseGet(release::released);
        new PackageFiles(files, plan(draft.text()), draft).add();
        FirstVersions.tell(repository, plan(draft.text()), draft);
        if (old.isEmpty()) {
            new AboutAssets(repository, release, plan(draft.text()), draft).add();
        }
        return new Proposal(draft.text(), draft.remarks());
    }

    /** What the repository says may be nothing that a config can say: that much is left out, and said. */
    private static void leaveOut(Draft draft) throws NoProposal {
        List<Problem> problems = problems(draft.text());
        while (!problems.isEmpty()) {
            Problem problem = problems.get(0);
            Optional<Pointer> item = item(problem, draft);
            Pointer where = item.orElse(problem.where());
            String value = draft.at(where);
            if (!draft.remove(where)) {
                throw new NoProposal(problem.message(), problem.help());
            }
            String key = String.join(".", where.tokens());
            draft.refuse(problem.where(), item.map(any -> value));
            draft.left(key.replaceAll("\\.[0-9]+", ""), value, problem.message());
            problems = problems(draft.text());
        }
    }

    /** The one item of a list without which there is no such problem. */
    private static Optional<Pointer> item(Problem problem, Draft draft) {
        int items = draft.items(problem.where());
        return items < 2 || items > MOST_ITEMS
                ? Optional.empty()
                : IntStream.range(0, items)
                        .mapToObj(problem.where()::child)
                        .filter(one -> problems(draft.textWithout(one)).stream()
                                .noneMatch(other -> other.where().equals(problem.where())
                                        && other.message().equals(problem.message())))
                        .findFirst();
    }

    /** What the config makes. */
    public ReleasePlan plan() {
        return plan(config);
    }

    private static ReleasePlan plan(String config) {
        SourceText source = new SourceText(Paths.CONFIG, config);
        return Planner.plan(
                ConfigReader.read(Document.of(source, YamlReader.read(source)), Toolchains.READERS), Paths.USUAL);
    }

    private static List<Problem> problems(String config) {
        try {
            plan(config);
            return List.of();
        } catch (Rejected rejected) {
            return rejected.problems();
        }
    }
}
