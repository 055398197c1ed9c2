package dev.slipway.plan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An image of the same programs on another base.
 *
 * @param name what it is called, such as {@code alpine}
 * @param suffix what follows each of its tags, such as {@code -alpine}; empty for the first
 * @param user who the program runs as: a name, or numbers
 * @param builds the builds whose programs the image takes, one a platform
 */
public record ImageVariant(String name, String suffix, Base base, String user, List<Build> builds) {
    private static final Pattern NUMBERS = Pattern.compile("[0-9:]+");

    public ImageVariant {
        builds = List.copyOf(builds);
    }

    /** What Docker calls the platforms, such as {@code linux/amd64}. */
    public List<String> platforms() {
        return builds.stream().map(build -> build.target().platform()).toList();
    }

    /** The words of the targets whose programs it takes. */
    public List<String> targets() {
        return builds.stream().map(Build::platform).toList();
    }

    /** Whether the base does not know the user's name, so that the image must create the user. */
    public boolean bringsUser() {
        return base.prepared() && !user.equals("root") && !NUMBERS.matcher(user).matches();
    }
}
