package dev.slipway.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The hash by which the manifest recognizes what slipway last wrote; a bot's bump of a pin does not change it. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(String path, String text) {
        String stable = PinReadBack.appliesTo(path) ? withoutPins(text) : text;
        return of(stable.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String withoutPins(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(line -> UsesLine.parse(line).map(UsesLine::withoutPin).orElse(line))
                .collect(Collectors.joining("\n"));
    }
}
