package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnglishTest {
    @Test
    void onlyOneIsSingular() {
        assertThat(English.count(0, "repository", "repositories")).isEqualTo("0 repositories");
        assertThat(English.count(1, "repository", "repositories")).isEqualTo("1 repository");
        assertThat(English.count(1, "file")).isEqualTo("1 file");
        assertThat(English.count(1_000_000L, "file")).isEqualTo("1000000 files");
    }

    @Test
    void theLastWordOfAListFollowsAnAnd() {
        assertThat(English.and(List.of())).isEmpty();
        assertThat(English.and(List.of("deb"))).isEqualTo("deb");
        assertThat(English.and(List.of("deb", "rpm"))).isEqualTo("deb and rpm");
        assertThat(English.and(List.of("deb", "rpm", "winget"))).isEqualTo("deb, rpm and winget");
    }
}
