package freemarker.core;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;

/**
 * How {@code ?c} writes numbers and truth values, as JSON and JavaScript do.
 *
 * <p>Every FreeMarker configuration makes one. FreeMarker's own class of this name then makes a {@link DecimalFormat}, for
 * which the JDK reads its data about locales: a twentieth of a check, for a format that only old settings ask for. Here it
 * is made when it is asked for. The class stands before FreeMarker's on the class path, and replaces it in the jar.
 */
public abstract class AbstractJSONLikeFormat extends CFormat {
    private static final String INFINITY = "Infinity";
    private static final String MINUS_INFINITY = "-Infinity";
    private static final String NAN = "NaN";
    private static final TemplateNumberFormat NUMBERS =
            new CTemplateNumberFormat(INFINITY, MINUS_INFINITY, NAN, INFINITY, MINUS_INFINITY, NAN);

    AbstractJSONLikeFormat() {}

    @Override
    String getTrueString() {
        return "true";
    }

    @Override
    String getFalseString() {
        return "false";
    }

    @Override
    final String getNullString() {
        return "null";
    }

    @Override
    final TemplateNumberFormat getTemplateNumberFormat(Environment environment) {
        return NUMBERS;
    }

    @Override
    @Deprecated
    NumberFormat getLegacyNumberFormat(Environment environment) {
        DecimalFormat format = (DecimalFormat) LegacyCFormat.LEGACY_NUMBER_FORMAT_PROTOTYPE_2_3_0.clone();
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setInfinity(INFINITY);
        symbols.setNaN(NAN);
        format.setDecimalFormatSymbols(symbols);
        return format;
    }
}
