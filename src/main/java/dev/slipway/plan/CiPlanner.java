package dev.slipway.plan;

import dev.slipway.config.CiConfig;
import dev.slipway.source.CronFields;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plans how changes are tested. */
final class CiPlanner {
    /** The job that determines which other jobs a pull request needs. */
    static final String CHANGES = "changes";

    private static final Pointer PLACE = Pointer.of("/ci");
    private static final List<String> BRANCHES = List.of("main");

    private final CiConfig ci;
    private final Toolchain toolchain;
    private final List<BuildGroup> groups;
    private final List<Problem> problems;

    CiPlanner(CiConfig ci, Toolchain toolchain, List<BuildGroup> groups, List<Problem> problems) {
        this.ci = ci;
        this.toolchain = toolchain;
        this.groups = groups;
        this.problems = problems;
    }

    Ci ci() {
        List<String> runners = groups.stream()
                .flatMap(group -> group.builds().stream().map(build -> tester(group, build)))
                .distinct()
                .toList();
        List<String> jobs = new ArrayList<>();
        Set<SharedJob> shared = EnumSet.noneOf(SharedJob.class);
        sort(jobs, shared);
        checkGate(jobs, shared);
        return new Ci(
                triggers(),
                ci.os().isEmpty() ? runners : ci.os(),
                jobs,
                commands(),
                shared,
                ci.packages(),
                ci.setup(),
                ci.env());
    }

    /** Where a program is tested: where it is built, or where it would be if it were not built for another system. */
    private static String tester(BuildGroup group, Build build) {
        Os system = build.target().os();
        return system.host() == group.host() ? build.runner() : system.runner();
    }

    private CiTriggers triggers() {
        PatternCheck.refs(ci.branches(), PLACE.child("branches"), problems);
        for (int i = 0; i < ci.schedule().size(); i++) {
            Pointer place = PLACE.child("schedule").child(i);
            CronFields.fault(ci.schedule().get(i))
                    .ifPresent(fault -> problems.add(Problem.at(
                            place,
                            fault,
                            "the fields are minute, hour, day of the month, month and day of the "
                                    + "week, as in '0 6 * * 1'")));
        }
        if (!ci.paths().isEmpty() && !ci.pathsIgnore().isEmpty()) {
            problems.add(Problem.at(
                    PLACE.child("paths-ignore").key(),
                    "'paths' and 'paths-ignore' cannot be combined",
                    "keep one of the two: 'paths' already excludes all other files"));
        }
        return new CiTriggers(
                ci.branches().isEmpty() ? BRANCHES : ci.branches(),
                ci.schedule(),
                ci.mergeQueue().orElse(false),
                ci.paths(),
                ci.pathsIgnore());
    }

    /** Separates the words of the toolchain from those of every project. */
    private void sort(List<String> jobs, Set<SharedJob> shared) {
        if (ci.jobs().isEmpty()) {
            toolchain.ci().stream().filter(CiOffer::usual).map(CiOffer::word).forEach(jobs::add);
            return;
        }
        List<String> words = ci.jobs().get();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Pointer place = PLACE.child("jobs").child(i);
            Optional<CiOffer> offer = toolchain.ci().stream()
                    .filter(one -> one.word().equals(word))
                    .findFirst();
            Optional<SharedJob> neutral = Stream.of(SharedJob.values())
                    .filter(job -> job.word().equals(word))
                    .findFirst();
            offer.ifPresent(found -> jobs.add(word));
            offer.flatMap(CiOffer::lack)
                    .ifPresent(lack -> problems.add(Problem.at(place, lack.message(), lack.help())));
            neutral.ifPresent(shared::add);
            if (offer.isEmpty() && neutral.isEmpty() && !word.isEmpty()) {
                problems.add(Problem.at(place, "unknown job " + Quote.of(word), suggest(word)));
            }
        }
    }

    private String suggest(String word) {
        return Suggestion.nearest(word, words())
                .map(near -> "did you mean '" + near + "'?")
                .orElse("the jobs are " + String.join(", ", words()) + "; add commands under 'ci.commands'");
    }

    private List<String> words() {
        return Stream.concat(
                        toolchain.ci().stream().map(CiOffer::word),
                        Stream.of(SharedJob.values()).map(SharedJob::word))
                .toList();
    }

    private void checkGate(List<String> jobs, Set<SharedJob> shared) {
        if (!jobs.isEmpty() || !ci.commands().isEmpty()) {
            return;
        }
        Pointer place = PLACE.child("jobs");
        if (shared.isEmpty() && ci.jobs().filter(List::isEmpty).isPresent()) {
            problems.add(Problem.at(place, "CI has no job", "add a job such as 'test', or write 'ci: false'"));
        } else if (shared.equals(Set.of(SharedJob.GATE))) {
            problems.add(
                    Problem.at(place, "'gate' has no job to wait for", "add a job such as 'test', or remove 'gate'"));
        }
    }

    private List<CiCommand> commands() {
        Set<String> taken = new HashSet<>(words());
        taken.add(CHANGES);
        groups.forEach(group -> taken.add(group.job()));
        List<CiCommand> commands = new ArrayList<>();
        ci.commands().forEach((name, command) -> {
            if (!taken.add(name.toLowerCase(Locale.ROOT))) {
                problems.add(Problem.at(
                        PLACE.child("commands").child(name).key(),
                        "duplicate job " + Quote.of(name),
                        "give the command another name, such as 'my-" + name + "'"));
            }
            commands.add(new CiCommand(
                    name,
                    command.run(),
                    command.os().isEmpty() ? List.of(CiSetting.MACHINE) : command.os(),
                    command.permissions()));
        });
        return commands;
    }
}
