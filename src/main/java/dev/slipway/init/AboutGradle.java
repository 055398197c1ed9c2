package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.Gradle;
import dev.slipway.detect.jvm.JavaProgram;
import dev.slipway.toolchain.jvm.JavaRuntime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Gradle builds, and with which Java. */
record AboutGradle(Gradle gradle, Jars jars, Draft draft) {
    /**
     * The oldest Gradle that runs on a JDK.
     *
     * @see <a href="https://docs.gradle.org/current/userguide/compatibility.html">Compatibility Matrix</a>
     */
    private static final TreeMap<Integer, String> RUNS_ON = new TreeMap<>(Map.of(
            17, "7.3", 18, "7.5", 19, "7.6", 20, "8.3", 21, "8.5", 22, "8.8", 23, "8.10", 24, "8.14", 25, "9.1"));

    /** Whether Gradle builds what people get: if there is nothing of Maven, or nothing that starts. */
    static boolean goesBefore(Repository repository) {
        return repository.gradle().isPresent()
                && repository
                        .maven()
                        .map(maven -> maven.programs().stream().noneMatch(JavaProgram::whole))
                        .orElse(true);
    }

    /** Writes the toolchain's key; a build of Gradle says nothing about what it is for. */
    static Optional<Fact<String>> add(
            Repository repository, String project, Optional<String> wanted, Jars jars, Draft draft) throws NoProposal {
        AboutGradle about = new AboutGradle(repository.gradle().orElseThrow(), jars, draft);
        Setting.Group keys = new Setting.Group();
        about.java(keys);
        about.program(project, wanted, keys);
        about.wrapper();
        about.gradle
                .untold()
                .forEach(fact -> draft.open(
                        "gradle",
                        fact.value() + " is known only when Gradle runs, so it was not read; " + fact.from()));
        if (repository.maven().isPresent()) {
            draft.open("gradle", "there is also a pom.xml; to build with Maven, replace 'gradle' with 'maven'");
        }
        draft.put("gradle", keys.keys());
        License.add(repository.license(), repository, draft);
        return Optional.empty();
    }

    private void program(String project, Optional<String> wanted, Setting.Group keys) throws NoProposal {
        JavaChoice choice = new JavaChoice(
                gradle.programs().stream().map(Gradle.Made::program).toList());
        List<JavaProgram> chosen = choice.chosen(wanted);
        List<Gradle.Made> made = gradle.programs().stream()
                .filter(each -> chosen.contains(each.program()))
                .toList();
        List<Gradle.Made> ready =
                made.stream().filter(each -> each.program().whole()).toList();
        Optional<Gradle.Made> whole = ready.stream()
                .filter(each -> jars.download(each.program()).isPresent()) // goes on as a download
                .findFirst()
                .or(() -> ready.stream().findFirst());
        whole.ifPresent(one -> write(one, project, keys));
        made.stream()
                .filter(each -> !each.program().whole())
                .forEach(each -> draft.open(
                        "gradle." + each.key(),
                        each.program().lack() + "; " + each.program().plugin().from()));
        made.stream()
                .filter(each -> each.program().whole() && !whole.equals(Optional.of(each)))
                .forEach(each -> draft.open(
                        "gradle.task",
                        "the project also has the task '" + each.task() + "', which creates "
                                + each.program().file().map(Fact::value).orElse("a program")));
        if (whole.isEmpty()) {
            draft.open(
                    "gradle.task",
                    (made.isEmpty()
                                    ? "found no project that applies 'application', a shadow plugin or another plugin "
                                            + "that creates a program; "
                                    : "")
                            + "release builds fail until you set 'gradle.task' and its result");
        }
        String others = choice.others(chosen);
        if (!others.isEmpty()) {
            draft.open("gradle.task", "not released: " + others + "; select another with 'slipway init --package'");
        }
    }

