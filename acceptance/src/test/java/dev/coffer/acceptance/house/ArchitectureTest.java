package dev.coffer.acceptance.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture rules: permitted dependencies, and classes that alone may do a thing. */
class ArchitectureTest {
    private static final List<String> MODULES =
            List.of("common", "rendering", "blob-service", "userdata-service", "asset-service", "files-service");
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    private static final Pattern KEY_IN_ANNOTATION = Pattern.compile("\"\\$\\{[a-z]|@Scheduled\\([^)]*\"\\{");
    private static final String PANACHE = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";
    private static final List<String> QUERIES = List.of("find", "list", "stream", "count", "update", "delete");
    private static JavaClasses shipped;
    private static JavaClasses localStack;

    @BeforeAll
    static void importClasses() {
        shipped = new ClassFileImporter().importPaths(MODULES.stream().map(ArchitectureTest::classesOf).toList());
        localStack = new ClassFileImporter().importPaths(List.of(classesOf("local-stack")));
    }

    private static Path classesOf(String module) {
        Path classes = Path.of("..", module, "target", "classes");
        assertThat(classes).as("%s is built: run the build of the whole repository first", module).isDirectory();
        return classes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"blob", "userdata", "asset", "files"})
    void noServiceImportsAnother(String service) {
        String[] others = List.of("blob", "userdata", "asset", "files").stream()
                .filter(other -> !other.equals(service))
                .map(other -> "dev.coffer." + other + "..")
                .toArray(String[]::new);
        noClasses().that().resideInAPackage("dev.coffer." + service + "..")
                .should().dependOnClassesThat().resideInAnyPackage(others)
                .check(shipped);
    }

    @Test
    void whatIsSharedKnowsNoService() {
        noClasses().that().resideInAPackage("dev.coffer.common..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "dev.coffer.blob..", "dev.coffer.userdata..", "dev.coffer.asset..", "dev.coffer.files..",
                        "dev.coffer.rendering..")
                .check(shipped);
    }

    @Test
    void imagesAreDecodedInOnePlace() {
        noClasses().that().resideInAPackage("dev.coffer.rendering..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "dev.coffer.blob..", "dev.coffer.userdata..", "dev.coffer.asset..", "dev.coffer.files..")
                .check(shipped);
        noClasses().that().resideInAnyPackage("dev.coffer.blob..", "dev.coffer.userdata..")
                .should().dependOnClassesThat().resideInAPackage("dev.coffer.rendering..")
                .check(shipped);
        noClasses().that().resideOutsideOfPackage("dev.coffer.rendering..")
                .should().dependOnClassesThat().haveFullyQualifiedName("javax.imageio.ImageReader")
                .orShould().callMethod(ImageIO.class, "read", InputStream.class)
                .check(shipped);
    }

    @Test
    void theLocalStackImportsNothingThatShips() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                "dev.coffer.common..", "dev.coffer.blob..", "dev.coffer.userdata..", "dev.coffer.asset..",
                "dev.coffer.files..")
                .check(localStack);
    }

    @Test
    void packagesOfTheLocalStackDependOnEachOtherInOneDirection() {
        slices().matching("dev.coffer.(**)").should().beFreeOfCycles().check(localStack);
    }

    @Test
    void onlyTheObjectStoreSpeaksS3() {
        noClasses().that().haveNameNotMatching(".*\\.S3ObjectStore(\\$.*)?")
                .should().dependOnClassesThat(resideInAPackage("io.minio.."))
                .check(shipped);
    }

    @Test
    void onlyTheRelayAndTheConsumersSpeakKafka() {
        noClasses().that().resideOutsideOfPackage("dev.coffer.common.outbox..")
                .and().haveNameNotMatching(".*Consumer(\\$.*)?")
                .should().dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                .check(shipped);
    }

    @Test
    void onlyConfigurationClassesNameConfigurationKeys() {
        noClasses().that().haveNameNotMatching(".*Config(\\$.*)?")
                .should().beAnnotatedWith("io.smallrye.config.ConfigMapping")
                .orShould().dependOnClassesThat().haveFullyQualifiedName(
                        "org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould().dependOnClassesThat()
                .haveFullyQualifiedName("org.eclipse.microprofile.config.ConfigProvider")
                .check(shipped);
        // A constant in an annotation is no longer known to be one in the class file.
        assertThat(Repository.paths())
                .filteredOn(path -> path.contains("/src/main/java/") && path.endsWith(".java"))
                .hasSizeGreaterThan(100)
                .filteredOn(path -> KEY_IN_ANNOTATION.matcher(Repository.text(path)).find())
                .allMatch(path -> path.endsWith("Config.java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "rendering", "blob", "userdata", "asset", "files"})
    void noPackagesDependOnEachOtherInACircle(String module) {
        slices().assignedFrom(new PackagesOf("dev.coffer." + module)).should().beFreeOfCycles().check(shipped);
    }

    @Test
    void servicesKnowNothingOfHttp() {
        noClasses().that().haveNameMatching(".*(Service|Transactions)(\\$.*)?")
                .should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..", "io.vertx..")
                .check(shipped);
    }

    @Test
    void onlyRepositoriesUseTheEntityManager() {
        // Locks by name and deadlines are of the transaction and have no rows.
        noClasses().that().haveNameNotMatching(".*Repository(\\$.*)?|.*\\.(NamedLocks|StatementDeadlines)")
                .should().dependOnClassesThat().haveNameMatching(
                        "jakarta\\.persistence\\.EntityManager|org\\.hibernate\\.(Stateless)?Session")
                .check(shipped);
    }

    @Test
    void onlyRepositoriesHaveStatements() {
        noClasses().that().haveNameNotMatching(".*Repository(\\$.*)?|.*\\.ConnectionDeadlines")
                .should().dependOnClassesThat(assignableTo("java.sql.Statement").or(assignableTo("java.sql.ResultSet")))
                .orShould().callMethodWhere(new DescribedPredicate<>("Panache is given the text of a query") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getTargetOwner().isAssignableTo(PANACHE)
                                && QUERIES.contains(call.getName())
                                && call.getTarget().getRawParameterTypes().stream().limit(1)
                                        .anyMatch(type -> type.isEquivalentTo(String.class));
                    }
                })
                .check(shipped);
    }

    @Test
    void jsonIsReadByTheOneMapperThatHasLimits() {
        noClasses().that().haveNameNotMatching(".*\\.(QueryTexts|ImageFacts)")
                .should().callConstructorWhere(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(assignableTo("com.fasterxml.jackson.databind.ObjectMapper")
                                .or(assignableTo("com.fasterxml.jackson.core.TokenStreamFactory")))))
                .check(shipped);
    }

    @Test
    void onlyTheErrorMapperBuildsErrorBodies() {
        methods().that().areAnnotatedWith("org.jboss.resteasy.reactive.server.ServerExceptionMapper")
                .should().beDeclaredInClassesThat().resideInAPackage("dev.coffer.common.error")
                .check(shipped);
        noClasses().that().resideOutsideOfPackage("dev.coffer.common.error..")
                .should().implement("jakarta.ws.rs.ext.ExceptionMapper")
                .check(shipped);
    }

    @Test
    void whatServicesAskOfEachOtherNamesItsRole() {
        List<JavaMethod> internal = shipped.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> ArchitectureTest.path(method).startsWith("/internal"))
                .toList();
        assertThat(internal).hasSizeGreaterThan(3).allMatch(method -> method.isAnnotatedWith(ROLES)
                || method.getOwner().isAnnotatedWith(ROLES));
    }

    /** Of an operation, that of its class included; empty for any other method. */
    private static String path(JavaMethod method) {
        boolean operation = method.getAnnotations().stream()
                .anyMatch(annotation -> List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS")
                        .contains(annotation.getRawType().getSimpleName()));
        return operation ? written(method.getOwner()) + written(method) : "";
    }

    private static String written(HasAnnotations<?> element) {
        return "/" + element.tryGetAnnotationOfType("jakarta.ws.rs.Path")
                .flatMap(path -> path.get("value"))
                .map(String::valueOf)
                .orElse("")
                .replaceFirst("^/", "");
    }

    @Test
    void namesSayRoles() {
        noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)(\\$.*)?").check(shipped);
        noClasses().should().resideInAnyPackage("..util..", "..utils..", "..impl..", "..helper..").check(shipped);
    }

    @Test
    void transactionsBeginInClassesWhoseNamesSayIt() {
        methods().that(new DescribedPredicate<>("begin a transaction") {
            @Override
            public boolean test(JavaMethod method) {
                return method.tryGetAnnotationOfType("jakarta.transaction.Transactional")
                        .map(transactional -> String.valueOf(transactional.get("value").orElse("REQUIRED")))
                        .filter(type -> !type.endsWith("MANDATORY"))
                        .isPresent();
            }
        })
                .should().beDeclaredInClassesThat().haveNameMatching(".*(Transactions|Service|Repository|Lookup)")
                .check(shipped);
    }

    @Test
    void noReactiveTypeIsInASignatureOfAService() {
        for (String type : List.of("io.smallrye.mutiny.Uni", "io.smallrye.mutiny.Multi")) {
            methods().that().areDeclaredInClassesThat()
                    .resideOutsideOfPackages("dev.coffer.common.credential..", "dev.coffer.common.token..")
                    .should().notHaveRawReturnType(type)
                    .check(shipped);
        }
    }

    @Test
    void resourcesCallServicesAndServicesCallRepositories() {
        noClasses().that().haveSimpleNameEndingWith("Resource")
                .should().dependOnClassesThat().haveSimpleNameEndingWith("Repository")
                .check(shipped);
        noClasses().that().haveSimpleNameEndingWith("Repository")
                .should().dependOnClassesThat().haveSimpleNameEndingWith("Service")
                .orShould().dependOnClassesThat().haveSimpleNameEndingWith("Resource")
                .check(shipped);
        noClasses().that().haveSimpleNameEndingWith("Service")
                .should().dependOnClassesThat().haveSimpleNameEndingWith("Resource")
                .check(shipped);
    }

    @Test
    void entitiesNeverAppearInAResourceSignature() {
        methods().that().areDeclaredInClassesThat().haveSimpleNameEndingWith("Resource")
                .should().notHaveRawReturnType(new DescribedPredicate<>("an entity") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                        return type.isAnnotatedWith("jakarta.persistence.Entity");
                    }
                })
                .check(shipped);
    }

    @Test
    void assetsAreCreatedInOneWay() {
        noClasses().that().haveNameNotMatching(".*\\.AssetInsertion")
                .should().callMethod("dev.coffer.asset.AssetRepository", "insertIfAbsent", "dev.coffer.asset.Asset")
                .check(shipped);
        noClasses().that().haveNameNotMatching(".*\\.Dialects")
                .should().callMethod("dev.coffer.asset.AssetConfig", "compat")
                .check(shipped);
    }

    @Test
    void thereIsSomethingToCheck() {
        classes().that(resideInAnyPackage("dev.coffer..")).should().bePublic().orShould().notBePublic().check(shipped);
        assertThat(shipped).hasSizeGreaterThan(100);
    }
}
