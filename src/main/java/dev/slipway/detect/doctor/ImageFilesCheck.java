package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Sees whether the files that an image takes are in the repository that the release checks out. */
record ImageFilesCheck() implements Check {
    private static final String URL = "https://docs.docker.com/build/concepts/context/";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                        "files that the image copies",
                        setup.image().filter(image -> !image.files().isEmpty()).isPresent())
                .unless(repository.git().tracked().isEmpty(), "git does not list the files of this folder");
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        Set<String> tracked = repository.git().tracked().orElse(Set.of());
        if (tracked.isEmpty()) {
            return List.of();
        }
        return setup.image().map(Setup.Image::files).orElse(List.of()).stream()
                .filter(file -> tracked.stream().noneMatch(it -> it.equals(file) || it.startsWith(file + "/")))
                .map(file -> new Advice(
                                Severity.ERROR,
                                "image-files",
                                "the image copies '" + file + "', which is not committed",
                                "commit it, or remove it from 'docker.files' in " + setup.config(),
                                URL)
                        .at(setup.key("/docker/files")))
                .toList();
    }
}
