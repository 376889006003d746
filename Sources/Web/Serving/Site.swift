import Ecosystem
public import Foundation
public import Logging
import Reporting
public import Store
public import Studies
import Synchronization

/// Everything that pages and the API answer from: the served packages, the studies, the run queue, the store.
///
/// The clock is given, so that tests decide the time.
public final class Site: Sendable {
    /// Packages by id: the listed ones, and visitors' own ones behind their private links.
    let packages: PackageShelf
    /// Visitors' own packages; `nil` where nothing is kept.
    let own: OwnData?
    /// Writes that clients sent lately.
    let writes: RateLimiter
    /// Files that are being received.
    let uploads = Mutex(0)
    /// Ids in the order in which they were given; the first one is the home.
    let order: [String]
    /// What can be asked, in the order of the navigation.
    let studies: [any Study]
    let queue: RunQueue
    let store: Store?
    let files: ReportFiles
    let packageFiles: PackageFiles
    let differences = PackageDifferences()
    /// What can stop in each package.
    let stress = StressShelf()
    /// What set-up installs for pages.
    let parts: WebParts
    /// Outlines by package, each division under its name in that package.
    let outlines: OutlineShelf
    let tokens: FormToken
    let limits: ServiceLimits
    let logger: Logger
    let now: @Sendable () -> Date

    /// The program's version, shown in the foot and in the API description.
    public static let version = "0.1.0"

    /// A site.
    ///
    /// - Parameters:
    ///   - packages: at least one; the first one is the home. Of two with one id the first is served.
    ///   - studies: what can be asked.
    ///   - store: where runs are kept; `nil` keeps them in memory.
    ///   - queue: runs studies; made with the store as its archive where it is `nil`.
    ///   - parts: the chart library and the outlines of maps.
    ///   - limits: how long the site waits and how much one client may ask.
    ///   - logger: told of every failure that readers are not told the reason of.
    ///   - now: the clock.
    public init(
        packages: [ServedPackage], studies: [any Study] = StudyCatalogue.all, store: Store? = nil,
        queue: RunQueue? = nil, parts: WebParts = .located(), limits: ServiceLimits = ServiceLimits(),
        logger: Logger = Logger(label: "jingwei"), now: @escaping @Sendable () -> Date = { Date() }
    ) {
        let listed = Dictionary(packages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        own = store.map { store in
            OwnData(store: store, listed: listed, limits: limits.own, logger: logger) { id, model in
                parts.outlines[id]?.named(by: model)
            }
        }
        let companions = CompanionShelf(listed: listed) { id, model in parts.outlines[id]?.named(by: model) }
        self.packages = PackageShelf(listed: listed, companions: companions, own: own)
        writes = RateLimiter(burst: limits.writeBurst, perSecond: limits.writesPerSecond)
        var seen: Set<String> = []
        order = packages.map(\.id).filter { seen.insert($0).inserted }
        self.studies = studies
        self.store = store
        self.queue =
            queue
            ?? RunQueue(archive: store) { question, error in
                logger.error("study \(question.study) on \(question.package) failed: \(error)")
            }
        files = ReportFiles(waitingLimit: limits.waitingFiles, logger: logger)
        packageFiles = PackageFiles(waitingLimit: limits.waitingFiles, logger: logger)
        self.parts = parts
        outlines = OutlineShelf(
            listed: Dictionary(
                packages.compactMap { package in
                    parts.outlines[package.id].map { (package.id, $0.named(by: package.model)) }
                }, uniquingKeysWith: { first, _ in first }), companions: companions, own: own)
        for complaint in parts.complaints { logger.warning("\(complaint.en)") }
        tokens = FormToken()
        self.limits = limits
        self.logger = logger
        self.now = now
        for package in packages { SearchIndexes.shared.prepare(package.model) }
    }

    /// The home package's id.
    var home: String { order.first ?? "" }

    /// The package of a call, from the path's `{package}`.
    func package(_ call: Call) throws(WebProblem) -> ServedPackage {
        let id = call.variables["package"] ?? ""
        guard let package = packages[id] else {
            if let problem = packages.companions.problem(id) { throw WebProblem(problem) }
            let known = order.joined(separator: ", ")
            throw .notFound(
                Localized(
                    "No data package is called “\(id)”; served are \(known).", "没有名为“\(id)”的数据包；现有：\(known)。")
            )
        }
        return package
    }

    /// The study with an id.
    func study(id: String) -> (any Study)? { studies.first { $0.id == id } }

    /// The study of a call, from the path's `{study}`.
    func study(_ call: Call) throws(WebProblem) -> any Study {
        let id = call.variables["study"] ?? ""
        guard let study = study(id: id) else {
            let known = studies.map(\.id).joined(separator: ", ")
            throw .notFound(
                Localized("There is no study “\(id)”; studies are \(known).", "没有研究“\(id)”；现有研究：\(known)。"))
        }
        return study
    }
}
