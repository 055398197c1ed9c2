package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Node;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages of a Haskell project: the one at the top, and those in the folders that its files name. */
record HaskellPackages(RepositoryFiles files) {
    private static final String NAME = "[\"']?([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})[\"']?";
    private static final Pattern CABAL = Pattern.compile("(?im)^executable[ \\t]++" + NAME);
    private static final Pattern PROJECT =
            Pattern.compile("(?m)^packages:((?:[^\\n]*+\\n)(?:[ \\t]++[^\\n]*+\\n|[ \\t]*+\\n|--[^\\n]*+\\n)*+)");
    private static final int MOST = 40;

    /** The programs of all packages. */
    List<Fact<String>> programs() {
        return folders()
                .flatMap(folder -> files.list(folder.isEmpty() ? "." : folder).stream()
                        .filter(name -> name.endsWith(".cabal") || name.equals("package.yaml"))
                        .map(name -> folder.isEmpty() ? name : folder + "/" + name)
                        .filter(files::has))
                .flatMap(file -> (file.endsWith(".cabal")
                                ? OtherBuilds.named(files, file, CABAL)
                                : OtherBuilds.keys(files, file, "executables"))
                        .stream())
                .distinct()
                .toList();
    }

    private Stream<String> folders() {
        Stream<String> stack =
                files.read("stack.yaml").flatMap(OtherBuilds::yaml).flatMap(root -> root.child("packages")).stream()
                        .flatMap(list -> list.<Stream<Node>>fold(
                                mapping -> Stream.of(), sequence -> sequence.items().stream(), scalar -> Stream.of()))
                        .flatMap(item -> item instanceof Node.Scalar scalar ? Stream.of(scalar.text()) : Stream.of());
        Stream<String> cabal = files.read("cabal.project").stream()
                .flatMap(source -> PROJECT.matcher(source.text() + "\n").results())
                .flatMap(list -> list.group(1).lines())
                .filter(line -> !line.strip().startsWith("--"))
                .flatMap(line -> Stream.of(line.split("[\\s,]+")))
                .map(path -> path.endsWith(".cabal") ? path.substring(0, Math.max(path.lastIndexOf('/'), 0)) : path);
        return Stream.concat(Stream.of(""), Stream.concat(stack, cabal))
                .filter(path -> !path.contains("*") && !path.contains(":"))
                .map(RepositoryFiles::plain)
                .distinct()
                .limit(MOST);
    }
}
