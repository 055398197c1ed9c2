package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how the programs are built, in the words of the toolchains {@code go} and {@code rust}. */
record ToolchainKeys(Section root, Fields fields, Surroundings around, Notes notes) {
    private static final String USUAL_LDFLAGS =
            "-s -w -X main.version={{.Version}} -X main.commit={{.Commit}} -X main.date={{.Date}} -X "
                    + "main.builtBy=goreleaser";
    /** What lists of flags mean the same in both tools. */
    private static final List<String> COMPARED = List.of("ldflags", "tags", "flags", "main", "dir");

    void add(Selection selection) {
        List<Program> programs = selection.programs();
        if (programs.isEmpty()) {
            return;
        }
        Program first = programs.get(0);
        Section build = first.section();
        build.skip("tool");
        build.skip("gobinary");
        if (first.rust()) {
            rust(first, programs);
        } else {
            programs(programs);
            ldflags(build);
            goFlags(build);
        }
        Environment environment = environment(first, selection);
        List<Program> builds = selection.builds();
        for (Program other : builds) {
            if (other.section() != build) {
                differences(build, other, environment);
            }
            other.section()
                    .sections("overrides")
                    .forEach(override -> overridden(build, override, other.machines(), environment));
        }
        if (!first.rust()) {
            new Linking(fields, notes).add(builds);
        }
    }

    /** What a build sets for some of its machines only. */
    private void overridden(Section build, Section override, List<Machine> machines, Environment environment) {
        String os = override.text("goos").orElse("");
        String arch = override.text("goarch").orElse("");
        override.names().stream().filter(name -> name.startsWith("go")).forEach(override::skip);
        List<Machine> some = machines.stream()
                .filter(machine -> os.isEmpty() || machine.os().equals(os))
                .filter(machine -> arch.isEmpty() || machine.arch().equals(arch))
                .toList();
        String of = Stream.of(os, arch).filter(word -> !word.isEmpty()).collect(Collectors.joining("/"));
        environment.other(override, some, "only for " + of + "; 'env' of a target sets it there");
        List.of("ldflags", "flags", "tags", "asmflags", "gcflags").forEach(key -> {
            if (override.has(key) && !meaning(override.texts(key)).equals(meaning(build.texts(key)))) {
                notes.left(override, key, "all targets are built like " + build.path());
            } else {
                override.skip(key);
            }
        });
    }

    /** One build says how all are built; if another says something else, that is lost. */
    private void differences(Section build, Program program, Environment environment) {
        Section other = program.section();
        String why = "all programs are built like " + build.path();
        environment.other(other, program.machines(), why);
        for (String key : COMPARED) {
            boolean same = meaning(build.texts(key)).equals(meaning(other.texts(key)));
            if (other.has(key) && !same && !key.equals("main")) {
                notes.left(other, key, why);
            } else {
                other.skip(key);
            }
        }
        other.skip("tool");
        other.skip("gobinary");
        if (other.has("command")) {
            notes.left(other, "command", "the toolchain uses its own command");
        }
    }

    /** The words of flags, however they are spread over lines and quoted. */
    private List<String> meaning(List<String> lines) {
        return lines.stream()
                .flatMap(line -> {
                    Evaluation.Result filled = fields.fill(line);
                    String open = line.replace("{{ ", "{{").replace(" }}", "}}");
                    return Flags.words(filled.told() ? filled.text() : open).stream();
                })
                .map(word -> word.replace("'", "").replace("\"", ""))
                .toList();
    }

    private List<String> names(List<Program> programs) {
        return programs.stream()
                .map(program -> program.name(fields, fields.project()))
                .toList();
    }

    private void programs(List<Program> programs) {
        List<String> names = names(programs);
        List<String> places = programs.stream().map(this::place).toList();
        String from = programs.get(0).section().from("main");
        if (places.get(0).endsWith("/...")) {
            below(
                    programs.get(0).section(),
                    places.get(0).substring(0, places.get(0).length() - "/...".length()),
                    from);
            return;
        }
        places.stream()
                .distinct()
                .filter(this::created)
                .forEach(place -> notes.open.add(new GoReleaser.Said<>(
                        "GoReleaser builds '" + place
                                + "', which is not in the repository, so something creates it before the "
                                + "build; find out whether the package here builds the same; from " + from,
                        "go.package")));
        if (programs.size() == 1) {
            if (!names.get(0).equals(fields.project())) {
                notes.texts("go.bins", names, programs.get(0).section().from("binary"));
            }
            boolean usual = places.get(0).equals(names.get(0).equals(fields.project()) ? "." : "./cmd/" + names.get(0));
            if (!usual && !created(places.get(0))) {
                notes.text("go.package", places.get(0), from);
            }
            return;
        }
        Map<String, List<String>> fitting = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String end = "/" + names.get(i);
            String pattern = places.get(i).endsWith(end)
                    ? places.get(i).substring(0, places.get(i).length() - end.length()) + "/{bin}"
                    : "";
            fitting.computeIfAbsent(pattern, any -> new ArrayList<>()).add(names.get(i));
        }
        List<String> apart = fitting.getOrDefault("", List.of());
        fitting.remove("");
        if (fitting.isEmpty()) {
            notes.texts("go.bins", names.subList(0, 1), from);
            notes.text("go.package", places.get(0), from);
            others(programs, names.subList(0, 1));
            return;
        }
        Map.Entry<String, List<String>> most = fitting.entrySet().stream()
                .max(java.util.Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow();
        notes.texts("go.bins", most.getValue(), from);
        if (!most.getKey().equals("./cmd/{bin}")) {
            notes.text("go.package", most.getKey(), from);
        }
        if (!apart.isEmpty() || fitting.size() > 1) {
            others(programs, most.getValue());
        }
    }

