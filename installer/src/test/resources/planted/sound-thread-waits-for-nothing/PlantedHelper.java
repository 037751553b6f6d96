package tutti.client.audio;

final class PlantedHelper {
    private PlantedHelper() {}

    static synchronized void help(float[] into) {
        into[0] = 1;
    }
}
