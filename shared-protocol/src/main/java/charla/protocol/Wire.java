package charla.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes the wire's JSON: strict on size, depth, doubled keys, types and what trails
 * behind; lenient on fields and frame types it does not know, so that old and new versions get
 * along. Safe for any thread.
 */
public final class Wire {
  private static final JsonMapper MAPPER = mapper();

  private Wire() {}

  /** What was read is not of the documented shape; the message never repeats the input. */
  public static final class MalformedException extends Exception {
    MalformedException(String message) {
      super(message);
    }
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * @throws MalformedException when the text is no JSON, or not one of these
   */
  public static <T> T read(String json, Class<T> type) throws MalformedException {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new MalformedException("null is not a " + type.getSimpleName());
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedException("not a " + type.getSimpleName());
    }
  }

  /** The same for bytes, which must be well-formed UTF-8. */
  public static <T> T read(byte[] json, Class<T> type) throws MalformedException {
    try {
      return read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString(), type);
    } catch (CharacterCodingException e) {
      throw new MalformedException("not UTF-8");
    }
  }

  private static JsonMapper mapper() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(Limits.JSON_DEPTH)
            .maxNumberLength(32)
            .maxNameLength(256)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            c ->
                c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }
}
