package dev.slipway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.graph.JobGraph.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobGraphTest {
    private static Node node(String id, String... needs) {
        return new Node(id, List.of(needs));
    }

    private static JobGraph graph(Node... nodes) {
        return new JobGraph("Release", List.of(nodes));
    }

    @Test
    void aJobStandsBelowTheLastOfThoseItWaitsForAndNamesTheOthers() {
        JobGraph graph = graph(
                node("build-linux"),
                node("build-macos"),
                node("create-release", "build-linux", "build-macos"),
                node("docker", "build-linux"));

        assertThat(graph.text()).isEqualTo("""
                Release
                ├─ build-linux
                │  └─ docker
                └─ build-macos
                   └─ create-release  (also waits for build-linux)
                """);
    }

    @Test
    void aJobStandsBelowTheLongestWayToIt() {
        JobGraph graph =
                graph(node("a"), node("b", "a"), node("c", "b"), node("late", "c", "a"), node("alone"), node("d", "b"));

        assertThat(graph.text()).isEqualTo("""
                Release
                ├─ a
                │  └─ b
                │     ├─ c
                │     │  └─ late
                │     └─ d
                └─ alone
                """);
    }

    @Test
    void whatFollowsFromTheRestIsLeftOut() {
        JobGraph graph = graph(
                node("publish", "package", "version", "build"),
                node("package", "version", "build"),
                node("build", "version"),
                node("version"));

        assertThat(graph.text()).isEqualTo("""
                Release
                └─ version
                   └─ build
                      └─ package
                         └─ publish
                """);
        assertThat(graph.mermaid().lines().filter(line -> line.contains("-->")))
                .containsExactly("    package --> publish", "    build --> package", "    version --> build");
        assertThat(graph.dot().lines().filter(line -> line.contains("->"))).hasSize(3);
    }

    @Test
    void manyDiamondsInARowAreDrawnAtOnce() {
        Node[] nodes = new Node[121];
        nodes[0] = node("j0");
        for (int i = 1; i < nodes.length; i += 3) {
            nodes[i] = node("j" + i, "j" + (i - 1));
            nodes[i + 1] = node("j" + (i + 1), "j" + (i - 1));
            nodes[i + 2] = node("j" + (i + 2), "j" + i, "j" + (i + 1));
        }
        assertThat(graph(nodes).text().lines()).hasSize(122);
    }

    @Test
    void drawsForMarkdown() {
        assertThat(graph(node("build-linux"), node("docker", "build-linux")).mermaid())
                .isEqualTo("""
                        flowchart LR
                            build-linux
                            docker
                            build-linux --> docker
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"end", "END", "end-to-end", "graph", "subgraph", "default-build", "class", "x", "a--b", "a-"})
    void namesWhatMermaidWouldMisreadByANumber(String id) {
        assertThat(graph(node("build"), node(id, "build")).mermaid()).isEqualTo("""
                flowchart LR
                    build
                    __1["%s"]
                    build --> __1
                """.formatted(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"front-end", "endpoint", "graphs", "classes", "xray", "_end", "publish_end"})
    void keepsIdsThatOnlyLookLikeWordsOfMermaid(String id) {
        assertThat(graph(node(id)).mermaid()).isEqualTo("flowchart LR\n    " + id + "\n");
    }

    @Test
    void drawsForGraphviz() {
        JobGraph graph = new JobGraph("a \"b\" \\", List.of(node("end"), node("docker", "end")));

        assertThat(graph.dot()).isEqualTo("""
                digraph "a \\"b\\" \\\\" {
                  rankdir = LR
                  node [shape = box]
                  "end"
                  "docker"
                  "end" -> "docker"
                }
                """);
    }
}
