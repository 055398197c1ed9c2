package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Installs an RPM package into an empty folder, and starts its programs. */
record RpmTrial(Bench bench) implements Trial {
    @Override
    public boolean takes(String name) {
        return name.endsWith(".rpm");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!bench.has("rpm")) {
            return List.of(Tried.skipped(name, "rpm --install", "rpm is not on this machine"));
        }
        Path root = bench.folder("rpm");
        Said query = bench.run(
                bench.work(),
                Bench.INSTALL,
                List.of(
                        "rpm",
                        "--dbpath",
                        root.resolve("none").toString(),
                        "--query",
                        "--queryformat",
                        "%{ARCH}\\n%{NAME} %{VERSION}-%{RELEASE}\\n",
                        "--package",
                        file.toString()));
        Said digests = bench.run(
                bench.work(),
                Bench.INSTALL,
                List.of(
                        "rpm",
                        "--dbpath",
                        root.resolve("none").toString(),
                        "--checksig",
                        "--nosignature",
                        file.toString()));
        if (!query.succeeded() || query.lines().size() < 2 || !digests.succeeded()) {
            return List.of(
                    Tried.failed(name, "rpm --checksig", query.succeeded() ? digests.problem() : query.problem()));
        }
        int last = query.lines().size();
        String system = query.lines().get(last - 2);
        String about = query.lines().get(last - 1) + " for " + system;
        return bench.superuser() ? install(file, name, root, system, about) : unpack(file, name, root, system, about);
    }

    /** As on a machine with nothing on it: what the package needs is not there, and its processor may be another. */
    private List<Tried> install(Path file, String name, Path root, String system, String about) throws IOException {
        Said said = bench.run(
                bench.work(),
                Bench.INSTALL,
                List.of(
                        "rpm",
                        "--root",
                        root.toString(),
                        "--dbpath",
                        "/var/lib/rpm",
                        "--nodeps",
                        "--noscripts",
                        "--nosignature",
                        "--ignorearch",
                        "--ignoreos",
                        "--install",
                        file.toString()));
        return said.succeeded()
                ? programs("rpm --install", name, root, system, about)
                : List.of(Tried.failed(name, "rpm --install", said.problem()));
    }

    /** Only the superuser may install into another folder. */
    private List<Tried> unpack(Path file, String name, Path root, String system, String about) throws IOException {
        boolean tar = bench.has("bsdtar");
        if (!tar && !(bench.has("rpm2cpio") && bench.has("cpio"))) {
            return List.of(Tried.skipped(
                    name,
                    "rpm --install",
                    "its checksums are right; only root may install it, and neither"
                            + " bsdtar nor rpm2cpio with cpio is on this machine to unpack it"));
        }
        Said said = bench.run(
                root,
                Bench.INSTALL,
                tar
                        ? List.of("bsdtar", "-xf", file.toString())
                        : List.of("sh", "-c", "rpm2cpio \"$1\" | cpio -idm --quiet", "sh", file.toString()));
        String what = tar ? "unpack with bsdtar" : "unpack with rpm2cpio";
        return said.succeeded()
                ? programs(what, name, root, system, about)
                : List.of(Tried.failed(name, what, said.problem()));
    }

    private List<Tried> programs(String what, String name, Path root, String system, String about) throws IOException {
        List<Tried> all = new ArrayList<>();
        all.add(Tried.passed(name, what, about));
        all.addAll(new Programs(bench).in(root, name, NamedFor.of("linux-" + system)));
        return all;
    }
}
