package dev.slipway.plan;

import dev.slipway.config.Checksums;
import dev.slipway.config.Config;
import dev.slipway.config.Reading;
import dev.slipway.facts.ActionTable;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Rejected;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves what a config leaves open, and finds what in it cannot be: the one place of all defaults. */
public final class Planner {
    private static final List<String> TAGS = List.of("v*");

    private final Config config;
    private final List<Problem> problems = new ArrayList<>();

    private Planner(Config config) {
        this.config = config;
    }

    /**
     * Plans the release that a config asks for.
     *
     * @throws Rejected with everything that is wrong with the config, in reading and in meaning
     */
    public static ReleasePlan plan(Reading reading) {
        Config config = reading.config();
        if (!(config.toolchain() instanceof Toolchain toolchain)) {
            throw new Rejected(reading.problems());
        }
        Planner planner = new Planner(config);
        ReleasePlan plan = planner.plan(toolchain);
        reading.and(planner.problems).orReject();
        return plan;
    }

    private ReleasePlan plan(Toolchain toolchain) {
        Repository repository = Repository.of(config.repository());
        Project project = new Project(
                config.name().orElse(repository.name()), repository, config.description(), config.license());
        TagRule tags = tags();
        ArchiveTemplate archives = ArchiveTemplates.read(config, project, tags, problems);
        Packing packing = new PackingPlanner(config.archive(), toolchain, problems).packing(project.name());
        BuildPlanner planner = new BuildPlanner(config, toolchain, archives, packing, problems);
        List<BuildGroup> groups = planner.groups();
        ArchiveTemplates.checkNames(archives, groups, problems);
        Optional<Image> image = config.docker()
                .flatMap(docker -> new ImagePlanner(docker, project, tags, toolchain, problems).image(groups));
        return new ReleasePlan(
                project,
                tags,
                config.submodules(),
                toolchain,
                groups,
                archives,
                packing,
                packing.generated().isEmpty() ? Optional.empty() : planner.generator(groups),
                Sums.of(config.checksums().orElse(Checksums.PER_FILE)),
                config.release().draft().orElse(false),
                image,
                config.ci()
                        .map(ci -> new CiPlanner(ci, toolchain, groups, problems).ci())
                        .filter(ci -> !ci.idle()),
                config.docs().release(),
                HatchPlanner.plan(config, groups, image.isPresent(), problems),
                actions());
    }

    private TagRule tags() {
        List<String> patterns = config.tags().isEmpty() ? TAGS : config.tags();
        String prefix = TagRule.prefix(patterns.get(0));
        for (int i = 1; i < patterns.size(); i++) {
            if (!TagRule.prefix(patterns.get(i)).equals(prefix)) {
                problems.add(Problem.at(
                        Pointer.of("/tag").child(i),
                        Quote.of(patterns.get(i)) + " has another text before the version than "
                                + Quote.of(patterns.get(0)),
                        "begin every pattern with '" + prefix + "': what follows it is read as the version"));
            }
        }
        return new TagRule(patterns, prefix);
    }

    private ActionTable actions() {
        ActionTable table = ActionTable.standard();
        for (String action : config.actions().keySet()) {
            if (!table.refs().containsKey(action)) {
                String known = table.refs().keySet().stream().sorted().collect(Collectors.joining(", "));
                problems.add(Problem.at(
                        Pointer.of("/actions").child(action).key(),
                        "no generated workflow uses " + Quote.of(action),
                        Suggestion.nearest(action, table.refs().keySet())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the actions are " + known)));
            }
        }
        return table.with(config.actions());
    }
}
