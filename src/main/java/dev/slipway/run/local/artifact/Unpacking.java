package dev.slipway.run.local.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes what is in an artifact. New files get the mode 644 and new folders 755, whatever they had when they were
 * uploaded; a file that is there already keeps its mode.
 */
final class Unpacking {
    private Unpacking() {}

    /**
     * Writes an artifact into a folder, which is created if it does not exist.
     *
     * @param content what is kept of it
     * @param packed whether to leave it packed
     * @return the files that were written
     * @throws ActionFailed if a name in the zip would leave the folder
     */
    static List<Path> write(Artifact artifact, Path content, Path target, boolean packed) throws IOException {
        makeFolder(target);
        if (packed || !artifact.unpacks()) {
            try (InputStream in = Files.newInputStream(content)) {
                return List.of(write(in, target.resolve(artifact.fileName())));
            }
        }
        List<Path> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(content.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new ActionFailed("'" + entry.getName() + "' in the artifact '" + artifact.name()
                            + "' would leave the folder: make the zip without '..'");
                }
                if (entry.isDirectory()) {
                    makeFolder(file);
                    continue;
                }
                makeFolder(Optional.ofNullable(file.getParent()).orElse(target));
                try (InputStream in = zip.getInputStream(entry)) {
                    files.add(write(in, file));
                }
            }
        }
        return files;
    }

    private static Path write(InputStream in, Path file) throws IOException {
        boolean fresh = !Files.exists(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
        if (fresh) {
            mode(file, "rw-r--r--");
        }
        return file;
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Optional<Path> parent = Optional.ofNullable(folder.getParent());
        if (parent.isPresent()) {
            makeFolder(parent.get());
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
            return;
        }
        mode(folder, "rwxr-xr-x");
    }

    private static void mode(Path path, String mode) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
