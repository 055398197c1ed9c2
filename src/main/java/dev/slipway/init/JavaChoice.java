package dev.slipway.init;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.JavaProgram;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.jvm.JavaRuntime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the programs of a Java build is released: the only one, or the one that somebody named. */
record JavaChoice(List<JavaProgram> programs) {
    /** Modules for those who work on the project. */
    private static final String WORKSHOP =
            "(.*[-_:])?((micro-?)?bench(marks?)?|jmh|(examples?|samples?|demos?|integration[-_]tests?)([-_].*)?|docs?|tests?|it|test[-_].*|testing|fuzz(ing)?|playground)";

    /** Modules that only put together what people get. */
    private static final String DISTRIBUTION = "(.*[-_:/])?(dist|distribution|assembly|standalone)";

    private static final int SHOWN = 12;

    /** The lowest JDK that has {@code jlink}, and support for years to come. */
    static final int JDK = 17;

    /**
     * Writes the JDK of the build, which is not what the program is compiled for: the one that builds it today, if it is not
     * too old.
     */
    static void java(
            String key, Optional<Fact<String>> release, Optional<Fact<Integer>> jdk, Setting.Group keys, Draft draft) {
        Optional<Fact<Integer>> level = release.map(fact -> fact.map(Integer::parseInt));
        Optional<Fact<Integer>> building = jdk.filter(
                known -> level.filter(least -> least.value() >= known.value()).isEmpty());
        Optional<Fact<Integer>> newest = building.or(() -> level);
        if (newest.isEmpty()) {
            draft.guess(key + ".java", JavaRuntime.LTS, "found no Java version for the build", "build with that JDK");
        }
        newest.ifPresent(java -> {
            int wanted = Math.max(JDK, java.value());
            keys.word("java", String.valueOf(wanted));
            if (java.value() < JDK) {
                draft.taken(
                        key + ".java",
                        String.valueOf(JDK),
                        "the oldest JDK that can package a runtime; "
                                + (building.isPresent() ? "the build uses Java " : "the code is compiled for Java ")
                                + java.value()
                                + ", from " + java.from());
            } else {
                draft.taken(key + ".java", java);
            }
        });
    }

    /** The programs of one module; of several nobody can know which is meant. */
    List<JavaProgram> chosen(Optional<String> wanted) throws NoProposal {
        if (wanted.isPresent()) {
            return named(wanted.get());
        }
        List<JavaProgram> useful =
                programs.stream().filter(program -> !isForWork(program)).toList();
        List<JavaProgram> known = useful.isEmpty() ? programs : useful;
        List<JavaProgram> whole = known.stream().filter(JavaProgram::whole).toList();
        List<JavaProgram> usual =
                whole.stream().filter(program -> program.profile().isEmpty()).toList();
        List<JavaProgram> all = whole.isEmpty() ? known : usual.isEmpty() ? whole : usual;
        List<JavaProgram> packed = all.stream()
                .filter(program -> program.name().matches(DISTRIBUTION))
                .toList();
        List<JavaProgram> some = packed.isEmpty() ? all : packed;
        if (some.stream().map(JavaProgram::folder).distinct().count() > 1) {
            throw new NoProposal(
                    "several modules build a program", "select one with 'slipway init --package': " + listed(some));
        }
        return some;
    }

    /** Whether it is for people who work on the project, and taken only if there is nothing else. */
    private static boolean isForWork(JavaProgram program) {
        return Stream.concat(
                                Stream.of(program.name()),
                                Stream.of(program.folder().split("/")))
                        .anyMatch(word -> word.matches(WORKSHOP))
                || program.mainClass()
                        .filter(main -> main.value().startsWith("org.openjdk.jmh."))
                        .isPresent();
    }

    private List<JavaProgram> named(String wanted) throws NoProposal {
        List<JavaProgram> found = programs.stream()
                .filter(program ->
                        program.name().equals(wanted) || program.folder().equals(wanted))
                .sorted((one, other) -> Boolean.compare(other.whole(), one.whole()))
                .toList();
        if (found.isEmpty()) {
            List<String> names =
                    programs.stream().map(JavaProgram::name).distinct().toList();
            throw new NoProposal(
                    "no module '" + wanted + "' builds a program",
                    Suggestion.nearest(wanted, names)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse(
                                    names.isEmpty()
                                            ? "none does"
                                            : "the modules with programs are " + String.join(", ", names)));
        }
        return found;
    }

    /** Everything that is not released. */
    String others(List<JavaProgram> chosen) {
        return listed(programs.stream()
                .filter(program -> chosen.stream()
                        .noneMatch(one -> one.name().equals(program.name())
                                && one.folder().equals(program.folder())))
                .toList());
    }

    private static String listed(List<JavaProgram> some) {
        Map<String, Set<String>> byName = new LinkedHashMap<>();
        for (JavaProgram program : some) {
            Set<String> words = byName.computeIfAbsent(program.name(), any -> new LinkedHashSet<>());
            if (!program.folder().isEmpty()) {
                words.add(program.folder());
            }
            words.add(program.plugin().value());
        }
        int more = byName.size() - SHOWN;
        return byName.entrySet().stream()
                        .limit(SHOWN)
                        .map(program -> program.getKey() + " (" + String.join(", ", program.getValue()) + ")")
                        .collect(Collectors.joining(", "))
                + (more > 0 ? ", and " + more + " more" : "");
    }
}
