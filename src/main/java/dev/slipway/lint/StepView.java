package dev.slipway.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A step as rules see it. */
record StepView(Place place) {
    private static final Pattern OLD_MAJOR = Pattern.compile("v?[123](\\..*)?");

    /** The steps of a list; those that run side by side count one after the other. */
    static Stream<StepView> in(Place list) {
        return list.items().stream()
                .flatMap(item -> item.at("parallel").filter(Place::isSequence).isPresent()
                        ? in(item.at("parallel").orElseThrow())
                        : Stream.of(new StepView(item)));
    }

    String id() {
        return place.text("id");
    }

    boolean isConditional() {
        return place.has("if");
    }

    Optional<Place> uses() {
        return place.at("uses").filter(uses -> !uses.text().isEmpty());
    }

    Optional<Place> run() {
        return place.at("run").filter(run -> !run.text().isEmpty());
    }

    /** The action without its version, in lower case: {@code actions/checkout}; empty for a script. */
    String action() {
        String uses = uses().map(Place::text).orElse("");
        int at = uses.indexOf('@');
        return (at < 0 ? uses : uses.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    boolean usesAction(String... actions) {
        return List.of(actions).contains(action());
    }

    /** Whether the action is pinned to a tag of its first three majors. */
    boolean usesOldMajor() {
        String uses = uses().map(Place::text).orElse("");
        return OLD_MAJOR.matcher(uses.substring(uses.indexOf('@') + 1)).matches();
    }

    String with(String input) {
        return place.at("with").stream()
                .flatMap(with -> with.entries().stream())
                .filter(entry -> entry.name().equalsIgnoreCase(input))
                .map(Place::text)
                .findFirst()
                .orElse("");
    }

    /** Where an input stands, or the action itself where it is not given. */
    Place input(String input) {
        return place.at("with").stream()
                .flatMap(with -> with.entries().stream())
                .filter(entry -> entry.name().equalsIgnoreCase(input))
                .findFirst()
                .or(this::uses)
                .orElse(place);
    }
}
