package charla.protocol;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type that travels as a JSON object of its own, found by reflection so that a new one cannot be
 * forgotten.
 *
 * @param folder where its samples lie
 * @param name as its sample files are called: a frame's {@code type}, or the record's name
 */
record WireType(String folder, String name, Class<?> type) {
  /** The things themselves, which bodies and frames are made of. */
  private static final List<Class<?>> THINGS =
      List.of(ServerInfo.class, User.class, Conversation.class, Message.class, Call.class);

  static List<WireType> all() {
    return Stream.of(
            frames("client", ClientFrame.class), frames("server", ServerFrame.class), bodies())
        .flatMap(types -> types)
        .toList();
  }

  /** As the documents call it: {@code ClientFrame.Ping}, {@code Bodies.Me}, {@code User}. */
  String documentName() {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** Reads it as the other side would: a frame by its {@code type} alone. */
  Object read(String json) throws Wire.MalformedException {
    return switch (folder) {
      case "client" -> type.cast(Wire.read(json, ClientFrame.class));
      case "server" -> type.cast(Wire.read(json, ServerFrame.class));
      default -> Wire.read(json, type);
    };
  }

  @Override
  public String toString() {
    return documentName();
  }

  private static Stream<WireType> frames(String folder, Class<?> union) {
    return Arrays.stream(union.getPermittedSubclasses())
        .filter(type -> type.isAnnotationPresent(JsonTypeName.class))
        .map(type -> new WireType(folder, type.getAnnotation(JsonTypeName.class).value(), type));
  }

  private static Stream<WireType> bodies() {
    return Stream.concat(THINGS.stream(), Arrays.stream(Bodies.class.getDeclaredClasses()))
        .map(type -> new WireType("body", type.getSimpleName(), type));
  }
}
