package charla.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The wire stays light, so that anyone can build another client on it. */
class ArchitectureTest {
  private static final ArchRule ONLY_JDK_JACKSON_AND_JSPECIFY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "charla.protocol..",
              "java..",
              "javax.crypto..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify..");

  @Test
  void theWireNeedsTheJdkJacksonAndJSpecifyOnly() {
    JavaClasses protocol =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("charla.protocol");

    ONLY_JDK_JACKSON_AND_JSPECIFY.check(protocol);
  }

  @Test
  void theRuleCatchesAClassThatNeedsMore() {
    JavaClasses planted = new ClassFileImporter().importClasses(ArchitectureTest.class);

    assertThat(ONLY_JDK_JACKSON_AND_JSPECIFY.evaluate(planted).hasViolation()).isTrue();
  }
}
