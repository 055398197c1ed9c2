package dev.slipway.blueprint;

import dev.slipway.model.workflow.Github;
import dev.slipway.model.workflow.Run;
import dev.slipway.plan.Paths;
import dev.slipway.toolchain.Scripts;

/** The Slipway that wrote the files, in a job of CI on Linux. */
record InstalledSlipway(Header header) {
    private static final String REPOSITORY = "slipway-dev/slipway";

    /** The step that downloads it. */
    Run install() {
        return Run.script("Install Slipway", Scripts.read("install-slipway"))
                .env("GH_TOKEN", Github.TOKEN)
                .env("GH_REPO", REPOSITORY)
                .env("VERSION", header.version());
    }

    /** How a script calls it with the project's config, up to the command. */
    String command() {
        String config = header.config().equals(Paths.CONFIG) ? "" : " --config " + quoted(header.config());
        return "slipway" + config;
    }

    /** The path as one word of a shell: a config whose path has a quote is refused. */
    private static String quoted(String path) {
        return path.matches("[0-9A-Za-z._/-]+") ? path : "'" + path + "'";
    }
}
