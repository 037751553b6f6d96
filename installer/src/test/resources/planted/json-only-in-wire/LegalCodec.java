package tutti.wire;

public record LegalCodec(tools.jackson.databind.JsonNode body) {}
