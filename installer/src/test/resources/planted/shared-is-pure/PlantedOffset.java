package tutti.edit;

final class PlantedOffset {
    int hour() {
        return java.time.OffsetDateTime.now().getHour();
    }
}
