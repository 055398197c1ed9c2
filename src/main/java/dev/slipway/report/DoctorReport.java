package dev.slipway.report;

import dev.slipway.detect.doctor.Advice;
import dev.slipway.detect.doctor.Examination;
import dev.slipway.detect.doctor.Inspection;
import dev.slipway.plan.RequiredSetting;
import dev.slipway.source.English;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What can break a release although every generated file is right, for people and for programs.
 *
 * @param examination what was found, and where it was looked for
 * @param settings what somebody has to set on GitHub
 * @param names the files of the last release, compared with the planned ones, if that was asked for
 */
public record DoctorReport(Examination examination, List<RequiredSetting> settings, Optional<NameTable> names) {
    public DoctorReport {
        settings = List.copyOf(settings);
    }

    /** Whether a release would fail. */
    public boolean fails() {
        return count(Severity.ERROR) > 0;
    }

    private List<Advice> advice() {
        return examination.advice();
    }

    private List<Inspection> seen() {
        return examination.inspections().stream()
                .filter(inspection -> inspection.missing().isEmpty())
                .toList();
    }

    private List<Inspection> unseen() {
        return examination.inspections().stream()
                .filter(inspection -> inspection.missing().isPresent())
                .toList();
    }

    private long count(Severity severity) {
        return advice().stream().filter(one -> one.severity() == severity).count();
    }

    /** One object; {@code docs/output.md} says what is in it. */
    public String json() {
        return Json.of(json -> {
            examined(json);
            names.ifPresent(table -> json.object("against", table::json));
        });
    }

    private void examined(Json json) {
        json.put("version", 1)
                .put("clean", advice().isEmpty())
                .list("advice", advice(), one -> {
                    json.put("rule", one.rule()).put("severity", one.severity().word());
                    one.where()
                            .ifPresent(place -> json.put("file", place.file())
                                    .put("line", place.position().line())
                                    .put("column", place.position().column()));
                    json.put("message", one.message())
                            .put("help", said(one.help()))
                            .put("url", said(one.url()));
                })
                .list("checked", seen(), one -> json.put("what", one.subject()))
                .list(
                        "unchecked",
                        unseen(),
                        one -> json.put("what", one.subject()).put("why", one.missing()))
                .list(
                        "settings",
                        settings,
                        one -> json.put("where", one.where())
                                .put("what", one.what())
                                .put("address", one.address()));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    /** What JSON says if nothing could be examined. */
    public static String failure(String why) {
        return Json.of(json -> json.put("version", 1).put("clean", false).put("error", why));
    }

    /**
     * What was found, where it was looked for, and how much it is.
     *
     * @param quiet whether results alone are wanted
     */
    public String text(boolean quiet, Style style) {
        StringBuilder text = new StringBuilder();
        advice().forEach(one -> {
            String place = one.where()
                    .map(where -> style.strong(Printable.oneLine(where.toString()) + ":") + " ")
                    .orElse("");
            text.append(style.line(place + FindingReport.severity(one.severity(), style) + " "
                    + style.strong(Printable.oneLine(one.message())) + " " + style.faint("[" + one.rule() + "]")));
            said(one.help())
                    .ifPresent(
                            help -> text.append(style.line("  " + style.faint("help: ") + Printable.oneLine(help), 8)));
            said(one.url()).ifPresent(url -> text.append("  ").append(url).append('\n'));
            text.append('\n');
        });
        names.ifPresent(table -> text.append(table.text(style)).append('\n'));
        if (quiet) {
            return text.toString();
        }
        text.append(style.strong("checked:")).append('\n');
        seen().forEach(one -> text.append(style.line("  " + one.subject())));
        if (!unseen().isEmpty()) {
            text.append('\n')
                    .append(style.strong("not checked, or only in part:"))
                    .append('\n');
        }
        unseen().forEach(one -> text.append(style.line(
                "  " + one.subject() + ": " + Printable.oneLine(one.missing().orElse("")))));
        return text.append('\n').append(style.strong(counts())).append('\n').toString();
    }

    /** What somebody has to set on GitHub before the first release. */
    public String settingsText(Style style) {
        StringBuilder text = new StringBuilder("\n" + style.strong("GitHub settings to check by hand:") + "\n");
        settings.stream().filter(one -> !one.ofOrganization()).forEach(one -> text.append(text(one, style)));
        text.append('\n')
                .append(style.strong("if an organization owns the repository or the package, also:"))
                .append('\n');
        settings.stream().filter(RequiredSetting::ofOrganization).forEach(one -> text.append(text(one, style)));
        return text.toString();
    }

    private static String text(RequiredSetting setting, Style style) {
        return "\n" + style.line("  " + style.strong(setting.where()), 4) + style.line("    " + setting.what(), 4)
                + "    " + setting.address() + "\n";
    }

    private String counts() {
        return advice().isEmpty()
                ? "no problem was found in what was checked"
                : English.count(count(Severity.ERROR), "error") + ", "
                        + English.count(count(Severity.WARNING), "warning");
    }
}
