import Ecosystem
public import Foundation
import Reporting
public import Store
public import Studies

/// Everything that pages and the API answer from: the served packages, the run queue, the store.
///
/// The clock is given, so that tests decide the time.
public final class Site: Sendable {
    /// Packages by id.
    let packages: [String: ServedPackage]
    /// Ids in the order in which they were given; the first one is the home.
    let order: [String]
    let queue: RunQueue
    let store: Store?
    let tokens: FormToken
    let now: @Sendable () -> Date

    /// The program's version, shown in the foot and in the API description.
    public static let version = "0.1.0"

    /// A site.
    ///
    /// - Parameters:
    ///   - packages: at least one; the first one is the home. Of two with one id the first is served.
    ///   - store: where runs are kept; `nil` keeps them in memory.
    ///   - queue: runs studies; made with the store as its archive where it is `nil`.
    ///   - now: the clock.
    public init(
        packages: [ServedPackage], store: Store? = nil, queue: RunQueue? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.packages = Dictionary(packages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        order = packages.map(\.id).filter { seen.insert($0).inserted }
        self.store = store
        self.queue = queue ?? RunQueue(archive: store)
        tokens = FormToken()
        self.now = now
    }

    /// The package of a call, from the path's `{package}`.
    func package(_ call: Call) throws(WebProblem) -> ServedPackage {
        let id = call.variables["package"] ?? ""
        guard let package = packages[id] else {
            let known = order.joined(separator: ", ")
            throw .notFound(
                Localized(
                    "No data package is called “\(id)”; served are \(known).", "没有名为“\(id)”的数据包；现有：\(known)。")
            )
        }
        return package
    }

    /// The home package's id.
    var home: String { order.first ?? "" }
}
