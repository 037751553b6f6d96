package tutti.model;

public record PlantedLog(int value) {
    public void tell() {
        System.out.println(value);
    }
}
