import Dispatch
public import Ecosystem
import Synchronization

/// Search indexes of the served packages, one a fingerprint, made off the threads that answer pages.
///
/// Sites of one process share them, because an index depends on its model alone. The ones used longest ago go first.
public final class SearchIndexes: Sendable {
    private enum Entry {
        case making
        case ready(SearchIndex)
        case failed(StoreError)
    }

    private struct State {
        var entries: [String: Entry] = [:]
        /// Fingerprints, the one used last at the end.
        var order: [String] = []
    }

    /// One for the process.
    public static let shared = SearchIndexes()

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "search indexes", qos: .utility)
    private let limit: Int

    /// Indexes, at most `limit` at a time.
    public init(limit: Int = 16) { self.limit = max(1, limit) }

    /// Begins to make the index of a model, where there is none, and returns at once.
    public func prepare(_ model: EcosystemModel) { _ = entry(for: model) }

    /// The index of a model; `nil` where it is not ready within a time.
    ///
    /// - Throws: ``StoreError`` where it cannot be made.
    public func index(of model: EcosystemModel, within patience: Duration) async throws(StoreError)
        -> SearchIndex?
    {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: patience)
        while true {
            switch entry(for: model) {
            case .ready(let index): return index
            case .failed(let error): throw error
            case .making:
                if clock.now >= end || Task.isCancelled { return nil }
                try? await Task.sleep(for: .milliseconds(5))
            }
        }
    }

    private func entry(for model: EcosystemModel) -> Entry {
        let print = model.fingerprint
        let (entry, isNew) = state.withLock { state -> (Entry, Bool) in
            state.order.removeAll { $0 == print }
            state.order.append(print)
            if let entry = state.entries[print] { return (entry, false) }
            state.entries[print] = .making
            while state.order.count > limit { state.entries[state.order.removeFirst()] = nil }
            return (.making, true)
        }
        if isNew {
            queue.async {
                let made: Entry
                do throws(StoreError) {
                    made = .ready(try SearchIndex(model))
                } catch {
                    made = .failed(error)
                }
                self.state.withLock { state in
                    if state.entries[print] != nil { state.entries[print] = made }
                }
            }
        }
        return entry
    }
}
