import Ecosystem
import HTTPTypes
import Reporting

/// Pages of a package's records: lists, one page a record, and the tables of these pages as files.
struct PackagePages {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var model: EcosystemModel { package.model }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The page of a record under its own folder; `kind` is what the folder holds, `nil` for `records`, which sends
    /// readers of kinds with a folder there.
    func record(_ kind: RecordKind?) throws -> Answer {
        let record = try find(kind)
        if kind == nil, let moved = moved(record) {
            let query = call.query.map { ($0.name, $0.value) }
            return .redirect(to: PackagePages.address(moved, query: query), status: .movedPermanently)
        }
        return .page(view(of: record).html())
    }

    /// The record of the path; `kind` is the only kind that counts, `nil` for any.
    private func find(_ kind: RecordKind?) throws(WebProblem) -> Record {
        let id = call.variables["id"] ?? ""
        var record = model.record(id: id)
        // A document and its only paragraph may bear one id.
        if let kind, record?.kind != kind { record = model.records(of: kind, where: "id", is: id).first }
        guard let record, kind == nil || record.kind == kind else {
            let what = kind?.label ?? Localized("record", "记录")
            throw .notFound(Localized("No \(what.en) has the id “\(id)”.", "没有编号为“\(id)”的\(what.zh)。"))
        }
        return record
    }

    private func view(of record: Record) -> RecordView {
        let strength = record.kind == .segment ? SegmentStrength(of: record, site: site) : nil
        return RecordView(
            site: site, call: call, package: package, page: RecordPage(record, strength: strength))
    }

    /// The address of a record that has a better one than under `records`.
    private func moved(_ record: Record) -> String? {
        let links = PageLinks(package: package.id, run: nil, language: language, site: site)
        if record.kind == .paragraph { return links.address(ofParagraph: record.id) }
        return record.kind.folder == nil ? nil : links.address(of: record.kind, id: record.id)
    }

    /// An address with a query before its fragment.
    private static func address(_ path: String, query: [(String, String)]) -> String {
        let parts = path.split(separator: "#", maxSplits: 1)
        let address = WebAddress.path(parts.first.map(String.init) ?? path, query: query)
        return parts.count > 1 ? address + "#" + parts[1] : address
    }

    /// A list of the records of a kind; `nil` takes the kind from the query.
    func list(_ kind: RecordKind?) throws -> Answer {
        let text = call.item("type") ?? RecordKind.event.rawValue
        guard let listed = kind ?? RecordKind.listed.first(where: { $0.rawValue == text }) else {
            if let other = RecordKind.withFolder.first(where: { $0.rawValue == text }),
                let folder = other.folder
            {
                return .redirect(to: "\(root)/\(folder)")
            }
            let known = RecordKind.listed.map(\.rawValue).joined(separator: ", ")
            throw WebProblem.notFound(
                Localized(
                    "There is no list of “\(text)”; lists are \(known).", "没有“\(text)”的列表；现有列表：\(known)。"))
        }
        return .page(try RecordListPage(site: site, call: call, package: package, kind: listed).html())
    }

    /// A document: its paragraphs by section and topic, and the records that rest on each; never its text.
    func source() throws -> Answer {
        .page(SourcePage(view: view(of: try find(.source))).html())
    }

    /// One table of a record's page as a file.
    func table() async throws -> Answer {
        let record = try find(nil)
        let view = view(of: record)
        var blocks = view.page.blocks
        if record.kind == .source { blocks.append(.table(SourcePage(view: view).paragraphTable)) }
        return try await TableFiles(site: site, call: call, package: package).file(
            of: blocks, page: "record", title: record.heading, parameters: ["id": record.id])
    }

    /// A list of records of a kind as a file: all that the filter leaves, not only those of one page.
    func listFile() async throws -> Answer {
        let text = call.variables["kind"] ?? ""
        guard let kind = RecordKind(rawValue: text), kind.folder != nil || RecordKind.listed.contains(kind)
        else { throw WebProblem.notFound(Localized("There is no list of “\(text)”.", "没有“\(text)”的列表。")) }
        let list = RecordListPage(site: site, call: call, package: package, kind: kind)
        guard let table = list.wholeTable else {
            throw WebProblem.notFound(Localized("No record fits.", "没有符合条件的记录。"))
        }
        return try await TableFiles(site: site, call: call, package: package).file(
            of: [.table(table)], page: kind.rawValue, title: kind.plural.capitalized)
    }
}
