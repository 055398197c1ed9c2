package dev.slipway.detect.image;

import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Optional;

/** The flags with which a Dockerfile links a program of Go. */
public final class DockerGoFlags {
    /** The word of an instruction that stands for them; its text is what follows {@code -ldflags}. */
    public static final String FLAGS = "LDFLAGS";

    private static final String OPTION = "-ldflags";
    private static final int LONGEST = 1000;

    private DockerGoFlags() {}

    /** Those of its first build that has some. */
    static Optional<DockerInstruction> of(SourceText dockerfile) {
        List<String> lines = dockerfile.lines();
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            StringBuilder line = new StringBuilder(lines.get(i));
            while (line.toString().endsWith("\\") && i + 1 < lines.size() && line.length() < LONGEST) {
                i++;
                line.setLength(line.length() - 1);
                line.append(lines.get(i).strip());
            }
            Optional<String> flags = flags(line.toString());
            if (flags.isPresent()) {
                return Optional.of(new DockerInstruction(FLAGS, flags.get(), dockerfile.name() + ":" + (start + 1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> flags(String line) {
        int build = Math.max(line.indexOf("go build "), line.indexOf("go install "));
        int option = build < 0 || line.length() > LONGEST ? -1 : line.indexOf(OPTION, build);
        if (option < 0 || line.strip().startsWith("#")) {
            return Optional.empty();
        }
        String rest = line.substring(option + OPTION.length()).replaceFirst("^[= ]++", "");
        String mark = rest.isEmpty() ? "" : rest.substring(0, 1);
        boolean quoted = mark.matches("[\"']");
        int end = quoted ? rest.indexOf(mark, 1) : (rest + " ").indexOf(' ');
        return end < 1 ? Optional.empty() : Optional.of(rest.substring(quoted ? 1 : 0, end));
    }
}
