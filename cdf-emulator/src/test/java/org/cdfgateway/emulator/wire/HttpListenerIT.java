package org.cdfgateway.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpListenerIT {

    private HttpListener listener;

    @BeforeEach
    void start() throws IOException {
        listener = HttpListener.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), "test", 2, HttpListenerIT::answer);
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    /** Says what it was asked; some paths are not answered properly. */
    private static void answer(Exchange exchange) throws IOException {
        Request request = exchange.request();
        String text = request.method() + " " + request.path() + "?" + request.query() + " "
                + new String(request.body(), StandardCharsets.UTF_8);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        switch (request.path()) {
            case "/reset" -> exchange.reset();
            case "/nothing" -> exchange.flush();
            case "/half" -> {
                exchange.begin(200, new Headers(), body.length);
                exchange.write(body, 0, body.length / 2);
                exchange.flush();
            }
            default -> {
                exchange.begin(200, new Headers(), body.length);
                exchange.write(body, 0, body.length);
            }
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), listener.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Everything until the server ends the connection. */
    private String answerTo(String text) throws IOException {
        try (Socket socket = connect()) {
            send(socket, text);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersRequestsOfOneConnectionInTheirOrder() throws IOException {
        String answers = answerTo("GET /a HTTP/1.1\r\nhost: x\r\n\r\n"
                + "POST /b?c=d HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody"
                + "GET /e HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answers).containsSubsequence("HTTP/1.1 200 OK", "GET /a?", "POST /b?c=d body", "GET /e?");
    }

    @Test
    void readsChunkedBodies() throws IOException {
        String answer = answerTo("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n");

        assertThat(answer).endsWith("POST /a? abc0123456789");
    }

    @Test
    void asksForTheBodyWhenTheClientWaitsForThat() throws IOException {
        String answer = answerTo(
                "POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n" + "Connection: close\r\n\r\nab");

        assertThat(answer)
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .endsWith(" ab");
    }

    @Test
    void takesWholeUrlsAsProxiesDo() throws IOException {
        String answer = answerTo("GET http://cdf.example/a?b=http://c HTTP/1.0\r\n\r\n");

        assertThat(answer).endsWith("GET /a?b=http://c ");
    }

    @Test
    void sendsNoBodyToHead() throws IOException {
        String answer = answerTo("HEAD /a HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("content-length: 9").endsWith("\r\n\r\n");
    }

    @Test
    void refusesWhatIsNoRequest() throws IOException {
        assertThat(answerTo("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(answerTo("GET / HTTP/1.1\r\nnonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(answerTo("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(answerTo("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void resetsTheConnection() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /reset HTTP/1.1\r\n\r\n");

            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void endsTheConnectionOfAnIncompleteAnswer() throws IOException {
        assertThat(answerTo("GET /half HTTP/1.1\r\n\r\n")).endsWith("\r\n\r\nGET /");
        assertThat(answerTo("GET /nothing HTTP/1.1\r\n\r\n")).isEmpty();
    }

    @Test
    void endsConnectionsWhenItIsClosed() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /a HTTP/1.1\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');

            listener.close();

            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }
}
