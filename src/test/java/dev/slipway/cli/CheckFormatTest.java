package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFormatTest {
    @TempDir
    Path root;

    @Test
    void aCurrentTreeIsFine() throws IOException {
        Folder folder = Folder.generated(root);

        assertThat(folder.run("check")).isEqualTo(new Ran(0, "4 files are current\n", ""));
        assertThat(folder.run("check", "-q")).isEqualTo(new Ran(0, "", ""));
        assertThat(folder.run("check", "--format", "github")).isEqualTo(new Ran(0, "", ""));
        assertThat(folder.run("check", "--format", "json").out()).contains("\"clean\": true");
    }

    @Test
    void anEditedFileIsShown() throws IOException {
        Folder folder = Folder.generated(root);
        folder.write("Dockerfile", folder.read("Dockerfile") + "EXPOSE 80\n");

        Ran ran = folder.run("check", "-q");

        assertThat(ran.exit()).isOne();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("edited by hand  Dockerfile\n").contains("\n-EXPOSE 80\n", "--force");
    }

    @Test
    void aJobOnGitHubGetsAnnotationsAndASummary() throws IOException {
        Folder folder = Folder.generated(root);
        folder.write("Dockerfile", folder.read("Dockerfile") + "EXPOSE 80\n");
        Path summary = Files.writeString(root.resolve("summary.md"), "before\n");

        Ran ran = Ran.inJob(summary, "-C", root.toString(), "check", "--format", "github");

        assertThat(ran.exit()).isOne();
        assertThat(ran.out()).startsWith("::error file=Dockerfile,line=").hasLineCount(1);
        assertThat(summary).content().startsWith("before\n### slipway").contains("```diff\n", "-EXPOSE 80\n");
    }

    @Test
    void otherFormatsWriteNoSummary() throws IOException {
        Folder folder = Folder.generated(root).write("Dockerfile", "FROM scratch\n");
        Path summary = root.resolve("summary.md");

        Ran.inJob(summary, "-C", folder.root().toString(), "check");

        assertThat(summary).doesNotExist();
    }

    @Test
    void anInvalidConfigIsReportedInTheFormatThatWasAskedFor() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", Folder.CONFIG + "nmae: x\n");

        Ran text = folder.run("check");
        Ran github = folder.run("check", "--format", "github");
        Ran json = folder.run("check", "--format", "json");

        assertThat(text.exit()).isEqualTo(2);
        assertThat(text.out()).isEmpty();
        assertThat(text.err()).startsWith("slipway.yml:7:1: error: unknown key 'nmae'");
        assertThat(github.exit()).isEqualTo(2);
        assertThat(github.out()).startsWith("::error file=slipway.yml,line=7,col=1,");
        assertThat(json.exit()).isEqualTo(2);
        assertThat(json.out()).contains("\"rule\": \"config\"");
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThat(Ran.slipway("check", "--format", "sarf").err())
                .contains("unknown word 'sarf', did you mean 'sarif'?");
    }
}
