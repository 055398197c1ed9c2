package dev.slipway.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseListTest {
    private static final String SUM = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static PublishedRelease read(String text) {
        return ReleaseList.read(new SourceText("old", text));
    }

    @Test
    void ghPrintsJson() {
        PublishedRelease release =
                read("{\"assets\":[{\"apiUrl\":\"x\",\"name\":\"kelp.zip\",\"uploader\":{\"name\":\"no\"}}],"
                        + "\"tagName\":\"v1.2.3\"}");
        assertThat(release.tag()).contains("v1.2.3");
        assertThat(release.names()).containsExactly("kelp.zip");
    }

    @Test
    void ofSeveralReleasesTheNewestPublicOneCounts() {
        PublishedRelease release = read("""
            [
              { "tag_name": "v2.0.0-rc.1", "prerelease": true, "assets": [{ "name": "a" }] },
              { "tag_name": "v1.0.9", "published_at": "2026-03-01T00:00:00Z", "assets": [{ "name": "b" }] },
              { "tag_name": "v1.2.0", "published_at": "2026-04-01T00:00:00Z", "assets": [
                { "name": "c" }
              ] },
              { "tag_name": "v3.0.0", "draft": true, "assets": [{ "name": "d" }] }
            ]
            """);
        assertThat(release.tag()).contains("v1.2.0");
        assertThat(release.place("c")).isEqualTo("old:5");
    }

    @Test
    void ghPrintsLinesWhereNobodyReadsThem() {
        PublishedRelease release =
                read("title:\tKelp\ntag:\tv1.2.3\nasset:\tkelp.zip\nasset:\tb.zip\n--\nasset:\tno\n");
        assertThat(release.tag()).contains("v1.2.3");
        assertThat(release.names()).containsExactly("kelp.zip", "b.zip");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        %s  kelp.zip
        %s *dist/kelp.zip
        SHA256 (kelp.zip) = %s
        kelp.zip
        [ "kelp.zip" ]
        [{"name":"kelp.zip"}]
        """)
    void aListHasSeveralForms(String line) {
        PublishedRelease release = read("\n" + line.replace("%s", SUM) + "\n");
        assertThat(release.tag()).isEmpty();
        assertThat(release.names()).containsExactly("kelp.zip");
        assertThat(release.place("kelp.zip")).isEqualTo("old:2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        kelp.zip;<html>|old:2:1: error: '<html>' is neither a file name nor a line of a checksum file
        kelp.zip;  not a name|old:2:3: error: 'not a name' is neither a file name nor a line of a checksum file
        {"assets":[{"name":"a b"}]}|old:1:20: error: 'a b' is not a file name
        {"assets":[{"size":1}]}|old:1:12: error: an asset has no 'name'
        {"assets":[]}|old:1:1: error: the release has no files
        {"message":"Not Found"}|old:1:1: error: no 'assets' in this object
        [{"draft":true,"assets":[{"name":"a"}]}]|old:1:1: error: all releases are drafts or prereleases
        {"assets":[{"name":"a"}|old:1:24: error: invalid JSON
        {"assets":[{"name":"a"}]} x|old:1:27: error: invalid JSON
        ;|old:1:1: error: the list contains no file names
        """)
    void whatIsNoListIsAnErrorWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        InvalidSource.class,
                        invalid ->
                                assertThat(invalid.findings().get(0).toString()).startsWith(message));
    }

    @Test
    void deepJsonIsNoOverflow() {
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(200_000))).isInstanceOf(InvalidSource.class);
    }

    @ParameterizedTest
    @CsvSource({"v1.2.3,1.2.3", "1.2.3-rc.1,1.2.3-rc.1", "cli/v0.2.0,0.2.0", "kelp-v14,14", "r42,r42", "jq-1.7,1.7"})
    void aTagHasAVersion(String tag, String version) {
        assertThat(PublishedRelease.version(tag)).isEqualTo(version);
    }

    @Test
    void theTagIsTheNewestWhoseVersionIsInAName() {
        PublishedRelease release = read("kelp-1.2.30-linux.zip\n");
        assertThat(release.tagAmong(Stream.of("v1.2.3", "v1.2.30", "v1.2"))).isEqualTo(Optional.of("v1.2.30"));
        assertThat(release.namesVersion()).isTrue();
        assertThat(read("kelp-x86_64-linux.zip").namesVersion()).isFalse();
    }
}
