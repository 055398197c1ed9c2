package dev.slipway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.slipway.api.Slipway;
import dev.slipway.marks.Internal;
import java.io.File;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of the house. A room that is built has to be entered here. */
@Tag("once")
class ArchitectureTest {
    private static final String ROOT = "dev.slipway";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Which rooms each room may look into. */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            Map.entry("marks", Set.of()),
            Map.entry("source", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("disk", Set.of()),
            Map.entry("shipped", Set.of()),
            Map.entry("archive", Set.of()),
            Map.entry("online", Set.of("source")),
            Map.entry("published", Set.of("source")),
            Map.entry("files", Set.of("disk")),
            Map.entry("graph", Set.of("model")),
            Map.entry("facts", Set.of("model", "shipped", "source")),
            Map.entry("config", Set.of("migrate", "source")),
            Map.entry("migrate", Set.of("source")),
            Map.entry("read", Set.of("model", "source")),
            Map.entry("powershell", Set.of()),
            Map.entry("shell", Set.of("powershell", "source")),
            Map.entry(
                    "run",
                    Set.of("archive", "disk", "facts", "minimatch", "model", "powershell", "read", "shell", "source")),
            Map.entry("toolchain", Set.of("config", "facts", "model", "shipped", "source")),
            Map.entry("plan", Set.of("config", "facts", "model", "read", "source", "toolchain")),
            Map.entry("blueprint", Set.of("facts", "graph", "model", "plan", "read", "source", "toolchain")),
            Map.entry("render", Set.of("blueprint", "model", "plan", "shipped", "toolchain")),
            Map.entry("lock", Set.of("source")),
            Map.entry("minimatch", Set.of()),
            Map.entry("lint", Set.of("facts", "lock", "minimatch", "model", "shipped", "source")),
            Map.entry("detect", Set.of("disk", "facts", "model", "published", "read", "run", "shell", "source")),
            Map.entry("action", Set.of("model")),
            Map.entry("typed", Set.of("source")),
            Map.entry("api", Set.of("", "disk", "facts", "files", "lint", "model", "render", "report", "source")),
            Map.entry(
                    "init",
                    Set.of(
                            "",
                            "archive",
                            "blueprint",
                            "config",
                            "detect",
                            "facts",
                            "migrate",
                            "plan",
                            "published",
                            "shell",
                            "source",
                            "toolchain")),
            Map.entry(
                    "report",
                    Set.of(
                            "",
                            "blueprint",
                            "detect",
                            "files",
                            "graph",
                            "init",
                            "model",
                            "plan",
                            "published",
                            "run",
                            "source",
                            "toolchain")),
            Map.entry("mojo", Set.of("cli")),
            Map.entry(
                    "page",
                    Set.of(
                            "",
                            "blueprint",
                            "graph",
                            "model",
                            "plan",
                            "render",
                            "report",
                            "shipped",
                            "source",
                            "toolchain")),
            Map.entry(
                    "",
                    Set.of(
                            "blueprint",
                            "config",
                            "disk",
                            "facts",
                            "files",
                            "lint",
                            "lock",
                            "model",
                            "plan",
                            "render",
                            "shipped",
                            "source",
                            "toolchain")));

