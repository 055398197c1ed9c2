package dev.slipway.run.example;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Crates without dependencies.
 *
 * @param repository where it is at GitHub, such as {@code otto-rs/otto}
 * @param license as SPDX writes it
 * @param rustVersion the oldest Rust that builds it; empty if it has none
 * @param tables more tables of the manifest, such as features
 * @param crates one at the root, or the members of a workspace
 */
record RustProject(String repository, String license, String rustVersion, String tables, List<Crate> crates)
        implements Sources {
    RustProject {
        crates = List.copyOf(crates);
    }

    /**
     * @param folder where it is in the workspace; empty for the one that is the project
     * @param programs what it builds; a library if there is none
     * @param needs the crates of the workspace that it uses
     */
    record Crate(String name, String folder, List<String> programs, List<String> needs) {
        private String path(String file) {
            return folder.isEmpty() ? file : folder + "/" + file;
        }
    }

    /** A crate at the root with these programs, or one of its own name. */
    static RustProject crate(String repository, String license, String name, String... programs) {
        List<String> built = programs.length == 0 ? List.of(name) : List.of(programs);
        return new RustProject(repository, license, "", "", List.of(new Crate(name, "", built, List.of())));
    }

    static RustProject workspace(String repository, String license, Crate... crates) {
        return new RustProject(repository, license, "", "", List.of(crates));
    }

    RustProject rustVersion(String oldest) {
        return new RustProject(repository, license, oldest, tables, crates);
    }

    /** With features that change nothing. */
    RustProject feature(String name) {
        return tables("\n[features]\n" + name + " = []\n");
    }

    RustProject tables(String text) {
        return new RustProject(repository, license, rustVersion, text, crates);
    }

    @Override
    public SortedMap<String, String> at(Version version) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(".gitignore", "/target\n");
        files.put("Cargo.lock", lock(version));
        if (crates.stream().noneMatch(crate -> crate.folder().isEmpty())) {
            files.put("Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = " + folders() + "\n" + tables);
        }
        crates.forEach(crate -> write(crate, version, files));
        return files;
    }

    private void write(Crate crate, Version version, SortedMap<String, String> files) {
        files.put(
                crate.path("Cargo.toml"),
                manifest(crate, version) + (crate.folder().isEmpty() ? tables : ""));
        if (crate.programs().isEmpty()) {
            files.put(
                    crate.path("src/lib.rs"),
                    "//! What the programs share.\n\n/// What is done.\npub const DONE: u32 = 1;\n");
        }
        crate.programs().forEach(program -> {
            String file = program.equals(crate.name()) ? "src/main.rs" : "src/bin/" + program + ".rs";
            files.put(crate.path(file), RustProgram.text());
        });
    }

    private String manifest(Crate crate, Version version) {
        StringBuilder text = new StringBuilder("""
                [package]
                name = "%s"
                version = "%s"
                edition = "2021"
                description = "a small program"
                license = "%s"
                repository = "https://github.com/%s"
                """.formatted(crate.name(), version.text(), license, repository));
        if (!rustVersion.isEmpty()) {
            text.append("rust-version = \"").append(rustVersion).append("\"\n");
        }
        if (!crate.needs().isEmpty()) {
            text.append("\n[dependencies]\n");
            crate.needs()
                    .forEach(need -> text.append("%s = { path = \"../%s\", version = \"=%s\" }\n"
                            .formatted(need, lastName(need), version.text())));
        }
        return text.toString();
    }

    private String lastName(String crate) {
        String folder = crates.stream()
                .filter(other -> other.name().equals(crate))
                .map(Crate::folder)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no crate " + crate));
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private String folders() {
        return crates.stream().map(crate -> '"' + crate.folder() + '"').collect(Collectors.joining(", ", "[", "]"));
    }

    private String lock(Version version) {
        return crates.stream()
                .sorted(java.util.Comparator.comparing(Crate::name))
                .map(crate -> "\n[[package]]\nname = \"%s\"\nversion = \"%s\"\n".formatted(crate.name(), version.text())
                        + needs(crate))
                .collect(Collectors.joining("", """
                        # This file is automatically @generated by Cargo.
                        # It is not intended for manual editing.
                        version = 4
                        """, ""));
    }

    private static String needs(Crate crate) {
        return crate.needs().isEmpty()
                ? ""
                : crate.needs().stream()
                        .map(need -> " \"" + need + "\",\n")
                        .collect(Collectors.joining("", "dependencies = [\n", "]\n"));
    }
}
