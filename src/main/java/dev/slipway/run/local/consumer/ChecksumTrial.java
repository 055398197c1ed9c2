package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import dev.slipway.source.English;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares files with their checksums, as {@code sha256sum --check} does: lines of a checksum, two blanks (or a blank and
 * an asterisk) and a name. A file of one checksum alone is for the file whose name it has, without its ending.
 */
record ChecksumTrial(Bench bench) implements Trial {
    private static final Pattern KIND =
            Pattern.compile("(?i).*\\.(sha-?(1|256|384|512)(sum)?|md5(sum)?|b2(sum)?|blake2b)(\\.txt)?"
                    + "|.*(sha-?(1|256|384|512)|md5|b2)sums?(\\.txt)?|.*checksums?(\\.txt)?");

    private static final Pattern ALGORITHM = Pattern.compile("(?:sha-?(?=\\d)|(?=md5))(md5|1(?!\\d)|256|384|512)");
    private static final Pattern LINE = Pattern.compile("\\\\?([0-9a-fA-F]{32,128}) [ *](.+)");
    private static final Pattern ALONE = Pattern.compile("([0-9a-fA-F]{32,128})\\s*");

    @Override
    public boolean takes(String name) {
        return KIND.matcher(name).matches();
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return List.of(compare(file, name));
    }

    private Tried compare(Path file, String name) throws IOException {
        String what = "compare checksums";
        String text = Files.readString(file, StandardCharsets.UTF_8);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return Tried.failed(name, what, "it has no checksum");
        }
        int compared = 0;
        Optional<String> owner = Optional.of(name.replaceFirst("(\\.txt)?$", "").replaceFirst("\\.[^.]*$", ""))
                .filter(it -> !it.equals(name) && Files.isRegularFile(file.resolveSibling(it)));
        for (String line : lines) {
            Matcher whole = LINE.matcher(line);
            Matcher alone = ALONE.matcher(line);
            boolean named = whole.matches();
            if (!named && !(alone.matches() && lines.size() == 1 && owner.isPresent())) {
                return Tried.failed(
                        name, what, "'" + line + "' is not a checksum, two spaces and a name, as sha256sum requires");
            }
            String of = named ? whole.group(2) : owner.get();
            boolean plain = !of.contains("/") && !of.contains("\\") && !of.contains("\0");
            Path other = plain ? file.resolveSibling(of) : file;
            if (!plain || !Files.isRegularFile(other)) {
                return Tried.failed(name, what, "it has a checksum for '" + of + "', but the release has no such file");
            }
            String expected = (named ? whole : alone).group(1).toLowerCase(Locale.ROOT);
            if (promised(name).filter(length -> length != expected.length()).isPresent()) {
                return Tried.failed(
                        name,
                        what,
                        "its name does not match the algorithm of its checksums, which have " + expected.length() * 4
                                + " bits");
            }
            Optional<String> digest = digest(other, name, expected.length());
            if (digest.isEmpty()) {
                return Tried.skipped(name, what, "no program on this machine computes this kind of checksum");
            }
            if (!digest.get().equals(expected)) {
                return Tried.failed(name, what, "the checksum of '" + of + "' does not match: " + digest.get());
            }
            compared++;
        }
        if (owner.isPresent()
                && lines.stream().noneMatch(line -> line.endsWith(owner.get()))
                && !ALONE.matcher(text).matches()) {
            return Tried.failed(name, what, "it has no checksum for '" + owner.get() + "', the file next to it");
        }
        return Tried.passed(name, what, English.count(compared, "file"));
    }

    /** How many digits a checksum has, by the last algorithm in the name of its file. */
    private static Optional<Integer> promised(String name) {
        Matcher algorithm = ALGORITHM.matcher(name.toLowerCase(Locale.ROOT));
        Optional<Integer> digits = Optional.empty();
        while (algorithm.find()) {
            digits = Optional.of(
                    switch (algorithm.group(1)) {
                        case "md5" -> 32;
                        case "1" -> 40;
                        default -> Integer.parseInt(algorithm.group(1)) / 4;
                    });
        }
        return digits;
    }

    /** The checksum of a file; nothing if its kind is not known, or no program computes it. */
    private Optional<String> digest(Path file, String name, int length) throws IOException {
        String low = name.toLowerCase(Locale.ROOT);
        if (low.contains("b2") || low.contains("blake")) {
            Said said =
                    bench.run(bench.work(), Bench.INSTALL, List.of("b2sum", "-l", "" + length * 4, file.toString()));
            return said.succeeded()
                    ? Optional.of(said.first().replaceFirst("^\\\\", "").replaceFirst(" .*", ""))
                    : Optional.empty();
        }
        return switch (length) {
            case 32 -> Optional.of(digest(file, "MD5"));
            case 40 -> Optional.of(digest(file, "SHA-1"));
            case 64 -> Optional.of(digest(file, "SHA-256"));
            case 96 -> Optional.of(digest(file, "SHA-384"));
            case 128 -> Optional.of(digest(file, "SHA-512"));
            default -> Optional.empty();
        };
    }

    static String digest(Path file, String algorithm) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance(algorithm))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + algorithm, impossible);
        }
    }
}
