package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> KEYS = List.of("branches", "branches-ignore", "tags", "linux-amd64", "if", "on");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Suggestion.nearest("branchs", KEYS)).contains("branches");
        assertThat(Suggestion.nearest("branches_ignore", KEYS)).contains("branches-ignore");
        assertThat(Suggestion.nearest("TAGS", KEYS)).contains("tags");
    }

    @Test
    void countsSwappedNeighboursOnce() {
        assertThat(Suggestion.nearest("linux-amd46", KEYS)).contains("linux-amd64");
        assertThat(Suggestion.nearest("fi", KEYS)).contains("if");
    }

    @Test
    void staysSilentWhereNothingIsNear() {
        assertThat(Suggestion.nearest("windows", KEYS)).isEmpty();
        assertThat(Suggestion.nearest("x", KEYS)).isEmpty();
        assertThat(Suggestion.nearest("", KEYS)).isEmpty();
        assertThat(Suggestion.nearest("tags", List.of())).isEmpty();
    }

    @Test
    void prefersTheFirstOfEquallyNearWords() {
        assertThat(Suggestion.nearest("tax", List.of("tag", "tab"))).contains("tag");
    }
}
