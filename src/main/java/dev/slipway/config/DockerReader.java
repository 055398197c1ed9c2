package dev.slipway.config;

/** Reads what a config says of the image. */
final class DockerReader {
    private DockerReader() {}

    static DockerConfig read(Fields fields) {
        return new DockerConfig(
                fields.texts("image", ImageGrammars.IMAGE_NAME),
                fields.texts("login", ImageGrammars.REGISTRY, ImageGrammars.LOGIN),
                fields.text("base", ImageGrammars.IMAGE),
                fields.named("variants", ImageGrammars.VARIANT, ImageGrammars.IMAGE),
                fields.text("user", ImageGrammars.USER),
                fields.text("file", ImageGrammars.DOCKERFILE),
                fields.texts("platforms", ImageGrammars.PLATFORM),
                fields.texts("tags", ImageGrammars.IMAGE_TAG),
                contents(fields),
                fields.unlessFalse("smoke", DockerReader::smoke));
    }

    private static DockerConfig.Contents contents(Fields fields) {
        return new DockerConfig.Contents(
                fields.text("path", ImageGrammars.IMAGE_FOLDER),
                fields.texts("labels", ImageGrammars.LABEL, ImageGrammars.LABEL_VALUE),
                fields.texts("env", BuildGrammars.VARIABLE, ImageGrammars.IMAGE_VALUE),
                fields.texts("files", ImageGrammars.FILE, ImageGrammars.IMAGE_FILE),
                fields.texts("expose", ImageGrammars.PORT),
                fields.anyTexts("entrypoint", ImageGrammars.ARGUMENT),
                fields.anyTexts("cmd", ImageGrammars.ARGUMENT));
    }

    private static DockerConfig.Smoke smoke(Fields fields) {
        return new DockerConfig.Smoke(fields.texts("args", ImageGrammars.WORD), fields.flag("before-tags"));
    }
}
