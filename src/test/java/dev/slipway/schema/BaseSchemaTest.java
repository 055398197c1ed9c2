package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.Examples;
import dev.slipway.Generator;
import dev.slipway.GoldenTest;
import dev.slipway.config.Bases;
import dev.slipway.render.Renderer;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that others extend is checked by the editor as Slipway reads it: with the same keys, and none that must be there. */
class BaseSchemaTest {
    private static final String ADDRESS = "https://example.org/schemas/";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemas(Map.of(
                            ADDRESS + BaseSchema.FILE.getFileName(), Examples.read(BaseSchema.FILE),
                            ADDRESS + ConfigSchema.FILE.getFileName(), Examples.read(ConfigSchema.FILE))))
            .getSchema(SchemaLocation.of(ADDRESS + BaseSchema.FILE.getFileName()));

    @Test
    void isWrittenFromTheSchemaOfAConfig() throws IOException {
        String written = BaseSchema.write(ConfigSchema.read(ConfigSchema.FILE));
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv())) {
            Files.writeString(BaseSchema.FILE, written);
            fail("wrote %s, review it", BaseSchema.FILE);
        }
        assertThat(Examples.read(BaseSchema.FILE)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "license: MIT",
                "slipway: 0.1\nlicense: MIT\nlinux: { container: debian:bookworm, packages: [pkg-config] }",
                "extends: ./more.yml\nci: { os: [ubuntu-latest], branches: main }",
                "rust: { toolchain: 1.94.0 }\ntargets: [linux-amd64, x86_64-unknown-linux-gnu]",
                "go: {}\nci: { jobs: [test, lint] }",
                "repository: acme/tool\ncommand: { build: make }",
            })
    void takesWhatAConfigMayExtend(String base) {
        assertThat(alarms(base)).isEmpty();
        assertThat(isExtendable(base)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lincense: MIT",
                "license: [MIT]",
                "linux: { contaner: debian:bookworm }",
                "rust: {}\ngo: {}",
                "go: {}\ntargets: [x86_64-unknown-linux-gnu]",
                "go: {}\nci: { jobs: [clippy] }",
                "command: { output: bin/otto }",
            })
    void refusesWhatNoConfigMayExtend(String base) {
        assertThat(alarms(base)).isNotEmpty();
        assertThat(isExtendable(base)).isFalse();
    }

    /** A mapping is merged with that of the base, so the base may have the key that it needs. */
    @ParameterizedTest
    @ValueSource(
            strings = {"command: { output: 'bin/{name}' }", "command:", "packages: { crates: { packages: [otto] } }"})
    void letsAConfigInheritTheKeysThatItNeeds(String keys) {
        String config = "extends: ./base.yml\nrepository: acme/tool\n" + keys + "\n";
        String base = keys.startsWith("command")
                ? "command: { build: make }"
                : "rust: {}\npackages: { crates: { login: token } }";
        assertThat(VerdictTest.alarms(config)).isEmpty();
        assertThat(isExtendable(base, config)).isTrue();
    }

    private static List<String> alarms(String base) {
        String json = Json.write(Json.of(YamlReader.read(new SourceText("base.yml", base))));
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Whether a small config can extend it. */
    private static boolean isExtendable(String base) {
        boolean built = base.contains("rust:") || base.contains("go:") || base.contains("command:");
        return isExtendable(base, "extends: base.yml\nrepository: acme/tool\n" + (built ? "" : "rust: {}\n"));
    }

    private static boolean isExtendable(String base, String config) {
        try {
            new Generator(Renderer.standard())
                    .generate(Bases.read(
                            new SourceText("slipway.yml", config),
                            "0.1.0",
                            path -> Optional.of((path.equals("base.yml") ? base : "attest: true")
                                    .getBytes(StandardCharsets.UTF_8))));
            return true;
        } catch (InvalidSource invalid) {
            return false;
        }
    }
}
