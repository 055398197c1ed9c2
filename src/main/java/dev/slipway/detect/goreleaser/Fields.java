package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What templates can name, for a release that is not a prerelease: values that are known, and gaps for what only the tag
 * and its commit know.
 *
 * @param project the name of the project
 * @param values all fields
 */
record Fields(String project, Map<String, Value> values) {
    private static final String NO_FIELD = "'.%' is known only during a release";
    static final String NO_VARIABLE = "the environment variable '%' is unknown";

    Fields {
        values = Map.copyOf(values);
    }

    /** The fields of a whole release. */
    static Fields of(Section root, Surroundings around) {
        String project = project(root, around);
        Map<String, Value> values = new HashMap<>();
        values.put("ProjectName", Value.Text.of(project));
        values.put("ModulePath", Value.Text.of(around.module().orElse("")));
        gap(values, "{version}", "Version", "RawVersion");
        gap(values, "{tag}", "Tag", "Summary");
        gap(values, "{commit}", "Commit", "FullCommit");
        gap(values, "{short-commit}", "ShortCommit");
        gap(values, "{date}", "CommitDate");
        gap(values, "{now}", "Date");
        gap(values, "{major}", "Major");
        gap(values, "{minor}", "Minor");
        gap(values, "{patch}", "Patch");
        values.put("Prerelease", Value.Text.of(""));
        for (String no : new String[] {"IsSnapshot", "IsNightly", "IsGitDirty", "IsSingleTarget"}) {
            values.put(no, new Value.Flag(false));
        }
        values.put("IsGitClean", new Value.Flag(true));
        values.put("GitTreeState", Value.Text.of("clean"));
        values.put("IsDraft", new Value.Flag(root.section("release").flag("draft")));
        around.slug().ifPresent(slug -> values.put("GitURL", Value.Text.of("https://github.com/" + slug + ".git")));
        around.machine()
                .map(machine -> machine.split("/"))
                .ifPresent(machine -> values.put(
                        "Runtime",
                        new Value.Table(
                                Map.of("Goos", Value.Text.of(machine[0]), "Goarch", Value.Text.of(machine[1])),
                                NO_FIELD)));
        Fields bare = new Fields(project, values);
        values.put("Env", new Value.Table(environment(root, around, bare), NO_VARIABLE));
        Map<String, Value> own = new HashMap<>();
        root.pairs("variables").forEach((name, text) -> own.put(name, Value.Text.of(text)));
        values.put("Var", new Value.Table(own, "the variable '%' is unknown"));
        return new Fields(project, values);
    }

    private static void gap(Map<String, Value> values, String text, String... names) {
        for (String name : names) {
            values.put(name, new Value.Text(text, true));
        }
    }

    /** GoReleaser asks Cargo first, then the repository that it releases in. */
    private static String project(Section root, Surroundings around) {
        Section target = root.section("release").section("github");
        return root.text("project_name")
                .filter(name -> !name.contains("{{"))
                .or(around::crate)
                .or(() -> target.text("name").filter(name -> !name.contains("{{")))
                .or(around::repository)
                .or(() -> around.module().map(module -> module.replaceFirst("^.*/", "")))
                .orElse("project");
    }

    /** GitHub's own variables, and those of the workflow and the config. */
    private static Map<String, Value> environment(Section root, Surroundings around, Fields bare) {
        Map<String, Value> environment = new HashMap<>();
        around.slug().ifPresent(slug -> environment.put("GITHUB_REPOSITORY", Value.Text.of(slug)));
        around.owner().ifPresent(owner -> environment.put("GITHUB_REPOSITORY_OWNER", Value.Text.of(owner)));
        around.env().forEach((name, text) -> environment.put(name, Value.Text.of(text)));
        environment.put("GITHUB_REF_NAME", new Value.Text("{tag}", true));
        environment.put("GITHUB_SHA", new Value.Text("{commit}", true));
        Value project = Value.Text.of(root.text("project_name").orElse("")); // its default is set later
        extend(environment, root.texts("env"), bare.with(Map.of("ProjectName", project)));
        return environment;
    }

    /** Each line of a config may name the variables that are set before it. */
    private static void extend(Map<String, Value> environment, List<String> lines, Fields fields) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                Value.Table table = fields.with(Map.of("Env", new Value.Table(environment, NO_VARIABLE)))
                        .table();
                Evaluation.Result value = Evaluation.of(line.substring(equals + 1), table);
                boolean open = value.text().contains("{") || value.text().contains("$");
                environment.put(
                        line.substring(0, equals),
                        value.told() && !value.text().contains("$")
                                ? new Value.Text(value.text(), open)
                                : new Value.Unknown(NO_VARIABLE.replace("%", line.substring(0, equals))));
            }
        }
    }

    /** The variables that are known in every build. */
    Map<String, Value> environment() {
        return values.get("Env") instanceof Value.Table table ? table.values() : Map.of();
    }

    /** The fields of one build, whose own environment comes on top of that of all. */
    Fields building(Section build) {
        Map<String, Value> environment = new HashMap<>(environment());
        extend(environment, build.texts("env"), this);
        return with(Map.of("Env", new Value.Table(environment, NO_VARIABLE)));
    }

    Fields with(Map<String, Value> more) {
        Map<String, Value> all = new HashMap<>(values);
        all.putAll(more);
        return new Fields(project, all);
    }

    Fields with(String name, String text) {
        return with(Map.of(name, new Value.Text(text, text.contains("{"))));
    }

    /** The fields of a build of a machine. */
    Fields of(Machine machine, String binary) {
        return with(machine.fields()).with(Map.of("Binary", Value.Text.of(binary)));
    }

    Value.Table table() {
        return new Value.Table(values, NO_FIELD);
    }

    Evaluation.Result fill(String template) {
        return Evaluation.of(template, table());
    }

    /** The text of a template that is known whole. */
    Optional<String> known(String template) {
        return Optional.of(fill(template))
                .filter(result -> !result.text().contains("{"))
                .map(Evaluation.Result::text);
    }
}
