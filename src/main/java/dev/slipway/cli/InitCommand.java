package dev.slipway.cli;

import dev.slipway.archive.Listing;
import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.IgnoredPaths;
import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.init.Evidence;
import dev.slipway.init.NoProposal;
import dev.slipway.init.Place;
import dev.slipway.init.Proposal;
import dev.slipway.published.PublishedRelease;
import dev.slipway.report.NameTable;
import dev.slipway.report.ProposalJson;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway init}: writes a first config, inferred from the repository, then generates. */
final class InitCommand implements Command {
    private final OptionSpec dryRun = Flags.flag("--dry-run", "print the config without writing anything");
    private final OptionSpec crate = OptionSpec.builder("--package")
            .paramLabel("<name>")
            .type(String.class)
            .description("release this package of a Cargo workspace, or this module of a Java build")
            .build();
    private final OptionSpec workflow = OptionSpec.builder("--from-workflow")
            .paramLabel("<file>")
            .type(Path.class)
            .converters(GlobalOptions::path)
            .description("import this release workflow and list what cannot be imported")
            .build();
    private final OptionSpec archive = OptionSpec.builder("--archive")
            .paramLabel("<file>")
            .type(String.class)
            .description(
                    "take the layout from this archive of that release: a .tar.gz or .zip file, or the output of 'tar -tf'")
            .build();
    private final OptionSpec format = OptionSpec.builder("--format")
            .paramLabel("<format>")
            .type(Format.class)
            .converters(Choice.of(Format.class))
            .defaultValue(Format.TEXT.toString())
            .description("format of the report: text or json (default: text)")
            .build();
    private final Today today = new Today();
    private final GlobalOptions options;
    private final Against against;

    InitCommand(GlobalOptions options) {
        this(options, System.in);
    }

    InitCommand(GlobalOptions options, InputStream in) {
        this.options = options;
        this.against = new Against(options, in);
    }

