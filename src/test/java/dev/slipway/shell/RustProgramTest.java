package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RustProgramTest {
    @Test
    void aTaskIsWhatItsFunctionsStart() {
        assertThat(script("dist", """
                fn main() { match task { "dist" => dist(), "test" => test(), _ => help() } }
                fn dist() -> Result<()> { build("kelp")?; upload() }
                fn build(bin: &str) { Command::new("cargo").args(["build", "--release", "--bin", bin]).status(); }
                fn upload() { Command::new("gh").arg("release").arg("upload").arg(format!("v{version}")); }
                fn test() { Command::new("cargo").arg("test"); }
                """)).hasValue("""
                        "cargo" "build" "--release" "--bin" "${bin}"
                        "gh" "release" "upload" "v${version}"
                        """);
    }

    @Test
    void aWordThatLeadsNowhereIsNoTask() {
        assertThat(script("publish", "fn main() { println!(\"usage\"); }")).isEmpty();
    }

    @Test
    void functionsMayCallEachOtherInACircle() {
        assertThat(script("ping", "fn ping() { pong() } fn pong() { cmd!(sh, \"git push\"); ping() }"))
                .hasValue("git push\n");
    }

    @Test
    void hostileSourcesEndSoon() {
        for (String source : new String[] {
            "mod a;".repeat(50_000),
            "fn f(".repeat(50_000),
            "fn f() { ".repeat(4_000),
            "fn f() { Command::new(" + "[".repeat(19_000),
            "fn f() { " + "Command::new(\"a\", ".repeat(2_500),
            "f => { f(".repeat(3_000),
            "fn f() { f0() } " + functions(1_900),
            "fn f() { x(\"" + "\\\"".repeat(100_000),
            "/*".repeat(100_000)
        }) {
            assertThatCode(() -> script("f", source)).doesNotThrowAnyException();
        }
    }

    /** Each calls the next. */
    private static String functions(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < number; i++) {
            text.append("fn f").append(i).append("() { f").append(i + 1).append("() } ");
        }
        return text.toString();
    }

    private static Optional<String> script(String word, String source) {
        Map<String, String> files = Map.of("xtask/src/main.rs", source, "xtask/src/a.rs", "fn a() {}".repeat(1_000));
        return RustProgram.read("xtask/src/", path -> Optional.ofNullable(files.get(path)))
                .script(word);
    }
}
