package dev.slipway.cli;

import dev.slipway.blueprint.Fleet;
import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.files.LoneFile;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.render.Renderer;
import dev.slipway.report.FindingReport;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway fleet}: writes a workflow that runs Slipway in many repositories and opens pull requests. */
final class FleetCommand implements Command {
    static final String PATH = ".github/workflows/slipway-fleet.yml";
    private static final String OURS =
            "# Written by this command; run it again to change the file:\n#   slipway fleet ";

    private final OptionSpec repos = OptionSpec.builder("--repos")
            .paramLabel("<file>")
            .type(String.class)
            .required(true)
            .description("a file with one owner/name per line, which the workflow reads in each run (required)")
            .build();
    private final OptionSpec slipway = OptionSpec.builder("--slipway")
            .paramLabel("<commit>")
            .type(String.class)
            .required(true)
            .description("the commit of Slipway that the workflow builds, 40 hexadecimal digits (required)")
            .build();
    private final OptionSpec shards =
            number("--shards", "the number of jobs that share the repositories, up to 256 (default: 1)", "1");
    private final OptionSpec parallel =
            number("--max-parallel", "the number of jobs that run at once (default: 4)", "4");
    private final OptionSpec dryRun = Flags.flag("--dry-run", "print the workflow without writing it");
    private final GlobalOptions options;

    FleetCommand(GlobalOptions options) {
        this.options = options;
    }

    private static OptionSpec number(String name, String description, String fallback) {
        return OptionSpec.builder(name)
                .paramLabel("<n>")
                .type(Integer.class)
                .defaultValue(fallback)
                .description(description)
                .build();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        List.of(repos, shards, parallel, slipway, dryRun).forEach(spec::addOption);
        spec.usageMessage()
                .description("Write a workflow that runs Slipway in many repositories and opens pull requests.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        Fleet fleet = fleet();
        SourceText text = new SourceText(PATH, Renderer.standard().workflow(fleet.workflow()));
        List<Finding> findings = new Linter(LintOptions.UNDATED).check(List.of(text));
        if (!findings.isEmpty()) {
            console.err().print(new FindingReport(List.of(text), findings).text(console.style()));
            return ExitCode.FINDINGS;
        }
        if (Flags.on(dryRun)) {
            console.out().raw(text.text());
            return ExitCode.FINE;
        }
        write(text.text(), console);
        return ExitCode.FINE;
    }

    private Fleet fleet() throws IOException {
        String list = repos.getValue();
        if (!list.matches("[0-9A-Za-z_][0-9A-Za-z._/-]*+") || ("/" + list + "/").contains("/../")) {
            throw new IOException(
                    "--repos needs the path of a file in this repository, with letters, digits, '.', '_', '-'"
                            + " and '/', not '" + list + "'");
        }
        String commit = slipway.getValue();
        if (!commit.matches("[0-9a-f]{40}")) {
            throw new IOException("--slipway needs a full commit hash, 40 hexadecimal digits, not '" + commit + "'");
        }
        int jobs = within(shards, Fleet.MAX_SHARDS);
        FleetList all = FleetList.read(Checkout.in(options.directory())
                .bytes(list, Limit.SOURCE)
                .map(bytes -> SourceText.decode(list, bytes))
                .orElseThrow(() -> new IOException("no such file: '" + list + "'")));
        int most = IntStream.of(all.sizes(jobs)).max().orElse(0);
        if (most > FleetList.MAX_IN_SHARD) {
            int enough = all.enough(jobs);
            throw new IOException("a shard has " + most + " repositories, and a token of a GitHub App is for "
                    + FleetList.MAX_IN_SHARD + " at most: "
                    + (enough > 0 ? "use --shards " + enough + " or more" : "divide them among several fleets"));
        }
        return new Fleet(all.owner(), list, jobs, within(parallel, Fleet.MAX_SHARDS), commit);
    }

    private static int within(OptionSpec option, int most) throws IOException {
        int value = option.getValue();
        if (value < 1 || value > most) {
            throw new IOException(option.longestName() + " takes a number from 1 to " + most + ", not " + value);
        }
        return value;
    }

    /** Does not replace a file that Slipway did not write. */
    private void write(String text, Console console) throws IOException {
        Optional<String> there = LoneFile.read(options.directory(), PATH);
        if (there.filter(text::equals).isPresent()) {
            console.out().println(PATH + " is current");
            return;
        }
        if (there.isPresent() && !there.get().startsWith(OURS)) {
            throw new IOException(PATH + " was not written by 'slipway fleet': rename it, or move it away");
        }
        LoneFile.write(options.directory(), PATH, text);
        if (!options.quiet()) {
            console.out().println("wrote " + PATH);
        }
    }
}
