package dev.slipway.page;

import dev.slipway.render.Renderer;
import dev.slipway.shipped.ShippedFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A page about what a tag would do: one sheet for each project.
 *
 * @param slipway the version that wrote it
 */
public record PlanPage(String slipway, List<Sheet> sheets) {
    private static final String TEMPLATE = "plan.html.ftl";
    private static final String STYLE = "<style></style>";
    private static final String SCRIPT = "<script></script>";
    private static final String POLICY = "content=\"\"";
    private static final String GRAPH = "<!-- graph -->";

    public PlanPage {
        sheets = List.copyOf(sheets);
    }

    /** What the window is called. */
    public String title() {
        return sheets.size() == 1 ? "Plan of " + sheets.get(0).heading() : "Plans of " + sheets.size() + " projects";
    }

    /** Whether the reader chooses between projects. */
    public boolean several() {
        return sheets.size() > 1;
    }

    /**
     * The whole file. Its policy lets the browser load nothing, and run no script and apply no style but those of Slipway,
     * whatever the texts in it say.
     *
     * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
     */
    public String html() {
        String style = ShippedFile.text("page/plan.css");
        String script = ShippedFile.text("page/simulator.js") + ShippedFile.text("page/plan.js");
        String policy = "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; base-uri 'none'; form-action 'none'";
        // the marks are the template's: in a value, each of their brackets or quotes would be escaped
        String page = Renderer.standard().html(TEMPLATE, this);
        for (Sheet sheet : sheets) {
            for (Plan plan : sheet.plan()) {
                page = replaced(page, GRAPH, plan.graph());
            }
        }
        page = replaced(page, POLICY, "content=\"" + policy + "\"");
        page = replaced(page, STYLE, "<style>" + style + "</style>");
        return replaced(page, SCRIPT, "<script>" + script + "</script>");
    }

    private static String replaced(String page, String mark, String by) {
        int at = page.indexOf(mark);
        if (at < 0) {
            throw new IllegalStateException(TEMPLATE + " has no " + mark);
        }
        return page.substring(0, at) + by + page.substring(at + mark.length());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java has SHA-256", every);
        }
    }
}
