package dev.slipway.mojo;

/** The goal {@code slipway:generate}: writes the files that slipway.yml describes, all of them or none. */
public final class GenerateMojo extends SlipwayMojo {
    /** Called by Maven. */
    public GenerateMojo() {
        super("generate");
    }

    @Override
    String help() {
        return "nothing was written: see above";
    }
}
