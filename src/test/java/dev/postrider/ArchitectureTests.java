package dev.postrider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.postrider");

    @Test
    void awsTypesStayInSesAndFeedbackAndInWhatTheyAreMeasuredAgainst() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.postrider.ses", "dev.postrider.feedback", "dev.postrider.bench")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void redisTypesStayInOutboxAndLimits() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.postrider.outbox", "dev.postrider.limits")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lettuce..", "org.springframework.data.redis..")
                .check(CLASSES);
    }

    @Test
    void collaboratorsComeThroughTheConstructor() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
    }

    @Test
    void noStaticState() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void namesSayWhatATypeIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto)")
                .check(CLASSES);
    }

    @Test
    void onlyOperationsUsesTheJobOperator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.postrider.operations")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.batch.core.launch.JobOperator")
                .check(CLASSES);
    }
}