    /** The words of {@code --format}. */
    private enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .addOption(dryRun)
                .addOption(crate)
                .addOption(workflow)
                .addOption(archive)
                .addOption(format)
                .addOption(today.option());
        against.addTo(spec);
        spec.usageMessage().description("Create a config from the repository, then generate the files.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        if (!Files.isDirectory(options.directory().toAbsolutePath())) {
            throw new NoSuchFileException(options.directory().toString());
        }
        if (!Flags.on(dryRun) && Files.exists(options.newConfigFile(), LinkOption.NOFOLLOW_LINKS)) {
            return refuse(console);
        }
        Optional<PublishedRelease> named = against.release();
        Repository repository = read();
        if (crate.getValue() != null && !choosesPackages(repository)) {
            throw new IOException("--package selects a package of a Cargo workspace or a module of a Java build,"
                    + " and 'init' found neither");
        }
        Optional<Evidence> evidence = evidence(named, repository, console);
        Stream.concat(repository.findings().stream(), repository.release().untold().stream())
                .forEach(finding -> console.err().println(finding));
        try {
            Proposal proposal =
                    Proposal.of(repository, Optional.ofNullable(crate.getValue()), today.value(), place(), evidence);
            Optional<NameTable> names = evidence.map(known -> Against.table(known.release(), proposal.plan()));
            return Flags.on(dryRun) ? show(proposal, names, console) : write(proposal, names, console);
        } catch (NoProposal nothing) {
            console.err().println("error: " + nothing.getMessage());
            if (!nothing.help().isEmpty()) {
                console.err().println("  " + nothing.help());
            }
            return ExitCode.INVALID;
        }
    }

    private static boolean choosesPackages(Repository repository) {
        return repository.rust().isPresent()
                || repository.go().isEmpty()
                        && (repository.gradle().isPresent()
                                || repository.maven().isPresent());
    }

    private Optional<Evidence> evidence(Optional<PublishedRelease> named, Repository repository, Console console)
            throws IOException {
        Optional<String> shown = Optional.ofNullable(archive.getValue());
        Optional<String> slug = repository.name().map(Fact::value).filter(name -> against.isOnline());
        Optional<PublishedRelease> release = named.or(
                () -> slug.flatMap(name -> against.latest(name, console).release()));
        if (release.isEmpty() && !against.isOnline() && shown.isPresent()) {
            throw new IOException("--archive needs --against with the files of the same release");
        }
        if (release.isEmpty()) {
            return Optional.empty();
        }
        Against.checkTag(release.get());
        Optional<Listing> listing = shown.isEmpty()
                ? Optional.empty()
                : Optional.of(Listing.read(shown.get(), against.named(shown.get(), Limit.ARCHIVE)));
        return Optional.of(new Evidence(release.get(), shown.map(Against::shown), listing));
    }

    private Repository read() throws IOException {
        Optional<Path> file = Optional.ofNullable(workflow.getValue());
        Project project = Project.wanted(options);
        Set<String> generated = new TreeSet<>(project.othersFiles());
        generated.addAll(project.ownFiles());
        Optional<String> named = Optional.ofNullable(crate.getValue());
        if (file.isEmpty()) {
            return Repository.read(options.directory(), generated, Optional.empty(), named);
        }
        Path directory = options.directory().toAbsolutePath().normalize();
        Path found = directory.resolve(file.get()).normalize();
        Optional<byte[]> bytes =
                Checkout.named(options.directory(), file.get(), file.get().toString(), Limit.CONFIG);
        if (bytes.isEmpty()) {
            found = file.get().toAbsolutePath().normalize();
            bytes = Checkout.named(Path.of(""), file.get(), file.get().toString(), Limit.CONFIG);
        }
        Path name = found.startsWith(directory) ? directory.relativize(found) : file.get();
        return Repository.read(
                options.directory(),
                generated,
                Optional.of(SourceText.decode(
                        name.toString().replace('\\', '/'),
                        bytes.orElseThrow(
                                () -> new NoSuchFileException(file.get().toString())))),
                named);
    }

    private ExitCode refuse(Console console) {
        console.err().println("error: '" + options.newConfigFile() + "' already exists; nothing was written");
        console.err()
                .println("  edit it and run 'slipway generate'; 'slipway init --dry-run' prints what init would write");
        return ExitCode.INVALID;
    }

    private Place place() throws IOException {
        Project project = Project.wanted(options);
        Checkout checkout = Checkout.in(options.directory());
        return Place.of(project.name(), path -> checkout.isTaken(path) && !project.wrote(path))
                .with(List.copyOf(project.ownFiles()));
    }

    private ExitCode show(Proposal proposal, Optional<NameTable> names, Console console) throws IOException {
        report(proposal, names, console.err(), console);
        if (format.getValue() == Format.TEXT) {
            console.out().print(proposal.config());
        }
        return new GenerateCommand(options).preview(Project.wanted(options).with(proposal.config()), rest(console));
    }

    /** An object on standard output, or lines wherever the config is not. */
    private void report(Proposal proposal, Optional<NameTable> names, Printer lines, Console console) {
        if (format.getValue() == Format.JSON) {
            console.out().print(new ProposalJson(proposal, names).text());
        } else if (!options.quiet()) {
            lines.print(new InitReport(proposal.remarks(), console.style()).text());
            names.ifPresent(table -> lines.print(table.text(console.style()) + "\n"));
        }
    }

    /** Where to print everything that is not part of the report. */
    private Console rest(Console console) {
        return format.getValue() == Format.JSON ? new Console(console.err(), console.err(), console.around()) : console;
    }

    private ExitCode write(Proposal proposal, Optional<NameTable> names, Console console) throws IOException {
        report(proposal, names, console.out(), console);
        Console rest = rest(console);
        Project project = Project.wanted(options).with(proposal.config());
        ExitCode generated = new GenerateCommand(options).generate(project, rest);
        if (generated == ExitCode.FINE && !options.quiet()) {
            next(rest);
        } else if (generated != ExitCode.FINE && project.writeConfig()) {
            console.err().println("  only '" + options.newConfigFile() + "' was written");
        }
        return generated;
    }

    private void next(Console console) {
        console.out().println();
        console.out()
                .println(
                        "next: read " + options.newConfigFile() + ", and commit it with the files above and .slipway;");
        String ignored = String.join(" ", ignored());
        if (!ignored.isEmpty()) {
            console.out().println("      git ignores some of them: 'git add --force " + ignored + "' adds these;");
        }
        console.out().println("      then run 'slipway doctor'");
    }

    /** What people would have to commit, and git leaves out. */
    private List<String> ignored() {
        return IgnoredPaths.of(
                options.directory(), List.of(options.newConfigFile().toString(), ".slipway", ".github/workflows"));
    }
}
