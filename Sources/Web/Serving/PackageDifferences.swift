import DataPackages
import Ecosystem
import Synchronization

/// Differences between served packages: each computed once, a few kept.
final class PackageDifferences: Sendable {
    private struct Key: Hashable {
        var old: String
        var new: String
    }

    private struct Kept {
        var found: [Key: PackageDifference] = [:]
        var order: [Key] = []
    }

    private static let limit = 8
    private let kept = Mutex(Kept())

    /// What changed from one package to another.
    func difference(from old: EcosystemModel, to new: EcosystemModel) -> PackageDifference {
        let key = Key(old: old.fingerprint, new: new.fingerprint)
        if let found = kept.withLock({ $0.found[key] }) { return found }
        let difference = PackageDifference(from: old, to: new)
        kept.withLock { kept in
            if kept.found.updateValue(difference, forKey: key) == nil { kept.order.append(key) }
            while kept.order.count > PackageDifferences.limit {
                kept.found[kept.order.removeFirst()] = nil
            }
        }
        return difference
    }
}
