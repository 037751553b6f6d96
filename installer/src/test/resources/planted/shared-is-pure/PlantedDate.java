package tutti.edit;

final class PlantedDate {
    long now() {
        return new java.util.Date().getTime();
    }
}
