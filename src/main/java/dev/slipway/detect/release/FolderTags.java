package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.shell.Symbols;

/**
 * Tags such as {@code kelp/v1.2.3}, which no name of a file contains: what is left of one in a name is what follows the folder.
 *
 * @param prefix what a tag has before the version
 */
public record FolderTags(String prefix) {
    /** A setup with the names that its files have. */
    public ReleaseSetup in(ReleaseSetup setup) {
        return prefix.indexOf('/') < 0
                ? setup
                : setup.with(
                        setup.targets().stream()
                                .map(fact -> fact.map(this::target))
                                .toList(),
                        setup.released().stream()
                                .map(fact -> fact.map(this::file))
                                .toList(),
                        setup.takeover(),
                        setup.untold());
    }

    private FoundTarget target(FoundTarget target) {
        return target.archive()
                .map(archive -> target.released(archive(archive), target.variant()))
                .orElse(target);
    }

    private FoundArchive archive(FoundArchive archive) {
        return archive.called(plain(archive.stem()), archive.ending());
    }

    private ReleasedFile file(ReleasedFile file) {
        return new ReleasedFile(
                plain(file.name()),
                file.made(),
                file.guessed(),
                file.path(),
                file.contents().map(this::archive),
                file.runner());
    }

    private String plain(String name) {
        return name.replace(Symbols.TAG, prefix.substring(prefix.lastIndexOf('/') + 1) + Symbols.VERSION);
    }
}
