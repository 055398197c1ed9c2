package dev.slipway.run.local.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Programs that one script replaces.
 *
 * @param script the name of the script, without its ending
 * @param programs the names under which it is called
 * @param always whether they are on the runner even if this machine does not have them
 */
record StandIns(String script, List<String> programs, boolean always) {
    private static StandIns where(String script, String... programs) {
        return new StandIns(script, List.of(programs), false);
    }

    private static StandIns always(String script, String... programs) {
        return new StandIns(script, List.of(programs), true);
    }

    /** The programs of a Rust toolchain, which rustup's installer also installs. */
    static List<StandIns> rust() {
        return List.of(
                always("rustup", "rustup"),
                where("cargo", "cargo"),
                where(
                        "rust-tool",
                        "rustc",
                        "rustdoc",
                        "rustfmt",
                        "cargo-fmt",
                        "cargo-clippy",
                        "clippy-driver",
                        "rust-gdb",
                        "rust-lldb",
                        "rust-analyzer"));
    }

    /** What is there once an installer was asked for it. */
    static List<StandIns> offered() {
        return List.of(always("cargo", "cross", "cargo-zigbuild", "cargo-ndk"), always("publisher", "twine"));
    }

    /** What a runner has from its start, but for Rust. */
    static List<StandIns> of(Machine machine, Set<String> real) {
        List<StandIns> all = new ArrayList<>();
        RunnerSystem system = machine.system();
        if (system != RunnerSystem.WINDOWS) {
            all.add(always("sudo", "sudo"));
        }
        if (system == RunnerSystem.LINUX) {
            all.add(new StandIns("apt", List.of("apt-get", "apt"), machine.hosted()));
            all.add(where("installer", "dnf", "yum", "apk", "pacman", "zypper", "snap", "brew"));
        }
        if (system == RunnerSystem.MACOS) {
            all.add(always("installer", "brew"));
        }
        if (system == RunnerSystem.WINDOWS) {
            all.add(always("installer", "choco", "winget"));
            if (machine.otherSystem()) {
                all.add(where("jpackage", "jpackage"));
            }
        }
        if (machine.simulated().isPresent()) {
            all.add(always("uname", "uname"));
            all.add(where("uname", "arch"));
        }
        if (system == RunnerSystem.MACOS && machine.otherSystem()) {
            all.add(always("uname", "arch"));
            all.add(always("clang", "cc", "gcc", "clang", "c++", "g++", "clang++"));
            all.add(always("apple", "sw_vers", "sysctl", "lipo", "codesign", "xcrun", "xattr", "spctl", "stapler"));
        } else if (real.contains("sha256sum") || real.contains("shasum")) {
            all.add(always("checksum", "sha256sum", "sha512sum"));
        }
        if (real.contains("python3")) {
            all.add(always("pip", "pip", "pip3"));
            all.add(where("pip", "pipx"));
            all.add(where("python", "python", "python3"));
        }
        all.add(where("download", "curl", "wget"));
        all.add(where("git", "git"));
        all.add(where("go", "go"));
        all.add(where("java-build", "mvn", "gradle"));
        if (machine.otherSystem() || !real.contains("native-image")) {
            all.add(always("native-image", "native-image"));
        }
        all.add(where("npm", "npm", "pnpm", "yarn"));
        all.add(where(
                "publisher",
                "twine",
                "gem",
                "docker",
                "podman",
                "buildah",
                "skopeo",
                "helm",
                "cosign",
                "gh",
                "ssh",
                "scp",
                "sftp",
                "rsync",
                "security"));
        return all;
    }
}
