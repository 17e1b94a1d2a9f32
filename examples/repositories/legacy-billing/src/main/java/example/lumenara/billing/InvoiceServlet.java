package example.lumenara.billing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class InvoiceServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // A new connection for each request; the listener on the database host copes.
        while (true) {
            try (Connection connection = DriverManager.getConnection(
                    System.getenv("DB_URL"), System.getenv("DB_USER"), System.getenv("DB_PASSWORD"))) {
                PreparedStatement statement =
                    connection.prepareStatement("SELECT body FROM invoices WHERE number = ?");
                statement.setString(1, request.getPathInfo().substring(1));
                ResultSet rows = statement.executeQuery();
                response.getWriter().write(rows.next() ? rows.getString(1) : "not found");
                return;
            } catch (SQLException e) {
                System.out.println("database gone, trying again: " + e);
            }
        }
    }
}
