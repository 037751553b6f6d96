package tutti.edit;

final class PlantedRandomAccess {
    long length() throws java.io.IOException {
        return new java.io.RandomAccessFile("x", "r").length();
    }
}
