package dev.slipway.online;

import dev.slipway.source.SourceText;
import java.util.Optional;

/**
 * Asks for the latest release of a repository: through {@code gh}, which may have a token, or else GitHub's REST API without
 * one.
 *
 * @param gh the program, as the path of the system finds it
 * @param api where the REST API begins
 */
public record LatestRelease(String gh, String api) {
    /** The usual ones. */
    public static final LatestRelease OF_GITHUB = new LatestRelease("gh", "https://api.github.com");

    /** More than a release of a thousand files has. */
    static final int LARGEST = 8 << 20;

    /**
     * What GitHub says, as JSON that names the tag and the files.
     *
     * @param repository {@code owner/name}
     */
    public SourceText of(String repository) throws NoAnswer {
        GhProgram.Said said = new GhProgram(gh).ask(repository);
        if (said.json().isPresent()) {
            return new SourceText("gh release view", said.json().get());
        }
        if (said.error().contains("release not found")) {
            throw new NoAnswer("'" + repository + "' has no release on GitHub");
        }
        try {
            return new RestApi(api).ask(repository);
        } catch (NoAnswer none) {
            Optional<String> first = said.error().lines().findFirst();
            throw new NoAnswer(
                    none.reason() + first.map(line -> "; gh said: " + line).orElse(""));
        }
    }
}
