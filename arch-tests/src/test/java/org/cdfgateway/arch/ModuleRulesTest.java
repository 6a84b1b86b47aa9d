package org.cdfgateway.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Docs: docs/architecture.md, "The house". */
@AnalyzeClasses(packages = "org.cdfgateway", importOptions = ImportOption.DoNotIncludeTests.class)
final class ModuleRulesTest {

    @ArchTest
    static final ArchRule theDomainKnowsOnlyTheJdk = classes()
            .that()
            .resideInAPackage(House.DOMAIN)
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(House.DOMAIN, "java..", "javax..", "org.jspecify.annotations.."))
            .because("what the product is about must not change with a library");

    @ArchTest
    static final ArchRule sqlSeesOnlyTheDomain = adapter(House.SQL);

    @ArchTest
    static final ArchRule pgwireSeesOnlyTheDomain = adapter(House.PGWIRE);

    @ArchTest
    static final ArchRule engineSeesOnlyTheDomain = adapter(House.ENGINE);

    @ArchTest
    static final ArchRule cdfClientSeesOnlyTheDomain = adapter(House.CDF);

    @ArchTest
    static final ArchRule authSeesOnlyTheDomain = adapter(House.AUTH);

    @ArchTest
    static final ArchRule theEmulatorKnowsNoGatewayModule = noGatewayModule(House.EMULATOR);

    @ArchTest
    static final ArchRule packagesInsideAModuleFormNoCycle = noCycles("org.cdfgateway.(*).(*)..");

    static ArchRule onlyTheJdk(String module) {
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(House.DOMAIN, "java..", "javax..", "org.jspecify.annotations.."))
                .because("what the product is about must not change with a library");
    }

    static ArchRule noGatewayModule(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        House.DOMAIN, House.SQL, House.PGWIRE, House.ENGINE, House.CDF, House.AUTH, House.APP)
                .because("it stands in for CDF, so it must not share the gateway's idea of CDF");
    }

    static ArchRule noCycles(String slices) {
        return slices().matching(slices).should().beFreeOfCycles().because("a cycle makes two packages one");
    }

    static ArchRule adapter(String module) {
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(module, House.DOMAIN).or(House.OUTSIDE))
                .because("adapters meet in the ports of the domain and nowhere else");
    }
}
