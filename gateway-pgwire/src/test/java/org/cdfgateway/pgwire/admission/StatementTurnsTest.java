package org.cdfgateway.pgwire.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTurnsTest {
    private final StatementTurns turns = new StatementTurns(2);
    private final List<String> granted = new ArrayList<>();
    private final List<Permit> permits = new ArrayList<>();

    @Test
    void givesEachUserSoMany() {
        assertThat(turns.acquire("alice")).isPresent();
        assertThat(turns.acquire("alice")).isPresent();

        assertThat(turns.acquire("alice")).isEmpty();
        assertThat(turns.acquire("bob")).isPresent();
    }

    @Test
    void handsTurnsOnInTheirOrder() {
        Permit first = turns.acquire("alice").orElseThrow();
        Permit second = turns.acquire("alice").orElseThrow();
        await("third");
        await("fourth");
        assertThat(granted).isEmpty();

        first.close();
        assertThat(granted).containsExactly("third");
        second.close();
        assertThat(granted).containsExactly("third", "fourth");
        assertThat(turns.acquire("alice")).isEmpty();
    }

    @Test
    void passesOverWhoHasGivenUp() {
        Permit first = turns.acquire("alice").orElseThrow();
        turns.acquire("alice");
        StatementTurns.Turn impatient = await("impatient");
        await("patient");

        impatient.giveUp();
        first.close();

        assertThat(granted).containsExactly("patient");
    }

    @Test
    void grantsAtOnceWhatHasBecomeFree() {
        await("first");

        assertThat(granted).containsExactly("first");
    }

    @Test
    void remembersNobodyWhoIsDone() {
        permits.add(turns.acquire("alice").orElseThrow());
        permits.add(turns.acquire("alice").orElseThrow());
        await("third");
        for (int i = 0; i < permits.size(); i++) {
            permits.get(i).close();
            permits.get(i).close();
        }

        assertThat(turns.users()).isZero();
    }

    private StatementTurns.Turn await(String name) {
        return turns.await("alice", permit -> {
            granted.add(name);
            permits.add(permit);
        });
    }
}
