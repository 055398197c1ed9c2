package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.detect.SampleRepository;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of several modules of Maven that make programs, the one that the release builds is the program. */
class BuiltModulesTest extends HandWrittenRelease {
    private SampleRepository built(String command) {
        return workflow(
                        repository()
                                .file("pom.xml", """
                                <project><groupId>org.squid</groupId><artifactId>squid</artifactId><version>1.0</version>
                                <packaging>pom</packaging><modules><module>cli</module><module>server</module></modules></project>
                                """)
                                .file("cli/pom.xml", module("cli"))
                                .file("server/pom.xml", module("server")),
                        """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: %s
                    - run: gh release create "$GITHUB_REF_NAME" squid.zip
                """.formatted(command))
                .committed()
                .origin("https://github.com/me/squid");
    }

    private static String module(String name) {
        return """
                <project>
                  <parent><groupId>org.squid</groupId><artifactId>squid</artifactId><version>1.0</version></parent>
                  <artifactId>squid-%s</artifactId>
                  <build><plugins><plugin>
                    <artifactId>maven-shade-plugin</artifactId>
                    <executions><execution><goals><goal>shade</goal></goals></execution></executions>
                    <configuration><transformers><transformer><mainClass>org.squid.Main</mainClass></transformer></transformers></configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn -pl cli package",
                "mvn -B package -pl :squid-cli -am",
                "./mvnw verify --projects org.squid:squid-cli",
                "mvn --projects=./cli install",
                "mvnd -pl '+cli' package",
                "mvn -pl '!server' package",
                "mvn -pl -:squid-server package",
                "cd cli && ../mvnw package",
                "mvn -f cli/pom.xml package",
                "mvn --file=cli package",
                "mvn -pl server deploy && mvn -pl cli package",
            })
    void theModuleThatIsBuiltByItsNameIsTheProgram(String command) throws NoProposal {
        assertThat(proposal(built(command)).config()).contains("jar: cli/target/squid-cli-*.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn package",
                "mvn -pl cli,server package",
                "mvn -pl cli deploy",
                "mvn -f pom.xml package",
                "mvn -pl '!docs' package",
            })
    void whereItBuildsBothOrNeitherSomebodyHasToChoose(String command) {
        assertThatThrownBy(() -> proposal(built(command))).hasMessage("several modules build a program");
    }

    @Test
    void theModuleOfTheDistributionIsTheProgramIfNothingElseTells() throws NoProposal {
        SampleRepository squid =
                built("mvn package").file("server/pom.xml", module("server").replace("squid-server", "squid-dist"));
        assertThat(proposal(squid).config()).contains("jar: server/target/squid-dist-*.jar");
        assertThat(said(proposal(squid), Remark.Kind.OPEN)).contains("not released: squid-cli");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mvn -pl cli package jib:build | a container image that the build pushes with Jib; move it to 'jobs' |",
                "mvn -pl cli package com.google.cloud.tools:jib-maven-plugin:3.5.1:build deploy "
                        + "| a container image that the build pushes with Jib, a Maven repository; move it to 'jobs' |",
                "mvn -pl cli verify -Dquarkus.container-image.push=true | a container image that the build pushes; move it to 'jobs' |",
                "mvn -pl cli package && brew bump-formula-pr squid && ./mvnw deploy "
                        + "| a Homebrew formula; use 'packages.homebrew' | a Maven repository; move it to 'jobs'",
                "mvn -pl cli package org.sonatype.central:central-publishing-maven-plugin:0.9.0:publish | a Maven repository; move it to 'jobs' |",
                "mvn -pl cli package -Dspring-boot.build-image.publish=true spring-boot:build-image | a container image that the build pushes; move it to 'jobs' |",
                "mvn -pl cli package io.fabric8:docker-maven-plugin:0.45:push | a container image that the build pushes; move it to 'jobs' |",
                "mvn -pl cli package && ./gradlew bootBuildImage --publishImage | a container image that the build pushes; move it to 'jobs' |",
                "mvn -pl cli package && ./gradlew :app:dockerPushNative | a container image that the build pushes; move it to 'jobs' |",
                "mvn -pl cli package && sbt cli/Docker/publish | a container image that the build pushes; move it to 'jobs' |",
                "mvn -pl cli package && sbt ci-release | a Maven repository; move it to 'jobs' |",
                "mvn -pl cli package && ./mill mill.scalalib.SonatypeCentralPublishModule/publishAll | a Maven repository; move it to 'jobs' |",
                "mvn -pl cli package && lein deploy clojars | a Maven repository; move it to 'jobs' |",
                "mvn -pl cli package && clojure -T:build deploy | a Maven repository; move it to 'jobs' |",
                "mvn -pl cli package && dotnet nuget push out/a.nupkg | a package for another registry; move it to 'jobs' |",
                "mvn -pl cli package && sbt publishLocal && ./gradlew bootBuildImage && dotnet push-me | |",
                "mvn -pl cli package && skopeo copy docker://a/b:c \"docker://$(jq -r .ref state.json):1\" | "
                        + "a container image whose name is known only during a run; move it to 'jobs' |",
                "mvn -pl cli package jib:dockerBuild jib:buildTar | |",
            })
    void allThatAStepPublishesIsListed(String command, String one, String two) throws NoProposal {
        Proposal proposal = proposal(built(command));
        assertThat(proposal.remarks().stream()
                        .filter(remark -> remark.key().equals("step"))
                        .map(remark -> remark.why().replaceFirst("; from .*", "")))
                .containsExactlyElementsOf(
                        Stream.of(one, two).filter(Objects::nonNull).toList());
        assertThat(said(proposal, Remark.Kind.OPEN))
                .contains(
                        one != null && one.contains("image")
                                ? "docker  found only an image that a step of the build pushes"
                                : "docker  found no image in the release");
    }

    @ParameterizedTest
    @CsvSource({"mvn -B package -Pnative, true", "mvn -B package, false"})
    void aProgramThatQuarkusCompilesIsSaidToBecomeAJar(String command, boolean said) throws NoProposal {
        Proposal proposal = proposal(workflow(repository().file("pom.xml", """
                                        <project><groupId>org.squid</groupId><artifactId>squid</artifactId><version>1.0</version>
                                        <properties><quarkus.package.jar.type>uber-jar</quarkus.package.jar.type></properties>
                                        <build><plugins><plugin>
                                          <groupId>io.quarkus.platform</groupId><artifactId>quarkus-maven-plugin</artifactId>
                                          <executions><execution><goals><goal>build</goal></goals></execution></executions>
                                        </plugin></plugins></build></project>
                                        """), """
                        ship:
                          runs-on: ubuntu-latest
                          steps:
                            - run: %s
                            - run: gh release create "$GITHUB_REF_NAME" target/squid-1.0-runner
                        """.formatted(command))
                .committed()
                .origin("https://github.com/me/squid"));
        assertThat(lost(proposal).contains("maven -Pnative Quarkus compiles the program with GraalVM today"))
                .as(lost(proposal))
                .isEqualTo(said);
    }
}
