package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.Examples;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether an editor says the same of a config as the program: of every config that this repository has. */
@Tag("once")
class VerdictTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Examples.read(ConfigSchema.FILE), InputFormat.JSON);

    /**
     * What only the program can tell, and why a schema cannot.
     *
     * @param findings matches the message of each finding that is meant
     */
    private record Waiver(String reason, Pattern findings) {
        static Waiver of(String reason, String... messages) {
            return new Waiver(reason, Pattern.compile(String.join("|", messages)));
        }
    }

    private static final List<Waiver> WAIVERS = List.of(
            Waiver.of(
                    "relates keys to the targets that are built",
                    "settings for \\w+, but no target for it",
                    ".* needs a Linux target",
                    "Homebrew needs a target .*",
                    "winget needs a Windows target",
                    "no Linux target .*",
                    "the installer '\\w+' needs a target .*",
                    "an image needs a Linux target",
                    "the image has no program for .*",
                    "every target is experimental",
                    "every archive would have the same name",
                    "the archives of .* would have the same name",
                    "two targets are called '.*'",
                    "'.*' is the same target as '.*'",
                    "every package would have the same file name",
                    "'.*' and '.*' would have the same package name",
                    "Windows cannot unpack 'tar.gz' by itself"),
            Waiver.of(
                    "depends on how a target is built, and on which machine",
                    "'.*' cannot be built (natively )?on '.*'",
                    "'.*' is built by .*, so not in '.*'",
                    "'.*' is not linked with the GNU C library",
                    "only Zig links with an older C library",
                    "Zig builds only for Linux, .*",
                    "cross has no image for '.*'",
                    "(GitHub has no runner for|no runner has the operating system of) .*",
                    "Debian('s| has no) .*",
                    "'.*' cannot be built in a container"),
            Waiver.of(
                    "is known of images, with the date on which it was looked up",
                    "cannot build in .*",
                    "'.*' has no GNU C library, which '.*' needs?",
                    "'.*' has glibc .*, and '.*' is linked with glibc .*"),
            Waiver.of(
                    "is known of runners, with the date on which it was looked up",
                    "not used: no job runs on '.*'",
                    "GitHub has not retired a runner '.*'"),
            Waiver.of("is in the list of SPDX, with the date on which it was looked up", "unknown license '.*'"),
            Waiver.of(
                    "is how a number is written, which JSON does not keep",
                    "invalid (version of Slipway|toolchain|Go version|Java release|port) '[0-9.]+'",
                    "duplicate value '[0-9]+'"),
            Waiver.of(
                    "knows registries",
                    "'.*' has no owner",
                    "a runner cannot push to '.*'",
                    "no image is pushed to '.*'",
                    "no image tag is unique to a version"),
            Waiver.of(
                    "relates the keys of several jobs",
                    "there is no job '.*'",
                    "CI has no job",
                    "duplicate job '.*'",
                    "'.*' is a job that Slipway generates"),
            Waiver.of(
                    "compares the patterns of tags with versions, and with each other",
                    "'.*' and '.*' have different prefixes",
                    "no version matches '.*'",
                    "every pattern excludes tags, .*",
                    "the patterns exclude every tag .*",
                    "'.*' excludes nothing: .*",
                    "'.*' has brackets around a single character",
                    "'.*' has a range .*",
                    "a tag such as '.*' contains '/', .*"),
            Waiver.of(
                    "relates two keys",
                    "the layout '\\w+' .*",
                    "no file contains the checksums of all files",
                    "there is no archive that contains the file",
                    "the files of \\d+ hashes would have the same name",
                    "the toolchain '\\w+' publishes no crates",
                    "'sign' signs the image, .*",
                    "no generated workflow uses '.*'",
                    "no generated page begins with '.*'",
                    "'.*' is the generated page",
                    "'.*' is already the place of the program",
                    "the variants '.*' and '.*' would both be '.*'",
                    "another release file has the name '.*'",
                    "no effect with .*",
                    "'published' cannot be combined .*",
                    "the pattern has no effect: .*",
                    "the release stays a draft .*",
                    "'\\w+' and '\\w+' cannot be combined: .*",
                    "'compare' needs 'native': .*",
                    "RPM packages need a license",
                    "winget manifests need a description and a license"),
            Waiver.of("is found by the rules for workflows in 'jobs'", "job '.*' has no (matrix|step '.*')"),
            Waiver.of("compares versions of Slipway", "until \\d.*", "the config needs Slipway .*"),
            Waiver.of("reads other files", "no such file: '.*'"),
            Waiver.of(
                    "follows from the name of the project",
                    "invalid formula name .*",
                    "'.*' cannot be the name of a Debian package",
                    "a generated file has the name of a folder of this path"));

    @Test
    void isTheSameOfEveryConfigInSchemaAndProgram() {
        List<String> wrong = new ArrayList<>();
        Set<Waiver> used = new LinkedHashSet<>();
        Set<String> configs = ConfigsOfTests.all();
        for (String config : configs) {
            List<Finding> findings = Examples.findings(config);
            List<String> alarms = alarms(config);
            if (findings.isEmpty() && !alarms.isEmpty()) {
                wrong.add("only the schema refuses this: " + alarms + "\n" + config);
            } else if (alarms.isEmpty()) {
                findings.stream()
                        .filter(finding -> !waived(finding, used))
                        .forEach(finding -> wrong.add("only the program refuses this: " + finding + "\n" + config));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(used).as("waivers that something needs").hasSameSizeAs(WAIVERS);
        assertThat(configs).hasSizeGreaterThan(800);
    }

    private static boolean waived(Finding finding, Set<Waiver> used) {
        return WAIVERS.stream()
                .filter(waiver -> waiver.findings.matcher(finding.message()).matches())
                .peek(used::add)
                .findFirst()
                .isPresent();
    }

    static List<String> alarms(String config) {
        String json = Json.write(Json.of(YamlReader.read(new SourceText("slipway.yml", config))));
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
