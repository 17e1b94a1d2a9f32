package example.lumenara.billing;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.ServletContextHandler;

public class Main {
    public static void main(String[] args) throws Exception {
        Server server = new Server(8080);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(InvoiceServlet.class, "/invoices/*");
        server.setHandler(context);
        server.start();
        System.out.println("billing started");
        server.join();
    }
}
