package tutti.server.room;

public record LegalDesk(tutti.edit.Fields table) {}
