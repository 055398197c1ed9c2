package dev.slipway.run.example;

import java.util.List;

/** Faults of what is handed on between jobs, of archives and checksums, and of the release itself. */
final class FileMutants {
    private static final String MAKE = "command-make";
    private static final String ATTESTED = "attested";
    private static final String DISPATCHED = "dispatched";
    private static final String EXTRAS = "packaged";
    private static final String PACK = ".slipway/scripts/pack.sh";

    static final List<Mutant> ALL = List.of(
            Mutant.ofJob("an artifact of another name", MAKE, "build-linux", "name: windlass-${{", "name: winch-${{"),
            Mutant.ofJob(
                    "an artifact of the same name in each row",
                    MAKE,
                    "build-linux",
                    "name: windlass-${{ matrix.platform }}",
                    "name: windlass-linux"),
            Mutant.ofJob(
                    "a pattern that does not fit",
                    MAKE,
                    "create-release",
                    "pattern: 'windlass-*'",
                    "pattern: 'windlass_*'"),
            Mutant.ofJob(
                    "a wrong artifact", MAKE, "docker", "name: windlass-linux-arm64", "name: windlass-linux-aarch64"),
            Mutant.ofJob(
                    "programs of another processor",
                    MAKE,
                    "docker",
                    "name: windlass-linux-arm64",
                    "name: windlass-linux-amd64"),
            Mutant.ofJob(
                    "a wrong path of an upload", MAKE, "build-linux", "path: out/windlass", "path: build/windlass"),
            Mutant.ofJob(
                    "an upload of nothing",
                    MAKE,
                    "build-linux",
                    "path: out/windlass\n          if-no-files-found: error",
                    "path: out/windlas\n          if-no-files-found: ignore"),
            Mutant.ofJob("a whole folder uploaded", MAKE, "build-linux", "path: out/windlass", "path: ."),
            Mutant.ofJob("a wrong folder of a download", MAKE, "create-release", "path: built", "path: build"),
            Mutant.ofJob(
                    "artifacts put together",
                    MAKE,
                    "create-release",
                    "path: built",
                    "path: built\n          merge-multiple: true"),
            Mutant.ofJob("a lost mkdir", MAKE, "create-release", "          mkdir -p dist\n", ""),
            Mutant.ofJob(
                    "a renamed archive",
                    MAKE,
                    "create-release",
                    "windlass-${TAG}-linux-amd64.tar.gz",
                    "windlass-${TAG}-linux-x64.tar.gz"),
            Mutant.ofJob(
                    "an archive without the version",
                    MAKE,
                    "create-release",
                    "windlass-${TAG}-linux-amd64",
                    "windlass-linux-amd64"),
            Mutant.ofJob(
                    "a wrong ending",
                    MAKE,
                    "create-release",
                    "windlass-${TAG}-linux-arm64.tar.gz",
                    "windlass-${TAG}-linux-arm64.tgz"),
            Mutant.ofJob(
                    "archives exchanged",
                    MAKE,
                    "create-release",
                    "pack windlass-linux-amd64 \"windlass-${TAG}-linux-amd64",
                    "pack windlass-linux-arm64 \"windlass-${TAG}-linux-amd64"),
            Mutant.ofJob(
                    "an archive that is not packed",
                    MAKE,
                    "create-release",
                    "          pack windlass-linux-arm64 \"windlass-${TAG}-linux-arm64.tar.gz\" windlass\n",
                    ""),
            Mutant.ofJob(
                    "no program in an archive",
                    MAKE,
                    "create-release",
                    "linux-arm64.tar.gz\" windlass",
                    "linux-arm64.tar.gz\""),
            Mutant.in(PACK, "one program of two in an archive", EXTRAS, "pack otto-linux-arm64", "otto ottod", "otto"),
            Mutant.ofJob("programs that nobody may start", MAKE, "create-release", "install -m 755", "install -m 644"),
            Mutant.ofJob("lost modes", MAKE, "create-release", "chmod -R u=rwX,go=rX .", "chmod -R a=r,u+w,a-x+X ."),
            Mutant.ofJob("no license", MAKE, "create-release", "repository/LICEN[CS]E* ", ""),
            Mutant.ofJob(
                    "other files than planned",
                    MAKE,
                    "create-release",
                    "repository/README*",
                    "repository/README* repository/Makefile"),
            Mutant.ofJob(
                    "everything in a folder",
                    MAKE,
                    "create-release",
                    "folder=packed/$2 file",
                    "folder=packed/$2/windlass file"),
            Mutant.in(PACK, "nothing in a folder", EXTRAS, "pack()", "  folder+=/${stem%.tar.*}\n", ""),
            Mutant.ofJob(
                    "an archive that is not compressed",
                    MAKE,
                    "create-release",
                    "gzip -9 -n > \"../../dist/$archive\"",
                    "cat > \"../../dist/$archive\""),
            Mutant.ofJob(
                    "an archive that ends in its middle",
                    MAKE,
                    "create-release",
                    "gzip -9 -n > \"",
                    "gzip -9 -n | head -c 3000 > \""),
            Mutant.ofJob(
                    "generated files in another folder",
                    EXTRAS,
                    "build-linux",
                    "path: extras\n",
                    "path: extras/complete\n"),
            Mutant.in(PACK, "a generated file left out", EXTRAS, "pack()", " extras/complete/otto.fish", ""),
            Mutant.ofJob(
                    "a generated file of another name",
                    EXTRAS,
                    "build-linux",
                    "otto man > extras/man/otto.1",
                    "otto man > extras/man/otto.8"),
            Mutant.ofJob(
                    "no files generated",
                    EXTRAS,
                    "build-linux",
                    "        if: matrix.platform == 'linux-amd64'\n        run:",
                    "        if: matrix.platform != 'linux-amd64'\n        run:"),
            Mutant.ofJob(
                    "checksums of other files",
                    MAKE,
                    "create-release",
                    "for file in *; do\n            sha256sum \"$file\"",
                    "for file in *; do\n            sha256sum ../repository/LICENSE"),
            Mutant.ofJob(
                    "a checksum of another file",
                    MAKE,
                    "create-release",
                    "sha256sum \"$file\" >",
                    "echo \"$(sha256sum < ../repository/LICENSE | cut -c 1-64)  $file\" >"),
            Mutant.ofJob(
                    "checksums without names",
                    MAKE,
                    "create-release",
                    "sha256sum \"$file\" >",
                    "sha256sum < \"$file\" >"),
            Mutant.ofJob(
                    "checksums of paths",
                    MAKE,
                    "create-release",
                    "cd dist\n          for file in *; do",
                    "for file in dist/*; do"),
            Mutant.ofJob(
                    "another ending of checksums", MAKE, "create-release", "\"$file.sha256\"", "\"$file.sha256sum\""),
            Mutant.ofJob(
                    "another kind of checksums", MAKE, "create-release", "sha256sum \"$file\"", "sha512sum \"$file\""),
            Mutant.ofJob("no checksums", MAKE, "create-release", "sha256sum \"$file\" > \"$file.sha256\"", "true"),
            Mutant.ofJob("a version with its prefix", MAKE, "build-linux", "${TAG#v}", "$TAG"),
            Mutant.ofJob(
                    "another version in the programs", MAKE, "build-linux", "VERSION=\"$VERSION\"", "VERSION=0.0.0"),
            Mutant.ofJob(
                    "broken quotes",
                    MAKE,
                    "create-release",
                    "pack windlass-linux-amd64 \"windlass",
                    "pack windlass-linux-amd64 windlass"),
            Mutant.ofJob("a draft that stays one", MAKE, "create-release", "--draft=false", ""),
            Mutant.ofJob(
                    "a release of another tag",
                    MAKE,
                    "create-release",
                    "gh release create \"$TAG\"",
                    "gh release create \"$TAG-1\""),
            Mutant.ofJob("another title", MAKE, "create-release", "--title \"$TAG\"", "--title \"windlass $TAG\""),
            Mutant.ofJob("no words about the release", MAKE, "create-release", " --generate-notes", ""),
            Mutant.ofJob(
                    "an empty section of the changelog",
                    DISPATCHED,
                    "create-release",
                    "printf '\\n%s\\n' \"$mark\" >> notes",
                    "printf '\\n%s\\n' \"$mark\" > notes"),
            Mutant.in(
                    ".slipway/scripts/changelog.sh",
                    "a changelog of another name",
                    DISPATCHED,
                    "LC_ALL=C sed",
                    " CHANGELOG.md |",
                    " CHANGES.md |"),
            Mutant.ofJob(
                    "no files given to the release",
                    MAKE,
                    "create-release",
                    "--notes \"$mark\" dist/*",
                    "--notes \"$mark\""),
            Mutant.ofJob(
                    "only archives given to the release",
                    MAKE,
                    "create-release",
                    "--notes \"$mark\" dist/*",
                    "--notes \"$mark\" dist/*.gz"),
            Mutant.ofJob(
                    "a stable version called a prerelease",
                    MAKE,
                    "create-release",
                    "if [[ \"${version%%+*}\" == *-* ]]",
                    "if [[ \"${version%%+*}\" != *-* ]]"),
            Mutant.ofJob("a prerelease called stable", MAKE, "create-release", "options+=(--prerelease)", "true")
                    .by(Version.PRERELEASE),
            Mutant.ofJob(
                            "a prerelease called the latest",
                            MAKE,
                            "create-release",
                            "--latest=\"$LATEST\" \"${options[@]}\"",
                            "--latest")
                    .by(Version.PRERELEASE),
            Mutant.ofJob(
                            "a fix of an old version called the latest",
                            MAKE,
                            "create-release",
                            "echo \"latest=$(leads '')\"",
                            "echo latest=true")
                    .by(Version.BACKPORT),
            Mutant.ofJob(
                    "the newest version not called the latest",
                    MAKE,
                    "create-release",
                    "--latest=\"$LATEST\"",
                    "--latest=false"),
            Mutant.ofJob(
                    "the newest version taken for an old one",
                    MAKE,
                    "create-release",
                    "== \"$this\" ]]; then echo true; else echo false",
                    "== \"$this\" ]]; then echo false; else echo true"),
            Mutant.ofJob(
                    "a draft that is made public at once",
                    ATTESTED,
                    "publish-release",
                    "gh release edit \"$TAG\" --draft=false",
                    "gh release edit \"$TAG\" --draft"),
            Mutant.ofJob(
                    "a list of components of another name",
                    ATTESTED,
                    "sbom",
                    "SBOM: otto-${{ github.ref_name }}.spdx.json",
                    "SBOM: otto.spdx.json"),
            Mutant.ofJob(
                    "a list of components that is not released",
                    ATTESTED,
                    "create-release",
                    "          name: components\n          path: dist",
                    "          name: components\n          path: sbom"),
            Mutant.ofJob(
                    "attested files that are not released",
                    ATTESTED,
                    "create-release",
                    "dist/otto-${{ github.ref_name }}-linux-arm64.tar.gz\n",
                    "dist/otto-${{ github.ref_name }}-linux-aarch64.tar.gz\n"),
            Mutant.ofJob(
                    "nothing attested",
                    ATTESTED,
                    "create-release",
                    "      - name: Attest the provenance of the archives\n",
                    "      - name: Attest the provenance of the archives\n        if: false\n"),
            Mutant.ofJob(
                    "components that nobody attests",
                    ATTESTED,
                    "create-release",
                    "          sbom-path: dist/otto-${{ github.ref_name }}.spdx.json\n",
                    ""));

    private FileMutants() {}
}
