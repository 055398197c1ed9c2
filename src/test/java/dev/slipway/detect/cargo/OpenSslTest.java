package dev.slipway.detect.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a crate links OpenSSL, and which of its dependencies brings it. */
class OpenSslTest {
    @TempDir
    Path directory;

    private SampleRepository cargo(String manifest) {
        return new SampleRepository(directory).file("Cargo.toml", manifest);
    }

    @Test
    void anOldReqwestBringsOpenSslByDefault() {
        OpenSsl openssl = cargo(
                        "[package]\nname = \"a\"\n[dependencies]\nreqwest = { version = \"0.12\", features = [\"json\"] }\n")
                .file("src/main.rs", "")
                .rust()
                .openssl()
                .orElseThrow();
        assertThat(openssl.chain()).containsExactly("a", "reqwest", "native-tls", "openssl-sys");
        assertThat(openssl.cure())
                .isEqualTo("write 'default-features = false, features = [\"rustls-tls\"]' for 'reqwest'");
    }

    @Test
    void reqwestWithoutDefaultsOrWithTheNewOnesDoesNot() {
        assertThat(cargo(
                                "[package]\nname = \"a\"\n[dependencies]\nreqwest = { version = \"0.12\", default-features = false, features = [\"rustls-tls\"] }\n")
                        .file("src/main.rs", "")
                        .rust()
                        .openssl())
                .isEmpty();
        assertThat(cargo("[package]\nname = \"a\"\n[dependencies]\nreqwest = \"0.13\"\n")
                        .file("src/main.rs", "")
                        .rust()
                        .openssl())
                .isEmpty();
    }

    @Test
    void openSslForAnotherSystemDoesNotMatter() {
        assertThat(cargo("[package]\nname = \"a\"\n[target.'cfg(windows)'.dependencies]\nnative-tls = \"0.2\"\n")
                        .file("src/main.rs", "")
                        .rust()
                        .openssl())
                .isEmpty();
    }

