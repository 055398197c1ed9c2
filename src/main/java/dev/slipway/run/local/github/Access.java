package dev.slipway.run.local.github;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token may do. That of a job may do in its own repository what {@code permissions} of the job say, and read what
 * is public elsewhere; a token that a person made, from a secret, is taken to be sufficient.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions">permissions</a>
 */
record Access(boolean ofJob, Map<String, String> permissions) {
    /** Where a step finds its permissions: {@code contents:write,packages:read}, or the same as JSON, or {@code write-all}. */
    static final String PERMISSIONS = "SLIPWAY_TOKEN_PERMISSIONS";

    private static final Pattern GRANT = Pattern.compile("(?<![a-z-])\"?([a-z-]++)\"?\\s*+:\\s*+\"?(read|write|none)");

    Access {
        permissions = Map.copyOf(permissions);
    }

    /**
     * Reads the environment of a step.
     *
     * @param token the token that is used
     * @param jobToken the token that jobs of this rehearsal have
     */
    static Access of(Map<String, String> env, String token, String jobToken) {
        String said = env.getOrDefault(PERMISSIONS, "");
        Map<String, String> permissions = new HashMap<>();
        if (said.endsWith("-all")) {
            permissions.put("*", said.substring(0, said.indexOf('-')));
        }
        for (Matcher grant = GRANT.matcher(said); grant.find(); ) {
            permissions.put(grant.group(1), grant.group(2));
        }
        return new Access(token.equals(jobToken), permissions);
    }

    /** A caller without a token, who sees what is public. */
    static Access everybody() {
        return new Access(true, Map.of());
    }

    /** Whether it may change something of the repository that is rehearsed. */
    boolean writes(String scope) {
        return !ofJob
                || permissions
                        .getOrDefault(scope, permissions.getOrDefault("*", "none"))
                        .equals("write");
    }

    void needsWrite(String scope) {
        if (!writes(scope)) {
            throw Refused.notAllowed();
        }
    }
}
