package org.cdfgateway.emulator.access;

import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;

/** The project's description (reference/cdf-api-data.md section 4). */
final class ProjectEndpoints {

    private static final String ACL = "projectsAcl";

    private final String project;
    private final String tokenPath;

    ProjectEndpoints(String project, String tokenPath) {
        this.project = project;
        this.tokenPath = tokenPath;
    }

    void addTo(Routes routes) {
        routes.absolute("GET", "/api/v1/projects", Admission.anyCaller(), this::list)
                .project("GET", "", Admission.needs(ACL, "READ").or(ACL, "LIST"), this::one);
    }

    /** The projects that the caller may list: this one or none. */
    private Answer list(Call call) {
        boolean isListed = !call.reach(ACL, "LIST").isNothing();
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            if (isListed) {
                out.writeStartObject();
                out.writeStringField("urlName", project);
                if (call.flag("withDataModelingStatus")) {
                    out.writeStringField("dataModelingStatus", "HYBRID");
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Answer one(Call call) {
        String origin = "http://" + call.header("Host");
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeStringField("name", project);
            out.writeStringField("urlName", project);
            out.writeStringField("organization", "emulated");
            out.writeObjectFieldStart("userProfilesConfiguration");
            out.writeBooleanField("enabled", false);
            out.writeEndObject();
            out.writeObjectFieldStart("oidcConfiguration");
            out.writeStringField("tokenUrl", origin + tokenPath);
            out.writeStringField("issuer", origin + "/");
            out.writeStringField("audience", origin);
            out.writeNumberField("skewMs", 0);
            out.writeArrayFieldStart("accessClaims");
            out.writeStartObject();
            out.writeStringField("claimName", "groups");
            out.writeEndObject();
            out.writeEndArray();
            out.writeArrayFieldStart("scopeClaims");
            out.writeEndArray();
            out.writeArrayFieldStart("logClaims");
            out.writeEndArray();
            out.writeBooleanField("isGroupCallbackEnabled", false);
            out.writeStringField("identityProviderScope", origin + "/.default");
            out.writeEndObject();
            out.writeEndObject();
        });
    }
}
