package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads which archives a release has.
 *
 * @see <a href="https://goreleaser.com/customization/package/archives/">archives</a>
 */
record Archives(Section root, Fields fields, Notes notes) {
    private static final String SUFFIX = "{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}"
            + "{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 \"v1\") }}{{ .Amd64 }}{{ end }}";
    private static final String USUAL_NAME = "{{ .ProjectName }}_" + SUFFIX;
    private static final String USUAL_BARE_NAME = "{{ .Binary }}_" + SUFFIX;
    private static final List<String> NO_WRAP = List.of("", "false");

    /**
     * A file that people download.
     *
     * @param format {@code tar.gz} and the like, or {@code binary}
     * @param folder the folder in the archive, empty if there is none
     */
    record Download(
            Section archive,
            Machine machine,
            List<Program> programs,
            Evaluation.Result stem,
            String format,
            Evaluation.Result folder) {
        boolean bare() {
            return format.equals("binary");
        }

        /** What says how it is called. */
        String place() {
            return archive.from(archive.has("binary") ? "binary" : "name_template");
        }

        /** What its name ends with. */
        String ending() {
            return bare() ? machine.ending() : "." + format;
        }

        /** The file of the release, whose name is still to come. */
        Asset asset(Fields fields) {
            Fields here = fields.of(
                    machine,
                    bare() ? programs.get(0).name(fields.of(machine, "")).text() + machine.ending() : fields.project());
            return new Asset(
                    "",
                    bare() ? Asset.Kind.BINARY : Asset.Kind.ARCHIVE,
                    archive.text("id").orElse("default"),
                    here);
        }

        /** Which programs are in it, whatever they are called. */
        Set<String> places() {
            return programs.stream().map(Program::place).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** All files, in the order of the config. */
    List<Download> read(List<Program> programs) {
        List<Section> sections = new ArrayList<>(root.sections("archives"));
        sections.addAll(root.sections("archive"));
        List<Section> all = sections.isEmpty() ? List.of(root.absent("archives")) : sections;
        List<Download> downloads = new ArrayList<>();
        for (Section archive : all) {
            archive.text("id");
            archive.flag("allow_different_binary_count");
            archive.flag("rlcp");
            downloads.addAll(archive(archive, programs));
        }
        return downloads;
    }

    /** If nothing is packed, the programs themselves, with the names that the build gives them. */
    List<Download> bare(List<Program> programs) {
        return programs.stream()
                .flatMap(program -> program.machines().stream()
                        .map(machine -> new Download(
                                program.section(),
                                machine,
                                List.of(program),
                                program.name(fields.of(machine, "")),
                                "binary",
                                new Evaluation.Result("", List.of()))))
                .toList();
    }

    private List<Download> archive(Section archive, List<Program> programs) {
        List<String> formats = formats(archive, List.of("tar.gz"));
        List<Section> overrides = archive.sections("format_overrides");
        if (archive.flag("meta")) {
            Evaluation.Result name = fields.fill(archive.text("name_template").orElse(USUAL_NAME));
            Asset file = new Asset("", Asset.Kind.ARCHIVE, archive.text("id").orElse("default"), fields);
            formats.forEach(format -> notes.asset(file, name, "." + format, archive.from()));
            notes.left(archive, "meta", "an archive without a program");
            return List.of();
        }
        List<String> ids = new ArrayList<>(archive.texts("ids"));
        ids.addAll(archive.texts("builds"));
        Map<Machine, List<Program>> byMachine = new LinkedHashMap<>();
        programs.stream()
                .filter(program -> ids.isEmpty() || ids.contains(program.id()))
                .forEach(program -> program.machines()
                        .forEach(machine -> byMachine
                                .computeIfAbsent(machine, any -> new ArrayList<>())
                                .add(program)));
        String template =
                archive.text("name_template").orElse(formats.contains("binary") ? USUAL_BARE_NAME : USUAL_NAME);
        String wrap = archive.text("wrap_in_directory").orElse("false");
        archive.flag("strip_parent_binary_folder");
        archive.flag("strip_binary_directory");
        Map<String, String> replacements = archive.pairs("replacements");
        overrides.forEach(override -> formats(override, List.of()));
        List<Download> downloads = new ArrayList<>();
        byMachine.forEach((machine, some) -> {
            Fields here = replaced(of(machine, some.get(0)), machine, replacements);
            Evaluation.Result folder = here.fill(wrap.equals("true") ? template : NO_WRAP.contains(wrap) ? "" : wrap);
            for (String format : formatsFor(machine, formats, overrides)) {
                if (format.equals("binary")) {
                    some.forEach(program -> downloads.add(new Download(
                            archive,
                            machine,
                            List.of(program),
                            replaced(of(machine, program), machine, replacements)
                                    .fill(template),
                            format,
                            new Evaluation.Result("", List.of()))));
                } else if (!format.equals("none")) {
                    downloads.add(new Download(archive, machine, some, here.fill(template), format, folder));
                }
            }
        });
        return downloads;
    }

    private Fields of(Machine machine, Program program) {
        Evaluation.Result name = program.single().name(fields.of(machine, ""));
        return name.told()
                ? fields.of(machine, name.text())
                : fields.of(machine, "").with(Map.of("Binary", new Value.Unknown(name.why())));
    }

    /** Version 1 had words of its own for systems and processors. */
    private static Fields replaced(Fields fields, Machine machine, Map<String, String> replacements) {
        if (replacements.isEmpty()) {
            return fields;
        }
        return fields.with("Os", replacements.getOrDefault(machine.os(), machine.os()))
                .with("Arch", replacements.getOrDefault(machine.arch(), machine.arch()));
    }

    private static List<String> formats(Section section, List<String> usual) {
        Set<String> formats = new LinkedHashSet<>(section.texts("formats"));
        section.text("format").ifPresent(formats::add);
        return formats.isEmpty() ? usual : List.copyOf(formats);
    }

    private static List<String> formatsFor(Machine machine, List<String> formats, List<Section> overrides) {
        for (Section override : overrides) {
            List<String> own = formats(override, List.of());
            String os = override.text("goos").orElse("");
            if (!os.isEmpty() && !own.isEmpty() && machine.os().startsWith(os)) {
                return own;
            }
        }
        return formats;
    }
}
