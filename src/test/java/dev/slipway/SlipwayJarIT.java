package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** The packed program as users get it; {@code src/build/java/PackJar.java} makes it. */
class SlipwayJarIT {
    private static final Path JAR = Path.of(System.getProperty("slipway.jar"));
    private static final String VERSION = System.getProperty("slipway.version");

    /** Older classes cannot go into a CDS archive, and are verified the slow way. */
    private static final int JAVA_6 = 50;

    /** How a class file marks the name of a class. */
    private static final int CLASS_CONSTANT = 7;

    @Test
    void runsAsAProcess() throws Exception {
        Process process = start("--version");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out.lines()).containsExactly("slipway " + VERSION);
    }

    @Test
    void theProcessEndsWithTheCommandsExitCode() throws Exception {
        Process process = start("no-such-command");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(out).startsWith("error: unknown command 'no-such-command'");
    }

    /** Whoever builds the commit of a release gets its jar. {@link SameJarTest} builds all of it twice. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeInPlaceOfTheLockBlocksNobody(@TempDir Path folder) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path pipe = temporary.resolve("slipway-me.lock");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.writeString(folder.resolve("slipway.yml"), "name: a\nrepository: b/a\nrust: {}\n");
        List<String> options = List.of("-Duser.name=me", "-Djava.io.tmpdir=" + temporary);
        Process process = start(options, "-C", folder.toString(), "generate");
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void theSameClassesGiveTheSameJarElsewhere(@TempDir Path folder) throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("ein längerer Pfad"));
        Path target = JAR.toAbsolutePath().getParent();
        String separator = System.getProperty("path.separator");
        String[] classpath =
                Files.readString(target.resolve("packed-classpath.txt")).split(Pattern.quote(separator), 2);
        copy(Path.of(classpath[0]), elsewhere.resolve("classes"));
        Path jar = elsewhere.resolve("again.jar");
        Path asm = Path.of(Class.forName("org.objectweb.asm.ClassReader")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-cp",
                        target.resolve("build-classes") + separator + asm,
                        "PackJar",
                        jar.toString(),
                        VERSION,
                        "2026-01-01T00:00:00Z",
                        elsewhere.resolve("classes") + separator + classpath[1])
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Files.mismatch(jar, JAR)).isEqualTo(-1);
    }

    /** The copies have other times, in another order. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.reverseOrder())
                    .filter(Files::isRegularFile)
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** What the time of a short run depends on and no neighbour on the machine disturbs; docs/performance.md has more. */
    @Test
    void checkLoadsFewClasses(@TempDir Path project) throws Exception {
        Files.writeString(project.resolve("slipway.yml"), """
                repository: example/sample
                rust: { toolchain: stable }
                targets: [linux-amd64, linux-arm64, macos-arm64]
                docker: { base: debian:bookworm-slim }
                """);
        Path log = project.resolve("classes.txt");
        Process process = start(
                List.of("-Xshare:auto", "-Xlog:class+load:file=" + log + ":none"), "-C", project.toString(), "check");
        process.getInputStream().readAllBytes();

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readAllLines(log))
                .satisfies(lines ->
                        assertThat(lines).filteredOn(SlipwayJarIT::isOfTheJar).hasSizeBetween(500, 900))
                .satisfies(SlipwayJarIT::areStored)
                .noneMatch(line -> line.startsWith("java.lang.runtime.ObjectMethods "))
                .noneMatch(line -> line.contains("$$Lambda") && !line.startsWith("java.") && !line.startsWith("sun."))
                .noneMatch(line -> line.contains("$Proxy"))
                .noneMatch(line ->
                        line.matches("freemarker[.](core[.]Environment|template[.](Configuration|Template)) .*"))
                .noneMatch(line -> line.startsWith("tools.jackson.") || line.startsWith("com.networknt."));
    }

    /** What is compressed is for other runs, but for a few interfaces of FreeMarker that have hardly any code. */
    private static void areStored(List<? extends String> lines) throws IOException {
        Set<String> loaded = lines.stream()
                .map(line -> line.replaceFirst(" .*", "").replace('.', '/') + ".class")
                .collect(Collectors.toSet());
        try (JarFile jar = open()) {
            assertThat(entries(jar))
                    .filteredOn(entry -> loaded.contains(entry.getName()))
                    .filteredOn(entry -> !entry.getName().matches("freemarker/(core|template)/.*"))
                    .hasSizeGreaterThan(400)
                    .allMatch(entry -> entry.getMethod() == JarEntry.STORED);
            assertThat(entries(jar)).anyMatch(entry -> entry.getMethod() == JarEntry.DEFLATED);
        }
    }

    /** A check with an archive of classes then does not open the jar. */
    @Test
    void theFilesOfACheckAreInAClass() throws IOException {
        try (JarFile jar = open()) {
            assertThat(entries(jar))
                    .extracting(JarEntry::getName)
                    .contains("dev/slipway/shipped/Packed.class", "dev/slipway/schemas/github-workflow.schema.json")
                    .noneMatch(name -> name.matches("dev/slipway/(facts/.*[.]yml|templates/scripts/.*|version[.]txt)"));
            byte[] texts = jar.getInputStream(jar.getEntry("dev/slipway/shipped/Packed.class"))
                    .readAllBytes();
            assertThat(new String(texts, StandardCharsets.UTF_8))
                    .contains("templates/scripts/pack.sh", Files.readString(Path.of("templates/scripts/pack.sh")));
        }
    }

    /** A hook runs it before each commit, so it must not cost much more than a JVM that does nothing. */
    @Test
    void aFastCheckLoadsAlmostNothing(@TempDir Path project) throws Exception {
        Files.writeString(
                project.resolve("slipway.yml"), "repository: example/sample\nrust: {}\ntargets: [linux-amd64]\n");
        Path log = project.resolve("classes.txt");
        Path empty = project.resolve("empty.txt");
        List<String> check = List.of("-C", project.toString(), "check", "--fast");
        assertThat(start("-C", project.toString(), "generate").waitFor()).isZero();
        for (int run = 0; run < 2; run++) {
            Process process = startAtHome(
                    project.resolveSibling(project.getFileName() + "-home"),
                    "-Xlog:class+load:file=" + log + ":none",
                    check);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out).isZero();
            assertThat(out).contains(run == 0 ? "current" : "nothing has changed");
        }
        start(List.of("-Xlog:class+load:file=" + empty + ":none", "-version")).waitFor();

        List<String> more = new ArrayList<>(names(log));
        more.removeAll(new HashSet<>(names(empty)));
        assertThat(more).filteredOn(name -> name.startsWith("dev.slipway.")).hasSizeBetween(5, 15);
        assertThat(more)
                .hasSizeLessThan(480) // 264 on Java 17 and 444 on Java 25, where a lambda closes a folder
                .noneMatch(name -> name.matches("(picocli|freemarker|java\\.util\\.(stream|regex))\\..*"));
    }

    private static List<String> names(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
    }

    private static Process startAtHome(Path home, String option, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(List.of(option), arguments.toArray(String[]::new)));
        builder.environment().remove("CI");
        builder.environment().put("XDG_CACHE_HOME", home.toString());
        return builder.redirectErrorStream(true).start();
    }

    /** Our classes, those of the libraries and the lambdas in them; how many the JDK adds depends on its version. */
    private static boolean isOfTheJar(String line) {
        return Stream.of(" source: jrt:/", " source: shared objects file", " source: __JVM_LookupDefineClass__")
                .noneMatch(line::contains);
    }

    private static Process start(String... args) throws IOException {
        return start(List.of(), args);
    }

    private static Process start(List<String> options, String... args) throws IOException {
        return new ProcessBuilder(command(options, args))
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> command(List<String> options, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(Arrays.asList(args));
        return command;
    }

    @Test
    void hasNoClassThatIsTooOldForAnArchive() throws IOException {
        List<String> tooOld = new ArrayList<>();
        int classes = 0;
        try (JarFile jar = open()) {
            for (JarEntry entry : entries(jar)) {
                if (entry.getName().endsWith(".class")) {
                    classes++;
                    if (majorVersion(jar, entry) < JAVA_6) {
                        tooOld.add(entry.getName());
                    }
                }
            }
        }
        assertThat(classes).isGreaterThan(2000);
        assertThat(tooOld).isEmpty();
    }

    /** Classes that no kept class names are left out; a kept one must not need any of them. */
    @Test
    void hasEveryClassOfALibraryThatItsClassesName() throws IOException {
        Set<String> leftOut = new TreeSet<>();
        for (String library : Files.readString(JAR.resolveSibling("packed-classpath.txt"))
                .strip()
                .split(Pattern.quote(File.pathSeparator))) {
            if (library.endsWith(".jar")) {
                try (JarFile jar = new JarFile(library)) {
                    entries(jar).forEach(entry -> leftOut.add(entry.getName()));
                }
            }
        }
        Set<String> named = new TreeSet<>();
        try (JarFile jar = open()) {
            entries(jar).forEach(entry -> leftOut.remove(entry.getName()));
            for (JarEntry entry : entries(jar)) {
                if (entry.getName().endsWith(".class")) {
                    ClassReader reader = new ClassReader(jar.getInputStream(entry));
                    char[] buffer = new char[reader.getMaxStringLength()];
                    for (int i = 1; i < reader.getItemCount(); i++) {
                        int at = reader.getItem(i);
                        if (at > 0 && reader.readByte(at - 1) == CLASS_CONSTANT) {
                            named.add(reader.readUTF8(at, buffer) + ".class");
                        }
                    }
                }
            }
        }
        assertThat(leftOut)
                .hasSizeGreaterThan(500)
                .anyMatch(name -> name.startsWith("org/apache/commons/codec/language/"));
        assertThat(named).hasSizeGreaterThan(5000).doesNotContainAnyElementsOf(leftOut);
    }

    @Test
    void everyEntryIsOfTheSameTime() throws IOException {
        try (JarFile jar = open()) {
            assertThat(entries(jar).stream().map(JarEntry::getTimeLocal).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void hasNothingThatIsOnlyTrueOfOneLibrary() throws IOException {
        try (JarFile jar = open()) {
            assertThat(entries(jar))
                    .extracting(JarEntry::getName)
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"));
        }
    }

    /** FreeMarker knows records only by its classes for newer Javas; Java 25 takes longer to open a jar that has several. */
    @Test
    void hasTheClassesForJava17AndForNoOther() throws IOException {
        try (JarFile jar = open()) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isNull();
            assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .isEqualTo(VERSION);
            assertThat(entries(jar))
                    .extracting(JarEntry::getName)
                    .contains("freemarker/core/_Java9Impl.class", "freemarker/core/_Java16Impl.class")
                    .noneMatch(name -> name.startsWith("META-INF/versions/"));
        }
    }

    /** What a builder of native images reads; a library's own says what we need not. */
    @Test
    void bringsTheMetadataForNativeImages() throws IOException {
        try (JarFile jar = open()) {
            assertThat(entries(jar))
                    .extracting(JarEntry::getName)
                    .contains(
                            "META-INF/native-image/dev.slipway/slipway/reachability-metadata.json",
                            "META-INF/native-image/org.freemarker/freemarker/native-image.properties",
                            "META-INF/native-image/org.freemarker/freemarker/reflect-config.json",
                            "META-INF/native-image/org.freemarker/freemarker/resource-config.json",
                            "META-INF/native-image/com.networknt/json-schema-validator/native-image.properties",
                            "META-INF/native-image/com.networknt/json-schema-validator/reflect-config.json",
                            "META-INF/native-image/com.networknt/json-schema-validator/resource-config.json");
        }
    }

    @Test
    void bringsTheLicencesOfItsLibraries() throws IOException {
        try (JarFile jar = open()) {
            assertThat(entries(jar))
                    .extracting(JarEntry::getName)
                    .contains("META-INF/LICENSE", "META-INF/NOTICE")
                    .anyMatch(name -> name.matches("META-INF/licenses/freemarker-[^/]+/LICENSE"))
                    .anyMatch(name -> name.matches("META-INF/licenses/jackson-core-[^/]+/NOTICE"))
                    .anyMatch(name -> name.matches("META-INF/licenses/slf4j-api-[^/]+/LICENSE.txt"));
        }
    }

    private static JarFile open() throws IOException {
        return new JarFile(JAR.toFile());
    }

    private static List<JarEntry> entries(JarFile jar) {
        try (Stream<JarEntry> entries = jar.stream()) {
            return entries.toList();
        }
    }

    private static int majorVersion(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            DataInputStream header = new DataInputStream(stream);
            header.skipBytes(6);
            return header.readUnsignedShort();
        }
    }
}
