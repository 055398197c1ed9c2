package dev.slipway.facts;

import dev.slipway.source.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads SPDX expressions, such as {@code MIT OR Apache-2.0 WITH LLVM-exception}, with the names that SPDX lists.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX license expressions</a>
 */
public final class Licenses {
    private static final Pattern OWN = Pattern.compile("^(DocumentRef-[A-Za-z0-9.-]++:)?+LicenseRef-[A-Za-z0-9.-]++");

    /** What people write instead of the names of SPDX. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("apache", "Apache-2.0"),
            Map.entry("apache2", "Apache-2.0"),
            Map.entry("apache-2", "Apache-2.0"),
            Map.entry("asl-2.0", "Apache-2.0"),
            Map.entry("bsd", "BSD-3-Clause"),
            Map.entry("bsd2", "BSD-2-Clause"),
            Map.entry("bsd3", "BSD-3-Clause"),
            Map.entry("bsd-2", "BSD-2-Clause"),
            Map.entry("bsd-3", "BSD-3-Clause"),
            Map.entry("expat", "MIT"),
            Map.entry("gpl", "GPL-3.0-or-later"),
            Map.entry("gplv2", "GPL-2.0-only"),
            Map.entry("gpl2", "GPL-2.0-only"),
            Map.entry("gpl-2", "GPL-2.0-only"),
            Map.entry("gplv3", "GPL-3.0-only"),
            Map.entry("gpl3", "GPL-3.0-only"),
            Map.entry("gpl-3", "GPL-3.0-only"),
            Map.entry("lgplv3", "LGPL-3.0-only"),
            Map.entry("lgpl-3", "LGPL-3.0-only"),
            Map.entry("agplv3", "AGPL-3.0-only"),
            Map.entry("agpl-3", "AGPL-3.0-only"),
            Map.entry("mpl", "MPL-2.0"),
            Map.entry("mpl2", "MPL-2.0"),
            Map.entry("mpl-2", "MPL-2.0"),
            Map.entry("cc0", "CC0-1.0"),
            Map.entry("boost", "BSL-1.0"),
            Map.entry("proprietary", "LicenseRef-proprietary"));

    private static final Licenses STANDARD = new Licenses(FactFile.read("licenses.yml"));

    private final Map<String, String> licenses;
    private final Map<String, String> exceptions;

    private Licenses(FactFile file) {
        this.licenses = names(file, "license");
        this.exceptions = names(file, "exception");
    }

    private static Map<String, String> names(FactFile file, String kind) {
        return file.rows().stream()
                .filter(row -> row.one("kind").equals(kind))
                .flatMap(row -> row.all("names").stream())
                .collect(Collectors.toMap(Licenses::small, name -> name));
    }

    /** The names that ship with this version. */
    public static Licenses standard() {
        return STANDARD;
    }

    /**
     * What is wrong with an expression.
     *
     * @param message lower case, no full stop
     * @param help what to write instead
     */
    public record Fault(String message, String help) {}

    /** The first thing that is wrong with an expression; nothing if it is one. */
    public Optional<Fault> fault(String expression) {
        int open = 0;
        String before = "";
        for (String part :
                expression.replace("(", " ( ").replace(")", " ) ").strip().split(" +")) {
            boolean wantsName = before.isEmpty() || before.equals("(") || isOperator(before);
            boolean name = !isOperator(part) && !part.equals("(") && !part.equals(")");
            boolean fits = name || part.equals("(") ? wantsName : !wantsName;
            if (!fits || before.equals("WITH") && !name) {
                return Optional.of(new Fault(
                        before.isEmpty()
                                ? "the license begins with '" + part + "'"
                                : "the license has '" + part + "' after '" + before + "'",
                        "write names with 'AND', 'OR' or 'WITH' between them, such as 'MIT OR Apache-2.0'"));
            }
            Optional<Fault> unknown =
                    !name ? Optional.empty() : before.equals("WITH") ? exception(part) : license(part);
            if (unknown.isPresent()) {
                return unknown;
            }
            open += part.equals("(") ? 1 : part.equals(")") ? -1 : 0;
            if (open < 0) {
                break;
            }
            before = part;
        }
        if (isOperator(before)) {
            return Optional.of(new Fault(
                    "the license ends with '" + before + "'",
                    "write another name after it, or remove '" + before + "'"));
        }
        return open == 0
                ? Optional.empty()
                : Optional.of(new Fault("the license has an unpaired bracket", "write as many '(' as ')'"));
    }

    private static boolean isOperator(String part) {
        return Set.of("AND", "OR", "WITH").contains(part);
    }

    private Optional<Fault> license(String name) {
        String plain = name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
        if (licenses.containsKey(small(plain)) || OWN.matcher(plain).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                "unknown license '" + name + "'",
                near(plain, licenses)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("write a name of https://spdx.org/licenses/, or 'LicenseRef-"
                                + plain.replaceAll("[^A-Za-z0-9.-]", "-") + "' for a license that is not listed")));
    }

    private Optional<Fault> exception(String name) {
        return exceptions.containsKey(small(name))
                ? Optional.empty()
                : Optional.of(new Fault(
                        "unknown exception '" + name + "'",
                        near(name, exceptions)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("write a name of https://spdx.org/licenses/exceptions-index.html")));
    }

    /** The usual name, or one with the same first letter that is spelt nearly like it. */
    private static Optional<String> near(String name, Map<String, String> names) {
        String small = small(name);
        List<String> alike = names.values().stream()
                .filter(other -> !small.isEmpty() && small(other).charAt(0) == small.charAt(0))
                .sorted()
                .toList();
        return Optional.ofNullable(USUAL.get(small)).or(() -> Suggestion.nearest(name, alike));
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
