package tutti.client.ui.mixer;

public record PlantedMixer(tutti.client.ui.window.OtherWindow upwards) {}
