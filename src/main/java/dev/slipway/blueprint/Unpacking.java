package dev.slipway.blueprint;

import dev.slipway.plan.Build;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Shipped;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that take the programs out of an archive again. */
final class Unpacking {
    private Unpacking() {}

    /** Lines of a script in which {@code TAG} is set, for a build, into a folder. */
    static List<String> lines(ReleasePlan plan, Build build, String folder, List<Shipped> shipped) {
        Packing packing = plan.packing().of(build.target().os());
        String name = build.archive().inShell();
        String archive = "\"" + Steps.DIST + "/" + name + "\"";
        if (packing.raw()) {
            return List.of("install -m 755 " + archive + " " + folder + "/"
                    + shipped.get(0).entry());
        }
        boolean inFolder = packing.inFolder();
        String stem = name.substring(
                0, name.length() - packing.ending(build.target().os()).length());
        String format = packing.format(build.target().os());
        if (format.equals("zip")) {
            String unzip = "unzip -q " + archive + " -d " + folder;
            return inFolder ? List.of(unzip, "mv \"" + folder + "/" + stem + "\"/* " + folder + "/") : List.of(unzip);
        }
        String entries = shipped.stream()
                .map(it -> inFolder ? "\"" + stem + "/" + it.entry() + "\"" : it.entry())
                .collect(Collectors.joining(" "));
        return List.of("tar " + flags(format) + " " + archive + " -C " + folder
                + (inFolder ? " --strip-components=1 " : " ") + entries);
    }

    private static String flags(String format) {
        return switch (format) {
            case "tar.xz" -> "-xJf";
            case "tar.zst" -> "--zstd -xf";
            default -> "-xzf";
        };
    }
}
