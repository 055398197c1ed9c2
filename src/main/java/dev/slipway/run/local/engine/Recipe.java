package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile in the words that Buildah and Podman understand, written for one platform: older ones take {@code
 * $BUILDPLATFORM} for the platform of the image, forget the platform of a stage, know no here-documents and no {@code
 * --link}, and may delete a base image behind a stage without instructions.
 *
 * @param text the Dockerfile to build
 * @param files what its here-documents hold, by the names by which it copies them from the context {@link #CONTEXT}
 * @param differences what was written otherwise, a line each
 * @see <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>
 */
record Recipe(String text, Map<String, String> files, List<String> differences) {
    /** The name of the build context with the files of here-documents. */
    static final String CONTEXT = "slipway-here-documents";

    private static final Pattern FROM =
            Pattern.compile("(?is)FROM((?:\\s+--\\S+)*)\\s+(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*");

    private static final Pattern PLATFORM = Pattern.compile("--platform=[\"']?([^\\s\"']+)[\"']?");

    private static final Pattern COPIED_FROM = Pattern.compile("--from=(\\S+)");

    /**
     * Writes a Dockerfile for one platform.
     *
     * @param here the platform of this machine
     * @param target the platform of the image
     * @param stage the stage that is to be built, if it is not the last one
     */
    static Recipe of(String dockerfile, Platform here, Platform target, Optional<String> stage) {
        return new Rewriting(Instruction.all(dockerfile), here, target, stage).recipe();
    }

    private static final class Rewriting {
        private final List<Instruction> instructions;
        private final Platform here;
        private final Platform target;
        private final Optional<String> wanted;
        private final Map<String, String> files = new LinkedHashMap<>();
        private final Set<String> differences = new LinkedHashSet<>();
        private final List<String> lines = new ArrayList<>();

        /** Stages without instructions, and how {@code FROM} continues for them. */
        private final Map<String, String> bare = new LinkedHashMap<>();

        private final Set<String> stages = new LinkedHashSet<>();

        Rewriting(List<Instruction> instructions, Platform here, Platform target, Optional<String> wanted) {
            this.instructions = instructions;
            this.here = here;
            this.target = target;
            this.wanted = wanted.map(word -> word.toLowerCase(Locale.ROOT));
        }

        Recipe recipe() {
            for (int i = 0; i < instructions.size(); i++) {
                Instruction instruction = instructions.get(i);
                switch (instruction.keyword()) {
                    case "FROM" -> from(instruction, i + 1 < instructions.size() && isFrom(instructions.get(i + 1)));
                    case "COPY", "ADD" -> copy(instruction);
                    case "RUN" -> run(instruction);
                    default -> lines.add(instruction.head());
                }
            }
            return new Recipe(String.join("\n", lines) + "\n", files, List.copyOf(differences));
        }

        private static boolean isFrom(Instruction instruction) {
            return instruction.keyword().equals("FROM");
        }

        private void from(Instruction instruction, boolean empty) {
            Matcher matcher = FROM.matcher(instruction.head());
            if (!matcher.matches()) {
                lines.add(instruction.head());
                return;
            }
            String image = matcher.group(2);
            Optional<String> name = Optional.ofNullable(matcher.group(3)).map(word -> word.toLowerCase(Locale.ROOT));
            String start = start(matcher.group(1), image);
            if (empty && name.isPresent() && !name.equals(wanted)) {
                bare.put(name.get(), start);
                return;
            }
            lines.add("FROM " + start + name.map(word -> " AS " + word).orElse(""));
            name.ifPresent(stages::add);
        }

        /** The options and the image of a stage. */
        private String start(String options, String image) {
            String stage = image.toLowerCase(Locale.ROOT);
            if (bare.containsKey(stage)) {
                return bare.get(stage);
            }
            if (stages.contains(stage) || image.equals("scratch")) {
                return image;
            }
            Matcher asked = PLATFORM.matcher(options);
            String platform = asked.find() ? asked.group(1) : target.toString();
            return "--platform=" + known(platform) + " " + ImageName.full(image);
        }

        private String known(String platform) {
            if (platform.contains("BUILDPLATFORM")) {
                differences.add("$BUILDPLATFORM is written out as " + here);
            }
            return platform.replaceAll("\\$\\{?BUILDPLATFORM}?", here.toString())
                    .replaceAll("\\$\\{?TARGETPLATFORM}?", target.toString());
        }

        private void copy(Instruction instruction) {
            String head = instruction.head();
            if (head.matches("(?s).*\\s--link(=\\w+)?\\s.*")) {
                head = head.replaceFirst("\\s--link(=\\w+)?(?=\\s)", "");
                differences.add("--link of " + instruction.keyword() + " is left out");
            }
            Matcher from = COPIED_FROM.matcher(head);
            if (from.find()) {
                String stage = from.group(1).toLowerCase(Locale.ROOT);
                String image = bare.getOrDefault(stage, "").replaceFirst("(?<!\\S)--platform=\\S++ ", "");
                head = image.isEmpty() ? head : from.replaceFirst("--from=" + Matcher.quoteReplacement(image));
            }
            if (instruction.documents().isEmpty()) {
                lines.add(head);
                return;
            }
            differences.add("here-documents of " + instruction.keyword() + " are copied from files");
            for (Instruction.Document document : instruction.documents()) {
                String name = files.size() + "/" + document.name();
                files.put(name, document.text());
                head = head.replace(document.opening(), name);
            }
            lines.add(head.replaceFirst("(?i)^(COPY|ADD)", "COPY --from=" + CONTEXT));
        }

        /** A script that is the whole command becomes the command; one that feeds a command stays in its shell. */
        private void run(Instruction instruction) {
            if (instruction.documents().isEmpty()) {
                lines.add(instruction.head());
                return;
            }
            differences.add("here-documents of RUN are given to /bin/sh -c");
            Matcher flags = Pattern.compile("(?is)RUN((?:\\s+--\\S+)*)\\s+(.*)").matcher(instruction.head());
            String options = flags.matches() ? flags.group(1) : "";
            String command = flags.matches() ? flags.group(2).strip() : "";
            Instruction.Document first = instruction.documents().get(0);
            String script = command.equals(first.opening()) ? first.text() : command + "\n" + instruction.body();
            lines.add("RUN" + options + " [\"/bin/sh\", \"-c\", " + Document.quoted(script) + "]");
        }
    }
}
