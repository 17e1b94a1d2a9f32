package example.lumenara.sso;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SsoBridgeApplication {
    public static void main(String[] args) {
        SpringApplication.run(SsoBridgeApplication.class, args);
    }
}
