package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchingTest {
    @ParameterizedTest
    @CsvSource({
        "scripts/pack.sh, make, tar czf kelp-linux.tar.gz kelp, false",
        "scripts/make.bat, cl kelp.c, 7z a kelp-windows.zip kelp.exe, false",
        "scripts/build.ps1, Invoke-WebRequest https://example.com/zlib.zip -OutFile z.zip, Compress-Archive kelp kelp.zip, false",
        "scripts/dist.sh, curl -LO https://example.com/zig.tar.xz, mv kelp kelp-linux-amd64, false",
        "release.sh, curl -T kelp.zip https://uploads.github.com/repos/me/kelp/releases/1/assets, zip kelp.zip kelp, false",
        "get.sh, wget -q https://get.example.com/$name, name=kelp-linux.tar.gz, true",
        "install.sh, curl -L https://github.com/me/kelp/releases/latest/download/$f, tar xzf kelp-linux.tar.gz, true",
        "win/setup.ps1, $c = New-Object Net.WebClient, $c.DownloadFile('https://x.org/kelp-win.zip'), true",
        "scripts/install, gh release download -p $f, f=kelp-linux.tar.gz, true",
        "Formula/kelp.rb, class Kelp < Formula, url 'https://x.org/kelp-linux.tar.gz', true",
        "README.md, # Kelp, unpack kelp-linux.tar.gz, true",
    })
    void aNameBreaksAFileOnlyIfItIsDownloaded(String file, String before, String line, boolean broken) {
        assertThat(Fetching.of(new SourceText(file, before + "\n" + line + "\n"))
                        .in(line))
                .isEqualTo(broken);
    }
}
