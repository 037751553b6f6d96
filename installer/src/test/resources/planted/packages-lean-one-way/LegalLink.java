package tutti.client.net;

public record LegalLink(tutti.client.state.OtherState loop) {}
