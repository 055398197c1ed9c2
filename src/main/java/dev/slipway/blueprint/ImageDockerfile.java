package dev.slipway.blueprint;

import dev.slipway.model.docker.Dockerfile;
import dev.slipway.model.docker.Dockerignore;
import dev.slipway.model.docker.Instruction;
import dev.slipway.model.docker.Instruction.Arg;
import dev.slipway.model.docker.Instruction.Cmd;
import dev.slipway.model.docker.Instruction.Copy;
import dev.slipway.model.docker.Instruction.CopyFile;
import dev.slipway.model.docker.Instruction.Entrypoint;
import dev.slipway.model.docker.Instruction.Env;
import dev.slipway.model.docker.Instruction.Expose;
import dev.slipway.model.docker.Instruction.Run;
import dev.slipway.model.docker.Instruction.User;
import dev.slipway.model.docker.Instruction.Workdir;
import dev.slipway.model.docker.Stage;
import dev.slipway.plan.Base;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The recipe of the image. Its last stage runs nothing: a stage that is built on the machine's own platform prepares
 * what the base lacks, so no command runs under emulation.
 */
final class ImageDockerfile {
    private static final String RUNTIME = "runtime";
    private static final String PREPARE = "prepare";
    private static final String ROOT = "root";
    private static final String ID = "1000";
    private static final String OWNER = ID + ":" + ID;
    private static final String CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

    private final ReleasePlan plan;
    private final Image image;
    private final ImageVariant variant;

    private ImageDockerfile(ReleasePlan plan, Image image, ImageVariant variant) {
        this.plan = plan;
        this.image = image;
        this.variant = variant;
    }

    static Dockerfile of(ReleasePlan plan, Image image, ImageVariant variant, Header header) {
        return new Dockerfile(header.text(), new ImageDockerfile(plan, image, variant).stages());
    }

    static Dockerignore ignore(Image image, Header header) {
        List<String> patterns = new ArrayList<>();
        patterns.add("*");
        image.contents().files().keySet().forEach(file -> patterns.add("!" + file));
        return new Dockerignore(
                header.with(
                        patterns.size() == 1
                                ? "The programs have their own build context, so the main context is empty."
                                : "The programs have their own build context, so the main context contains only these files."),
                patterns);
    }

    private List<Stage> stages() {
        if (preparation().isEmpty()) {
            return List.of(new Stage("", variant.base().image(), Optional.empty(), Optional.empty(), last()));
        }
        return List.of(
                new Stage(
                        "The base of the image, for each platform. This stage comes first because Buildah and Podman\n"
                                + "would otherwise build it for the platform of the previous stage.",
                        variant.base().image(),
                        Optional.empty(),
                        Optional.of(RUNTIME),
                        List.of()),
                preparation().get(),
                new Stage("", RUNTIME, Optional.empty(), Optional.empty(), last()));
    }

    /** The packages that the base lacks; empty if it has all, or if we do not know the base. */
    private Optional<Stage> preparation() {
        return switch (variant.base().family()) {
            case DEBIAN -> Optional.of(prepare(variant.base().image()));
            case SCRATCH -> Optional.of(prepare("debian:bookworm-slim"));
            case ALPINE -> variant.bringsUser() ? Optional.of(prepareAlpine()) : Optional.empty();
            case DISTROLESS, OTHER -> Optional.empty();
        };
    }

    private Stage prepare(String base) {
        List<Instruction> instructions = new ArrayList<>();
        instructions.add(new Run(
                "",
                List.of(
                        "apt-get update",
                        "apt-get install --yes --no-install-recommends ca-certificates",
                        "rm -rf /var/lib/apt/lists/*")));
        if (variant.bringsUser()) {
            instructions.add(
                    new Run("", List.of("useradd --create-home --uid " + ID + " --shell /bin/bash " + variant.user())));
        }
        return stage("Certificates, user and home directory are", base, instructions);
    }

    /** Alpine has certificates. */
    private Stage prepareAlpine() {
        return stage(
                "User and home directory are",
                variant.base().image(),
                List.of(new Run("", List.of("adduser -D -u " + ID + " " + variant.user()))));
    }

    private static Stage stage(String what, String base, List<Instruction> instructions) {
        return new Stage(
                what + " the same on every platform, so they are created once, without emulation.",
                base,
                Optional.of("$BUILDPLATFORM"),
                Optional.of(PREPARE),
                instructions);
    }

