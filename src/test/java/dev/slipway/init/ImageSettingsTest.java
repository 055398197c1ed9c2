package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.image.DockerInstruction;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Dockerfile of today says of a running container is in the config, or is listed with its line. */
class ImageSettingsTest extends HandWrittenRelease {
    private Proposal of(String dockerfile) throws NoProposal {
        return proposal(workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release
                    - run: docker buildx build --push -t ghcr.io/me/kelp:1 .
                """).file("Dockerfile", dockerfile));
    }

    private static String docker(Proposal proposal) {
        String text = proposal.config();
        return text.substring(text.indexOf("docker:")).strip();
    }

    @Test
    void aFolderInWhichOursStartsAsWellIsNoLoss() throws Exception {
        assertThat(lost(of("FROM debian:12\nWORKDIR /\nENTRYPOINT [\"kelp\"]\n")))
                .doesNotContain("WORKDIR");
        assertThat(lost(of("FROM debian:12\nWORKDIR /data\nENTRYPOINT [\"kelp\"]\n")))
                .contains("WORKDIR /data");
    }

    @Test
    void aDescriptionThatNoConfigTakesHidesNoProgram() throws Exception {
        Proposal proposal = proposal(workflow(
                        crate(
                                "description = \"`kelp` grows\"\n[[bin]]\nname = \"kelp-grow\"\npath = \"src/main.rs\"\n"),
                        """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release
                    - run: docker buildx build --push -t ghcr.io/me/kelp:1 .
                """)
                .file("Dockerfile", "FROM debian:12\nENTRYPOINT [\"kelp-grow\"]\nCMD [\"--all\"]\n"));
        assertThat(docker(proposal)).contains("cmd: [\"--all\"]");
        assertThat(lost(proposal))
                .contains("description `kelp` grows invalid description")
                .doesNotContain("ENTRYPOINT");
    }

    @Test
    void aLineMayEndRightBehindAWord() throws Exception {
        Proposal proposal = of("""
                FROM debian:12
                LABEL\\
                    org.opencontainers.image.vendor="The kelp" \\
                    org.opencontainers.image.authors=Otto
                COPY --chown=0:0\\
                    ./kelp.conf\\
                    /etc/kelp.conf
                ENTRYPOINT ["kelp"]
                """);
        assertThat(docker(proposal)).contains("image.vendor: The kelp", "image.authors: Otto");
        assertThat(lost(proposal)).contains("COPY --chown=0:0 ./kelp.conf /etc/kelp.conf");
    }

    private static final String LABELED = """
            FROM debian:12
            LABEL org.opencontainers.image.title="The kelp" org.opencontainers.image.description="It grows"
            LABEL org.opencontainers.image.licenses=GPL-3.0 org.opencontainers.image.version=1.2
            ENTRYPOINT ["kelp"]
            """;

    @Test
    void usualLabelsThatOnlyTheDockerfileHasStay() throws Exception {
        assertThat(docker(of(LABELED)))
                .contains(
                        "org.opencontainers.image.title: The kelp",
                        "org.opencontainers.image.description: It grows",
                        "org.opencontainers.image.licenses: GPL-3.0")
                .doesNotContain("image.version");
    }

    @Test
    void labelsThatAnActionReplacesTodayAreReplacedToo() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - { id: meta, uses: docker/metadata-action@v5, with: { images: ghcr.io/me/kelp } }
                    - uses: docker/build-push-action@v6
                      with:
                        push: true
                        tags: ghcr.io/me/kelp:1
                        labels: ${{ steps.meta.outputs.labels }}
                """).file("Dockerfile", LABELED));
        assertThat(docker(proposal)).doesNotContain("opencontainers");
    }

    @Test
    void archivesThatCannotBeTakenOverHideNoFolderOfTheProgram() throws Exception {
        Proposal proposal = proposal(workflow(crate(""), """
                build:
                  strategy:
                    matrix:
                      include:
                        - { os: ubuntu-24.04, flag: --all-features, name: kelp-full }
                        - { os: ubuntu-24.04, flag: --locked, name: kelp-small }
                  runs-on: ${{ matrix.os }}
                  steps:
                    - uses: actions/checkout@v4
                    - run: cargo build --release ${{ matrix.flag }} --target x86_64-unknown-linux-gnu
                    - run: tar czf ${{ matrix.name }}.tar.gz -C target/x86_64-unknown-linux-gnu/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: "${{ matrix.name }}.tar.gz" }
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v4
                    - run: docker buildx build --push -t ghcr.io/me/kelp:1 .
                """)
                .file("Dockerfile", "FROM debian:12\nCOPY kelp /srv/kelp\nENTRYPOINT [\"/srv/kelp\"]\n"));
        assertThat(docker(proposal)).contains("path: /srv");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ARG GIVEN=0.0.0 | docker ENV KELP_VERSION={version} no config can say it",
                "ARG GIVEN       | docker LABEL vendor.version={version} no config can say it",
                "ARG OTHER=0.0.0 | ''",
            })
    void anArgumentOfTheBuildGoesBeforeItsDefault(String argument, String said) throws Exception {
        String name = argument.replaceFirst("ARG (\\w+).*", "$1");
        Proposal proposal = proposal(workflow(crate(""), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v4
                    - run: echo "V=${GITHUB_REF_NAME#v}" >> $GITHUB_ENV
                    - uses: docker/build-push-action@v6
                      with:
                        push: true
                        tags: ghcr.io/me/kelp:1
                        build-args: GIVEN=${{ env.V }}
                """)
                .file(
                        "Dockerfile",
                        "FROM debian:12\n" + argument + "\nENV KELP_VERSION=$" + name + "\nLABEL vendor.version=\"${"
                                + name + "}\"\nENTRYPOINT [\"kelp\"]\n"));
        assertThat(lost(proposal)).contains(said);
        assertThat(docker(proposal).contains("KELP_VERSION: 0.0.0")).isEqualTo(said.isEmpty());
    }

    @Test
    void withoutAPlanNothingIsSaidAboutTheProgramOfTheImage() {
        Draft draft = new Draft();
        SourceText dockerfile = new SourceText("Dockerfile", "FROM debian:12\nENTRYPOINT [\"tini\", \"kelp\"]\n");
        new ImageStart(DockerInstruction.of(dockerfile), Set.of("kelp-cli"), List.of(), "", draft).add();
        assertThat(draft.remarks())
                .extracting(Remark::why)
                .singleElement()
                .asString()
                .startsWith("compare it with the generated one, which starts the first program of the config");
    }

    @Test
    void anEmptyBaseHasNoWorkingFolderButTheTop() throws Exception {
        Proposal proposal = of("FROM scratch\nCOPY --from=build /out/kelp .\nENTRYPOINT [\"./kelp\"]\n");
        assertThat(docker(proposal)).contains("path: /");
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("docker.path");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ENTRYPOINT [\"/usr/local/bin/kelp\"]¶CMD [\"--help\"]|",
                "ENTRYPOINT [\"kelp\"]|, cmd: []",
                "ENTRYPOINT kelp --port 80|, entrypoint: [kelp, \"--port\", 80]",
                "ENTRYPOINT [\"kelp\"]¶CMD [\"serve\", \"--all\"]|, cmd: [serve, \"--all\"]",
                "CMD [\"/app/kelp\", \"serve\"]|, path: /app, entrypoint: [], cmd: [/app/kelp, serve]",
                "CMD [\"sh\", \"-c\", \"kelp $ARGS\"]|, entrypoint: [], cmd: [sh, \"-c\", \"kelp $ARGS\"]",
                "COPY target/release/kelp /usr/bin/¶ENTRYPOINT [\"kelp\"]¶CMD [\"--help\"]|, path: /usr/bin",
                "COPY --from=build /out/kelp-x86 /kelp¶ENTRYPOINT [\"/kelp\"]¶CMD [\"--help\"]|, path: /",
                "COPY dist/kelp-$TARGETARCH /opt/sea/kelp¶ENTRYPOINT [\"/opt/sea/kelp\", \"run\"]|, path: /opt/sea, "
                        + "entrypoint: [/opt/sea/kelp, run]",
                "WORKDIR /srv¶COPY --from=build /out/kelp .¶CMD [\"./kelp\"]|, path: /srv, entrypoint: [], cmd: [/srv/kelp]",
                "WORKDIR /srv/¶COPY dist/kelp bin/¶ENTRYPOINT [\"bin/kelp\"]¶CMD [\"--help\"]|, path: /srv/bin",
                "ADD kelp /usr/local/bin¶ENTRYPOINT [\"kelp\"]¶CMD [\"--help\"]|",
                "COPY target/release/kelp /bin/app¶ENTRYPOINT [\"/bin/app\", \"run\"]|, path: /bin, entrypoint: [kelp, run]",
                "COPY --from=build /out/bin/* /usr/bin/¶ENTRYPOINT [\"kelp\"]|, path: /usr/bin, cmd: []",
                "USER kelp|",
                "USER 10001:10001|, user: 10001:10001",
                "USER root|, user: root",
                "EXPOSE 80 53/UDP¶EXPOSE 80/tcp|, expose: [80, 53/udp]",
                "ENV KELP_LOG=info \\¶  # why¶  KELP_DIR=\"/var/lib/kelp and more\"|, env: { KELP_LOG: info, KELP_DIR: /var/lib/kelp and more }",
                "ARG EARLY LATE¶ENV KELP_AGE=$EARLY KELP_LOG=info|, env: { KELP_LOG: info }",
                "ENV KELP_HOME /srv/kelp|, env: { KELP_HOME: /srv/kelp }",
                "ARG HOME_OF=/helm¶ENV KELP_HOME=\"${HOME_OF}\" KELP_NEXT=$HOME_OF/x|, env: { KELP_HOME: /helm, KELP_NEXT: /helm/x }",
                "RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt|",
                "LABEL org.opencontainers.image.source=x vendor='the sea'|, labels: { vendor: the sea }"
            })
    void whatAConfigCanSayIsInIt(String lines, String keys) throws NoProposal {
        Proposal proposal = of("FROM debian:trixie-slim\nUSER kelp\n" + lines.replace('¶', '\n') + "\n");
        String wanted = "{ base: debian:trixie-slim" + (keys == null ? "" : keys) + " }";
        assertThat(lost(proposal)).doesNotContain(" RUN ");
        assertThat(docker(proposal).replaceAll("docker:\\s+|\\s*\\n +", " ").strip())
                .isIn(wanted, wanted.replaceAll("^\\{ | \\}$", "").replaceAll(", (?=\\w+: )", " "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "WORKDIR /data|WORKDIR /data no config key for it",
                "VOLUME [\"/data\"]|VOLUME [\"/data\"] no config key for it",
                "STOPSIGNAL SIGINT|STOPSIGNAL SIGINT no config key for it",
                "HEALTHCHECK CMD kelp ping|HEALTHCHECK CMD kelp ping no config key for it",
                "ENV PATH=$PATH:/opt|ENV PATH=$PATH:/opt no config can say it",
                "USER $UID|USER $UID no config can say it; the program runs as 'kelp'",
                "EXPOSE 8000-8010|EXPOSE 8000-8010 no config can say '8000-8010'",
                "RUN apk add --no-cache git|RUN apk add --no-cache git the image runs no commands",
                "RUN curl -o /usr/bin/helm https://get.helm.sh|RUN curl -o /usr/bin/helm https://get.helm.sh the image runs no commands",
                "COPY entry.sh /entry.sh|COPY entry.sh /entry.sh the image contains the programs",
                "ENTRYPOINT [\"bash\", \"/start.sh\"]|ENTRYPOINT [\"bash\", \"/start.sh\"] no config can say it",
                "ENTRYPOINT [\"/sbin/tini\", \"--\", \"kelp\"]|ENTRYPOINT [\"/sbin/tini\", \"--\", \"kelp\"] no config can say it",
            })
    void whatItCannotSayIsListedWithItsLine(String line, String left) throws NoProposal {
        Proposal proposal = of("FROM rust:1 AS build\nRUN cargo build\nFROM debian:trixie-slim\n" + line + "\n");
        assertThat(lost(proposal)).contains("docker " + left).contains("from Dockerfile:4 ");
    }

    @Test
    void aProgramThatTheNewImageCallsOtherwiseIsStartedByThatNameAndSaid() throws Exception {
        Proposal proposal = proposal(workflow(crate("[[bin]]\nname = \"kelp-grow\"\npath = \"src/main.rs\"\n"), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release
                    - run: docker buildx build --push -t ghcr.io/me/kelp:1 .
                """)
                .file("Dockerfile", "FROM debian:12\nCOPY out /usr/local/\nENTRYPOINT [\"kelp\", \"run\"]\n"));
        assertThat(docker(proposal)).contains("entrypoint: [kelp-grow, run]");
        assertThat(lost(proposal))
                .contains("ENTRYPOINT [\"kelp\", \"run\"] this program is called 'kelp-grow' in the new image");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cargo build --release --no-default-features --features nets, true",
        "cargo install --path . --features=nets, true",
        "cargo zigbuild --release --all-features, true",
        "'cargo build --release --features \"nets,hooks\" --no-default-features', false",
        "cargo build --release --features $FEATURES, false",
        "cargo build --release, false"
    })
    void anImageWhoseOwnBuildChoosesOtherFeaturesLosesThem(String command, boolean said) throws Exception {
        Proposal proposal = proposal(workflow(crate("[features]\ndefault = []\nhooks = []\nnets = []\n"), """
                image:
                  runs-on: ubuntu-latest
                  steps:
                    - uses: actions/checkout@v6
                    - run: cargo build --release --target x86_64-unknown-linux-gnu --no-default-features --features nets,hooks
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-gnu/release kelp
                    - run: gh release create $GITHUB_REF_NAME kelp-linux.tar.gz
                    - run: docker buildx build --push -t ghcr.io/me/kelp:1 .
                """)
                .file(
                        "Dockerfile",
                        "FROM rust:1 AS build\nRUN " + command + "\nFROM debian:12\nCOPY --from=build kelp /\n"));
        assertThat(lost(proposal)
                        .contains("the new image contains the programs of the archives, which have other features"))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"light, true", "full, false"})
    void onlyTheStagesThatTheLastOneTakesFilesFromCount(String stage, boolean said) throws Exception {
        Proposal proposal = of("""
                FROM rust:1 AS full
                RUN cargo build --release
                FROM rust:1 AS light
                RUN cargo build --release --no-default-features
                FROM debian:12 AS files
                COPY --from=%s kelp /kelp
                FROM debian:12
                COPY --from=files /kelp /
                """.formatted(stage));
        assertThat(lost(proposal).contains("--no-default-features")).isEqualTo(said);
    }

    @Test
    void whatStartsAProgramUnderAnotherNameShowsItsFolder() throws NoProposal {
        Proposal proposal = of("FROM debian:12\nCOPY out/kelp /opt/kelp/run\nENTRYPOINT [\"/opt/kelp/run\"]\n");
        assertThat(docker(proposal)).contains("path: /opt/kelp").doesNotContain("entrypoint");
        assertThat(said(proposal, Remark.Kind.GUESS)).doesNotContain("docker.path");
        assertThat(lost(proposal)).contains("this program is called 'kelp' in the new image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN make && gcc -o /usr/bin/kelp kelp.c",
                "RUN curl -o /usr/bin/kelp https://example.org/kelp && chmod +x /usr/bin/kelp",
                "RUN mv ./out/kelp /usr/bin/kelp;ls"
            })
    void aCommandThatMakesAProgramShowsItsFolder(String run) throws NoProposal {
        Proposal proposal = of("FROM debian:12\n" + run + "\nENTRYPOINT [\"kelp\"]\n");
        assertThat(said(proposal, Remark.Kind.TAKEN)).contains("docker.path /usr/bin from Dockerfile:2 RUN");
    }

    @ParameterizedTest
    @CsvSource({"kelp*, false", "ke*, false", "reed*, true"})
    void aPatternThatAProgramFitsShowsItsFolder(String pattern, boolean guessed) throws NoProposal {
        Proposal proposal = of("FROM debian:12\nCOPY out/" + pattern + " /usr/local/bin/\nENTRYPOINT [\"kelp\"]\n");
        assertThat(said(proposal, Remark.Kind.GUESS).contains("docker.path")).isEqualTo(guessed);
    }

    @Test
    void aPathThatNobodySaysIsMarkedAsAGuess() throws NoProposal {
        Proposal proposal = of("FROM debian:trixie-slim\nCOPY out/ /app/\nENTRYPOINT [\"kelp\"]\n");
        assertThat(said(proposal, Remark.Kind.GUESS))
                .contains("docker.path /usr/local/bin found no path of 'kelp' in 'Dockerfile'");
        assertThat(said(of("FROM debian:trixie-slim\nCOPY kelp /bin/kelp\n"), Remark.Kind.GUESS))
                .doesNotContain("docker.path");
    }

    @Test
    void whatOnlyCompilesIsNotMissed() throws NoProposal {
        Proposal proposal = of("""
                FROM rust:1 AS build
                ENV RUSTFLAGS=-g
                WORKDIR /src
                RUN apt-get install -y cmake
                VOLUME /cache
                FROM scratch
                COPY --from=build /src/target/release/kelp /kelp
                COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
                USER 1000
                ENTRYPOINT ["/kelp"]
                CMD ["--help"]
                """);
        assertThat(lost(proposal)).doesNotContain("WORKDIR", "VOLUME", "COPY", "RUN");
        assertThat(docker(proposal)).doesNotContain("env", "cmd", "entrypoint");
    }

    @Test
    void aStageThatTheLastOneIsBasedOnCountsAndRootIsAsked() throws NoProposal {
        Proposal proposal = of("FROM alpine:3 AS run\nEXPOSE 80\nFROM scratch\nEXPOSE 81\nFROM run\nEXPOSE 82\n");
        assertThat(docker(proposal)).contains("expose: [80, 82]");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("docker.user  'Dockerfile' has no USER");
    }
}
