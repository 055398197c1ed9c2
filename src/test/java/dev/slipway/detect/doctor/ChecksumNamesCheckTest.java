package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumNamesCheckTest extends WithHealthyCrate {
    private void script(String lines) {
        crate.sample
                .file("install.sh", "url=https://github.com/Otto-rs/otto/releases/download\n" + lines + "\n")
                .git("add", "-A");
    }

    @Test
    void aChecksumThatIsCalledLikeItsArchiveWithoutTheEnding() {
        script(
                "curl -fL $url/$tag/$name.tar.gz > $tmp/$name.tar.gz\ncurl -fL $url/$tag/$name.sha256 > $tmp/$name.sha256");
        Advice advice = crate.only("downloads");
        assertThat(advice.severity()).isEqualTo(Severity.ERROR);
        assertThat(advice.message())
                .isEqualTo("this looks for '$name.sha256', but the release has no such file; it has checksums such as "
                        + "'otto-v1.2.3-linux-amd64.tar.gz.sha256'");
        assertThat(advice.where()).contains(new FoundAt("install.sh", new Position(3, 20)));
        crate.sums = asset -> Stream.of(asset.replace(".tar.gz", ".sha256"));
        assertThat(crate.examine()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -O $url/$tag/otto-$tag-linux-$arch.tar.gz.sha512",
                "wget $url/$tag/${archive}.md5",
                "curl -fsSL -o $tmp/sums $url/$tag/checksums.txt",
                "wget https://github.com/otto-rs/otto/releases/download/$tag/SHA256SUMS",
                "curl $url/$tag/otto_${version}_checksums.txt",
            })
    void aNameThatNoFileOfTheReleaseHas(String line) {
        script(line);
        assertThat(crate.only("downloads").message()).contains("but the release has no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -O $url/$tag/otto-$tag-linux-$arch.tar.gz.sha256",
                "wget $url/$tag/${archive}.sha256",
                "curl -fsSL -o $tmp/checksums.txt $url/$tag/${archive}.sha256",
                "shasum $file > $file.sha512",
                "curl https://example.org/node-$v.tar.gz.sha512",
                "sha256sum --check checksums.txt",
                "curl https://docs.example.org/hands-on/files-with-checksums",
                "<a href=\"https://github.com/otto-rs/otto/releases/download/v1/otto-v1-linux-amd64.tar.gz\">checksum</a>",
            })
    void aNameThatOneHasOrThatIsNotOfTheRelease(String line) {
        script(line);
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void allInOneFile() {
        crate.sums = asset -> Stream.of("checksums.txt");
        script("curl -O $url/$tag/checksums.txt");
        assertThat(crate.examine()).isEmpty();
        script("curl -O $url/$tag/$archive.sha256");
        assertThat(crate.only("downloads").message()).endsWith("it has checksums such as 'checksums.txt'");
    }

    @Test
    void aScriptThatLooksForAnotherKindOfFileOfTheRelease() {
        crate.sums = asset -> Stream.of(asset.replace(".tar.gz", ".zip"));
        script("curl -O $url/$tag/otto-$tag-linux-$arch.zip");
        assertThat(crate.examine()).isEmpty();
    }
}
