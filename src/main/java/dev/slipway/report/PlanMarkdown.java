package dev.slipway.report;

import dev.slipway.blueprint.CallerDuties;
import dev.slipway.plan.Build;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as Markdown, for a pull request or the notes of a release. */
record PlanMarkdown(PlanReport report) {
    String text() {
        String repository = report.plan().project().repository().slug();
        StringBuilder text =
                new StringBuilder("## Plan of " + Markdown.code(report.tag().name()) + "\n\n");
        text.append(
                report.outcome(Markdown.code(report.tag().name()), report.tag().version(), Markdown.code(repository))
                        + "\n");
        if (report.example()) {
            text.append("The tag is an example.\n");
        }
        text.append("\n### Jobs\n\n").append(Markdown.head("job", "runs on", "needs", "does", "may"));
        report.jobs().forEach(job -> text.append(job(job)));
        text.append("\n### Release\n\n").append(sentence(report.visibility())).append("\n\n");
        report.plan().assets(report.tag().name()).forEach(name -> text.append("- " + Markdown.code(name) + "\n"));
        report.proofs().ifPresent(proofs -> text.append("\n" + sentence(proofs) + "\n"));
        report.plan().image().ifPresent(image -> text.append(image(image)));
        report.caller().ifPresent(duties -> text.append(caller(duties)));
        text.append("\n### Secrets\n\n")
                .append(report.secrets().isEmpty() ? "None to set.\n" : "To set: " + codes(report.secrets()) + "\n");
        if (!report.templates().isEmpty()) {
            text.append("\n### The project's own templates\n\n")
                    .append(codes(report.templates()))
                    .append("\n\nThey may change the files of the release; `slipway rehearse` shows how.\n");
        }
        if (!report.imageTagDifferences().isEmpty()) {
            text.append("\n### Image tags that differ from the config\n\n");
            report.imageTagDifferences().forEach(one -> text.append("- " + Markdown.text(one) + "\n"));
        }
        return text.toString();
    }

    private static String caller(CallerDuties duties) {
        List<String> granted = Stream.concat(
                        duties.permissions().shorthand().stream(),
                        duties.permissions().grants().stream()
                                .map(grant -> grant.scope().name() + ": " + grant.level()))
                .toList();
        return "\n### A job that calls the workflow\n\nMust grant " + codes(granted)
                + (duties.secrets().isEmpty() ? "" : ", and pass the secrets " + codes(duties.secrets())) + ".\n";
    }

    private String build(Build build) {
        String glibc = report.plan().glibc(build).words();
        return Markdown.code(build.platform()) + " " + build.recipe().how() + (glibc.isEmpty() ? "" : "; " + glibc);
    }

    private String job(PlannedJob job) {
        String container =
                job.container().map(image -> " in " + Markdown.code(image)).orElse("");
        String builds = job.builds().stream().map(this::build).collect(Collectors.joining("<br>"));
        String may = job.permissions().stream()
                .map(grant -> Markdown.code(grant.scope().name() + ": " + grant.level()))
                .collect(Collectors.joining("<br>"));
        return Markdown.row(List.of(
                Markdown.code(job.id()),
                codes(job.runsOn())
                        + container
                        + job.environment()
                                .map(name -> ", approved in " + Markdown.code(name))
                                .orElse(""),
                codes(job.needs()),
                Stream.concat(
                                Stream.of(job.does().isEmpty() ? builds : Markdown.text(job.described())),
                                job.runs().words().stream().map(Markdown::text))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("<br>")),
                may));
    }

    private String image(Image image) {
        return image.variants().stream().map(variant -> image(image, variant)).collect(Collectors.joining());
    }

    private String image(Image image, ImageVariant variant) {
        List<String> conditional = report.moves().conditional(image, variant);
        List<String> staying = report.moves().staying(image, variant);
        String unmoved = report.tag().prerelease()
                ? "A prerelease does not move " + codes(staying) + ".\n"
                : "Not moved back from a newer version: " + codes(staying) + ".\n";
        String title = variant.suffix().isEmpty() ? "Image" : "Image, " + variant.name();
        return "\n### " + title + "\n\nFor " + codes(variant.platforms()) + ", based on "
                + Markdown.code(variant.base().image()) + ".\n\n"
                + image.names().stream()
                        .flatMap(name -> report.moves().tags(image, variant).stream()
                                .map(tag -> "- " + Markdown.code(name + ":" + tag)
                                        + (conditional.contains(tag) ? " " + Moves.IF_NEWEST : "") + "\n"))
                        .collect(Collectors.joining())
                + (staying.isEmpty() ? "" : "\n" + unmoved);
    }

    private static String codes(List<String> words) {
        return words.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
