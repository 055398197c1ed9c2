package dev.slipway.shell;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of make, as far as its makefile is read. */
final class MakeSettings {
    /** More than any honest variable contains. */
    private static final int LONGEST_VALUE = 20_000;

    private final Map<String, String> values = new HashMap<>();

    /** Those that are set only if a condition holds that is not known. */
    private final Set<String> doubted = new HashSet<>();

    /** Those that only a branch sets which is not taken, another target, or another call of make. */
    private final Set<String> elsewhere = new HashSet<>();

    /** The folder of the file, from the root of the machine. */
    private final String home;

    /**
     * Those that make has before it reads a file.
     *
     * @param env the variables of the environment
     * @param home the folder of the file, from the root of the machine
     */
    MakeSettings(Map<String, String> env, String home) {
        this.home = home;
        env.forEach((name, value) -> values.put(name, value.replace("$", "$$")));
        system(values.getOrDefault("RUNNER_OS", ""));
        values.put("MAKE", "make");
        values.put("CURDIR", "${PWD}");
    }

    /** Windows calls itself so, and no other system has this variable. */
    private void system(String runner) {
        if (runner.equals("Windows")) {
            values.putIfAbsent("OS", "Windows_NT");
        } else if (!runner.isEmpty()) {
            elsewhere.add("OS");
        }
    }

    /** All that are set. */
    Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }

    /** The value of a variable, as it is written; empty if nothing sets it. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether a variable has a value only where this script does not come. */
    boolean elsewhere(String name) {
        return elsewhere.contains(name);
    }

    /** Notes that a variable is set where this script does not come. */
    void setElsewhere(String name) {
        elsewhere.add(name);
    }

    /** Sets a variable, whatever its value was. */
    void put(String name, String value) {
        values.put(name, value);
    }

    /** Gives a variable the value that it had before, or none. */
    void restore(String name, Optional<String> before) {
        before.ifPresentOrElse(value -> values.put(name, value), () -> values.remove(name));
    }

    /** @param doubtful whether make may not read the line, which then adds nothing and gives way to a default */
    void set(MakeSetting setting, boolean doubtful) {
        String name = setting.name();
        String how = setting.how();
        String before = values.getOrDefault(name, "");
        String value = now(setting.value().strip(), name, how.startsWith(":") ? before : "");
        if (value.contains("$(MAKEFILE_LIST)") && value.contains("dir ")) {
            values.put(name, home + (value.startsWith("$(dir ") ? "/" : ""));
        } else if (how.equals("+") && values.containsKey(name)) {
            values.put(name, doubtful ? before : (before + " " + value).strip());
        } else if (!how.equals("?") || !values.containsKey(name) || doubted.contains(name)) {
            boolean either = doubtful && doubted.contains(name) && !before.equals(value);
            values.put(name, either ? Symbols.UNKNOWN : value);
            doubted.remove(name);
            if (doubtful) {
                doubted.add(name);
            }
        }
    }

    /** In a value that is expanded at once, its own name stands for the previous value; a recursive value would never end. */
    private static String now(String value, String name, String before) {
        String own = value.replace("$(" + name + ")", before).replace("${" + name + "}", before);
        return own.length() > LONGEST_VALUE ? value : own;
    }
}
