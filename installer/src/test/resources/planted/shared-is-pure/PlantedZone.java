package tutti.edit;

final class PlantedZone {
    String zone() {
        return java.time.ZoneId.systemDefault().getId();
    }
}
