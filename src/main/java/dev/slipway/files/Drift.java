package dev.slipway.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far a tree is from what is wanted.
 *
 * @param files every wanted file in the order of the file set, current ones included; then orphans by path
 * @param manifest whether the record of what slipway last wrote could be read
 * @param writtenBy the version of slipway that wrote the record
 * @param record where it is
 * @param locked what GitHub's lockfile pins in place of the workflows
 */
public record Drift(
        List<FileDrift> files, ManifestState manifest, Optional<String> writtenBy, String record, Locked locked) {
    public Drift {
        files = List.copyOf(files);
    }

    /** For a repository without a lockfile. */
    public Drift(List<FileDrift> files, ManifestState manifest, Optional<String> writtenBy, String record) {
        this(files, manifest, writtenBy, record, Locked.NONE);
    }

    /** Whether every file is current, no file is too many, and the manifest, if there is one, is sound. */
    public boolean clean() {
        return changed().isEmpty() && manifest != ManifestState.DAMAGED;
    }

    /** The files that are not current. */
    public List<FileDrift> changed() {
        return files.stream().filter(file -> file.verdict() != Verdict.CURRENT).toList();
    }

    /** The files that prevent writing. */
    public List<FileDrift> undecided(Resolution how) {
        return files.stream()
                .filter(file -> how == Resolution.REFUSE && file.verdict().needsDecision())
                .toList();
    }

    /** The files that are left as they are, to be replaced the next time. */
    public List<FileDrift> adopted(Resolution how) {
        return files.stream()
                .filter(file -> how == Resolution.ADOPT && file.touched())
                .toList();
    }

    /** The refs that are left as they are in the tree. */
    public List<KeptPin> keptPins() {
        return files.stream().flatMap(file -> file.keptPins().stream()).toList();
    }

    /** What writing would change, as one unified diff. */
    public String diff() {
        return files.stream().map(FileDrift::diff).collect(Collectors.joining());
    }
}
