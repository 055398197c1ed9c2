package dev.slipway.report;

import dev.slipway.blueprint.CallerDuties;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.plan.Build;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for a terminal. */
record PlanText(PlanReport report, Style style) {
    String text() {
        String repository = report.plan().project().repository().slug();
        StringBuilder text = new StringBuilder();
        text.append(report.cause(style.strong(report.tag().name()), repository) + " " + report.kind() + ".\n");
        if (report.example()) {
            text.append(style.faint("(An example; `slipway plan TAG` says it for another tag.)") + "\n");
        }
        text.append('\n').append(style.strong("Jobs")).append('\n');
        report.jobs().forEach(job -> text.append(job(job)));
        text.append('\n').append(release());
        report.plan().image().ifPresent(image -> text.append('\n').append(image(image)));
        report.caller().ifPresent(duties -> text.append('\n').append(caller(duties)));
        text.append('\n').append(secrets()).append(templates()).append(imageTagDifferences());
        return text.toString();
    }

    private String job(PlannedJob job) {
        String container = job.container().map(image -> " in " + image).orElse("");
        String after = job.needs().isEmpty() ? "" : ", after " + English.and(job.needs());
        String asked = job.environment()
                .map(name -> ", let through by the environment " + name)
                .orElse("");
        String title =
                "  " + style.strong(job.id()) + "  on " + String.join(", ", job.runsOn()) + container + after + asked;
        List<List<String>> builds = job.builds().stream().map(this::build).toList();
        List<List<String>> grants =
                job.permissions().stream().map(PlanText::grant).toList();
        String does = job.does().isEmpty() ? "" : "    " + Printable.oneLine(job.does()) + "\n";
        String runs = job.runs()
                .words()
                .map(words -> "    " + Printable.oneLine(words) + "\n")
                .orElse("");
        return Printable.oneLine(title) + "\n" + does + runs + table("    ", builds) + table("    may ", grants);
    }

    private List<String> build(Build build) {
        String packages = build.recipe().packages().isEmpty()
                ? ""
                : ", with " + English.and(build.recipe().packages());
        String glibc = report.plan().glibc(build).words();
        return List.of(
                build.platform(),
                build.recipe().target(),
                build.recipe().how() + packages + (glibc.isEmpty() ? "" : "; " + glibc));
    }

    private static List<String> grant(Grant grant) {
        return List.of(grant.level() + " " + grant.scope().name(), grant.reason());
    }

    private String release() {
        String assets = report.plan().assets(report.tag().name()).stream()
                .map(name -> "    " + name + "\n")
                .collect(Collectors.joining());
        return style.strong("Release " + report.tag().name()) + "\n  " + report.visibility() + "\n"
                + report.scheme().map(words -> "  " + words + "\n").orElse("") + assets
                + "  in each archive: " + report.contents() + "\n"
                + report.proofs().map(proofs -> "  " + proofs + "\n").orElse("");
    }

    private String image(Image image) {
        return image.variants().stream().map(variant -> image(image, variant)).collect(Collectors.joining("\n"));
    }

    private String image(Image image, ImageVariant variant) {
        List<String> moving = report.moves().moving(image, variant);
        List<String> conditional = report.moves().conditional(image, variant);
        List<List<String>> tags = new ArrayList<>();
        for (String name : image.names()) {
            for (String tag : report.moves().tags(image, variant)) {
                tags.add(List.of(
                        name + ":" + tag,
                        moving.contains(tag)
                                ? "moves here" + (conditional.contains(tag) ? " " + Moves.IF_NEWEST : "")
                                : ""));
            }
        }
        List<String> staying = report.moves().staying(image, variant);
        String why = report.tag().prerelease() ? "by a prerelease" : "back from a newer version";
        String unmoved = staying.isEmpty() ? "" : "  not moved " + why + ": " + String.join(", ", staying) + "\n";
        String title =
                "Image " + English.and(image.names()) + (variant.suffix().isEmpty() ? "" : ", " + variant.name());
        return style.strong(title) + "\n  for " + English.and(variant.platforms()) + ", based on "
                + variant.base().image() + ", runs as " + variant.user() + "\n" + table("    ", tags) + unmoved;
    }

    private String caller(CallerDuties duties) {
        Permissions permissions = duties.permissions();
        List<List<String>> grants = permissions.shorthand().isPresent()
                ? List.of(List.of(permissions.shorthand().get()))
                : permissions.grants().stream().map(PlanText::grant).toList();
        return style.strong("A job that calls the workflow") + "\n" + table("  has to grant ", grants)
                + (duties.secrets().isEmpty()
                        ? ""
                        : "  has to pass the secrets " + English.and(duties.secrets()) + "\n");
    }

    private String secrets() {
        List<String> names = report.secrets();
        return style.strong("Secrets") + "\n  "
                + (names.isEmpty() ? "none to set: each job has its own token" : "to set: " + English.and(names))
                + "\n";
    }

    private String templates() {
        return report.templates().isEmpty()
                ? ""
                : "\n" + style.strong("Templates of the project's own") + "\n  "
                        + String.join("\n  ", report.templates()) + "\n"
                        + "  They may change the files of the release; `slipway rehearse` shows how.\n";
    }

    private String imageTagDifferences() {
        List<String> all =
                report.imageTagDifferences().stream().map(Printable::oneLine).toList();
        return all.isEmpty()
                ? ""
                : "\n" + style.strong("Image tags that differ from the config") + "\n  " + String.join("\n  ", all)
                        + "\n";
    }

    /** Rows whose columns stand below each other. */
    private static String table(String indent, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(i))
                        .append(" ".repeat(width - row.get(i).length()))
                        .append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
