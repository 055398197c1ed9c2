package dev.slipway.render;

import dev.slipway.shipped.ShippedFile;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The templates by name: a project's own if it has one, else ours. They load nothing and call nothing. */
final class Templates {
    static {
        // FreeMarker would look for four logging libraries; what is wrong with a template is thrown, not logged.
        if (System.getProperty("org.freemarker.loggerLibrary") == null) {
            System.setProperty("org.freemarker.loggerLibrary", "none");
        }
    }

    private static final Map<String, TemplateMethodModelEx> FUNCTIONS = Map.ofEntries(
            Map.entry("comment", of(Functions::comment)),
            Map.entry("remark", of(Functions::remark)),
            Map.entry("alone", of(Functions::alone)),
            Map.entry("one", of(Functions::one)),
            Map.entry("bare", of(Functions::bare)),
            Map.entry("exec", of(Functions::exec)),
            Map.entry("shell", of(Functions::shell)),
            Map.entry("quoted", of(Functions::quoted)),
            Map.entry("ruby", of(Functions::ruby)),
            Map.entry("code", of(Functions::code)),
            Map.entry("numbered", of(Functions::numbered)),
            Map.entry("given", Templates::given),
            Map.entry("fence", arguments -> Functions.fence(arguments.get(0), arguments.get(1))));

    private final Map<String, Template> read = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> overrides;
    private final Configuration configuration = configuration();

    Templates(Function<String, Optional<String>> overrides) {
        this.overrides = overrides;
    }

    Template named(String name) {
        return read.computeIfAbsent(
                name,
                it -> overrides
                        .apply(it)
                        .map(text -> OwnTemplate.parse(this, it, text))
                        .orElseGet(() -> parse(it, ShippedFile.text("templates/" + it))));
    }

    /** Whether a template is the project's. */
    boolean overridden(String name) {
        return overrides.apply(name).isPresent();
    }

    /** A template from its text. */
    Template parse(String name, String text) {
        try {
            return new Template(name, new StringReader(text.replace("\r\n", "\n")), configuration);
        } catch (ParseException e) {
            throw TemplateFault.of(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setObjectWrapper(ModelWrapper.INSTANCE);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        configuration.setOutputFormat(PageFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateLoader(null);
        configuration.setLocale(Locale.ROOT);
        FUNCTIONS.forEach(configuration::setSharedVariable);
        return configuration;
    }

    private static TemplateMethodModelEx of(Function<Object, Printed> function) {
        return arguments -> function.apply(arguments.get(0));
    }

    private static TemplateBooleanModel given(List<?> arguments) {
        return Functions.given(arguments.get(0)) ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }
}
