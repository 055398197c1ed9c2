package dev.slipway.cli;

import dev.slipway.detect.git.GitTags;
import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.online.LatestRelease;
import dev.slipway.online.NoAnswer;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.published.Comparison;
import dev.slipway.published.PublishedRelease;
import dev.slipway.published.ReleaseList;
import dev.slipway.report.NameTable;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The release that people download today: the options that name it, and the list of its files. */
final class Against {
    private static final String INPUT = "-";
    private static final String SHOWN = "standard input";

    private final OptionSpec list = OptionSpec.builder("--against")
            .paramLabel("<file>")
            .type(String.class)
            .description("compare with the files of a release: JSON of 'gh release view TAG --json tagName,assets'"
                    + " or of GitHub's API, a SHA256SUMS file, or names, one per line; - reads standard input")
            .build();
    private final OptionSpec tag = OptionSpec.builder("--against-tag")
            .paramLabel("<tag>")
            .type(String.class)
            .description("the tag of that release, if its list has none")
            .build();
    private final OptionSpec online = Flags.flag(
            "--online", "compare with the files of the latest release on GitHub, with gh or without a token");
    private final GlobalOptions options;
    private final InputStream in;
    private final Asker asker;
    private Optional<Latest> latest = Optional.empty();

    /** Looks up the latest release of a repository. */
    @FunctionalInterface
    interface Asker {
        SourceText ask(String repository) throws NoAnswer;
    }

    /**
     * The result of a look-up.
     *
     * @param why it is not known; empty if it is
     */
    record Latest(Optional<PublishedRelease> release, String why) {}

    Against(GlobalOptions options, InputStream in) {
        this(options, in, repository -> LatestRelease.OF_GITHUB.of(repository));
    }

    Against(GlobalOptions options, InputStream in, Asker asker) {
        this.options = options;
        this.in = in;
        this.asker = asker;
    }

    void addTo(CommandSpec command) {
        command.addOption(list).addOption(tag).addOption(online);
    }

    /** Whether the network is asked. */
    boolean isOnline() {
        return Flags.on(online);
    }

    /** The latest release on GitHub; asked for once, and what fails is said and stops nothing. */
    Latest latest(String repository, Console console) {
        if (latest.isEmpty()) {
            latest = Optional.of(ask(repository));
            String why = latest.get().why();
            if (!why.isEmpty()) {
                console.err().println("warning: nothing is compared with the latest release: " + why);
            }
        }
        return latest.get();
    }

    private Latest ask(String repository) {
        try {
            return new Latest(Optional.of(ReleaseList.read(asker.ask(repository))), "");
        } catch (NoAnswer none) {
            return new Latest(Optional.empty(), none.reason());
        } catch (InvalidSource unreadable) {
            return new Latest(
                    Optional.empty(),
                    "unexpected answer from GitHub: "
                            + unreadable.findings().get(0).message());
        }
    }

    /**
     * The requested release.
     *
     * @throws dev.slipway.source.InvalidSource if its list is none
     */
    Optional<PublishedRelease> release() throws IOException {
        Optional<String> asked = Optional.ofNullable(list.getValue());
        Optional<String> named = Optional.ofNullable(tag.getValue());
        if (asked.isPresent() && isOnline()) {
            throw new IOException("use --against or --online, not both");
        }
        if (asked.isEmpty()) {
            if (named.isPresent()) {
                throw new IOException("--against-tag needs --against, the files of that release");
            }
            return Optional.empty();
        }
        PublishedRelease release = ReleaseList.read(text(asked.get()));
        return Optional.of(named.map(release::tagged).orElseGet(() -> tagged(release)));
    }

    private SourceText text(String file) throws IOException {
        String name = file.equals(INPUT) ? SHOWN : file.replace('\\', '/');
        return SourceText.decode(name, named(file, Limit.SOURCE));
    }

    /** The words for such a file. */
    static String shown(String file) {
        return file.equals(INPUT) ? SHOWN : file;
    }

    /** A file that a person named, relative to the repository or otherwise to the current folder; or standard input. */
    byte[] named(String file, Limit limit) throws IOException {
        if (file.equals(INPUT)) {
            byte[] bytes = in.readNBytes(limit.bytes() + 1);
            if (bytes.length > limit.bytes()) {
                throw new IOException(SHOWN + " has more than " + (limit.bytes() >> 20) + " MiB");
            }
            return bytes;
        }
        Path path = GlobalOptions.path(file);
        for (Path base : List.of(options.directory(), Path.of(""))) {
            Optional<byte[]> bytes = Checkout.named(base, path, file, limit);
            if (bytes.isPresent()) {
                return bytes.get();
            }
        }
        throw new NoSuchFileException(file);
    }

    /** A list of names contains the version, and git has the tag for it. */
    private PublishedRelease tagged(PublishedRelease release) {
        if (release.tag().isPresent()) {
            return release;
        }
        Stream<String> tags = GitTags.newest(options.directory());
        Optional<String> found = release.tagAmong(tags);
        return found.map(release::tagged).orElse(release);
    }

    /** Refuses a release of which nobody can tell what is the version in its names. */
    static void checkTag(PublishedRelease release) throws IOException {
        if (release.tag().isEmpty() && release.namesVersion()) {
            throw new IOException(release.source() + " has no tag, and the file names contain no version of a git "
                    + "tag\n  add '--against-tag v1.2.3', with the tag of that release");
        }
    }

    /** The files of a release, compared with those that a plan makes for the same version. */
    static NameTable table(PublishedRelease release, ReleasePlan plan) {
        String version = release.tag()
                .map(known -> known.startsWith(plan.tags().prefix())
                        ? known.substring(plan.tags().prefix().length())
                        : release.version())
                .orElse("");
        String tag =
                version.isEmpty() ? plan.tags().example().name() : plan.tags().prefix() + version;
        return new NameTable(release, Comparison.of(release.names(), plan.assets(tag), release.version()), tag);
    }
}
