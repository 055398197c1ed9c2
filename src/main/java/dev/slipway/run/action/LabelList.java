package dev.slipway.run.action;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels or annotations of an image: {@code key=value}, each key once, the last one counts. */
final class LabelList {
    /** How collation orders ASCII; what is not in it follows. Case comes last, small letters first. */
    private static final String ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

    private static final Comparator<String> BY_LETTERS = (one, other) -> {
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            int order = weight(one.charAt(i)) - weight(other.charAt(i));
            if (order != 0) {
                return order;
            }
        }
        return one.length() - other.length();
    };

    private static final Comparator<String> COLLATION = Comparator.comparing(LabelList::withoutAccents, BY_LETTERS)
            .thenComparing(Comparator.<String>reverseOrder());

    private LabelList() {}

    /** The labels of the image specification, and those that the input adds or says otherwise. */
    static List<String> of(MetadataContext context, String version, List<String> added) {
        MetadataFacts.Repository repository = context.facts().repository();
        List<String> labels = new ArrayList<>();
        String namespace = "org.opencontainers.image.";
        labels.add(namespace + "title=" + repository.name());
        labels.add(namespace + "description=" + repository.description());
        labels.add(namespace + "url=" + repository.htmlUrl());
        labels.add(namespace + "source=" + repository.htmlUrl());
        labels.add(namespace + "version=" + version);
        labels.add(namespace + "created="
                + MomentFormat.format(context.facts().now(), ZoneOffset.UTC, "YYYY-MM-DDTHH:mm:ss.SSS[Z]"));
        labels.add(namespace + "revision=" + context.sha());
        labels.add(namespace + "licenses=" + repository.license());
        added.forEach(label -> labels.add(context.expand(label)));
        Map<String, String> byKey = new LinkedHashMap<>();
        for (String label : labels) {
            int equals = label.indexOf('=');
            if (equals >= 0) {
                byKey.put(label.substring(0, equals), label);
            }
        }
        return byKey.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(COLLATION))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Each key with the first line of its value, as the JSON outputs hold them. */
    static Map<String, String> firstLines(List<String> labels) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String label : labels) {
            int equals = label.indexOf('=');
            lines.put(label.substring(0, equals), label.substring(equals + 1).split("[\n\r\u2028\u2029]", 2)[0]);
        }
        return lines;
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static int weight(char letter) {
        int order = ORDER.indexOf(Character.toLowerCase(letter));
        return order >= 0 ? order : ORDER.length() + Character.toLowerCase(letter);
    }
}
