package dev.slipway.detect.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code owner/name} in the address of a repository on GitHub, in any form that git or Cargo accepts. */
public final class GitHubAddress {
    private static final String OWNER_AND_NAME = "/*([A-Za-z0-9][A-Za-z0-9-]*)/([A-Za-z0-9._-]+?)(?:\\.git)?/*";
    private static final Pattern URL =
            Pattern.compile("(?i)(?:git\\+)?(?:https?|ssh|git)://(?:[^@/]*@)?(?:www\\.|ssh\\.)?github\\.com(?::\\d+)?/"
                    + OWNER_AND_NAME);
    private static final Pattern SCP = Pattern.compile("(?i)(?:[^@/]*@)?(?:ssh\\.)?github\\.com:" + OWNER_AND_NAME);
    /** A Cargo or Maven address may lead to a folder or a page of the repository. */
    private static final Pattern PAGE = Pattern.compile(
            "(?i)https?://(?:www\\.)?github\\.com/([A-Za-z0-9][A-Za-z0-9-]*)/([A-Za-z0-9._-]+)/(?:tree|blob)/.*");

    private GitHubAddress() {}

    public static Optional<String> repository(String address) {
        for (Pattern form : new Pattern[] {URL, SCP, PAGE}) {
            Matcher matcher = form.matcher(address.strip());
            if (matcher.matches()) {
                return Optional.of(matcher.group(1) + "/" + matcher.group(2));
            }
        }
        return Optional.empty();
    }
}
