package dev.slipway.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes several files of a tree together. New content is first written in full next to its place, which finds out
 * about missing permissions and full disks; only then is everything renamed into place. Each file is whole at any
 * moment, and a change that fails is taken back.
 */
final class Transaction implements AutoCloseable {
    private final Tree tree;
    private final List<Step> steps = new ArrayList<>();
    private final List<Path> staged = new ArrayList<>();
    private final Deque<Path> folders = new ArrayDeque<>();
    private boolean committed;

    Transaction(Tree tree) {
        this.tree = tree;
    }

    /**
     * A change of one file.
     *
     * @param staged where its new content waits; empty to delete it
     * @param content what it will hold
     * @param old what it holds until then
     */
    private record Step(
            String path, Path target, Optional<Path> staged, Optional<byte[]> content, Optional<byte[]> old) {}

    /** Prepares new content for a file, which keeps its mode. */
    void write(String path, byte[] content) throws IOException {
        write(path, content, path);
    }

    /** Prepares new content for a file, which gets the mode of another. */
    void write(String path, byte[] content, String modeOf) throws IOException {
        Optional<byte[]> old = before(path);
        Path target = tree.resolve(path);
        try {
            makeFolder(parent(target));
            Path place = stage(target, content, tree.resolve(modeOf));
            steps.add(new Step(path, target, Optional.of(place), Optional.of(content), old));
        } catch (IOException e) {
            throw Tree.failure("write", path, e);
        }
    }

    /** Prepares a file to be deleted. */
    void delete(String path) throws IOException {
        Path target = tree.resolve(path);
        if (!Files.isWritable(parent(target))) {
            throw new IOException("cannot delete '" + path + "': permission denied");
        }
        steps.add(new Step(path, target, Optional.empty(), Optional.empty(), before(path)));
    }

    /** What a file will hold when everything is done that was prepared so far. */
    private Optional<byte[]> before(String path) throws IOException {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).path().equals(path)) {
                return steps.get(i).content();
            }
        }
        return tree.bytes(path);
    }

    /** Puts everything in place, in the order in which it was prepared. */
    void commit() throws IOException {
        Deque<Step> done = new ArrayDeque<>();
        for (Step step : steps) {
            try {
                perform(step);
                done.push(step);
            } catch (IOException e) {
                done.forEach(this::undo);
                throw Tree.failure("replace", step.path(), e);
            }
        }
        committed = true;
        for (Step step : steps) {
            if (step.staged().isEmpty()) {
                removeEmptyFolders(parent(step.target()));
            }
        }
    }

    /** Removes what was prepared and is not in place. */
    @Override
    public void close() throws IOException {
        for (Path content : staged) {
            Files.deleteIfExists(content);
        }
        if (!committed) {
            folders.forEach(this::removeIfEmpty);
        }
    }

    private void perform(Step step) throws IOException {
        if (!holds(step.path(), step.old())) {
            throw new IOException("it has changed in the meantime; run slipway again");
        }
        if (step.staged().isPresent()) {
            Files.move(step.staged().get(), step.target(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.deleteIfExists(step.target());
        }
    }

    private boolean holds(String path, Optional<byte[]> expected) throws IOException {
        return Arrays.equals(tree.bytes(path).orElse(null), expected.orElse(null));
    }

    private void undo(Step step) {
        try {
            if (!holds(step.path(), step.content())) {
                return; // somebody has written to it since
            }
            if (step.old().isPresent()) {
                Path content = stage(step.target(), step.old().get(), step.target());
                Files.move(content, step.target(), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(step.target());
            }
        } catch (IOException e) {
            // the failure that is being reported matters more; the file is whole either way
        }
    }

    private Path stage(Path target, byte[] content, Path modeOf) throws IOException {
        Path place = target.resolveSibling(Tree.stagedName());
        staged.add(place);
        try (FileChannel channel = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        copyMode(modeOf, place);
        return place;
    }

    private static void copyMode(Path from, Path to) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null && Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (!folder.equals(tree.root()) && Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            makeFolder(parent(folder));
            Files.createDirectory(folder);
            folders.push(folder);
        }
    }

    /** The folder that holds a path; all that is changed lies below the tree's root, so there is one. */
    private static Path parent(Path below) {
        return Objects.requireNonNull(below.getParent());
    }

    private void removeEmptyFolders(Path folder) {
        boolean ours = !folder.equals(tree.root()) && !folder.equals(tree.root().resolve(".github"));
        if (ours && removeIfEmpty(folder)) {
            removeEmptyFolders(parent(folder));
        }
    }

    private boolean removeIfEmpty(Path folder) {
        try {
            return Files.deleteIfExists(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
