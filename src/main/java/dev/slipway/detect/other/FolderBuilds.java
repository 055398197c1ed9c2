package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.golang.Go;
import dev.slipway.detect.golang.GoReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for builds in folders of a repository that has none at the top. */
record FolderBuilds(RepositoryFiles files) {
    private static final int MOST = 5;

    /** A folder name that needs no quotes in a shell. */
    private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9_./-]*";

    /** Cargo packages and Go modules first: their programs are known, and what lies beside them is often there to package or to document them. */
    List<OtherBuild> found() {
        List<OtherBuild> known = Stream.concat(
                        new CargoFolder(files).found().stream(), folders().flatMap(folder -> module(folder).stream()))
                .limit(MOST)
                .toList();
        return known.isEmpty()
                ? folders()
                        .flatMap(folder -> others(folder).map(build -> build.below(folder)))
                        .limit(MOST)
                        .toList()
                : known;
    }

    private Stream<String> folders() {
        return new CargoFolder(files).folders().filter(folder -> folder.matches(PLAIN));
    }

    /** A release of today builds at the top, and a Makefile in a folder belongs to something above it. */
    private Stream<OtherBuild> others(String folder) {
        return new OtherBuilds(files.below(folder))
                .atTheTop().stream()
                        .filter(build -> !build.isReleased() && !build.kind().equals(OtherBuilds.MAKE))
                        .filter(build -> !build.programs().isEmpty());
    }

    private Optional<OtherBuild> module(String folder) {
        return GoReader.read(files.below(folder))
                .filter(module -> !module.programs().isEmpty())
                .map(module -> module(folder, module));
    }

    private static OtherBuild module(String folder, Go module) {
        List<Go.Program> all = module.programs().stream().map(Fact::value).toList();
        boolean unnamed =
                all.size() == 1 && folder.endsWith(all.get(0).name()); // called like its folder, such as 'src'
        String packages = String.join(" ", all.stream().map(Go.Program::path).toList());
        return OtherBuilds.build(
                        "Go",
                        "go.mod",
                        List.of(),
                        List.of("go build -trimpath -o bin/" + (unnamed ? "{name} " : " ") + packages),
                        "bin/{name}",
                        List.of("go test ./..."),
                        module.programs().stream()
                                .filter(program -> !unnamed)
                                .map(program -> program.map(Go.Program::name))
                                .toList(),
                        "")
                .below(folder);
    }
}
