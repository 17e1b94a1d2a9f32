package example.lumenara.ledger;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class LedgerController {
    private final Ledger ledger;

    public LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @PostMapping("/postings")
    @ResponseStatus(HttpStatus.CREATED)
    public void post(@RequestBody Posting posting, @RequestHeader("x-user") String actor) {
        ledger.post(posting, actor);
    }

    @GetMapping("/accounts/{id}/balance")
    public Map<String, Long> balance(@PathVariable String id) {
        return Map.of("cents", ledger.balance(id));
    }
}
