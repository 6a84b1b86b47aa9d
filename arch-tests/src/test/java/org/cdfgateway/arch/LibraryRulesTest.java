package org.cdfgateway.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each library lives in one place, so that it can be replaced there. */
@AnalyzeClasses(packages = "org.cdfgateway", importOptions = ImportOption.DoNotIncludeTests.class)
final class LibraryRulesTest {

    @ArchTest
    static final ArchRule nettyLivesInPgwire = library("io.netty..", House.PGWIRE);

    @ArchTest
    static final ArchRule feignLivesInTheCdfClient = library("feign..", House.CDF);

    @ArchTest
    static final ArchRule resilienceLivesInOnePackage = library("io.github.resilience4j..", House.CDF_RESILIENCE);

    @ArchTest
    static final ArchRule daggerLivesInTheWiring = library("dagger..", House.APP_WIRING);

    @ArchTest
    static final ArchRule picocliLivesInTheCommandLine = library("picocli..", House.APP_CLI);

    @ArchTest
    static final ArchRule flywayLivesInTheStore = library("org.flywaydb..", House.AUTH);

    static ArchRule library(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("it is known to " + home + " only");
    }
}
