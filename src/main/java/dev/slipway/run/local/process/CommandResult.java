package dev.slipway.run.local.process;

/**
 * What a command gave.
 *
 * @param exit its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandResult(int exit, String out, String err) {
    public static CommandResult of(String out) {
        return new CommandResult(0, out, "");
    }

    public static CommandResult failed(String err) {
        return new CommandResult(1, "", err);
    }
}
