package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.facts.Libcs;
import dev.slipway.plan.BuildPlanner.Row;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Toolchain;
import java.util.List;
import java.util.Optional;

/**
 * The container that Linux builds share if the config names none.
 *
 * @param ofImage whether it is the system of the image, which all programs have to run in
 */
record SharedContainer(String image, boolean ofImage) {
    static final SharedContainer OLD = new SharedContainer(Libcs.OLD_SYSTEM, false);

    /** The system of the image's base: programs do not run in an image whose C library is older than theirs. */
    static Optional<SharedContainer> ofImage(Config config, Toolchain toolchain, List<Row> rows) {
        boolean links = toolchain.linksLibc()
                && rows.stream()
                        .anyMatch(row ->
                                row.target().os() == Os.LINUX && row.target().libc() == Libc.GNU);
        return config.docker()
                .filter(docker -> links)
                .flatMap(docker -> VariantPlanner.bases(docker, true).values().stream()
                        .flatMap(base -> base.forBuilding().stream())
                        .reduce(SharedContainer::older))
                .map(image -> new SharedContainer(image, true));
    }

    /** What is linked in the older of two systems runs in both. */
    private static String older(String one, String other) {
        boolean older = Base.of(one)
                .libc()
                .filter(libc ->
                        Base.of(other).libc().filter(it -> !it.runs(libc)).isPresent())
                .isPresent();
        return older ? other : one;
    }
}
