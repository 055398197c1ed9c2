package dev.slipway.run.example;

import dev.slipway.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An example whose release was rehearsed, and what was planned: both as the command prints them for programs. What they say
 * is read from these texts here, so that no fault of the command's own comparison can hide in this one.
 *
 * @param exit what the rehearsal ended with
 * @param said what people see meanwhile
 */
record RehearsedExample(int exit, String said, JsonNode report, JsonNode plan) {
    /** Rehearses a tag in a new repository of an example. */
    static RehearsedExample of(String example, String tag, Path folder, List<String> options) {
        return in(ExampleProject.of(example).in(folder, tag), tag, options);
    }

    /** Rehearses a tag in a repository. */
    static RehearsedExample in(Path repository, String tag, List<String> options) {
        List<String> words = new ArrayList<>(List.of("rehearse", tag, "--format", "json"));
        words.addAll(options);
        Ran rehearsed = Ran.in(repository, words);
        Ran planned = Ran.in(repository, List.of("plan", tag, "--format", "json"));
        return new RehearsedExample(rehearsed.exit(), rehearsed.err(), rehearsed.json(), planned.json());
    }

    private record Ran(int exit, String out, String err) {
        static Ran in(Path repository, List<String> words) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            List<String> all = new ArrayList<>(List.of("--directory", repository.toString()));
            all.addAll(words);
            int exit = Main.run(all, new PrintWriter(out), new PrintWriter(err));
            return new Ran(exit, out.toString(), err.toString());
        }

        JsonNode json() {
            return out.isEmpty()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(out);
        }
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return list.valueStream();
    }

    private static SortedSet<String> texts(JsonNode list) {
        SortedSet<String> all = new TreeSet<>();
        each(list).forEach(one -> all.add(one.asString()));
        return all;
    }

    /** The needs of each job by its id. */
    private static SortedMap<String, SortedSet<String>> needs(JsonNode jobs) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        each(jobs).forEach(job -> all.put(job.path("id").asString(), texts(job.path("needs"))));
        return all;
    }

    SortedMap<String, SortedSet<String>> plannedJobs() {
        return needs(plan.path("jobs"));
    }

    SortedMap<String, SortedSet<String>> jobs() {
        return needs(report.path("jobs"));
    }

    /** What the token of each job may do, by the job's id. */
    private static SortedMap<String, SortedSet<String>> permissions(JsonNode jobs) {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        each(jobs).forEach(job -> {
            SortedSet<String> granted = new TreeSet<>();
            each(job.path("permissions"))
                    .forEach(one -> granted.add(one.path("scope").asString() + ": "
                            + one.path("level").asString()));
            all.put(job.path("id").asString(), granted);
        });
        return all;
    }

    SortedMap<String, SortedSet<String>> plannedPermissions() {
        return permissions(plan.path("jobs"));
    }

    SortedMap<String, SortedSet<String>> permissions() {
        return permissions(report.path("jobs"));
    }

    /** The ids of the jobs that are planned to be skipped. */
    SortedSet<String> plannedToBeSkipped() {
        SortedSet<String> all = new TreeSet<>();
        each(plan.path("jobs"))
                .filter(job -> job.path("runs").asString().equals("no"))
                .forEach(job -> all.add(job.path("id").asString()));
        return all;
    }

    SortedSet<String> skipped() {
        SortedSet<String> all = new TreeSet<>();
        each(report.path("jobs"))
                .filter(job -> job.path("result").asString().equals("skipped"))
                .forEach(job -> all.add(job.path("id").asString()));
        return all;
    }

    /** The ids of the jobs in the order in which they ran. */
    List<String> order() {
        return each(report.path("jobs")).map(job -> job.path("id").asString()).toList();
    }

    /** What became of each job: {@code success}, or something else with the reason behind it. */
    SortedMap<String, String> results() {
        SortedMap<String, String> all = new TreeMap<>();
        each(report.path("jobs"))
                .forEach(job -> all.put(
                        job.path("id").asString(),
                        (job.path("result").asString() + " "
                                        + job.path("message").asString())
                                .strip()));
        return all;
    }

    /** What answered in the place of something else. */
    SortedSet<String> standIns() {
        return texts(report.path("standIns"));
    }

    SortedSet<String> differences() {
        return texts(report.path("differences"));
    }

    /** What the command itself says of the comparison. */
    String verdict() {
        return "compared " + report.path("compared").asString() + ", succeeded "
                + report.path("succeeded").asString();
    }

    SortedSet<String> plannedFiles() {
        return texts(plan.path("release").path("assets"));
    }

    SortedSet<String> files() {
        SortedSet<String> all = new TreeSet<>();
        each(report.path("release").path("files"))
                .forEach(file -> all.add(file.path("name").asString()));
        return all;
    }

    /** The tag and the flags of the release; {@code latest} if the plan shows what it will be. */
    Map<String, String> plannedRelease() {
        JsonNode release = plan.path("release");
        Map<String, String> all = new TreeMap<>();
        all.put("tag", plan.path("tag").asString());
        Stream.of("draft", "prerelease", "latest")
                .filter(release::has)
                .forEach(name -> all.put(name, release.path(name).asString()));
        return all;
    }

    Map<String, String> release() {
        Map<String, String> all = new TreeMap<>();
        plannedRelease()
                .keySet()
                .forEach(name -> all.put(name, report.path("release").path(name).asString()));
        return all;
    }

    /** Every name of an image with its tag, and its platforms. */
    SortedMap<String, SortedSet<String>> plannedImages() {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        JsonNode image = plan.path("image");
        SortedSet<String> names = texts(image.path("alsoAs"));
        if (image.has("name")) {
            names.add(image.path("name").asString());
        }
        String commit = report.path("commit").asString().substring(0, 7);
        Stream.concat(Stream.of(image), each(image.path("variants"))).forEach(variant -> {
            for (String tag : texts(variant.path("tags"))) {
                String known = tag.replace("<commit>", commit);
                names.forEach(name -> all.put(name + ":" + known, texts(variant.path("platforms"))));
            }
        });
        return all;
    }

    SortedMap<String, SortedSet<String>> images() {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        each(report.path("images"))
                .forEach(image -> texts(image.path("tags"))
                        .forEach(tag ->
                                all.put(image.path("name").asString() + ":" + tag, texts(image.path("platforms")))));
        return all;
    }

    /** Names of files that one who downloads the release could not use. */
    List<String> useless() {
        return each(report.path("tried"))
                .filter(one -> one.path("result").asString().equals("failure"))
                .map(one ->
                        one.path("file").asString() + ": " + one.path("detail").asString())
                .toList();
    }

    /** Whether the rehearsal left its report in the repository, and nothing that git would see. */
    static String left(Path repository) throws IOException {
        boolean report = Files.isRegularFile(repository.resolve(".slipway/rehearsal/report.json"));
        return "report " + report + ", status '"
                + new Git(repository, Version.FIRST.date()).run("status", "--porcelain") + "'";
    }
}
