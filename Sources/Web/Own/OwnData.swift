import DataPackages
import Dispatch
import Ecosystem
import Foundation
import HTTPTypes
import Logging
import Reporting
import Store
import Synchronization

/// Visitors' own packages: read from the state folder when they are asked for, changed by imports, served like the others.
///
/// Reading and importing happen on threads of their own, one package at a time, so that no other page waits for them.
final class OwnData: Sendable {
    let store: Store
    let logger: Logger
    let limits: OwnLimits
    /// Packages that an own one can begin as a copy of.
    let listed: [String: ServedPackage]
    private let outlines: @Sendable (String, EcosystemModel) -> MapOutline?
    private let reading = DispatchQueue(label: "own packages: reading")
    let importing = DispatchQueue(label: "own packages: importing")
    private let waiting = Mutex(0)
    private let shelf = Mutex(Shelf())

    /// Packages kept in memory; the one asked longest ago goes first.
    private static let keptLimit = 16
    /// Drafts kept staged.
    private static let stagedLimit = 4
    /// Imports that may wait.
    private static let waitingLimit = 8

    private struct Shelf {
        var entries: [String: OwnEntry] = [:]
        /// Tokens, the one asked last at the end.
        var order: [String] = []
        var staged: [(key: String, draft: StagedDraft)] = []
    }

    init(
        store: Store, listed: [String: ServedPackage], limits: OwnLimits, logger: Logger,
        outlines: @escaping @Sendable (String, EcosystemModel) -> MapOutline?
    ) {
        self.store = store
        self.listed = listed
        self.limits = limits
        self.logger = logger
        self.outlines = outlines
    }

    // MARK: What is served

    /// The package of an id, where it was prepared for this request.
    func package(_ id: String) -> ServedPackage? { entry(id)?.served }

    /// The outline of its map.
    func outline(_ id: String) -> MapOutline? { entry(id)?.outline }

    /// What is known of an id, where it was prepared for this request.
    func entry(_ id: String) -> OwnEntry? {
        OwnAddress.token(of: id).flatMap { token in shelf.withLock { $0.entries[token] } }
    }

    /// Reads the package of an id where it is not in memory as it is now; does nothing for other ids.
    func prepare(_ id: String) async {
        guard let token = OwnAddress.token(of: id) else { return }
        guard let package = store.ownPackage(token: token) else { return forget(token) }
        let isPresent = shelf.withLock { shelf in
            guard shelf.entries[token]?.package == package else { return false }
            shelf.order.removeAll { $0 == token }
            shelf.order.append(token)
            return true
        }
        if isPresent { return }
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            reading.async {
                self.load(package)
                done.resume()
            }
        }
    }

    /// Forgets what is in memory of a package.
    func forget(_ token: String) {
        shelf.withLock { shelf in
            shelf.entries[token] = nil
            shelf.order.removeAll { $0 == token }
        }
    }

    private func load(_ package: OwnPackage) {
        // Somebody else may have asked for it meanwhile.
        if shelf.withLock({ $0.entries[package.token]?.package == package }) { return }
        do {
            let loaded = try PackageReader.read(
                folder: store.folder(ofOwn: package.handle, version: package.current))
            let inputs = store.inputs(of: package)
            let served = ServedPackage(
                id: OwnAddress.id(package.token), model: loaded.model, findings: loaded.findings,
                own: package, supplied: OwnData.read(inputs))
            let entry = OwnEntry(
                package: package, loaded: loaded, served: served,
                outline: outlines(package.start, loaded.model))
            SearchIndexes.shared.prepare(loaded.model)
            shelf.withLock { shelf in
                shelf.entries[package.token] = entry
                shelf.order.removeAll { $0 == package.token }
                shelf.order.append(package.token)
                while shelf.order.count > OwnData.keptLimit {
                    shelf.entries[shelf.order.removeFirst()] = nil
                }
            }
        } catch {
            logger.error("own package \(package.handle) cannot be read: \(error)")
            forget(package.token)
        }
    }

    /// Those that can be read, by kind. They were read when they were uploaded, so all can unless the program changed.
    private static func read(_ inputs: [String: (name: String, content: [UInt8])])
        -> [ComputingInput.Kind: LoadedComputingInput]
    {
        var read: [ComputingInput.Kind: LoadedComputingInput] = [:]
        for (name, file) in inputs {
            guard let kind = ComputingInput.Kind(rawValue: name) else { continue }
            read[kind] = try? ComputingInputReader.read(kind, uploaded: file.name, bytes: file.content)
        }
        return read
    }

    // MARK: Work that takes long

    /// Does work on the importing thread; further work is refused while too much waits.
    func work<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        let isTaken = waiting.withLock { waiting -> Bool in
            guard waiting < OwnData.waitingLimit else { return false }
            waiting += 1
            return true
        }
        guard isTaken else { throw WebProblem.busyImporting }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            importing.async { continuation.resume(with: Result { try body() }) }
        }
    }

    /// A staged draft that is in memory.
    func keptStaged(_ key: String) -> StagedDraft? {
        shelf.withLock { $0.staged.first { $0.key == key }?.draft }
    }

    func keep(_ draft: StagedDraft, _ key: String) {
        shelf.withLock { shelf in
            shelf.staged.removeAll { $0.key == key }
            shelf.staged.append((key, draft))
            if shelf.staged.count > OwnData.stagedLimit { shelf.staged.removeFirst() }
        }
    }
}

extension WebProblem {
    /// So many imports wait already.
    fileprivate static var busyImporting: WebProblem {
        var problem = WebProblem(
            .serviceUnavailable, kind: "busy", Localized("Not now", "暂时无法处理"),
            Localized("Many imports wait already; try again in a minute.", "已有多项导入在排队；请一分钟后再试。"))
        problem.headers[.retryAfter] = "60"
        return problem
    }

    /// What the store refused.
    init(_ error: StoreError) {
        switch error.kind {
        case .conflict:
            self.init(.conflict, kind: "changed", Localized("Changed meanwhile", "内容已变化"), error.message)
        case .limit:
            self.init(.conflict, kind: "limit", Localized("A limit is reached", "已达上限"), error.message)
        case .folder:
            self.init(
                .serviceUnavailable, kind: "store", Localized("It could not be kept", "未能保存"), error.message)
        }
    }
}
