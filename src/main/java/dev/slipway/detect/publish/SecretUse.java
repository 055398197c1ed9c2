package dev.slipway.detect.publish;

import dev.slipway.detect.upload.Makers;
import dev.slipway.detect.workflow.GoReleaserCall;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a step does with a secret that no rule knows, as far as its commands and the names of the secrets show. */
enum SecretUse {
    /** It tells people that there is a release. */
    ANNOUNCES,
    /** It may make a signature. */
    SIGNS,
    /** It lets the build fetch sources that not everybody sees. */
    OPENS,
    /** It may publish anything. */
    SENDS,
    /** It only reads, or pushes the tag. */
    NOTHING;

    private static final int SHOWN = 3;

    /** Actions that load a key of SSH, or a token for Git, by their names. */
    private static final Pattern OPENING = Pattern.compile(
            "(?i)ssh-?(?:agent|key|setup)|setup-ssh|install-ssh|git-credentials|private-(?:repo|module)");

    /** What works with a secret on the machine, or is recognized by more than that. */
    private static final String LOCAL =
            "\\[|let|echo|printf|test|cat|tee|sed|awk|grep|jq|head|tail|tr|cut|date|sleep|true|exit|set|export"
                    + "|unset|source|\\.|cd|pwd|ls|mkdir|cp|mv|rm|touch|chmod|tar|zip|unzip|base64|openssl|gpg2?|security|ssh-add|ssh-agent"
                    + "|cargo|cross|go|goreleaser|rustup|git|gh|curl|wget|docker|podman|skopeo|crane|helm|aws|az|gcloud|mvnw?|gradlew?|sudo|apt|apt-get"
                    + "|brew|choco|npm|pnpm|yarn|bun|pip3?"
                    + "|(?i:(?:get|select|foreach|where|sort|write|out|test|copy|move|remove|new|join|split|expand|compress)-[a-z]++)";

    /** Tools whose builds sign what they make if they get a key. */
    private static final String BUILDERS = "mvnw?(?:\\.cmd)?|mvnd|gradlew?(?:\\.bat)?|npm|npx|pnpm|yarn|bun|dotnet"
            + "|msbuild(?:\\.exe)?|xcodebuild|fastlane|electron-builder";

    private static final List<String> CHANNELS = List.of(
            "slack",
            "discord",
            "mastodon",
            "telegram",
            "msteams",
            "ms-teams",
            "ms_teams",
            "twitter",
            "tweet",
            "bluesky",
            "toot",
            "matrix-message",
            "send-mail",
            "sendmail",
            "send-email",
            "smtp",
            "mattermost",
            "zulip",
            "notify",
            "notification",
            "gitter",
            "webex",
            "google-chat",
            "reddit",
            "linkedin");

    /** Parts of the addresses of channels that do not contain the channel's name. */
    private static final List<String> ADDRESSES = List.of(
            "hooks.slack.com",
            "discord.com/api",
            "discordapp.com",
            "api.telegram.org",
            "webhook.office.com",
            "api.twitter.com",
            "api.x.com",
            "/api/v1/statuses",
            "bsky.social",
            "chat.googleapis.com",
            "api.mailgun.net",
            "api.sendgrid.com");

    private static final List<String> KEYS = List.of(
            "apple",
            "codesign",
            "code_sign",
            "signing",
            "certificate",
            "_cert",
            "cert_",
            "gpg",
            "pgp",
            "notar",
            "p12",
            "pfx",
            "keychain",
            "keystore",
            "cosign",
            "minisign");

    private static final Set<String> CHANGING =
            Set.of("create", "upload", "edit", "merge", "run", "set", "sync", "delete");

    /** Whether a step gives builds a key or a token for sources of others. */
    static boolean opens(DryStep step) {
        boolean checkout = step.action().equals("actions/checkout")
                && !step.with().getOrDefault("submodules", "false").equals("false");
        boolean git = step.commands().stream()
                .anyMatch(command -> command.toString().startsWith("git config ")
                                && command.arguments().stream()
                                        .anyMatch(word -> word.startsWith("url.")
                                                || word.contains("extraheader")
                                                || word.startsWith("credential."))
                        || command.program().equals("ssh-add"));
        return !step.secrets().isEmpty()
                && (checkout || git || OPENING.matcher(step.action()).find());
    }

    /** What a step does of which the purpose is known: something that it starts may still make signatures. */
    static SecretUse inside(DryStep step) {
        boolean unread = step.commands().stream()
                .filter(command -> !command.words().isEmpty())
                .anyMatch(command -> command.words().get(0).indexOf('/') < 0
                                && !Makers.of(command, Set.of("goreleaser"), false)
                                        .isEmpty()
                        || command.program().matches(BUILDERS));
        return unread && step.secrets().stream().anyMatch(secret -> isIn(secret, KEYS)) ? SIGNS : NOTHING;
    }

