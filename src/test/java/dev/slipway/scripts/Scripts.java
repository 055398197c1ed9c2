package dev.slipway.scripts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of scripts need of a machine. */
final class Scripts {
    private Scripts() {}

    private static String bash = "bash";

    /** The program that runs scripts: {@code bash}, or the path of a bash 3.2. */
    static String bash() {
        return bash;
    }

    /** Runs scripts with another bash from now on. */
    static void runWith(String program) {
        bash = program;
    }

    static void assumeBash() {
        assumeTrue(onPath("bash"), "no bash on this machine");
    }

    /** What a stub does that answers with an object or a list, as {@code gh --json --jq} does. */
    static String answer(String json) {
        assumeTrue(onPath("jq"), "no jq on this machine");
        return "query=.; while (($#)); do if [[ $1 == --jq ]]; then query=$2; fi; shift; done; " + json
                + " | jq --raw-output \"$query\"";
    }

    static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /** The scripts that steps are made of. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates/scripts"))) {
            return files.sorted().toList();
        }
    }
}
