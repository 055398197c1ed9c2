package dev.slipway.detect.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.doctor.Advice;
import dev.slipway.detect.doctor.HealthyCrate;
import dev.slipway.init.NoProposal;
import dev.slipway.init.Proposal;
import dev.slipway.init.Remark;
import dev.slipway.source.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of releases that are no semantic versions. */
class OtherTagsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "r42 r41, calver r r42 true",
        "25.07 25.06, calver '' 25.07 true",
        "2025.07.1, calver '' 2025.07.1 true",
        "release-1, calver release- release-1 true",
        "v1.2, calver v v1.2 true",
        "kelp-1.8 kelp-1.7.1, calver kelp- kelp-1.8 false",
        "2025-07-01 2025-06-01, any '' 2025-07-01 true",
        "build-a3f build-b2c, any '' build-a3f true",
        "s9-summer s8-spring, any s s9-summer true",
        "v25.10.7 v26.04.6 v25.10.6, calver v v26.04.6 true",
        "nightly r7 latest, calver r r7 true",
    })
    void theNewestTagTellsTheScheme(String tags, String expected) {
        assertThat(OtherTags.of(List.of(tags.split(" ")))
                        .map(found -> found.scheme() + " "
                                + (found.prefix().isEmpty() ? "''" : found.prefix()) + " " + found.example() + " "
                                + found.only()))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "v1.2.3",
        "v1 v1.2 v1.2.3",
        "nightly",
        "early-access",
        "early-access v1.2.3",
        "tool/v0.1.0 r42",
        "nightly-2026-01-02 v1.2.3",
        "v1.2.3 v1.02",
        "v1.2.3 v1.2.3-rc.1 v1.01.0",
        "1.2.3-rc.1"
    })
    void aSemanticVersionAndATagThatMovesAreNoOtherScheme(String tags) {
        assertThat(OtherTags.of(List.of(tags.split(" ")))).isEmpty();
    }

    @Test
    void aDateWithAWordStartsNoReleaseOfDates() throws NoProposal {
        Proposal proposal = proposal("25.07", "25.06-edge");
        assertThat(proposal.config()).contains("tag-scheme: calver");
        assertThat(proposal.remarks().stream().map(Remark::why))
                .contains("tags such as '25.06-edge' start no release with 'calver'; with 'tag-scheme: any' they do, "
                        + "as releases like all others");
    }

    @Test
    void aTagThatMovesTellsNoStyleWhereAnotherDoes() {
        assertThat(TagStyle.of(List.of("1.0.0-early-access", "v0.9.0"), Optional.empty(), List.of()))
                .map(TagStyle::prefix)
                .contains("v");
    }

    private SampleRepository crate(String... tags) {
        SampleRepository sample = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n")
                .file("src/main.rs", "fn main() {}\n")
                .committed()
                .origin("https://github.com/me/kelp");
        for (String tag : tags) {
            sample.git("tag", tag);
        }
        return sample;
    }

    private Proposal proposal(String... tags) throws NoProposal {
        return Proposal.of(crate(tags).read(), Optional.empty(), LocalDate.parse("2026-11-23"));
    }

    private static String said(Proposal proposal) {
        return proposal.remarks().stream()
                .map(remark -> remark.kind() + " " + remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void initWritesTheSchemeAndWhatItLacks() throws NoProposal {
        Proposal proposal = proposal("r42");

        assertThat(proposal.config()).contains("tag: \"r[0-9]*\"\ntag-scheme: calver\n");
        assertThat(said(proposal))
                .contains(Remark.Kind.TAKEN + " tag-scheme calver from git tag r42, which is not a semantic version")
                .contains(Remark.Kind.LEFT + " tag-scheme prereleases no tag creates one");
    }

    @Test
    void initSaysThatNobodyKnowsTheNewerOfTwoWords() throws NoProposal {
        Proposal proposal = proposal("2025-07-01");

        assertThat(proposal.config()).contains("tag: \"*\"\ntag-scheme: any\n");
        assertThat(said(proposal)).contains(Remark.Kind.OPEN + " tag-scheme  these tags have no order");
    }

    @Test
    void initAsksWhereTagsAreOfBothKinds() throws NoProposal {
        SampleRepository sample = crate("v1.2.3");
        sample.file("x", "x").git("add", "x").git("commit", "-q", "--date", "2030-01-01", "-m", "x");
        sample.git("-c", "user.name=t", "-c", "user.email=t@example.org", "tag", "-a", "-m", "x", "v1.3");
        Proposal proposal = Proposal.of(sample.read(), Optional.empty(), LocalDate.parse("2026-11-23"));

        assertThat(proposal.config()).doesNotContain("tag-scheme");
        assertThat(said(proposal))
                .contains(Remark.Kind.OPEN + " tag-scheme  the newest git tag, 'v1.3', is not a semantic version");
    }

    @Test
    void initSaysThatNoTagIsOfAVersion() throws NoProposal {
        Proposal proposal = proposal("nightly");

        assertThat(said(proposal))
                .contains(Remark.Kind.OPEN + " tag  no git tag is a version, only tags such as 'nightly'");
    }

    @Test
    void theDoctorSaysThatEveryReleaseWouldStop() {
        HealthyCrate crate = new HealthyCrate(directory);
        crate.sample.git("tag", "v25.07");

        Advice advice = crate.only("tags");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message())
                .isEqualTo("the newest git tag is 'v25.07', but a release with such a tag stops at 'Check the "
                        + "tag': it is not a version such as 1.2.3 or 1.2.3-rc.1");
        assertThat(advice.help())
                .startsWith(
                        "write 'tag: v[0-9]*' and 'tag-scheme: calver' in slipway.yml, or push tags such as 'v1.2.3'");
    }

    @Test
    void theDoctorSaysThatSuchTagsStartNothing() {
        HealthyCrate crate = new HealthyCrate(directory);
        crate.sample.git("tag", "r42");

        assertThat(crate.only("tags").severity()).isEqualTo(Severity.ERROR);
        assertThat(crate.only("tags").message())
                .isEqualTo("the newest git tag is 'r42', but no such tag starts a release: 'v*' does not match it");
    }

    @Test
    void theDoctorOnlyWarnsWhereNothingIsReleasedYet() {
        HealthyCrate crate = new HealthyCrate(directory);
        crate.sample.git("tag", "nightly");

        assertThat(crate.only("tags").severity()).isEqualTo(Severity.WARNING);
        assertThat(crate.only("tags").message()).isEqualTo("no git tag is a version, only tags such as 'nightly'");
    }

    @Test
    void theStyleOfTwentyTagsInARowIsThatOfTheProject() {
        List<String> tags = Stream.concat(
                        IntStream.range(0, 20).mapToObj(at -> "kelp_releases/2." + (20 - at) + ".0"),
                        Stream.of("v0.9.0", "0.8.0"))
                .toList();
        assertThat(TagStyle.of(tags, Optional.empty(), List.of("kelp")))
                .map(TagStyle::pattern)
                .contains("kelp_releases/*");
        assertThat(TagStyle.of(tags.subList(5, tags.size()), Optional.empty(), List.of("kelp")))
                .map(TagStyle::pattern)
                .contains("v*");
    }
}
