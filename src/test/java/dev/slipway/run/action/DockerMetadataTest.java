package dev.slipway.run.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerMetadataTest {
    private static final String SHA = "5c0ffee1234567890abcdef5c0ffee1234567890";
    private static final String HEAD = "beefbeef1234567890abcdefbeefbeef12345678";
    private static final Instant NOW = Instant.parse("2027-01-02T20:05:09.042Z");
    private static final Instant COMMITTED = Instant.parse("2026-12-31T23:30:01Z");

    /** A run by the short name of its ref: {@code tag:v1.2.3}, {@code branch:main}, {@code pr:7} or {@code cron}. */
    private static MetadataFacts run(String name) {
        String rest = name.substring(name.indexOf(':') + 1);
        return switch (name.replaceFirst(":.*", "")) {
            case "tag" -> facts("push", "refs/tags/" + rest);
            case "branch" -> facts("push", "refs/heads/" + rest);
            case "pr" -> facts("pull_request", "refs/pull/" + rest + "/merge");
            case "target" -> facts("pull_request_target", "refs/heads/main");
            default -> facts("schedule", "refs/heads/main");
        };
    }

    private static MetadataFacts facts(String event, String ref) {
        return new MetadataFacts(
                event,
                ref,
                SHA,
                new MetadataFacts.Repository("bell", "Rings \"often\"", "https://git.test/o/bell", "MIT", "main"),
                Optional.of(new MetadataFacts.PullRequest(7, HEAD, "next", Optional.of(NOW)))
                        .filter(any -> event.startsWith("pull_request")),
                Optional.of("refs/heads/base").filter(any -> ref.startsWith("refs/tags/")),
                Optional.of(COMMITTED),
                NOW,
                Optional.empty());
    }

    private static MetadataResult.Computed computed(
            MetadataFacts facts, Map<String, String> inputs, Map<String, String> env) {
        return DockerMetadata.of(inputs, env, facts).fold(all -> all, failed -> {
            throw new AssertionError(failed.message());
        });
    }

    private static String tags(MetadataFacts facts, Map<String, String> inputs) {
        return String.valueOf(computed(facts, inputs, Map.of()).outputs().get("tags"))
                .replace('\n', ' ');
    }

    private static String message(Map<String, String> inputs, Map<String, String> env) {
        return DockerMetadata.of(inputs, env, run("tag:v1.2.3"))
                .fold(all -> "no failure: " + all.outputs(), MetadataResult.Failed::message);
    }

    /** Lines of {@code tags} are between semicolons. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                // without tags
                "tag:v1.2.3    | ^^ | v1.2.3 latest",
                "branch:my/fix | ^^ | my-fix",
                "pr:7          | ^^ | pr-7",
                "cron          | ^^ | nightly main",
                // versions
                "tag:v1.2.3        | type=semver,pattern={{version}};type=semver,pattern={{major}}.{{minor}};type=semver,pattern={{major}} | 1.2.3 1.2 1 latest",
                "tag:v1.2.3-rc.1   | type=semver,pattern={{version}};type=semver,pattern={{major}}.{{minor}};type=semver,pattern={{major}} | 1.2.3-rc.1",
                "tag:v1.2.3-rc.1   | type=semver,pattern={{raw}};type=semver,pattern=x{{raw}} | v1.2.3-rc.1 1.2.3-rc.1",
                "tag:v1.2.3-rc.1   | type=semver,pattern={{major | 1.2.3-rc.1",
                "tag:v1.2.3+5.x    | type=semver,pattern={{version}};type=semver,pattern={{raw}};type=semver,pattern=b{{build}} | 1.2.3 v1.2.3-5.x b5-x latest",
                "tag:1.0.0         | type=semver,pattern=v{{major}}.{{patch}} | v1.0 latest",
                "tag:v01.2.3       | type=semver,pattern={{version}} | ^^",
                "tag:v1.2          | type=semver,pattern={{version}} | ^^",
                "tag:cli/v1.2.3    | type=semver,pattern={{version}} | ^^",
                "tag:cli/v1.2.3    | type=semver,pattern={{version}},match=cli/(.*) | 1.2.3 latest",
                "branch:main       | type=semver,pattern={{version}} | ^^",
                "branch:main       | type=semver,pattern={{version}},value=v2.0.1 | 2.0.1 latest",
                "tag:v1.2.3        | type=semver,pattern={{version}},enable=false;type=raw,z | z",
                "tag:1.2rc3        | type=pep440,pattern={{major}} | 1.2rc3",
                "tag:v1.2.BETA-3   | type=pep440,pattern={{raw}};type=pep440,pattern={{version}} | v1.2.BETA-3 1.2b3",
                "tag:1.2-4         | type=pep440,pattern={{version}} | 1.2.post4",
                "tag:2!1.02+A.01   | type=pep440,pattern={{version}};type=pep440,pattern={{major}}.{{minor}}.{{patch}} | 2-1.2-a-1 1.2.0 latest",
                // match
                "tag:rel-20.1      | type=match,pattern=\\d+ | 20 latest",
                "tag:rel-20.1      | type=match,pattern=rel-(\\d+).(\\d),group=2 | 1 latest",
                "tag:rel-20.1      | type=match,pattern=/REL-(.*)/i,group=1 | 20.1 latest",
                "tag:rel-20.1      | type=match,pattern=/\\d/g,group=2 | 1 latest",
                "tag:rel-20.1      | type=match,pattern=rel(x)?,group=1 | ^^",
                "tag:rel-20.1      | type=match,pattern=[[\\w]+{x| ^^",
                // refs
                "branch:main       | type=edge;type=ref,event=branch | edge main",
                "branch:dev        | type=edge;type=edge,branch=dev,prefix=x- | x-edge",
                "branch:a=b        | type=raw,{{branch}};type=raw,{{{branch}}} | a-x3D-b a-b",
                "tag:v1            | type=raw,value={{tag}}-{{base_ref}}{{branch}} | v1-base",
                "pr:7              | type=raw,value={{base_ref}};type=ref,event=pr,prefix=mr | mr7 next",
                "target            | type=ref,event=pr;type=ref,event=branch | pr-7",
                "branch:main       | type=raw,value=latest,enable={{is_default_branch}};type=raw,value=o,enable={{is_not_default_branch}} | latest",
                "tag:main          | type=raw,value=latest,enable={{is_default_branch}};type=raw,value=o,enable={{is_not_default_branch}} | o",
                "branch:main       | type=sha;type=sha,format=long,prefix= | sha-5c0ffee 5c0ffee1234567890abcdef5c0ffee1234567890",
                // dates
                "cron              | type=schedule,pattern={{date 'YYYYMMDD'}} | 20270102",
                "cron              | type=schedule,pattern={{date 'YYYYMMDD-HHmmss' tz='asia/Tokyo'}} | 20270103-050509",
                "cron              | type=schedule,pattern={{sha}}n | n",
                "branch:main       | type=raw,value={{commit_date 'YYYY-MM-DD'}} | 2026-12-31",
                // order, sanitizing, quotes
                "branch:main       | a;type=sha,priority=300;b,priority=0x12d;a | b sha-5c0ffee a",
                "branch:main       | type=raw,value=a b/c:d | a-b-c-d",
                "branch:main       | # none;x # y | x-y",
                "branch:main       | type=raw,\"\"\"value=a,b\"\"\" | a-b",
                "branch:main       | type=raw,\"value=a,b\" | b",
                "branch:main       | TYPE=raw,VALUE=a, | ^^",
                "branch:main       | {{#unless branch}}u{{else if sha}}s{{/unless}};{{#if zero}}z{{^}}n{{/if}} | s n",
                "branch:main       | {{#if tag}}t{{else if branch}}b{{/if}};{{~sha~}} .;{{!no}}x}} | b 5c0ffee. x-",
            })
    void tagsAreMadeOfTheRun(String run, String lines, String tags) {
        assertThat(tags(run(run), Map.of("tags", lines.replace(';', '\n')))).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latest=true                          | tag:v1.0.0-rc.1 | 1.0.0-rc.1 x latest",
                "latest=false                         | tag:v1.0.0      | 1.0.0 x",
                "latest=auto                          | tag:v1.0.0-rc.1 | 1.0.0-rc.1 x",
                "prefix=a-,onlatest=true;suffix=-b    | tag:v1.0.0      | a-1.0.0-b a-x-b a-latest",
                "prefix=a-,suffix=-b,onlatest=true    | tag:v1.0.0      | a-1.0.0-b a-x-b latest-b",
                "prefix={{sha}}-,onlatest=true        | tag:v1.0.0      | 5c0ffee-1.0.0 5c0ffee-x -sha--latest",
                "suffix=-a=b                          | tag:v1.0.0      | 1.0.0-a x-a latest",
            })
    void theFlavorIsForAllTags(String flavor, String run, String tags) {
        assertThat(tags(
                        run(run),
                        Map.of("tags", "type=semver,pattern={{version}}\nx", "flavor", flavor.replace(';', '\n'))))
                .isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Reg.test/A/b           | reg.test/a/b:x",
                "a,B                    | a:x b:x",
                "a;# c;name=B           | a:x b:x",
                "name=a,enable=false;b  | b:x",
                "name=a,enable=false    | x",
                "a,b;c                  | b:x c:x",
            })
    void eachImageHasAllTags(String images, String tags) {
        assertThat(tags(run("branch:main"), Map.of("tags", "x", "images", images.replace(';', '\n'))))
                .isEqualTo(tags);
    }

    @Test
    void labelsDescribeTheRepositoryAndAreSortedAsPeopleSort() {
        String added =
                "b=1\nA-c=2\nab=3\norg.opencontainers.image.title={{branch}}\n\"long=x, y\"\nno\norg.opencontainers.image.licenses=";
        assertThat(computed(run("branch:main"), Map.of("tags", "x", "labels", added), Map.of())
                        .outputs())
                .containsEntry("labels", """
                        A-c=2
                        ab=3
                        b=1
                        long=x, y
                        org.opencontainers.image.created=2027-01-02T20:05:09.042Z
                        org.opencontainers.image.description=Rings "often"
                        org.opencontainers.image.licenses=
                        org.opencontainers.image.revision=5c0ffee1234567890abcdef5c0ffee1234567890
                        org.opencontainers.image.source=https://git.test/o/bell
                        org.opencontainers.image.title=main
                        org.opencontainers.image.url=https://git.test/o/bell
                        org.opencontainers.image.version=x""");
    }

    @Test
    void jsonAndBakeFilesHoldTheSame() {
        MetadataResult.Computed all = computed(
                run("tag:v1.2.3"),
                Map.of("images", "i", "sep-tags", ",", "bake-target", "app", "labels", "a=\"1\n b\""),
                Map.of("DOCKER_METADATA_ANNOTATIONS_LEVELS", "manifest,index"));
        assertThat(all.outputs()).containsEntry("version", "v1.2.3").containsEntry("tags", "i:v1.2.3,i:latest");
        assertThat(all.outputs().get("tag-names")).isEqualTo("v1.2.3,latest");
        assertThat(all.outputs().get("annotations")).startsWith("manifest:org.").contains("\nindex:org.");
        assertThat(all.outputs().get("json"))
                .startsWith(
                        "{\"tags\":[\"i:v1.2.3\",\"i:latest\"],\"tag-names\":[\"v1.2.3\",\"latest\"],\"labels\":{\"a\":\"\\\"1\",")
                .contains("description\":\"Rings \\\"often\\\"\"");
        assertThat(all.bakeFiles())
                .containsOnlyKeys("bake-file-tags", "bake-file-labels", "bake-file-annotations", "bake-file");
        assertThat(all.bakeFiles().get("bake-file-tags"))
                .isEqualTo(new MetadataResult.BakeFile("docker-metadata-action-bake-tags.json", """
                        {
                          "target": {
                            "app": {
                              "tags": [
                                "i:v1.2.3",
                                "i:latest"
                              ],
                              "args": {
                                "DOCKER_META_IMAGES": "i",
                                "DOCKER_META_VERSION": "v1.2.3"
                              }
                            }
                          }
                        }"""));
        assertThat(MetadataResult.variable("tag-names")).isEqualTo("DOCKER_METADATA_OUTPUT_TAG_NAMES");
    }

    @ParameterizedTest
    @CsvSource({
        "12, false, sha-5c0ffee12345 20261231",
        "99, TRUE, sha-beefbeef1234567890abcdefbeefbeef12345678 20270102",
        "'', '', sha-5c0ffee 20261231",
    })
    void variablesChooseTheCommitAndItsLength(String length, String head, String tags) {
        Map<String, String> env =
                Map.of("DOCKER_METADATA_SHORT_SHA_LENGTH", length, "DOCKER_METADATA_PR_HEAD_SHA", head);
        String lines = "type=sha\ntype=raw,value={{commit_date 'YYYYMMDD'}},priority=1";
        assertThat(computed(run("pr:7"), Map.of("tags", lines, "sep-tags", " "), env)
                        .outputs())
                .containsEntry("tags", tags);
    }

    @Test
    void outputsAreExportedUnlessAVariableForbidsIt() {
        assertThat(computed(run("cron"), Map.of(), Map.of()).exported()).isTrue();
        assertThat(computed(run("cron"), Map.of(), Map.of("DOCKER_METADATA_SET_OUTPUT_ENV", "0"))
                        .exported())
                .isFalse();
    }

    @Test
    void theWorkTreeDecidesWhereTheContextIsGit() {
        MetadataFacts event = run("tag:v1.2.3");
        MetadataFacts both = new MetadataFacts(
                event.event(),
                event.ref(),
                event.sha(),
                event.repository(),
                event.pullRequest(),
                event.baseRef(),
                event.commitDate(),
                NOW,
                Optional.of(new MetadataFacts.Checkout("refs/heads/side", HEAD, Optional.of(NOW))));
        Map<String, String> inputs = new HashMap<>(
                Map.of("tags", "type=ref,event=branch\ntype=ref,event=tag\ntype=sha\n{{commit_date 'YYYY'}}"));
        assertThat(tags(both, inputs)).isEqualTo("v1.2.3 2026 sha-5c0ffee latest");
        inputs.put("Context", "git");
        assertThat(tags(both, inputs)).isEqualTo("side 2027 sha-beefbee");
        assertThat(message(inputs, Map.of())).contains("run actions/checkout before this step");
    }

    @Test
    void whatGivesNothingIsSaid() {
        assertThat(computed(run("branch:main"), Map.of("tags", "type=semver,pattern={{version}}"), Map.of()))
                .satisfies(all ->
                        assertThat(all.outputs()).containsEntry("version", "").containsEntry("tags", ""))
                .satisfies(all ->
                        assertThat(all.warnings()).singleElement().asString().contains("add one that does"));
        assertThat(computed(run("tag:v1"), Map.of("tags", "type=semver,pattern={{version}}\nz"), Map.of())
                        .warnings())
                .containsExactly("`v1` is not a semantic version: see https://semver.org.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "tags | type=semvar,pattern=x | write one of schedule, semver, pep440",
                "tags | type=semver | `pattern` is missing in `type=semver`: write pattern={{version}}.",
                "tags | type=match,pattern=v,group=x | such as group=1",
                "tags | type=match,pattern=v( | cannot be used as a regular expression of JavaScript",
                "tags | type=match,pattern=v++ | nothing to repeat",
                "tags | type=match,pattern=(?i)v | starts an unknown kind of group",
                "tags | type=match,pattern=/v/z | Unknown flags `z`",
                "tags | type=semver,pattern={{version}},match=v | put the version between ( and )",
                "tags | type=ref | write event=branch, event=tag or event=pr",
                "tags | type=ref,event=push | write one of branch, tag, pr",
                "tags | type=sha,format=tiny | write one of short, long",
                "tags | enable=true | `value` is missing",
                "tags | x,enable=yes | `enable` of a line of tags is `yes`",
                "tags | type=raw,value=\"x\" | quotes around the whole field",
                "tags | x,\"value=y | is not closed",
                "tags | a;   ;b | has only spaces",
                "tags | type=semver,pattern={{version | is not closed",
                "tags | {{date}} | takes one format in quotes",
                "tags | value={{date 'YYYY' zone='UTC'}} | only key of `date` is tz",
                "tags | {{when 'YYYY'}} | write one of base_ref, branch, commit_date",
                "tags | type=semver,pattern={{major 1}} | takes no arguments",
                "tags | {{#each tag}}{{/each}} | only {{#if NAME}} and {{#unless NAME}} are",
                "tags | {{#if tag}}x | is not closed by {{/if}}",
                "tags | {{{tag}}}}} | is not an expression",
                "flavor | latest | write latest=auto",
                "flavor | latest=yes | latest=true or latest=false",
                "flavor | middle=x | Unknown key `middle`",
                "flavor | prefix=x,onlatest=1 | onlatest=true or onlatest=false",
                "images | name=x,enable=on | enable=true or enable=false",
                "images | name=,enable=true | has no name",
                "images | image=x | write name=IMAGE",
                "context | api | write context: workflow or context: git",
            })
    void mistakesAreSaidWithTheWayOut(String input, String value, String message) {
        assertThat(message(Map.of(input, value.replace(';', '\n')), Map.of())).contains(message);
    }

    @Test
    void mistakesInVariablesAreSaidToo() {
        assertThat(message(Map.of("tags", "type=sha"), Map.of("DOCKER_METADATA_SHORT_SHA_LENGTH", "ten")))
                .contains("such as 12");
        assertThat(message(Map.of(), Map.of("DOCKER_METADATA_SET_OUTPUT_ENV", "yes")))
                .contains("write true or false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YYYY-MM-DDTHH:mm:ss.SSS[Z]      | 2027-01-02T20:05:09.042Z",
                "dddd, MMMM Do YYYY, h:mm:ss a   | Saturday, January 2nd 2027, 8:05:09 pm",
                "wW WWw                          | 153 531",
                "ddd dd d e E                    | Sat Sa 6 6 6",
                "YY.M.D                          | 27.1.2",
                "GGGG-[W]WW gggg-ww wo DDDo DDDD | 2026-W53 2027-01 1st 2nd 002",
                "X x S                           | 1798920309 1798920309042 0",
                "LT / LTS / L / ll               | 8:05 PM / 8:05:09 PM / 01/02/2027 / Jan 2, 2027",
                "\\Y\\M Qo hmm Hmmss kk z ZZ Z   | YM 1st 805 200509 20 UTC +0000 +00:00",
                "YYYYYY N                        | +002027 AD",
                "''                              | 2027-01-02T20:05:09Z",
            })
    void datesAreWrittenAsMomentWritesThem(String format, String date) {
        assertThat(MomentFormat.format(NOW, MomentFormat.zone("utc").orElseThrow(), format))
                .isEqualTo(date);
    }

    @Test
    void zonesAreKnownByNameAndAnUnknownOneIsUtc() {
        List<String> zones = List.of("America/New_York", "EST", "Etc/GMT+3", "Asia/Kolkata");
        assertThat(zones.stream()
                        .map(zone ->
                                MomentFormat.format(NOW, MomentFormat.zone(zone).orElseThrow(), "HH:mm z Z")))
                .containsExactly("15:05 EST -05:00", "15:05 EST -05:00", "17:05 -03 -03:00", "01:35 IST +05:30");
        MetadataResult.Computed all =
                computed(run("cron"), Map.of("tags", "value={{date 'HHmm' tz='Mars/One'}}"), Map.of());
        assertThat(all.outputs()).containsEntry("tags", "2005");
        assertThat(all.warnings()).singleElement().asString().contains("no time zone `Mars/One`");
    }
}
