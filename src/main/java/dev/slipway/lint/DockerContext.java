package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds files that a Dockerfile copies although the ignore file keeps them out. */
final class DockerContext implements Rule<DockerFile> {
    @Override
    public String id() {
        return "docker-context";
    }

    @Override
    public String summary() {
        return "no file that a Dockerfile copies from its context is ignored";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(DockerFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        List<Source> sources = file.instructions().stream()
                .filter(it -> it.is("COPY", "ADD") && it.flag("from").isEmpty())
                .flatMap(DockerContext::sources)
                .toList();
        long length =
                sources.stream().mapToLong(source -> source.path().length()).sum();
        Optional<IgnoreFile> ignoring = ignoreFile(file, context);
        ignoring.ifPresent(ignore -> Comparison.bound(ignore.source().text().length(), length));
        ignoring.ifPresent(ignore -> sources.stream()
                .filter(source -> ignore.ignores(clean(source.path())))
                .map(source -> source.instruction()
                        .place()
                        .problem(
                                "'" + source.path() + "' is excluded from the build by "
                                        + ignore.source().name(),
                                "include it with '!" + clean(source.path()) + "'"))
                .forEach(problems::add));
        return problems;
    }

    /** A path of the context that an instruction copies. */
    private record Source(DockerFile.Instruction instruction, String path) {}

    private static Stream<Source> sources(DockerFile.Instruction instruction) {
        List<String> words = instruction.words();
        return words.subList(0, Math.max(0, words.size() - 1)).stream()
                .filter(DockerContext::isPlain)
                .map(path -> new Source(instruction, path));
    }

    /** The ignore file of a Dockerfile: its own, or the one of the context that a workflow builds it in. */
    private static Optional<IgnoreFile> ignoreFile(DockerFile file, LintContext context) {
        String name = file.source().name();
        Optional<String> folder = context.builds()
                .byDockerfile()
                .getOrDefault(name, Optional.of(name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : ""));
        return context.ignoreFile(name + ".dockerignore")
                .or(() -> folder.flatMap(
                        path -> context.ignoreFile(path.isEmpty() ? ".dockerignore" : path + "/.dockerignore")));
    }

    private static boolean isPlain(String source) {
        return !source.matches(".*[*?\\[$].*")
                && !source.contains("://")
                && !source.startsWith("<<")
                && !clean(source).isEmpty();
    }

    private static String clean(String source) {
        return source.replaceAll("^(?:\\./|/)++", "")
                .replaceAll("(?<!/)/+$", "")
                .replaceAll("^\\.$", "");
    }
}
