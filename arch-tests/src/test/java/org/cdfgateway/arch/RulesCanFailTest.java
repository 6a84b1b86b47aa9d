package org.cdfgateway.arch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of rule, held against something that breaks it. */
final class RulesCanFailTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cdfgateway");

    private static final JavaClasses HABITS =
            new ClassFileImporter().importPackages("org.cdfgateway.arch.fixture.habit");

    private static final JavaClasses CYCLE =
            new ClassFileImporter().importPackages("org.cdfgateway.arch.fixture.cycle");

    @ParameterizedTest
    @MethodSource("rulesAgainstTheWrongModule")
    void noticesAModuleThatSeesTooMuch(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(GATEWAY)).isInstanceOf(AssertionError.class);
    }

    static Stream<Named<ArchRule>> rulesAgainstTheWrongModule() {
        return Stream.of(
                Named.of("only the JDK", ModuleRulesTest.onlyTheJdk(House.CDF)),
                Named.of("adapter", ModuleRulesTest.adapter(House.APP)),
                Named.of("no gateway module", ModuleRulesTest.noGatewayModule(House.APP)),
                Named.of("netty", LibraryRulesTest.library("io.netty..", House.CDF)),
                Named.of("feign", LibraryRulesTest.library("feign..", House.PGWIRE)),
                Named.of("resilience4j", LibraryRulesTest.library("io.github.resilience4j..", House.APP)),
                Named.of("dagger", LibraryRulesTest.library("dagger..", House.APP_CLI)),
                Named.of("picocli", LibraryRulesTest.library("picocli..", House.APP_WIRING)),
                Named.of("flyway", LibraryRulesTest.library("org.flywaydb..", House.ENGINE)));
    }

    @ParameterizedTest
    @MethodSource("habits")
    void noticesABadHabit(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(HABITS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PrintingHelper");
    }

    static Stream<Named<ArchRule>> habits() {
        return Stream.of(
                Named.of("names", HabitRulesTest.namesSayWhatAThingIs),
                Named.of("standard streams", HabitRulesTest.onlyTheCommandLinePrints),
                Named.of("field injection", HabitRulesTest.nothingIsInjectedIntoFields),
                Named.of("java.util.logging", HabitRulesTest.nobodyUsesJavaLogging));
    }

    @Test
    void noticesACycle() {
        assertThatThrownBy(() -> ModuleRulesTest.noCycles("org.cdfgateway.arch.fixture.cycle.(*)..")
                        .check(CYCLE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle detected");
    }
}
