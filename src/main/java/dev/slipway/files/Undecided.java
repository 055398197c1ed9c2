package dev.slipway.files;

import java.util.List;
import java.util.stream.Collectors;

/** Says that nothing was written, because files would be destroyed that slipway did not write as they are. */
public final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FileDrift> files;

    Undecided(List<FileDrift> files) {
        super(files.stream()
                .map(file -> "'" + file.path() + "' (" + file.verdict().words() + ")")
                .collect(Collectors.joining(", ", "would destroy ", "")));
        this.files = List.copyOf(files);
    }

    public List<FileDrift> files() {
        return files;
    }
}
