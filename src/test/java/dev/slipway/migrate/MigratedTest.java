package dev.slipway.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.migrate.Migration.AtLeast;
import dev.slipway.migrate.Migration.FormerDefault;
import dev.slipway.migrate.Migration.Renamed;
import dev.slipway.source.Document;
import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A config of an older version is rewritten for today's, and every byte that means the same stays. */
class MigratedTest {
    private static final ConfigVersion OLD = new ConfigVersion(0, 2, 0);
    private static final ConfigVersion NOW = new ConfigVersion(0, 4, 0);
    private static final List<Migration> SOME = List.of(
            new Renamed(new ConfigVersion(0, 3, 0), Pointer.of("/release/name"), "title"),
            new AtLeast(new ConfigVersion(0, 3, 0), Pointer.of("/maven/java"), 17),
            new FormerDefault(new ConfigVersion(0, 4, 0), Pointer.of("/release/latest"), 0, "every"),
            new FormerDefault(new ConfigVersion(0, 4, 0), Pointer.of("/docker/smoke/first"), 1, "false"));

    private static Migrated migrated(String text, Optional<ConfigVersion> from) {
        SourceText source = new SourceText("slipway.yml", text);
        return Migrated.of(Document.of(source, YamlReader.read(source)), source, from, NOW, SOME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: a⏎release:⏎  name: b # why⏎  latest: newest⏎ | slipway: 0.4⏎name: a⏎release:⏎  title: b # why⏎ "
                        + " latest: newest⏎",
                "# ours⏎name: a⏎⏎release: {latest: every,  'name' : b}⏎ | # ours⏎slipway: 0.4⏎name: a⏎⏎release: "
                        + "{latest: every,  title : b}⏎",
                "name: a⏎maven: { java: 8, jar: x }⏎release: { latest: every } | slipway: 0.4⏎name: a⏎maven: { java: "
                        + "17, jar: x }⏎release: { latest: every }",
                "{maven: {java: '11'}, release: {latest: every}} | { slipway: 0.4,maven: {java: 17}, release: "
                        + "{latest: every}}",
                "`  name: a⏎  maven:⏎    java: 11⏎  release:⏎    latest: every` | `  slipway: 0.4⏎  name: a⏎  maven:⏎ "
                        + "   java: 17⏎  release:⏎    latest: every`",
                "name: ü😀⏎release: { name: ü😀, latest: every } | slipway: 0.4⏎name: ü😀⏎release: { title: ü😀, latest: "
                        + "every }",
                "name: a⏎maven: { java: 21 }⏎ | name: a⏎maven: { java: 21 }⏎",
                "name: a⏎ | name: a⏎",
            })
    void whatWouldBeAnErrorIsChangedInAnyConfig(String before, String after) {
        assertThat(migrated(lines(before), Optional.empty()).after()).isEqualTo(lines(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "slipway: 0.2⏎name: a | slipway: 0.4⏎name: a⏎release: { latest: every }⏎",
                "slipway: 0.2⏎name: a⏎ | slipway: 0.4⏎name: a⏎release: { latest: every }⏎",
                "slipway: 0.2⏎release:⏎  # when⏎  trigger: tag⏎ | slipway: 0.4⏎release:⏎  # when⏎  latest: every⏎  "
                        + "trigger: tag⏎",
                "slipway: 0.2⏎release: { trigger: tag }⏎ | slipway: 0.4⏎release: { latest: every, trigger: tag }⏎",
                "slipway: 0.2⏎release: {}⏎ | slipway: 0.4⏎release: { latest: every }⏎",
                "slipway: 0.2⏎release: # later⏎ | slipway: 0.4⏎release: { latest: every } # later⏎",
                "slipway: 0.2⏎release:⏎ | slipway: 0.4⏎release: { latest: every }⏎",
                "slipway: 0.2⏎release: ~⏎ | slipway: 0.4⏎release: { latest: every }⏎",
                "slipway: 0.2⏎release: { latest: newest }⏎ | slipway: 0.4⏎release: { latest: newest }⏎",
                "slipway: 0.3⏎release: { latest: newest, name: x }⏎ | slipway: 0.4⏎release: { latest: newest, name: x }⏎",
                "slipway: 0.4⏎name: a⏎ | slipway: 0.4⏎name: a⏎",
                "slipway: '0.2'⏎release: { latest: newest }⏎docker:⏎ | slipway: 0.4⏎release: { latest: newest "
                        + "}⏎docker: { smoke: { first: false } }⏎",
                "slipway: 0.2⏎release: { latest: newest }⏎docker: { base: x }⏎ | slipway: 0.4⏎release: { latest: "
                        + "newest }⏎docker: { smoke: { first: false }, base: x }⏎",
                "slipway: 0.2⏎release: { latest: newest }⏎docker:⏎  smoke: true⏎ | slipway: 0.4⏎release: { latest: "
                        + "newest }⏎docker:⏎  smoke: { first: false }⏎",
                "slipway: 0.2⏎release: { latest: newest }⏎docker: false⏎ | slipway: 0.4⏎release: { latest: newest "
                        + "}⏎docker: false⏎",
                "slipway: 0.2⏎release: { latest: newest }⏎docker: { smoke: false }⏎ | slipway: 0.4⏎release: { latest: "
                        + "newest }⏎docker: { smoke: false }⏎",
            })
    void whatMeansSomethingElseNowIsWrittenDownInAConfigOfAKnownVersion(String before, String after) {
        assertThat(migrated(lines(before), Optional.empty()).after()).isEqualTo(lines(after));
    }

    @Test
    void theVersionOfAConfigWithoutOneCanBeGiven() {
        String config = "name: a\n";
        assertThat(migrated(config, Optional.empty()).unsure())
                .containsExactly("until 0.4, the default of 'release.latest' was 'every'");
        assertThat(migrated(config, Optional.of(OLD)).after())
                .isEqualTo("slipway: 0.4\nname: a\nrelease: { latest: every }\n");
    }

    @Test
    void isDoneOnce() {
        String config = "slipway: 0.2\nname: a\nrelease: { name: x }\ndocker: {}\nmaven: { java: 8 }\n";
        String after = migrated(config, Optional.empty()).after();
        Migrated again = migrated(after, Optional.empty());
        assertThat(again.changed()).as(again.after()).isFalse();
        assertThat(again.changes()).isEmpty();
    }

    @Test
    void lineEndsStayAsTheyAre() {
        assertThat(migrated("slipway: 0.2\r\nname: a\r\n", Optional.empty()).after())
                .isEqualTo("slipway: 0.4\r\nname: a\r\nrelease: { latest: every }\r\n");
    }

    @Test
    void twoNamesOfOneKeyAreLeftToTheirAuthor() {
        String config = "release: { name: a, title: b, latest: every }\n";
        Migrated migrated = migrated(config, Optional.empty());
        assertThat(migrated.after()).isEqualTo(config);
        assertThat(migrated.left())
                .containsExactly("'release.name' is now 'release.title', but both exist: remove one");
    }

    @Test
    void aBaseThatSaysTheDefaultIsEnough() {
        SourceText own = new SourceText("slipway.yml", "slipway: 0.2\n");
        SourceText base = new SourceText("base.yml", "release: { latest: newest, name: x }\n");
        Document document = Document.of(
                List.of(new Document.Part(own, YamlReader.read(own)), new Document.Part(base, YamlReader.read(base))));
        assertThat(Migrated.of(document, own, Optional.empty(), NOW, SOME).after())
                .isEqualTo("slipway: 0.4\n");
        assertThat(Migrated.of(document, base, Optional.empty(), NOW, SOME).after())
                .isEqualTo("slipway: 0.4\nrelease: { latest: newest, title: x }\n");
    }

    @Test
    void aConfigOfAKnownVersionIsNeverReadWithOtherDefaults() {
        assertThat(problems("slipway: 0.2\n"))
                .containsExactly("until 0.4, the default of 'release.latest' was 'every' | "
                        + "run 'slipway migrate' to keep it, or write 'slipway: 0.4' to use the new one");
        assertThat(problems("slipway: 0.2\nrelease: { latest: newest }\n")).isEmpty();
        assertThat(problems("slipway: 0.4\n")).isEmpty();
        assertThat(problems("name: a\n")).isEmpty();
    }

    private static List<String> problems(String text) {
        SourceText source = new SourceText("slipway.yml", text);
        return Migrated.problems(Document.of(source, YamlReader.read(source)), SOME).stream()
                .map(problem -> problem.message() + " | " + problem.help())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.2, true",
        "0.2, 0.10, true",
        "0.10, 0.2, false",
        "0.2, 0.2.0, false",
        "0.2, 0.2.1, true",
        "0.9.9, 1.0, true",
        "0.1.0, 0.1.0-rc.1, false"
    })
    void versionsAreNumbers(String one, String other, boolean before) {
        assertThat(ConfigVersion.parse(one)
                        .orElseThrow()
                        .isBefore(ConfigVersion.parse(other).orElseThrow()))
                .isEqualTo(before);
    }

    private static String lines(String text) {
        return text.replace("⏎", "\n");
    }
}
