package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The builds of a Haskell project, by the tools that its files are for. */
record HaskellBuild(RepositoryFiles files) {
    private static final String NAME = "[\"']?([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})[\"']?";
    private static final Pattern PACKAGE = Pattern.compile("(?im)^name[ \\t]*+:[ \\t]*+" + NAME + "[ \\t]*+$");
    private static final Pattern HPACK = Pattern.compile("(?m)^executables?:");

    Optional<OtherBuild> stack() {
        String file = "stack.yaml";
        return files.has(file)
                ? Optional.of(OtherBuilds.build(
                                "Stack",
                                file,
                                List.of(),
                                List.of("stack build --copy-bins --local-bin-path bin"),
                                "bin/{name}",
                                List.of("stack test"),
                                new HaskellPackages(files).programs(),
                                "")
                        .called(OtherBuilds.top(files, ".cabal").flatMap(cabal -> named(cabal))))
                : Optional.empty();
    }

    Optional<OtherBuild> cabal() {
        return OtherBuilds.top(files, ".cabal")
                .or(() -> Optional.of("cabal.project").filter(files::has))
                .map(file -> OtherBuilds.build(
                                "Cabal",
                                file,
                                List.of(),
                                List.of("cabal update", "cabal install {name} --install-method=copy --installdir=bin"),
                                "bin/{name}",
                                List.of("cabal update", "cabal test"),
                                new HaskellPackages(files).programs(),
                                "")
                        .called(named(file)));
    }

    /** A package of hpack, which writes the file for Cabal. */
    Optional<OtherBuild> hpack() {
        String file = "package.yaml";
        List<Fact<String>> programs = new HaskellPackages(files).programs();
        boolean haskell = files.read(file)
                .filter(source -> HPACK.matcher(source.text()).find())
                .isPresent();
        return haskell
                        && !files.has("stack.yaml")
                        && OtherBuilds.top(files, ".cabal").isEmpty()
                ? Optional.of(OtherBuilds.build(
                                "hpack",
                                file,
                                List.of(),
                                List.of(
                                        "cabal update",
                                        "cabal install hpack",
                                        "hpack",
                                        "cabal install {name} --install-method=copy --installdir=bin"),
                                "bin/{name}",
                                List.of(),
                                programs,
                                "")
                        .called(named(file)))
                : Optional.empty();
    }

    /** What a package is called. */
    private Optional<Fact<String>> named(String file) {
        return OtherBuilds.named(files, file, PACKAGE).stream().findFirst();
    }
}
