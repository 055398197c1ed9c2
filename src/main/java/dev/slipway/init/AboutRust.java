package dev.slipway.init;

import dev.slipway.detect.Binary;
import dev.slipway.detect.CargoPackage;
import dev.slipway.detect.Fact;
import dev.slipway.detect.Repository;
import dev.slipway.detect.Rust;
import dev.slipway.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Cargo builds, and with which toolchain. */
record AboutRust(Repository repository, Rust rust, Draft draft) {
    /** The key for the oldest Rust that is promised. */
    static final String OLDEST = "rust-version";

    /** Writes the toolchain's key; gives the description of the package. */
    static Optional<Fact<String>> add(Repository repository, String project, Optional<String> wanted, Draft draft)
            throws NoProposal {
        AboutRust about = new AboutRust(repository, repository.rust().orElseThrow(), draft);
        CargoPackage shipped = wanted.isPresent() ? about.named(wanted.get()) : about.choose();
        about.write(shipped, project);
        about.license(shipped);
        return shipped.description();
    }

    private CargoPackage named(String name) throws NoProposal {
        List<String> names =
                rust.packages().stream().map(one -> one.name().value()).sorted().toList();
        CargoPackage found = rust.named(name)
                .orElseThrow(() -> new NoProposal(
                        "there is no package '" + name + "' in the workspace",
                        Suggestion.nearest(name, names)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("the packages are " + String.join(", ", names))));
        if (found.built().isEmpty()) {
            throw new NoProposal("cargo builds no program of the package '" + name + "'", programs());
        }
        return found;
    }

    /** The one that stands out, else the first of those that could be. */
    private CargoPackage choose() throws NoProposal {
        CargoPackage chosen = rust.shipped()
                .or(() -> rust.candidates().stream().findFirst())
                .orElseThrow(() -> new NoProposal("cargo builds no program here that could be released", programs()));
        String others = rust.candidates().stream()
                .filter(candidate ->
                        !candidate.name().value().equals(chosen.name().value()))
                .map(candidate -> candidate.name().value() + " (" + String.join(", ", candidate.built()) + ")")
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            draft.open(
                    "rust.package",
                    "'" + chosen.name().value() + "' "
                            + (rust.shipped().isPresent()
                                    ? "has a program named like the repository"
                                    : "is the first of several")
                            + "; 'slipway init --package' takes another: " + others);
        }
        return chosen;
    }

    private String programs() {
        String features = rust.packages().stream()
                .flatMap(one -> one.binaries().stream())
                .map(Fact::value)
                .filter(binary -> !binary.built())
                .map(AboutRust::needs)
                .collect(Collectors.joining("; "));
        return features.isEmpty() ? "a release needs a package with a 'src/main.rs' or a '[[bin]]'" : features;
    }

    private static String needs(Binary binary) {
        return "'" + binary.name() + "' needs the features " + String.join(", ", binary.missingFeatures())
                + ": make them default features";
    }

    private void write(CargoPackage shipped, String project) {
        Setting.Group keys = new Setting.Group();
        toolchain(shipped, keys);
        if (!shipped.directory().isEmpty()) {
            keys.word("package", shipped.name().value());
            draft.taken("rust.package", shipped.name());
        }
        if (!shipped.built().equals(List.of(project))) {
            keys.words("bins", shipped.built());
        }
        binaries(shipped);
        locked(keys);
        rust.history().ifPresent(why -> {
            keys.flag("history", true);
            draft.taken("rust.history", "true", why.value());
        });
        oldest(shipped, keys);
        draft.put("rust", keys.keys());
    }

    private void toolchain(CargoPackage shipped, Setting.Group keys) {
        Optional<Fact<String>> known = rust.toolchain().or(shipped::rustVersion);
        keys.word("toolchain", known.map(Fact::value).orElse("stable"));
        known.ifPresent(fact -> draft.taken("rust.toolchain", fact));
        if (known.isEmpty()) {
            draft.open("rust.toolchain", "nothing names one, so it is 'stable'; a version gives the same build twice");
        } else if (rust.toolchain().isEmpty()) {
            draft.open("rust.toolchain", "that is the oldest that builds the package; a newer one may build it better");
        }
    }

    /** Where everything else is built with another Rust, nobody would notice that the promised one has become too old. */
    private void oldest(CargoPackage shipped, Setting.Group keys) {
        shipped.rustVersion()
                .filter(oldest -> rust.toolchain().isPresent())
                .filter(oldest ->
                        !oldest.value().equals(rust.toolchain().orElseThrow().value()))
                .ifPresent(oldest -> {
                    keys.word(OLDEST, oldest.value());
                    draft.taken("rust." + OLDEST, oldest);
                });
    }

    private void binaries(CargoPackage shipped) {
        for (Fact<Binary> binary : shipped.binaries()) {
            if (binary.value().built()) {
                draft.taken("rust.bins", binary.map(Binary::name));
            } else {
                draft.left("rust.bins", binary.value().name(), needs(binary.value()));
            }
        }
    }

    /** A lock file that git does not ignore is there to be committed, even if nobody has done so yet. */
    private void locked(Setting.Group keys) {
        boolean ignored = repository.git().ignored().contains("Cargo.lock");
        if (ignored) {
            keys.flag("locked", false);
            draft.taken("rust.locked", "false", "git ignores Cargo.lock");
            return;
        }
        rust.locked().filter(Fact::value).ifPresent(fact -> draft.taken("rust.locked", fact));
        if (rust.locked().filter(Fact::value).isEmpty()) {
            draft.open("rust.locked", "true, as it should be: commit Cargo.lock before the first release");
        }
    }

    private void license(CargoPackage shipped) {
        shipped.license().ifPresent(license -> {
            draft.put("license", new Setting.Word(license.value()));
            draft.taken("license", license);
        });
        if (shipped.license().isEmpty()) {
            draft.open("license", License.missing(repository));
        }
    }
}
