package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.doctor.Setup.Cargo;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** OpenSSL is an error only where a build links it and cannot. */
class OpenSslAdviceTest extends WithHealthyCrate {
    @Test
    void openSslInACrossedBuildIsAnErrorThatNamesWhoBringsIt() {
        crate.sample.file("Cargo.toml", "[package]\nname = \"otto\"\n[dependencies]\nreqwest = \"0.12\"\n");
        Advice advice = crate.only("tls");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message())
                .isEqualTo("the build needs OpenSSL, which does not cross-compile for 'linux-arm64': otto → reqwest →"
                        + " native-tls → openssl-sys (Cargo.toml:4 [dependencies])");
        assertThat(advice.help())
                .isEqualTo("write 'default-features = false, features = [\"rustls-tls\"]' for 'reqwest'");
    }

    @Test
    void openSslThatTheConfigSwitchesOnOrOffCounts() {
        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[features]\ndefault = []\nweb = [\"dep:native-tls\"]\n[dependencies]\n"
                        + "native-tls = { version = \"0.2\", optional = true }\n");
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("tls");

        crate.cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of("web"),
                true);
        assertThat(crate.only("tls").severity()).isEqualTo(Severity.ERROR);

        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[features]\ndefault = [\"web\"]\nweb = [\"dep:native-tls\"]\n[dependencies]\n"
                        + "native-tls = { version = \"0.2\", optional = true }\n");
        crate.cargo = new Cargo(
                Optional.of("otto"),
                List.of("otto"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Set.of(),
                false);
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("tls");
    }

    @Test
    void openSslInANativeBuildIsAWarning() {
        crate.builds = List.of(HealthyCrate.AMD64);
        crate.sample.file("Cargo.toml", "[package]\nname = \"otto\"\n[dependencies]\nnative-tls = \"0.2\"\n");
        assertThat(crate.only("tls").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void openSslFromSourceIsFine() {
        crate.sample.file(
                "Cargo.toml",
                "[package]\nname = \"otto\"\n[dependencies]\nopenssl = { version = \"0.10\", features = [\"vendored\"] }\n");
        assertThat(crate.examine()).extracting(Advice::rule).doesNotContain("tls");
    }
}
