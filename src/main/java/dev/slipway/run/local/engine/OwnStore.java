package dev.slipway.run.local.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A store of images and containers that is thrown away, and that reads the images of the person's store. So nothing of
 * a rehearsal is left when it is killed, and no image of the person is tagged again or deleted.
 *
 * @see <a href="https://github.com/containers/storage/blob/main/docs/containers-storage.conf.5.md">storage.conf</a>
 */
final class OwnStore {
    private OwnStore() {}

    static List<String> options(String driver, String store, Path own, Path state) {
        List<String> options = new ArrayList<>();
        options.addAll(List.of("--root", own.resolve("images").toString()));
        options.addAll(List.of("--runroot", state.resolve("run").toString()));
        options.addAll(List.of("--storage-driver", driver));
        if (driver.equals("overlay") || driver.equals("vfs")) {
            options.addAll(List.of("--storage-opt", driver + ".imagestore=" + store));
        }
        if (driver.equals("overlay")) {
            // A mount on the store itself would prevent deleting it.
            options.addAll(List.of("--storage-opt", "overlay.skip_mount_home=true"));
        }
        return options;
    }
}
