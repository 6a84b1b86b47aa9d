package org.cdfgateway.app.admin;

import java.time.Clock;
import java.util.List;
import org.cdfgateway.app.admin.Authorization.Action;
import org.cdfgateway.app.admin.Authorization.Identified;
import org.cdfgateway.app.admin.RefusalAudit.ChangeKind;
import org.cdfgateway.app.admin.RefusalAudit.Refusal;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * A change that only comes about when the caller may make it, and whose refusal is written down. What is done, and what
 * fails later, is written down by who does it. Callers whom CDF does not know are not: anybody could fill the audit.
 */
public final class AuditedChange implements AdminEndpoint {
    private static final int MAX_NAME = 100;

    private final Authorization authorization;
    private final RefusalAudit audit;
    private final ChangeKind kind;
    private final AdminChange change;

    AuditedChange(Authorization authorization, RefusalAudit audit, ChangeKind kind, AdminChange change) {
        this.authorization = authorization;
        this.audit = audit;
        this.kind = kind;
        this.change = change;
    }

    public static AuditedChange creating(
            Authorization authorization, RefusalAudit audit, UserRegistry users, String publicHost) {
        return new AuditedChange(authorization, audit, ChangeKind.CREATE_USER, new CreateUsers(users, publicHost));
    }

    public static AuditedChange updating(Authorization authorization, RefusalAudit audit, UserRegistry users) {
        return new AuditedChange(authorization, audit, ChangeKind.RENEW_SESSION, new UpdateUsers(users));
    }

    public static AuditedChange deleting(Authorization authorization, RefusalAudit audit, UserRegistry users) {
        return new AuditedChange(authorization, audit, ChangeKind.DELETE_USER, new DeleteUsers(users));
    }

    /** @param maxColumns of one table, with those that the gateway adds */
    public static AuditedChange creatingTables(
            Authorization authorization,
            RefusalAudit audit,
            TableRegistry tables,
            TableImport imports,
            int maxColumns,
            Clock clock) {
        return new AuditedChange(
                authorization, audit, ChangeKind.CREATE_TABLE, new CreateTables(tables, imports, maxColumns, clock));
    }

    public static AuditedChange deletingTables(
            Authorization authorization, RefusalAudit audit, TableRegistry tables, List<TableDefinition> builtIn) {
        return new AuditedChange(authorization, audit, ChangeKind.DELETE_TABLE, new DeleteTables(tables, builtIn));
    }

    @Override
    public AdminResponse answer(AdminRequest request) {
        String project = request.parameter("project");
        Identified caller = authorization.identify(request);
        try {
            return change.make(request, project, caller.require(project, Action.WRITE));
        } catch (ApiException e) {
            if (e.missing().isEmpty()) {
                String username = request.parameters()
                        .getOrDefault("username", request.body().textAt("/items/0/username"));
                audit.refused(new Refusal(
                        caller.subject(),
                        kind,
                        shortened(project),
                        shortened(username),
                        e.status() + ": " + e.getMessage()));
            }
            throw e;
        }
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }
}
