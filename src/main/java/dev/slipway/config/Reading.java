package dev.slipway.config;

import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading a config came to: as much of it as could be understood, and what could not.
 *
 * @param config without the values that have problems
 */
public record Reading(Config config, List<Problem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }

    /** Adds problems found in the config, except for those about a value that could not even be read. */
    public Reading and(List<Problem> further) {
        List<Problem> all = new ArrayList<>(problems);
        further.stream().filter(problem -> !known(problem.where())).forEach(all::add);
        return new Reading(config, all);
    }

    /** The config, if nothing is wrong with it. */
    public Config orReject() {
        if (!problems.isEmpty()) {
            throw new Rejected(problems);
        }
        return config;
    }

    private boolean known(Pointer where) {
        return problems.stream()
                .map(problem -> problem.where().tokens())
                .filter(tokens -> !tokens.isEmpty())
                .anyMatch(tokens -> tokens.size() <= where.tokens().size()
                        && where.tokens().subList(0, tokens.size()).equals(tokens));
    }
}
