package tutti.client.audio;

public interface Voice {
    void sound(float[] into);
}
