package dev.slipway.run.action;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the input {@code flavor} says for all tags.
 *
 * @param latest whether there is a tag {@code latest}; nothing for {@code auto}
 * @param prefix what is put before each tag that has no prefix
 * @param prefixLatest whether {@code latest} gets it too
 * @param suffix what is put after each tag that has no suffix
 * @param suffixLatest whether {@code latest} gets it too
 */
record Flavor(Optional<Boolean> latest, String prefix, boolean prefixLatest, String suffix, boolean suffixLatest) {
    static Flavor of(List<String> lines) {
        Flavor flavor = new Flavor(Optional.empty(), "", false, "", false);
        for (String line : lines) {
            String before = "";
            for (String field : CsvText.fields(line)) {
                String[] parts = field.split("=", -1);
                if (parts.length == 1) {
                    throw new MetadataFault(
                            "Invalid flavor `%s`: write latest=auto, prefix=TEXT or suffix=TEXT.".formatted(line));
                }
                String key = parts[0].strip().toLowerCase(Locale.ROOT);
                flavor = flavor.with(key, parts[1].strip(), before, line);
                before = key.equals("onlatest") || key.equals("latest") ? before : key;
            }
        }
        return flavor;
    }

    private Flavor with(String key, String value, String before, String line) {
        return switch (key) {
            case "latest" -> new Flavor(tristate(value, line), prefix, prefixLatest, suffix, suffixLatest);
            case "prefix" -> new Flavor(latest, value, prefixLatest, suffix, suffixLatest);
            case "suffix" -> new Flavor(latest, prefix, prefixLatest, value, suffixLatest);
            case "onlatest" -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw new MetadataFault(
                            "`onlatest=%s` is unknown in flavor `%s`: write onlatest=true or onlatest=false."
                                    .formatted(value, line));
                }
                boolean on = value.equals("true");
                yield new Flavor(
                        latest,
                        prefix,
                        before.equals("prefix") ? on : prefixLatest,
                        suffix,
                        before.equals("suffix") ? on : suffixLatest);
            }
            default ->
                throw new MetadataFault(
                        "Unknown key `%s` in flavor `%s`: write latest=auto, prefix=TEXT or suffix=TEXT."
                                .formatted(key, line));
        };
    }

    private static Optional<Boolean> tristate(String value, String line) {
        return switch (value) {
            case "auto" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default ->
                throw new MetadataFault(
                        "`latest=%s` is unknown in flavor `%s`: write latest=auto, latest=true or latest=false."
                                .formatted(value, line));
        };
    }

    /** The name of the tag {@code latest} in this flavor; expressions in it are not evaluated. */
    String latestTag() {
        return (prefixLatest ? prefix : "") + "latest" + (suffixLatest ? suffix : "");
    }
}
