package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.Gradle;
import dev.slipway.detect.jvm.JavaProgram;
import dev.slipway.facts.Containers;
import dev.slipway.facts.Libc.Kind;
import dev.slipway.facts.Libcs;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import java.util.Optional;
import java.util.stream.Stream;

/** The image in which Linux programs are built: its C library decides where they run. */
record BuildContainer(Repository repository, AboutTargets targets, AboutImage image, Draft draft) {
    /** The one in which programs are built if nothing is said. */
    private static final String CONTAINER = "debian:bookworm";

    /**
     * @param elsewhere whether another method links
     * @param runner the label in the config, on which programs are linked if they are not in a container
     */
    Optional<String> of(boolean elsewhere, Optional<String> runner) {
        Optional<Fact<String>> found = repository.release().container();
        found.filter(fact -> !Containers.standard().builds(fact.value()))
                .ifPresent(fact -> draft.left(
                        "linux.container", fact.value(), "the build container needs apt; from " + fact.from()));
        Optional<Fact<String>> usable =
                found.filter(fact -> Containers.standard().builds(fact.value()));
        usable.ifPresent(fact -> draft.taken("linux.container", fact));
        boolean open = linksHere() && !elsewhere && !AboutTools.linksElsewhere(repository.release());
        boolean kept =
                !image.wanted() && runner.filter(linkers().toList()::contains).isPresent();
        boolean older = kept && !fitsToday(CONTAINER); // today's programs run where those of the container do not
        return usable.map(Fact::value).or(() -> open && !older ? matching(runner.isPresent()) : Optional.empty());
    }

    /** The labels of the machines on which programs are linked with the C library of the machine. */
    private Stream<String> linkers() {
        Stream<String> building = targets.of(Os.LINUX).stream()
                .filter(entry -> entry.getKey().libc() == Libc.GNU)
                .filter(entry -> !entry.getValue().value().method().orElse("").matches("cross(?:@.*)?|zig"))
                .flatMap(entry -> AboutBuilds.label(entry.getValue()).stream())
                .map(Fact::value);
        return Stream.concat(building, compiling()).distinct();
    }

    /** Those on which GraalVM compiles programs. */
    private Stream<String> compiling() {
        Stream<JavaProgram> maven = repository.maven().stream().flatMap(build -> build.programs().stream());
        Stream<JavaProgram> gradle = repository.gradle().stream()
                .flatMap(build -> build.programs().stream())
                .map(Gradle.Made::program);
        return Stream.concat(maven, gradle)
                .filter(JavaProgram::executable)
                .flatMap(program -> program.machines().stream())
                .filter(label -> Libcs.standard().ofRunner(label).isPresent())
                .sorted();
    }

    /** The oldest C library that programs are linked with today, if the machines show it. */
    private Optional<dev.slipway.facts.Libc> today() {
        return linkers()
                .flatMap(label -> Libcs.standard().ofRunner(label).stream())
                .reduce((one, other) -> one.runs(other) ? one : other);
    }

    /** Whether a program that is built in a container also runs where those of today do. */
    private boolean fitsToday(String container) {
        return today().flatMap(known -> Libcs.standard().ofImage(container).map(known::runs))
                .orElse(true);
    }

    /** Whether programs are linked with the C library of the machine that builds; Java's are not, but those of GraalVM. */
    private boolean linksHere() {
        boolean compiled = draft.remarks().stream()
                .anyMatch(remark ->
                        remark.kind() == Remark.Kind.TAKEN && remark.key().matches("(?:maven|gradle)\\.native"));
        return targets.has(Libc.GNU) && (compiled || repository.rust().isPresent());
    }

    /** The GNU C library of the image; programs of an image that has none need none. */
    private Optional<dev.slipway.facts.Libc> inImage() {
        return Libcs.standard().ofImage(image.base()).filter(base -> base.kind() == Kind.GLIBC);
    }

    private String reason() {
        if (inImage().isPresent()) {
            return "its C library is not newer than the image's";
        }
        return Libcs.standard().ofImage(image.base()).isPresent()
                ? "the usual one; programs in the image need no GNU C library"
                : "the usual one; the C library of '" + image.base() + "' is unknown";
    }

    /** Whether what is built in a container runs in the image. */
    private boolean fitsImage(String container) {
        return inImage()
                .flatMap(base -> Libcs.standard().ofImage(container).map(base::runs))
                .orElse(true);
    }

    /** A container whose C library is no newer than that of the image. */
    private Optional<String> matching(boolean moved) {
        String container = Stream.concat(
                        Stream.of(CONTAINER, image.base().replaceFirst("-slim$", "")),
                        Stream.concat(
                                linkers()
                                        .filter(label -> label.matches("ubuntu-\\d\\d\\.\\d\\d(?:-arm)?"))
                                        .map(label ->
                                                label.replaceFirst("-arm$", "").replace('-', ':')),
                                Stream.of("debian:bullseye")))
                .filter(Containers.standard()::builds)
                .filter(this::fitsToday)
                .filter(one -> !image.wanted() || fitsImage(one))
                .findFirst()
                .orElse(CONTAINER);
        if (!fitsToday(CONTAINER) && !container.equals(CONTAINER)) {
            draft.guess(
                    "linux.container",
                    container,
                    "programs need no newer C library than they do now, linked on '"
                            + String.join("' and '", linkers().distinct().toList()) + "'",
                    "build in it, and add the packages that the build needs to 'linux.packages'");
            return Optional.of(container);
        }
        if (!image.wanted()) {
            draft.open(
                    "linux.container",
                    moved
                            ? "programs need the C library of the runner or a newer one; to support older systems, "
                                    + "build in '" + CONTAINER + "'"
                            : "builds run in '" + CONTAINER + "', and programs need its C library or a newer one; if a "
                                    + "build needs packages that it lacks, add them to 'linux.packages'");
            return Optional.empty();
        }
        draft.guess(
                "linux.container",
                container,
                reason(),
                "build in it, and add the packages that the build needs to 'linux.packages'");
        return Optional.of(container);
    }
}
