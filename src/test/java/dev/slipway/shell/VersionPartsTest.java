package dev.slipway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionPartsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {version} | %.*   | {major}.{minor}
                    {version} | %%.*  | {major}
                    {version} | %.*.* | {major}
                    {version} | ##*.  | {patch}
                    {tag}     | %%.*  | {?}
                    {tag}     | ##*.  | {patch}
                    {tag}     | #v    |
                    kelp.zip  | %.*   |
                    """)
    void parametersCutNumbersOff(String text, String operator, String left) {
        assertThat(VersionParts.cut(text, operator).orElse(null)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {version}; s/\\..*//                              ; {major}
                    {version}; s/\\.[0-9]*$//                         ; {major}.{minor}
                    {version}; s|[.][^.]*$||                          ; {major}.{minor}
                    {version}; s/^([0-9]+)\\..*$/\\1/                 ; {major}
                    {version}; s/\\([0-9]*\\.[0-9]*\\).*/\\1/         ; {major}.{minor}
                    {tag}    ; s/^v(\\d+)\\..*/\\1/                   ; {major}
                    {tag}    ; s/v([0-9]+\\.[0-9]+\\.[0-9]+)/\\1/     ; {version}
                    {tag}    ; s/v([0-9].*)/\\1/                      ;
                    {version}; s/-.*//                                ;
                    """)
    void sedKeepsNumbers(String text, String script, String left) {
        assertThat(VersionParts.sed(text, script).orElse(null)).isEqualTo(left);
    }
}
