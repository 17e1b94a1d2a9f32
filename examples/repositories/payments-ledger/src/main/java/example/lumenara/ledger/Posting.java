package example.lumenara.ledger;

/** Moves an amount from one account to another; both lines are written or none. */
public record Posting(String key, String debit, String credit, long cents) {
    public Posting {
        if (cents <= 0) {
            throw new IllegalArgumentException("An amount is more than zero");
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("A posting needs two accounts");
        }
    }
}
