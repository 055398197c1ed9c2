package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Archives with programs of this machine under other names. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ArchiveTrialTest extends ReleaseFolder {
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
                                "otto-linux-x86_64.zip", "otto --version", "it is not executable: its mode has no x")
                        .of("otto"));
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
        assertThat(only().detail()).isEqualTo("'../outside' is outside of the folder that it is unpacked into");
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
}
