package example.lumenara.ledger;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PostingTest {
    @Test
    void needsTwoAccounts() {
        assertThrows(IllegalArgumentException.class, () -> new Posting("k", "a", "a", 100));
    }

    @Test
    void refusesNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Posting("k", "a", "b", 0));
    }
}