    /** Each folder below another that holds a main package is a program of its name. */
    private void below(Section build, String folder, String from) {
        String path = clean(folder);
        List<String> bins = around.tree().list(path.isEmpty() ? "." : path).stream()
                .filter(name -> around.tree().has((path.isEmpty() ? "" : path + "/") + name + "/main.go"))
                .toList();
        if (bins.isEmpty()) {
            notes.part(build, "main", build.summary("main"), "no folder below it has a 'main.go'");
        } else {
            notes.texts("go.bins", bins, from);
            notes.text("go.package", folder + "/{bin}", from);
        }
    }

    private void others(List<Program> programs, List<String> taken) {
        programs.stream()
                .filter(program -> !taken.contains(program.name(fields, fields.project())))
                .forEach(program -> notes.part(
                        program.section(),
                        "binary",
                        program.name(fields, fields.project()),
                        "the programs of an archive must be in folders with their names, all in the same folder"));
    }

    /** The main package: a file stands for its folder. */
    private String place(Program program) {
        Section build = program.section();
        String main = build.text("main").orElse(".");
        String dir = clean(build.text("dir").orElse("."));
        Evaluation.Result filled = fields.fill(main);
        if (!filled.told() || filled.text().contains("{")) {
            notes.part(build, "main", main, filled.why());
            return ".";
        }
        if (!dir.isEmpty() && around.tree().has(dir + "/go.mod")) {
            notes.part(build, "dir", dir, "a separate module; the release builds the module at the root");
        }
        String path = folder(filled.text());
        String whole = dir.isEmpty() ? path : path.isEmpty() ? dir : dir + "/" + path;
        return whole.isEmpty() ? "." : "./" + whole;
    }

    /** Whether a main package is in a folder that something creates before the build, so that no config can name it. */
    private boolean created(String place) {
        String folder = clean(place);
        return !folder.isEmpty() && !around.tree().hasFolder(folder);
    }

    /** The folder of a main package, which may be named by one of its files; empty for the top. */
    static String folder(String main) {
        return clean(main.endsWith(".go") ? main.replaceFirst("(^|/)[^/]*$", "") : main);
    }

    /** A path below the repository without what it may begin and end with; empty for the top. */
    static String clean(String path) {
        String clean = path.replaceFirst("^(\\./)++", "");
        int end = clean.length();
        while (end > 0 && clean.charAt(end - 1) == '/') {
            end--;
        }
        return clean.substring(0, end).equals(".") ? "" : clean.substring(0, end);
    }

    private void ldflags(Section build) {
        List<String> written = build.texts("ldflags");
        String from = build.from("ldflags");
        if (written.isEmpty() && build.has("ldflags")) {
            return;
        }
        List<String> kept = new ArrayList<>();
        for (String template : written.isEmpty() ? List.of(USUAL_LDFLAGS) : written) {
            Evaluation.Result filled = fields.fill(template);
            String previous = "";
            for (String word : Flags.words(filled.text())) {
                boolean pair = previous.equals("-X") || previous.equals("-extldflags");
                previous = word;
                String flag = flag(build, word, filled);
                if (List.of("-s", "-w").contains(flag) && kept.contains(flag)) {
                    continue; // several lines begin with the same ones
                }
                if (!flag.isEmpty()) {
                    kept.add(flag);
                } else if (pair && !kept.isEmpty()) {
                    kept.remove(kept.size() - 1);
                }
            }
        }
        notes.text("go.ldflags", kept.isEmpty() ? "-s -w" : String.join(" ", kept), from);
        if (kept.isEmpty()) {
            notes.part(
                    build,
                    "ldflags",
                    build.summary("ldflags"),
                    "none of the flags are supported; '-s -w' is used instead");
        }
    }

