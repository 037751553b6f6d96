package tutti.client.ui.grid;

public record OtherGrid(javafx.beans.property.IntegerProperty binding) {}
