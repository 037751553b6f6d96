package tutti.server.store;

public record LegalStore(java.sql.Connection database) {}
