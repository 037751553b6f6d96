package tutti.client.audio;

public final class PlantedArray implements Voice {
    @Override
    public void sound(float[] into) {
        into[0] = new float[] {1, 2}[1];
    }
}
