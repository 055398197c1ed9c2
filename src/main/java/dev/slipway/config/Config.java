package dev.slipway.config;

import dev.slipway.source.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code slipway.yml}, typed: what stands there and nothing more. What is absent is empty; the plan knows the defaults.
 *
 * @param name what the assets are called
 * @param repository {@code owner/name} on GitHub
 * @param description one line about the project
 * @param license an SPDX expression
 * @param tags patterns of the tags that start a release
 * @param tagScheme how their versions are read; empty for the default
 * @param sources what a checkout has to bring
 * @param toolchain the settings of the one toolchain
 * @param targets each at its index in the file
 * @param systems how the targets of an operating system are built, by its word such as {@code linux}
 * @param docker empty if no image is wanted
 * @param packages what it is packaged as, beside the archives
 * @param ci empty if no CI is wanted
 * @param proof what comes with the archives and the image to prove where they are from
 * @param permissions what the token of a job may do beyond what the job needs: a level for each scope, by the job
 * @param jobs further jobs of the release workflow, in GitHub's own syntax
 * @param actions the version to use of an action
 * @param retiredRunners labels that stay although GitHub has no such runner any more
 */
public record Config(
        Optional<String> name,
        String repository,
        Optional<String> description,
        Optional<String> license,
        List<String> tags,
        Optional<TagScheme> tagScheme,
        SourcesConfig sources,
        ToolchainSettings toolchain,
        List<TargetConfig> targets,
        Map<String, BuildSettings> systems,
        ArchiveConfig archive,
        Optional<Checksums> checksums,
        Optional<String> checksumFile,
        List<Hash> hashes,
        Optional<DockerConfig> docker,
        ReleaseConfig release,
        ProofConfig proof,
        PackagesConfig packages,
        Optional<CiConfig> ci,
        DocsConfig docs,
        Map<String, Map<String, String>> permissions,
        Optional<Node> jobs,
        Map<String, String> actions,
        List<String> retiredRunners) {
    public Config {
        tags = List.copyOf(tags);
        targets = List.copyOf(targets);
        hashes = List.copyOf(hashes);
        retiredRunners = List.copyOf(retiredRunners);
        systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
        permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }
}
