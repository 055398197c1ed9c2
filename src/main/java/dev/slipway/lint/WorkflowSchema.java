package dev.slipway.lint;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.model.expression.Json;
import dev.slipway.shipped.ShippedFile;
import dev.slipway.source.Node;
import dev.slipway.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The first layer of checks: whether a document has the shape of a workflow.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">Workflow syntax</a>
 */
public final class WorkflowSchema {
    private static final String RESOURCE = "/dev/slipway/schemas/github-workflow.schema.json";

    /** The schema without its descriptions, a sixth of its size: most documents are valid and need no messages. */
    private final WorkflowShape shape = WorkflowShape.of(Json.read(ShippedFile.text("schemas/workflow-shape.json")));

    private WorkflowSchema() {}

    /** The schema of this version of Slipway, which is read once. */
    public static WorkflowSchema standard() {
        return Standard.SCHEMA;
    }

    private static final class Standard {
        private static final WorkflowSchema SCHEMA = new WorkflowSchema();
    }

    /** The validator, which a run needs only for a document that may be wrong. */
    private static final class Validator {
        private static final JsonNode TEXT = read();
        private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(TEXT);
    }

    /** Everything that GitHub would not accept about the shape of a workflow: one problem for each mistake. */
    public List<Problem> check(Node document) {
        return shape.of(document) == WorkflowShape.Answer.FITS ? List.of() : validate(document);
    }

    /** The same, if nothing is known of the document. */
    List<Problem> validate(Node document) {
        SchemaWords words = new SchemaWords(Validator.TEXT, document);
        Map<List<Object>, Problem> first = new LinkedHashMap<>();
        for (Error error : Validator.SCHEMA.validate(JsonTree.of(document))) {
            words.explain(error).ifPresent(problem -> first.putIfAbsent(mistake(error, problem), problem));
        }
        return List.copyOf(first.values());
    }

    /** What two errors about one mistake have in common: a value is wrong once, but may miss several keys. */
    private static List<Object> mistake(Error error, Problem problem) {
        return List.of(problem.where(), error.getKeyword().equals("required") ? problem.message() : "");
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(WorkflowSchema.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return JsonTree.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
