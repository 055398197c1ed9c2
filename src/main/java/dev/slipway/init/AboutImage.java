package dev.slipway.init;

import dev.slipway.config.ProjectGrammars;
import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.image.ImageProofs;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.plan.Paths;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Shipped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
            NoImage.tell(repository, draft);
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
            return new AboutImage(false, List.of(), List.of(), ImageBase.USUAL, List.of(), Optional.empty());
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
        List<String> tags = new PulledTags(release.images(), prefix(repository), draft).read();
        if (tags.isEmpty() || tags.contains("latest")) {
            besides(repository, draft);
        }
        ImageBase on = new ImageBase(repository, targets);
        return new AboutImage(
                true,
                names(repository, draft),
                tags,
                on.name(draft),
                on.platforms(draft),
                Optional.of(release.images()));
    }

    /** Workflows between releases that push the same image, and may move the same tag. */
    private static void besides(Repository repository, Draft draft) {
        List<String> ours =
                repository.release().images().names().stream().map(Fact::value).toList();
        repository.imagePushes().stream()
                .filter(push -> push.apart() && push.names().value().stream().anyMatch(ours::contains))
                .forEach(push -> draft.open(
                        "docker",
                        "'" + push.file() + "' also pushes '"
                                + push.names().value().stream()
                                        .filter(ours::contains)
                                        .findFirst()
                                        .orElseThrow()
                                + "', and neither a tag nor a release starts it: keep it, and if it moves 'latest', let"
                                + " only one of them do so; from "
                                + push.names().from()));
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
