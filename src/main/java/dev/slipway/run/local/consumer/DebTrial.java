package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Installs a Debian package into an empty folder, and starts its programs. */
record DebTrial(Bench bench) implements Trial {
    @Override
    public boolean takes(String name) {
        return name.endsWith(".deb");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!bench.has("dpkg-deb")) {
            return List.of(Tried.skipped(name, "dpkg --install", "dpkg is not on this machine"));
        }
        Said control = bench.run(bench.work(), Bench.INSTALL, List.of("dpkg-deb", "--field", file.toString()));
        if (!control.succeeded()) {
            return List.of(Tried.failed(name, "dpkg-deb --field", control.problem()));
        }
        String system = field(control, "Architecture");
        String about = field(control, "Package") + " " + field(control, "Version") + " for " + system
                + (field(control, "Depends").isEmpty() ? "" : ", needs " + field(control, "Depends"));
        Path root = bench.folder("deb");
        // its own scripts would run in the folder, which contains no shell
        Said info = bench.run(bench.work(), Bench.INSTALL, List.of("dpkg-deb", "--info", file.toString()));
        boolean scripts = info.lines().stream().anyMatch(line -> line.matches(".*\\s(pre|post)(inst|rm)\\s.*"));
        boolean install = bench.superuser() && bench.has("dpkg") && !scripts;
        String what = install ? "dpkg --install" : "dpkg-deb --extract";
        Said said = install ? install(file, root) : extract(file, root);
        if (!said.succeeded()) {
            return List.of(Tried.failed(name, what, said.problem()));
        }
        List<Tried> all = new ArrayList<>();
        all.add(Tried.passed(name, what, about));
        all.addAll(new Programs(bench).in(root, name, NamedFor.of("linux-" + system)));
        return all;
    }

    private static String field(Said control, String name) {
        return control.lines().stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElse("");
    }

    /** As on a machine with nothing on it: what the package needs is not there, and its processor may be another. */
    private Said install(Path file, Path root) throws IOException {
        Path state = root.resolve("var/lib/dpkg");
        for (String folder : List.of("info", "updates", "triggers")) {
            Files.createDirectories(state.resolve(folder));
        }
        Files.createFile(state.resolve("status"));
        Files.createFile(state.resolve("available"));
        return bench.run(
                bench.work(),
                Bench.INSTALL,
                List.of(
                        "dpkg",
                        "--root=" + root,
                        "--log=" + root.resolve("dpkg.log"),
                        "--force-depends",
                        "--force-architecture",
                        "--install",
                        file.toString()));
    }

    private Said extract(Path file, Path root) throws IOException {
        return bench.run(
                bench.work(), Bench.INSTALL, List.of("dpkg-deb", "--extract", file.toString(), root.toString()));
    }
}
