package tutti.client.audio;

public final class PlantedAllocation implements Voice {
    @Override
    public void sound(float[] into) {
        into[0] = new StringBuilder("a").length();
    }
}
