package charla.server.foreign;

import static java.util.stream.Collectors.toSet;

import charla.protocol.Limits;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code openapi.json} as the server ships it, and what validates by it. */
final class OpenApi {
  private static final String LOCATION = "https://charla.invalid/openapi.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JsonNode document;
  private final SchemaRegistry registry;

  private OpenApi(JsonNode document) {
    this.document = document;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(LOCATION, document.toString())));
  }

  static OpenApi shipped() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
      return new OpenApi(JSON.readTree(Objects.requireNonNull(in, "no openapi.json")));
    }
  }

  JsonNode document() {
    return document;
  }

  JsonNode schema(String name) {
    return document.at("/components/schemas/" + name);
  }

  /** What is wrong with this value as one of the document's schemas; empty for nothing. */
  List<Error> flaws(JsonNode value, String schemaName) {
    return registry
        .getSchema(SchemaLocation.of(LOCATION + "#/components/schemas/" + schemaName))
        .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
  }

  /** What is wrong with the document itself, by this schema of OpenAPI 3.1. */
  List<Error> flawsBy(Path openApiSchema) {
    return registry.getSchema(JSON.readTree(openApiSchema)).validate(document);
  }

  static List<Error> flawsOfSchema(JsonNode schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
        .validate(schema);
  }

  /** The operation that this was; empty for a path or method that the document does not have. */
  Optional<JsonNode> operation(Newman.Answer answer) {
    return document
        .path("paths")
        .propertyStream()
        .filter(path -> isOf(path.getKey(), answer.path()))
        .min(Comparator.comparing(path -> path.getKey().contains("{")))
        .map(path -> path.getValue().path(answer.method().toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject);
  }

  /** The names of all operations but the one that is no REST. */
  Set<String> restOperations() {
    return document
        .path("paths")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .map(operation -> operation.path("operationId").asString())
        .filter(name -> !name.equals("live"))
        .collect(toSet());
  }

  /** What about an answer of the server is not as documented: status, code or body. */
  List<String> flaws(Newman.Answer answer) {
    JsonNode responses =
        operation(answer).map(o -> o.path("responses")).orElseGet(JSON::createObjectNode);
    JsonNode response = responses.path(Integer.toString(answer.status()));
    if (answer.status() >= 400) {
      return refusalFlaws(answer, responses.isEmpty() ? Optional.empty() : Optional.of(response));
    }
    if (response.isMissingNode()) {
      return List.of("an undocumented status");
    }
    JsonNode schema = response.at("/content/application~1json/schema");
    return schema.isMissingNode() ? emptiness(answer) : bodyFlaws(answer, schema);
  }

  /**
   * @param response what the operation says of this status; empty where there is no operation
   */
  private List<String> refusalFlaws(Newman.Answer answer, Optional<JsonNode> response) {
    String code = "`" + JSON.readTree(answer.body()).at("/error/code").asString() + "`";
    if (response.isPresent() && !response.get().path("description").asString().contains(code)) {
      return List.of("an undocumented refusal");
    }
    return texts(flaws(JSON.readTree(answer.body()), "Failure"));
  }

  private List<String> bodyFlaws(Newman.Answer answer, JsonNode schema) {
    String name = schema.path("$ref").asString("").replaceFirst(".*/", "");
    return name.isEmpty() ? List.of() : texts(flaws(JSON.readTree(answer.body()), name));
  }

  private static List<String> emptiness(Newman.Answer answer) {
    return answer.body().isEmpty() ? List.of() : List.of("an undocumented body");
  }

  private static List<String> texts(List<Error> errors) {
    return errors.stream().map(Error::toString).toList();
  }

  /** Whether a path of the document, with {@code {id}} in it, stands for this one. */
  private static boolean isOf(String template, String path) {
    return path.matches(Limits.API + template.replace(".", "\\.").replace("{id}", "[^/]+"));
  }
}
