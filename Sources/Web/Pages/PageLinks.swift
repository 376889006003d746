import Ecosystem
import Reporting

/// Addresses of records, paragraphs and tables within a package's pages.
struct PageLinks: LinkResolver {
    /// The served package's id.
    let package: String
    /// The run whose tables can be downloaded; `nil` on pages that are no answers.
    let run: String?
    let language: Language
    let site: Site
    /// Beginning of all addresses, and the content that tells what an id is: a page asks for some hundreds of them.
    private let root: String
    private let model: EcosystemModel?
    /// Where the tables of a page that is no answer can be downloaded; `nil` where they cannot.
    var files: String?
    /// What that page was asked, so that its files hold the same.
    var fileItems: [(String, String)] = []
    /// Which day maps over time show, and how another one is asked for; `nil` on pages that cannot be asked.
    var moment: Moment?

    init(
        package: String, run: String?, language: Language, site: Site, files: String? = nil,
        fileItems: [(String, String)] = []
    ) {
        self.package = package
        self.run = run
        self.language = language
        self.site = site
        self.files = files
        self.fileItems = fileItems
        root = "/r/\(WebAddress.encoded(package))"
        model = site.packages[package]?.model
    }

    /// The item `day` of a page that shows maps over time.
    struct Moment {
        let asked: Double?
        let action: String
        let items: [(String, String)]

        /// The page of a call; `items` are what else its address holds.
        init(_ call: Call, action: String, items: [(String, String)]) {
            asked = call.item(Call.dayItem).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
            self.action = action
            self.items = items
        }

        /// The page of a call as it was asked, but for the day.
        init(_ call: Call) {
            self.init(
                call, action: call.path,
                items: call.query.filter { $0.name != Call.dayItem }.map { ($0.name, $0.value) })
        }
    }

    func moment(of picture: String) -> MapMoment? {
        moment.map {
            MapMoment(name: Call.dayItem, asked: $0.asked, action: $0.action, items: $0.items)
        }
    }

    func address(of kind: RecordKind, id: String) -> String? {
        let folder = kind.folder ?? "records"
        return "\(root)/\(folder)/\(WebAddress.encoded(id))"
    }

    func address(ofRecord id: String) -> String? {
        guard let record = model?.record(id: id) else { return nil }
        return record.kind == .paragraph ? address(ofParagraph: id) : address(of: record.kind, id: id)
    }

    func address(ofParagraph id: String) -> String? {
        guard let paragraph = model?.record(id: id), paragraph.kind == .paragraph,
            let source = paragraph.text("source_id")
        else { return nil }
        return "\(root)/sources/\(WebAddress.encoded(source))#\(WebAddress.encoded(id))"
    }

    func address(ofTerm term: String) -> String? { "\(root)/terms#\(term)" }

    func download(table id: String, as format: ReportFormat) -> String? {
        guard format == .csv || format == .xlsx || format == .json,
            let base = run.map({ "\(root)/runs/\($0)" }) ?? files
        else { return nil }
        return WebAddress.path(
            "\(base)/tables/\(WebAddress.encoded(id))",
            query: (run == nil ? fileItems : []) + [("format", format.rawValue), ("lang", language.rawValue)])
    }

    func download(picture id: String, as format: PictureFormat) -> String? {
        guard let base = run.map({ "\(root)/runs/\($0)" }) ?? files else { return nil }
        return WebAddress.path(
            "\(base)/tables/\(WebAddress.encoded(id))",
            query: (run == nil ? fileItems : []) + [("format", format.rawValue), ("lang", language.rawValue)])
    }

    func placeClass(ofRegion id: String) -> String? {
        guard let model else { return nil }
        var region = model.record(id: id)
        for _ in 0..<16 {
            guard let current = region else { return nil }
            if let index = model.identity.places.firstIndex(of: RegionID(current.id)) {
                return index < 6 ? "p\(index + 1)" : nil
            }
            region = current.target("parent_id")
        }
        return nil
    }
}
