package dev.slipway.detect.cargo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A condition of Cargo's on the platform, such as {@code cfg(all(unix, target_arch = "x86_64"))}, as far as the name of a
 * platform decides it.
 *
 * @see <a href="https://doc.rust-lang.org/reference/conditional-compilation.html">Conditional compilation</a>
 */
final class TargetCfg {
    private static final Pattern TOKEN =
            Pattern.compile("^[ \\t\\n\\r]{0,40}+([a-z_0-9]{1,40}+|[(),=]|\"[^\"]{0,100}+\")");
    private static final int DEEPEST = 20;

    private final String triple;
    private final List<String> tokens;
    private int at;

    private TargetCfg(String triple, List<String> tokens) {
        this.triple = triple;
        this.tokens = tokens;
    }

    /** Whether a key is such a condition. */
    static boolean is(String key) {
        return key.strip().startsWith("cfg(");
    }

    /** Whether a condition holds on a platform; empty if its name does not show that. */
    static Optional<Boolean> holds(String condition, String triple) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(condition.strip());
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, condition.strip().length());
        }
        boolean whole = end == condition.strip().length()
                && tokens.size() > 2
                && tokens.get(0).equals("cfg");
        if (!whole) {
            return Optional.empty();
        }
        TargetCfg cfg = new TargetCfg(triple, tokens);
        cfg.at = 2;
        Optional<Boolean> answer = cfg.condition(0);
        return cfg.next().equals(")") && cfg.at == tokens.size() ? answer : Optional.empty();
    }

    private String next() {
        return at < tokens.size() ? tokens.get(at++) : "";
    }

    private boolean takes(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private Optional<Boolean> condition(int depth) {
        String name = next();
        if (takes("(")) {
            List<Optional<Boolean>> parts = new ArrayList<>();
            while (depth < DEEPEST && at < tokens.size() && !takes(")")) {
                parts.add(condition(depth + 1));
                takes(",");
            }
            return combined(name, parts);
        }
        if (takes("=")) {
            return equal(name, next().replace("\"", ""));
        }
        return switch (name) {
            case "unix" -> equal("target_family", "unix");
            case "windows" -> equal("target_family", "windows");
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> combined(String how, List<Optional<Boolean>> parts) {
        boolean open = parts.stream().anyMatch(Optional::isEmpty);
        return switch (how) {
            case "not" -> parts.size() == 1 ? parts.get(0).map(holds -> !holds) : Optional.empty();
            case "all" ->
                parts.contains(Optional.of(false)) ? Optional.of(false) : open ? Optional.empty() : Optional.of(true);
            case "any" ->
                parts.contains(Optional.of(true)) ? Optional.of(true) : open ? Optional.empty() : Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> equal(String key, String value) {
        List<String> parts = List.of(triple.split("-"));
        String arch = parts.get(0);
        return switch (key) {
            case "target_os" -> Optional.of(os().equals(value));
            case "target_family" -> Optional.of((os().equals("windows") ? "windows" : "unix").equals(value));
            case "target_env" -> Optional.of(env().equals(value));
            case "target_vendor" -> Optional.of(parts.size() > 1 && parts.get(1).equals(value));
            case "target_arch" -> Optional.of(arch(arch).equals(value));
            case "target_pointer_width" -> Optional.of((arch.matches(".*64.*|s390x") ? "64" : "32").equals(value));
            default -> Optional.empty();
        };
    }

    private static String arch(String first) {
        return first.matches("i[3-6]86")
                ? "x86"
                : first.startsWith("armv") || first.startsWith("thumb")
                        ? "arm"
                        : first.startsWith("riscv64") ? "riscv64" : first.replaceFirst("le$|el$", "");
    }

    private String os() {
        return triple.contains("darwin")
                ? "macos"
                : Stream.of("windows", "android", "freebsd", "netbsd", "openbsd", "illumos", "solaris", "linux")
                        .filter(triple::contains)
                        .findFirst()
                        .orElse("");
    }

    private String env() {
        String last = triple.replaceFirst("^.*-", "");
        return Stream.of("gnu", "musl", "msvc")
                .filter(last::startsWith)
                .findFirst()
                .orElse("");
    }
}
