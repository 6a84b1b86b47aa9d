package org.cdfgateway.emulator.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a port; every connection has a thread. Close it to end them all. */
public final class HttpListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpListener.class);

    private static final int BACKLOG = 512;
    private static final int IN_BYTES = 16 * 1024;
    private static final int OUT_BYTES = 32 * 1024;
    private static final long MAX_SECONDS_TO_END = 5;

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        void handle(Exchange exchange) throws IOException;
    }

    private final ServerSocket server;
    private final Handler handler;
    private final Semaphore working;
    private final ExecutorService threads;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HttpListener(ServerSocket server, String name, int maxWorking, Handler handler) {
        this.server = server;
        this.handler = handler;
        this.working = new Semaphore(maxWorking);
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param name of the threads
     * @param maxWorking requests answered at the same time; more of them wait
     * @throws IOException when the port is taken
     */
    public static HttpListener start(InetSocketAddress address, String name, int maxWorking, Handler handler)
            throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        HttpListener listener = new HttpListener(server, name, maxWorking, handler);
        listener.threads.execute(listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            } catch (SocketException | RejectedExecutionException e) {
                log.debug("No more connections: {}", e.getMessage());
            } catch (IOException e) {
                log.warn("A connection could not be accepted", e);
            }
        }
        connections.forEach(HttpListener::end);
        ended.countDown();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), OUT_BYTES);
            RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream(), IN_BYTES), out);
            boolean goesOn = true;
            while (goesOn) {
                goesOn = serveOne(socket, reader, out);
            }
        } catch (IOException e) {
            log.debug("The client went away: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("A request could not be answered", e);
        } finally {
            connections.remove(socket);
        }
    }

    private boolean serveOne(Socket socket, RequestReader reader, OutputStream out) throws IOException {
        Request request;
        try {
            request = reader.read();
        } catch (MalformedRequestException e) {
            refuse(e, out);
            return false;
        }
        if (request == null) {
            return false;
        }
        Exchange exchange = new Exchange(request, socket, out);
        working.acquireUninterruptibly();
        try {
            handler.handle(exchange);
        } finally {
            working.release();
        }
        if (!socket.isClosed()) {
            out.flush();
        }
        return exchange.isComplete();
    }

    private static void refuse(MalformedRequestException e, OutputStream out) throws IOException {
        String head = "HTTP/1.1 " + e.status() + " " + Reason.of(e.status())
                + "\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        log.debug("Refused: {}", e.getMessage());
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("A connection could not be closed", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.debug("The port could not be closed", e);
        }
        connections.forEach(HttpListener::end);
        threads.shutdown();
        awaitEnd();
    }

    /** The port is free only when nobody waits for connections any more. */
    private void awaitEnd() {
        try {
            if (!ended.await(MAX_SECONDS_TO_END, TimeUnit.SECONDS)) {
                log.warn("Port {} may not be free yet", server.getLocalPort());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
