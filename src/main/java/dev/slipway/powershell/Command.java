package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command with its arguments.
 *
 * @param name in lower case, without an ending
 * @param sourced whether a script is run as a part of this one
 * @param parameters those of the function that it is
 */
record Command(
        String name, Expression program, boolean sourced, Optional<List<String>> parameters, List<Argument> arguments) {

    /**
     * The command of a shell.
     *
     * @param input the command whose output it reads; empty if there is none
     */
    String shell(String input, Written before) {
        String word = program.value(before).word();
        List<List<String>> given = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        arguments.forEach(argument -> argument.addTo(given, options, before));
        Call call = new Call(name, word, given, options);
        String pipe = input.isEmpty() ? "" : input + " | ";
        if (parameters.isPresent()) {
            return pipe + name + " " + String.join(" ", call.ordered(parameters.get(), "''"));
        }
        return call.cmdlet().isEmpty() ? pipe + (sourced ? ". " : "") + call.written() : Cmdlets.shell(call, input);
    }
}
