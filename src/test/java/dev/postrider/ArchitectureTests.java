package dev.postrider;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
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

    /** Of what MongoDB's driver and Spring Data can do, the room calls only what reads or inserts. */
    @Test
    void theAuditTrailIsOnlyEverAddedTo() {
        noClasses()
                .that()
                .resideInAPackage("dev.postrider.audit")
                .should(
                        callMethodWhere(
                                target(owner(resideInAnyPackage(
                                                "com.mongodb.client", "org.springframework.data.mongodb..")))
                                        .and(
                                                not(
                                                        target(
                                                                nameMatching(
                                                                        "getDb|getCollection|withWriteConcern|insertOne|find|sort|limit|first|forEach|into"))))))
                .check(CLASSES);
    }

    @Test
    void nobodyElseTouchesTheCollectionsOfTheAuditTrail() {
        ArchCondition<JavaClass> nameThem = new NameCollections("audit", "auditRefusals");
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.postrider.audit")
                .should(nameThem)
                .check(CLASSES);
        classes()
                .that()
                .haveFullyQualifiedName("dev.postrider.audit.AuditTrail")
                .should(nameThem)
                .check(CLASSES);
    }
}
