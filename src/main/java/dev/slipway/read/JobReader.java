package dev.slipway.read;

import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Snapshot;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads jobs in native syntax, each after the jobs that it needs. */
public final class JobReader {
    private static final String NAMELESS = "unreadable";

    /** How many jobs may wait for each other: each is read before the one that needs it. */
    private static final int DEEPEST = 250;

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The first of the ids that differ only in case. */
    private final Map<String, String> firsts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Pointer place;
    private final Map<String, List<Job>> known;
    private final List<Problem> problems;
    private final Map<String, Job> read = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();

    private JobReader(Pointer place, Map<String, List<Job>> known, List<Problem> problems) {
        this.place = place;
        this.known = known;
        this.problems = problems;
    }

    /**
     * Reads the key {@code jobs}.
     *
     * @param known jobs that are there already and may be needed, by the words that name one or several
     * @param problems gets what cannot be read; then what comes back lacks it
     */
    public static List<Job> read(Node jobs, Pointer place, Map<String, List<Job>> known, List<Problem> problems) {
        JobReader reader = new JobReader(place, known, problems);
        Keys.read(jobs, place, problems, keys -> {
            reader.nodes.putAll(keys.each((node, at) -> node));
            reader.nodes.keySet().forEach(id -> {
                reader.numbers.put(id, reader.numbers.size());
                reader.firsts.putIfAbsent(id, id);
            });
            return reader.nodes.size();
        });
        return reader.nodes.keySet().stream().map(reader::job).toList();
    }

    private Job job(String id) {
        Job done = read.get(id);
        if (done != null) {
            return done;
        }
        waiting.add(id);
        Pointer at = place.child(id);
        boolean valid = Job.isId(id);
        boolean again = !id.equals(firsts.get(id));
        if (again) {
            problems.add(Problem.at(at.key(), "another job is called " + Quote.of(id) + " already"));
        }
        if (!valid) {
            problems.add(Problem.at(
                    at.key(),
                    "invalid job id " + Quote.of(id),
                    "write letters, digits, '_' and '-', beginning with a letter or '_'"));
        }
        Node node = Optional.ofNullable(nodes.get(id)).orElseThrow();
        Job job = Keys.read(node, at, problems, keys -> job(valid && !again ? id : nameless(id), keys));
        waiting.remove(id);
        read.put(id, job);
        return job;
    }

    private String nameless(String id) {
        return NAMELESS + "_" + numbers.get(id);
    }

    private Job job(String id, Keys keys) {
        List<Job> needs = needs(keys);
        return keys.has("uses") ? call(id, needs, keys) : steps(id, needs, keys);
    }

    private List<Job> needs(Keys keys) {
        List<Job> needs = new ArrayList<>();
        List<String> ids = keys.plainTexts("needs");
        for (String id : ids) {
            if (known.containsKey(id)) {
                known.getOrDefault(id, List.of()).stream()
                        .filter(job -> !needs.contains(job))
                        .forEach(needs::add);
            } else if (waiting.contains(written(id))) {
                keys.report(keys.at("needs"), "jobs that need each other: " + String.join(", ", waiting), "");
            } else if (waiting.size() >= DEEPEST) {
                keys.report(
                        keys.at("needs"),
                        "more than " + DEEPEST + " jobs need each other in a row",
                        "let more of them run at the same time");
            } else if (nodes.containsKey(written(id))) {
                needs.add(job(written(id)));
            } else {
                Set<String> all = new LinkedHashSet<>(known.keySet());
                all.addAll(nodes.keySet());
                keys.report(
                        keys.at("needs"),
                        "there is no job " + Quote.of(id),
                        Suggestion.nearest(id, all)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the jobs are " + String.join(", ", all)));
            }
        }
        return needs;
    }

    /** The id of a job as it is written where the job is: upper and lower case are the same. */
    private String written(String id) {
        return nodes.containsKey(id) ? id : firsts.getOrDefault(id, id);
    }

    private static CallJob call(String id, List<Job> needs, Keys keys) {
        boolean inherit = keys.node("secrets")
                .filter(node -> node.fold(
                        mapping -> false,
                        sequence -> false,
                        scalar -> scalar.text().equals("inherit")))
                .isPresent();
        return new CallJob(
                id,
                "",
                keys.text("name"),
                needs,
                keys.condition("if"),
                Parts.permissions(keys),
                keys.word("cache-mode"),
                Parts.concurrency(keys),
                Parts.strategy(keys),
                StepReader.action(keys.word("uses").orElse("")),
                keys.values("with"),
                inherit ? Map.of() : keys.namedTexts("secrets"),
                inherit);
    }

    private StepsJob steps(String id, List<Job> needs, Keys keys) {
        StepReader steps = new StepReader(problems);
        if (!keys.has("runs-on")) {
            keys.report(
                    keys.here(),
                    "the key 'runs-on' is missing",
                    "write the label of a runner: 'runs-on: ubuntu-latest'");
        }
        if (!keys.has("steps")) {
            keys.report(
                    keys.here(), "the key 'steps' is missing", "write what the job does, or 'uses' to call a workflow");
        }
        return new StepsJob(
                id,
                "",
                keys.text("name"),
                needs,
                keys.condition("if"),
                runsOn(keys),
                keys.shortOr("container", Parts::image, Parts::container),
                keys.named("services", Parts::service),
                Parts.permissions(keys),
                keys.word("cache-mode"),
                keys.shortOr("environment", Parts::environment, Parts::environment),
                Parts.concurrency(keys),
                keys.value("timeout-minutes"),
                keys.value("cancel-timeout-minutes"),
                keys.value("continue-on-error"),
                Parts.strategy(keys),
                Parts.defaults(keys),
                keys.values("env"),
                keys.namedTexts("outputs"),
                keys.shortOr(
                        "snapshot",
                        name -> new Snapshot(name, Optional.empty(), Optional.empty()),
                        it -> new Snapshot(
                                it.text("image-name").orElse(Text.of("")), it.text("version"), it.condition("if"))),
                keys.items("steps", steps::read));
    }

    private static RunsOn runsOn(Keys keys) {
        Optional<Node> node = keys.node("runs-on");
        boolean grouped = node.map(it -> it.fold(mapping -> true, sequence -> false, scalar -> false))
                .orElse(false);
        Optional<RunsOn> read = grouped
                ? keys.nested("runs-on", it -> runsOn(it.texts("labels"), it.text("group")))
                : Optional.of(runsOn(keys.texts("runs-on"), Optional.empty()));
        return read.orElse(RunsOn.UBUNTU_LATEST);
    }

    private static RunsOn runsOn(List<Text> labels, Optional<Text> group) {
        return labels.isEmpty() && group.isEmpty() ? RunsOn.UBUNTU_LATEST : new RunsOn(labels, group);
    }
}
