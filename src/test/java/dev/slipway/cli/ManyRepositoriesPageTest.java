package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples on {@code docs/many-repositories.md} are what the commands print. */
class ManyRepositoriesPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```console\n\\$ (.*?)```\n");

    @TempDir
    Path root;

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs/many-repositories.md")))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();
    }

    @Test
    void theExampleOfCheck() throws IOException {
        Folder folder = new Folder(root);
        Folder.generated(root.resolve("organization/gateway"));
        Folder billing = Folder.generated(root.resolve("organization/billing"));
        billing.write("Dockerfile", billing.read("Dockerfile") + "EXPOSE 80\n");
        folder.write("organization/search/slipway.yml", "repository: acme/search\nrust: { toolchian: 1.94.0 }\n");

        Ran ran = folder.run("check", "--recursive", "organization");
        List<String> failing = folder.run("check", "--recursive", "--format", "json", "organization")
                .out()
                .lines()
                .filter(line -> !line.contains("\"exit\":0"))
                .map(line -> line.replaceFirst("\\{\"directory\":\"([^\"]+)\".*", "$1"))
                .toList();

        assertThat(examples().get(0)).isEqualTo("slipway check --recursive organization\n" + ran.out());
        assertThat(examples().get(1).lines().skip(1)).isEqualTo(failing);
        assertThat(ran.exit()).isEqualTo(2);
    }

    @Test
    void theExampleOfFleet() throws IOException {
        String[] parts = examples().get(2).split("(?m)^\\$ ");
        Folder folder = new Folder(root).write("repositories.txt", parts[0].replaceFirst(".*\n", ""));
        String[] command = parts[1].lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst("slipway ", "")
                .split(" ");

        assertThat(folder.run(command).out()).isEqualTo(parts[1].replaceFirst(".*\n", ""));
    }
}