    /** @param after whether there is a release by then, of which something may be published */
    static SecretUse of(DryStep step, boolean after) {
        if (inside(step) == SIGNS) {
            return SIGNS;
        }
        List<GoReleaserCall> calls = GoReleaserCall.of(step).toList();
        if (step.commands().isEmpty()
                && !calls.isEmpty()
                && calls.stream().noneMatch(GoReleaserCall::releases)) { // it gets a license, or reads the repository
            return NOTHING;
        }
        List<Command> commands = step.commands();
        boolean sends = commands.stream()
                .anyMatch(command ->
                        sends(command) || after && (!command.program().matches(LOCAL) || runsOwn(command)));
        if (step.uses().isEmpty() && !sends) {
            return NOTHING;
        }
        boolean addressed = commands.stream().anyMatch(SecretUse::sends)
                && commands.stream().filter(SecretUse::sends).allMatch(SecretUse::isAddressed);
        if (isIn(step.action(), CHANNELS) || addressed || all(step, CHANNELS)) {
            return ANNOUNCES;
        }
        return all(step, KEYS) && !step.uses().isEmpty() ? SIGNS : SENDS;
    }

    /** Whether a build tool starts a program or a script of the repository, which may do anything. */
    private static boolean runsOwn(Command command) {
        return command.toString()
                .matches("(?s)go run .*|cargo (?:run|xtask)\\b.*|(?:npm|pnpm|yarn|bun) (?:run|exec) .*");
    }

    private static boolean isAddressed(Command command) {
        String text = command.toString();
        return isIn(text.substring(0, Math.min(text.length(), 2000)), ADDRESSES);
    }

    private static boolean all(DryStep step, List<String> words) {
        return step.secrets().stream().allMatch(secret -> isIn(secret, words));
    }

    private static boolean isIn(String text, List<String> words) {
        String low = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(low::contains);
    }

    /** Whether a command changes something elsewhere; to ask for something is no such change. */
    private static boolean sends(Command command) {
        List<String> words = command.arguments();
        return switch (command.program()) {
            case "curl" ->
                words.stream()
                        .anyMatch(word -> word.matches(
                                        "-[a-zA-Z]{0,6}[dFT]|-[dFT].+|--(?:data|form|json|upload-file|url-query).*")
                                || word.matches("POST|PUT|PATCH|DELETE|-X(?:POST|PUT|PATCH|DELETE)"
                                        + "|--request=(?:POST|PUT|PATCH|DELETE)"));
            case "wget" -> words.stream().anyMatch(word -> word.startsWith("--post") || word.startsWith("--body"));
            case "gh" -> asks(words);
            case "git" -> pushesBranch(command);
            default -> false;
        };
    }

    /** Whether a command of Git pushes more than the tag of the release. */
    static boolean pushesBranch(Command command) {
        List<String> words = command.arguments();
        return command.program().equals("git")
                && words.contains("push")
                && !words.contains("--dry-run")
                && !words.contains("--delete")
                && (words.contains("--follow-tags") || !onlyTag(words));
    }

    /** Whether {@code gh release edit} only makes a draft visible, which ours does itself. */
    private static boolean isShown(List<String> words) {
        return words.size() > 2
                && words.subList(0, 2).equals(List.of("release", "edit"))
                && words.contains("--draft=false")
                && words.stream().noneMatch(word -> word.matches("-[ntF].*|--(?:notes|title|tag|target).*"));
    }

    private static boolean asks(List<String> words) {
        if (isShown(words)) {
            return false;
        }
        String group = words.isEmpty() ? "" : words.get(0);
        return group.equals("api")
                ? words.stream()
                        .anyMatch(word ->
                                word.matches("POST|PUT|PATCH|DELETE|-[fF]|--(?:raw-)?field(?:=.*)?|--input(?:=.*)?"))
                : words.stream().skip(1).limit(1).anyMatch(CHANGING::contains);
    }

    /** The tag starts the new release as well. */
    private static boolean onlyTag(List<String> words) {
        List<String> pushed = words.stream()
                .dropWhile(word -> !word.equals("push"))
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .skip(1)
                .toList();
        return pushed.isEmpty()
                ? words.contains("--tags")
                : pushed.stream().allMatch(word -> word.startsWith("refs/tags/") || word.equals(Symbols.TAG));
    }

    /** Why a step with these secrets is listed; empty if it is not. */
    Optional<Reason> reason(List<String> secrets) {
        return switch (this) {
            case ANNOUNCES ->
                Optional.of(Reason.of(Reason.Kind.REMARK, "releases are no longer announced", Reason.JOBS));
            case OPENS ->
                Optional.of(Reason.of(
                        Reason.Kind.REMARK,
                        "a key or a token with which builds fetch sources",
                        "builds get no secrets, so these sources must be public or in the repository"));
            case SIGNS ->
                Optional.of(Reason.of(
                        Reason.Kind.REMARK,
                        "it gets "
                                + named(secrets.stream()
                                        .filter(secret -> isIn(secret, KEYS))
                                        .toList())
                                + ", so it may sign files",
                        "no config key takes your own signing keys"));
            case SENDS ->
                Optional.of(Reason.of(
                        Reason.Kind.OPEN,
                        "it gets "
                                + named(secrets.stream()
                                        .filter(secret -> !isIn(secret, CHANNELS))
                                        .toList())
                                + ", so it may publish somewhere else",
                        Reason.JOBS));
            case NOTHING -> Optional.empty();
        };
    }

    private static String named(List<String> secrets) {
        int more = secrets.size() - SHOWN;
        return (secrets.size() == 1 ? "the secret '" : "the secrets '")
                + secrets.stream().limit(SHOWN).collect(Collectors.joining("', '")) + "'"
                + (more > 0 ? " and " + more + " more" : "");
    }
}
