package tutti.edit;

final class PlantedFileReader {
    int first() throws java.io.IOException {
        return new java.io.FileReader("x").read();
    }
}
