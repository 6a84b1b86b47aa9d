package org.cdfgateway.cdf;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of a connection: those that wait for CDF, and those that move its bytes. The caller shuts them down. */
final class RequestThreads {
    /** More requests than that wait for a thread. */
    private static final int MAX_PLATFORM_THREADS = 256;

    private static final long IDLE_SECONDS = 30;

    private RequestThreads() {}

    /** Threads that wait: virtual ones where Java has them (21 and later), else a bounded pool. */
    static ExecutorService waiting() {
        try {
            MethodHandle virtual = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return (ExecutorService) virtual.invokeExact();
        } catch (NoSuchMethodException e) {
            return pool("cdf-request", MAX_PLATFORM_THREADS);
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads cannot be started", e);
        }
    }

    /**
     * Threads that never wait, for the JDK's HTTP client. They are not those that wait, or else all of these could wait
     * for bytes that nobody moves.
     */
    static ExecutorService moving() {
        return pool("cdf-http", Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
    }

    private static ExecutorService pool(String name, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
