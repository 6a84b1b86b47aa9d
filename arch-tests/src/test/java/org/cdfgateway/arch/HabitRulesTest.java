package org.cdfgateway.arch;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** Names and habits that the compiler does not check. */
@AnalyzeClasses(packages = "org.cdfgateway", importOptions = ImportOption.DoNotIncludeTests.class)
final class HabitRulesTest {

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .that()
            .resideInAPackage("org.cdfgateway..")
            .and(DescribedPredicate.not(nameMatching(".*\\.Dagger\\w+Component\\$.*")))
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Processor)$")
            .because("such a name fits everything and tells nothing");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("everything else logs");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule nobodyUsesJavaLogging =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("slf4j is the one way to log");
}