    private void write(Gradle.Made one, String project, Setting.Group keys) {
        String usual = one.key().equals("jar") ? "shadowJar" : "installDist"; // the defaults of the config
        if (!one.task().equals(usual)) {
            keys.word("task", one.task());
        }
        draft.taken("gradle.task", one.program().plugin().map(plugin -> one.task()));
        one.program().file().ifPresent(file -> {
            if (!file.value().equals("build/install/" + project)) {
                keys.word(one.key(), file.value());
            }
            draft.taken("gradle." + one.key(), file);
        });
        jars.keep("gradle." + one.key(), one.program(), project, draft);
        one.program()
                .mainClass()
                .filter(main -> !main.value().isEmpty())
                .ifPresent(main -> draft.taken("main class", main));
    }

    private void wrapper() {
        gradle.wrapper().ifPresent(version -> draft.taken("gradle wrapper", version));
        if (!gradle.runs()) {
            draft.open(
                    "gradle",
                    "'gradlew' is missing, but every job builds with it; run 'gradle wrapper' and commit the result");
        } else if (gradle.checksum().isEmpty()) {
            draft.open(
                    "gradle",
                    "the wrapper does not verify its download; set 'distributionSha256Sum' in gradle-wrapper.properties");
        }
        gradle.checksum()
                .ifPresent(sum -> draft.taken("gradle wrapper", "pinned", "by its checksum, from " + sum.from()));
    }

    /** The JDK that is asked for as a toolchain, or the newest that is compiled for; one that jlink comes with. */
    private void java(Setting.Group keys) {
        int limit = gradle.wrapper().map(version -> newest(version.value())).orElse(RUNS_ON.lastKey());
        Optional<Fact<Integer>> level = Stream.concat(gradle.toolchains().stream(), gradle.releases().stream())
                .max(Comparator.comparing(Fact::value));
        Optional<Fact<Integer>> today = gradle.jdk()
                .filter(jdk -> level.isEmpty() || level.get().value() < JavaChoice.JDK && jdk.value() >= JavaChoice.JDK)
                .filter(jdk -> jdk.value() <= Math.max(limit, JavaChoice.JDK));
        Optional<Fact<Integer>> newest = today.or(() -> level);
        int usual = Math.min(Integer.parseInt(JavaRuntime.LTS), limit >= 25 ? 25 : limit >= 21 ? 21 : JavaChoice.JDK);
        int java = Math.max(JavaChoice.JDK, newest.map(Fact::value).orElse(usual));
        keys.word("java", String.valueOf(java));
        if (newest.isEmpty()) {
            draft.guess("gradle.java", String.valueOf(java), "no script sets a Java version", "build with that JDK");
        } else if (newest.get().value() < JavaChoice.JDK) {
            draft.taken(
                    "gradle.java",
                    String.valueOf(java),
                    "the oldest JDK that can package a runtime; "
                            + (today.isPresent() ? "the build uses Java " : "the code is compiled for Java ")
                            + newest.get().value() + ", from " + newest.get().from());
        } else {
            draft.taken("gradle.java", newest.get());
        }
        gradle.wrapper()
                .filter(any -> java > limit)
                .ifPresent(version -> draft.open(
                        "gradle.java",
                        "Gradle " + version.value() + " does not run on Java " + java
                                + ", so the build fails; update the wrapper"
                                + Optional.ofNullable(RUNS_ON.get(java))
                                        .map(least -> " to " + least + " or later")
                                        .orElse("")));
        gradle.toolchains().stream()
                .filter(asked -> asked.value() != java)
                .forEach(asked -> draft.open(
                        "gradle.java",
                        "the build also needs a Java " + asked.value()
                                + " toolchain, which Gradle must be able to download; " + asked.from()));
    }

    /** The newest JDK that a version of Gradle runs on; 0 if that is older than any that ships programs. */
    private static int newest(String version) {
        return RUNS_ON.descendingMap().entrySet().stream()
                .filter(entry -> atLeast(version, entry.getValue()))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static boolean atLeast(String version, String least) {
        int[] one = numbers(version);
        int[] other = numbers(least);
        return one[0] != other[0] ? one[0] > other[0] : one[1] >= other[1];
    }

    private static int[] numbers(String version) {
        String[] parts = version.replaceFirst("[-+].*", "").split("\\.");
        return new int[] {number(parts[0]), parts.length > 1 ? number(parts[1]) : 0};
    }

    private static int number(String part) {
        return part.matches("[0-9]{1,6}") ? Integer.parseInt(part) : 0;
    }
}
