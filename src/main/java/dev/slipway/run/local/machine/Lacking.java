package dev.slipway.run.local.machine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which programs of this machine a runner does not have. */
final class Lacking {
    private static final String CROSS_COMPILERS = ".*-(linux|w64)-(gnu|musl|mingw32|android)[a-z]*[0-9]*-.*|musl-gcc";

    /** What only Linux has. */
    private static final Set<String> OF_LINUX = Set.of(
            "add-apt-repository",
            "alien",
            "apk",
            "apt",
            "apt-cache",
            "apt-config",
            "apt-get",
            "apt-key",
            "apt-mark",
            "aptitude",
            "chrt",
            "dnf",
            "fakeroot",
            "free",
            "getent",
            "gpasswd",
            "ionice",
            "ip",
            "journalctl",
            "ldconfig",
            "loginctl",
            "lsb_release",
            "lscpu",
            "lsmod",
            "pacman",
            "patchelf",
            "rpm",
            "rpmbuild",
            "rpmsign",
            "runuser",
            "service",
            "snap",
            "strace",
            "systemctl",
            "systemd-run",
            "unshare",
            "update-alternatives",
            "useradd",
            "yum",
            "zypper");

    private static final Set<String> NOT_ON_MACOS = Set.of(
            "b2sum",
            "buildah",
            "chcon",
            "docker",
            "docker-compose",
            "flock",
            "hostid",
            "ldd",
            "md5sum",
            "musl-gcc",
            "nproc",
            "numfmt",
            "objcopy",
            "pinky",
            "pidof",
            "podman",
            "readelf",
            "setsid",
            "sha1sum",
            "sha224sum",
            "sha256sum",
            "sha384sum",
            "sha512sum",
            "shuf",
            "skopeo",
            "ss",
            "stdbuf",
            "tac",
            "taskset",
            "timeout",
            "wget");

    private static final Set<String> NOT_ON_WINDOWS =
            Set.of("brew", "buildah", "man", "musl-gcc", "podman", "rsync", "skopeo", "sudo", "zip");

    /** They come by an installer, and are stand-ins then: a person's own would start containers or fetch compilers. */
    private static final Set<String> BY_INSTALLERS =
            Set.of("b3sum", "cross", "cross-util", "cargo-zigbuild", "cargo-ndk");

    private Lacking() {}

    /** Programs whose names match are not on the runner until a step asks for them, if ever. */
    static Pattern on(Machine machine) {
        List<Set<String>> names = switch (machine.system()) {
            case LINUX -> List.of(BY_INSTALLERS);
            case MACOS -> List.of(BY_INSTALLERS, OF_LINUX, NOT_ON_MACOS);
            case WINDOWS -> List.of(BY_INSTALLERS, OF_LINUX, NOT_ON_WINDOWS);
        };
        StringBuilder pattern = new StringBuilder();
        for (Set<String> set : machine.otherSystem() ? names : List.of(BY_INSTALLERS)) {
            set.stream()
                    .sorted()
                    .map(Pattern::quote)
                    .forEach(name -> pattern.append(name).append('|'));
        }
        if (machine.otherSystem() && machine.system() != RunnerSystem.LINUX) {
            pattern.append("dpkg(-.*)?|").append(CROSS_COMPILERS).append('|');
        } else if (machine.hosted() && machine.system() == RunnerSystem.LINUX) {
            // compilers for the runner's own processor are there
            String own = machine.processor().rust() + "-linux-gnu-.*|"
                    + machine.processor().rust() + "-linux-android.*";
            pattern.append("(?!")
                    .append(own)
                    .append(")(")
                    .append(CROSS_COMPILERS)
                    .append(")|");
        }
        pattern.setLength(pattern.length() - 1);
        return Pattern.compile(pattern.toString());
    }
}
