package dev.slipway.files;

import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A project's own templates, which replace ours of the same name. */
public final class TemplateFolder {
    /** Their folder, relative to the root of the repository. */
    public static final String PATH = ".slipway/templates";

    /** Our own are at most one folder deep; a finding says that what is deeper replaces none. */
    private static final int DEEPEST = 3;

    private final Tree tree;
    private final Checkout checkout;
    private final Map<String, String> texts = new TreeMap<>();

    private TemplateFolder(Path repository) throws IOException {
        this.tree = new Tree(repository);
        this.checkout = Checkout.in(repository);
    }

    /**
     * The texts by their names, such as {@code scripts/package.sh}.
     *
     * @throws IOException if one is no regular file of the repository, or larger than any template
     */
    public static Map<String, String> read(Path repository) throws IOException {
        TemplateFolder folder = new TemplateFolder(repository.toAbsolutePath().normalize());
        folder.readFolder("", 1);
        return folder.texts;
    }

    private void readFolder(String name, int depth) throws IOException {
        for (String entry : checkout.list(PATH + "/" + name)) {
            String inside = name + entry;
            if (checkout.hasFolder(PATH + "/" + inside)) {
                if (depth < DEEPEST) {
                    readFolder(inside + "/", depth + 1);
                }
            } else if (!entry.startsWith(".")) {
                texts.put(inside, text(PATH + "/" + inside));
            }
        }
    }

    private String text(String path) throws IOException {
        byte[] bytes = tree.bytes(path, Limit.TEMPLATE).orElse(new byte[0]);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw new IOException("'" + path + "' is not UTF-8; save it as UTF-8", noText);
        }
    }
}
