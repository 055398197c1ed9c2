package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds platform arguments that are used without being declared, and so are empty.
 *
 * @see <a href="https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope">Automatic platform ARGs</a>
 */
final class DockerArgs implements Rule<DockerFile> {
    private static final Pattern USE = Pattern.compile("\\$\\{?((?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT))\\b");

    @Override
    public String id() {
        return "docker-args";
    }

    @Override
    public String summary() {
        return "stages declare the platform arguments that they use";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(DockerFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (DockerFile.Stage stage : file.stages()) {
            Set<String> declared = new HashSet<>();
            for (DockerFile.Instruction instruction : stage.body()) {
                if (instruction.is("ARG", "ENV")) {
                    instruction.words().forEach(word -> declared.add(word.split("=", 2)[0]));
                }
                USE.matcher(instruction.arguments())
                        .results()
                        .map(use -> use.group(1))
                        .distinct()
                        .filter(name -> !declared.contains(name)
                                && !instruction.arguments().contains(name + "="))
                        .map(name -> instruction
                                .place()
                                .problem(
                                        "'" + name + "' is empty here",
                                        "declare it earlier in this stage: ARG " + name))
                        .forEach(problems::add);
            }
        }
        return problems;
    }
}
