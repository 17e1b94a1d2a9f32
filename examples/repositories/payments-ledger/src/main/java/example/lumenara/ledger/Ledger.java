package example.lumenara.ledger;

import io.github.resilience4j.retry.annotation.Retry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
public class Ledger {
    private final JdbcClient jdbc;

    public Ledger(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("ledger_balance_cents", this, Ledger::sumOfAllLines).register(meters);
    }

    /** Posting the same key again changes nothing. */
    @Retry(name = "serialization")
    @Transactional(isolation = Isolation.SERIALIZABLE)
    public void post(Posting posting, String actor) {
        int written = jdbc.sql("INSERT INTO postings (key) VALUES (?) ON CONFLICT DO NOTHING")
            .param(posting.key()).update();
        if (written == 0) {
            return;
        }
        line(posting.key(), posting.debit(), -posting.cents());
        line(posting.key(), posting.credit(), posting.cents());
        jdbc.sql("INSERT INTO audit_log (actor, action, subject) VALUES (?, 'posting.booked', ?)")
            .params(actor, posting.key()).update();
    }

    public long balance(String account) {
        return jdbc.sql("SELECT coalesce(sum(cents), 0) FROM lines WHERE account = ?")
            .param(account).query(Long.class).single();
    }

    private double sumOfAllLines() {
        return jdbc.sql("SELECT coalesce(sum(cents), 0) FROM lines").query(Long.class).single();
    }

    private void line(String key, String account, long cents) {
        jdbc.sql("INSERT INTO lines (posting, account, cents) VALUES (?, ?, ?)")
            .params(key, account, cents).update();
    }
}
