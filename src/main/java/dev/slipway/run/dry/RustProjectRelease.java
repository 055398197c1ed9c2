package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An action that packs a program that is built, with a checksum, and uploads both.
 *
 * @param windows whether it runs on Windows and therefore packs a zip
 * @see <a href="https://github.com/houseabsolute/actions-rust-release">actions-rust-release</a>
 */
record RustProjectRelease(Map<String, String> inputs, boolean windows) {
    /** How systems are written; each begins the part of a triple that it is found in. */
    private static final Map<String, String> SYSTEMS =
            Map.of("darwin", "macOS", "freebsd", "FreeBSD", "ios", "iOS", "netbsd", "NetBSD", "openbsd", "OpenBSD");

    StepEffects effects() {
        String archive =
                given("archive-name").orElseGet(() -> given("executable-name").orElse("") + "-" + platform())
                        + (windows ? ".zip" : ".tar.gz");
        List<String> pack = new ArrayList<>(windows ? List.of("7z", "a") : List.of("tar", "czf"));
        pack.add(archive);
        pack.add("target/" + given("target").map(target -> target + "/").orElse("") + "release/"
                + given("executable-name").orElse("") + (windows ? ".exe" : ""));
        List<String> extra = Arrays.stream(given("extra-files").orElse("").split("\n"))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .toList();
        pack.addAll(extra.isEmpty() ? List.of(given("changes-file").orElse("Changes.md"), "README*") : extra);
        return new StepEffects(
                List.of(
                        new Command(pack, "", 0),
                        new Command(List.of("shasum", "--algorithm", "256", archive), archive + ".sha256", 0)),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private Optional<String> given(String input) {
        return Optional.ofNullable(inputs.get(input)).filter(text -> !text.isBlank());
    }

    /** {@code x86_64-unknown-linux-musl} becomes {@code Linux-musl-x86_64}. */
    private String platform() {
        List<String> parts =
                new ArrayList<>(Arrays.asList(given("target").orElse("").split("-")));
        String processor = parts.remove(0).replace("aarch64", "arm64");
        if (!parts.isEmpty() && parts.get(0).matches("apple|pc|sun|unknown")) {
            parts.remove(0);
        }
        String system = String.join("-", parts.subList(0, Math.min(2, parts.size())));
        return SYSTEMS.entrySet().stream()
                        .filter(entry -> system.contains(entry.getKey()))
                        .findFirst()
                        .map(entry -> system.replaceFirst(entry.getKey(), entry.getValue()))
                        .orElseGet(() -> system.isEmpty()
                                ? system
                                : system.substring(0, 1).toUpperCase(Locale.ROOT) + system.substring(1))
                + "-" + processor;
    }
}
