package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs that Go builds, with their main packages. */
record GoPrograms(Fields fields, Surroundings around, Notes notes) {
    void add(List<Program> all) {
        List<Program> programs = reachable(all);
        List<String> names = Program.names(programs, fields);
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
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow();
        notes.texts("go.bins", most.getValue(), from);
        if (!most.getKey().equals("./cmd/{bin}")) {
            notes.text("go.package", most.getKey(), from);
        }
        if (!apart.isEmpty() || fitting.size() > 1) {
            others(programs, most.getValue());
        }
    }

    /** Those that a build at the top reaches, if it reaches any: the folder of another module is no part of the one there. */
    private List<Program> reachable(List<Program> programs) {
        Map<Program, String> modules = new LinkedHashMap<>();
        programs.forEach(program ->
                modules.put(program, module(clean(program.place().replaceFirst("^/", "")))));
        List<Program> own = programs.stream()
                .filter(program -> modules.getOrDefault(program, "").isEmpty())
                .toList();
        modules.forEach((program, module) -> {
            if (!module.isEmpty() && !own.isEmpty()) {
                notes.part(
                        program.section(),
                        "binary",
                        program.name(fields, fields.project()),
                        "not built: '" + module
                                + "/go.mod' is another module, which a build at the root does not reach; list both in a 'go.work'");
            } else if (!module.isEmpty()) {
                notes.open.add(new GoReleaser.Said<>(
                        "'" + module
                                + "/go.mod' is another module, which a build at the root does not reach: add a 'go.work' that lists both; from "
                                + program.section().from("dir"),
                        "go.package"));
            }
        });
        return own.isEmpty() ? programs : own;
    }

    /** The folder of the module that a folder is in, unless that is the one at the top or the workspace has it. */
    private String module(String folder) {
        String module = folder;
        while (!module.isEmpty() && !around.tree().has(module + "/go.mod")) {
            module = module.contains("/") ? module.substring(0, module.lastIndexOf('/')) : "";
        }
        String found = module;
        boolean listed = around.tree().read("go.work").stream()
                .flatMap(work -> work.text().lines())
                .map(line -> clean(line.strip().replaceFirst("^use\\s+", "").replaceFirst("^\\./", "")))
                .anyMatch(found::equals);
        return found.isEmpty() || listed || !around.tree().has("go.mod") ? "" : found;
    }

    /** Each folder below another that holds a main package is a program of its name. */
    private void below(Section build, String folder, String from) {
        String path = clean(folder);
        String commands = (path.isEmpty() ? "" : path + "/") + "cmd";
        List<String> direct = programs(path);
        List<String> bins = direct.isEmpty() ? programs(commands) : direct;
        if (bins.isEmpty()) {
            notes.part(build, "main", build.summary("main"), "no folder directly below it has a 'main.go'");
        } else {
            notes.texts("go.bins", bins, from);
            notes.text("go.package", (direct.isEmpty() ? "./" + commands : folder) + "/{bin}", from);
        }
    }

    /** The folders in a folder that have a {@code main.go}. */
    private List<String> programs(String folder) {
        return around.tree().list(folder.isEmpty() ? "." : folder).stream()
                .filter(name -> around.tree().has((folder.isEmpty() ? "" : folder + "/") + name + "/main.go"))
                .toList();
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
}
