package dev.slipway.detect.workflow;

import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command asks of Maven.
 *
 * @param goals phases and goals, in order
 * @param on the profiles that it names
 * @param off the profiles that it switches off
 * @param properties what it gives with {@code -D}, as {@code name} or {@code name=value}
 */
public record MavenCall(List<String> goals, List<String> on, List<String> off, List<String> properties) {
    private static final String PROGRAMS = "mvnw?(?:\\.cmd)?|mvnd";
    private static final String PROFILES = "-P|--activate-profiles";

    /** Options whose value is the next word. */
    private static final String VALUED = "-s|-f|-pl|-rf|-T|-b|-gs|-gt|-t|-l|--settings|--file|--projects|--threads";

    public MavenCall {
        goals = List.copyOf(goals);
        on = List.copyOf(on);
        off = List.copyOf(off);
        properties = List.copyOf(properties);
    }

    static boolean isMaven(Command command) {
        return command.program().matches(PROGRAMS);
    }

    /** Nothing if a command starts something else. */
    public static Optional<MavenCall> of(Command command) {
        if (!isMaven(command)) {
            return Optional.empty();
        }
        List<String> goals = new ArrayList<>();
        List<String> on = new ArrayList<>();
        List<String> off = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        List<String> words = command.arguments();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            boolean more = at + 1 < words.size();
            if (word.matches(PROFILES) && more) {
                profiles(words.get(++at), on, off);
            } else if (word.matches("-P.+|--activate-profiles=.+")) {
                profiles(word.replaceFirst("^(?:-P|--activate-profiles=)", ""), on, off);
            } else if (word.equals("-D") && more) {
                properties.add(words.get(++at));
            } else if (word.startsWith("-D")) {
                properties.add(word.substring(2));
            } else if (word.matches(VALUED)) {
                at++;
            } else if (!word.startsWith("-")) {
                goals.add(word);
            }
        }
        return Optional.of(new MavenCall(goals, on, off, properties));
    }

    private static void profiles(String list, List<String> on, List<String> off) {
        on.addAll(on(list));
        Stream.of(list.split(","))
                .filter(id -> id.matches("[!-].+"))
                .map(id -> id.replaceFirst("^[!-][?]?", ""))
                .forEach(off::add);
    }

    /** The profiles that a list such as {@code native,+h2,!tide} names, without those that it switches off. */
    static List<String> on(String list) {
        return Stream.of(list.split(","))
                .map(id -> id.replaceFirst("^[+?]", ""))
                .filter(id -> !id.isEmpty() && !id.matches("[!-].*"))
                .toList();
    }
}
