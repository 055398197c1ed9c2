package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A release of the repository.
 *
 * @param id counts from 1
 * @param tag the tag that it has, or will have once it is public
 * @param target the branch or commit where its tag is made if it does not exist
 */
public record Release(
        long id,
        String tag,
        String title,
        String notes,
        boolean draft,
        boolean prerelease,
        String target,
        List<Asset> assets) {
    private static final Pattern PRERELEASE = Pattern.compile("(?<![0-9])[0-9]++[.][0-9]++[.][0-9]++-");

    public Release {
        assets = List.copyOf(assets);
    }

    /** A public release without files. */
    public static Release published(String tag) {
        return new Release(0, tag, tag, "", false, false, "", List.of());
    }

    /** A public prerelease without files. */
    public static Release prereleased(String tag) {
        return new Release(0, tag, tag, "", false, true, "", List.of());
    }

    /** The draft that a person wrote. */
    public static Release drafted(String tag, String title, String notes) {
        return new Release(0, tag, title, notes, true, false, "", List.of());
    }

    /** A public release without files: a prerelease if its version is one, such as {@code v1.2.0-rc.1}. */
    public static Release of(String tag) {
        return PRERELEASE.matcher(tag).find() ? prereleased(tag) : published(tag);
    }

    Release withId(long number) {
        return new Release(number, tag, title, notes, draft, prerelease, target, assets);
    }

    Release withAssets(List<Asset> files) {
        return new Release(id, tag, title, notes, draft, prerelease, target, files);
    }

    Optional<Asset> asset(String name) {
        return assets.stream().filter(asset -> asset.name().equals(name)).findFirst();
    }

    /** What kind of release it is, for people. */
    String kind() {
        return draft ? "draft" : prerelease ? "prerelease" : "release";
    }

    /** That it was changed, and is as it is now. */
    Effect changed(Effect.Change change) {
        return new Effect.ReleaseChanged(change, kind(), tag);
    }
}
