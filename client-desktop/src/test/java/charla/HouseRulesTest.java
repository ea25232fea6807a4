package charla;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import charla.planted.PlantedManager;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in all modules; it stands here because this one sees the other two. */
class HouseRulesTest {
  private static final JavaClasses CHARLA =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("charla");

  static Stream<ArchRule> rules() {
    return Stream.of(
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Data)")
            .as("a name says the role in the domain's words"),
        noClasses()
            .should()
            .accessTargetWhere(targetOwner(equivalentTo(Thread.class)).and(target(name("sleep"))))
            .as("nobody sleeps: wait for what is expected"),
        noClasses()
            .that()
            .resideOutsideOfPackages("charla.server", "charla.client")
            .should(ACCESS_STANDARD_STREAMS)
            .as("only command lines, which stand in the roots, print"),
        fields().that().areStatic().should().beFinal().as("no static state"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void allModulesKeep(ArchRule rule) {
    rule.check(CHARLA);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPlantedClassBreaks(ArchRule rule) {
    JavaClasses planted = new ClassFileImporter().importClasses(PlantedManager.class);

    assertThat(rule.evaluate(planted).hasViolation()).isTrue();
  }
}
