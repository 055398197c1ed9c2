package dev.slipway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicensesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "mit",
                "0BSD",
                "GPL-2.0+",
                "GPL-3.0",
                "MIT OR Apache-2.0",
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                "MIT AND (BSD-3-Clause OR (ISC AND Zlib))",
                "Apache-2.0 WITH LLVM-exception OR MIT",
                "LicenseRef-Tern-1.0",
                "DocumentRef-tern:LicenseRef-own AND MIT",
            })
    void readsExpressions(String expression) {
        assertThat(Licenses.standard().fault(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIT AND | the license ends with 'AND' | write another name after it, or remove 'AND'",
                "Foo-1.0 | unknown license 'Foo-1.0' | write a name of https://spdx.org/licenses/, or 'LicenseRef-Foo-1.0' for a license that is not listed",
                "Apache2 | unknown license 'Apache2' | did you mean 'Apache-2.0'?",
                "GPLv3 OR MIT | unknown license 'GPLv3' | did you mean 'GPL-3.0-only'?",
                "BSD-3-Claus | unknown license 'BSD-3-Claus' | did you mean 'BSD-3-Clause'?",
                "MIT or ISC | the license has 'or' after 'MIT' | write names with 'AND', 'OR' or 'WITH' between them, such as 'MIT OR Apache-2.0'",
                "MIT ISC | the license has 'ISC' after 'MIT' | write names with 'AND', 'OR' or 'WITH' between them, such as 'MIT OR Apache-2.0'",
                "OR MIT | the license begins with 'OR' | write names with 'AND', 'OR' or 'WITH' between them, such as 'MIT OR Apache-2.0'",
                "MIT OR AND ISC | the license has 'AND' after 'OR' | write names with 'AND', 'OR' or 'WITH' between them, such as 'MIT OR Apache-2.0'",
                "(MIT OR ISC | the license has an unpaired bracket | write as many '(' as ')'",
                "MIT) | the license has an unpaired bracket | write as many '(' as ')'",
                "MIT () | the license has '(' after 'MIT' | write names with 'AND', 'OR' or 'WITH' between them, such as 'MIT OR Apache-2.0'",
                "Apache-2.0 WITH LLVM-excepton | unknown exception 'LLVM-excepton' | did you mean 'LLVM-exception'?",
                "MIT WITH MIT | unknown exception 'MIT' | write a name of https://spdx.org/licenses/exceptions-index.html",
            })
    void saysWhatIsWrong(String expression, String message, String help) {
        assertThat(Licenses.standard().fault(expression)).contains(new Licenses.Fault(message, help));
    }
}
