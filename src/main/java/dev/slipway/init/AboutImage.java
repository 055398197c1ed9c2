package dev.slipway.init;

import dev.slipway.config.ProjectGrammars;
import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.image.ImageProofs;
import dev.slipway.detect.publish.Reason;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.workflow.ImagePush;
import dev.slipway.facts.Libc.Kind;
import dev.slipway.facts.Libcs;
import dev.slipway.plan.Paths;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The container image.
 *
 * @param wanted whether there is to be one
 * @param names its names in all registries, if there is more than the usual one
 * @param tags those that it has today, if they are not the usual ones
 * @param base what it is built on
 * @param platforms what it runs on, if that is less than all
 * @param found what is known of the image of today
 */
record AboutImage(
        boolean wanted,
        List<String> names,
        List<String> tags,
        String base,
        List<String> platforms,
        Optional<FoundImages> found) {
    private static final String USUAL_BASE = "debian:bookworm-slim";

    /** @param released whether people have something to download already, and did without an image so far */
    static AboutImage read(Repository repository, AboutTargets targets, boolean released, Draft draft) {
        ReleaseSetup release = repository.release();
        boolean linux = targets.targets().stream().anyMatch(target -> target.os() == Os.LINUX);
        boolean guessed =
                !repository.others().isEmpty() && release.images().names().isEmpty();
        boolean wanted = linux && (!released || !release.images().names().isEmpty()) && !guessed;
        if (guessed) {
            draft.open(
                    "docker", "no image, because the run-time requirements are unknown; write 'docker: {}' to add one");
        } else if (!wanted) {
            boolean other = release.uncovered().stream()
                    .map(step -> step.value().reason())
                    .anyMatch(reason -> reason.has(Reason.Kind.IMAGE) || reason.has(Reason.Kind.JIB));
            List<ImagePush> apart = release.images().names().isEmpty()
                    ? repository.imagePushes().stream().filter(ImagePush::apart).toList()
                    : List.of();
            apart.forEach(push -> draft.open(
                    "docker",
                    "'" + push.file() + "' pushes "
                            + (push.names().value().isEmpty()
                                    ? "an image whose name is known only during a run"
                                    : "'" + String.join("', '", push.names().value()) + "'")
                            + ", but neither a tag nor a release starts it: keep it, or write 'docker' and remove it; from "
                            + push.names().from()));
            List<ImagePush> always = release.images().names().isEmpty()
                    ? repository.imagePushes().stream()
                            .filter(push -> push.tags().contains("**")
                                    && !push.names().value().isEmpty())
                            .toList()
                    : List.of();
            always.forEach(push -> draft.open(
                    "docker",
                    "'" + push.file() + "' pushes '"
                            + String.join("', '", push.names().value())
                            + "' at every push, also of tags: keep it, or write 'docker' and remove it; from "
                            + push.names().from()));
            String where = repository.unread() ? "the parts of the release that could be read" : "the release";
            String none = release.exists()
                            && release.publishers().isEmpty()
                            && repository.releasers().isEmpty()
                    ? "found no workflow that pushes an image, and no image in the config of a release tool"
                    : release.exists()
                            ? "found no image in " + where
                            : (apart.isEmpty() ? "found nothing" : "found no other step of a workflow")
                                    + " that pushes an image"
                                    + (repository.unread() ? " in the steps that could be read" : "");
            Optional<ImagePush> nameless = repository.imagePushes().stream()
                    .filter(push ->
                            !push.apart() && push.names().value().stream().allMatch(name -> name.contains("…")))
                    .findFirst();
            if (nameless.isPresent()) {
                none = "no image, because '" + nameless.get().names().from()
                        + "' pushes one whose name is known only during a run";
            }
            boolean unseen = release.takeover().open().stream()
                    .anyMatch(question ->
                            question.key().equals("docker") && question.unseen().isPresent());
            if (!always.isEmpty() || unseen) {
                none = "no image";
            }
            release.images()
                    .names()
                    .forEach(name -> draft.left(
                            "docker.image",
                            name.value(),
                            "no longer pushed, because no target for Linux was found; add one to 'targets', and 'docker'; from "
                                    + name.from()));
            if (!release.images().names().isEmpty()) {
                none = "no image without a program for Linux";
            }
            if (!release.images().built().isEmpty()) {
                none = "no image, because the name of the one that the release builds is unknown";
            }
            draft.open(
                    "docker",
                    (other ? "found only an image that a step of the build pushes" : none)
                            + "; write 'docker: {}' to add one");
        }
        release.images()
                .built()
                .forEach(file -> draft.left(
                        "docker",
                        file.value(),
                        (release.images().names().isEmpty()
                                        ? "builds an image in the release, under a name that was not found; from "
                                        : "a step of the release builds from it too; the config describes one image, with 'docker.variants' on other bases; from ")
                                + file.from()));
        if (!release.images().others().isEmpty()) {
            boolean one = release.images().others().size() == 1;
            draft.open(
                    "docker",
                    "'" + String.join("', '", release.images().others()) + "' "
                            + (one ? "stays as it is" : "stay as they are")
                            + "; found nothing that builds a release image from " + (one ? "it" : "them")
                            + (repository.unread() ? " in the steps that could be read" : ""));
        }
        if (!wanted) {
            return new AboutImage(false, List.of(), List.of(), USUAL_BASE, List.of(), Optional.empty());
        }
        if (release.images().names().isEmpty()) {
            draft.guess(
                    "docker",
                    "an image",
                    "the default for a project without releases",
                    "if nobody runs it in a container, write 'docker: false'");
        }
        release.images().proofs().stream()
                .filter(proof -> !(proof.value().startsWith("actions/attest")
                        && release.publishing().containsKey("attest")))
                .forEach(proof ->
                        draft.left("docker", proof.value(), instead(proof.value()) + "; from " + proof.from()));
        return new AboutImage(
                true,
                names(repository, draft),
                new PulledTags(release.images(), prefix(repository), draft).read(),
                base(repository, targets, draft),
                platforms(release, targets, alone(repository), draft),
                Optional.of(release.images()));
    }

    /** The key that attaches the same to the image. */
    private static String instead(String proof) {
        if (proof.equals("annotations")) {
            return "no config key for it; labels are in 'docker.labels'";
        }
        if (proof.startsWith(ImageProofs.ARGUMENT)) {
            return "images are not compiled from the Dockerfile, but contain the programs of the release";
        }
        String key = proof.startsWith("sbom") ? "sbom" : proof.equals("cosign sign") ? "sign" : "attest";
        return "attached to the image only with the key '" + key + "'";
    }

    /** What a Git tag has before the version. */
    private static String prefix(Repository repository) {
        return repository.tagStyle().map(style -> style.value().prefix()).orElse("v");
    }

    /** Whether two names that one job pushes are one image in two registries. */
    private static boolean same(Fact<String> one, Fact<String> other) {
        return one.from().equals(other.from())
                && one.value().replaceFirst("^.*/", "").equals(other.value().replaceFirst("^.*/", ""));
    }

    private static List<String> names(Repository repository, Draft draft) {
        List<Fact<String>> images = repository.release().images().names();
        List<Fact<String>> taken =
                images.stream().filter(image -> same(image, images.get(0))).toList();
        taken.forEach(image -> draft.taken("docker.image", image));
        List<String> publishers = repository.release().publishers().stream()
                .map(publisher -> file(publisher.from()))
                .toList();
        List<String> tools =
                repository.release().tools().stream().map(Fact::from).toList();
        images.stream()
                .map(image -> file(image.from()))
                .distinct()
                .filter(file -> !publishers.contains(file) && !tools.contains(file))
                .filter(file -> !file.equals(Paths.USUAL.release()))
                .forEach(file -> draft.open(
                        "docker",
                        "'" + file + "' also pushes an image: "
                                + (repository.called().contains(file)
                                        ? "let no workflow call it at a release; others that call it need it"
                                        : "remove that before the next release")));
        images.stream()
                .filter(image -> !taken.contains(image))
                .forEach(image -> draft.left(
                        "docker.image",
                        image.value(),
                        "another image; the config describes one; from " + image.from()));
        String usual =
                "ghcr.io/" + repository.name().map(Fact::value).orElse("").toLowerCase(Locale.ROOT);
        List<String> names = taken.stream().map(Fact::value).toList();
        return names.equals(List.of(usual)) ? List.of() : names;
    }

    private static String file(String from) {
        return from.replaceFirst("[: ].*", "");
    }

    /** Programs of Go without C need no C library. */
    private static boolean alone(Repository repository) {
        boolean none = Optional.ofNullable(
                        repository.release().takeover().keys().get("go.cgo"))
                .map(Fact::value)
                .filter(List.of("false")::equals)
                .isPresent();
        return repository.rust().isEmpty()
                && repository.go().filter(go -> none || go.cgo().isEmpty()).isPresent();
    }

    /** Whether a flag for the linker lets programs for Linux bring the C library along. */
    private static boolean linksStatically(Repository repository) {
        Stream<String> said = Stream.of("go.ldflags", "linux.env.CGO_LDFLAGS")
                .flatMap(key -> Optional.ofNullable(
                        repository.release().takeover().keys().get(key))
                        .stream())
                .flatMap(fact -> fact.value().stream());
        Stream<String> seen = repository.release().targets().stream()
                .filter(target -> target.value().triple().contains("linux"))
                .map(target -> target.value().flags().getOrDefault("ldflags", ""));
        return Stream.concat(said, seen)
                .flatMap(flags -> Stream.of(flags.split("[\\s'\"=]+")))
                .anyMatch(flag -> flag.matches("--?static"));
    }

    /** Why programs may not run on a base without the GNU C library, as far as that is known. */
    private static String lacking(Repository repository) {
        if (linksStatically(repository)) {
            return "has no GNU C library; with 'cgo: true', Slipway accepts no such base, although '-static' links programs"
                    + " that need none";
        }
        return "has no GNU C library, which the programs "
                + (repository.others().isEmpty() ? "need" : "of the guessed command may need");
    }

    private static String base(Repository repository, AboutTargets targets, Draft draft) {
        ReleaseSetup release = repository.release();
        release.images()
                .builder()
                .ifPresent(builder -> draft.left(
                        "docker.base",
                        builder.value(),
                        "taken for a base to build in; use it if the program needs it at run time; from "
                                + builder.from()));
        if (release.images().base().isEmpty()) {
            draft.guess(
                    "docker.base",
                    USUAL_BASE,
                    "small, with the GNU C library that programs need; "
                            + (release.images().isOnUnknown()
                                    ? "the current base is known only during a run"
                                    : release.images().builder().isPresent()
                                            ? "the current base is taken for one to build in"
                                            : "found no other base in a Dockerfile of a release"),
                    "run the program in it");
            return USUAL_BASE;
        }
        Fact<String> base = release.images().base().get();
        boolean lacking = Libcs.standard()
                .ofImage(base.value())
                .filter(libc -> libc.kind() != Kind.GLIBC)
                .isPresent();
        if (lacking && !targets.has(Libc.MUSL) && !alone(repository)) {
            draft.left("docker.base", base.value(), lacking(repository) + "; from " + base.from());
            return USUAL_BASE;
        }
        draft.taken("docker.base", base);
        return base.value();
    }

    private static List<String> platforms(ReleaseSetup release, AboutTargets targets, boolean alone, Draft draft) {
        boolean lacking = release.images()
                .base()
                .flatMap(base -> Libcs.standard().ofImage(base.value()))
                .filter(libc -> libc.kind() != Kind.GLIBC)
                .isPresent();
        Set<String> fitting = targets.targets().stream()
                .filter(target -> target.libc() == Libc.MUSL && target.hasImages())
                .map(Target::platform)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> built = targets.targets().stream()
                .filter(Target::hasImages)
                .map(Target::platform)
                .collect(Collectors.toCollection(TreeSet::new));
        if (lacking && !alone && !fitting.isEmpty() && fitting.size() < built.size()) {
            Set<String> lost =
                    new TreeSet<>(release.images().platforms().map(Fact::value).orElse(List.of()));
            lost.removeAll(fitting);
            if (!lost.isEmpty()) {
                draft.left(
                        "docker.platforms",
                        String.join(", ", lost),
                        "the base has no GNU C library, but no target without it is for "
                                + (lost.size() == 1 ? "this platform" : "these platforms") + "; from "
                                + release.images().platforms().orElseThrow().from());
            }
            return List.copyOf(fitting);
        }
        release.images().platforms().ifPresent(fact -> {
            List<String> lost =
                    fact.value().stream().filter(one -> !built.contains(one)).toList();
            if (!lost.isEmpty()) {
                draft.left(
                        "docker.platforms",
                        String.join(", ", lost),
                        "the new release builds no image for "
                                + (lost.size() == 1 ? "this platform" : "these platforms") + "; from " + fact.from());
            }
        });
        Optional<Fact<List<String>>> found = release.images()
                .platforms()
                .map(fact -> fact.map(
                        all -> all.stream().filter(built::contains).distinct().toList()))
                .filter(fact -> !fact.value().isEmpty() && fact.value().size() < built.size());
        found.ifPresent(fact -> draft.taken("docker.platforms", fact.map(all -> String.join(", ", all))));
        return found.map(Fact::value).orElse(List.of());
    }

    /** The usual name is that of the repository, which several projects cannot share. */
    private static String ownImage(String repository, String project) {
        String owner = repository.substring(0, repository.indexOf('/') + 1);
        return ("ghcr.io/" + owner + project).toLowerCase(Locale.ROOT);
    }

    /**
     * What runs in it, and how.
     *
     * @param programs what is built; the first one starts
     */
    void addSettings(String project, List<Shipped> programs, Draft draft) {
        Set<String> names = new LinkedHashSet<>();
        List<String> commands = programs.stream().map(Shipped::command).toList();
        names.addAll(commands);
        names.add(project);
        boolean placed = !programs.isEmpty() && programs.stream().noneMatch(Shipped::folder);
        found.filter(image -> !image.settings().isEmpty() || !image.labels().isEmpty())
                .ifPresent(image -> new ImageSettings(
                                image.settings(),
                                image.labels(),
                                names,
                                commands,
                                placed,
                                image.builder().isPresent(),
                                base,
                                image.base().map(Fact::value).orElse(""),
                                project,
                                draft)
                        .add());
    }

    void add(Optional<Fact<String>> description, String project, Place place, Draft draft) {
        if (!wanted) {
            return;
        }
        description.ifPresent(text -> {
            if (ProjectGrammars.PROSE.matches(text.value())) {
                draft.put("description", new Setting.Word(text.value()));
                draft.taken("description", text);
            } else {
                draft.left("description", text.value(), "invalid description; from " + text.from());
            }
        });
        Setting.Group keys = new Setting.Group();
        List<String> images = names.isEmpty()
                ? place.folderName().map(folder -> ownImage(draft.word("repository"), project)).stream()
                        .toList()
                : names;
        if (images.size() > 1) {
            keys.words("image", images);
        } else {
            images.forEach(image -> keys.word("image", image));
        }
        if (!tags.isEmpty()) {
            keys.words("tags", tags);
        }
        keys.word("base", base);
        if (!platforms.isEmpty()) {
            keys.words("platforms", platforms);
        }
        place.image().ifPresent(file -> {
            keys.word("file", place.dockerfile());
            draft.open(
                    "docker.file",
                    "'" + file + "' is your own file, and Slipway keeps it; the generated one is '" + place.dockerfile()
                            + "'. To switch, delete yours and remove this key");
        });
        draft.put("docker", keys.keys());
    }
}
