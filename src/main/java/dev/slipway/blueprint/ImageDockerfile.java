package dev.slipway.blueprint;

import dev.slipway.model.docker.Dockerfile;
import dev.slipway.model.docker.Dockerignore;
import dev.slipway.model.docker.Instruction;
import dev.slipway.model.docker.Instruction.Arg;
import dev.slipway.model.docker.Instruction.Cmd;
import dev.slipway.model.docker.Instruction.Copy;
import dev.slipway.model.docker.Instruction.Entrypoint;
import dev.slipway.model.docker.Instruction.Run;
import dev.slipway.model.docker.Instruction.User;
import dev.slipway.model.docker.Instruction.Workdir;
import dev.slipway.model.docker.Stage;
import dev.slipway.plan.Base;
import dev.slipway.plan.Image;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private ImageDockerfile(ReleasePlan plan, Image image) {
        this.plan = plan;
        this.image = image;
    }

    static Dockerfile of(ReleasePlan plan, Image image, Header header) {
        return new Dockerfile(header.text(), new ImageDockerfile(plan, image).stages());
    }

    static Dockerignore ignore(Header header) {
        return new Dockerignore(
                header.with("The programs come by a build context of their own, so the main context is empty."),
                List.of("*"));
    }

    private List<Stage> stages() {
        if (preparation().isEmpty()) {
            return List.of(new Stage("", image.base().image(), Optional.empty(), Optional.empty(), last()));
        }
        return List.of(
                new Stage(
                        "What the programs run on, for each platform. It comes first because Buildah, and so Podman, lets\n"
                                + "the platform of one stage spill over to those behind it.",
                        image.base().image(),
                        Optional.empty(),
                        Optional.of(RUNTIME),
                        List.of()),
                preparation().get(),
                new Stage("", RUNTIME, Optional.empty(), Optional.empty(), last()));
    }

    /** What the base lacks; nothing where it has all, or where we do not know it. */
    private Optional<Stage> preparation() {
        return switch (image.base().family()) {
            case DEBIAN -> Optional.of(prepare(image.base().image()));
            case ALPINE -> Optional.of(prepareAlpine());
            case SCRATCH -> Optional.of(prepare("debian:bookworm-slim"));
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
        if (!image.user().equals(ROOT)) {
            instructions.add(
                    new Run("", List.of("useradd --create-home --uid " + ID + " --shell /bin/bash " + image.user())));
        }
        return stage(base, instructions);
    }

    private Stage prepareAlpine() {
        List<Instruction> instructions = new ArrayList<>();
        instructions.add(new Run("", List.of("apk add --no-cache ca-certificates")));
        if (!image.user().equals(ROOT)) {
            instructions.add(new Run("", List.of("adduser -D -u " + ID + " " + image.user())));
        }
        return stage(image.base().image(), instructions);
    }

    private static Stage stage(String base, List<Instruction> instructions) {
        return new Stage(
                "Certificates, user and home are the same for every platform: made once, without emulation.",
                base,
                Optional.of("$BUILDPLATFORM"),
                Optional.of(PREPARE),
                instructions);
    }

    private List<Instruction> last() {
        List<Instruction> instructions = new ArrayList<>();
        if (preparation().isPresent()) {
            instructions.add(copy(List.of(CERTIFICATES), CERTIFICATES, Optional.empty()));
            if (!image.user().equals(ROOT)) {
                instructions.add(copy(List.of("/etc/passwd", "/etc/group"), "/etc/", Optional.empty()));
                instructions.add(copy(List.of(home()), home(), Optional.of(OWNER)));
            }
        }
        instructions.add(
                new Arg("Set by Buildx: amd64 or arm64, which are the folders of the build context.", "TARGETARCH"));
        plan.shipped().forEach(shipped -> instructions.add(program(shipped)));
        instructions.addAll(user());
        instructions.add(new Entrypoint("", List.of(command(plan.shipped().get(0)))));
        instructions.add(new Cmd("", List.of("--help")));
        return instructions;
    }

    private String home() {
        return "/home/" + image.user();
    }

    private static Copy copy(List<String> sources, String destination, Optional<String> owner) {
        return new Copy("", PREPARE, Optional.empty(), owner, sources, destination);
    }

    private static Copy program(Shipped shipped) {
        String source = "${TARGETARCH}/" + shipped.entry();
        return shipped.folder()
                ? new Copy("", DockerJob.BINARIES, Optional.empty(), Optional.empty(), List.of(source), place(shipped))
                : new Copy(
                        "", DockerJob.BINARIES, Optional.of("755"), Optional.empty(), List.of(source), place(shipped));
    }

    /** The line that brings a program, for people. */
    static String copyLine(Shipped shipped) {
        return "COPY --from=" + DockerJob.BINARIES + " ${TARGETARCH}/" + shipped.entry() + " " + place(shipped);
    }

    /** Where the image holds what is shipped. */
    static String place(Shipped shipped) {
        return (shipped.folder() ? "/opt/" : "/usr/local/bin/") + shipped.entry();
    }

    /** A program on the path is called by its name; an empty base has no path. */
    private String command(Shipped shipped) {
        if (shipped.folder()) {
            return "/opt/" + shipped.program();
        }
        return image.base().family() == Base.Family.SCRATCH ? place(shipped) : shipped.command();
    }

    private List<Instruction> user() {
        if (image.user().equals(ROOT)) {
            return List.of();
        }
        return switch (image.base().family()) {
            case DISTROLESS -> List.of(new User("", "nonroot"));
            case OTHER -> List.of(new User("", OWNER));
            case DEBIAN, ALPINE, SCRATCH -> List.of(new User("", image.user()), new Workdir("", home()));
        };
    }
}
