package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.Version;
import dev.slipway.report.DownloadReport;
import dev.slipway.report.DriftReport;
import dev.slipway.report.FindingReport;
import dev.slipway.report.ReportFormat;
import dev.slipway.report.RuleInfo;
import dev.slipway.report.Style;
import dev.slipway.report.Tool;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/** Prints reports in the requested format. */
record ReportPrinter(Console console, GlobalOptions options, ReportFormat format) {
    /** The option {@code --format} of commands that find something. */
    static OptionSpec option() {
        return OptionSpec.builder("--format")
                .paramLabel("<format>")
                .type(ReportFormat.class)
                .converters(Choice.of(ReportFormat.class))
                .defaultValue(ReportFormat.TEXT.toString())
                .description("text, json, github (annotations and a summary of the job) or sarif (default: text)")
                .build();
    }

    void print(DriftReport report) throws IOException {
        boolean silent = report.clean() && options.quiet() && format == ReportFormat.TEXT;
        if (!silent) {
            show(report.as(format, style(), new Tool(Version.current(), List.of())));
        }
        summarize(report::summary);
    }

    /** @param rules the rules that ran */
    void print(FindingReport report, List<RuleInfo> rules) throws IOException {
        show(report.as(format, style(), new Tool(Version.current(), rules)));
        summarize(report::summary);
    }

    /**
     * Shows what changes in a pull request. Only for jobs on GitHub.
     *
     * @param config the file that changes it
     */
    void print(DownloadReport report, String config) throws IOException {
        if (!report.isEmpty()) {
            show(report.annotation(config));
            summarize(report::markdown);
        }
    }

    /** Annotations are workflow commands of GitHub. */
    private void show(String report) {
        if (format == ReportFormat.GITHUB) {
            console.out().raw(report);
        } else {
            console.out().print(report);
        }
    }

    private Style style() {
        return format == ReportFormat.TEXT ? console.style() : Style.PLAIN;
    }

    private void summarize(Supplier<String> report) throws IOException {
        if (format != ReportFormat.GITHUB || console.summary().isEmpty()) {
            return;
        }
        Path page = console.summary().get();
        String markdown = report.get();
        if (!markdown.isEmpty()) {
            try {
                Files.write(page, markdown.getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (FileSystemException named) {
                throw named;
            } catch (IOException unnamed) {
                throw new IOException("cannot write to '" + page + "': " + unnamed.getMessage(), unnamed);
            }
        }
    }
}
