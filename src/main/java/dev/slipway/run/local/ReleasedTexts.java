package dev.slipway.run.local;

import dev.slipway.run.Observation;
import dev.slipway.run.local.artifact.HashFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what texts of a release say of its other files: checksums, in files of their own, in installers and in manifests.
 *
 * @param files those of the release, by their names
 */
record ReleasedTexts(Map<String, Path> files) {
    private static final Pattern SUM = Pattern.compile("(\\p{XDigit}{64}|\\p{XDigit}{128}) [ *](.+)");
    private static final Pattern SHA256 = Pattern.compile("(?<!\\p{XDigit})\\p{XDigit}{64}(?!\\p{XDigit})");
    private static final Pattern GAP = Pattern.compile("@(?:TAG|VERSION|SHA256:[^@\\s]*)@");
    private static final int LONGEST = 1 << 20;

    ReleasedTexts {
        files = new LinkedHashMap<>(files);
    }

    static String sha256(Path file) throws IOException {
        return digest(file, HashFiles.sha256());
    }

    /** What a file of checksums says; nothing where its name says that it is none. */
    List<Observation.Sum> sums(String name) throws IOException {
        Optional<MessageDigest> digest = digestOf(name);
        List<Observation.Sum> sums = new ArrayList<>();
        if (digest.isPresent()) {
            for (String line :
                    text(files.getOrDefault(name, Path.of(name))).lines().toList()) {
                Matcher sum = SUM.matcher(line);
                if (sum.matches()) {
                    sums.add(new Observation.Sum(sum.group(2), holds(sum.group(1), sum.group(2), digest.get())));
                }
            }
        }
        return sums;
    }

    private boolean holds(String sum, String name, MessageDigest digest) throws IOException {
        Path file = files.get(name);
        return file != null && digest(file, digest).equalsIgnoreCase(sum);
    }

    /** A digest that Java has; sums of others are not read. */
    private static Optional<MessageDigest> digestOf(String name) {
        try {
            if (name.endsWith(".sha256") || name.equals("SHA256SUMS")) {
                return Optional.of(HashFiles.sha256());
            }
            return name.endsWith(".sha512") || name.equals("SHA512SUMS")
                    ? Optional.of(MessageDigest.getInstance("SHA-512"))
                    : Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-512", impossible);
        }
    }

    /** What is wrong with the installers of the release and with the manifests that were pushed, in plain words. */
    List<String> faults(Path pushed) throws IOException {
        Map<String, Path> texts = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            if (name.endsWith(".sh") || name.endsWith(".ps1")) {
                texts.put(name, file);
            }
        });
        if (Files.isDirectory(pushed)) {
            try (Stream<Path> all = Files.walk(pushed)) {
                all.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> texts.put(pushed.relativize(file).toString(), file));
            }
        }
        List<String> digests = new ArrayList<>();
        for (Path file : texts.isEmpty() ? List.<Path>of() : files.values()) {
            digests.add(sha256(file));
        }
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Path> each : texts.entrySet()) {
            String text = text(each.getValue());
            SHA256.matcher(text)
                    .results()
                    .filter(sum -> !digests.contains(sum.group().toLowerCase(java.util.Locale.ROOT)))
                    .forEach(sum -> faults.add(each.getKey() + " has a checksum that no file of the release has: "
                            + sum.group().substring(0, 12) + "…"));
            GAP.matcher(text)
                    .results()
                    .forEach(gap -> faults.add(each.getKey() + " still has the word " + gap.group()));
        }
        return faults;
    }

    private static String text(Path file) throws IOException {
        return Files.size(file) > LONGEST ? "" : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static String digest(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
