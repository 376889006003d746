import DataPackages
import Ecosystem
import Studies
import Synchronization

/// What can stop in each package, made once: pages of records ask for it too.
final class StressShelf: Sendable {
    private let known = Mutex<[String: StressChoices]>([:])
    /// Packages that are kept at most; own ones come and go.
    private static let limit = 32

    /// What can stop in a package, with its own numbers or without.
    func choices(of package: ServedPackage, _ supplied: ComputingInput?) -> StressChoices {
        let key =
            package.model.fingerprint
            + (supplied.map { " \($0.kind.rawValue) \($0.name) \($0.fingerprint)" } ?? "")
        if let found = known.withLock({ $0[key] }) { return found }
        let made = StressChoices(Disrupt().choices(on: package.model, supplied: supplied))
        known.withLock { known in
            if known.count >= StressShelf.limit { known.removeAll() }
            known[key] = made
        }
        return made
    }

    /// The question what happens if a record stops, as items of the stress page; `nil` where it cannot.
    func items(for record: Record, in package: ServedPackage) -> [(String, String)]? {
        let kinds: [DisruptChoice.Kind] =
            switch record.kind {
            case .region: [.region]
            case .segment: [.sector]
            case .organization: [.named, .firm]
            case .site: [.way]
            default: []
            }
        guard !kinds.isEmpty else { return nil }
        let choices = choices(of: package, package.supplied[.network]?.input)
        guard let choice = kinds.lazy.compactMap({ choices.choice($0, record.id) }).first else { return nil }
        return [("what", choice.value)] + (choice.imports.map { [("imports", $0)] } ?? [])
    }
}
