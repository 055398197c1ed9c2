package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which checksums and signatures are made of the files: they are files of the release themselves. */
record Derived(Section root, Names names, Found found) {
    private static final String USUAL = "SHA_256";

    void read(Release release) {
        Section checksum = root.section("checksum");
        if (release.releases()) {
            checksums(release, checksum);
            signatures(release);
        }
        checksum.skipAll();
        root.section("signing").skipAll();
    }

    /** The file with all checksums of the usual kind, if it is released. */
    Optional<Fact<String>> sums(Release release) {
        Section checksum = root.section("checksum");
        boolean any = found.assets.stream().anyMatch(asset -> checked(checksum, asset));
        return any && release.releases() && release.uploads("checksums")
                ? combined(checksum, USUAL).map(name -> new Fact<>(name, checksum.from("name")))
                : Optional.empty();
    }

    boolean each(Release release) {
        return root.section("checksum").flag("individual") && release.uploads("checksums");
    }

    private static boolean checked(Section checksum, Found.Asset asset) {
        return asset.checked()
                && asset.known()
                && !asset.part().isEmpty()
                && checksum.text(asset.part()).filter("false"::equals).isEmpty();
    }

    private void checksums(Release release, Section checksum) {
        List<Found.Asset> checked =
                found.assets.stream().filter(asset -> checked(checksum, asset)).toList();
        if (checked.isEmpty() || !release.uploads("checksums")) {
            return;
        }
        Set<String> algorithms = new LinkedHashSet<>(checksum.texts("algorithms"));
        algorithms.add(USUAL);
        if (algorithms.stream().map(Derived::ending).anyMatch("sha512"::equals)) {
            hashes(checksum);
        }
        String from = checksum.from(checksum.flag("individual") ? "individual" : "name");
        for (String algorithm : algorithms) {
            if (checksum.flag("individual")) {
                checked.forEach(asset -> found.asset(
                        new Found.Asset(asset.name() + "." + ending(algorithm), from, "", false, asset.signed())));
            }
            combined(checksum, algorithm)
                    .ifPresentOrElse(
                            name -> found.asset(new Found.Asset(name, checksum.from("name"), "", false, true)),
                            () -> found.left.add(new Left(
                                    "checksum.name",
                                    checksum.text("name").orElse(""),
                                    "the name is known only during a run",
                                    checksum.from("name"))));
        }
    }

    /** Of the algorithms of JReleaser, Slipway has these two. */
    private void hashes(Section checksum) {
        found.keys.put("hashes", new Fact<>(List.of("sha256", "sha512"), checksum.from("algorithms")));
        combined(checksum, USUAL)
                .map(name -> name.replace("sha256", "{hash}"))
                .ifPresent(name -> found.key("checksum-file", name, checksum.from("name")));
    }

    /** The name has the algorithm before its ending. */
    private Optional<String> combined(Section checksum, String algorithm) {
        Names.Filled filled = names.fill(checksum.text("name").orElse("checksums.txt"));
        String name = filled.text();
        int dot = name.lastIndexOf('.');
        return filled.told()
                ? Optional.of(
                        dot < 0
                                ? name + "." + ending(algorithm)
                                : name.substring(0, dot) + "_" + ending(algorithm) + name.substring(dot))
                : Optional.empty();
    }

    private static String ending(String algorithm) {
        String plain = algorithm.substring(algorithm.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return plain.startsWith("sha3") ? plain.replace('_', '-') : plain.replaceAll("[-_ ]", "");
    }

    private void signatures(Release release) {
        Section signing = root.section("signing");
        Map<String, String> endings = new LinkedHashMap<>();
        Section pgp = signing.section("pgp");
        boolean all = Active.unlessOff(signing);
        if (all && Active.said(pgp).orElseGet(() -> Active.is(signing))) {
            boolean binary = pgp.text("armored")
                    .or(() -> signing.text("armored"))
                    .filter("false"::equals)
                    .isPresent();
            endings.put("pgp", binary ? ".sig" : ".asc");
        }
        if (all && Active.is(signing.section("cosign"))) {
            endings.put("cosign", ".cosign");
        }
        if (all && Active.is(signing.section("minisign"))) {
            endings.put("minisign", ".minisig");
        }
        if (endings.isEmpty()) {
            return;
        }
        found.left.add(new Left(
                signing.path(),
                String.join(", ", endings.keySet()),
                "Slipway does not sign files; 'attest: true' proves their origin instead",
                signing.from()));
        if (release.uploads("signatures")) {
            for (Found.Asset asset : new ArrayList<>(found.assets)) {
                boolean meant = asset.part().isEmpty()
                        || signing.text(asset.part()).filter("false"::equals).isEmpty();
                if (asset.signed() && asset.known() && meant) {
                    endings.values()
                            .forEach(ending -> found.asset(
                                    new Found.Asset(asset.name() + ending, signing.from(), "", false, false)));
                }
            }
        }
    }
}
