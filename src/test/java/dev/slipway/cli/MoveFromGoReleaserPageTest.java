package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/move-from-goreleaser.md} shows is what {@code init} makes of its example. */
class MoveFromGoReleaserPageTest {
    @TempDir
    Path root;

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(Path.of("docs/move-from-goreleaser.md"));
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private Folder kelp() throws IOException {
        Folder folder = new Folder(root)
                .write(".goreleaser.yaml", blocks("yaml").get(0))
                .write("go.mod", "module github.com/acme/kelp\n\ngo 1.26\n")
                .write("cmd/kelp/main.go", "package main\n\nfunc main() {}\n")
                .write("LICENSE", "MIT\n")
                .write("README.md", "# kelp\n")
                .write("completions/kelp.fish", "complete kelp\n")
                .write("build/Dockerfile", "FROM alpine:3.22\nCOPY kelp /usr/bin/kelp\n");
        new SampleRepository(root).committed().origin("https://github.com/acme/kelp.git");
        return folder;
    }

    @Test
    void theConfigAfterwardsIsMadeOfTheConfigBefore() throws IOException {
        Folder folder = kelp();
        Ran ran = folder.run("init");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(folder.read("slipway.yml")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(blocks("yaml").get(1));
        assertThat(folder.run("check").exit()).isZero();
    }

    @Test
    void whatIsLostIsListedAsOnThePage() throws IOException {
        String report = kelp().run("init").out();
        String left = report.substring(report.indexOf("not covered by the config:"));
        assertThat(left.substring(0, left.indexOf("\n\n") + 1))
                .isEqualTo(blocks("text").get(0));
    }

    @Test
    void archivesKeepTheirNames() throws IOException {
        Folder folder = kelp();
        folder.run("init");
        assertThat(folder.run("plan", "v1.2.3").out())
                .contains(
                        "    kelp_Linux_x86_64.tar.gz\n",
                        "    kelp_Linux_arm64.tar.gz\n",
                        "    kelp_Linux_armv6.tar.gz\n",
                        "    kelp_Linux_armv7.tar.gz\n",
                        "    kelp_Darwin_x86_64.tar.gz\n",
                        "    kelp_Darwin_arm64.tar.gz\n",
                        "    kelp_Windows_x86_64.zip\n",
                        "    kelp_Windows_arm64.zip\n",
                        "    kelp_1.2.3_amd64.deb\n");
    }
}
