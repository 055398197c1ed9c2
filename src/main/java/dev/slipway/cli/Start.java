package dev.slipway.cli;

/**
 * Where a process begins. A check that {@link FastCheck} can answer ends here, before the JVM has to load and verify what
 * reads a command line; everything else is for {@link Main}.
 */
public final class Start {
    private static final int UNWRITTEN = 2;

    private Start() {}

    public static void main(String[] args) {
        if (FastCheck.isAsked(args)) {
            String known = FastCheck.answer(
                            args, System.getenv(), System.getProperty("java.class.path"), System.currentTimeMillis())
                    .orElse(null);
            if (known != null) {
                System.out.print(known);
                if (System.out.checkError()) {
                    System.exit(UNWRITTEN);
                }
                return;
            }
        }
        Main.main(args);
    }
}
