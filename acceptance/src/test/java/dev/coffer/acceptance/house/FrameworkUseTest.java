package dev.coffer.acceptance.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the framework does not promise is used in one class of each program (docs/upgrading.md). Promised is what its
 * guides show, though it may lie in a package with a name like {@code runtime}.
 */
class FrameworkUseTest {
    private static final List<String> MODULES =
            List.of("common", "rendering", "blob-service", "userdata-service", "asset-service", "files-service");
    private static final Pattern INTERNAL = Pattern.compile(
            "io\\.quarkus\\.(\\w++\\.)+?runtime\\..*|io\\.vertx\\.(\\w++\\.)*?impl\\..*|io\\.netty\\.(util\\.internal|channel\\.Channel\\$Unsafe).*"
                    + "|org\\.jboss\\.resteasy\\.reactive\\.(\\w++\\.)*?(core|handlers|mapping|runtime|jaxrs|processor)\\..*"
                    + "|io\\.netty\\.channel\\.ChannelOutboundBuffer.*|sun\\..*|com\\.sun\\.proxy\\..*");
    private static final Set<String> SHOWN_IN_GUIDES = Set.of(
            "io.quarkus.vertx.http.runtime.filters.Filters",
            "io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism",
            "io.quarkus.vertx.http.runtime.security.ChallengeData",
            "io.quarkus.vertx.http.runtime.security.HttpCredentialTransport",
            "io.quarkus.vertx.http.runtime.security.HttpCredentialTransport$Type",
            "io.quarkus.security.runtime.QuarkusPrincipal",
            "io.quarkus.security.runtime.QuarkusSecurityIdentity",
            "io.quarkus.security.runtime.QuarkusSecurityIdentity$Builder",
            "io.quarkus.oidc.client.runtime.TokensHelper");

    @ParameterizedTest
    @ValueSource(
            strings = {"io.quarkus.vertx.http.runtime.CurrentVertxRequest", "io.vertx.core.net.impl.ConnectionBase",
                "org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext",
                "io.netty.channel.ChannelOutboundBuffer"})
    void knowsWhatIsInternal(String type) {
        assertThat(type).matches(INTERNAL);
    }

    @ParameterizedTest
    @CsvSource({
        "dev.coffer.common.framework.FrameworkInternals, ../MODULE/target/classes",
        "dev.coffer.localstack.edge.VertxInternals, ../local-stack/components/edge/target/classes"
    })
    void internalsOfTheFrameworkAreUsedInOneClass(String one, String classes) {
        List<Path> all = MODULES.stream().map(module -> Path.of(classes.replace("MODULE", module))).distinct().toList();
        noClasses().that().doNotHaveFullyQualifiedName(one)
                .should().dependOnClassesThat(areInternal())
                .check(new ClassFileImporter().importPaths(all));
    }

    private static DescribedPredicate<JavaClass> areInternal() {
        return describe("are internal of the framework",
                type -> INTERNAL.matcher(type.getName()).matches() && !SHOWN_IN_GUIDES.contains(type.getName()));
    }
}
