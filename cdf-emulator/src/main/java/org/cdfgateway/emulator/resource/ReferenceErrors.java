package org.cdfgateway.emulator.resource;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * How one resource answers references that are wrong (the tables of reference/cdf-api-resources.md section 1.13).
 * A {@code %s} in a message stands for what is wrong.
 *
 * @param unknownId message of the 400 for unknown ids
 * @param unknownExternalId message of the 400 for unknown external ids
 * @param repeatedStatus for the same reference twice in one request; a 400 lists none of them
 * @param repeated message for ids
 * @param repeatedExternalId message for external ids
 * @param sameObject message of the 409 for one object named by id and by external id
 * @param sameObjectForm how {@code duplicated} then names the object
 * @param createdTwiceStatus for one external id twice in one create request
 * @param taken message of the 409 for an external id that exists
 * @param checks which mistake is found first
 */
record ReferenceErrors(
        String unknownId,
        String unknownExternalId,
        int repeatedStatus,
        String repeated,
        String repeatedExternalId,
        String sameObject,
        SameObjectForm sameObjectForm,
        int createdTwiceStatus,
        String taken,
        Checks checks) {

    ReferenceErrors(
            String unknownId,
            String unknownExternalId,
            int repeatedStatus,
            String repeated,
            String sameObject,
            SameObjectForm sameObjectForm,
            int createdTwiceStatus,
            String taken,
            Checks checks) {
        this(
                unknownId,
                unknownExternalId,
                repeatedStatus,
                repeated,
                repeated,
                sameObject,
                sameObjectForm,
                createdTwiceStatus,
                taken,
                checks);
    }

    /** Fills in what is wrong. */
    static String filled(String message, Collection<Reference> wrong) {
        return message.replace("%s", wrong.stream().map(Reference::text).collect(Collectors.joining(", ")));
    }

    enum SameObjectForm {
        ID,
        ID_AND_EXTERNAL_ID
    }

    enum Checks {
        /** Doubled references first, then unknown ones. */
        REPEATED_FIRST,
        /** External ids are resolved first; reading by ids, unknown ids come before doubled ones. */
        AS_ASSETS
    }
}
