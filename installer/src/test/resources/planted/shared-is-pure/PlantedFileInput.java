package tutti.edit;

final class PlantedFileInput {
    int first() throws java.io.IOException {
        return new java.io.FileInputStream("x").read();
    }
}
