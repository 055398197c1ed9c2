package dev.slipway.detect.jvm;

import java.util.List;
import org.w3c.dom.Element;

/** The profiles of a POM: parts of a build that something has to switch on. */
final class Profiles {
    private Profiles() {}

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
