package dev.slipway.run.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What {@code docker/metadata-action} gives: outputs, or the reason why the step fails. */
public sealed interface MetadataResult {
    <T> T fold(Function<Computed, T> computed, Function<Failed, T> failed);

    /**
     * The step succeeds.
     *
     * @param outputs the outputs that are texts: {@code version}, {@code tags}, {@code tag-names}, {@code labels},
     *     {@code annotations} and {@code json}
     * @param bakeFiles the outputs that are addresses of files, {@code bake-file} and {@code bake-file-*}: who runs the
     *     step writes each file and sets the output to where it is
     * @param exported whether each output, those of {@code bakeFiles} too, is exported as {@link #variable} as well
     * @param warnings further lines of the log
     */
    record Computed(
            Map<String, String> outputs, Map<String, BakeFile> bakeFiles, boolean exported, List<String> warnings)
            implements MetadataResult {
        public Computed {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
            bakeFiles = Collections.unmodifiableMap(new LinkedHashMap<>(bakeFiles));
            warnings = List.copyOf(warnings);
        }

        @Override
        public <T> T fold(Function<Computed, T> computed, Function<Failed, T> failed) {
            return computed.apply(this);
        }
    }

    /**
     * The step fails.
     *
     * @param message what is wrong, and what to write
     */
    record Failed(String message) implements MetadataResult {
        @Override
        public <T> T fold(Function<Computed, T> computed, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }

    /** A definition for {@code docker buildx bake}: the name of the file, and its text. */
    record BakeFile(String name, String content) {}

    /** The variable that an output is exported as, such as {@code DOCKER_METADATA_OUTPUT_TAG_NAMES}. */
    static String variable(String output) {
        return "DOCKER_METADATA_OUTPUT_" + output.replaceAll("\\W", "_").toUpperCase(Locale.ROOT);
    }
}
