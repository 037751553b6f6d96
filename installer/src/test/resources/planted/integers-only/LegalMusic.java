package tutti.music;

public record LegalMusic(double value) {}
