package dev.slipway.run.local.github;

import dev.slipway.disk.RegularFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The releases of the repository that is rehearsed, by GitHub's rules, with their files in a folder:
 * {@code TAG/NAME}, where a tag with a slash is written as in an address.
 *
 * @see <a href="https://docs.github.com/en/rest/releases/releases">the REST API of releases</a>
 */
public final class Releases {
    private static final String COMMIT = "[0-9a-f]{40}";

    /** A file of a release must be smaller, in bytes. */
    private static final long LONGEST = 1L << 31;

    private final Supplier<Refs> clone;
    private final Path folder;
    private final TreeMap<Long, Release> all = new TreeMap<>();
    private final Map<Long, Path> folders = new HashMap<>();
    private final Map<String, String> madeTags = new TreeMap<>();
    private final Set<String> deletedTags = new HashSet<>();
    private Optional<Long> latest = Optional.empty();
    private long last;

    Releases(Supplier<Refs> clone, Path folder) {
        this.clone = clone;
        this.folder = folder;
    }

    /** Puts in a release that was there before, such as the draft of a person. A public one becomes the latest. */
    public synchronized Release add(Release earlier) {
        Release release = earlier.withId(++last);
        all.put(release.id(), release);
        if (!release.draft() && !release.prerelease()) {
            latest = Optional.of(release.id());
        }
        return release;
    }

    /** All releases, the newest first. */
    public synchronized List<Release> all() {
        return List.copyOf(all.descendingMap().values());
    }

    /** The release that a person is offered first: the newest that is neither draft nor prerelease, unless one is marked as the latest. */
    public synchronized Optional<Release> latest() {
        return latest.map(all::get);
    }

    /** The tags of the clone, and those that releases made, each with its commit. */
    public synchronized Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>(clone.get().tags());
        tags.keySet().removeAll(deletedTags);
        tags.putAll(madeTags);
        return tags;
    }

    /** Makes a tag. */
    synchronized void tag(String name, String commit) {
        deletedTags.remove(name);
        madeTags.put(name, commit);
    }

    /** Where the files of a release are; there is no such folder before it has one. */
    public synchronized Path folder(Release release) {
        return folders.computeIfAbsent(release.id(), id -> {
            Path named = folder.resolve(URLEncoder.encode(release.tag(), StandardCharsets.UTF_8));
            return folders.containsValue(named) ? named.resolveSibling(named.getFileName() + "~" + id) : named;
        });
    }

    /**
     * The public release of a tag, or else its newest draft.
     *
     * @param drafts whether who asks may see drafts
     */
    synchronized Optional<Release> find(String tag, boolean drafts) {
        return all().stream()
                .filter(release -> release.tag().equals(tag) && (drafts || !release.draft()))
                .min(Comparator.comparing(Release::draft));
    }

    synchronized Optional<Release> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    synchronized Release create(Edit edit) {
        String tag =
                edit.tag().filter(name -> !name.isEmpty()).orElseThrow(() -> Refused.invalid("tag_name is missing"));
        Release fresh = new Release(0, tag, "", "", true, false, "", List.of());
        boolean hidden = edit.draft().orElse(false);
        Release made = settle(fresh.withId(last + 1), edit.withDraft(hidden), hidden);
        last++;
        return made;
    }

    synchronized Release edit(Release release, Edit edit) {
        Path before = folder(release);
        Release edited = settle(release, edit, false);
        if (!edited.tag().equals(release.tag())) {
            folders.remove(release.id());
            if (Files.exists(before)) {
                run(() -> Files.move(before, folder(edited)));
            }
        }
        return edited;
    }

    /** @param quiet whether a wish to be the latest that a draft cannot have is no error */
    private Release settle(Release before, Edit edit, boolean quiet) {
        Release after = edit.of(before);
        boolean leads = edit.latest().orElse(false);
        if (leads && !quiet && (after.draft() || after.prerelease())) {
            throw Refused.invalid("Latest release cannot be draft or prerelease.");
        }
        if (!after.draft()
                && find(after.tag(), false)
                        .filter(other -> other.id() != before.id())
                        .isPresent()) {
            throw Refused.invalid("Release.tag_name already exists");
        }
        String commit = commit(after);
        boolean published = before.draft() && !after.draft();
        if (published && !tags().containsKey(after.tag())) {
            tag(after.tag(), commit);
        }
        all.put(after.id(), after);
        boolean stable = !after.draft() && !after.prerelease();
        if (stable && (leads || published && edit.latest().isEmpty())) {
            latest = Optional.of(after.id());
        } else if (!stable || edit.latest().isPresent()) {
            latest = latest.filter(id -> id != after.id());
        }
        return after;
    }

    /** The commit at which the tag of a release would be created. */
    private String commit(Release release) {
        Refs refs = clone.get();
        String target = release.target().isEmpty() ? refs.defaultBranch() : release.target();
        String commit = refs.branches().getOrDefault(target, target);
        if (!release.target().isEmpty() && !commit.matches(COMMIT)) {
            throw Refused.invalid("Release.target_commitish is invalid");
        }
        return commit;
    }

    /** Copies a file to a release. One of the same name must not be there, or is replaced. */
    synchronized Release upload(Release release, Path file, String label, boolean replaces) {
        String name = Asset.nameOf(file.getFileName().toString());
        List<Asset> assets = new ArrayList<>(find(release.id()).orElse(release).assets());
        if (assets.removeIf(asset -> asset.name().equals(name)) && !replaces) {
            throw Refused.invalid("ReleaseAsset.name already exists");
        }
        Path kept = folder(release).resolve(name);
        run(() -> {
            RegularFile.check(file, name);
            if (Files.size(file) == 0) {
                throw new Refused(
                        400, "Bad Content-Length: '" + name + "' is empty, and GitHub does not accept empty files");
            }
            if (Files.size(file) >= LONGEST) {
                throw Refused.invalid("size must be less than " + LONGEST);
            }
            Files.createDirectories(kept.getParent());
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            assets.add(new Asset(name, label, Files.size(file)));
        });
        Release filled = find(release.id()).orElse(release).withAssets(assets);
        all.put(filled.id(), filled);
        return filled;
    }

    synchronized void deleteAsset(Release release, Asset asset) {
        run(() -> Files.deleteIfExists(folder(release).resolve(asset.name())));
        all.put(
                release.id(),
                release.withAssets(release.assets().stream()
                        .filter(other -> !other.equals(asset))
                        .toList()));
    }

    synchronized void delete(Release release) {
        Path files = folder(release);
        run(() -> {
            if (Files.exists(files)) {
                try (Stream<Path> inside = Files.walk(files)) {
                    for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        });
        all.remove(release.id());
        folders.remove(release.id());
        if (latest.filter(id -> id == release.id()).isPresent()) {
            latest = all().stream()
                    .filter(other -> !other.draft() && !other.prerelease())
                    .map(Release::id)
                    .findFirst();
        }
    }

    synchronized void deleteTag(String tag) {
        if (!tags().containsKey(tag)) {
            throw new Refused(422, "Reference does not exist");
        }
        madeTags.remove(tag);
        deletedTags.add(tag);
    }

    private interface OnDisk {
        void run() throws IOException;
    }

    private static void run(OnDisk work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
