package dev.slipway.run.local.process;

/**
 * What a command gave.
 *
 * @param exit its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Answer(int exit, String out, String err) {
    public static Answer of(String out) {
        return new Answer(0, out, "");
    }

    public static Answer failed(String err) {
        return new Answer(1, "", err);
    }
}
