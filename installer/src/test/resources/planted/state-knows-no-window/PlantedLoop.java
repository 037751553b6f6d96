package tutti.client.state;

public record PlantedLoop(javafx.beans.property.IntegerProperty binding) {}
