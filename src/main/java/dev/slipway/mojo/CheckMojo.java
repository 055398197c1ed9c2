package dev.slipway.mojo;

/** The goal {@code slipway:check}: fails the build if a generated file is out of date. Changes nothing. */
public final class CheckMojo extends SlipwayMojo {
    /** Called by Maven. */
    public CheckMojo() {
        super("check");
    }

    @Override
    String help() {
        return "generated files are not current: see above, or run 'mvn slipway:generate'";
    }
}
