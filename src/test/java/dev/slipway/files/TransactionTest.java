package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {
    private Repository repository;
    private Tree tree;

    @BeforeEach
    void start(@TempDir Path root) {
        repository = new Repository(root);
        tree = new Tree(root);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void changesNothingBeforeItIsCommitted() throws IOException {
        repository.write("a", "old\n");
        try (Transaction transaction = new Transaction(tree)) {
            transaction.write("a", bytes("new\n"));
            transaction.write("deep/er/b", bytes("new\n"));
            transaction.delete("a");
            assertThat(repository.read("a")).isEqualTo("old\n");
        }
        assertThat(repository.paths()).containsExactly("a");
        assertThat(repository.has("deep")).isFalse();
    }

    @Test
    void takesEverythingBackWhenOneChangeFails() throws IOException {
        repository.write("a", "old\n");
        repository.write("gone", "old\n");
        try (Transaction transaction = new Transaction(tree)) {
            transaction.delete("gone");
            transaction.write("a", bytes("new\n"));
            transaction.write("folder/b", bytes("new\n"));
            transaction.write("c", bytes("new\n"));
            repository.write("c/in-the-way", "mine\n");
            assertThatThrownBy(transaction::commit)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot replace 'c': ");
        }
        assertThat(repository.paths()).containsExactly("a", "c/in-the-way", "gone");
        assertThat(repository.read("a")).isEqualTo("old\n");
        assertThat(repository.read("gone")).isEqualTo("old\n");
        assertThat(Files.exists(repository.at("folder"))).isFalse();
    }

    @Test
    void keepsWhatSomebodyWroteInTheMeantime() throws IOException {
        repository.write("a", "old\n");
        repository.write("b", "old\n");
        try (Transaction transaction = new Transaction(tree)) {
            transaction.write("a", bytes("new\n"));
            transaction.write("b", bytes("new\n"));
            repository.write("b", "by hand\n");
            assertThatThrownBy(transaction::commit)
                    .hasMessage("cannot replace 'b': it has changed in the meantime; run slipway again");
        }
        assertThat(repository.read("a")).isEqualTo("old\n");
        assertThat(repository.read("b")).isEqualTo("by hand\n");
    }

    @Test
    void mayWriteAFileTwice() throws IOException {
        repository.write("a", "old\n");
        try (Transaction transaction = new Transaction(tree)) {
            transaction.write("a", bytes("between\n"));
            transaction.write("b", bytes("new\n"));
            transaction.write("a", bytes("new\n"));
            transaction.commit();
        }
        assertThat(repository.read("a")).isEqualTo("new\n");
        assertThat(repository.paths()).containsExactly("a", "b");
    }
}
