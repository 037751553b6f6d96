package tutti.server.kv;

import java.util.Optional;

/** How a KV debt was paid. Either way the file is surely there, and may be noted in the store. */
public sealed interface Paid {
    /**
     * The file was written.
     *
     * @param putAside name of the file that lay there and was not ours, if one did
     */
    record Written(Optional<String> putAside) implements Paid {}

    /** It was there already, with this very seq and chain: a crash came between rename and note. */
    record There() implements Paid {}
}
