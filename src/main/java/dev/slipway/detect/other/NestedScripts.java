package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts of a CMake or Meson build, each in a folder that the one above it names: such builds leave a program in a
 * folder of the same name.
 *
 * @param file the script that names the first program; that at the top if none does
 * @param output where the programs are, with {@code {name}}
 */
record NestedScripts(String file, List<Fact<String>> programs, String output) {
    private static final int MOST = 60;
    private static final String NAME = "[\"']?+([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})";

    /** Parts of the names of what is built for those who work on the project. */
    private static final Set<String> WORKSHOP = Set.of(
            "test",
            "tests",
            "unittest",
            "unittests",
            "testing",
            "bench",
            "benchmark",
            "benchmarks",
            "example",
            "examples",
            "sample",
            "samples",
            "demo",
            "demos",
            "fuzz",
            "fuzzing",
            "fuzzer",
            "thirdparty",
            "vendor",
            "external",
            "deps");

    private static final Pattern FOLDER = Pattern.compile(
            "CMAKE_RUNTIME_OUTPUT_DIRECTORY[ \\t\\n]++\"?+\\$\\{(?:CMAKE|PROJECT|CMAKE_CURRENT)_BINARY_DIR}"
                    + "(/[A-Za-z0-9_][A-Za-z0-9_/.-]{0,63})?");

    /** The name of a target of CMake, and that of its program, if that is another. */
    private static final Pattern RENAMED = Pattern.compile("(?i)\\bset_target_properties[ \\t]*+\\([ \\t\\n]*+" + NAME
            + "[\"']?+[ \\t\\n]++PROPERTIES[ \\t\\n][^)]{0,300}?\\bOUTPUT_NAME[ \\t\\n]++" + NAME);

    /** What CMake builds only for the web. */
    private static final Pattern EMSCRIPTEN =
            Pattern.compile("(?i)\\bif[ \\t]*+\\([ \\t]*+EMSCRIPTEN[ \\t]*+\\)(?:[^e]++|e(?!ndif\\b|lse))*+");

    NestedScripts {
        programs = List.copyOf(programs);
    }

    /**
     * The words of a language.
     *
     * @param script what its files are called
     * @param own how a program says that it has the name of the project
     */
    private record Language(String script, Pattern project, Pattern program, Pattern own, Pattern folder) {}

    private static final Language CMAKE = new Language(
            "CMakeLists.txt",
            Pattern.compile("(?im)^[ \\t]*+project[ \\t]*+\\([ \\t\\n]*+" + NAME),
            Pattern.compile("(?im)^[ \\t]*+add_executable[ \\t]*+\\([ \\t\\n]*+" + NAME),
            Pattern.compile("(?im)^[ \\t]*+add_executable[ \\t]*+\\([ \\t\\n]*+\\$\\{(?:CMAKE_)?PROJECT_NAME}"),
            Pattern.compile("(?im)^[ \\t]*+add_subdirectory[ \\t]*+\\([ \\t\\n]*+"
                    + "[\"']?+([A-Za-z0-9_][A-Za-z0-9_./-]{0,99})"));
    private static final Language MESON = new Language(
            "meson.build",
            Pattern.compile("(?m)^project\\([ \\t\\n]*+" + NAME),
            Pattern.compile("(?m)\\bexecutable\\([ \\t\\n]*+" + NAME),
            Pattern.compile("(?m)\\bexecutable\\([ \\t\\n]*+meson\\.project_name\\("),
            Pattern.compile("(?m)^[ \\t]*+subdir\\([ \\t\\n]*+['\"]([A-Za-z0-9_][A-Za-z0-9_./-]{0,99})"));

    static Optional<NestedScripts> cmake(RepositoryFiles files) {
        return read(files, CMAKE);
    }

    static Optional<NestedScripts> meson(RepositoryFiles files) {
        return read(files, MESON);
    }

    private static Optional<NestedScripts> read(RepositoryFiles files, Language language) {
        if (!files.has(language.script)) {
            return Optional.empty();
        }
        List<Fact<String>> programs = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(""));
        Set<String> seen = new LinkedHashSet<>();
        String first = "";
        Optional<String> shared = Optional.empty();
        while (!open.isEmpty() && seen.size() < MOST) {
            String folder = open.remove();
            String file = folder + language.script;
            if (!seen.add(file)) {
                continue;
            }
            List<Fact<String>> here = programs(files, file, language);
            if (programs.isEmpty() && !here.isEmpty()) {
                first = folder;
            }
            programs.addAll(here);
            shared = shared.or(() -> shared(files, file));
            OtherBuilds.named(files, file, language.folder).stream()
                    .map(name -> RepositoryFiles.plain(folder + name.value()) + "/")
                    .filter(name -> !workshop(name))
                    .forEach(open::add);
        }
        String folder = folder(programs, project(files, language), language).orElse(first);
        String output = "build/" + shared.orElse(folder) + "{name}";
        return Optional.of(new NestedScripts(folder + language.script, programs, output));
    }

    private static Stream<Fact<String>> project(RepositoryFiles files, Language language) {
        return OtherBuilds.named(files, language.script, language.project).stream()
                .limit(1);
    }

    /** Where the program is that has the name of the project. */
    private static Optional<String> folder(
            List<Fact<String>> programs, Stream<Fact<String>> project, Language language) {
        return project.flatMap(
                        own -> programs.stream().filter(one -> one.value().equals(own.value())))
                .map(one -> one.from().substring(0, Math.max(0, one.from().lastIndexOf(language.script))))
                .findFirst();
    }

    private static boolean workshop(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT)
                        .replace("third_party", "thirdparty")
                        .split("[-_./]"))
                .anyMatch(WORKSHOP::contains);
    }

    private static List<Fact<String>> programs(RepositoryFiles files, String file, Language language) {
        Set<String> elsewhere = files.read(file).stream()
                .flatMap(source -> EMSCRIPTEN.matcher(source.text()).results())
                .flatMap(block -> language.program.matcher(block.group()).results())
                .map(program -> program.group(1))
                .collect(Collectors.toSet());
        List<Fact<String>> found = new ArrayList<>(OtherBuilds.named(files, file, language.program).stream()
                .filter(name -> !name.value().equals("meson.project_name")) // a function, which 'own' is for
                .filter(name -> !workshop(name.value()) && !elsewhere.contains(name.value()))
                .toList());
        Map<String, String> renamed = files.read(file).stream()
                .flatMap(source -> RENAMED.matcher(source.text()).results())
                .collect(Collectors.toMap(name -> name.group(1), name -> name.group(2), (one, other) -> one));
        found.replaceAll(name -> name.map(target -> renamed.getOrDefault(target, target)));
        boolean own = files.read(file)
                .filter(source -> language.own.matcher(source.text()).find())
                .isPresent();
        if (own) {
            project(files, language).forEach(name -> found.add(new Fact<>(name.value(), file)));
        }
        return found;
    }

    /** The folder that all programs go to, if a script of CMake names one. */
    private static Optional<String> shared(RepositoryFiles files, String file) {
        return files.read(file).flatMap(source -> {
            Matcher found = FOLDER.matcher(source.text());
            return found.find()
                    ? Optional.of(Optional.ofNullable(found.group(1))
                            .map(path -> path.substring(1) + "/")
                            .orElse(""))
                    : Optional.empty();
        });
    }
}
