package tutti.client.ui.history;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import tutti.client.ui.Past.Deed;

/** A list of deeds, newest first, that changes only where they do: what stands under the hand stays there. */
record DeedList(ListView<Deed> list) {
    void show(List<Deed> deeds) {
        VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        if (top == null
                || top.getIndex() <= 0
                || top.getIndex() >= list.getItems().size()) {
            merge(deeds);
            return;
        }
        Deed anchor = list.getItems().get(top.getIndex());
        double above = top.getLayoutY();
        merge(deeds);
        int now = index(anchor);
        if (now >= 0 && now != top.getIndex()) {
            list.layout();
            flow.scrollToTop(now);
            flow.scrollPixels(-above);
        }
    }

    /** Where it stands, or −1. */
    int index(Deed deed) {
        List<Deed> all = list.getItems();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).same(deed)) {
                return i;
            }
        }
        return -1;
    }

    /** Both are sorted, newest first. */
    private void merge(List<Deed> deeds) {
        ObservableList<Deed> items = list.getItems();
        List<Deed> fresh = new ArrayList<>();
        int at = 0;
        for (Deed deed : deeds) {
            boolean known = at < items.size() && items.get(at).same(deed);
            if (!known && at < items.size() && items.get(at).seq() > deed.seq()) {
                at = put(at, fresh);
                known = drop(at, deed);
            }
            if (known) {
                at = put(at, fresh);
                if (!items.get(at).equals(deed)) {
                    items.set(at, deed);
                }
                at++;
            } else {
                fresh.add(deed);
            }
        }
        at = put(at, fresh);
        items.remove(at, items.size());
    }

    private int put(int at, List<Deed> fresh) {
        int next = at + fresh.size();
        list.getItems().addAll(at, fresh);
        fresh.clear();
        return next;
    }

    /** Removes what is not there any more and was newer; whether {@code deed} itself stands there then. */
    private boolean drop(int at, Deed deed) {
        ObservableList<Deed> items = list.getItems();
        int end = at;
        while (end < items.size()
                && items.get(end).seq() > deed.seq()
                && !items.get(end).same(deed)) {
            end++;
        }
        items.remove(at, end);
        return at < items.size() && items.get(at).same(deed);
    }
}
