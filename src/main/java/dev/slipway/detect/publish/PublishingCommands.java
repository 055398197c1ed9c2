package dev.slipway.detect.publish;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows the commands by which people get something that no file of a release is. */
final class PublishingCommands {
    private static final Reason MAVEN = Reason.of("a Maven repository", Reason.JOBS);
    private static final Reason REPOSITORY = Reason.of("a package repository", Reason.JOBS);

    private static final Reason SDKMAN = Reason.of("a version on SDKMAN", Reason.JOBS);
    static final Reason REGISTRY = Reason.of("a package for another registry", Reason.JOBS);

    static final Reason DEPLOYMENT = Reason.of("a deployment", Reason.JOBS);

    static final Reason PULL_REQUEST = Reason.of("a pull request", Reason.JOBS);

    private static final Reason LISTED_TAGS = Reason.of(
            "tags of images, which a file lists for 'manifest-tool'",
            "if they are those of the image in the config, add them to 'docker.tags'");

    static final Reason CHART = Reason.of("a Helm chart", Reason.JOBS);

    /** What the name of a task shows, and nothing else; the task itself is not read. */
    private static final Reason TASK = Reason.of(Reason.Kind.OPEN, "what a task publishes", Reason.JOBS);

    private static final List<Known> COMMANDS = commands();

    private PublishingCommands() {}

    /**
     * A command that publishes.
     *
     * @param program what is started
     * @param word one of its arguments; empty if any will do
     */
    private record Known(Pattern program, Pattern word, Reason why) {
        boolean fits(Command command, String argument) {
            return program.matcher(command.program()).matches()
                    && word.matcher(argument).matches();
        }
    }

    /** A task of Gradle, of any project; a copy on the machine itself publishes nothing. */
    private static Known gradle(String task, Reason why) {
        return new Known(
                Pattern.compile("gradlew?(?:\\.bat)?"),
                Pattern.compile("(?!\\S*ToMavenLocal)(?:[\\w:-]*:)?" + task),
                why);
    }

