package dev.slipway.init;

import dev.slipway.config.BuildGrammars;
import dev.slipway.config.Grammar;
import dev.slipway.config.ImageGrammars;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.DockerFeatures;
import dev.slipway.detect.image.DockerInstruction;
import dev.slipway.detect.image.ImageLabels;
import dev.slipway.plan.Image;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the Dockerfile of today says of a running container: what a config can say, and what is left.
 *
 * @param labels what the steps that build the image add
 * @param programs the names of what the image brings, and of the project
 * @param commands those of them that are certain; none if nothing is known of the programs
 * @param placed whether the config says where they are
 * @param compiles whether it also compiles them, with files and packages that nobody needs at run time
 * @param base what the new image is based on
 * @param today what that of today is based on, if it is known
 * @param user who runs the program if the config does not say it
 */
record ImageSettings(
        List<DockerInstruction> instructions,
        List<DockerInstruction> labels,
        Set<String> programs,
        List<String> commands,
        boolean placed,
        boolean compiles,
        String base,
        String today,
        String user,
        Draft draft) {
    /** Bases whose programs run as root, in the topmost folder, if nobody says otherwise. */
    private static final String BY_ROOT =
            "(?:docker\\.io/)?(?:library/)?(?:alpine|busybox|debian|fedora|scratch|ubuntu)(?:[:@].*)?"
                    + "|gcr\\.io/distroless/[a-z0-9-]++(?:[:@](?!.*nonroot).*)?";

    private static final int LONGEST = 90;

    /** What every image has, or the release adds to its labels. */
    private static final String USUAL_LABEL =
            "org\\.opencontainers\\.image\\.(?:created|description|licenses|revision|source|title|url|version)";

    private static final String MANAGER = "apt|apt-get|apk|dnf|microdnf|yum|zypper";

    /** Commands after which ours lacks nothing. */
    private static final String USUAL_COMMAND = MANAGER
            + "|set|rm|mkdir|chown|chmod|true|useradd|adduser|groupadd|addgroup|update-ca-certificates|ca-certificates|\\\\?";

    /** What ours has, too. */
    private static final String USUAL_FILE =
            "/etc/ssl/.*|/etc/(?:passwd|group)|/usr/share/(?:ca-certificates|zoneinfo).*";

    void add() {
        List<DockerInstruction> labeled = Stream.concat(instructions.stream(), labels.stream())
                .filter(one -> one.word().equals("LABEL"))
                .toList();
        pairs(labeled, "labels", ImageGrammars.LABEL, ImageGrammars.LABEL_VALUE);
        if (instructions.isEmpty()) {
            return;
        }
        runner();
        lists();
        List<DockerInstruction> variables =
                instructions.stream().filter(one -> one.word().equals("ENV")).toList();
        pairs(variables, "env", BuildGrammars.VARIABLE, ImageGrammars.IMAGE_VALUE);
        new ImageStart(instructions, programs, commands, folder(), draft).add();
        rest();
    }

    /** The last one with a word: it replaces all before. */
    static Optional<DockerInstruction> last(List<DockerInstruction> instructions, String word) {
        return instructions.stream().filter(one -> one.word().equals(word)).reduce((first, second) -> second);
    }

    private void left(DockerInstruction one, String why) {
        left(draft, one, why);
    }

    static void left(Draft draft, DockerInstruction one, String why) {
        String text = one.word() + " " + one.text();
        draft.left(
                "docker",
                text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text,
                why + "; from " + one.from());
    }

    private void put(String key, Setting setting) {
        draft.set(List.of("docker", key), setting);
    }

    private void taken(String key, String value, DockerInstruction one) {
        draft.taken("docker." + key, new Fact<>(value, one.from()));
    }

    private String file() {
        return instructions.get(0).from().replaceFirst(":.*", "");
    }

    /** Where the programs are called by their paths; empty where a name is enough. */
    private String folder() {
        Optional<Fact<String>> found = new ProgramFolder(instructions, programs, today).find();
        if (!placed) {
            return "";
        }
        if (found.isEmpty()) {
            draft.guess(
                    "docker.path",
                    Image.PATH,
                    "found no path of "
                            + (commands.size() == 1 ? "'" + String.join("", commands) + "'" : "the program") + " in '"
                            + file() + "'",
                    "compare it with 'docker inspect', for images that copy the program");
        }
        found.filter(folder -> !folder.value().equals(Image.PATH)).ifPresent(folder -> {
            put("path", new Setting.Word(folder.value()));
            draft.taken("docker.path", folder);
        });
        String path = found.map(Fact::value).orElse(Image.PATH);
        return Image.Contents.isOnPath(path) ? "" : path.replaceFirst("/$", "") + "/";
    }

    private void runner() {
        Optional<DockerInstruction> said = last(instructions, "USER");
        if (said.isEmpty() && !base.contains("nonroot") && (compiles || !today.isEmpty())) {
            draft.open(
                    "docker.user",
                    "'" + file() + "' has no USER, so "
                            + (compiles || today.matches(BY_ROOT) ? "" : "unless its base '" + today + "' sets one, ")
                            + "its programs run as root, and ours do not; write 'user: root' to keep that");
        }
        said.ifPresent(one -> {
            String name = one.text().strip().replaceFirst("^(?:0|root)(?::(?:0|root))?$", "root");
            if (!ImageGrammars.USER.matches(name)) {
                left(one, "no config can say it; the program runs as '" + user + "'");
            } else if (!name.equals(user)) {
                put("user", new Setting.Word(name));
                taken("user", name, one);
            }
        });
    }

    private void lists() {
        List<String> ports = new ArrayList<>();
        instructions.stream().filter(one -> one.word().equals("EXPOSE")).forEach(one -> {
            for (String port :
                    one.text().toLowerCase(Locale.ROOT).replace("/tcp", "").split("\\s+")) {
                if (!ImageGrammars.PORT.matches(port)) {
                    left(one, "no config can say '" + port + "'");
                } else if (!ports.contains(port)) {
                    ports.add(port);
                    taken("expose", port, one);
                }
            }
        });
        if (!ports.isEmpty()) {
            put("expose", Setting.Items.words(ports));
        }
    }

    private void pairs(List<DockerInstruction> some, String key, Grammar name, Grammar value) {
        Map<String, Setting> found = new LinkedHashMap<>();
        some.forEach(one -> one.pairs().forEach((label, text) -> {
            if (label.matches(USUAL_LABEL) && !differs(one, label, text, value)) {
                return;
            }
            if (!name.matches(label) || !value.matches(text) || Symbols.open(text)) {
                boolean open = text.contains(Symbols.UNKNOWN);
                left(
                        new DockerInstruction(one.word(), label + "=" + Symbols.shown(text), one.from()),
                        open ? "known only during a run" : "no config can say it");
                return;
            }
            found.put(label, new Setting.Word(text));
            taken(key + "." + label, text, one);
        }));
        if (!found.isEmpty()) {
            put(key, new Setting.Keys(found));
        }
    }

    /**
     * Whether the image of today has for certain what the release would say otherwise: a step of a workflow says it, or the
     * Dockerfile does, and no step replaces it.
     */
    private boolean differs(DockerInstruction one, String label, String text, Grammar value) {
        String repository = draft.word("repository");
        Optional<String> ours = switch (label.substring(label.lastIndexOf('.') + 1)) {
            case "title" -> Optional.of(repository.substring(repository.indexOf('/') + 1));
            case "url" -> Optional.of("https://github.com/" + repository);
            case "licenses" -> Optional.of(draft.word("license"));
            case "description" -> Optional.of(draft.word("description"));
            default -> Optional.empty();
        };
        return (labels.contains(one) || !ImageLabels.areOpen(labels))
                && !text.isBlank()
                && value.matches(text)
                && ours.filter(word -> !word.equals(text)).isPresent();
    }

    private void rest() {
        last(instructions, "WORKDIR")
                .filter(one -> !(one.text().equals("/") && base.matches(BY_ROOT))) // where such bases start
                .ifPresent(one -> left(one, "no config key for it; users who mount a folder there must name it"));
        boolean copied = instructions.stream()
                .anyMatch(one -> one.word().equals("COPY") && one.text().startsWith("--from="));
        for (DockerInstruction one : instructions) {
            if (compiles && !copied && one.word().matches("RUN|COPY|ADD")) {
                continue;
            }
            switch (one.word()) {
                case "VOLUME", "STOPSIGNAL", "ONBUILD" -> left(one, "no config key for it");
                case "RUN" -> {
                    if (changes(one)) {
                        left(one, "the image runs no commands; use a base that has what they make");
                    }
                }
                case "COPY", "ADD" -> files(one);
                case DockerFeatures.BUILD -> features(one);
                default -> {}
            }
        }
        last(instructions, "HEALTHCHECK")
                .filter(one -> !one.text().equals("NONE"))
                .ifPresent(one -> left(one, "no config key for it"));
    }

    /** The release may choose other features than the Dockerfile, whose own build ends. */
    private void features(DockerInstruction one) {
        DockerFeatures today = DockerFeatures.of(one);
        List<String> released = draft.words("rust", "features");
        boolean all = today.names().contains("*");
        boolean same = all ? !released.isEmpty() : today.names().equals(Set.copyOf(released));
        if (draft.has("rust") && !(same && today.usual() != draft.has("rust", "default-features"))) {
            draft.left(
                    "docker",
                    one.text(),
                    "the new image contains the programs of the archives, which have other features; from "
                            + one.from());
        }
    }

    /** Whether a command makes something that ours does not: users, folders and certificates it has. */
    private static boolean changes(DockerInstruction one) {
        return Arrays.stream(one.text().split("&&|;|\\|\\|"))
                .map(command -> List.of(command.strip().split("\\s+")))
                .anyMatch(words -> installs(words) || !words.get(0).matches(USUAL_COMMAND));
    }

    private static boolean installs(List<String> words) {
        return words.get(0).matches(MANAGER)
                && words.stream().anyMatch(word -> word.matches("install|add"))
                && words.stream()
                        .skip(1)
                        .anyMatch(word -> !word.startsWith("-") && !word.matches("install|add|ca-certificates"));
    }

    private void files(DockerInstruction one) {
        List<String> paths = ImageStart.paths(one);
        boolean ours = paths.stream()
                .limit(Math.max(paths.size() - 1, 0))
                .allMatch(path ->
                        programs.contains(ImageStart.base(path)) || path.matches("\\.?/?") || path.matches(USUAL_FILE));
        String last = paths.isEmpty() ? "" : paths.get(paths.size() - 1);
        boolean usual = last.matches(USUAL_FILE) || programs.contains(ImageStart.base(last));
        if (!ours && !usual) {
            left(one, "the image contains the programs, certificates and the 'docker.files' of the repository");
        }
    }
}
