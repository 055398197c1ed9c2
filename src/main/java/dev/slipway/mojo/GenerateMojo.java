package dev.slipway.mojo;

/** Writes the files that slipway.yml describes, all of them or none. */
public final class GenerateMojo extends SlipwayMojo {
    /** Made by Maven. */
    public GenerateMojo() {
        super("generate");
    }

    @Override
    String help() {
        return "nothing was written: see above";
    }
}
