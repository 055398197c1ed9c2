package dev.slipway.cli;

import dev.slipway.Version;
import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.files.GeneratedFile;
import dev.slipway.files.LoneFile;
import dev.slipway.files.UnifiedDiff;
import dev.slipway.migrate.ConfigVersion;
import dev.slipway.migrate.Migrated;
import dev.slipway.report.DiffText;
import dev.slipway.report.Style;
import dev.slipway.source.Document;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code slipway migrate}: rewrites configs for this version, and changes nothing else in them. */
final class MigrateCommand implements Command {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final OptionSpec dryRun = Flags.flag("--dry-run", "show what would change without writing it");
    private final OptionSpec from = OptionSpec.builder("--from")
            .paramLabel("<version>")
            .type(ConfigVersion.class)
            .converters(MigrateCommand::version)
            .description("the version of Slipway that configs without the key 'slipway' were written for"
                    + " (default: this one)")
            .build();
    private final GlobalOptions options;

    MigrateCommand(GlobalOptions options) {
        this.options = options;
    }

    private static ConfigVersion version(String word) {
        ConfigVersion from = ConfigVersion.parse(word)
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is not a version such as 0.1"));
        if (current().isBefore(from)) {
            throw new TypeConversionException(
                    "'" + word + "' is newer than this program, Slipway " + Version.current());
        }
        return from;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(this).addOption(dryRun).addOption(from);
        spec.usageMessage().description("Rewrite a config that was written for an older version of Slipway.");
        return spec;
    }

    /** A text of a project that can be rewritten. */
    private record Text(Project project, Migrated migrated) {
        String name() {
            return migrated.before().name();
        }

        /** A config named on the command line may be anywhere. */
        boolean inside() {
            return GeneratedFile.faultOf(name()).isEmpty();
        }

        Path folder() {
            return inside()
                    ? project.root()
                    : project.file().toAbsolutePath().normalize().resolveSibling("");
        }

        String path() {
            return inside() ? name() : String.valueOf(project.file().getFileName());
        }

        /** A base above the root, or in a repository that is checked out into this one, is not ours to write. */
        boolean foreign() {
            boolean base = !name().equals(project.name());
            boolean above = base && !inside();
            Path folder = project.root().toAbsolutePath().normalize();
            for (String part : base && !above ? name().split("/") : new String[0]) {
                folder = folder.resolve(part);
                above |= Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
            }
            return above;
        }
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Project project : Projects.present(options)) {
            Document document = project.document();
            for (SourceText source : document.sources()) {
                Migrated migrated = Migrated.of(document, source, Optional.ofNullable(from.getValue()), current());
                texts.putIfAbsent(source.name(), new Text(project, migrated));
            }
        }
        List<Text> changed = new ArrayList<>();
        ExitCode code = ExitCode.FINE;
        for (Text text : texts.values()) {
            say(text, console);
            if (!text.migrated().left().isEmpty()) {
                code = ExitCode.FINDINGS;
            }
            if (text.migrated().changed() && !text.foreign()) {
                changed.add(text);
            }
        }
        if (Flags.on(dryRun)) {
            changed.forEach(text -> console.out().println("would write " + text.name()));
            return code;
        }
        write(changed);
        if (!options.quiet()) {
            changed.forEach(text -> console.out().println("wrote " + text.name()));
        }
        return code;
    }

    private static ConfigVersion current() {
        return ConfigVersion.parse(Version.current()).orElseThrow();
    }

    private void say(Text text, Console console) {
        Migrated migrated = text.migrated();
        for (String left : migrated.left()) {
            console.err().println("error: " + text.name() + " must be changed by hand: " + left);
        }
        if (migrated.changed() && text.foreign()) {
            console.err().println("note: " + text.name() + " belongs to another repository: migrate it there");
        }
        if (options.quiet()) {
            return;
        }
        for (String change : migrated.changes()) {
            console.out().println(text.name() + ": " + change);
        }
        if (Flags.on(dryRun) && migrated.changed() && !text.foreign()) {
            String diff =
                    UnifiedDiff.of(text.name(), Optional.of(migrated.before().text()), Optional.of(migrated.after()));
            console.out().print(DiffText.of(diff, options.coloured(console) ? Style.COLOURED : Style.PLAIN));
        }
        if (!migrated.changed() && migrated.left().isEmpty()) {
            console.out().println(text.name() + ": nothing to migrate");
        }
        if (options.verbose()) {
            migrated.unsure()
                    .forEach(unsure -> console.out()
                            .println(
                                    text.name() + ": " + unsure + "; if the config is older, '--from 0.0' keeps this"));
        }
    }

    /** Writes those of each folder together; bytes that are not changed stay, such as a byte order mark. */
    private static void write(List<Text> changed) throws IOException {
        Map<Path, Map<String, byte[]>> before = new LinkedHashMap<>();
        Map<Path, Map<String, byte[]>> after = new LinkedHashMap<>();
        for (Text text : changed) {
            byte[] old = Checkout.in(text.folder())
                    .bytes(text.path(), Limit.CONFIG)
                    .orElseThrow(() -> new IOException("'" + text.name() + "' is not a regular file"));
            String all = new String(old, StandardCharsets.UTF_8);
            String mark = all.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
            if (!all.equals(mark + text.migrated().before().text())) {
                throw new IOException("'" + text.name() + "' has changed in the meantime; run slipway again");
            }
            before.computeIfAbsent(text.folder(), folder -> new LinkedHashMap<>())
                    .put(text.path(), old);
            after.computeIfAbsent(text.folder(), folder -> new LinkedHashMap<>())
                    .put(text.path(), (mark + text.migrated().after()).getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<Path, Map<String, byte[]>> files : after.entrySet()) {
            LoneFile.replace(files.getKey(), before.getOrDefault(files.getKey(), Map.of()), files.getValue());
        }
    }
}
