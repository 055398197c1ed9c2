package dev.slipway.detect.jvm;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The profiles of a POM: parts of a build that something has to switch on. */
final class Profiles {
    private static final int LONGEST = 500;

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]++)}");

    private Profiles() {}

    /** A text with the values that the profiles of this name give to its properties. */
    static String fill(String text, List<Pom> line, String id) {
        if (text.length() > LONGEST) {
            return text;
        }
        return PROPERTY.matcher(text)
                .replaceAll(property -> Matcher.quoteReplacement(line.stream()
                        .flatMap(pom -> of(pom).stream()
                                .filter(profile -> id(pom, profile).equals(id))
                                .flatMap(profile -> Pom.element(profile, "properties", property.group(1)).stream())
                                .map(pom::content))
                        .findFirst()
                        .orElse(property.group())));
    }

    static List<Element> of(Pom pom) {
        return Pom.child(pom.project(), "profiles")
                .map(all -> Pom.children(all, "profile"))
                .orElse(List.of());
    }

    static String id(Pom pom, Element profile) {
        return Pom.child(profile, "id").map(pom::content).orElse("");
    }

    /** Whether builds have it that name no profile, and set no property to switch it off. */
    static boolean active(Pom pom, Element profile) {
        boolean unset = Pom.element(profile, "activation", "property", "name")
                .map(pom::content)
                .filter(name -> name.startsWith("!"))
                .isPresent();
        return unset
                || Pom.element(profile, "activation", "activeByDefault")
                        .map(pom::content)
                        .filter("true"::equals)
                        .isPresent();
    }
}
