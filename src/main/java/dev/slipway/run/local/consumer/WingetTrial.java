package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import dev.slipway.source.English;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a winget manifest, and compares what it says about the files of the release with these files.
 *
 * @param files the folder of the release
 * @see <a href="https://learn.microsoft.com/windows/package-manager/package/manifest">winget's manifests</a>
 */
record WingetTrial(Bench bench, Path files) implements Trial {
    @Override
    public boolean takes(String name) {
        return name.endsWith(".yaml");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Node manifest;
        try {
            manifest = YamlReader.read(new SourceText(name, Files.readString(file, StandardCharsets.UTF_8)));
        } catch (InvalidSource invalid) {
            return List.of(Tried.failed(name, "read", String.valueOf(invalid.getMessage())));
        }
        String type = text(manifest, "ManifestType");
        if (type.isEmpty() || text(manifest, "PackageVersion").isEmpty()) {
            return List.of(Tried.skipped(name, "read", "it is YAML, but not a winget manifest"));
        }
        List<Tried> all = new ArrayList<>();
        all.add(Tried.passed(
                name,
                "read",
                type + " of " + text(manifest, "PackageIdentifier") + " " + text(manifest, "PackageVersion")));
        if (type.equals("installer")) {
            all.add(installers(name, items(manifest, "Installers")));
        }
        return all;
    }

    private Tried installers(String name, List<Node> installers) throws IOException {
        String what = "compare with files";
        if (installers.isEmpty()) {
            return Tried.failed(name, what, "it has no Installers");
        }
        for (Node installer : installers) {
            Optional<String> fault = fault(installer);
            if (fault.isPresent()) {
                return Tried.failed(name, what, fault.get());
            }
        }
        return Tried.passed(name, what, English.count(installers.size(), "file"));
    }

    private Optional<String> fault(Node installer) throws IOException {
        String archive = text(installer, "InstallerUrl").replaceFirst("^.*/", "");
        Path file = files.resolve(archive);
        if (archive.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.of("it downloads '" + archive + "', but the release has no such file");
        }
        if (!ChecksumTrial.digest(file, "SHA-256")
                .equals(text(installer, "InstallerSha256").toLowerCase(Locale.ROOT))) {
            return Optional.of("the checksum of '" + archive + "' does not match");
        }
        List<Node> programs = items(installer, "NestedInstallerFiles");
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        ReleasedArchive inside = ReleasedArchive.read(file, bench.work(), bench.environment(bench.folder("home")));
        return programs.stream()
                .map(program -> text(program, "RelativeFilePath").replace('\\', '/'))
                .filter(path -> inside.entry(path).isEmpty())
                .findFirst()
                .map(path -> "'" + path + "' is not in " + archive);
    }

    private static String text(Node node, String key) {
        return node.child(key)
                .map(value -> value.fold(mapping -> "", list -> "", Node.Scalar::text))
                .orElse("");
    }

    private static List<Node> items(Node node, String key) {
        return node.child(key)
                .map(value -> value.fold(mapping -> List.<Node>of(), Node.Sequence::items, scalar -> List.<Node>of()))
                .orElse(List.of());
    }
}