    /** Which rooms may use a library, or a part of the JDK that is one. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.snakeyaml..", Set.of("source")),
            Map.entry("freemarker..", Set.of("render")),
            Map.entry("com.sun.management..", Set.of("render")),
            Map.entry("picocli..", Set.of("cli")),
            Map.entry("com.networknt..", Set.of("lint")),
            Map.entry("tools.jackson..", Set.of("detect", "lint", "published", "report", "run.local.github")),
            Map.entry("java.net.http..", Set.of("online")),
            Map.entry("com.sun.net.httpserver..", Set.of("run.local.consumer", "run.local.github")),
            Map.entry("com.github.difflib..", Set.of("files")),
            Map.entry("org.apache.commons.codec..", Set.of("run.local")),
            Map.entry("org.apache.maven..", Set.of("mojo")),
            Map.entry("javax.xml..", Set.of("detect")),
            Map.entry("org.xml..", Set.of("detect")),
            Map.entry("org.w3c..", Set.of("detect")));

    private static final Set<String> OPENING = Set.of(
            "readAllBytes",
            "readString",
            "readAllLines",
            "lines",
            "newInputStream",
            "newBufferedReader",
            "newByteChannel",
            "newDirectoryStream",
            "list",
            "walk",
            "walkFileTree",
            "find",
            "copy",
            "mismatch");

    private static String[] inside(String room) {
        return room.isEmpty() ? new String[] {ROOT} : new String[] {ROOT + "." + room + ".."};
    }

    private static Set<String> rooms() {
        return CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .map(name -> name.isEmpty() ? "" : name.substring(1).replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void everyClassIsSeen() {
        assertThat(CLASSES.size()).isGreaterThan(350);
        assertThat(rooms()).contains("source", "model", "plan", "blueprint", "render", "lint", "files", "cli", "");
    }

    @Test
    void everyRoomLooksOnlyIntoThoseThatItMay() {
        Set<String> known = new HashSet<>(DOORS.keySet());
        known.add("cli");
        assertThat(known).containsAll(rooms());
        DOORS.forEach((room, open) -> {
            List<String> closed = new ArrayList<>();
            known.stream()
                    .filter(other -> !other.equals(room) && !open.contains(other) && !other.equals("marks"))
                    .forEach(other -> closed.addAll(List.of(inside(other))));
            noClasses()
                    .that()
                    .resideInAnyPackage(inside(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(closed.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    /** A language is known in its own folder, in the list of all, and where a repository is asked about itself; two builds for Java share a room. */
    @Test
    void noLanguageIsKnownOutsideOfItsFolder() {
        for (String core : List.of("config", "plan", "blueprint", "render", "report", "read", "lint", "graph")) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + core + "..")
                    .or()
                    .resideInAPackage(ROOT + ".toolchain")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".toolchain.(*)..")
                    .check(CLASSES);
        }
        slices().matching(ROOT + ".toolchain.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAnyPackage("..maven", "..gradle"), resideInAnyPackage("..jvm"))
                .check(CLASSES);
    }

    @Test
    void nothingLooksIntoTheCommandLineButTheGoalsOfMaven() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".cli..", ROOT + ".mojo..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".cli..")
                .check(CLASSES);
    }

    @Test
    void theGoalsOfMavenAreCommandLines() {
        assertThat(CLASSES.stream()
                        .filter(resideInAnyPackage(ROOT + ".mojo.."))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass())
                        .filter(resideInAnyPackage(ROOT + ".cli.."))
                        .map(JavaClass::getSimpleName))
                .containsOnly("Main");
    }

    @Test
    void noRoomsLookIntoEachOther() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theModelIsJavaAlone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", ROOT + ".marks..", ROOT + ".model..")
                .check(CLASSES);
    }

    @Test
    void eachLibraryHasItsRoom() {
        LIBRARIES.forEach((library, rooms) -> {
            String[] packages =
                    rooms.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new);
            noClasses()
                    .that(not(resideInAnyPackage(packages)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .check(CLASSES);
            assertThat(CLASSES.stream()
                            .filter(resideInAnyPackage(packages))
                            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                            .map(dependency -> dependency.getTargetClass()))
                    .as("somebody uses " + library)
                    .anyMatch(resideInAnyPackage(library));
        });
    }

    @Test
    void nothingElseIsUsed() {
        List<String> allowed = new ArrayList<>(LIBRARIES.keySet());
        allowed.addAll(List.of("java..", "org.jspecify..", ROOT + ".."));
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    /** Maven gives a goal its directory as a {@code File}; the goal passes on the name of it. */
    @Test
    void theDiskIsTouchedInFourRooms() {
        noClasses()
                .that(not(resideInAnyPackage(
                        ROOT + ".disk..", ROOT + ".files..", ROOT + ".run.local..", ROOT + ".cli..", ROOT + ".mojo..")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Files.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(File.class)
                .check(CLASSES);
    }

    /**
     * A repository may be a stranger's, so its files are read through one door. A rehearsal runs the stranger's code anyway,
     * and what is listed beside it reads what Slipway itself has just written.
     */
    @Test
    void aRepositoryIsReadThroughOneDoor() {
        Set<String> elsewhere = Set.of(
                "dev.slipway.cli.RehearsalFolder", // the results of a rehearsal, copied and removed
                "dev.slipway.cli.RepositoryWalk", // folders above repositories, listed without following a link
                "dev.slipway.cli.SelfTrainCommand", // its own samples in a temporary folder
                "dev.slipway.files.Transaction", // what it stages, opened to write
                "dev.slipway.files.WriteLock", // the lock file, opened to lock
                "dev.slipway.files.Tree"); // what killed runs left, listed to remove it
        DescribedPredicate<JavaCall<?>> opening = DescribedPredicate.describe(
                "opens or lists a file", call -> opens(call.getTargetOwner().getFullName(), call.getName()));
        noClasses()
                .that(not(resideInAnyPackage(ROOT + ".disk..", ROOT + ".run.local..")))
                .and(DescribedPredicate.describe(
                        "are not listed above", type -> !elsewhere.contains(type.getFullName())))
                .should()
                .callCodeUnitWhere(opening)
                .check(CLASSES);
        assertThat(elsewhere)
                .allSatisfy(name -> assertThat(CLASSES.get(name).getCodeUnitCallsFromSelf())
                        .as(name)
                        .anyMatch(call -> opens(call.getTargetOwner().getFullName(), call.getName())));
    }

    private static boolean opens(String owner, String method) {
        return switch (owner) {
            case "java.nio.file.Files" -> OPENING.contains(method);
            case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" -> method.equals("open");
            case "java.io.FileInputStream",
                    "java.io.FileReader",
                    "java.io.RandomAccessFile",
                    "java.util.Scanner",
                    "java.util.zip.ZipFile" -> method.equals("<init>");
            default -> false;
        };
    }

    @Test
    void onlyTheCommandLineSpeaks() {
        noClasses()
                .that(not(resideInAnyPackage(inside("cli"))))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineLooksAtTheClockAndTheEnvironment() {
        noClasses()
                .that(not(resideInAnyPackage(inside("cli"))))
                .and()
                .areNotAssignableTo(
                        Slipway.class) // what cli is for people, it is for programs: its checks are of today
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "lineSeparator")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .check(CLASSES);
    }

    /** Whoever uses Slipway as a library sees three packages; all others are marked. */
    @Test
    void theApiIsThreePackagesAndNamesNothingElse() {
        List<JavaClass> api = CLASSES.stream()
                .filter(type -> !type.getPackage().isAnnotatedWith(Internal.class))
                .toList();
        assertThat(api.stream().map(JavaClass::getPackageName))
                .as("mark the package of a new room with @Internal, or enter it here")
                .containsOnly(ROOT + ".api", ROOT + ".action", ROOT + ".model.workflow");
        assertThat(api.stream()
                        .filter(ArchitectureTest::isSeen)
                        .flatMap(type -> type.getMembers().stream())
                        .filter(member -> isSeen(member.getModifiers()) && !member.isAnnotatedWith(Internal.class))
                        .filter(member -> named(member).stream().anyMatch(ArchitectureTest::isMarked))
                        .map(JavaMember::getFullName))
                .isEmpty();
    }

    private static boolean isSeen(JavaClass type) {
        return isSeen(type.getModifiers())
                && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
    }

    private static boolean isSeen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isMarked(JavaClass type) {
        return type.getPackageName().startsWith(ROOT) && type.getPackage().isAnnotatedWith(Internal.class);
    }

    /** The types that a signature names, those of type arguments among them. */
    private static Set<JavaClass> named(JavaMember member) {
        return member.getAllInvolvedRawTypes();
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CLASSES);
    }

    @Test
    void noPackageKnowsNull() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }
}
