package tutti.client.audio;

public final class PlantedPrint implements Voice {
    @Override
    public void sound(float[] into) {
        System.out.println(into.length);
    }
}
