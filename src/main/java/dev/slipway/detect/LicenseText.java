package dev.slipway.detect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognizes a license by what its text says. */
final class LicenseText {
    private static final Map<String, String> SIGNS = signs();
    private static final Map<String, String> GNU = gnu();

    /** More than the longest license has. */
    private static final int LONGEST = 100_000;

    /** What the title of a text fits in. */
    private static final int TITLE = 150;

    private LicenseText() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("apache license version 2.0", "Apache-2.0");
        signs.put("licensed under the apache license, version 2.0", "Apache-2.0"); // the notice that refers to it
        signs.put("mozilla public license version 2.0", "MPL-2.0");
        signs.put("mozilla public license, version 2.0", "MPL-2.0");
        signs.put("permission is hereby granted, free of charge", "MIT");
        signs.put("this is free and unencumbered software", "Unlicense");
        signs.put("permission to use, copy, modify, and/or distribute", "ISC");
        signs.put("cc0 1.0 universal", "CC0-1.0");
        signs.put("neither the name of", "BSD-3-Clause");
        signs.put("redistribution and use in source and binary forms", "BSD-2-Clause");
        return signs;
    }

    /** How texts of the GNU project begin; which later versions apply, they do not say. */
    private static Map<String, String> gnu() {
        Map<String, String> gnu = new LinkedHashMap<>();
        gnu.put("gnu affero general public license version 3", "AGPL-3.0");
        gnu.put("gnu lesser general public license version 3", "LGPL-3.0");
        gnu.put("gnu lesser general public license version 2.1", "LGPL-2.1");
        gnu.put("gnu general public license version 3", "GPL-3.0");
        gnu.put("gnu general public license version 2", "GPL-2.0");
        return gnu;
    }

    /** Its SPDX identifier; nothing for a text that is unknown, or several in one file. */
    static Optional<String> identifier(String text) {
        String whole = text.substring(0, Math.min(text.length(), LONGEST));
        String plain =
                whole.toLowerCase(Locale.ROOT).replaceAll("[\\s*#/;]+", " ").strip();
        String title = plain.substring(0, Math.min(plain.length(), TITLE));
        Set<String> found = new LinkedHashSet<>();
        GNU.entrySet().stream()
                .filter(sign -> title.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .ifPresent(found::add);
        SIGNS.forEach((sign, name) -> {
            if (plain.contains(sign)) {
                found.add(name);
            }
        });
        if (found.contains("BSD-3-Clause")) {
            found.remove("BSD-2-Clause"); // it begins with the same words
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
