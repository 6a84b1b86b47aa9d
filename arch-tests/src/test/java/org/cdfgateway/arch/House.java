package org.cdfgateway.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** The packages that rules speak of. A test asserts that each of them exists. */
final class House {
    static final String DOMAIN = "org.cdfgateway.domain..";
    static final String SQL = "org.cdfgateway.sql..";
    static final String PGWIRE = "org.cdfgateway.pgwire..";
    static final String PGWIRE_ERROR = "org.cdfgateway.pgwire.error..";
    static final String ENGINE = "org.cdfgateway.engine..";
    static final String CDF = "org.cdfgateway.cdf..";
    static final String CDF_RESILIENCE = "org.cdfgateway.cdf.resilience..";
    static final String AUTH = "org.cdfgateway.auth..";
    static final String APP = "org.cdfgateway.app..";
    static final String APP_CLI = "org.cdfgateway.app.cli..";
    static final String APP_WIRING = "org.cdfgateway.app.wiring..";
    static final String EMULATOR = "org.cdfgateway.emulator..";

    static final List<String> ALL = List.of(
            DOMAIN, SQL, PGWIRE, PGWIRE_ERROR, ENGINE, CDF, CDF_RESILIENCE, AUTH, APP, APP_CLI, APP_WIRING, EMULATOR);

    /** Everything that is not the gateway's own. */
    static final DescribedPredicate<JavaClass> OUTSIDE =
            DescribedPredicate.not(resideInAPackage("org.cdfgateway..")).as("outside the gateway");

    private House() {}
}