    private static List<Known> commands() {
        return List.of(
                new Known(Pattern.compile("(?:[a-z0-9_]++-)*+strip(?:\\.exe)?"), Pattern.compile(""), Reason.STRIPPING),
                new Known(
                        Pattern.compile("(?:[a-z0-9_]++-)*+objcopy(?:\\.exe)?"),
                        Pattern.compile("--strip-\\w++|-[gS]"),
                        Reason.STRIPPING),
                new Known(Pattern.compile("upx"), Pattern.compile(""), PublishingSteps.PACKED),
                new Known(Pattern.compile("cargo"), Pattern.compile("publish"), Reason.CRATES),
                new Known(Pattern.compile("npm|pnpm|yarn|bun"), Pattern.compile("publish"), PublishingSteps.NPM),
                new Known(
                        Pattern.compile("maturin|uv|poetry|hatch|flit|twine|pdm|rye"),
                        Pattern.compile("publish|upload"),
                        PublishingSteps.PYTHON),
                new Known(
                        Pattern.compile("mvnw?(?:\\.cmd)?|mvnd"),
                        Pattern.compile("deploy|release:perform|(?:[^\\s:]++:)?central-publishing\\S*+"),
                        MAVEN),
                new Known(
                        Pattern.compile("mvnw?(?:\\.cmd)?|mvnd"),
                        Pattern.compile("(?:[^\\s:]++:)?jib(?:-maven-plugin)?(?::[\\w.-]++)??:build"),
                        Reason.JIB),
                gradle("jib", Reason.JIB),
                new Known(
                        Pattern.compile("mvnw?(?:\\.cmd)?|mvnd|gradlew?(?:\\.bat)?"),
                        Pattern.compile(
                                "-D(?:quarkus\\.container-image\\.push|spring-boot\\.build-image\\.publish)(?:=true)?"
                                        + "|--publishImage"),
                        Reason.IMAGE),
                new Known(
                        Pattern.compile("mvnw?(?:\\.cmd)?|mvnd"),
                        Pattern.compile(
                                "(?:[^\\s:]++:)?(?:docker|dockerfile|k8s|oc)(?:-maven-plugin)?(?::[\\w.-]++)??:push"),
                        Reason.IMAGE),
                gradle("dockerPush\\w*|(?:docker)?[pP]ushImages?", Reason.IMAGE),
                new Known(
                        Pattern.compile("sbt"), Pattern.compile("(?:\\S*/)?(?:Docker/|docker:)publish"), Reason.IMAGE),
                new Known(
                        Pattern.compile("sbt"),
                        Pattern.compile(
                                "(?!\\S*ublish(?:Local|M2))(?:ci-release|sonatype\\w*|\\+?(?:\\S*/)?publish\\w*)"),
                        MAVEN),
                new Known(
                        Pattern.compile("millw?"),
                        Pattern.compile(
                                "(?!\\S*ublish(?:Local|M2))(?:\\S*\\.)?(?:publish|PublishModule/|SonatypeCentralPublishModule/)\\S*"),
                        MAVEN),
                gradle("sdk(?:Major|Minor|Announce|Release|Default)\\w*", SDKMAN),
                new Known(
                        Pattern.compile("mvnw?(?:\\.cmd)?|mvnd"),
                        Pattern.compile("sdkman:(?:major-|minor-)?release|sdkman:(?:announce|default)\\S*"),
                        SDKMAN),
                new Known(Pattern.compile("lein"), Pattern.compile("deploy"), MAVEN),
                new Known(Pattern.compile("clojure|clj"), Pattern.compile("deploy"), MAVEN),
                gradle("publishPlugins?", Reason.of("a plugin for Gradle or an editor", Reason.JOBS)),
                gradle("publish(?:\\w*(?:Publications?\\w*|Repository|Central|Sonatype|Nexus|Packages))?", MAVEN),
                gradle("(?:publish|upload)\\w+|deploy|upload|release(?:Plugin|Library|Bundle|Artifact)\\w*+", TASK),
                new Known(
                        Pattern.compile("reprepro|createrepo(?:_c)?|aptly|dpkg-scanpackages|apt-ftparchive"),
                        Pattern.compile(""),
                        REPOSITORY),
                new Known(Pattern.compile("helm"), Pattern.compile("push|cm-push"), CHART),
                new Known(Pattern.compile("cr"), Pattern.compile("upload"), CHART),
                new Known(Pattern.compile("cloudsmith|package_cloud|fury"), Pattern.compile("push"), REPOSITORY),
                new Known(Pattern.compile("brew"), Pattern.compile("bump-(?:formula|cask)-pr"), Reason.HOMEBREW),
                new Known(
                        Pattern.compile("(?:" + WingetPackages.PROGRAMS + ")(?:\\.exe)?"),
                        Pattern.compile(WingetPackages.WORDS),
                        WingetPackages.UNNAMED),
                new Known(
                        Pattern.compile("mkdocs|mike|ghp-import|gh-pages"),
                        Pattern.compile("gh-deploy|deploy|-p|-d"),
                        PublishingSteps.WEBSITE),
                new Known(Pattern.compile("docker|podman"), Pattern.compile("gh-deploy"), PublishingSteps.WEBSITE),
                new Known(
                        Pattern.compile("npx|pnpx|bunx"),
                        Pattern.compile("gh-pages|wrangler|netlify(?:-cli)?"),
                        PublishingSteps.WEBSITE),
                new Known(
                        Pattern.compile("wrangler|netlify(?:-cli)?|firebase"),
                        Pattern.compile("deploy|publish"),
                        PublishingSteps.WEBSITE),
                new Known(
                        Pattern.compile(
                                "gcloud|flyctl|fly|vercel|serverless|sls|sam|cdk|copilot|railway|eb|doctl|aws|azd"),
                        Pattern.compile(
                                "deploy|create-deployment|update-function-code|publish-layer-version|update-service"),
                        DEPLOYMENT),
                new Known(Pattern.compile("manifest-tool"), Pattern.compile("from-spec"), LISTED_TAGS),
                new Known(Pattern.compile("heroku"), Pattern.compile("container:release"), DEPLOYMENT),
                new Known(Pattern.compile("az"), Pattern.compile("deploy|up|config-zip|containerapp"), DEPLOYMENT),
                new Known(Pattern.compile("oras"), Pattern.compile("push"), REGISTRY),
                new Known(
                        Pattern.compile("snapcraft"),
                        Pattern.compile("upload|push|release"),
                        Reason.of("a snap", Reason.JOBS)),
                new Known(
                        Pattern.compile("vsce|ovsx|npx"),
                        Pattern.compile("publish"),
                        Reason.of("an editor extension", Reason.JOBS)),
                new Known(Pattern.compile("gem|choco|nuget|dotnet"), Pattern.compile("push"), REGISTRY),
                new Known(
                        Pattern.compile("deno|jsr|gleam|nimble|dart|flutter|opam|spago|wasmer|mcp-publisher"),
                        Pattern.compile("publish"),
                        REGISTRY),
                new Known(Pattern.compile("cabal|stack|luarocks"), Pattern.compile("upload"), REGISTRY),
                new Known(
                        Pattern.compile("gh"),
                        Pattern.compile("--discussion-category(?:=.*)?"),
                        PublishingSteps.DISCUSSION),
                new Known(Pattern.compile("mix"), Pattern.compile("hex\\.publish"), REGISTRY));
    }

    /** What commands publish, each once. */
    static List<Reason> reasons(List<Command> commands) {
        return Reason.merged(
                commands.stream().flatMap(PublishingCommands::reasons).toList());
    }

    private static Stream<Reason> reasons(Command started) {
        Command command = started.inner();
        boolean tries = command.arguments().stream()
                .anyMatch(word -> word.equals("--dry-run")
                        || word.equals("-n") && command.program().equals("cargo"));
        return tries
                ? Stream.empty()
                : Stream.concat(Stream.of(""), command.arguments().stream())
                        .flatMap(word -> COMMANDS.stream()
                                .filter(known -> known.fits(command, word))
                                .limit(1)
                                .map(known -> named(known.why(), command, word)));
    }

    private static Reason named(Reason why, Command command, String word) {
        if (why.equals(TASK)) {
            return Reason.of(Reason.Kind.OPEN, "what the task '" + Symbols.shown(word) + "' publishes", Reason.JOBS);
        }
        return why.equals(WingetPackages.UNNAMED) ? WingetPackages.reason(command) : why;
    }
}
