package dev.slipway.cli;

import dev.slipway.detect.Repository;
import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.init.NoProposal;
import dev.slipway.init.Place;
import dev.slipway.init.Proposal;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code slipway init}: writes a first config from what the repository tells, then generates. */
final class InitCommand implements Command {
    private final OptionSpec dryRun = Flags.flag("--dry-run", "print the config, and write nothing");
    private final OptionSpec crate = OptionSpec.builder("--package")
            .paramLabel("<name>")
            .type(String.class)
            .description("release this package of a Cargo workspace, or this module of a Java build")
            .build();
    private final OptionSpec workflow = OptionSpec.builder("--from-workflow")
            .paramLabel("<file>")
            .type(Path.class)
            .converters(GlobalOptions::path)
            .description("take over what this release workflow does, and say what it does beyond")
            .build();
    private final Today today = new Today();
    private final GlobalOptions options;

    InitCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this)
                .addOption(dryRun)
                .addOption(crate)
                .addOption(workflow)
                .addOption(today.option());
        spec.usageMessage().description("Writes a first config from what the repository tells, then generates.");
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
        Repository repository = read();
        Stream.concat(repository.findings().stream(), repository.release().untold().stream())
                .forEach(finding -> console.err().println(finding));
        try {
            Proposal proposal = Proposal.of(repository, Optional.ofNullable(crate.getValue()), today.value(), place());
            return Flags.on(dryRun) ? show(proposal, console) : write(proposal, console);
        } catch (NoProposal nothing) {
            console.err().println("error: " + nothing.getMessage());
            if (!nothing.help().isEmpty()) {
                console.err().println("  " + nothing.help());
            }
            return ExitCode.INVALID;
        }
    }

    private Repository read() throws IOException {
        Optional<Path> file = Optional.ofNullable(workflow.getValue());
        Set<String> others = Project.wanted(options).othersFiles();
        if (file.isEmpty()) {
            return Repository.read(options.directory(), others);
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
                others,
                SourceText.decode(
                        name.toString().replace('\\', '/'),
                        bytes.orElseThrow(
                                () -> new NoSuchFileException(file.get().toString()))));
    }

    private ExitCode refuse(Console console) {
        console.err().println("error: '" + options.newConfigFile() + "' is there already; nothing was written");
        console.err()
                .println("  edit it and run 'slipway generate'; 'slipway init --dry-run' prints what init would write");
        return ExitCode.INVALID;
    }

    private Place place() throws IOException {
        Project project = Project.wanted(options);
        Checkout checkout = Checkout.in(options.directory());
        return Place.of(project.name(), path -> checkout.isTaken(path) && !project.wrote(path));
    }

    private ExitCode show(Proposal proposal, Console console) throws IOException {
        if (!options.quiet()) {
            new InitReport(proposal.remarks(), console.err()).print();
        }
        console.out().print(proposal.config());
        return new GenerateCommand(options).preview(Project.wanted(options).with(proposal.config()), console);
    }

    private ExitCode write(Proposal proposal, Console console) throws IOException {
        if (!options.quiet()) {
            new InitReport(proposal.remarks(), console.out()).print();
        }
        Project project = Project.wanted(options).with(proposal.config());
        ExitCode generated = new GenerateCommand(options).generate(project, console);
        if (generated == ExitCode.FINE && !options.quiet()) {
            next(console);
        } else if (generated != ExitCode.FINE && project.writeConfig()) {
            console.err().println("  only '" + options.newConfigFile() + "' was written");
        }
        return generated;
    }

    private void next(Console console) {
        console.out().println();
        console.out()
                .println("next: read " + options.newConfigFile()
                        + ", commit it with the files above, and run 'slipway doctor'");
    }
}
