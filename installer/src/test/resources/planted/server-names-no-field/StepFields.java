package tutti.edit;

public record StepFields(int on) {}
