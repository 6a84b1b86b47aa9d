package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Path;

/** A gateway that does nothing but run a cluster until it is killed. Says so with a line on standard output. */
final class KilledGateway {

    private KilledGateway() {}

    @SuppressWarnings("SystemOut") // standard output is how the test hears of it
    public static void main(String[] arguments) throws IOException {
        try (Cluster cluster = TestClusters.start(Path.of(arguments[0]), "killed", Durability.DURABLE)) {
            System.out.println("port " + cluster.access().address().getPort());
            if (System.in.read() < 0) {
                System.out.println("closed in good order");
            }
        }
    }
}
