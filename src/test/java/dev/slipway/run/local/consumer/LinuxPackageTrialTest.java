package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Packages for Debian and for RPM. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class LinuxPackageTrialTest extends ReleaseFolder {
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
}
