package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code src/build/java/CallSites.java}, which links lambdas and the methods of records when the program is built. */
class CallSitesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/call-sites");

    @TempDir
    private static Path scratch;

    private static Method link;

    @BeforeAll
    static void compile() throws Exception {
        Path tool = scratch.resolve("tool");
        try (Stream<Path> sources = Files.list(Path.of("src/build/java"))) {
            compile(tool, 17, sources.toArray(Path[]::new));
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {tool.toUri().toURL()}, CallSitesTest.class.getClassLoader());
        link = loader.loadClass("CallSites").getDeclaredMethod("link", Map.class);
        link.setAccessible(true);
    }

    @ParameterizedTest(name = "of Java {0}")
    @ValueSource(ints = {8, 17})
    void linkedClassesDoTheSame(int release) throws Exception {
        Map<String, byte[]> plain = samples(release);
        Map<String, byte[]> linked = new TreeMap<>(plain);
        Object said = link.invoke(null, linked);

        List<String> expected = results(plain, "a.Samples");
        assertThat(expected).hasSizeGreaterThan(50).contains("ClassCastException", "serializabletrue", "overridden");
        assertThat(results(linked, "a.Samples")).isEqualTo(expected);
        // the serializable one, at its place and where it is read again
        assertThat(said).asString().endsWith(" are linked, 2 call sites are left");
        assertThat(linked.keySet()).filteredOn(path -> path.contains("$$L")).hasSizeBetween(20, 60);
    }

    @Test
    void recordsAreEqualHashedAndPrintedTheSame() throws Exception {
        Map<String, byte[]> plain = compiled("records", 17, "records/Records.java");
        Map<String, byte[]> linked = new TreeMap<>(plain);
        Object said = link.invoke(null, linked);

        List<String> expected = results(plain, "records.Records");
        assertThat(expected).contains("None[] 0", "OwnHash[text=x] 7", "Local[text==;, [], number=3] 33948175");
        assertThat(results(linked, "records.Records")).isEqualTo(expected);
        assertThat(said).asString().contains("and 23 methods of records are linked, 0 call sites");
    }

    @Test
    void linksTheSameClassesInTheSameWay() throws Exception {
        Map<String, byte[]> once = samples(17);
        Map<String, byte[]> again = new TreeMap<>(once);
        link.invoke(null, once);
        link.invoke(null, again);

        assertThat(again.keySet()).isEqualTo(once.keySet());
        assertThat(again).allSatisfy((path, bytes) -> assertThat(bytes).isEqualTo(once.get(path)));
    }

    /** They replace classes of the same name on newer Javas, beside which the linked ones must go on to work. */
    @Test
    void leavesWhatIsForNewerJavasAlone() throws Exception {
        Map<String, byte[]> newer = new TreeMap<>();
        samples(17).forEach((path, bytes) -> newer.put("META-INF/versions/16/" + path, bytes));
        Map<String, byte[]> before = new TreeMap<>(newer);
        link.invoke(null, newer);

        assertThat(newer).isEqualTo(before);
    }

    private static Map<String, byte[]> samples(int release) throws IOException {
        return compiled("samples-" + release, release, "a/Samples.java", "b/Base.java");
    }

    private static Map<String, byte[]> compiled(String name, int release, String... sources) throws IOException {
        Path classes = scratch.resolve(name);
        compile(classes, release, Stream.of(sources).map(SAMPLES::resolve).toArray(Path[]::new));
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    @SuppressWarnings("unchecked")
    private static List<String> results(Map<String, byte[]> classes, String main) throws Exception {
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        return (List<String>) loader.loadClass(main).getMethod("results").invoke(null);
    }

    private static void compile(Path into, int release, Path... sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-Xlint:-options", "-d", into.toString()));
        arguments.addAll(List.of("--release", String.valueOf(release), "-cp", System.getProperty("java.class.path")));
        Stream.of(sources).map(Path::toString).forEach(arguments::add);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
