package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.publish.Reason;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.workflow.ImagePush;
import java.util.List;
import java.util.Optional;

/** Why the config has no image, and what of the repository pushes one apart from releases. */
final class NoImage {
    private NoImage() {}

    static void tell(Repository repository, Draft draft) {
        ReleaseSetup release = repository.release();
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
                .filter(push -> !push.apart() && push.names().value().stream().allMatch(name -> name.contains("…")))
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
}
