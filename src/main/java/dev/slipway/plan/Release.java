package dev.slipway.plan;

import dev.slipway.config.ReleaseConfig.Draft;
import dev.slipway.config.ReleaseConfig.Latest;
import dev.slipway.config.ReleaseConfig.Notes;
import dev.slipway.config.ReleaseConfig.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * The release on GitHub: what starts it, when it is seen, and what proves it.
 *
 * @param triggers at least one; {@link Trigger#PUBLISHED} only alone
 * @param title with {@code {tag}} and {@code {version}} to fill in; the project's name is filled in already
 * @param environment the deployment environment of the jobs that publish
 * @param versionCheck whether the version has to be the one in the manifest
 * @param files files of the repository that it has in addition to the archives
 * @param attest whether GitHub attests which workflow built what
 * @param sbom the format of the list of components, if there is one
 * @param sign whether the image is signed
 */
public record Release(
        List<Trigger> triggers,
        Draft draft,
        Notes notes,
        String title,
        Optional<String> environment,
        Latest latest,
        boolean versionCheck,
        List<RepositoryFile> files,
        boolean attest,
        Optional<SbomFormat> sbom,
        boolean sign) {
    public Release {
        triggers = List.copyOf(triggers);
        files = List.copyOf(files);
    }

    /** Whether pushing a tag starts it. */
    public boolean onTag() {
        return triggers.contains(Trigger.TAG);
    }

    /** Whether someone has published it already, and only its files are missing. */
    public boolean onPublished() {
        return triggers.contains(Trigger.PUBLISHED);
    }

    /** Whether someone can start it with a version, so that it creates the tag itself. */
    public boolean onDispatch() {
        return triggers.contains(Trigger.DISPATCH);
    }

    /** Whether people enter a version instead of a tag: no pushed tag starts it. */
    public boolean onEntry() {
        return onDispatch() && !onTag();
    }

    /** Whether another workflow can start it with an existing tag. */
    public boolean onCall() {
        return triggers.contains(Trigger.CALL);
    }

    /** Whether nothing else starts it. */
    public boolean onlyOnCall() {
        return onCall() && triggers.size() == 1;
    }

    /** Whether its tag may differ from the ref that started the run. */
    public boolean tagIsGiven() {
        return onDispatch() || onCall();
    }

    /** The job that creates it, or adds its files. */
    public String job() {
        return onPublished() ? "upload-release" : "create-release";
    }

    /** Whether it moves what people get by default only if nothing newer is there. */
    public boolean newestOnly() {
        return latest == Latest.NEWEST;
    }

    /** Whether GitHub writes its text. */
    public boolean generatedNotes() {
        return notes == Notes.GENERATE;
    }

    /** Whether its text is a section of the changelog. */
    public boolean changelogNotes() {
        return notes == Notes.CHANGELOG;
    }

    /** Whether its text is written before anything is built. */
    public boolean ownNotes() {
        return notes == Notes.CHANGELOG || notes == Notes.GIT_CLIFF;
    }

    /** Whether it must be checked before anything is built. */
    boolean needsVersion() {
        return !onTag() || tagIsGiven() || versionCheck || ownNotes();
    }
}
