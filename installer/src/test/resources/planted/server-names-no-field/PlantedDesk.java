package tutti.server.room;

public record PlantedDesk(tutti.edit.StepFields named) {}
