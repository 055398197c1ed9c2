package dev.slipway.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.graph.JobGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final List<JobGraph> RANDOM =
            IntStream.range(0, 40).mapToObj(PictureTest::random).toList();

    private static final List<Drawing> DRAWINGS =
            RANDOM.stream().map(graph -> Drawing.of(graph.svg())).toList();

    private static Drawing drawn(Node... nodes) {
        return Drawing.of(new JobGraph("Release", List.of(nodes)).svg());
    }

    private static Node node(String id, String... needs) {
        return new Node(id, List.of(needs));
    }

    /** Jobs with ids, rows and conditions of any length, each waiting for some of those before it, listed in any order. */
    static JobGraph random(int seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(60);
        List<String> ids = IntStream.range(0, count)
                .mapToObj(i -> "job" + i + "-w".repeat(random.nextInt(20)))
                .toList();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TreeSet<Integer> needs = new TreeSet<>();
            for (int k = random.nextInt(4); i > 0 && k > 0; k--) {
                needs.add(random.nextBoolean() ? random.nextInt(i) : i - 1 - random.nextInt(Math.min(i, 6)));
            }
            List<String> rows = IntStream.range(0, Math.max(0, random.nextInt(24) - 8))
                    .mapToObj(row -> "row-" + "m".repeat(random.nextInt(40)))
                    .toList();
            String condition = random.nextInt(3) == 0 ? "github.ref == 'x' && ".repeat(1 + random.nextInt(9)) : "";
            nodes.add(new Node(ids.get(i), needs.stream().map(ids::get).toList(), rows, condition));
        }
        java.util.Collections.shuffle(nodes, random);
        return new JobGraph("Random " + seed, nodes);
    }

    @Test
    void boxesOfUpToSixtyJobsKeepApartAndLinesGoThroughNone() {
        for (Drawing drawing : DRAWINGS) {
            for (Drawing.Box box : drawing.boxes()) {
                assertThat(drawing.boxes()).noneMatch(other -> other != box && other.meets(box));
                assertThat(box.x()).isPositive();
                assertThat(box.y()).isPositive();
                assertThat(box.x() + box.width()).isLessThan(drawing.width());
                assertThat(box.y() + box.height()).isLessThan(drawing.height());
            }
            for (Drawing.Line line : drawing.lines()) {
                assertThat(drawing.boxes())
                        .describedAs("%s: a line from %s to %s", drawing.title(), line.from(), line.to())
                        .filteredOn(box ->
                                !box.job().equals(line.from()) && !box.job().equals(line.to()))
                        .noneMatch(box -> line.points().stream().anyMatch(box::near));
            }
        }
    }

    @Test
    void textStaysInItsBoxAndLinesOfTextApart() {
        for (Drawing drawing : DRAWINGS) {
            for (Drawing.Box box : drawing.boxes()) {
                double above = box.y();
                for (Drawing.Words words : box.words()) {
                    assertThat(words.x() + TextWidth.of(words.text(), words.size()))
                            .isLessThan(box.x() + box.width());
                    assertThat(words.y() - words.size()).isGreaterThanOrEqualTo(above);
                    above = words.y();
                }
                assertThat(box.y() + box.height()).isGreaterThan(above + 4);
            }
        }
    }

    @Test
    void aLineBeginsAtTheJobThatIsWaitedForAndEndsAtTheOneThatWaits() {
        for (int i = 0; i < RANDOM.size(); i++) {
            JobGraph graph = Reduction.of(RANDOM.get(i));
            Drawing drawing = DRAWINGS.get(i);
            List<String> wanted = graph.nodes().stream()
                    .flatMap(node -> node.needs().stream().map(need -> need + " " + node.id()))
                    .toList();
            assertThat(drawing.lines().stream().map(line -> line.from() + " " + line.to()))
                    .containsExactlyInAnyOrderElementsOf(wanted);
            for (Drawing.Line line : drawing.lines()) {
                assertThat(drawing.box(line.from()).near(line.points().get(0))).isTrue();
                Drawing.Point end = line.points().get(line.points().size() - 1);
                assertThat(drawing.box(line.to()).near(new Drawing.Point(end.x() + 7, end.y())))
                        .isTrue();
            }
        }
    }

    @Test
    void theSameJobsAreTheSamePicture() {
        assertThat(random(7).svg()).isEqualTo(random(7).svg());
    }

    @Test
    void aJobIsRightOfAllItWaitsForAndLinesThatFollowFromOthersAreLeftOut() {
        Drawing drawing = drawn(
                node("publish", "version", "build", "package"),
                node("build", "version"),
                node("package", "version", "build"),
                node("version"));

        assertThat(drawing.lines().stream().map(line -> line.from() + " -> " + line.to()))
                .containsExactlyInAnyOrder("version -> build", "build -> package", "package -> publish");
        assertThat(drawing.box("publish").x())
                .isGreaterThan(drawing.box("package").x());
        assertThat(drawing.box("package").x())
                .isGreaterThan(drawing.box("build").x());
    }

    @Test
    void linesThatNeedNotCrossDoNotCross() {
        Drawing drawing = drawn(
                node("a"), node("b"), node("c"), node("after-c", "c"), node("after-b", "b"), node("after-a", "a"));

        assertThat(drawing.box("after-a").y()).isLessThan(drawing.box("after-b").y());
        assertThat(drawing.box("after-b").y()).isLessThan(drawing.box("after-c").y());
    }

    @Test
    void aBoxShowsTheRowsOfAMatrixAndTheConditionOfAJob() {
        Drawing.Box box = drawn(new Node(
                        "homebrew",
                        List.of(),
                        List.of("linux-amd64", "macos-arm64"),
                        "needs.version.outputs.prerelease == 'false'"))
                .box("homebrew");

        assertThat(box.texts())
                .containsExactly(
                        "homebrew", "linux-amd64", "macos-arm64", "if needs.version.outputs.prerelease", "== 'false'");
        assertThat(box.conditional()).isTrue();
        assertThat(drawn(node("docker")).box("docker").conditional()).isFalse();
    }

    @Test
    void ofManyRowsTheLastLineSaysHowManyThereAre() {
        List<String> rows = IntStream.range(0, 20).mapToObj(i -> "row" + i).toList();

        assertThat(drawn(new Node("build", List.of(), rows, "")).box("build").texts())
                .hasSize(13)
                .endsWith("row10", "and 9 more");
    }

    @Test
    void whoDoesNotSeeThePictureHearsWhoWaitsForWhom() {
        Drawing drawing = drawn(node("build"), new Node("docker", List.of("build"), List.of("a", "b"), "always()"));

        assertThat(drawing.title()).isEqualTo("Jobs of Release");
        assertThat(drawing.description()).isEqualTo("build.\ndocker (a; b) after build if always().");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</text><script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "]]>&amp;<!--",
                "a\u0000b\u001b[31m\u202e\ud800",
                "line\r\nbreak\u2028",
            })
    void whatAStrangerWroteIsShownAndNotObeyed(String hostile) {
        String svg = new JobGraph(hostile, List.of(new Node("build", List.of(), List.of(hostile), hostile))).svg();

        Drawing.Box box = Drawing.of(svg).box("build");
        assertThat(box.words()).hasSizeBetween(3, 5);
        assertThat(svg)
                .doesNotContain("<script", "<!--", "\u001b", "\u202e", "\u2028")
                .doesNotContain("\" onload");
        assertThat(svg.replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void threeHundredJobsInARowAreDrawnAndMoreAreRefused() {
        List<Node> nodes = new ArrayList<>(List.of(node("j0")));
        IntStream.range(1, 300).forEach(i -> nodes.add(node("j" + i, "j" + (i - 1))));
        assertThat(Drawing.of(new JobGraph("Long", nodes).svg()).lines()).hasSize(299);

        nodes.add(node("one-more"));
        assertThatThrownBy(() -> new JobGraph("Long", nodes).svg()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWorkflowWithoutJobsIsAnEmptyPicture() {
        assertThat(drawn().boxes()).isEmpty();
    }
}
