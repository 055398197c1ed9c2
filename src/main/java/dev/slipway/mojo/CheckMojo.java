package dev.slipway.mojo;

/** Fails the build if a generated file is not current; changes nothing. */
public final class CheckMojo extends SlipwayMojo {
    /** Made by Maven. */
    public CheckMojo() {
        super("check");
    }

    @Override
    String help() {
        return "generated files are not current: see above, or run 'mvn slipway:generate'";
    }
}
