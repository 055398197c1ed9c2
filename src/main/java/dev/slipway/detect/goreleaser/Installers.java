package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.Asset.Kind;
import dev.slipway.detect.tool.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads which installers a release has. Slipway makes none of them, so each is listed by the name that people download.
 *
 * @param programs all that are built
 */
record Installers(Section root, Fields fields, List<Program> programs, Notes notes) {
    private static final String MADE = "files of this kind are no longer created";
    private static final String ARCHIVE = "{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}"
            + "{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}"
            + "{{ if not (eq .Amd64 \"v1\") }}{{ .Amd64 }}{{ end }}.run";

    /**
     * A kind of installer.
     *
     * @param name the key with its name
     * @param usual its name if nothing is said
     * @param systems what it is made for
     */
    private record Sort(String key, String name, String usual, String ending, Set<String> systems) {}

    private static final List<Sort> SORTS = List.of(
            new Sort("dmg", "name", "{{ .ProjectName }}_{{ .Arch }}", ".dmg", Set.of("darwin")),
            new Sort("pkgs", "name", "{{ .ProjectName }}_{{ .Arch }}", ".pkg", Set.of("darwin")),
            new Sort("msi", "name", "{{ .ProjectName }}_{{ .MsiArch }}", ".msi", Set.of("windows")),
            new Sort("nsis", "name", "{{ .ProjectName }}_{{ .Arch }}_setup", ".exe", Set.of("windows")),
            new Sort("makeselfs", "filename", ARCHIVE, ".run", Set.of("linux", "darwin")));

    void add() {
        SORTS.forEach(sort -> root.sections(sort.key()).forEach(section -> installer(section, sort)));
    }

    private void installer(Section section, Sort sort) {
        if (section.text("disable").filter("true"::equals).isPresent() || isLeftOut(section)) {
            notes.whole(section, sort.key(), "none is created");
            return;
        }
        List<String> ids = section.texts("ids");
        String id = section.text("id").orElse("default");
        List<String> named = section.texts("goos");
        Optional<String> arch = section.text("goamd64");
        String template = section.text(sort.name()).orElse(sort.usual());
        Set<String> made = new LinkedHashSet<>();
        for (Program program : programs) {
            for (Machine machine : program.machines()) {
                boolean meant = (ids.isEmpty() || ids.contains(program.id()))
                        && (named.isEmpty() ? sort.systems() : Set.copyOf(named)).contains(machine.os())
                        && arch.map(machine.variants().getOrDefault("Amd64", "")::equals)
                                .orElse(true);
                if (meant) {
                    Fields here = fields.of(
                                    machine,
                                    program.name(fields.of(machine, "")).text())
                            .with(Map.of("MsiArch", Value.Text.of(msi(machine.arch()))));
                    Evaluation.Result name = here.fill(template);
                    String ending = name.text().endsWith(sort.ending()) ? "" : sort.ending();
                    if (made.add(name.text())) {
                        notes.asset(new Asset("", Kind.ARCHIVE, id, here), name, ending, section.from());
                    }
                }
            }
        }
        notes.whole(section, template, MADE);
    }

    /** Whether a condition keeps it out of each release. */
    private boolean isLeftOut(Section section) {
        return section.text("if")
                .flatMap(fields::known)
                .filter(Set.of("", "false")::contains)
                .isPresent();
    }

    private static String msi(String arch) {
        return arch.equals("amd64") ? "x64" : arch.equals("386") ? "x86" : arch;
    }
}
