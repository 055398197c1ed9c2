package dev.slipway.blueprint;

import dev.slipway.model.docker.Dockerfile;
import dev.slipway.model.docker.Dockerignore;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.Image;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is generated, before it is text.
 *
 * @param release the workflow that a tag starts
 * @param ci the workflow that tests every change
 * @param image how the image is built
 * @param scripts the scripts that are too long for a workflow
 * @param packages the files that packages are made of
 * @param page the page about the release
 */
public record Blueprint(
        Workflow release,
        Optional<Workflow> ci,
        Optional<ImageFiles> image,
        List<ScriptFile> scripts,
        List<PackageFile> packages,
        Optional<Page> page) {
    public Blueprint {
        scripts = List.copyOf(scripts);
        packages = List.copyOf(packages);
    }

    /** Draws a plan; a plan that exists can be drawn. */
    public static Blueprint of(ReleasePlan plan, Header header) {
        ScriptFiles scripts = ScriptFiles.of(plan, header);
        Workflow release = scripts.move(ReleaseWorkflow.of(plan, header));
        return new Blueprint(
                release,
                plan.ci().map(ci -> CiWorkflow.of(plan, release, ci, header)),
                plan.image().map(image -> ImageFiles.of(plan, image, header)),
                scripts.files(),
                PackageFile.of(plan, header),
                plan.page().map(page -> new Page(page.path(), ReleasePage.of(plan, release, scripts.files(), header))));
    }

    /** Whether a workflow runs an action. */
    public boolean uses(String action) {
        return Stream.concat(Stream.of(release), ci.stream())
                .flatMap(workflow -> workflow.jobs().stream())
                .anyMatch(job ->
                        job instanceof StepsJob steps && steps.steps().stream().anyMatch(step -> isOf(step, action)));
    }

    private static boolean isOf(Step step, String action) {
        return step instanceof Uses uses && uses.action().name().equals(action);
    }

    /**
     * What an image is built by.
     *
     * @param dockerfiles by their paths, the usual one first
     * @param dockerignores by their paths, one for all Dockerfiles or one for each
     */
    public record ImageFiles(Map<String, Dockerfile> dockerfiles, Map<String, Dockerignore> dockerignores) {
        static ImageFiles of(ReleasePlan plan, Image image, Header header) {
            Paths paths = plan.project().paths();
            Map<String, Dockerfile> files = new LinkedHashMap<>();
            image.variants()
                    .forEach(variant ->
                            files.put(paths.dockerfile(variant), ImageDockerfile.of(plan, image, variant, header)));
            Map<String, Dockerignore> ignores = new LinkedHashMap<>();
            image.variants()
                    .forEach(
                            variant -> ignores.put(paths.dockerignore(variant), ImageDockerfile.ignore(image, header)));
            return new ImageFiles(files, ignores);
        }

        /** The one that people get who name none. */
        public Dockerfile dockerfile() {
            return dockerfiles.values().iterator().next();
        }
    }

    /** A page and where it is written. */
    public record Page(String path, ReleasePage content) {}
}
