package dev.slipway.plan;

import dev.slipway.config.BuildMethod;
import dev.slipway.facts.Containers;
import dev.slipway.facts.Libc;
import dev.slipway.facts.Libcs;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Request;
import dev.slipway.toolchain.Toolchain;
import java.util.Optional;

/**
 * Refuses images that no build can run in: it installs its tools with apt and runs its scripts with bash.
 *
 * @param request what is built in the image
 */
record ContainerCheck(Toolchain toolchain, Request request) {
    Optional<Problem> problem(String image, Pointer place) {
        return Containers.standard()
                .lack(image)
                .filter(lack -> !lack.isEmpty())
                .map(lack -> Problem.at(
                        place,
                        "cannot build in " + Quote.of(image) + ", which has " + lack,
                        "use a Debian or Ubuntu image, such as " + Quote.of(Libcs.OLD_SYSTEM) + instead(image)));
    }

    /** What people use such an image for: programs for Alpine, or for old systems. */
    private String instead(String image) {
        Optional<Libc> libc = Libcs.standard().ofImage(image);
        if (libc.filter(it -> it.kind() != Libc.Kind.GLIBC).isPresent()) {
            return "; targets such as 'linux-amd64-musl' run on Alpine too";
        }
        return libc.filter(ContainerCheck::old)
                .map(Libc::version)
                .filter(this::zigLinks)
                .map(version -> "; for programs that start with glibc " + version + ", write 'build: zig' and 'glibc: "
                        + version + "' and no container")
                .orElse("");
    }

    private static boolean old(Libc libc) {
        return Libcs.standard()
                .ofImage(Libcs.OLD_SYSTEM)
                .filter(usual -> !libc.runs(usual))
                .isPresent();
    }

    private boolean zigLinks(String version) {
        Request asked = new Request(
                request.word(),
                request.target(),
                Optional.of(BuildMethod.of(BuildMethod.Kind.ZIG)),
                Optional.empty(),
                request.runner(),
                Optional.of(version));
        return toolchain.recipe(asked).fold(recipe -> true, refusal -> false);
    }
}
