package dev.slipway.detect.goreleaser;

import static dev.slipway.detect.goreleaser.GoReleaserTest.left;
import static dev.slipway.detect.goreleaser.GoReleaserTest.names;
import static dev.slipway.detect.goreleaser.GoReleaserTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of files, as GoReleaser 2.17 printed them for the same config. */
class RealNamesTest {
    private static List<String> packages(String config) {
        return names(read(config)).stream()
                .filter(name -> !name.endsWith(".tar.gz") && !name.endsWith("checksums.txt"))
                .toList();
    }

    @Test
    void windowsOnArmIsBuiltByOldOnesOnly() {
        String builds = "builds: [{ goos: [windows], goarch: [arm, arm64] }]\n";
        assertThat(names(read("version: 2\n" + builds)))
                .containsExactly("kelp_{version}_windows_arm64.tar.gz", "kelp_{version}_checksums.txt");
        assertThat(names(read(builds))).contains("kelp_{version}_windows_armv6.tar.gz");
    }

    @Test
    void packagesHaveWordsOfTheirKindForProcessors() {
        assertThat(packages("""
                version: 2
                builds: [{ goos: [linux], goarch: [amd64, arm, riscv64], goarm: [5] }]
                nfpms:
                  - { formats: [deb, rpm, apk, ipk, archlinux], file_name_template: "{{ .ConventionalFileName }}" }
                """))
                .containsExactly(
                        "kelp_{version}_amd64.deb",
                        "kelp-{version}-1.x86_64.rpm",
                        "kelp_{version}_x86_64.apk",
                        "kelp_{version}_x86_64.ipk",
                        "kelp-{version}-1-x86_64.pkg.tar.zst",
                        "kelp_{version}_armel.deb",
                        "kelp-{version}-1.armv5tel.rpm",
                        "kelp_{version}_arm5.apk",
                        "kelp_{version}_armel.ipk",
                        "kelp_{version}_riscv64.deb",
                        "kelp-{version}-1.riscv64.rpm",
                        "kelp_{version}_riscv64.apk",
                        "kelp_{version}_riscv64_generic.ipk");
    }

    @Test
    void packagesHaveVersionsOfTheirOwn() {
        String config = """
                version: 2
                builds: [{ goos: [linux], goarch: [amd64] }]
                nfpms:
                  - formats: [deb, rpm, apk, archlinux]
                    file_name_template: "{{ .ConventionalFileName }}"
                    release: 2
                    epoch: 1
                    prerelease: beta-1
                    overrides:
                      apk: { file_name_template: "{{ .PackageName }}-{{ .Release }}-{{ .Epoch }}" }
                """;
        assertThat(packages(config))
                .containsExactly(
                        "kelp_{version}~beta-1-2_amd64.deb",
                        "kelp-{version}~beta_1-2.x86_64.rpm",
                        "kelp-2-1.apk",
                        "kelp-{version}beta_1-2-x86_64.pkg.tar.zst");
        assertThat(left(read(config)))
                .contains(
                        "nfpms[0].release .goreleaser.yml:6",
                        "nfpms[0].epoch .goreleaser.yml:7",
                        "nfpms[0].prerelease .goreleaser.yml:8");
    }

    @Test
    void aKindOfPackageHasItsOwnSystem() {
        assertThat(packages("""
                version: 2
                builds: [{ goos: [android, windows, aix, darwin], goarch: [arm64, ppc64] }]
                nfpms:
                  - { formats: [deb, rpm, termux.deb, msix], file_name_template: "k_{{ .Os }}_{{ .Arch }}" }
                  - { meta: true, formats: [deb, rpm], file_name_template: "{{ .ConventionalFileName }}" }
                """))
                .containsExactly(
                        "k_android_arm64.termux.deb",
                        "k_windows_arm64.msix",
                        "k_aix_ppc64.rpm",
                        "kelp_{version}_all.deb",
                        "kelp-{version}-1.noarch.rpm");
    }

    @Test
    void threePartsOfAVersionAreTheVersion() {
        assertThat(names(read("""
                version: 2
                builds: [{ goos: [linux], goarch: [amd64] }]
                archives:
                  - name_template: "kelp-v{{ .Major }}.{{ .Minor }}.{{ .Patch }}{{ with .Prerelease }}-{{ . }}{{ end }}"
                checksum: { name_template: "sums-{{ .Major }}.{{ .Minor }}" }
                """))).containsExactly("kelp-v{version}.tar.gz", "sums-{major}.{minor}");
    }

    @Test
    void templatesOfArchivesKnowTheEndingOfTheProgram() {
        assertThat(names(read("""
                version: 2
                builds: [{ goos: [linux, windows, js], goarch: [amd64, wasm] }]
                archives: [{ name_template: "{{ .Binary }}{{ .ArtifactExt }}_{{ .Os }}" }]
                """))).contains("kelp_linux.tar.gz", "kelp.exe_windows.tar.gz", "kelp.wasm_js.tar.gz");
        assertThat(names(read("""
                version: 2
                builds: [{ goos: [windows, js], goarch: [amd64, wasm] }]
                archives: [{ formats: [binary] }]
                sboms: [{ artifacts: binary }]
                """)))
                .contains(
                        "kelp_{version}_windows_amd64.exe",
                        "kelp_{version}_js_wasm.wasm",
                        "kelp.exe_{version}_windows_amd64.sbom.json");
    }

    @Test
    void theArchiveOfAUniversalProgramIsNamedAfterThatOfOneProcessor() {
        assertThat(names(read("""
                version: 2
                builds: [{ goos: [darwin] }]
                universal_binaries: [{ replace: true, name_template: "kelp_{{ .Version }}" }]
                archives: [{ formats: [binary], name_template: "{{ .Binary }}_{{ .Arch }}" }]
                """))).contains("kelp_all");
    }

    @Test
    void theEnvironmentIsFilledInBeforeTheProjectHasAName() {
        String config = """
                version: 2
                env: ["WHO=<{{ .ProjectName }}>"]
                builds: [{ goos: [linux], goarch: [amd64] }]
                archives: [{ name_template: "{{ .Env.WHO }}" }]
                """;
        assertThat(names(read(config))).contains("<>.tar.gz");
        assertThat(names(read("project_name: alga\n" + config))).contains("<alga>.tar.gz");
    }

    @Test
    void templatesKnowTheVariantOfOnlySomeProcessors() {
        assertThat(names(read("""
                version: 2
                builds: [{ goos: [linux], goarch: [ppc64, ppc64le, riscv64, mips64] }]
                archives: [{ name_template: "{{ .Arch }}_{{ .Ppc64 }}{{ .Riscv64 }}{{ .Mips }}" }]
                """)))
                .contains("ppc64_power8.tar.gz", "ppc64le_.tar.gz", "riscv64_.tar.gz", "mips64_hardfloat.tar.gz");
    }
}
