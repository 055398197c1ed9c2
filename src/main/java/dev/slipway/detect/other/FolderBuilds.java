package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.golang.Go;
import dev.slipway.detect.golang.GoReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for builds in folders of a repository that has none at the top. */
record FolderBuilds(RepositoryFiles files) {
    private static final int MOST = 5;

    /** More folders than honest repositories have at the top; each costs as much as a repository. */
    private static final int MOST_FOLDERS = 40;

    /** A folder name that needs no quotes in a shell. */
    private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9_./-]*";

    /** Cargo packages and Go modules first: their programs are known, and other builds next to them often only package or document these. */
    List<OtherBuild> found() {
        List<OtherBuild> known = Stream.concat(
                        new CargoFolder(files).found().stream(), folders().flatMap(folder -> module(folder).stream()))
                .limit(MOST)
                .toList();
        return known.isEmpty() ? others() : known;
    }

    /** Those at the top first. */
    private Stream<String> folders() {
        return new CargoFolder(files)
                .folders()
                .filter(folder -> folder.matches(PLAIN))
                .sorted(Comparator.comparing(folder -> folder.indexOf('/') >= 0))
                .limit(MOST_FOLDERS);
    }

    /** Those that name a program; a Makefile names none and may build anything, so it counts last, and only the first one. */
    private List<OtherBuild> others() {
        List<OtherBuild> all = folders()
                .flatMap(folder -> new OtherBuilds(files.below(folder))
                        .atTheTop().stream()
                                .filter(build ->
                                        !build.isReleased() && !build.kind().equals(ScriptBuild.KIND))
                                .map(build -> build.below(folder)))
                .toList();
        List<OtherBuild> named = all.stream()
                .filter(build -> !build.programs().isEmpty())
                .limit(MOST)
                .toList();
        return !named.isEmpty()
                ? named
                : all.stream()
                        .filter(build -> build.kind().equals(OtherBuilds.MAKE))
                        .limit(1)
                        .toList();
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
