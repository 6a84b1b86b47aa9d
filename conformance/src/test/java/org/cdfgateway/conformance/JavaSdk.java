package org.cdfgateway.conformance;

import com.cognite.client.CogniteClient;
import com.cognite.client.config.ClientConfig;
import com.cognite.client.config.ProxyConfig;
import com.cognite.client.dto.Item;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;

/** An emulator without content, and Cognite's Java SDK as its client. Close it to end the emulator. */
record JavaSdk(CdfEmulator cdf, CogniteClient client) implements AutoCloseable {

    static JavaSdk start() throws IOException {
        CdfEmulator cdf = CdfEmulator.start(EmulatorSettings.defaults());
        CogniteClient client = CogniteClient.ofClientCredentials(
                        "demo",
                        EmulatorSettings.ADMIN.id(),
                        EmulatorSettings.ADMIN.secret(),
                        cdf.tokenUri().toURL())
                .withBaseUrl(cdf.baseUri().toString())
                .withClientConfig(config(cdf))
                .enableHttp(true);
        return new JavaSdk(cdf, client);
    }

    ClientConfig config() {
        return config(cdf);
    }

    /** The SDK has no place for a port, but takes a proxy; a request to a proxy names the host in its first line. */
    private static ClientConfig config(CdfEmulator cdf) {
        return ClientConfig.create()
                .withMaxRetries(1)
                .withProxyConfig(ProxyConfig.of(new Proxy(
                        Proxy.Type.HTTP,
                        new InetSocketAddress(
                                cdf.baseUri().getHost(), cdf.baseUri().getPort()))));
    }

    static <T> List<T> all(Iterator<List<T>> pages) {
        List<T> items = new ArrayList<>();
        pages.forEachRemaining(items::addAll);
        return items;
    }

    static Item item(String externalId) {
        return Item.newBuilder().setExternalId(externalId).build();
    }

    @Override
    public void close() {
        cdf.close();
    }
}
