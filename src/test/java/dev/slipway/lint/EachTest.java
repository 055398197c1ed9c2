package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EachTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 1000})
    void givesEveryResultInOrder(int size) {
        List<Integer> things = IntStream.range(0, size).boxed().toList();
        assertThat(Each.of(things, thing -> thing * 2))
                .isEqualTo(things.stream().map(thing -> thing * 2).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void passesOnWhatIsThrown(int size) {
        List<Integer> things = IntStream.range(0, size).boxed().toList();
        assertThatIllegalStateException()
                .isThrownBy(() -> Each.of(things, thing -> {
                    if (thing == 2) {
                        throw new IllegalStateException("two");
                    }
                    return thing;
                }))
                .withMessageContaining("two");
    }
}