    @Test
    void theLockFileKnowsTheWayToOpenSsl() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n[dependencies]\nself_update = \"0.42\"\n")
                .file("src/main.rs", "")
                .file("Cargo.lock", """
                        version = 4
                        [[package]]
                        name = "a"
                        version = "1.0.0"
                        dependencies = ["self_update"]
                        [[package]]
                        name = "self_update"
                        version = "0.42.0"
                        dependencies = ["reqwest 0.12.4 (registry+https://github.com/rust-lang/crates.io-index)"]
                        [[package]]
                        name = "reqwest"
                        version = "0.12.4"
                        dependencies = ["native-tls"]
                        [[package]]
                        name = "native-tls"
                        version = "0.2.1"
                        dependencies = ["openssl-sys", "native-tls"]
                        [[package]]
                        name = "openssl-sys"
                        version = "0.9.1"
                        """);
        OpenSsl openssl = sample.rust().openssl().orElseThrow();
        assertThat(openssl.chain()).containsExactly("a", "self_update", "reqwest", "native-tls", "openssl-sys");
        assertThat(openssl.culprit()).isEqualTo("self_update");
        assertThat(openssl.cure()).isEqualTo("switch 'self_update' to rustls, if it has a feature for that");
    }

    @Test
    void aLockFileWithoutOpenSslOutweighsTheManifest() {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n[dependencies]\nreqwest = \"0.12\"\n")
                .file("src/main.rs", "")
                .file("Cargo.lock", "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n");
        assertThat(sample.rust().openssl()).isEmpty();
    }

    @Test
    void sharedDependenciesAreLookedUpInTheWorkspace() {
        SampleRepository sample = cargo(
                        "[workspace]\nmembers = [\"a\"]\n[workspace.dependencies]\ntls = { package = \"native-tls\", version = \"0.2\" }\n")
                .file("a/Cargo.toml", "[package]\nname = \"a\"\n[dependencies]\ntls.workspace = true\n")
                .file("a/src/main.rs", "");
        assertThat(sample.rust().openssl().orElseThrow().chain()).containsExactly("a", "native-tls", "openssl-sys");
    }

    @Test
    void whatOnlyAnOptionalFeatureWouldLinkIsNotLinked() {
        String lock = "[[package]]\nname = \"a\"\ndependencies = [\"reqwest\"]\n[[package]]\nname = \"reqwest\"\n"
                + "dependencies = [\"openssl-sys\"]\n[[package]]\nname = \"openssl-sys\"\n";
        String manifest =
                "[package]\nname = \"a\"\n[dependencies.reqwest]\nversion = \"0.12\"\ndefault-features = false\n"
                        + "features = [\"rustls-tls\"]\n[features]\nnative = [\"reqwest/native-tls\"]\n";
        SampleRepository sample =
                new SampleRepository(directory).file("src/main.rs", "").file("Cargo.lock", lock);
        assertThat(sample.file("Cargo.toml", manifest).rust().openssl()).isEmpty();
        assertThat(sample.file("Cargo.toml", manifest + "default = [\"native\"]\n")
                        .rust()
                        .openssl())
                .isPresent();
    }

    @Test
    void aCrateThatAnotherOneBringsTooLeavesTheChoiceToThePackage() {
        String lock = "[[package]]\nname = \"a\"\ndependencies = [\"reqwest\", \"signer\"]\n"
                + "[[package]]\nname = \"signer\"\ndependencies = [\"reqwest\"]\n"
                + "[[package]]\nname = \"reqwest\"\ndependencies = [\"native-tls\"]\n"
                + "[[package]]\nname = \"native-tls\"\ndependencies = [\"openssl-sys\"]\n"
                + "[[package]]\nname = \"openssl-sys\"\n";
        String manifest = "[package]\nname = \"a\"\n[dependencies]\nsigner = \"1\"\n"
                + "reqwest = { version = \"0.12\", default-features = false }\n"
                + "[features]\ndefault = [\"native\"]\nnative = [\"reqwest/default-tls\"]\nrustls = [\"reqwest/rustls-tls\"]\n";
        Rust.Linking links = cargo(manifest)
                .file("src/main.rs", "")
                .file("Cargo.lock", lock)
                .rust()
                .links();
        assertThat(links.openssl(Set.of("rustls"), false)).isEmpty();
        assertThat(links.openssl(Set.of("default"), false)).isPresent();
        assertThat(links.openssl(Set.of(), true)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[dev-dependencies] | false",
                "[build-dependencies] | false",
                "[target.'cfg(windows)'.dependencies] | false",
                "[target.'cfg(windows)'.build-dependencies] | false",
                "[dependencies] | true",
                "[target.'cfg(unix)'.dependencies] | true"
            })
    void onlyWhatIsBuiltForLinuxLinksOpenSsl(String table, boolean links) {
        SampleRepository sample = cargo("[package]\nname = \"a\"\n" + table + "\nfetcher = \"1\"\n")
                .file("src/main.rs", "")
                .file("Cargo.lock", """
                        version = 4
                        [[package]]
                        name = "a"
                        version = "1.0.0"
                        dependencies = [
                         "fetcher",
                        ]
                        [[package]]
                        name = "fetcher"
                        version = "1.0.0"
                        dependencies = [
                         "openssl-sys",
                        ]
                        [[package]]
                        name = "openssl-sys"
                        version = "0.9.1"
                        """);
        assertThat(sample.rust().openssl().isPresent()).isEqualTo(links);
    }

    @Test
    void aMemberOfTheWorkspaceIsAskedForItsOwnDependencies() {
        SampleRepository sample = cargo("[workspace]\nmembers = [\"a\", \"b\"]\n")
                .file("a/Cargo.toml", "[package]\nname = \"a\"\n[dependencies]\nb = { path = \"../b\" }\n")
                .file("a/src/main.rs", "")
                .file("b/Cargo.toml", "[package]\nname = \"b\"\n[dev-dependencies]\nopenssl = \"0.10\"\n")
                .file("b/src/lib.rs", "")
                .file("Cargo.lock", """
                        [[package]]
                        name = "a"
                        dependencies = ["b"]
                        [[package]]
                        name = "b"
                        dependencies = ["openssl"]
                        [[package]]
                        name = "openssl"
                        dependencies = ["openssl-sys"]
                        [[package]]
                        name = "openssl-sys"
                        """);
        assertThat(sample.rust().openssl()).isEmpty();
    }
}
