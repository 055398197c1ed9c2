package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.config.DockerConfig;
import dev.slipway.config.Reading;
import dev.slipway.config.TagScheme;
import dev.slipway.facts.ActionTable;
import dev.slipway.facts.Licenses;
import dev.slipway.model.workflow.ActionRef;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Rejected;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves what a config leaves open, and finds contradictions in it: the only place of all defaults. */
public final class Planner {

    private final Config config;
    private final Paths paths;
    private final List<Problem> problems = new ArrayList<>();

    private Planner(Config config, Paths paths) {
        this.config = config;
        this.paths = paths;
    }

    /**
     * Plans the release that a config asks for.
     *
     * @param paths where its generated files will be
     * @throws Rejected with everything that is wrong with the config, in reading and in meaning
     */
    public static ReleasePlan plan(Reading reading, Paths paths) {
        Config config = reading.config();
        if (!(config.toolchain() instanceof Toolchain toolchain)) {
            new Planner(config, paths).rejectWithoutToolchain(reading);
            throw new Rejected(reading.problems());
        }
        Planner planner = new Planner(config, paths);
        ReleasePlan plan = planner.plan(toolchain);
        reading.and(planner.problems).orReject();
        return plan;
    }

    /** What depends on the toolchain is not planned without one, so that no default of another one is found wrong. */
    private void rejectWithoutToolchain(Reading reading) {
        TagRule tags = tags();
        ArchiveTemplates.read(config, project(), tags, problems);
        Sums.of(config, project(), tags, problems);
        Page.of(config.docs(), problems);
        actions();
        checkAlone(tags);
        reading.and(problems).orReject();
    }

    /** What depends on nothing else that is planned. */
    private void checkAlone(TagRule tags) {
        config.license()
                .flatMap(license -> Licenses.standard().fault(license))
                .ifPresent(fault -> problems.add(Problem.at(Pointer.of("/license"), fault.message(), fault.help())));
        ScopeCheck.check(config, problems);
        SchemeCheck.check(config, tags, problems);
    }

    private Project project() {
        Repository repository = Repository.of(config.repository());
        return new Project(
                config.name().orElse(repository.name()),
                repository,
                config.description(),
                config.license(),
                config.docker()
                        .flatMap(DockerConfig::file)
                        .map(paths::withDockerfile)
                        .orElse(paths));
    }

    private TagRule tags() {
        return new TagPlanner(config.tags(), config.tagScheme().orElse(TagScheme.SEMVER), problems).rule();
    }

    private ReleasePlan plan(Toolchain toolchain) {
        Project project = project();
        TagRule tags = tags();
        ArchiveTemplates archives = ArchiveTemplates.read(config, project, tags, problems);
        Packing packing = new PackingPlanner(config.archive(), toolchain, problems).packing(project.name());
        BuildPlanner planner = new BuildPlanner(config, toolchain, archives, packing, problems);
        List<BuildGroup> groups = planner.groups();
        archives.checkNames(config.targets(), groups);
        Optional<Image> image = config.docker()
                .flatMap(docker -> new ImagePlanner(docker, project, tags, toolchain, problems).image(groups));
        Release release = new ReleasePlanner(config, toolchain, tags, problems).release(project.name());
        Optional<BuildGroup> generator = packing.generated().isEmpty() ? Optional.empty() : planner.generator(groups);
        ActionTable actions = actions();
        ReleasePlan plan = new ReleasePlan(
                project,
                tags,
                Sources.of(config.sources()),
                toolchain,
                groups,
                archives.usual(),
                packing,
                generator,
                Sums.of(config, project, tags, problems),
                release,
                config.packages().isEmpty()
                        ? Packages.none(tags)
                        : new PackagesPlanner(config.packages(), project, toolchain, release, packing, groups, problems)
                                .packages(tags, actions),
                image,
                config.ci()
                        .map(ci -> new CiPlanner(ci, toolchain, groups, problems).ci())
                        .filter(ci -> !ci.idle()),
                Page.of(config.docs(), problems),
                new Hatches(config.jobs(), config.permissions()),
                actions,
                config.retiredRunners());
        checkAlone(tags);
        HatchPlanner.check(plan, problems);
        checkFiles(plan);
        checkArchives(plan);
        String tag = plan.tags().example().name();
        plan.checksums().checkNames(plan.assets(tag), tag, problems);
        return plan;
    }

    /** All files of a release are in one folder, so no two may share a name. */
    private void checkFiles(ReleasePlan plan) {
        if (plan.release().files().isEmpty()) {
            return;
        }
        String tag = plan.tags().example().name();
        List<String> assets = plan.assets(tag);
        for (int i = 0; i < plan.release().files().size(); i++) {
            String name = plan.release().files().get(i).name().with(tag);
            if (plan.release().files().get(i).source() == RepositoryFile.Source.ARCHIVE
                    && plan.opened().isEmpty()) {
                problems.add(Problem.at(
                        Pointer.of("/release/files").child(i),
                        "there is no archive that contains the file",
                        "write another 'layout' than 'raw' under 'archive', or remove the file"));
            }
            if (assets.indexOf(name) != assets.lastIndexOf(name)) {
                problems.add(Problem.at(
                        Pointer.of("/release/files").child(i),
                        "another release file has the name " + Quote.of(name),
                        "write another name after the path, as in 'doc/" + name + " => other-" + name + "'"));
            }
        }
    }

    /** No archive may have the name of a package, the list of components or the checksums. */
    private void checkArchives(ReleasePlan plan) {
        if (config.archive().name().isEmpty()) {
            return;
        }
        String tag = plan.tags().example().name();
        List<String> others = new ArrayList<>(plan.assets(tag));
        List<String> archives =
                plan.builds().map(build -> build.archive().with(tag)).toList();
        archives.forEach(others::remove);
        plan.release().files().forEach(file -> others.remove(file.name().with(tag)));
        archives.stream()
                .distinct()
                .filter(others::contains)
                .forEach(name -> problems.add(Problem.at(
                        Pointer.of("/archive/name"),
                        "another release file has the name " + Quote.of(name),
                        "add '{platform}' or '{target}' to the name")));
    }

    private ActionTable actions() {
        ActionTable table = ActionTable.standard();
        for (String action : config.actions().keySet()) {
            if (!table.generated().contains(action)) {
                String known = table.generated().stream().sorted().collect(Collectors.joining(", "));
                problems.add(Problem.at(
                        Pointer.of("/actions").child(action).key(),
                        "no generated workflow uses " + Quote.of(action),
                        Suggestion.nearest(action, table.generated())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the actions are " + known)));
            }
        }
        Map<String, ActionRef> own = new LinkedHashMap<>();
        config.actions().forEach((action, pin) -> own.put(action, new ActionRef(action, pin.ref(), pin.version())));
        return table.with(own);
    }
}
