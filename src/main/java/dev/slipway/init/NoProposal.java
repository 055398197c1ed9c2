package dev.slipway.init;

/** Says that a repository tells too little for a config, and what to do. */
public final class NoProposal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String help;

    NoProposal(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to do; may be empty. */
    public String help() {
        return help;
    }
}
