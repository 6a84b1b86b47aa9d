package org.cdfgateway.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A rule over a package that nobody has would pass for ever. */
final class HouseTest {

    @Test
    void everyPackageOfARuleHasClasses() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.cdfgateway");

        assertThat(House.ALL)
                .allSatisfy(pattern -> assertThat(classes.that(resideInAPackage(pattern)))
                        .as(pattern)
                        .isNotEmpty());
    }
}
