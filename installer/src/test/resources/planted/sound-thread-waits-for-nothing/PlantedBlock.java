package tutti.client.audio;

public final class PlantedBlock implements Voice {
    @Override
    public void sound(float[] into) {
        synchronized (into) {
            into[0] = 1;
        }
    }
}
