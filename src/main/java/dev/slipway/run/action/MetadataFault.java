package dev.slipway.run.action;

/** Says why the inputs of {@code docker/metadata-action} give nothing; {@link DockerMetadata} turns it into a value. */
final class MetadataFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MetadataFault(String message) {
        super(message);
    }
}
