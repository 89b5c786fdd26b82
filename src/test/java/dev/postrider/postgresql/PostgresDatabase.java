package dev.postrider.postgresql;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of a {@link PostgresServer}, and the role that owns it and has no other rights. */
public record PostgresDatabase(String url, String role, String password) {

    /** What the program connects with, by Spring property name. */
    public Map<String, String> settings() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", role,
                "spring.datasource.password", password);
    }

    /** Opens a connection for each use. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url, role, password);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }
}
