import Synchronization

/// A fingerprint that is computed when it is first asked for and then kept, for a value and its copies.
///
/// All are equal, so that values which hold one are compared by what they say.
struct FingerprintMemo: Sendable, Equatable {
    private final class Kept: Sendable {
        let text = Mutex<String?>(nil)
    }

    private var kept = Kept()

    /// The fingerprint; whoever asks while it is being computed waits for it.
    func text(_ compute: () -> String) -> String {
        kept.text.withLock { text in
            if let text { return text }
            let computed = compute()
            text = computed
            return computed
        }
    }

    /// Forgets it, because the value has changed; copies keep theirs.
    mutating func forget() { kept = Kept() }

    static func == (left: FingerprintMemo, right: FingerprintMemo) -> Bool { true }
}
