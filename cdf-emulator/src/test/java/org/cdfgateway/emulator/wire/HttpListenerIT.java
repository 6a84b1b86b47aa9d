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

    /** @param text with a bar for each end of a line */
    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8));
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
        String answers = answerTo("GET /a HTTP/1.1|host: x||"
                + "POST /b?c=d HTTP/1.1|Content-Length: 4||body"
                + "GET /e HTTP/1.1|Connection: close||");

        assertThat(answers).containsSubsequence("HTTP/1.1 200 OK", "GET /a?", "POST /b?c=d body", "GET /e?");
    }

    @Test
    void readsChunkedBodies() throws IOException {
        String answer = answerTo(
                "POST /a HTTP/1.1|Transfer-Encoding: chunked|Connection: close||" + "3;x=y|abc|A|0123456789|0||");

        assertThat(answer).endsWith("POST /a? abc0123456789");
    }

    @Test
    void asksForTheBodyWhenTheClientWaitsForThat() throws IOException {
        String answer = answerTo("POST /a HTTP/1.1|Expect: 100-continue|Content-Length: 2|" + "Connection: close||ab");

        assertThat(answer)
                .startsWith("HTTP/1.1 100 Continue")
                .contains("HTTP/1.1 200 OK")
                .endsWith(" ab");
    }

    @Test
    void takesWholeUrlsAsProxiesDo() throws IOException {
        String answer = answerTo("GET http://cdf.example/a?b=http://c HTTP/1.0||");

        assertThat(answer).endsWith("GET /a?b=http://c ");
    }

    @Test
    void sendsNoBodyToHead() throws IOException {
        String answer = answerTo("HEAD /a HTTP/1.1|Connection: close||");

        assertThat(answer).contains("content-length: 9").endsWith("\r\n\r\n");
    }

    @Test
    void refusesWhatIsNoRequest() throws IOException {
        assertThat(answerTo("nonsense||")).startsWith("HTTP/1.1 400 ");
        assertThat(answerTo("GET / HTTP/1.1|nonsense||")).startsWith("HTTP/1.1 400 ");
        assertThat(answerTo("POST / HTTP/1.1|Content-Length: -1||")).startsWith("HTTP/1.1 400 ");
        assertThat(answerTo("POST / HTTP/1.1|Content-Length: 99999999999||")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void resetsTheConnection() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /reset HTTP/1.1||");

            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void endsTheConnectionOfAnIncompleteAnswer() throws IOException {
        assertThat(answerTo("GET /half HTTP/1.1||")).endsWith("\r\n\r\nGET /");
        assertThat(answerTo("GET /nothing HTTP/1.1||")).isEmpty();
    }

    @Test
    void endsConnectionsWhenItIsClosed() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /a HTTP/1.1||");
            assertThat(socket.getInputStream().read()).isEqualTo('H');

            listener.close();

            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }
}
