package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.Generator;
import dev.slipway.Overrides;
import dev.slipway.Version;
import dev.slipway.config.Bases;
import dev.slipway.detect.git.GitRevision;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Document;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a project was before: the state that today's plan is compared with.
 *
 * @param name as messages name it
 * @param plan nothing if there was no config
 */
record PlanBase(String name, Optional<ReleasePlan> plan) {
    /**
     * The state that a person names.
     *
     * @param word a folder with the config of an older checkout, an older config, or a commit in the words of git
     * @throws IOException if it is none of them
     */
    static PlanBase of(String word, Project project) throws IOException {
        Path path = GlobalOptions.path(word);
        for (Path there : List.of(project.root().resolve(path), path)) {
            Path config = there.resolve(project.name());
            if (Files.isRegularFile(config)) {
                return new PlanBase(word, Optional.of(new Project(there, config, false).plan()));
            }
            if (Files.isRegularFile(there)) {
                return new PlanBase(word, Optional.of(new Project(project.root(), there, false).plan()));
            }
        }
        Optional<GitRevision> commit = GitRevision.of(project.root(), word);
        if (commit.isEmpty()) {
            boolean cloned = GitRevision.of(project.root(), "HEAD").isPresent();
            throw new IOException("'" + word + "' is not a config, a folder with a '" + project.name()
                    + "', or a commit "
                    + (cloned
                            ? "in this clone\n  if it is a branch of a pull request, fetch it: git fetch --depth=1 origin "
                                    + branch(word)
                            : "of git, which has none in this directory"));
        }
        return of(word, commit.get(), project);
    }

    /**
     * What a pull request is compared with: the commit that its merge begins from, or else the branch that it goes to.
     *
     * @return nothing if git has neither, as in a checkout of one commit
     */
    static Optional<PlanBase> ofPullRequest(String branch, Project project) throws IOException {
        Optional<GitRevision> head = GitRevision.of(project.root(), "HEAD").filter(GitRevision::isMerge);
        Optional<GitRevision> commit = head.flatMap(it -> GitRevision.of(project.root(), it.commit() + "^1"))
                .or(() -> GitRevision.of(project.root(), "refs/remotes/origin/" + branch));
        return commit.isEmpty() ? Optional.empty() : Optional.of(of(branch, commit.get(), project));
    }

    /** All of it is of the commit, the files that its config extends as well. */
    private static PlanBase of(String word, GitRevision commit, Project project) throws IOException {
        Optional<String> config = commit.text(project.name());
        if (config.isEmpty()) {
            return new PlanBase(word, Optional.empty());
        }
        Document document = Bases.read(
                new SourceText(project.name(), config.get()),
                Version.current(),
                path -> commit.text(path).map(text -> text.getBytes(UTF_8)));
        return new PlanBase(
                word,
                Optional.of(new Generator(Overrides.NONE).generate(document).plan()));
    }

    private static String branch(String word) {
        return word.startsWith("origin/") ? word.substring("origin/".length()) : word;
    }
}
