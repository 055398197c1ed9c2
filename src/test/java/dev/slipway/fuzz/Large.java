package dev.slipway.fuzz;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Valid files that are as large as nobody writes them, each in a shape that has once been slow. */
final class Large {
    private static final String JOBS = "on: push\npermissions: {}\njobs:\n";
    private static final String RUST = "name: tool\nrepository: owner/tool\nrust: { toolchain: 1.94.0%s }\n";

    private Large() {}

    static Input some(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> workflow(JOBS + times(150, i -> job(i, "    needs: [" + list(i, j -> "j" + j) + "]\n", "x")));
            case 1 ->
                workflow(JOBS
                        + job(
                                0,
                                "",
                                "echo "
                                        + times(
                                                20_000,
                                                i -> i % 5 == 0
                                                        ? "\n        ${{ github.sha }}"
                                                        : " ${{ github.ref }}")));
            case 2 -> workflow(JOBS + times(400, i -> job(i, "", "echo " + "word ".repeat(200))));
            case 3 ->
                config(RUST.formatted("")
                        + "targets:\n"
                        + times(500, i -> "  - { target: linux-amd64, as: linux" + i + " }\n"));
            case 4 ->
                config(RUST.formatted(", bins: [" + list(200, i -> "tool" + i) + "]") + "targets: [linux-amd64]\n");
            default ->
                config(RUST.formatted("") + "targets: [linux-amd64]\njobs:\n"
                        + times(
                                150,
                                i -> job(i, i == 0 ? "" : "    needs: [" + list(i, j -> "j" + j) + "]\n", "x")
                                        .indent(0)));
        };
    }

    private static Input workflow(String text) {
        return new Input(Kind.LARGE, "", ".github/workflows/x.yml", text);
    }

    private static Input config(String text) {
        return new Input(Kind.LARGE, "", "slipway.yml", text);
    }

    private static String job(int number, String keys, String script) {
        return "  j" + number + ":\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5\n" + keys
                + "    steps:\n      - run: |\n        " + script + "\n";
    }

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static String list(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(", "));
    }
}
