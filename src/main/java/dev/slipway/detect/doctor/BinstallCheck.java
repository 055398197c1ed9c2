package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.cargo.Binstall;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sees whether {@code cargo binstall} finds the files of a release where the manifest says they are. */
record BinstallCheck() implements Check {
    private static final String URL = "https://github.com/cargo-bins/cargo-binstall/blob/main/SUPPORT.md";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "names that cargo binstall looks for",
                        repository.rust().stream()
                                .flatMap(rust -> rust.packages().stream())
                                .anyMatch(one -> one.binstall().isPresent()))
                .unless(
                        crate(repository, setup).flatMap(CargoPackage::binstall).stream()
                                .anyMatch(binstall -> setup.builds().stream()
                                        .anyMatch(build -> !binstall.undecided(build.triple())
                                                .isEmpty())),
                        "the name of a platform does not decide some conditions in [package.metadata.binstall.overrides]");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Optional<CargoPackage> crate = crate(repository, setup);
        if (crate.isEmpty()) {
            return List.of();
        }
        return setup.builds().stream()
                .flatMap(build -> advise(build, crate.get(), repository, setup).stream())
                .limit(1) // the others have the same cause
                .toList();
    }

    private static Optional<CargoPackage> crate(Repository repository, Setup setup) {
        return repository
                .rust()
                .flatMap(rust -> setup.rust()
                        .flatMap(Setup.Cargo::crate)
                        .flatMap(rust::named)
                        .or(rust::shipped))
                .filter(found -> found.binstall().isPresent());
    }

    private static Optional<Advice> advise(Setup.Build build, CargoPackage crate, Repository repository, Setup setup) {
        Binstall binstall = crate.binstall().orElseThrow();
        String program = setup.rust().stream()
                .flatMap(cargo -> cargo.binaries().stream())
                .findFirst()
                .orElse(crate.name().value());
        String ending = binstall.ending(build.triple()).orElse(AssetNames.ending(build.asset()));
        Optional<String> wanted = binstall.address(build.triple(), crate.name().value(), "", program, ending)
                .map(address -> address.replace("{version}", setup.tags().version()));
        String folder = "/releases/download/" + setup.tags().example() + "/";
        return wanted.filter(
                        address -> setup.builds().stream().noneMatch(made -> address.endsWith(folder + made.asset())))
                .map(address -> advice(
                                address,
                                broken(address, build, crate, repository, setup),
                                build,
                                help(build, setup) + format(binstall, build),
                                setup)
                        .at(new Fact<>(address, binstall.place())
                                .where()
                                .orElseGet(() -> FoundAt.file(crate.name().file()))));
    }

    /** The format of the manifest decides which ending is looked for, and how the file is unpacked. */
    private static String format(Binstall binstall, Setup.Build build) {
        return Binstall.format(AssetNames.ending(build.asset()))
                .filter(any -> binstall.ending(build.triple())
                        .filter(ending -> !build.asset().endsWith(ending))
                        .isPresent())
                .map(word -> "; write pkg-fmt = \"" + word + "\" in [package.metadata.binstall.overrides."
                        + build.triple() + "]")
                .orElse("");
    }

    private static Advice advice(String address, boolean broken, Setup.Build build, String help, Setup setup) {
        return new Advice(
                broken ? Severity.WARNING : Severity.ERROR,
                "binstall",
                "for " + build.triple() + ", 'cargo binstall' looks for '"
                        + address.replaceFirst("^.*?/releases/download/", "") + "', but the release has '"
                        + setup.tags().example() + "/" + build.asset() + "'"
                        + (broken ? "; the current files that could be read have other names, too" : ""),
                help,
                URL);
    }

    /** Whether the workflow of today gives the file another name than the manifest says. */
    private static boolean broken(
            String address, Setup.Build build, CargoPackage crate, Repository repository, Setup setup) {
        Stream<String> packed = repository.release().targets().stream()
                .filter(fact -> !fact.from().contains("binstall")
                        && setup.workflows().stream().noneMatch(fact.from()::startsWith))
                .filter(fact -> fact.value().triple().equals(build.triple()))
                .flatMap(fact -> fact.value().archive().stream())
                .map(FoundArchive::name);
        Stream<String> uploaded = repository.release().released().stream()
                .filter(fact -> setup.workflows().stream().noneMatch(fact.from()::startsWith))
                .map(fact -> fact.value().name())
                .filter(name -> name.contains(build.triple()));
        List<String> today = Stream.concat(packed, uploaded)
                .map(name -> name.replace("{version}", setup.tags().version())
                        .replace("{tag}", setup.tags().example())
                        .replace("{name}", crate.name().value()))
                .toList();
        return !today.isEmpty() && today.stream().noneMatch(name -> address.endsWith("/" + name));
    }

    /** What the manifest would have to say, if files are named after triples. */
    static String help(Setup.Build build, Setup setup) {
        String address = (setup.tags().example() + "/" + build.asset())
                .replace(setup.tags().version(), "{ version }")
                .replace(build.triple(), "{ target }");
        String ending = AssetNames.ending(build.asset());
        String text = ending.isEmpty()
                ? address
                : address.substring(0, address.length() - ending.length()) + "{ archive-suffix }";
        boolean sayable = address.contains("{ target }");
        return sayable
                ? "write pkg-url = \"{ repo }/releases/download/" + text
                        + "\" in [package.metadata.binstall], or keep the old 'archive.name' in " + setup.config()
                        + " as it was"
                : "write 'archive.name' and 'targets' in " + setup.config() + " to keep the file names";
    }
}
