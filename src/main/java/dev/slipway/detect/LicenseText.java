package dev.slipway.detect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Recognizes a license by what its text says. */
final class LicenseText {
    private static final Map<String, String> SIGNS = signs();

    private LicenseText() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("apache license version 2.0", "Apache-2.0");
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

    /** Its SPDX identifier; nothing for those that a text alone does not tell apart. */
    static Optional<String> identifier(String text) {
        String plain = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s*#/;]+", " ");
        String start = plain.substring(0, Math.min(plain.length(), 3000));
        return SIGNS.entrySet().stream()
                .filter(sign -> start.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
