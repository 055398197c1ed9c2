package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.Gradle;
import dev.slipway.detect.jvm.GradleJava;
import dev.slipway.detect.jvm.JavaProgram;
import dev.slipway.toolchain.jvm.JavaRuntime;
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
            17, "7.3", 18, "7.5", 19, "7.6", 20, "8.3", 21, "8.5", 22, "8.8", 23, "8.10", 24, "8.14", 25, "9.1", 26,
            "9.4"));

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
        List<Gradle.Made> chosen = about.chosen(wanted);
        Optional<Gradle.Made> whole = about.whole(chosen);
        about.java(whole.or(() -> chosen.stream().findFirst()).map(Gradle.Made::java), keys);
        about.program(chosen, whole, project, keys);
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

    private JavaChoice choice() {
        return new JavaChoice(
                gradle.programs().stream().map(Gradle.Made::program).toList());
    }

    private List<Gradle.Made> chosen(Optional<String> wanted) throws NoProposal {
        List<JavaProgram> chosen = choice().chosen(wanted);
        return gradle.programs().stream()
                .filter(made -> chosen.contains(made.program()))
                .toList();
    }

    /** The one that is released as it is: rather what goes on as a download. */
    private Optional<Gradle.Made> whole(List<Gradle.Made> made) {
        List<Gradle.Made> ready =
                made.stream().filter(each -> each.program().whole()).toList();
        return ready.stream()
                .filter(each -> each.program().executable())
                .findFirst()
                .or(() -> ready.stream()
                        .filter(each -> jars.download(each.program()).isPresent())
                        .findFirst())
                .or(() -> ready.stream().findFirst());
    }

    private void program(List<Gradle.Made> made, Optional<Gradle.Made> whole, String project, Setting.Group keys) {
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
        gradle.packing()
                .forEach(task -> draft.left(
                        "gradle.task",
                        task.value(),
                        "what this task packs is not released; 'jobs' can add it; from " + task.from()));
        String others = choice().others(made.stream().map(Gradle.Made::program).toList());
        if (!others.isEmpty()) {
            draft.open("gradle.task", "not released: " + others + "; select another with 'slipway init --package'");
        }
    }

    private void write(Gradle.Made one, String project, Setting.Group keys) {
        Map<String, String> usual = // the defaults of the config
                Map.of("jar", "shadowJar", "native", "nativeCompile", "installed", "installDist");
        if (!one.task().equals(usual.get(one.key()))) {
            keys.word("task", one.task());
        }
        draft.taken("gradle.task", one.program().plugin().map(plugin -> one.task()));
        one.program().file().ifPresent(file -> {
            if (!file.value().equals("build/install/" + project)) {
                keys.word(one.key(), file.value());
            }
            draft.taken("gradle." + one.key(), file);
        });
        if (!one.program().executable()) {
            jars.keep("gradle." + one.key(), one.program(), project, List.of(), draft);
        }
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

    /**
     * One that jlink comes with: the toolchain that the program is compiled with, else the JDK that builds it today, else what
     * it is compiled for. Other projects of the build may ask for others.
     */
    private void java(Optional<GradleJava> own, Setting.Group keys) {
        int limit = gradle.wrapper().map(version -> newest(version.value())).orElse(RUNS_ON.lastKey());
        Optional<Fact<Integer>> level = own.flatMap(GradleJava::level);
        int lowest = level.map(Fact::value).orElse(0);
        boolean compiled = own.flatMap(GradleJava::toolchain)
                .filter(jdk -> jdk.value() >= JavaChoice.JDK)
                .isPresent();
        Optional<Fact<Integer>> today = gradle.jdk()
                .filter(jdk -> !compiled && jdk.value() > lowest && (jdk.value() >= JavaChoice.JDK || level.isEmpty()))
                .filter(jdk -> jdk.value() <= Math.max(limit, JavaChoice.JDK));
        Optional<Fact<Integer>> newest = today.or(() -> level);
        Optional<Fact<Integer>> near =
                newest.isPresent() ? Optional.empty() : gradle.java().level();
        int usual = Math.min(Integer.parseInt(JavaRuntime.LTS), limit >= 25 ? 25 : limit >= 21 ? 21 : JavaChoice.JDK);
        int java =
                Math.max(JavaChoice.JDK, newest.or(() -> near).map(Fact::value).orElse(usual));
        keys.word("java", String.valueOf(java));
        if (newest.isEmpty()) {
            String why = near.map(jdk -> "found a Java version only in scripts of other projects, such as "
                            + jdk.value() + " in " + jdk.from())
                    .orElse("found no Java version in the scripts");
            draft.guess("gradle.java", String.valueOf(java), why, "build with that JDK");
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
        Stream.concat(gradle.java().toolchains().stream(), gradle.java().launchers().stream())
                .distinct()
                .filter(asked -> asked.value() != java)
                .forEach(asked -> draft.open(
                        "gradle.java",
                        "a script also asks for a Java " + asked.value()
                                + " toolchain, which Gradle must be able to download; " + asked.from()));
    }

    /**
     * The newest JDK that a version of Gradle runs on; 0 if that is older than any that ships programs, and any if it runs on
     * the newest that is known here, for it may run on a newer one.
     */
    private static int newest(String version) {
        if (atLeast(version, RUNS_ON.lastEntry().getValue())) {
            return Integer.MAX_VALUE;
        }
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
