package dev.slipway.run.local.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A folder with images as OCI lays them out: {@code oci-layout}, {@code index.json} and {@code blobs/sha256}.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image layout</a>
 */
record ImageLayout(Path folder) {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    /**
     * An image for one platform.
     *
     * @param mediaType of its manifest
     * @param digest of its manifest
     * @param size of its manifest, in bytes
     */
    record Manifest(String mediaType, String digest, long size, ImageConfig config) {}

    /** The image for a platform, wherever an index in this layout has it. */
    Optional<Manifest> find(Platform platform) throws IOException {
        return manifests(Document.read(folder.resolve("index.json"))).stream()
                .filter(manifest -> platform.takes(manifest.config().platform()))
                .findFirst();
    }

    /** All images of this layout, without attestations and the like. */
    List<Manifest> all() throws IOException {
        return manifests(Document.read(folder.resolve("index.json")));
    }

    private List<Manifest> manifests(Document index) throws IOException {
        List<Manifest> found = new ArrayList<>();
        for (Document descriptor : index.get("manifests").items()) {
            String digest = descriptor.get("digest").text();
            Document content = Document.read(blob(digest));
            if (!content.get("manifests").items().isEmpty()) {
                found.addAll(manifests(content));
            } else if (!descriptor.get("platform").get("os").text().equals("unknown")) {
                ImageConfig config = ImageConfig.of(
                        Document.read(blob(content.get("config").get("digest").text())));
                String type = descriptor.get("mediaType").text();
                found.add(new Manifest(type, digest, Files.size(blob(digest)), config));
            }
        }
        return found;
    }

    /** Takes over an image with all that belongs to it. */
    void take(ImageLayout from, Manifest manifest) throws IOException {
        Files.createDirectories(folder.resolve("blobs/sha256"));
        Document content = Document.read(from.blob(manifest.digest()));
        List<String> digests = new ArrayList<>(
                List.of(manifest.digest(), content.get("config").get("digest").text()));
        content.get("layers")
                .items()
                .forEach(layer -> digests.add(layer.get("digest").text()));
        for (String digest : digests) {
            checked(from.blob(digest), digest);
            Files.copy(from.blob(digest), blob(digest), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes the index over the images that were taken, and gives its digest, by which the whole is known. */
    String close(List<Manifest> manifests) throws IOException {
        String index = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":["
                + manifests.stream().map(ImageLayout::descriptor).collect(Collectors.joining(",")) + "]}";
        byte[] bytes = index.getBytes(StandardCharsets.UTF_8);
        Path written = Files.write(folder.resolve("index.tmp"), bytes);
        String digest = digest(written);
        Files.move(written, blob(digest), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        Files.writeString(
                folder.resolve("index.json"),
                "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"" + INDEX + "\",\"digest\":\"" + digest
                        + "\",\"size\":" + bytes.length + "}]}");
        return digest;
    }

    private static String descriptor(Manifest manifest) {
        Platform platform = manifest.config().platform();
        String variant = platform.variant().isEmpty() ? "" : ",\"variant\":" + Document.quoted(platform.variant());
        return "{\"mediaType\":" + Document.quoted(manifest.mediaType()) + ",\"digest\":"
                + Document.quoted(manifest.digest()) + ",\"size\":" + manifest.size()
                + ",\"platform\":{\"architecture\":"
                + Document.quoted(platform.architecture()) + ",\"os\":" + Document.quoted(platform.os()) + variant
                + "}}";
    }

    private Path blob(String digest) {
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw new UncheckedIOException(new IOException("'" + digest + "' is not a digest"));
        }
        return folder.resolve("blobs").resolve(digest.replace(':', '/'));
    }

    private static void checked(Path blob, String digest) throws IOException {
        if (!digest(blob).equals(digest)) {
            throw new IOException("the content of " + digest + " does not match it");
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
