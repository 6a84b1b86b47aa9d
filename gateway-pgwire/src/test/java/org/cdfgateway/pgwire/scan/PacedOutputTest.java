package org.cdfgateway.pgwire.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.cdfgateway.domain.error.GatewayException;
import org.junit.jupiter.api.Test;

class PacedOutputTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final PacedOutput output = new PacedOutput(channel);

    @Test
    void collectsUntilThereIsEnough() {
        output.buffer().writeZero(1_000);
        output.pace();
        assertThat(channel.outboundMessages()).isEmpty();

        output.buffer().writeZero(32 * 1024);
        output.pace();

        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(output.buffer().readableBytes()).isZero();
    }

    @Test
    void waitsWhileThePeerDoesNotRead() throws Exception {
        setWritable(false);
        CompletableFuture<Void> worker = startWorker();

        await("the worker waits").until(() -> !channel.outboundMessages().isEmpty());
        assertThat(worker).isNotDone();
        setWritable(true);
        output.signal();

        worker.get();
    }

    @Test
    void givesUpWhenThePeerIsGone() {
        setWritable(false);
        CompletableFuture<Void> worker = startWorker();
        await("the worker waits").until(() -> !channel.outboundMessages().isEmpty());

        channel.close();
        output.signal();

        Assertions.assertThatThrownBy(worker::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(GatewayException.class)
                .hasMessageContaining("the connection ended while rows were being sent");
    }

    private void setWritable(boolean writable) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
        channel.runPendingTasks();
    }

    private CompletableFuture<Void> startWorker() {
        return CompletableFuture.runAsync(() -> {
            output.buffer().writeZero(40 * 1024);
            output.pace();
        });
    }
}
