package dev.slipway.run.local.process;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The proxies of a person, as far as programs may know them. */
public final class Proxies {
    private static final Pattern NAME = Pattern.compile("(?i)(http|https|ftp|all|no)_proxy|GOPROXY");

    private Proxies() {}

    /** The variables that name a proxy. One with a login is left out: what starts in a rehearsal would hand it on. */
    public static Map<String, String> withoutLogins(Map<String, String> env) {
        Map<String, String> proxies = new TreeMap<>();
        env.forEach((name, value) -> {
            if (NAME.matcher(name).matches() && !value.contains("@")) {
                proxies.put(name, value);
            }
        });
        return proxies;
    }
}
