package tutti.edit;

final class LegalFailure {
    RuntimeException failure(java.io.IOException cause) {
        return new java.io.UncheckedIOException(cause);
    }
}
