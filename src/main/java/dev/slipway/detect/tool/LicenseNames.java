package dev.slipway.detect.tool;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives names of licenses that people use the form that SPDX has for them. */
public final class LicenseNames {
    private static final Pattern GNU =
            Pattern.compile("(?:gnu )?(a|l)?gpl[- ]?v?(\\d)(?:\\.(\\d))?(\\+|-only|-or-later)?");

    /** Words that every name may have in it. */
    private static final List<String> FILLING = List.of("the ", " license", ",", " version", " v");

    private LicenseNames() {}

    /** The name that SPDX has for a license; any other text as it is. */
    public static String standard(String text) {
        String plain = text.toLowerCase(Locale.ROOT).strip();
        Matcher gnu = GNU.matcher(plain);
        if (gnu.matches()) {
            String family = gnu.group(1) == null ? "" : gnu.group(1).toUpperCase(Locale.ROOT);
            String minor = gnu.group(3) == null ? "0" : gnu.group(3);
            String later = gnu.group(4) == null ? "" : gnu.group(4).replace("+", "-or-later");
            return family + "GPL-" + gnu.group(2) + "." + minor + later;
        }
        for (String word : FILLING) {
            plain = plain.replace(word, word.equals(" v") ? " " : "");
        }
        return switch (plain) {
            case "apache 2.0", "apache 2", "apache2", "apache2.0", "apache-2", "asl 2.0" -> "Apache-2.0";
            case "mit" -> "MIT";
            case "bsd 3-clause", "bsd3", "bsd-3", "3-clause bsd" -> "BSD-3-Clause";
            case "bsd 2-clause", "bsd2", "bsd-2", "2-clause bsd" -> "BSD-2-Clause";
            case "mpl 2.0", "mpl2", "mpl2.0", "mozilla public 2.0" -> "MPL-2.0";
            default -> text;
        };
    }
}
