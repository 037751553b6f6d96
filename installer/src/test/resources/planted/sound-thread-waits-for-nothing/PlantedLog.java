package tutti.client.audio;

public final class PlantedLog implements Voice {
    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger("voice");

    @Override
    public void sound(float[] into) {
        LOG.info("a voice");
    }
}
