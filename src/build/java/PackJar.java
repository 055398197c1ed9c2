import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Packs the program and its libraries into one jar that starts fast.
 *
 * <p>The usual plugin for this can neither store some entries uncompressed (10 % of a cold start) nor raise class files.
 * Classes older than Java 6, which picocli's are, cannot go into a CDS archive: the JVM would load and verify 170 of
 * them anew on every start. It also mixes the licences of all libraries in one file; here each stands under
 * {@code META-INF/licenses/<library>/}. Two libraries with the same file fail the build.
 *
 * <p>{@link CallSites} links lambdas here, which saves each run from doing it, and {@link Reachable} leaves out what no run
 * can load. {@link Texts} makes files that a check reads part of a class.
 *
 * <p>Run by the build as {@code java PackJar JAR VERSION TIMESTAMP CLASSPATH}; the first entry of the class path is the
 * program's own classes.
 */
final class PackJar {
    private static final int JAVA_6 = 50;
    private static final Runtime.Version OLDEST = Runtime.Version.parse("17");
    private static final Pattern DROPPED =
            Pattern.compile("META-INF/(MANIFEST\\.MF|INDEX\\.LIST|maven/.*|[^/]+\\.(SF|RSA|DSA|EC))"
                    + "|(module-info\\.class|OSGI-INF/.*)");
    /** The goals of Maven, which takes them from the jar without libraries. */
    private static final Pattern GOALS = Pattern.compile("(META-INF/maven|dev/slipway/mojo)/.*");
    /** Our own classes have these files for a library: see there. */
    private static final Set<String> OURS_INSTEAD = Set.of("freemarker/ext/beans/DefaultMemberAccessPolicy-rules");

    /**
     * What no {@code check} loads, and no {@code generate} before it validates: it is compressed, which costs the runs that
     * load it a few milliseconds. Everything else is stored.
     */
    private static final Pattern COMPRESSED = Pattern.compile(
            "(tools|com|ucd|freemarker|org/(apache|slf4j)|META-INF/(licenses|native-image)|dev/slipway/(action|api|detect|init"
                    + "|migrate|page|published|run|shell|schemas|typed))/.*"
                    + "|org/snakeyaml/engine/v2/(composer|emitter|parser|representer|scanner)/.*"
                    + "|picocli/AutoComplete.*|jsv-messages.*|draft.*");

    private static final Pattern LEGAL = Pattern.compile("(?:META-INF/)?([^/]*(?:LICENSE|NOTICE|THIRD-PARTY)[^/]*)");

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, Path> origins = new LinkedHashMap<>();

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        List<Path> classpath = Stream.of(args[3].split(Pattern.quote(java.io.File.pathSeparator)))
                .map(Path::of)
                .toList();
        PackJar packing = new PackJar();
        packing.addDirectory(classpath.get(0));
        for (Path library : classpath.subList(1, classpath.size())) {
            packing.addLibrary(library);
        }
        Reachable.keep(packing.entries, "dev/slipway/");
        Texts.move(packing.entries);
        packing.raiseOldClasses(classpath);
        System.out.println(CallSites.link(packing.entries));
        packing.entries.replaceAll((path, content) -> path.endsWith(".class") ? withoutVariables(content) : content);
        packing.write(jar, manifest(args[1]), OffsetDateTime.parse(args[2]).toLocalDateTime());
    }

    private void addDirectory(Path classes) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(classes)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String path = classes.relativize(file).toString().replace('\\', '/');
            if (!GOALS.matcher(path).matches()) {
                add(path, Files.readAllBytes(file), classes);
            }
        }
    }

    private void addLibrary(Path library) throws IOException {
        String name = library.getFileName().toString().replaceFirst("\\.jar$", "");
        try (JarFile jar = new JarFile(library.toFile(), true, ZipFile.OPEN_READ, OLDEST)) {
            for (JarEntry entry : (Iterable<JarEntry>) names(jar).map(jar::getJarEntry)::iterator) {
                if (!OURS_INSTEAD.contains(entry.getName())
                        && !DROPPED.matcher(entry.getName()).matches()) {
                    Matcher legal = LEGAL.matcher(entry.getName());
                    String path =
                            legal.matches() ? "META-INF/licenses/" + name + "/" + legal.group(1) : entry.getName();
                    add(path, jar.getInputStream(entry).readAllBytes(), library);
                }
            }
        }
    }

    /**
     * The files that a program on the oldest Java sees. What is for newer ones is left out: Java 25 makes a table of such
     * files each time it opens a jar that has them, and loads 200 classes for it.
     */
    private static Stream<String> names(JarFile jar) {
        return jar.versionedStream()
                .filter(entry -> !entry.isDirectory())
                .map(JarEntry::getName)
                .filter(name -> !name.startsWith("META-INF/versions/"))
                .sorted();
    }

    /** Several libraries may offer one service: the file names all of them. */
    private void add(String path, byte[] content, Path origin) {
        if (path.startsWith("META-INF/services/")) {
            String before = new String(entries.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
            String together = before + new String(content, StandardCharsets.UTF_8).strip() + "\n";
            entries.put(path, together.getBytes(StandardCharsets.UTF_8));
            origins.put(path, origin);
            return;
        }
        if (entries.putIfAbsent(path, content) != null) {
            throw new IllegalStateException(path + " is in " + origins.get(path) + " and in " + origin);
        }
        origins.put(path, origin);
    }

    private void raiseOldClasses(List<Path> classpath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path : classpath) {
            urls.add(path.toUri().toURL());
        }
        try (URLClassLoader libraries = new URLClassLoader(urls.toArray(URL[]::new))) {
            entries.replaceAll((path, content) ->
                    path.endsWith(".class") && majorVersion(content) < JAVA_6 ? raised(content, libraries) : content);
        }
    }

    private static int majorVersion(byte[] classFile) {
        return (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
    }

    /** The same class as Java 8 wants it; what it lacks is the stack map frames, which ASM computes. */
    private static byte[] raised(byte[] classFile, ClassLoader libraries) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return libraries;
            }
        };
        ClassVisitor asJava8 = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
            }
        };
        new ClassReader(classFile).accept(asJava8, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** The same class without the names of its local variables, a seventh of it; lines stay, for reports of bugs. */
    private static byte[] withoutVariables(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor named = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String method, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(api, super.visitMethod(access, method, descriptor, signature, exceptions)) {
                    @Override
                    public void visitLocalVariable(
                            String variable, String type, String generic, Label start, Label end, int index) {}
                };
            }
        };
        new ClassReader(classFile).accept(named, 0);
        return writer.toByteArray();
    }

    private static byte[] manifest(String version) {
        return String.join(
                        "\r\n",
                        "Manifest-Version: 1.0",
                        "Main-Class: dev.slipway.cli.Start",
                        "Implementation-Title: Slipway",
                        "Implementation-Version: " + version,
                        "",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes beside the jar first: a program that runs from the old jar keeps its file. */
    private void write(Path jar, byte[] manifest, LocalDateTime time) throws IOException {
        Path unfinished = jar.resolveSibling(jar.getFileName() + ".new");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            add(zip, JarFile.MANIFEST_NAME, manifest, time);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(zip, entry.getKey(), entry.getValue(), time);
            }
        }
        Files.move(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void add(ZipOutputStream zip, String path, byte[] content, LocalDateTime time) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        if (!COMPRESSED.matcher(path).matches()) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