    private List<Instruction> last() {
        List<Instruction> instructions = new ArrayList<>();
        if (preparation().isPresent() && variant.base().family() != Base.Family.ALPINE) {
            instructions.add(copy(List.of(CERTIFICATES), CERTIFICATES, Optional.empty()));
        }
        if (variant.bringsUser()) {
            instructions.add(copy(List.of("/etc/passwd", "/etc/group"), "/etc/", Optional.empty()));
            instructions.add(copy(List.of(home()), home(), Optional.of(OWNER)));
        }
        Image.Contents contents = image.contents();
        contents.files().forEach((file, place) -> instructions.add(new CopyFile("", file, place)));
        instructions.addAll(platformArguments());
        plan.shipped().forEach(shipped -> instructions.add(program(shipped)));
        contents.env().forEach((name, value) -> instructions.add(new Env("", name, value)));
        contents.expose().forEach(port -> instructions.add(new Expose("", port)));
        instructions.addAll(user());
        instructions.addAll(start());
        return instructions;
    }

    private List<Instruction> platformArguments() {
        Arg architecture = new Arg("Set by Buildx: " + folders() + ", the folders in the build context.", "TARGETARCH");
        return variants(variant) ? List.of(architecture, new Arg("", "TARGETVARIANT")) : List.of(architecture);
    }

    /** What the folders can be called, for people. */
    private String folders() {
        List<String> folders = variant.builds().stream().map(DockerJob::folder).toList();
        if (List.of("amd64", "arm64").containsAll(folders)) {
            return "amd64 or arm64";
        }
        int last = folders.size() - 1;
        return last == 0 ? folders.get(0) : String.join(", ", folders.subList(0, last)) + " or " + folders.get(last);
    }

    /** Whether the name of a platform has a third part, such as {@code linux/arm/v7}. */
    private static boolean variants(ImageVariant variant) {
        return variant.platforms().stream().anyMatch(platform -> platform.indexOf('/') < platform.lastIndexOf('/'));
    }

    /** The folder of the build context that holds the programs for the platform. */
    private static String folder(ImageVariant variant) {
        return variants(variant) ? "${TARGETARCH}${TARGETVARIANT}" : "${TARGETARCH}";
    }

    /** Runs the program, which prints its help unless the user gives other arguments. */
    private List<Instruction> start() {
        String program = command(image, variant, plan.shipped().get(0));
        Image.Contents contents = image.contents();
        List<String> entrypoint = contents.entrypoint().orElse(List.of(program));
        List<String> usual = entrypoint.isEmpty() ? List.of(program) : List.of("--help");
        boolean own = contents.entrypoint().filter(it -> !it.isEmpty()).isPresent();
        List<String> arguments = contents.cmd().orElse(own ? List.of() : usual);
        List<Instruction> instructions = new ArrayList<>();
        if (!entrypoint.isEmpty()) {
            instructions.add(new Entrypoint("", entrypoint));
        }
        if (!arguments.isEmpty()) {
            instructions.add(new Cmd("", arguments));
        }
        return instructions;
    }

    private String home() {
        return "/home/" + variant.user();
    }

    private static Copy copy(List<String> sources, String destination, Optional<String> owner) {
        return new Copy("", PREPARE, Optional.empty(), owner, sources, destination);
    }

    private Copy program(Shipped shipped) {
        Optional<String> mode = shipped.folder() ? Optional.empty() : Optional.of("755");
        String source = folder(variant) + "/" + shipped.entry();
        return new Copy(
                "",
                DockerJob.BINARIES,
                mode,
                Optional.empty(),
                List.of(source),
                image.contents().place(shipped));
    }

    /** The lines that bring the programs, for people. */
    static String copyLines(Image image, ImageVariant variant, List<Shipped> programs) {
        String arguments = variants(variant) ? "ARG TARGETARCH\nARG TARGETVARIANT\n" : "ARG TARGETARCH\n";
        return programs.stream()
                .map(shipped -> "COPY --from=" + DockerJob.BINARIES + " " + folder(variant) + "/" + shipped.entry()
                        + " " + image.contents().place(shipped))
                .collect(Collectors.joining("\n", arguments, ""));
    }

    /** A program on the path is called by its name; an empty base has no path. */
    static String command(Image image, ImageVariant variant, Shipped shipped) {
        if (shipped.folder()) {
            return "/opt/" + shipped.program();
        }
        boolean known = variant.base().family() != Base.Family.SCRATCH
                && image.contents().onPath();
        return known ? shipped.command() : image.contents().place(shipped);
    }

    private List<Instruction> user() {
        if (variant.user().equals(ROOT)) {
            return List.of();
        }
        User user = new User("", variant.user());
        return variant.bringsUser() ? List.of(user, new Workdir("", home())) : List.of(user);
    }
}
