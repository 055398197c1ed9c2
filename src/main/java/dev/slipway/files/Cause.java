package dev.slipway.files;

/** Why a file is not what is wanted. */
public enum Cause {
    /** The file is not what slipway last wrote. */
    HAND("edited by hand"),
    /** What is wanted is not what slipway last wrote. */
    CONFIG("the config or a file it names has changed"),
    /** Slipway wrote the file once, and nothing needs it now. */
    UNNEEDED("no longer needed"),
    /** The file was adopted as somebody had written it, and has not been replaced since. */
    ADOPTED("adopted as it was, and not yet replaced"),
    /** Nothing but pins differ from what slipway last wrote, and the config owns these. */
    PINS("its pins differ from those of the config"),
    /** Its header names another config of the repository. */
    OTHER_CONFIG("generated from another config"),
    /** It has slipway's header, but the manifest has no record of it. */
    UNRECORDED("not recorded in the manifest");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    /** The words that people are shown, such as {@code the config or a file it names has changed}. */
    public String words() {
        return words;
    }
}
