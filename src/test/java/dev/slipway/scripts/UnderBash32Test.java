package dev.slipway.scripts;

import dev.slipway.scripts.macos.OldBash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** All tests of the scripts, with the bash of macOS if there is one. */
@Tag("bash")
class UnderBash32Test {
    @BeforeAll
    static void useIt() {
        Scripts.runWith(OldBash.assumed());
    }

    @AfterAll
    static void useTheUsualOne() {
        Scripts.runWith("bash");
    }

    @Nested
    class Builds extends BuildScriptsTest {}

    @Nested
    class Changelog extends ChangelogScriptTest {}

    @Nested
    class Checksums extends ChecksumScriptsTest {}

    @Nested
    class Components extends ComponentsScriptsTest {}

    @Nested
    class Crates extends CratesScriptTest {}

    @Nested
    class Docker extends DockerScriptsTest {}

    @Nested
    class Installer extends InstallerScriptTest {}

    @Nested
    class Newest extends NewestScriptsTest {}

    @Nested
    class Packs extends PackScriptsTest {}

    @Nested
    class Packages extends PackageScriptsTest {}

    @Nested
    class Publishes extends PublishScriptsTest {}

    @Nested
    class Releases extends ReleaseScriptsTest {}

    @Nested
    class Rpm extends RpmScriptTest {}

    @Nested
    class AgainstStandIns extends StandInScriptsTest {}

    @Nested
    class Tags extends TagScriptsTest {}

    @Nested
    class Versions extends VersionScriptsTest {}
}
