package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs of this machine, under other names, are what is released. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ConsumersTest {
    private static final String PATH = System.getenv("PATH");
    private static final Path PACKAGES = Path.of("generated/packaged/.slipway/packages");
    private static final String MUSL = "otto-v1.3.0-linux-amd64-musl";

    @TempDir
    Path folder;

    private Path files;
    private Path pushed;

    @BeforeEach
    void makeFolders() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        pushed = Files.createDirectories(folder.resolve("pushed"));
        assumeTrue(Files.isExecutable(Path.of("/bin/cat")), "there is no /bin/cat here");
    }

    private List<Tried> attempt(String... placeholders) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        boolean superuser = "root".equals(System.getProperty("user.name"));
        return new Consumers(work, PATH, Host.of("Linux", "amd64"), superuser, Set.of(placeholders))
                .attempt(files, pushed);
    }

    private Tried only(String... placeholders) throws IOException {
        List<Tried> all = attempt(placeholders);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void run(String script, String... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", "-ec", script, "sh"));
        words.addAll(List.of(arguments));
        List<String> said = new ArrayList<>();
        assertThat(LocalProcess.start(words, Map.of("PATH", PATH), folder, said::add, Duration.ofMinutes(1))
                        .problem())
                .as(String.join("\n", said))
                .isEmpty();
    }

    private static void needs(String program) {
        assumeTrue(LocalProcess.executable(program, PATH).isPresent(), program + " is not on this machine");
    }

    /** A program that says which version it is. */
    private static void program(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("/bin/cat"), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void programFor(int machine, Path file) throws IOException {
        program(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(18, (short) machine);
        Files.write(file, bytes);
    }

    /** An archive with both of Otto's programs, and what else the example packs. */
    private Path archive(String name) throws IOException {
        Path inside = folder.resolve("in").resolve(name);
        program(inside.resolve("otto"));
        program(inside.resolve("ottod"));
        for (String file : List.of("complete/otto.bash", "complete/_otto", "complete/otto.fish", "man/otto.1")) {
            Files.createDirectories(inside.resolve(file).getParent());
            Files.writeString(inside.resolve(file), "# words\n");
        }
        return inside;
    }

    private void pack(String name) {
        run("chmod -R u=rwX,go=rX in; tar -czf files/$1.tar.gz -C in $1", name);
    }

    private void packAll() throws IOException {
        for (String name : List.of(
                MUSL,
                "otto-v1.3.0-linux-amd64",
                "otto-v1.3.0-linux-arm64",
                "otto-v1.3.0-macos-amd64",
                "otto-v1.3.0-macos-arm64")) {
            archive(name);
            pack(name);
        }
    }

    /** Fills in what a release does, as its scripts do. */
    private String fillIn(Path template) throws IOException {
        String text = Files.readString(template).replace("@TAG@", "v1.3.0").replace("@VERSION@", "1.3.0");
        Matcher sums = Pattern.compile("@SHA256:([^@]+)@").matcher(text);
        StringBuilder filled = new StringBuilder();
        while (sums.find()) {
            Path file = files.resolve(sums.group(1));
            sums.appendReplacement(filled, Files.exists(file) ? ChecksumTrial.digest(file, "SHA-256") : "0".repeat(64));
        }
        return sums.appendTail(filled).toString();
    }

    private void installer() throws IOException {
        Files.writeString(files.resolve("otto-installer.sh"), fillIn(PACKAGES.resolve("otto-installer.sh")));
    }

    private List<Tried> of(String name, String... placeholders) throws IOException {
        return attempt(placeholders).stream()
                .filter(one -> one.file().equals(name))
                .toList();
    }

    private static void allPassed(List<Tried> tried) {
        assertThat(tried)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.result()).as(one.toString()).isEqualTo(Result.SUCCESS));
    }

    @Test
    void anArchiveIsUnpackedAndItsProgramsAreStarted() throws IOException {
        archive(MUSL);
        pack(MUSL);
        List<Tried> tried = attempt();
        allPassed(tried);
        assertThat(tried)
                .extracting(Tried::what)
                .containsExactly("unpack with tar", "otto --version", "ottod --version");
        assertThat(tried.get(0).detail()).startsWith(MUSL + "/: ").contains("otto 755", "man/otto.1 644");
        assertThat(tried.get(1).detail()).contains("coreutils");
    }

    @Test
    void aProgramIsStartedByItsLinkAndAPartOfItIsNot() throws IOException {
        program(folder.resolve("in/tool/lib/tool/tool"));
        Files.copy(Path.of("/bin/false"), folder.resolve("in/tool/lib/tool/part"));
        Files.createDirectories(folder.resolve("in/tool/bin"));
        run(
                "chmod 755 in/tool/lib/tool/*; ln -s ../lib/tool/tool in/tool/bin/tool; ln -s /bin/false in/tool/bin/outside;"
                        + " tar -czf files/tool.tar.gz -C in tool");
        assertThat(attempt())
                .extracting(Tried::what, Tried::result)
                .containsExactly(tuple("unpack with tar", Result.SUCCESS), tuple("tool --version", Result.SUCCESS));
    }

    @Test
    void aProgramOfAZipThatCannotBeStartedFails() throws IOException {
        needs("zip");
        needs("unzip");
        program(folder.resolve("in/otto"));
        run("cd in; chmod 644 otto; zip -q ../files/otto-linux-x86_64.zip otto");
        assertThat(attempt().get(1))
                .isEqualTo(Tried.failed(
                        "otto-linux-x86_64.zip", "otto --version", "it is not executable: its mode has no x"));
    }

    @Test
    void aProgramThatFailsIsAFailure() throws IOException {
        Files.copy(Path.of("/bin/false"), files.resolve("otto-linux-amd64"));
        Tried tried = only();
        assertThat(tried.result()).isEqualTo(Result.FAILURE);
        assertThat(tried.what()).isEqualTo("otto-linux-amd64 --version");
        assertThat(tried.detail()).startsWith("exit status 1");
    }

    @Test
    void aProgramForAnotherMachineThanItsNameSaysIsAFailureUnlessItIsAPlaceholder() throws IOException {
        program(files.resolve("otto-v1-linux-arm64"));
        assertThat(only().detail()).isEqualTo("the program is for linux amd64, but its file name says linux arm64");
        assertThat(only().result()).isEqualTo(Result.FAILURE);
        assertThat(only("aarch64-apple-darwin").result()).isEqualTo(Result.FAILURE);
        assertThat(only("aarch64-unknown-linux-gnu").result()).isEqualTo(Result.SKIPPED);
    }

    @Test
    void aProgramForAnotherMachineIsNoPlaceholder() throws IOException {
        programFor(183, files.resolve("otto-linux-amd64"));
        assertThat(only("x86_64-unknown-linux-musl").result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void aProgramForAProcessorThatNothingEmulatesIsSaid() throws IOException {
        programFor(258, files.resolve("otto-linux"));
        assertThat(only())
                .isEqualTo(Tried.skipped(
                        "otto-linux",
                        "otto-linux --version",
                        "it is for linux loongarch64; this machine is Linux on x64"));
    }

    @Test
    void aProgramOfWindowsIsSaidToBeOne() throws IOException {
        ByteBuffer program = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        program.put(0, (byte) 'M')
                .put(1, (byte) 'Z')
                .putInt(60, 128)
                .put(128, (byte) 'P')
                .put(129, (byte) 'E');
        program.putShort(132, (short) 0xaa64);
        Files.write(files.resolve("otto-windows-arm64.exe"), program.array());
        assertThat(only())
                .isEqualTo(Tried.skipped(
                        "otto-windows-arm64.exe",
                        "otto-windows-arm64.exe --version",
                        "it is for windows arm64; this machine is Linux on x64"));
        Files.move(files.resolve("otto-windows-arm64.exe"), files.resolve("otto-windows-amd64.exe"));
        assertThat(only().detail()).isEqualTo("the program is for windows arm64, but its file name says windows amd64");
    }

    @Test
    void programsSeeNothingOfThePerson() throws IOException {
        Path launcher = folder.resolve("in/tool/bin/tool");
        Files.createDirectories(launcher.getParent());
        Files.writeString(
                launcher,
                "#!/bin/sh\necho $(env | sed 's/=.*//' | grep -vxE 'PWD|OLDPWD|SHLVL|_' | sort) $(ls -A \"$HOME\")\n");
        run("chmod 755 in/tool/bin/tool; tar -czf files/tool.tar.gz -C in tool");
        Tried tried = attempt().get(1);
        assertThat(tried.detail()).isEqualTo("HOME LC_ALL PATH TMPDIR");
    }

    @Test
    void anArchiveThatLeadsOutOfItsFolderIsNotUnpacked() throws IOException {
        Files.writeString(folder.resolve("outside"), "text");
        run("mkdir in; cd in; tar -P -czf ../files/a.tar.gz ../outside");
        assertThat(only().detail()).isEqualTo("'../outside' leads out of the folder where it is unpacked");
    }

    @Test
    void whatEverybodyMayChangeIsAFailure() throws IOException {
        run("mkdir in; echo text > in/otto; chmod 666 in/otto; tar -czf files/a.tar.gz -C in otto");
        assertThat(only().result()).isEqualTo(Result.FAILURE);
        assertThat(only().detail()).startsWith("'otto' has mode 666");
    }

    @Test
    void aBrokenArchiveIsAFailure() throws IOException {
        Files.writeString(files.resolve("a.tar.gz"), "no archive");
        assertThat(only().result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void checksumsAreComparedAsTheirProgramsDo() throws IOException {
        Files.writeString(files.resolve("notes.md"), "text\n");
        run("cd files; sha256sum notes.md > notes.md.sha256; sha512sum notes.md > notes.md.sha512;"
                + " b2sum notes.md > notes.md.b2; sha256sum -b notes.md > SHA256SUMS;"
                + " sha256sum notes.md | cut -d ' ' -f 1 > notes.md.sha256sum");
        for (String name :
                List.of("notes.md.sha256", "notes.md.sha512", "notes.md.b2", "SHA256SUMS", "notes.md.sha256sum")) {
            assertThat(of(name)).containsExactly(Tried.passed(name, "compare checksums", "1 file"));
        }
        Files.writeString(files.resolve("notes.md"), "other text\n");
        for (String name :
                List.of("notes.md.sha256", "notes.md.sha512", "notes.md.b2", "SHA256SUMS", "notes.md.sha256sum")) {
            assertThat(of(name)).extracting(Tried::result).containsExactly(Result.FAILURE);
        }
    }

    @Test
    void checksumsThatNobodyCanCompareAreFailures() throws IOException {
        Files.writeString(files.resolve("notes.md"), "text\n");
        Files.writeString(files.resolve("other.md"), "text\n");
        String sum = ChecksumTrial.digest(files.resolve("notes.md"), "SHA-256");
        Map<String, String> faults = Map.of(
                sum + " notes.md",
                "is no checksum, two blanks and a name",
                sum + "  dist/notes.md",
                "the release has no such file",
                sum + "  gone.md",
                "the release has no such file",
                sum + "  other.md",
                "it has no checksum of 'notes.md', beside which it lies",
                "",
                "there is no checksum in it");
        for (var fault : faults.entrySet()) {
            Files.writeString(files.resolve("notes.md.sha256"), fault.getKey() + "\n");
            assertThat(of("notes.md.sha256")).singleElement().satisfies(tried -> {
                assertThat(tried.result()).isEqualTo(Result.FAILURE);
                assertThat(tried.detail()).contains(fault.getValue());
            });
        }
    }

    @Test
    void aFileNamedAfterAnAlgorithmHasChecksumsByThatOne() throws IOException {
        Files.writeString(files.resolve("md5-1.0.txt"), "text\n");
        run("cd files; sha512sum md5-1.0.txt > md5-1.0.txt.sha256; sha256sum md5-1.0.txt > md5-1.0.txt.sha256sum");
        assertThat(of("md5-1.0.txt.sha256"))
                .containsExactly(Tried.failed(
                        "md5-1.0.txt.sha256",
                        "compare checksums",
                        "its name promises another algorithm than that of a checksum of 512 bits"));
        assertThat(of("md5-1.0.txt.sha256sum")).extracting(Tried::result).containsExactly(Result.SUCCESS);
    }

    @Test
    void anInstallerInstallsInEveryShell() throws IOException {
        packAll();
        installer();
        List<Tried> tried = of("otto-installer.sh");
        allPassed(tried);
        assertThat(tried).extracting(Tried::what).contains("sh otto-installer.sh, then otto --version");
    }

    @Test
    void anInstallerThatFindsAnotherFileIsAFailure() throws IOException {
        packAll();
        installer();
        Files.copy(
                files.resolve("otto-v1.3.0-macos-amd64.tar.gz"),
                files.resolve(MUSL + ".tar.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                files.resolve("otto-v1.3.0-macos-amd64.tar.gz"),
                files.resolve("otto-v1.3.0-linux-amd64.tar.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(of("otto-installer.sh")).isNotEmpty().allSatisfy(tried -> {
            assertThat(tried.result()).isEqualTo(Result.FAILURE);
            assertThat(tried.detail()).contains("is not the one of the release");
        });
    }

    @Test
    void anInstallerWithoutItsArchiveIsAFailure() throws IOException {
        installer();
        assertThat(of("otto-installer.sh"))
                .isNotEmpty()
                .allSatisfy(tried -> assertThat(tried.result()).isEqualTo(Result.FAILURE));
    }

    @Test
    void aFormulaInstallsWhatItNames() throws IOException {
        needs("ruby");
        packAll();
        Files.writeString(pushed.resolve("otto.rb"), fillIn(PACKAGES.resolve("otto.rb")));
        List<Tried> tried = of("otto.rb");
        allPassed(tried);
        assertThat(tried)
                .extracting(Tried::what)
                .containsExactly("compare checksums", "ruby -c", "install by Ruby, test");
    }

    @Test
    void aFormulaThatInstallsWhatIsNotThereIsAFailure() throws IOException {
        needs("ruby");
        packAll();
        Files.writeString(
                pushed.resolve("otto.rb"), fillIn(PACKAGES.resolve("otto.rb")).replace("man/otto.1", "man/other.1"));
        assertThat(of("otto.rb").get(2).result()).isEqualTo(Result.FAILURE);
        assertThat(of("otto.rb").get(2).detail()).contains("man/other.1 is not in the archive");
    }

    @Test
    void aFormulaWithoutSenseIsAFailure() throws IOException {
        needs("ruby");
        packAll();
        String text = fillIn(PACKAGES.resolve("otto.rb"));
        Files.writeString(pushed.resolve("otto.rb"), text + "end\n");
        assertThat(of("otto.rb").get(1).result()).isEqualTo(Result.FAILURE);
        Files.delete(files.resolve("otto-v1.3.0-macos-arm64.tar.gz"));
        assertThat(of("otto.rb").get(0).detail())
                .isEqualTo("it downloads 'otto-v1.3.0-macos-arm64.tar.gz', but the release has no such file");
    }

    @Test
    void aManifestOfWingetIsComparedWithTheArchives() throws IOException {
        needs("zip");
        for (String name : List.of("otto-v1.3.0-windows-amd64", "otto-v1.3.0-windows-arm64")) {
            Path inside = folder.resolve("in").resolve(name);
            Files.createDirectories(inside);
            Files.writeString(inside.resolve("otto.exe"), "a program");
            Files.writeString(inside.resolve("ottod.exe"), "a program");
            run("cd in; zip -q -r ../files/$1.zip $1", name);
        }
        String name = "OttoMakers.Otto.installer.yaml";
        String text = fillIn(PACKAGES.resolve("winget").resolve(name));
        Files.writeString(pushed.resolve(name), text);
        allPassed(of(name));
        Files.writeString(pushed.resolve(name), text.replace("\\ottod.exe", "\\otter.exe"));
        assertThat(of(name).get(1).detail())
                .isEqualTo("'otto-v1.3.0-windows-amd64/otter.exe' is not in otto-v1.3.0-windows-amd64.zip");
        Files.writeString(pushed.resolve(name), text.replaceFirst("(InstallerSha256: '?)[0-9a-f]", "$1x"));
        assertThat(of(name).get(1).detail())
                .isEqualTo("the checksum of 'otto-v1.3.0-windows-amd64.zip' does not match");
        Files.writeString(pushed.resolve(name), text + "\t- :\n");
        assertThat(of(name))
                .singleElement()
                .satisfies(tried -> assertThat(tried.result()).isEqualTo(Result.FAILURE));
    }

    private void deb(String processor) throws IOException {
        program(folder.resolve("deb/usr/bin/otto"));
        Files.createDirectories(folder.resolve("deb/DEBIAN"));
        Files.writeString(
                folder.resolve("deb/DEBIAN/control"),
                "Package: otto\nVersion: 1.3.0\nArchitecture: " + processor
                        + "\nMaintainer: ada <ada@example.org>\nDepends: libotto9\nDescription: runs tasks\n");
        run("dpkg-deb --root-owner-group --build deb files/otto_1.3.0_$1.deb", processor);
    }

    @Test
    void aDebianPackageIsInstalled() throws IOException {
        needs("dpkg-deb");
        deb("amd64");
        List<Tried> tried = attempt();
        allPassed(tried);
        assertThat(tried.get(0).detail()).isEqualTo("otto 1.3.0 for amd64, needs libotto9");
        assertThat(tried.get(1).what()).isEqualTo("otto --version");
    }

    @Test
    void aDebianPackageForAnotherProcessorThanItsProgramIsAFailure() throws IOException {
        needs("dpkg-deb");
        deb("arm64");
        assertThat(attempt()).extracting(Tried::result).containsExactly(Result.SUCCESS, Result.FAILURE);
        assertThat(attempt("aarch64-unknown-linux-gnu"))
                .extracting(Tried::result)
                .containsExactly(Result.SUCCESS, Result.SKIPPED);
    }

    @Test
    void aCutDebianPackageIsAFailure() throws IOException {
        needs("dpkg-deb");
        deb("amd64");
        byte[] whole = Files.readAllBytes(files.resolve("otto_1.3.0_amd64.deb"));
        Files.write(files.resolve("otto_1.3.0_amd64.deb"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(only().result()).isEqualTo(Result.FAILURE);
    }

    private void rpm() throws IOException {
        program(folder.resolve("rpm/usr/bin/otto"));
        Files.writeString(folder.resolve("otto.spec"), """
                Name: otto
                Version: 1.3.0
                Release: 1
                Summary: runs tasks
                License: MIT
                Requires: libotto9
                %description
                runs tasks
                %install
                cp -a "@ROOT@/usr" %{buildroot}/
                %files
                /usr/bin/otto
                """.replace(
                        "@ROOT@", folder.resolve("rpm").toString()));
        run(
                "HOME=$1 rpmbuild -bb --quiet --target x86_64-linux --define \"_topdir $1/top\" --define \"_rpmdir $1/files\""
                        + " --define '_rpmfilename otto-1.3.0-1.x86_64.rpm' --define 'debug_package %{nil}'"
                        + " --define '_build_id_links none' --define '__os_install_post %{nil}' otto.spec",
                folder.toString());
    }

    @Test
    void anRpmPackageIsInstalled() throws IOException {
        needs("rpmbuild");
        rpm();
        List<Tried> tried = attempt();
        allPassed(tried);
        assertThat(tried.get(0).detail()).isEqualTo("otto 1.3.0-1 for x86_64");
        assertThat(tried.get(1).what()).isEqualTo("otto --version");
    }

    @Test
    void anRpmPackageThatIsNotAsItWasIsAFailure() throws IOException {
        needs("rpmbuild");
        rpm();
        Path file = files.resolve("otto-1.3.0-1.x86_64.rpm");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100]++;
        Files.write(file, bytes);
        assertThat(only().result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void aBillOfMaterialsNamesNothingThatItDoesNotDescribe() throws IOException {
        String bill = """
                {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "packages": [{"SPDXID": "SPDXRef-Package-0"}],
                 "relationships": [{"spdxElementId": "SPDXRef-DOCUMENT", "relatedSpdxElement": "SPDXRef-Package-0"}]}
                """;
        Files.writeString(files.resolve("otto.spdx.json"), bill);
        assertThat(only()).isEqualTo(Tried.passed("otto.spdx.json", "read", "SPDX-2.3 with 1 part"));
        Files.writeString(
                files.resolve("otto.spdx.json"), bill.replace("Element\": \"SPDXRef-P", "Element\": \"SPDXRef-Q"));
        assertThat(only().detail()).contains("'SPDXRef-Qackage-0' is referenced but not described");
        Files.writeString(files.resolve("otto.spdx.json"), bill.replace("]}", "]"));
        assertThat(only().result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void whatNobodyHereCanUseIsSaid() throws IOException {
        Files.writeString(files.resolve("otto.txt"), "text");
        assertThat(only()).isEqualTo(Tried.skipped("otto.txt", "use", "no check for files of this kind"));
    }
}
