package dev.slipway.detect.doctor;

import dev.slipway.source.SourceText;
import java.util.regex.Pattern;

/**
 * Whether a file that names a file of a release downloads it: only then does the file stop working without that name. A
 * script that builds and packs makes the name itself.
 *
 * @param script whether it is a script, in which not every name is one to download
 * @param fetches whether it downloads anything
 * @param releases whether it downloads files of releases
 */
record Fetching(boolean script, boolean fetches, boolean releases) {
    private static final Pattern SCRIPT = Pattern.compile("(?i)\\.(?:sh|bash|ps1|bat|cmd)$|/(?:install|get)[^/.]*+$");

    private static final Pattern FETCH = Pattern.compile(
            "(?i)\\b(?:curl|wget|aria2c|axel|Invoke-WebRequest|Invoke-RestMethod|iwr|irm|Start-BitsTransfer)\\b"
                    + "|DownloadFile|DownloadString|bitsadmin|certutil -urlcache|fetch -o|gh release download");

    private static final Pattern RELEASES =
            Pattern.compile("/releases/(?:latest|download|tags)|/releases\\?|browser_download_url|gh release download");

    /** Commands that make or move the files that they name. */
    private static final Pattern MAKING = Pattern.compile(
            "^\\s*+(?:tar|bsdtar|gtar|zip|7z|7za|hdiutil|dpkg-deb|fpm|makensis|iscc|mv|cp|ln|rm|strip|sha256sum|shasum"
                    + "|gpg|minisign|Compress-Archive|Copy-Item|Move-Item|Remove-Item|echo)\\b");

    static Fetching of(SourceText source) {
        String text = source.text();
        return new Fetching(
                SCRIPT.matcher("/" + source.name()).find(),
                FETCH.matcher(text).find(),
                RELEASES.matcher(text).find());
    }

    /** Whether what a line names may be downloaded. */
    boolean in(String line) {
        return !script || releases || fetches && !MAKING.matcher(line).find();
    }
}
