package org.cdfgateway.pgwire.plan;

import io.netty.util.concurrent.EventExecutor;
import org.cdfgateway.domain.port.inbound.Admission;
import org.cdfgateway.domain.port.inbound.PlanDetail;
import org.cdfgateway.domain.port.inbound.StatementGuard;

/**
 * A session's guard that notices its EXPLAINs. Once a session has sent one, all its results are looked at: a prepared
 * EXPLAIN can run again whenever the client likes. When EXPLAINs with and without VERBOSE are under way at the same time,
 * all of them show all lines.
 */
final class PlanWatch implements StatementGuard {
    private final StatementGuard guard;
    private final EventExecutor loop;
    private PlanDetail detail = PlanDetail.AS_PRINTED;
    private boolean idle = true;

    /** @param loop of the session; everything but the guard belongs to it */
    PlanWatch(StatementGuard guard, EventExecutor loop) {
        this.guard = guard;
        this.loop = loop;
    }

    @Override
    public Admission admit(String sql) {
        PlanDetail wanted = guard.planDetail(sql);
        if (wanted != PlanDetail.AS_PRINTED) {
            if (loop.inEventLoop()) {
                expect(wanted);
            } else {
                loop.execute(() -> expect(wanted));
            }
        }
        return guard.admit(sql);
    }

    @Override
    public PlanDetail planDetail(String sql) {
        return guard.planDetail(sql);
    }

    @Override
    public void admitSetting(String name, String value) {
        guard.admitSetting(name, value);
    }

    private void expect(PlanDetail wanted) {
        if (idle || wanted.compareTo(detail) > 0) {
            detail = wanted;
        }
        idle = false;
    }

    /** Whether a plan may come. */
    boolean isWatching() {
        return detail != PlanDetail.AS_PRINTED;
    }

    PlanDetail detail() {
        return detail;
    }

    /** The engine has answered everything that it was sent in one go. */
    void ready() {
        idle = true;
    }
}
