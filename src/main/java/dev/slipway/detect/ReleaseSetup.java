package dev.slipway.detect;

import java.util.List;
import java.util.Optional;

/**
 * How a repository releases today, so that names and targets can be taken over.
 *
 * @param publishers the actions and commands that make releases
 * @param tools other release tools that are configured
 * @param tags the tag filters that start a release
 * @param targets what is built; each triple once
 * @param assets file names with {@code <tag>} for the tag, as far as they can be read from scripts
 * @param images the names under which images are pushed
 * @param baseImage what the image of the project is based on
 * @param container the image in which the Linux builds run
 * @param packages what the Linux builds install beyond a compiler
 * @param ciBranches the branches whose pushes are tested
 * @param ciRunners where tests and builds run
 */
public record ReleaseSetup(
        List<Fact<String>> publishers,
        List<Fact<String>> tools,
        Optional<Fact<List<String>>> tags,
        List<Fact<FoundTarget>> targets,
        List<Fact<String>> assets,
        List<Fact<String>> images,
        Optional<Fact<String>> baseImage,
        Optional<Fact<String>> container,
        Optional<Fact<List<String>>> packages,
        Optional<Fact<List<String>>> ciBranches,
        Optional<Fact<List<String>>> ciRunners) {
    public ReleaseSetup {
        publishers = List.copyOf(publishers);
        tools = List.copyOf(tools);
        targets = List.copyOf(targets);
        assets = List.copyOf(assets);
        images = List.copyOf(images);
    }

    /** Whether releases are made by anything that could be seen. */
    public boolean exists() {
        return !publishers.isEmpty() || !tools.isEmpty();
    }
}
