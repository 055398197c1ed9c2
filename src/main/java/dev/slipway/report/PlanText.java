package dev.slipway.report;

import dev.slipway.blueprint.CallerDuties;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.plan.Build;
import dev.slipway.plan.Image;
import dev.slipway.plan.ImageVariant;
import dev.slipway.source.English;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for a terminal. */
record PlanText(PlanReport report, Style style) {
    String text() {
        String repository = report.plan().project().repository().slug();
        StringBuilder text = new StringBuilder();
        text.append(style.line(
                report.outcome(style.strong(report.tag().name()), report.tag().version(), repository), 0));
        if (report.example()) {
            text.append(
                    style.line(style.faint("(This tag is an example; run `slipway plan TAG` for another tag.)"), 0));
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
                .map(name -> ", approved in the environment " + name)
                .orElse("");
        String title =
                "  " + style.neutral(job.id()) + "  on " + String.join(", ", job.runsOn()) + container + after + asked;
        List<List<String>> builds = job.builds().stream().map(this::build).toList();
        String does = job.does().isEmpty() ? "" : style.line("    " + Printable.oneLine(job.described()));
        String runs = job.runs()
                .words()
                .map(words -> style.line("    " + style.doubtful(Printable.oneLine(words))))
                .orElse("");
        return style.line(Printable.oneLine(title), 4)
                + does
                + runs
                + table("    ", builds)
                + grants("    may ", job.permissions());
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

    private String grants(String indent, List<Grant> grants) {
        return table(
                indent,
                grants.stream()
                        .map(grant ->
                                List.of(grant.level() + " " + grant.scope().name(), style.faint(grant.reason())))
                        .toList());
    }

    private String release() {
        StringBuilder text =
                new StringBuilder(style.strong("Release " + report.tag().name()) + "\n");
        text.append(style.line("  " + report.visibility()));
        report.scheme().ifPresent(words -> text.append(style.line("  " + words)));
        text.append(files());
        text.append(style.line("  in each archive: " + report.contents()));
        report.proofs().ifPresent(proofs -> text.append(style.line("  " + proofs)));
        return text.toString();
    }

    /** What is about a file, such as its checksum, is on its line. */
    private String files() {
        StringBuilder text = new StringBuilder();
        String main = "";
        for (String name : report.plan().assets(report.tag().name())) {
            if (!main.isEmpty() && name.startsWith(main + ".")) {
                text.append(style.faint(" + " + name.substring(main.length())));
            } else {
                main = name;
                text.append(text.length() == 0 ? "    " : "\n    ").append(name);
            }
        }
        return text.length() == 0 ? "" : text.append('\n').toString();
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
                        moving.contains(tag) ? style.faint(Moves.note(conditional.contains(tag))) : ""));
            }
        }
        List<String> staying = report.moves().staying(image, variant);
        String why = Moves.why(report.tag().prerelease());
        String unmoved = staying.isEmpty() ? "" : style.line("  not moved " + why + ": " + String.join(", ", staying));
        String title =
                "Image " + English.and(image.names()) + (variant.suffix().isEmpty() ? "" : ", " + variant.name());
        return style.line(style.strong(title))
                + style.line("  for " + English.and(variant.platforms()) + ", based on "
                        + variant.base().image() + ", runs as " + variant.user())
                + table("    ", tags)
                + unmoved;
    }

    private String caller(CallerDuties duties) {
        Permissions permissions = duties.permissions();
        String grants = permissions
                .shorthand()
                .map(word -> "  must grant " + word + "\n")
                .orElseGet(() -> grants("  must grant ", permissions.grants()));
        return style.strong("A job that calls the workflow") + "\n" + grants
                + (duties.secrets().isEmpty()
                        ? ""
                        : style.line("  must pass the secrets " + English.and(duties.secrets())));
    }

    private String secrets() {
        List<String> names = report.secrets();
        return style.strong("Secrets") + "\n"
                + style.line("  "
                        + (names.isEmpty()
                                ? "none to set: each job has its own token"
                                : "to set: " + English.and(names)));
    }

    private String templates() {
        if (report.templates().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n" + style.strong("The project's own templates") + "\n");
        report.templates().forEach(path -> text.append("  " + path + "\n"));
        return text.append(style.line("  They may change the files of the release; `slipway rehearse` shows how.", 2))
                .toString();
    }

    private String imageTagDifferences() {
        if (report.imageTagDifferences().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n" + style.strong("Image tags that differ from the config") + "\n");
        report.imageTagDifferences().forEach(one -> text.append(style.line("  " + Printable.oneLine(one))));
        return text.toString();
    }

    /** Rows in aligned columns; the last column moves to separate lines if it does not fit. */
    private String table(String indent, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size() - 1; i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(i))
                        .append(" ".repeat(width - row.get(i).length()))
                        .append("  ");
            }
            String last = row.get(row.size() - 1);
            text.append(last.isEmpty() ? line.toString().stripTrailing() + "\n" : style.cell(line.toString(), last));
        }
        return text.toString();
    }
}
