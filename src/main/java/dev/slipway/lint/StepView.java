package dev.slipway.lint;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A step as rules see it. */
final class StepView {
    private static final Pattern OLD_MAJOR = Pattern.compile("v?[123](\\..*)?");

    private final Place place;
    private final int position;
    private final String id;
    private final Optional<Place> uses;
    private final Optional<Place> run;
    private final String action;
    private final Collection<Place> inputs;

    /** @param position how many steps of the job are further up */
    StepView(Place place, int position) {
        this.place = place;
        this.position = position;
        this.id = place.text("id");
        this.uses = place.at("uses").filter(it -> !it.text().isEmpty());
        this.run = place.at("run").filter(it -> !it.text().isEmpty());
        this.action = action(uses.map(Place::text).orElse(""));
        this.inputs = place.entries("with");
    }

    private static String action(String uses) {
        int at = uses.indexOf('@');
        return (at < 0 ? uses : uses.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    Place place() {
        return place;
    }

    int position() {
        return position;
    }

    String id() {
        return id;
    }

    boolean isConditional() {
        return place.has("if");
    }

    Optional<Place> uses() {
        return uses;
    }

    Optional<Place> run() {
        return run;
    }

    /** The action without its version, in lower case: {@code actions/checkout}; empty for a script. */
    String action() {
        return action;
    }

    boolean usesAction(String name) {
        return action.equals(name);
    }

    /** Whether the action is pinned to a tag of its first three majors. */
    boolean usesOldMajor() {
        String text = uses.map(Place::text).orElse("");
        return OLD_MAJOR.matcher(text.substring(text.indexOf('@') + 1)).matches();
    }

    String with(String input) {
        return given(input).map(Place::text).orElse("");
    }

    /** The place of an input, or of the action itself if the input is missing. */
    Place input(String input) {
        return given(input).or(this::uses).orElse(place);
    }

    private Optional<Place> given(String input) {
        for (Place entry : inputs) {
            if (entry.name().equalsIgnoreCase(input)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
