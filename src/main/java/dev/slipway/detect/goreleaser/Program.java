package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Section;
import java.util.List;

/**
 * A program and the machines that it is built for.
 *
 * @param id by which archives choose it
 * @param binary the template of its name
 * @param place the main package that it is built from
 * @param builder {@code go}, {@code rust} or {@link #PREBUILT}
 * @param section where the config says it
 */
record Program(String id, String binary, String place, String builder, List<Machine> machines, Section section) {
    /** The builder of programs that other commands build. */
    static final String PREBUILT = "prebuilt";

    Program {
        machines = List.copyOf(machines);
    }

    boolean rust() {
        return builder.equals("rust");
    }

    boolean prebuilt() {
        return builder.equals(PREBUILT);
    }

    Program on(List<Machine> others) {
        return new Program(id, binary, place, builder, others, section);
    }

    /** The program for one processor of which a universal one is made: templates of archives know its name. */
    Program single() {
        return machines.contains(Machine.universal())
                ? new Program(
                        id, section.text("binary").orElse("{{ .ProjectName }}"), place, builder, machines, section)
                : this;
    }

    /** Its name on a machine, without the folder that it is in while it is built. */
    Evaluation.Result name(Fields fields) {
        Evaluation.Result name = fields.fill(binary);
        return new Evaluation.Result(name.text().replaceFirst("^.*/", "").replaceFirst("\\.exe$", ""), name.unknown());
    }

    /** Its name, if that is the same on all machines. */
    String name(Fields fields, String usual) {
        Evaluation.Result name = name(fields);
        return name.told() && !name.text().contains("{") ? name.text() : usual;
    }

    static List<String> names(List<Program> programs, Fields fields) {
        return programs.stream()
                .map(program -> program.name(fields, fields.project()))
                .toList();
    }
}