    /** A flag in the words of Slipway; empty for one that it cannot say. */
    private String flag(Section build, String word, Evaluation.Result filled) {
        String text = word.replace("{short-commit}", "{commit}")
                .replace("{now}", "{date}")
                .replace("'", "")
                .replace("\"", "");
        String open = text.replaceAll("\\{(version|tag|commit|date)\\}", "");
        boolean known = !word.contains(Value.UNKNOWN);
        if (!known || !open.matches("[A-Za-z0-9_./=:@%+,-]*+") || text.isEmpty()) {
            notes.part(build, "ldflags", word, known ? unsaid(open) : filled.why());
            return "";
        }
        if (word.contains("{short-commit}")) {
            notes.part(build, "ldflags", word, "uses the full commit hash");
        }
        if (word.contains("{now}") && build.has("ldflags")) {
            notes.part(build, "ldflags", word, "uses the date of the commit, so that each build gives the same bytes");
        }
        return text;
    }

    private static String unsaid(String flag) {
        return flag.contains("{")
                ? "'go.ldflags' has {version}, {tag}, {commit} and {date}, but no other part of the version, so the program"
                        + " keeps the value in its source"
                : "a flag with spaces, quotes or other special characters";
    }

    /** The flags of a build; the value of {@code -tags} may have spaces in it. */
    private static List<String> items(Section build) {
        List<String> items = new ArrayList<>();
        for (String item : build.texts("flags")) {
            boolean value = !items.isEmpty() && items.get(items.size() - 1).equals("-tags");
            items.addAll(value ? List.of(item) : Flags.words(item));
        }
        return items;
    }

    private void goFlags(Section build) {
        Set<String> tags = new LinkedHashSet<>();
        build.texts("tags")
                .forEach(tag -> fields.known(tag)
                        .ifPresentOrElse(tags::add, () -> notes.part(build, "tags", tag, "known only during a run")));
        List<String> flags = new ArrayList<>();
        String previous = "";
        for (String word : items(build)) {
            String flag = fields.known(word).orElse("");
            if (previous.equals("-tags") || flag.startsWith("-tags=")) {
                tags.addAll(List.of(flag.replaceFirst("^-tags=", "").split("[, ]+")));
            } else if (flag.startsWith("-")
                    && !flag.startsWith("-ldflags")
                    && flag.matches("-[A-Za-z0-9_./=:@%+,-]+")) {
                if (!flag.equals("-tags") && !flag.equals("-v")) {
                    flags.add(flag);
                }
            } else {
                notes.part(build, "flags", word, "not a single word that begins with '-'");
            }
            previous = flag;
        }
        if (!tags.isEmpty()) {
            notes.texts("go.tags", List.copyOf(tags), build.from(build.has("tags") ? "tags" : "flags"));
        }
        if (!flags.isEmpty() && !flags.equals(List.of("-trimpath"))) {
            notes.texts("go.flags", flags, build.from("flags"));
        }
        if (flags.isEmpty() && !build.unknown("flags")) {
            notes.open.add(new GoReleaser.Said<>(
                    "programs are built with '-trimpath', which was not set before; write 'flags: []' for none; from "
                            + build.from("flags"),
                    "go.flags"));
        }
    }

    private void rust(Program first, List<Program> programs) {
        Section build = first.section();
        build.skip("command");
        List<String> names = names(programs);
        if (names.size() > 1 || !names.get(0).equals(fields.project())) {
            notes.texts("rust.bins", names, build.from("binary"));
        }
        List<String> features = new ArrayList<>();
        String previous = "";
        for (String word : Flags.words(String.join(" ", build.texts("flags")))) {
            String flag = previous + word;
            previous = "";
            if (List.of("-p", "--package", "--features", "-F", "--profile").contains(flag)) {
                previous = flag.replace("-F", "--features").replace("-p", "--package") + "=";
            } else if (flag.startsWith("--package=")) {
                notes.text("rust.package", flag.substring(10), build.from("flags"));
            } else if (flag.startsWith("--features=")) {
                features.addAll(List.of(flag.substring(11).split("[, ]+")));
            } else if (flag.startsWith("--profile=")) {
                notes.text("rust.profile", flag.substring(10), build.from("flags"));
            } else if (flag.equals("--no-default-features")) {
                notes.flag("rust.default-features", false, build.from("flags"));
            } else if (!List.of("--release", "--locked").contains(flag)) {
                notes.part(build, "flags", flag, "no config key for it");
            }
        }
        if (!features.isEmpty()) {
            notes.texts("rust.features", features, build.from("flags"));
        }
    }

    /** Variables reach all builds; the compilers for C are those of each target's own machine. */
    private Environment environment(Program first, Selection selection) {
        Environment environment =
                new Environment(fields, notes, first.rust(), new Linking(fields, notes).all(selection.builds()));
        environment.shared(root);
        environment.own(first);
        selection.chosen().keySet().stream()
                .map(ToolchainKeys::system)
                .distinct()
                .forEach(system -> environment
                        .variables()
                        .forEach((name, value) -> notes.text(system + ".env." + name, value.value(), value.from())));
        return environment;
    }

    private static String system(String triple) {
        return triple.contains("linux")
                ? "linux"
                : triple.contains("darwin") ? "macos" : triple.contains("windows") ? "windows" : "freebsd";
    }
}
