package dev.slipway.detect.release;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.upload.OpenUpload;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares what people download of a release that workflows make today with the files of another, name by name.
 *
 * @param today the release that people download
 * @param made the names of the files of the other, for one tag
 * @param tag that one
 * @param version the version in it
 * @param project what the project is called
 */
public record LostFiles(ReleaseSetup today, Set<String> made, String tag, String version, String project) {
    public LostFiles {
        made = Set.copyOf(made);
    }

    /** The files that the other release does not have under their names. */
    public List<Fact<ReleasedFile>> named() {
        return today.released().stream()
                .filter(file -> file.value().known()
                        && !made.contains(filled(file.value().name())))
                .toList();
    }

    private String filled(String name) {
        return name.replace(Symbols.TAG, tag).replace(Symbols.VERSION, version).replace(Symbols.NAME, project);
    }

    /** The uploads of which only the kind of their files is known, and the other release has none of this kind. */
    public List<Fact<OpenUpload>> ofKind() {
        return open(this::isLost);
    }

    /** The uploads that may have files of which nothing is known, or more of a kind that the other release has, too. */
    public List<Fact<OpenUpload>> open() {
        return open(maker -> !isLost(maker));
    }

    private List<Fact<OpenUpload>> open(Predicate<OpenUpload.Maker> wanted) {
        return today.open().stream()
                .map(upload -> upload.map(one -> one.with(wanted)))
                .filter(upload -> !upload.value().makers().isEmpty())
                .toList();
    }

    private boolean isLost(OpenUpload.Maker maker) {
        return maker.tellsKind() && made.stream().noneMatch(maker::mayMake) && (maker.certain() || !isListed(maker));
    }

    private boolean isListed(OpenUpload.Maker maker) {
        return today.released().stream().map(Fact::value).anyMatch(file -> maker.mayMake(file.name()) && file.known());
    }
}
