package charla.server.foreign;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
}
