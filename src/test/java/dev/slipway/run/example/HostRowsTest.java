package dev.slipway.run.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class HostRowsTest {
    private static final String GLIBC = "x86_64-unknown-linux-gnu";

    /** A machine with everything but Rust's other libraries. */
    private static HostRows usual() {
        return new HostRows(new Machine("x86_64", program -> true, GLIBC::equals));
    }

    private static List<String> platforms(HostRows rows, String example) {
        return rows.of(example).stream().map(BuildRow::platform).toList();
    }

    @Test
    void cratesAreBuiltForTheTripleWhoseLibraryIsThere() {
        assertThat(platforms(usual(), "otto")).containsExactly("linux-amd64");
        assertThat(platforms(usual(), "scratch-musl")).isEmpty();
        assertThat(platforms(usual(), "two-projects")).containsExactly("linux-amd64", "linux-amd64");
        assertThat(platforms(usual(), "ripgrep")).containsExactly("generate");
        assertThat(platforms(usual(), "many-methods")).containsExactly("linux-amd64", "linux-old");
    }

    @Test
    void aMachineWithAllLibrariesBuildsWhateverRunsOnLinux() {
        HostRows all = new HostRows(new Machine("x86_64", program -> true, triple -> true));
        assertThat(platforms(all, "otto")).containsExactly("linux-amd64", "linux-arm64");
        assertThat(platforms(all, "navi")).contains("x86_64-pc-windows-gnu").doesNotContain("x86_64-apple-darwin");
    }

    @Test
    void aLinkerForAnotherProcessorIsNeededToo() {
        Set<String> tools = Set.of("cargo", "cc");
        HostRows rows = new HostRows(new Machine("x86_64", tools::contains, triple -> true));
        assertThat(platforms(rows, "otto")).containsExactly("linux-amd64");
        assertThat(rows.table("otto"))
                .contains("otto linux-arm64: there is no aarch64-linux-gnu-gcc")
                .contains("otto macos-arm64: there is no machine such as macos-14");
    }

    @Test
    void goBuildsForEverySystemAndTheOthersForWhatTheyHaveACompilerFor() {
        assertThat(platforms(usual(), "go-tool")).hasSize(6).contains("macos-arm64", "windows-amd64");
        assertThat(platforms(usual(), "maven-tool")).containsExactly("linux-amd64");
        HostRows own = new HostRows(new Machine("x86_64", program -> !program.startsWith("aarch64"), GLIBC::equals));
        assertThat(platforms(own, "command-make")).containsExactly("linux-amd64");
        assertThat(platforms(own, "jq")).hasSize(6).doesNotContain("linux-arm64", "macos-arm64");
    }

    @Test
    void everyExampleHasRowsWhetherTheyCanBeBuiltHereOrNot() {
        assertThat(HostRows.here().all().keySet()).containsExactlyElementsOf(ExampleProject.names());
        assertThat(ExampleProject.names())
                .allSatisfy(example -> assertThat(usual().table(example)).isNotEmpty());
    }
}
