package charla.client;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import charla.client.notice.PlantedRuleBreaker;
import charla.client.ui.FxThread;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where things go in the desktop app, and what they may touch. */
class ArchitectureTest {
  /** A package knows those before it only. */
  private static final List<String> LINE =
      List.of(
          "ui",
          "notice",
          "trust",
          "net",
          "cache",
          "session",
          "chat",
          "call",
          "settings",
          "desktop",
          "shell");

  private static final JavaClasses CLIENT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("charla.client");

  static Stream<ArchRule> rules() {
    return Stream.of(
        line(),
        onlyIn("cache", "java.sql..", "org.sqlite.."),
        onlyIn("call.webrtc", "dev.onvoid.."),
        onlyIn("net", "jakarta.websocket..", "org.glassfish.tyrus..", "java.net.http.."),
        onlyScreensTouchTheScene(),
        onlyOneDoorToTheFxThread());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theAppKeeps(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLIENT);
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
            .definedBy("charla.client")
            .layer(LINE.getFirst())
            .definedBy(packageOf(LINE.getFirst()))
            .whereLayer(LINE.getFirst())
            .mayNotAccessAnyLayer();
    for (int i = 1; i < LINE.size(); i++) {
      String[] before = LINE.subList(0, i).toArray(String[]::new);
      line =
          line.layer(LINE.get(i))
              .definedBy(packageOf(LINE.get(i)))
              .whereLayer(LINE.get(i))
              .mayOnlyAccessLayers(before);
    }
    return line.as("a package knows only those before it in the line " + LINE);
  }

  private static ArchRule onlyIn(String owner, String... libraries) {
    return noClasses()
        .that(resideInAPackage(packageOf(owner)).negate())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .as("only %s touches %s".formatted(owner, String.join(", ", libraries)));
  }

  private static ArchRule onlyScreensTouchTheScene() {
    return noClasses()
        .that()
        .haveNameNotMatching(".*(View|Cell)(\\$.*)?")
        .and()
        .resideOutsideOfPackages("charla.client", packageOf("ui"), packageOf("desktop"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .as("only views, cells, ui, desktop and the root touch javafx.scene and javafx.stage");
  }

  private static ArchRule onlyOneDoorToTheFxThread() {
    return noClasses()
        .that()
        .areNotAssignableTo(FxThread.class)
        .should()
        .accessTargetWhere(targetOwner(equivalentTo(Platform.class)).and(target(name("runLater"))))
        .as("only FxThread calls Platform.runLater");
  }

  private static String packageOf(String name) {
    return "charla.client." + name + "..";
  }
}
