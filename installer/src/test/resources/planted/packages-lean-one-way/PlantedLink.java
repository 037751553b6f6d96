package tutti.client.net;

public record PlantedLink(tutti.wire.OtherWire codec) {}
