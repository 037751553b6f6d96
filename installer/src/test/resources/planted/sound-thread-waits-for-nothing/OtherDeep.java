package tutti.client.audio;

public final class OtherDeep implements Voice {
    @Override
    public void sound(float[] into) {
        PlantedHelper.help(into);
    }
}
