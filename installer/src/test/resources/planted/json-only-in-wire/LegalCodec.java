package tutti.wire;

public record LegalCodec(tools.jackson.core.JsonToken token) {}
