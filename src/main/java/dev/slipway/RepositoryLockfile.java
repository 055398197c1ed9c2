package dev.slipway;

import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.files.Drift;
import dev.slipway.files.Locked;
import dev.slipway.lint.Linted;
import dev.slipway.lint.Linter;
import dev.slipway.lock.ActionsLock;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * GitHub's lockfile of actions in a repository.
 *
 * @param root the root of the repository
 */
public record RepositoryLockfile(Path root) {
    /**
     * What the lockfile lacks.
     *
     * @param texts what the findings are in
     * @param fault a failure of Slipway itself, which is among the findings
     */
    public record Unlocked(List<SourceText> texts, List<Finding> findings, Optional<Linted.Fault> fault) {
        public Unlocked {
            texts = List.copyOf(texts);
            findings = List.copyOf(findings);
        }
    }

    /** What is in it, if the repository has one. */
    public Optional<SourceText> text() throws IOException {
        return Checkout.in(root)
                .bytes(ActionsLock.PATH, Limit.CONFIG)
                .map(bytes -> SourceText.decode(ActionsLock.PATH, bytes));
    }

    /** What it pins in place of the workflows. */
    public Locked locked() throws IOException {
        try {
            return text().map(text ->
                            new Locked(ActionsLock.of(YamlReader.read(text)).commits()))
                    .orElse(Locked.NONE);
        } catch (InvalidSource unreadable) {
            return Locked.NONE;
        }
    }

    /**
     * What the lockfile lacks of the workflows as they are once everything wanted is written.
     *
     * @param now which files the repository has now, by their paths
     */
    public Unlocked unlocked(Drift drift, Predicate<String> now) throws IOException {
        List<SourceText> texts = new ArrayList<>();
        try {
            text().ifPresent(texts::add);
        } catch (InvalidSource invalid) {
            return new Unlocked(invalid.sources(), invalid.findings(), Optional.empty());
        }
        if (texts.isEmpty()) {
            return new Unlocked(List.of(), List.of(), Optional.empty());
        }
        drift.files().stream()
                .filter(file -> file.path().startsWith(".github/workflows/"))
                .forEach(file -> file.after().ifPresent(text -> texts.add(new SourceText(file.path(), text))));
        Linted linted = Linter.checkLock(
                texts,
                path -> drift.files().stream()
                        .filter(file -> file.path().equals(path))
                        .findFirst()
                        .map(file -> file.after().isPresent())
                        .orElseGet(() -> now.test(path)));
        return new Unlocked(texts, linted.findings(), linted.fault());
    }
}
