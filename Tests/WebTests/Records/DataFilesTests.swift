import DataPackages
import Ecosystem
import HTTPTypes
import Reporting
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `The data as files` {
    private let visitor = TestSites.visitor.fresh()
    private let root = "/r/\(TestSites.region)"

    @Test(arguments: PackageFiles.formats)
    func `all of a package comes in every format, the same each time`(format: ExportFormat) async throws {
        let reply = try await visitor.get("\(root)/download/\(format.rawValue)")
        #expect(reply.status == 200 && reply.type == format.mediaType)
        #expect(reply.headers[.contentDisposition]?.contains("\(TestSites.region)-") == true)
        let model = try #require(TestSites.shipped.first { $0.id == TestSites.region }).model
        #expect(reply.bytes == (try PackageExport.bytes(model, as: format)))
        let again = try await visitor.get(
            "/api/v1/packages/\(TestSites.region)/export?format=\(format.rawValue)")
        #expect(again.bytes == reply.bytes)
    }

    @Test(arguments: ["package", "exe", "..%2f..%2fetc%2fpasswd", "csv%00", "%2e%2e"])
    func `no other format, and no path, is one`(format: String) async throws {
        let reply = try await visitor.get("\(root)/download/\(format)")
        #expect([400, 404].contains(reply.status))
        #expect(PageReading(reply.text).problems == [])
    }

    @Test func `a list is a file of every row that its filter leaves`() async throws {
        let model = try #require(TestSites.shipped.first { $0.id == TestSites.region }).model
        let all = try await visitor.get("\(root)/lists/organization/tables/organizations?format=json").json
        let rows = all["blocks"]?[0]?["rows"]?.list ?? []
        #expect(rows.count == model.count(of: .organization) && rows.count > RecordListPage.pageSize)
        let some = try await visitor.get(
            "\(root)/lists/organization/tables/organizations?format=json&kind=oem"
        ).json
        let oems = model.records(of: .organization).count { $0.text("kind") == "oem" }
        #expect(some["blocks"]?[0]?["rows"]?.list.count == oems)
        #expect(try await visitor.get("\(root)/lists/car/tables/cars").status == 404)
        let path = "\(root)/lists/organization/tables/organizations"
        #expect(try await visitor.get("\(path)?format=pdf").status == 422)
    }

    @Test(arguments: [
        "map/tables/regions", "map/tables/layer-port", "quality/tables/corrections", "quality/tables/gaps",
        "records/s000/tables/paragraphs", "beside/tables/records?with=six-clusters",
        "changes/tables/records?against=six-clusters",
    ])
    func `tables of pages are CSV, workbooks and JSON`(path: String) async throws {
        for format in [ReportFormat.csv, .xlsx, .json] {
            let mark = path.contains("?") ? "&" : "?"
            let reply = try await visitor.get("\(root)/\(path)\(mark)format=\(format.rawValue)")
            #expect(reply.status == 200, "\(path) \(format)")
            #expect(reply.type == format.mediaType)
        }
    }

    @Test func `a table that a page does not have is not found`() async throws {
        for path in ["map", "quality", "beside", "records/s000", "changes"] {
            #expect(try await visitor.get("\(root)/\(path)/tables/none").status == 404, "\(path)")
        }
    }

    @Test func `what the curators write of changes is shown as text`() async throws {
        let reply = try await visitor.get("\(root)/changes?lang=en")
        let chinese = try await visitor.get("\(root)/changes?lang=zh")
        #expect(chinese.text.contains("与原始数据表的差别") && !chinese.text.contains("What differs from"))
        let page = PageReading(reply.text)
        #expect(reply.status == 200 && page.problems == [])
        #expect(reply.text.contains("1.1.0 → 1.2.0") && page.tags.contains { $0.name == "code" })
        let against = try await visitor.get("\(root)/changes?against=six-clusters&page=2&lang=en")
        #expect(against.status == 200 && PageReading(against.text).problems == [])
        #expect(try await visitor.get("\(root)/changes?against=six-clusters&page=99999").status == 404)
        #expect(try await visitor.get("\(root)/changes?against=none").status == 404)
    }

    @Test(arguments: [
        ("# A <b>\n\ntext `x|y` <i>\n", ["h2", "p", "code"]),
        ("| a | b |\n|---|---|\n| `c|d` | <script>alert(1)</script> |\n", ["table", "code"]),
        ("- one\n  more\n- two `unclosed\n", ["ul", "li"]), ("|\n||\n#\n-\n- \n```\n", []),
    ])
    func `a change log cannot become markup of its own`(text: String, tags: [String]) {
        let markup = PlainMarkdown.markup(of: text).source
        let page = PageReading(markup)
        #expect(page.faults == [])
        let names = Set(page.tags.map(\.name))
        #expect(Set(tags).isSubset(of: names))
        #expect(names.isDisjoint(with: ["script", "b", "i", "img", "a"]))
    }

    @Test func `two packages stand side by side`() async throws {
        let reply = try await visitor.get("\(root)/beside?lang=en")
        let page = PageReading(reply.text)
        #expect(reply.status == 200 && page.problems == [])
        #expect(page.tags.contains { $0.attributes["id"] == "t-figures-chain" })
        #expect(try await visitor.get("\(root)/beside?with=none").status == 404)
    }
}
