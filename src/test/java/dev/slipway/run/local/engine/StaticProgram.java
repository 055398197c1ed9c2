package dev.slipway.run.local.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program without libraries for an image {@code FROM scratch}: called {@code tail} it waits, else it says things. */
final class StaticProgram {
    private static final String SOURCE = """
            #include <arpa/inet.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/socket.h>
            #include <unistd.h>
            int main(int count, char **words) {
              char folder[4096];
              const char *name = strrchr(words[0], '/');
              if (strcmp(name ? name + 1 : words[0], "tail") == 0) for (;;) pause();
              for (int i = 1; i < count; i++) {
                if (strcmp(words[i], "folder") == 0) printf("folder %s\\n", getcwd(folder, sizeof folder));
                else if (strcmp(words[i], "user") == 0) printf("user %d\\n", (int) getuid());
                else if (strcmp(words[i], "env") == 0) printf("env %s\\n", getenv(words[++i]) ? getenv(words[i]) : "-");
                else if (strcmp(words[i], "write") == 0) { FILE *f = fopen(words[++i], "w"); if (!f) return 9; fclose(f); }
                else if (strcmp(words[i], "read") == 0) {
                  FILE *f = fopen(words[++i], "r"); if (!f) return 8;
                  while (fgets(folder, sizeof folder, f)) printf("read %s", folder);
                }
                else if (strcmp(words[i], "exit") == 0) return atoi(words[++i]);
                else if (strcmp(words[i], "wait") == 0) { puts("waiting"); fflush(stdout); sleep(60); }
                else if (strcmp(words[i], "input") == 0) printf("input %d\\n", getchar());
                else if (strcmp(words[i], "connect") == 0) {
                  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(atoi(words[++i]))};
                  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
                  int s = socket(AF_INET, SOCK_STREAM, 0);
                  printf("connect %d\\n", connect(s, (struct sockaddr *) &to, sizeof to));
                } else printf("word %s\\n", words[i]);
              }
              return 0;
            }
            """;

    private StaticProgram() {}

    /** Compiles it, or skips the test where this machine cannot. */
    static void compile(String compiler, Path to) throws IOException {
        Path source = Files.writeString(to.resolveSibling("program.c"), SOURCE);
        List<String> said = new ArrayList<>();
        End end = LocalProcess.start(
                List.of(compiler, "-static", "-O1", "-o", to.toString(), source.toString()),
                Map.of("PATH", System.getenv("PATH")),
                to.resolveSibling("."),
                said::add,
                Duration.ofMinutes(1));
        Files.delete(source);
        assumeTrue(end.succeeded(), () -> compiler + " makes no static program here: " + end.problem() + said);
    }
}
