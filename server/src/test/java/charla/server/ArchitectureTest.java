package charla.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import charla.server.live.PlantedRuleBreaker;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where things go on the server, and what they may touch. */
class ArchitectureTest {
  /** A package knows those above it only; packages in one row do not know each other. */
  private static final List<List<String>> LINE =
      List.of(
          List.of("refusal"),
          List.of("live"),
          List.of("account"),
          List.of("chat"),
          List.of("call"),
          List.of("store"),
          List.of("sqlite", "mongo", "tls"),
          List.of("web"));

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("charla.server");

  static Stream<ArchRule> rules() {
    return Stream.of(
        line(),
        onlyIn("web", "io.javalin..", "org.eclipse.jetty.."),
        onlyIn("mongo", "com.mongodb..", "org.bson.."),
        onlyIn("sqlite", "java.sql..", "org.sqlite.."),
        onlyIn("tls", "org.bouncycastle.."),
        noClasses()
            .that()
            .haveNameNotMatching(".*\\.PasswordHasher(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mindrot..")
            .as("only PasswordHasher touches org.mindrot"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theServerKeeps(ArchRule rule) {
    rule.allowEmptyShould(true).check(SERVER);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPlantedClassBreaks(ArchRule rule) {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedRuleBreaker.class);

    assertThat(rule.evaluate(planted).hasViolation()).isTrue();
  }

  private static ArchRule line() {
    LayeredArchitecture line =
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .ensureAllClassesAreContainedInArchitecture()
            .layer("root")
            .definedBy("charla.server");
    List<String> above = new ArrayList<>();
    for (List<String> row : LINE) {
      for (String name : row) {
        line = line.layer(name).definedBy("charla.server." + name + "..");
        line =
            above.isEmpty()
                ? line.whereLayer(name).mayNotAccessAnyLayer()
                : line.whereLayer(name).mayOnlyAccessLayers(above.toArray(String[]::new));
      }
      above.addAll(row);
    }
    return line.as("a package knows only those before it in the line " + LINE);
  }

  private static ArchRule onlyIn(String owner, String... libraries) {
    return noClasses()
        .that(resideInAPackage("charla.server.." + owner + "..").negate())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .as("only %s touches %s".formatted(owner, String.join(", ", libraries)));
  }
}
