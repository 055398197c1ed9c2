package dev.slipway.detect.asset;

import dev.slipway.shell.Made;
import dev.slipway.shell.Symbols;
import java.util.Optional;

/**
 * A file that an existing workflow uploads to a release.
 *
 * @param name the name that people download it by, with {@code {tag}}, {@code {version}} and {@code {name}} where a run fills
 *     them in; a pattern if nothing that was seen fits it
 * @param made how it is made, if that was seen
 * @param guessed whether only the name of a variable says what in its name is the tag or the version
 * @param path where the job has it; empty if that is not known
 * @param contents what is in it, if a command was seen that packs it
 * @param runner the label of the machine that makes it, or that uploads what it finds; empty if it is unknown, or if
 *     it builds for several processors
 */
public record ReleasedFile(
        String name,
        Optional<Made> made,
        boolean guessed,
        String path,
        Optional<FoundArchive> contents,
        Optional<String> runner) {
    /** One whose origin and contents are unknown. */
    public ReleasedFile(String name, Optional<Made> made, boolean guessed) {
        this(name, made, guessed, "", Optional.empty(), Optional.empty());
    }

    /** The same with what is in it. */
    public ReleasedFile holding(Optional<FoundArchive> archive) {
        return new ReleasedFile(name, made, guessed, path, archive, runner);
    }

    /** The same on a machine with a label. */
    public ReleasedFile on(Optional<String> label) {
        return new ReleasedFile(name, made, guessed, path, contents, label);
    }

    /** What of it is not known, in words. */
    public String unknown() {
        String shown = Symbols.shown(name);
        return shown.equals("…") ? "the name of a file" : "the full name of '" + shown + "'";
    }

    /** Whether all of its name is known, but for what each release fills in. */
    public boolean known() {
        return !name.contains(Symbols.UNKNOWN) && name.indexOf('*') < 0 && name.indexOf('$') < 0;
    }
}
