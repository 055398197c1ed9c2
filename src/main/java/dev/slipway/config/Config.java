package dev.slipway.config;

import dev.slipway.source.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code slipway.yml}, typed: what the user wrote and nothing more. An absent key is empty: {@code plan} has the
 * defaults. {@code docs/config.md} explains every key.
 *
 * @param name the name of the project, with which the names of its archives begin
 * @param repository {@code owner/name} on GitHub
 * @param description one line about the project
 * @param license an SPDX expression
 * @param tags the patterns of the tags that start a release, such as {@code v*}; one with {@code !} excludes
 * @param tagScheme how versions are read and ordered; empty for semantic versions
 * @param sources what a checkout fetches in addition to the files of the repository
 * @param toolchain the settings of the one toolchain
 * @param targets in the order of the file
 * @param systems how the targets of an operating system are built, by its key such as {@code linux}
 * @param docker the image; empty if there is none
 * @param packages the packages in addition to the archives
 * @param ci the CI workflow; empty if there is none
 * @param proof attestations, SBOM and signatures
 * @param permissions further permissions of generated jobs: a level for each scope, by the key of the job
 * @param jobs further jobs of the release workflow, in GitHub's own syntax
 * @param actions the versions of actions that replace the pinned ones, by the name of the action
 * @param retiredRunners retired labels of runners that are not an error
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
        Map<String, ActionPin> actions,
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
