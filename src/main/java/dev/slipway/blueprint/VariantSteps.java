package dev.slipway.blueprint;

import dev.slipway.blueprint.DockerJob.Metadata;
import dev.slipway.blueprint.DockerJob.Pushed;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageTag;
import dev.slipway.plan.ImageVariant;
import dev.slipway.plan.Line;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps that make one variant of the image, try it and give it its tags. */
record VariantSteps(ReleasePlan plan, Released released, Image image, ImageVariant variant, Optional<Newest> newest) {
    private static final String PROBE = "--version";

    Uses metadata() {
        List<Text> rules = new ArrayList<>();
        for (ImageTag tag : image.tags().all()) {
            rules.add(rule(tag).plus(enabled(tag)));
        }
        Uses step = uses(named("Work out the tags", " of "), "docker/metadata-action")
                .comment(
                        newest.isPresent() || moving().isEmpty() || !plan.tags().semantic()
                                ? ""
                                : "A prerelease moves neither " + moving() + ".")
                .with("images", lines(image.names()))
                .with("tags", Text.lines(rules).plus(Text.of("\n")));
        if (plan.release().onCall()) {
            step = step.with("context", "git");
        }
        Text flavor = flavor();
        step = flavor.source().isEmpty() ? step : step.with("flavor", flavor);
        return image.labels().isEmpty() ? step : step.with("labels", labels());
    }

    /** {@code `latest` nor the tag of its minor version}, as the end of a sentence. */
    private String moving() {
        boolean minor =
                image.tags().all().stream().anyMatch(tag -> tag.template().equals("{major}.{minor}"));
        List<String> words = new ArrayList<>();
        if (image.tags().latest()) {
            words.add("`latest`");
        }
        if (minor) {
            words.add("the tag of its minor version");
        }
        return words.size() == 2 ? String.join(" nor ", words) : "";
    }

    /** When a tag is set that is not set by every release. */
    private Text enabled(ImageTag tag) {
        Optional<Expr<String>> leads = newest.flatMap(it -> tag.line().map(it::leads));
        if (!tag.needsMajor()) {
            return leads.map(it -> Text.format(",enable=%s", it)).orElse(Text.of(""));
        }
        Expr<Boolean> stable =
                Expr.not(Expr.startsWith(released.tag(), plan.tags().prefix() + "0."));
        return Text.format(
                ",enable=%s", leads.map(it -> Expr.and(stable, it.eq("true"))).orElse(stable));
    }

    /** Of a tag that was not pushed, the action has to be told: it reads only what was pushed. */
    private Text rule(ImageTag tag) {
        if (!plan.release().tagIsGiven()) {
            return Text.of(tag.rule(plan.tags()));
        }
        String rule = tag.given(plan.tags());
        if (rule.startsWith("type=sha")) {
            return Text.of(rule);
        }
        boolean whole = tag.template().contains("{tag}");
        String affixes = rule.startsWith("type=ref,event=tag") ? rule.substring("type=ref,event=tag".length()) : "";
        return whole
                ? Text.format("type=raw,value=%s", released.tag()).plus(Text.of(affixes))
                : Text.of(rule + ",value=").plus(Text.of(released.version()));
    }

    private Text flavor() {
        Text suffix = Text.of(variant.suffix().isEmpty() ? "" : "suffix=" + variant.suffix() + ",onlatest=true\n");
        if (!image.tags().latest()) {
            return Text.of("latest=false\n").plus(suffix);
        }
        Text always = plan.tags().semantic() ? suffix : Text.of("latest=true\n").plus(suffix);
        return newest.map(it -> Text.format("latest=%s\n", it.leads(Line.ALL)).plus(suffix))
                .orElse(always);
    }

    private String labels() {
        return image.labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue() + "\n")
                .collect(Collectors.joining());
    }

    Uses push(Metadata metadata) {
        boolean later = image.smoke().filter(Image.Smoke::beforeTags).isPresent();
        Uses step = uses(named("Build and push", " "), "docker/build-push-action")
                .comment("Nobody needs the build record as an artifact of the run.")
                .with("context", ".");
        Paths paths = plan.project().paths();
        if (!paths.usual(variant)) {
            step = step.with("file", paths.dockerfile(variant));
        }
        step = step.with("build-contexts", DockerJob.BINARIES + "=" + DockerJob.context(image, variant))
                .with("platforms", String.join(",", variant.platforms()));
        step = later
                ? step.with("outputs", "type=image,push-by-digest=true,name-canonical=true,push=true")
                        .with("tags", lines(image.names()))
                : step.with("push", true).with("tags", metadata.tags());
        step = step.with("labels", metadata.labels()).env("DOCKER_BUILD_RECORD_UPLOAD", Value.of(false));
        return ImageProof.told(plan, step);
    }

    /** The steps that prove where the image is from. */
    List<Step> proof(Pushed pushed) {
        String what = variant.suffix().isEmpty() ? "the image" : variant.name();
        return new ImageProof(plan, what, image.names()).steps(pushed.digest());
    }

    Run trial(Image.Smoke smoke, Pushed pushed) {
        String script = Scripts.read("smoke-test").replace(PROBE, String.join(" ", arguments(smoke)));
        String what = variant.suffix().isEmpty() ? "the image" : variant.name();
        return Run.script("Run " + what + " on each platform", script)
                .env("IMAGE", image.name())
                .env("DIGEST", pushed.digest())
                .env("PLATFORMS", String.join("\n", variant.platforms()));
    }

    /** Without an entrypoint the program is named, too. */
    private List<String> arguments(Image.Smoke smoke) {
        boolean bare = image.contents().entrypoint().filter(List::isEmpty).isPresent();
        String program = ImageDockerfile.command(image, variant, plan.shipped().get(0));
        List<String> usual = bare ? List.of(program, PROBE) : List.of(PROBE);
        return smoke.arguments().isEmpty() ? usual : smoke.arguments();
    }

    Run tag(Metadata metadata, Pushed pushed) {
        return Run.script(named("Set the tags", " of "), Scripts.read("tag-image"))
                .comment("Tags the digest that was pushed: nothing is built again.")
                .env("DIGEST", pushed.digest())
                .env("TAGS", metadata.tags());
    }

    Run summary(Metadata metadata, Pushed pushed) {
        return Run.script(named("Summarize", " "), Scripts.read("image-summary"))
                .env("IMAGE", image.name())
                .env("DIGEST", pushed.digest())
                .env("TAGS", metadata.tags());
    }

    /** A step of a further variant says which. */
    private String named(String step, String join) {
        return variant.suffix().isEmpty() ? step : step + join + variant.name();
    }

    private Uses uses(String name, String action) {
        return Uses.action(name, plan.actions().of(action));
    }

    private static String lines(List<String> names) {
        return names.size() == 1 ? names.get(0) : String.join("\n", names) + "\n";
    }
}
