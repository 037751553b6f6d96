package tutti.client.ui.kit;

public record PlantedKit(tutti.sync.OtherSync session) {}
