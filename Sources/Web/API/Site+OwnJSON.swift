import DataPackages
import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store

extension Site {
    /// An own package as data.
    static func json(_ entry: OwnEntry) -> JSONValue {
        let package = entry.package
        let id = OwnAddress.id(package.token)
        return .object([
            "id": .string(id), "handle": .string(package.handle),
            "title": both(entry.served.model.identity.title), "start": .string(package.start),
            "page": .string("/r/\(id)"), "api": .string("/api/v1/packages/\(id)"),
            "records": .integer(entry.served.model.recordCount),
            "fingerprint": .string(entry.served.model.fingerprint), "version": .integer(package.current),
            "versions": .array(
                package.versions.map { version in
                    .object([
                        "number": .integer(version.number), "time": .string(time(version.madeAt)),
                        "file": .string(version.what), "bytes": .integer(version.bytes),
                    ])
                }),
            "inputs": .array(
                entry.served.supplied.sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, loaded in
                    .object([
                        "kind": .string(kind.rawValue), "name": .string(loaded.input.name),
                        "fingerprint": .string(loaded.input.fingerprint),
                    ])
                }),
        ])
    }

    /// A change of an import as data.
    static func json(_ change: ImportPreview.Change) -> JSONValue {
        .object([
            "action": .string(change.action.rawValue), "table": .string(change.kind.table),
            "id": .string(change.id), "file": .string(change.file), "row": .integer(change.row),
            "fields": .array(
                change.fields.map { field in
                    .object([
                        "field": .string(field.field.rawValue), "old": .string(field.old),
                        "new": .string(field.new),
                    ])
                }),
        ])
    }

    /// A finding as data, as `listFindings` writes it.
    static func json(_ finding: Finding, _ language: Language) -> JSONValue {
        guard
            case .object(let members)? = try? JSONDecoder().decode(
                JSONValue.self, from: Data([finding].json(language).utf8)),
            case .array(let findings)? = members["findings"], let first = findings.first
        else { return .null }
        return first
    }

    private static func time(_ seconds: Double) -> String {
        Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
    }
}

/// The body of a request to make an own package.
struct OwnRequestBody {
    /// Its title; empty for one made here.
    let title: String
    /// Id of a served package to begin with; empty for none.
    let start: String

    /// Reads the body of a call.
    ///
    /// - Throws: ``WebProblem`` where it is no JSON or not of this form.
    init(_ call: Call) throws(WebProblem) {
        try RunRequestBody.checkType(of: call)
        guard case .object(let members)? = try? JSONDecoder().decode(JSONValue.self, from: Data(call.body))
        else { throw OwnRequestBody.problem("an object {title, start} is needed", "需要对象 {title, start}") }
        if let unknown = members.keys.filter({ $0 != "title" && $0 != "start" }).min() {
            throw OwnRequestBody.problem(
                "“\(unknown.prefix(80))” is none of title, start",
                "“\(unknown.prefix(80))”不在可用名称中：title, start")
        }
        func text(_ name: String, _ length: Int) throws(WebProblem) -> String {
            switch members[name] {
            case nil: return ""
            case .string(let text)? where text.unicodeScalars.count <= length && !text.contains("\0"):
                return text
            default:
                throw OwnRequestBody.problem(
                    "\(name): a text of at most \(length) characters is needed", "\(name)：需要至多 \(length) 字的文字"
                )
            }
        }
        title = try text("title", OwnData.titleLength)
        start = try text("start", 200)
    }

    private static func problem(_ en: String, _ zh: String) -> WebProblem {
        WebProblem(
            .badRequest, kind: "body", Localized("The body cannot be read", "无法读取请求内容"), Localized(en, zh))
    }
}
