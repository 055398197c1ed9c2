package dev.slipway.run.example;

import java.util.List;

/** Faults of packages, installers and manifests. */
final class PackageMutants {
    private static final String PACKAGED = "packaged";

    static final List<Mutant> ALL = List.of(
            Mutant.ofJob(
                    "no Debian packages",
                    PACKAGED,
                    "package",
                    "        run: bash repository/.slipway/scripts/make-debs.sh",
                    "        run: 'true'"),
            Mutant.ofJob(
                    "one Debian package less",
                    PACKAGED,
                    "package",
                    "            arm64 otto_${{ needs.version.outputs.version }}_arm64.deb otto-${{ needs.version.outputs.tag }}-linux-arm64.tar.gz otto-${{ needs.version.outputs.tag }}-linux-arm64\n",
                    ""),
            Mutant.ofJob(
                    "a Debian package in a file of another name",
                    PACKAGED,
                    "package",
                    "otto_${{ needs.version.outputs.version }}_arm64.deb",
                    "otto-rs_${{ needs.version.outputs.version }}_arm64.deb"),
            Mutant.ofJob(
                    "a Debian package with one program of two",
                    PACKAGED,
                    "package",
                    "          PROGRAMS: |-\n            otto\n            ottod\n",
                    "          PROGRAMS: otto\n"),
            Mutant.ofJob(
                    "a Debian package with the program of another processor",
                    PACKAGED,
                    "package",
                    "_arm64.deb otto-${{ needs.version.outputs.tag }}-linux-arm64.tar.gz",
                    "_arm64.deb otto-${{ needs.version.outputs.tag }}-linux-amd64-musl.tar.gz"),
            Mutant.ofJob(
                    "no RPM packages",
                    PACKAGED,
                    "package",
                    "        run: bash repository/.slipway/scripts/make-rpms.sh",
                    "        run: 'true'"),
            Mutant.ofJob(
                    "an RPM package for a wrong processor",
                    PACKAGED,
                    "package",
                    "            aarch64 otto-${{ needs.version.outputs.version }}-1.aarch64.rpm",
                    "            arm64 otto-${{ needs.version.outputs.version }}-1.arm64.rpm"),
            Mutant.ofJob(
                    "an installer of another name", PACKAGED, "package", "dist/otto-installer.sh", "dist/install.sh"),
            Mutant.ofJob(
                    "an installer without checksums",
                    PACKAGED,
                    "package",
                    "while [[ $text =~ @SHA256:([[:alnum:]._@+-]+)@ ]]",
                    "while [[ $text =~ @SHA257:([[:alnum:]._@+-]+)@ ]]"),
            Mutant.ofJob(
                    "an installer with checksums of another file",
                    PACKAGED,
                    "package",
                    "sha256sum \"dist/${BASH_REMATCH[1]}\"",
                    "sha256sum repository/README.md"),
            Mutant.ofJob(
                    "an installer without the tag",
                    PACKAGED,
                    "package",
                    "text=${text//@TAG@/$TAG}",
                    "text=${text//@tag@/$TAG}"),
            Mutant.ofJob(
                    "a manifest that is not uploaded",
                    PACKAGED,
                    "package",
                    "          fill_in repository/.slipway/packages/otto.rb manifests/otto.rb\n",
                    ""),
            Mutant.ofJob("a formula of another name", PACKAGED, "homebrew", "NAME: otto\n", "NAME: ottod\n"),
            Mutant.ofJob(
                    "a formula in another tap",
                    PACKAGED,
                    "homebrew",
                    "TAP: otto-rs/homebrew-tap",
                    "TAP: otto-rs/homebrew-other"),
            Mutant.ofJob(
                    "a formula pushed with a token of the job",
                    PACKAGED,
                    "homebrew",
                    "GH_TOKEN: ${{ secrets.HOMEBREW_TAP_TOKEN }}",
                    "GH_TOKEN: ${{ github.token }}"),
            Mutant.ofJob(
                    "a formula only for prereleases",
                    PACKAGED,
                    "homebrew",
                    "prerelease == 'false'",
                    "prerelease == 'true'"),
            Mutant.ofJob(
                            "a formula for each prerelease",
                            PACKAGED,
                            "homebrew",
                            "    if: needs.version.outputs.prerelease == 'false'\n",
                            "")
                    .by(Version.PRERELEASE),
            Mutant.ofJob(
                            "a formula of an old version",
                            PACKAGED,
                            "homebrew",
                            "if [[ $(newest '') != \"$this\" ]]",
                            "if [[ -z $this ]]")
                    .by(Version.BACKPORT),
            Mutant.ofJob(
                    "a winget manifest without its pull request",
                    PACKAGED,
                    "winget",
                    "gh api \"$upstream/pulls\"",
                    "true"),
            Mutant.ofJob(
                    "a crate that is not published",
                    PACKAGED,
                    "crates",
                    "publish --locked --package \"$package\"",
                    "true"),
            Mutant.ofJob(
                    "no identity for the registry",
                    PACKAGED,
                    "crates",
                    "      id-token: write # authenticate to crates.io\n",
                    ""),
            Mutant.ofJob(
                    "files of the release left on the way",
                    PACKAGED,
                    "create-release",
                    "          name: release-files\n          path: dist",
                    "          name: manifests\n          path: dist"));

    private PackageMutants() {}
}
