package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.config.ReleaseConfig;
import dev.slipway.config.ReleaseConfig.Draft;
import dev.slipway.config.ReleaseConfig.Latest;
import dev.slipway.config.ReleaseConfig.Notes;
import dev.slipway.config.ReleaseConfig.Trigger;
import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Text;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Toolchain;
import java.util.List;

/** Plans how a release starts, when it is seen and what proves it. */
final class ReleasePlanner {
    private static final Pointer PLACE = Pointer.of("/release");

    private final Config config;
    private final ReleaseConfig release;
    private final Toolchain toolchain;
    private final TagRule tags;
    private final List<Problem> problems;

    ReleasePlanner(Config config, Toolchain toolchain, TagRule tags, List<Problem> problems) {
        this.tags = tags;
        this.config = config;
        this.release = config.release();
        this.toolchain = toolchain;
        this.problems = problems;
    }

    Release release(String project) {
        List<Trigger> triggers = release.triggers().isEmpty() ? List.of(Trigger.TAG) : release.triggers();
        if (triggers.contains(Trigger.PUBLISHED)) {
            checkPublished(triggers);
        }
        if (!triggers.contains(Trigger.TAG)) {
            checkExclusions();
        }
        checkProof(project);
        return new Release(
                triggers,
                release.draft().orElse(Draft.NEVER),
                release.notes().orElse(triggers.contains(Trigger.PUBLISHED) ? Notes.NONE : Notes.GENERATE),
                release.title().orElse("{tag}").replace("{name}", project),
                release.environment(),
                tags.ordered() ? release.latest().orElse(Latest.NEWEST) : Latest.EVERY,
                versionCheck(triggers, project),
                files(project),
                config.proof().attest().orElse(false),
                config.proof().sbom().map(SbomFormat::of),
                config.proof().sign().orElse(false));
    }

    private List<RepositoryFile> files(String project) {
        if (release.files().isEmpty()) {
            return List.of();
        }
        for (int i = 0; i < release.files().size(); i++) {
            ArchiveTemplates.checkTag(
                    release.files().get(i), PLACE.child("files").child(i), tags, problems);
        }
        return RepositoryFile.all(release.files(), project, tags);
    }

    /** A tag is created from the manifest; a version that someone types is compared with it, unless the config turns that off. */
    private boolean versionCheck(List<Trigger> triggers, String project) {
        if (!release.versionCheck().orElse(triggers.contains(Trigger.DISPATCH) && tags.semantic())) {
            return false;
        }
        boolean readable =
                toolchain.manifestVersion(project, ActionTable.standard()).isPresent();
        if (!readable && release.versionCheck().isPresent()) {
            report(
                    PLACE.child("version-check"),
                    "the version is not in the sources of " + toolchain.title(),
                    toolchain.versionAdvice());
        }
        return readable;
    }

    /** The person who published the release decides how it looks; this workflow only adds its files. */
    private void checkPublished(List<Trigger> triggers) {
        if (triggers.size() > 1) {
            int at = triggers.indexOf(Trigger.PUBLISHED);
            report(
                    PLACE.child("trigger").child(at),
                    "'published' cannot be combined with other triggers, which create the release themselves",
                    "keep either 'published' or the others");
        }
        String decided = "no effect with 'trigger: published': the person who publishes the release decides this";
        String help = "remove the key, or use another trigger";
        release.draft().ifPresent(it -> report(PLACE.child("draft").key(), decided, help));
        release.notes().ifPresent(it -> report(PLACE.child("notes").key(), decided, help));
        release.title().ifPresent(it -> report(PLACE.child("title").key(), decided, help));
    }

    private void checkExclusions() {
        for (int i = 0; i < config.tags().size(); i++) {
            if (config.tags().get(i).startsWith("!")) {
                report(
                        Pointer.of("/tag").child(i),
                        "the pattern has no effect: only pushed tags are compared with patterns",
                        "remove the pattern, or add 'tag' to release.trigger");
            }
        }
    }

    private void checkProof(String project) {
        if (config.proof().sign().orElse(false) && config.docker().isEmpty()) {
            report(
                    Pointer.of("/sign"),
                    "'sign' signs the image, but there is no image",
                    "add 'docker: {}', or write 'attest: true' to prove where the archives are from");
        }
        if (config.proof().sbom().isPresent()
                && toolchain
                        .components(project, new TagName(Text.of(""), ""), ActionTable.standard())
                        .isEmpty()) {
            report(
                    Pointer.of("/sbom"),
                    "the components of programs are unknown: " + toolchain.title() + " does not list them",
                    "remove the key");
        }
    }

    private void report(Pointer place, String message, String help) {
        problems.add(Problem.at(place, message, help));
    }
}
