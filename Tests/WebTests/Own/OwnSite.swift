import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store
import Studies
import Testing

@testable import Web

/// A site that keeps own packages in a folder of its own, and a visitor of it.
final class OwnSite: Sendable {
    let folder: String
    let store: Store
    let site: Site
    let visitor: Visitor

    init(
        studies: [any Study] = [ProbeStudy()], packages: [ServedPackage]? = nil, client: String = "local",
        limits change: (inout ServiceLimits) -> Void = { _ in }
    ) throws {
        folder =
            FileManager.default.temporaryDirectory.appendingPathComponent("own-\(UUID().uuidString)").path
        store = try Store(folder: folder)
        var limits = TestSites.patient
        change(&limits)
        site = Site(
            packages: packages ?? [ServedPackage(model: SmallPackage.model())], studies: studies,
            store: store,
            limits: limits)
        visitor = Visitor(site, client: client)
    }

    deinit {
        site.queue.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    static let organizations = Array(
        "中文名称,英文名称,类型,所在地,依据\n乙公司,Yi,supplier,甲地,申报\n丙公司,Bing,supplier,火星,申报\n".utf8)
    static let clean = Array("中文名称,英文名称,类型,所在地,依据\n乙公司,Yi,supplier,甲地,申报\n".utf8)

    /// The token of the first form of a page.
    func token(_ path: String) async throws -> String {
        let page = try await visitor.get(path)
        let field = PageReading(page.text).tags.first {
            $0.name == "input" && $0.attributes["name"] == "token"
        }
        return try #require(field?.attributes["value"], "\(path) \(page.status)")
    }

    /// Makes a package from the pages; returns its address `/r/own-…`.
    func make(
        start: String = "", title: String = "", file: (name: String, bytes: [UInt8])? = nil,
        as kind: String = "data"
    ) async throws -> String {
        let token = try await token("/r/small/own")
        let reply = try await visitor.post(
            "/r/small/own", form: ["token": token, "start": start, "title": title, "as": kind], file: file)
        #expect(reply.status == 303, "\(reply.text.prefix(300))")
        let place = try #require(reply.headers[.location])
        return String(try #require(place.split(separator: "#").first).dropLast(4))
    }

    /// The package as it is served now.
    func package(_ root: String) async throws -> ServedPackage {
        #expect(try await visitor.get("\(root)/data").status == 200)
        return try #require(site.packages[String(root.dropFirst(3))])
    }

    /// Sends a form of the package's page.
    func send(_ root: String, _ action: String, _ form: [String: String] = [:]) async throws -> Reply {
        let token = try await token("\(root)/own")
        return try await visitor.post(
            "\(root)/own/\(action)", form: form.merging(["token": token]) { first, _ in first })
    }

    /// Uploads a file to a package.
    func upload(_ root: String, _ file: (name: String, bytes: [UInt8]), as kind: String = "data") async throws
        -> Reply
    {
        let token = try await token("\(root)/own")
        return try await visitor.post("\(root)/own/file", form: ["token": token, "as": kind], file: file)
    }
}

/// A study that says what it was given.
struct TakingStudy: Study {
    struct Result: Codable, Sendable {
        var name: String
    }

    let kind: ComputingInput.Kind

    var description: StudyDescription {
        StudyDescription(
            id: "taking", version: "1", verb: .diagnose, title: Localized("Taking", "取数"),
            question: Localized("What is given?", "给了什么？"), methods: [Method(Localized("It looks.", "查看。"))],
            takes: [kind])
    }

    func result(on input: StudyInput) throws -> Result { Result(name: input.supplied?.name ?? "nothing") }

    func draft(of result: Result, on input: StudyInput) -> ReportDraft {
        ReportDraft(
            title: Localized("Taking", "取数"),
            answer: Localized("Given: \(result.name).", "所给：\(result.name)。"), blocks: [])
    }
}
