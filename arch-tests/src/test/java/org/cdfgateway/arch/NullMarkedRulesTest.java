package org.cdfgateway.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class NullMarkedRulesTest {

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/generated/"))
                .importPackages("org.cdfgateway");

        assertThat(classes.stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(type -> type.getPackage())
                        .distinct()
                        .filter(NullMarkedRulesTest::isNotNullMarked)
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    private static boolean isNotNullMarked(JavaPackage javaPackage) {
        return !javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
