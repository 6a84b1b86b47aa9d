package org.cdfgateway.pgwire.work;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where blocking work runs. All threads are daemons. The caller shuts the executors down. */
public final class BlockingThreads {
    private static final long IDLE_SECONDS = 30;

    private BlockingThreads() {}

    /**
     * A thread for every task: virtual on Java 21 and later, else pooled. The caller bounds the number of tasks, since
     * nothing here does.
     */
    public static ExecutorService perTask(String name) {
        if (Runtime.version().feature() < 21) {
            return Executors.newCachedThreadPool(daemons(name));
        }
        try {
            MethodHandle virtualThreads = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return (ExecutorService) virtualThreads.invokeExact();
        } catch (Throwable missing) {
            throw new IllegalStateException("no virtual threads on Java " + Runtime.version(), missing);
        }
    }

    /** At most {@code threads} tasks at a time; the others wait. */
    public static ExecutorService bounded(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
