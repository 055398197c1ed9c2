package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds files that a Dockerfile copies although the ignore file keeps them out. */
final class DockerContext implements Rule<DockerFile> {
    @Override
    public String id() {
        return "docker-context";
    }

    @Override
    public String summary() {
        return "what a Dockerfile copies from its context is not ignored";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(DockerFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        Optional<IgnoreFile> ignore = ignoreFile(file, context);
        for (DockerFile.Instruction instruction : file.instructions()) {
            if (!instruction.is("COPY", "ADD") || instruction.flag("from").isPresent() || ignore.isEmpty()) {
                continue;
            }
            List<String> words = instruction.words();
            words.subList(0, Math.max(0, words.size() - 1)).stream()
                    .filter(source -> isPlain(source) && ignore.get().ignores(clean(source)))
                    .map(source -> instruction
                            .place()
                            .problem(
                                    "'" + source + "' is kept out of the build by "
                                            + ignore.get().source().name(),
                                    "let it in with '!" + clean(source) + "'"))
                    .forEach(problems::add);
        }
        return problems;
    }

    /** The ignore file of a Dockerfile: its own, or the one of the context that a workflow builds it in. */
    private static Optional<IgnoreFile> ignoreFile(DockerFile file, LintContext context) {
        String name = file.source().name();
        Optional<String> folder = context.workflows().stream()
                .flatMap(workflow -> ImageBuild.in(workflow).stream())
                .filter(build -> build.dockerfile().filter(name::equals).isPresent())
                .map(ImageBuild::context)
                .findFirst()
                .orElse(Optional.of(name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : ""));
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
        return source.replaceAll("^(?:\\./|/)+", "").replaceAll("/+$", "").replaceAll("^\\.$", "");
    }
}
