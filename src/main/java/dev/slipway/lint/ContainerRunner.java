package dev.slipway.lint;

import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds containers that no runner starts.
 *
 * @see <a href="https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/run-jobs-in-a-container">Running
 *     jobs in a container</a>
 */
final class ContainerRunner implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "container-runner";
    }

    @Override
    public String summary() {
        return "jobs with containers run on Linux";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        return file.jobs().stream().flatMap(ContainerRunner::check).toList();
    }

    private static Stream<Problem> check(JobView job) {
        List<Place> images = images(job);
        if (images.isEmpty()) {
            return Stream.empty();
        }
        List<Contexts> rows = job.rows()
                .filter(all -> !all.isEmpty())
                .map(all -> all.stream().map(MatrixView::contexts).toList())
                .orElse(List.of(Contexts.NOTHING));
        return images.stream()
                .flatMap(image -> rows.stream()
                        .filter(row -> isStarted(image, row))
                        .flatMap(row -> foreign(job, row).stream())
                        .findFirst()
                        .map(label -> image.problem(
                                "GitHub starts containers on Linux only, and the job runs on " + label,
                                "run the job on Linux, or without the container"))
                        .stream());
    }

    /** The images that a job starts: its container, its services, and actions that are images. */
    private static List<Place> images(JobView job) {
        return Stream.of(
                        job.place().at("container").map(ContainerRunner::image).stream(),
                        job.place().entries("services").stream().map(ContainerRunner::image),
                        job.steps().stream()
                                .filter(step -> !step.place().has("if"))
                                .flatMap(step -> step.uses().stream())
                                .filter(uses -> uses.text().startsWith("docker://")))
                .flatMap(places -> places)
                .toList();
    }

    private static Place image(Place container) {
        return container.at("image").orElse(container);
    }

    /** Whether a row starts a container of an image; with an empty image, it starts none. */
    private static boolean isStarted(Place image, Contexts row) {
        return Folding.text(image.text(), row)
                .filter(name -> name.known() && !name.text().isEmpty())
                .isPresent();
    }

    /** The label of the runner of a row, if it is a hosted one of another system. */
    private static Optional<String> foreign(JobView job, Contexts row) {
        return job.labels().stream()
                .flatMap(label -> Folding.text(label.text(), row).stream())
                .filter(Data::known)
                .flatMap(label -> Runners.standard().find(label.text()).stream())
                .filter(runner -> !runner.os().equals("linux"))
                .map(Runner::label)
                .findFirst();
    }
}
