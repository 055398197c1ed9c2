package dev.slipway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.report.TagSimulator;
import dev.slipway.shipped.ShippedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The page says of every tag what Java says: the script of the page runs, in Node.js, against Java's own answers. */
@Tag("bash")
class SimulatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands behind a prefix; the prefixes are those of the examples, and others. */
    private static final List<String> VERSIONS = List.of(
            "1.2.3",
            "0.6.4",
            "0.0.1",
            "1.2.3-rc.1",
            "2.4.9",
            "2.5.0",
            "1.9.9",
            "25.07",
            "1.2.3+build.5",
            "2.0.0",
            "1.2.3-rc.0-1",
            "1.2.3-a.0a+b",
            "1.2.3-",
            "0.1.0-0",
            "01.2.3",
            "1.2",
            "1",
            "25.07.1.2",
            "1.2.3.4.5",
            "3.0.0-beta",
            "99999999999999999999.0.0",
            "1.2.3-1.2.3",
            "a",
            "2025-07-summer",
            "1.2.3 ",
            "${x}",
            "{version}",
            "\u00fc1.2.3",
            "");

    private static final List<List<String>> RELEASED =
            List.of(List.of(), List.of("1.0.0", "1.2.2"), List.of("2.4.9", "1.2.9", "3.1.0-rc.1", "0.6.10", "25.08"));

    @TempDir
    Path folder;

    @Test
    void thePageSaysOfEachTagWhatJavaSays() throws Exception {
        Map<String, TagSimulator> simulators = new LinkedHashMap<>();
        for (Path config : Examples.configs()) {
            add(simulators, config.toString(), Examples.generate(Examples.read(config)));
        }
        OTHERS.forEach((name, config) -> add(simulators, name, Examples.generate(config)));

        List<Map<String, Object>> asked = new ArrayList<>();
        List<JsonNode> wanted = new ArrayList<>();
        simulators.forEach((name, simulator) -> {
            JsonNode tables = JSON.readTree(simulator.tables());
            List<String> tags = tags(simulator, name);
            asked.add(Map.of("tables", tables, "tags", tags));
            wanted.add(JSON.valueToTree(tags.stream().map(simulator::answer).toList()));
        });

        JsonNode said = JSON.readTree(run(JSON.writeValueAsString(asked)));

        int answers = 0;
        List<String> names = List.copyOf(simulators.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < wanted.get(i).size(); j++) {
                assertThat(said.get(i).get(j).toPrettyString())
                        .as(names.get(i) + ": " + wanted.get(i).get(j).get("tag"))
                        .isEqualTo(wanted.get(i).get(j).toPrettyString());
                answers++;
            }
        }
        assertThat(answers).isGreaterThan(1000);
    }

    private static void add(Map<String, TagSimulator> simulators, String name, Generation generation) {
        simulators.put(name, simulator(generation, Optional.empty()));
        String prefix = generation.plan().tags().prefix();
        if (name.contains("slipway.yml")) {
            return;
        }
        for (List<String> versions : RELEASED) {
            List<String> tags = versions.stream().map(prefix::concat).toList();
            simulators.put(
                    name + " after " + versions,
                    simulator(
                            generation,
                            Optional.of(
                                    ReleasedVersions.of(tags, generation.plan().tags()))));
        }
    }

    private static TagSimulator simulator(Generation generation, Optional<ReleasedVersions> released) {
        return new TagSimulator(
                generation.plan(), generation.blueprint().release(), generation.release(), List.of(), released);
    }

    /** All tags for the configs of this test, a few for each example: each costs Java a walk through a workflow. */
    private static List<String> tags(TagSimulator simulator, String name) {
        String own = simulator.plan().tags().prefix();
        boolean example = name.contains("slipway.yml");
        if (example || name.contains(" after ")) {
            return VERSIONS.subList(0, example ? 4 : 17).stream()
                    .map(own::concat)
                    .toList();
        }
        return Stream.of(own, "v", "")
                .distinct()
                .flatMap(prefix -> VERSIONS.stream()
                        .limit(prefix.equals(own) ? VERSIONS.size() : 9)
                        .map(prefix::concat))
                .toList();
    }

    private String run(String asked) throws IOException, InterruptedException {
        assumeTrue(installed(), "skipped: no Node.js to run the script of the page");
        Path script = folder.resolve("run.js");
        Files.writeString(folder.resolve("asked.json"), asked);
        Files.writeString(script, ShippedFile.text("page/simulator.js") + """
                const asked = JSON.parse(require("fs").readFileSync(__dirname + "/asked.json", "utf8"));
                const said = asked.map(({ tables, tags }) => tags.map((tag) => simulate(tables, tag)));
                require("fs").writeFileSync(__dirname + "/said.json", JSON.stringify(said));
                """);
        Path printed = folder.resolve("printed");
        Process node = new ProcessBuilder("node", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(node.waitFor()).as(Files.readString(printed)).isZero();
        return Files.readString(folder.resolve("said.json"));
    }

    private static boolean installed() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(part -> Files.isExecutable(Path.of(part, "node")));
    }

    private static final String BASE = """
            name: tool
            repository: me/tool
            rust: { toolchain: 1.94.0 }
            targets: [linux-amd64, windows-amd64]
            """;

    /** What the examples do not show. */
    private static final Map<String, String> OTHERS = Map.of(
            "several patterns",
            BASE + "tag: ['v[0-9]+.[0-9]+.[0-9]+*', '!v0.*', 'v0.6.[0-9]*']\ndocker: {}\n",
            "every release moves what people get",
            BASE
                    + "docker: { tags: [latest, '{version}', '{major}', '{major}.{minor}', '{tag}', edge] }\nrelease: { latest: every }\n",
            "a variant",
            BASE + "docker: { variants: [debian, distroless] }\n",
            "a folder",
            BASE + "tag: tool/v*\nsbom: spdx\n",
            "calver",
            BASE + "tag: r*\ntag-scheme: calver\ndocker: {}\npackages: { homebrew: me/homebrew-x }\n",
            "any",
            BASE + "tag: r*\ntag-scheme: any\ndocker: {}\npackages: { homebrew: me/homebrew-x }\n",
            "started by hand",
            BASE + "tag: tool-v*\nrelease: { trigger: [dispatch, call] }\npackages: { homebrew: me/homebrew-x }\n",
            "called",
            BASE + "release: { trigger: call, draft: keep }\ndocker: {}\n",
            "jobs that ask for the tag",
            BASE + """
                    packages: { homebrew: me/homebrew-x }
                    jobs:
                      announce:
                        needs: release
                        if: ${{ !contains(github.ref_name, '-') && vars.ASK != 'no' }}
                        runs-on: ubuntu-latest
                        steps: [{ run: echo }]
                      after:
                        needs: announce
                        runs-on: ubuntu-latest
                        steps: [{ run: echo }]
                      ours:
                        if: startsWith(github.ref, 'REFS/tags/v1.') || endsWith(github.ref_name, '.0')
                        runs-on: ubuntu-latest
                        steps: [{ run: echo }]
                      behind:
                        needs: ours
                        runs-on: ubuntu-latest
                        steps: [{ run: echo }]
                      always:
                        needs: [ours, version]
                        if: always() && github.ref_type == 'tag' && needs.version.outputs.version != '1.2.3'
                        runs-on: ubuntu-latest
                        steps: [{ run: echo }]
                    """,
            "published",
            BASE + "release: { trigger: published }\ndocker: {}\n");
}
