import DataPackages
import Dispatch
import Ecosystem
import Logging
import Reporting
import Store
import Studies
import Synchronization

/// Companions of the listed packages, served under `ID+reconstructed`: made when one is first asked for, on a thread of their
/// own, and kept.
///
/// A companion is a pure function of its package's content, the default parameters with their seed, and the version.
final class CompanionShelf: Sendable {
    private enum Entry {
        case ready(ServedPackage, MapOutline?)
        case refused(StudyProblem)
    }

    private let listed: [String: ServedPackage]
    private let outlines: @Sendable (String, EcosystemModel) -> MapOutline?
    private let making = DispatchQueue(label: "companions", qos: .utility)
    private let entries = Mutex<[String: Entry]>([:])
    private let possible: Set<String>

    /// The shelf beside some packages; nothing is made yet.
    init(
        listed: [String: ServedPackage], outlines: @escaping @Sendable (String, EcosystemModel) -> MapOutline?
    ) {
        self.listed = listed
        self.outlines = outlines
        possible = Set(
            listed.values.filter { package in
                package.supplied[.network] == nil && CompanionPackage.isPossible(for: package.model)
            }.map(\.id))
    }

    /// The id of the companion of a package; `nil` where it has none.
    func id(beside package: ServedPackage) -> String? {
        possible.contains(package.id) ? package.id + CompanionPackage.suffix : nil
    }

    /// The package whose companion has this id; `nil` for ids of none.
    func stated(of id: String) -> ServedPackage? {
        guard id.hasSuffix(CompanionPackage.suffix) else { return nil }
        let stated = String(id.dropLast(CompanionPackage.suffix.count))
        return possible.contains(stated) ? listed[stated] : nil
    }

    /// The companion of an id, where it was prepared for this request.
    func package(_ id: String) -> ServedPackage? {
        entries.withLock { if case .ready(let package, _)? = $0[id] { package } else { nil } }
    }

    /// The outline of its map.
    func outline(_ id: String) -> MapOutline? {
        entries.withLock { if case .ready(_, let outline)? = $0[id] { outline } else { nil } }
    }

    /// Why there is no companion under an id of one; `nil` for other ids.
    func problem(_ id: String) -> StudyProblem? {
        entries.withLock { if case .refused(let problem)? = $0[id] { problem } else { nil } }
    }

    /// Makes the companion of an id where it is not there yet; does nothing for other ids.
    func prepare(_ id: String) async {
        guard let stated = stated(of: id), entries.withLock({ $0[id] == nil }) else { return }
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            making.async {
                self.make(id, of: stated)
                done.resume()
            }
        }
    }

    private func make(_ id: String, of stated: ServedPackage) {
        // Somebody else may have asked for it meanwhile.
        guard entries.withLock({ $0[id] == nil }) else { return }
        let entry: Entry
        do {
            let companion = try CompanionPackage(of: stated.model)
            let network = LoadedComputingInput(input: .network(companion.network))
            let package = ServedPackage(
                id: id, model: companion.model, findings: [], supplied: [.network: network], stated: stated.id
            )
            SearchIndexes.shared.prepare(companion.model)
            entry = .ready(package, outlines(stated.id, companion.model))
        } catch let problem as StudyProblem {
            entry = .refused(problem)
        } catch {
            entry = .refused(
                StudyProblem(
                    Localized("the companion could not be made: \(error)", "无法生成重建数据包：\(error)")))
        }
        entries.withLock { $0[id] = entry }
    }
}
