package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The builds and archives of goxz. */
class GoxzTest {
    private static List<String> started(String script) {
        Shell shell = new Shell(Map.of(), path -> Optional.empty());
        shell.run(script);
        return shell.commands().stream().map(Command::toString).toList();
    }

    @Test
    void eachPlatformGetsAnArchive() {
        assertThat(started("goxz -n reed -pv=v1 -os 'linux windows' -arch=amd64 -build-ldflags='-s -w' ./cmd/oat"))
                .contains(
                        "go build -ldflags=-s -w -trimpath -o goxz/reed_v1_linux_amd64/oat ./cmd/oat",
                        "tar -caf goxz/reed_v1_linux_amd64.tar.gz -C goxz reed_v1_linux_amd64",
                        "go build -ldflags=-s -w -trimpath -o goxz/reed_v1_windows_amd64/oat.exe ./cmd/oat",
                        "tar -caf goxz/reed_v1_windows_amd64.zip -C goxz reed_v1_windows_amd64");
    }

    @Test
    void platformsOfGoxLeaveOutWhatIsExcludedAndWhatGoDoesNotBuildFor() {
        assertThat(started(
                        "gox -os='linux solaris' -os=windows -arch='386 amd64' -osarch='!windows/386' -osarch=plan9/arm "
                                + "-output='out/{{.OS}}_{{.Arch}}' ./oat"))
                .filteredOn(command -> command.startsWith("go build"))
                .containsExactly(
                        "go build -o out/linux_386 ./oat",
                        "go build -o out/linux_amd64 ./oat",
                        "go build -o out/solaris_amd64 ./oat",
                        "go build -o out/windows_amd64.exe ./oat",
                        "go build -o out/plan9_arm ./oat");
    }

    @Test
    void withoutPlatformsThereAreSix() {
        assertThat(started("env CGO_ENABLED=0 godzil crossbuild -z -d out -n reed -trimpath=false"))
                .filteredOn(text -> text.startsWith("tar"))
                .hasSize(6)
                .contains("tar -caf out/reed_linux_arm64.zip -C out reed_linux_arm64");
        assertThat(started("goxz -n reed -trimpath=false")).noneMatch(text -> text.contains("-trimpath"));
    }

    @Test
    void whatItDoesInAnotherFolderOrForSeveralPackagesIsNotFollowed() {
        assertThat(started("goxz -C sub")).containsExactly("goxz -C sub");
        assertThat(started("goxz ./a ./b")).containsExactly("goxz ./a ./b");
        assertThat(started("godzil release")).containsExactly("godzil release");
    }
}
