package dev.slipway.blueprint;

/**
 * A script in a file: too long to be read inside a workflow.
 *
 * @param path in the repository
 * @param header what every generated file begins with
 * @param script what it does, without a line end
 */
public record ScriptFile(String path, Header header, String script) {
    /** The same file with another script. */
    public ScriptFile with(String other) {
        return new ScriptFile(path, header, other);
    }

    /** The whole file. A runner starts the script of a step with the same options. */
    public String text() {
        StringBuilder text = new StringBuilder(script.length() + 300).append("#!/usr/bin/env bash\n");
        header.text().lines().forEach(line -> text.append("# ").append(line).append('\n'));
        return text.append("\nset -eo pipefail\n\n").append(script).append('\n').toString();
    }
}
