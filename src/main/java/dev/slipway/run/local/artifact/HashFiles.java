package dev.slipway.run.local.artifact;

import dev.slipway.disk.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * GitHub's function {@code hashFiles}: the SHA-256 of the SHA-256 of each file that its patterns find.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#hashfiles">hashFiles</a>
 */
public final class HashFiles {
    private static final String FOLLOW = "--follow-symbolic-links";

    private HashFiles() {}

    /**
     * The digest in hexadecimal, empty if no file inside of the workspace matches.
     *
     * @param arguments patterns, the first of which may be {@code --follow-symbolic-links}
     * @param workspace the folder of the job; files outside of it do not count
     * @param home what a leading {@code ~} stands for
     * @throws ActionFailed if the first argument is another option, or a pattern is refused
     */
    public static String of(List<String> arguments, Path workspace, Path home) throws IOException {
        boolean option = !arguments.isEmpty() && arguments.get(0).startsWith("--");
        if (option && !arguments.get(0).toLowerCase(Locale.ROOT).equals(FOLLOW)) {
            throw new ActionFailed(
                    "unknown option of hashFiles '" + arguments.get(0) + "': write '" + FOLLOW + "' or leave it out");
        }
        Path root = workspace.toRealPath();
        List<String> patterns = arguments.subList(option ? 1 : 0, arguments.size());
        MessageDigest all = sha256();
        boolean any = false;
        for (Path file : FileSearch.of(String.join("\n", patterns), root, home)
                .find(FileSearch.Options.DEFAULT.withFollowSymbolicLinks(option))) {
            if (file.startsWith(root) && !file.equals(root) && !Files.isDirectory(file)) {
                all.update(digest(file));
                any = true;
            }
        }
        return any ? HexFormat.of().formatHex(all.digest()) : "";
    }

    private static byte[] digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(RegularFile.open(file, file.toString()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
