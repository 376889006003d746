import DataPackages
import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store

extension Site {
    /// Bytes that a request to make an own package may have.
    static let ownRequestLimit = 4 << 10

    /// Operations on visitors' own packages; the id that `createOwnPackage` answers with is the private link.
    var ownOperations: [Endpoint] {
        let own = Endpoint.Input.path(
            "own", "Id of an own package: its private link.", pattern: OwnAddress.pattern)
        let foreign = Endpoint.Response.problem(
            403, "A browser sent the request from a page of another site.")
        let full = Endpoint.Response.problem(
            503, "Nothing is kept here, or too much waits.", headers: ["Retry-After": "Seconds to wait."])
        let refused: [Endpoint.Response] = [
            .problem(409, "A limit is reached, or the package was changed meanwhile."),
            .problem(413, "The body is too large."), .problem(415, "The body is of another media type."),
        ]
        return [
            .api(
                "/api/v1/own", "createOwnPackage",
                "Makes a data package of one's own, empty or as a copy of a served one. It is seen only by those who have "
                    + "its id, and is served like the others under /api/v1/packages.",
                method: .post, body: ("OwnRequest", Site.ownRequestLimit), isMetered: true,
                responses: [
                    .json(
                        201, "The package.", "OwnPackage", headers: ["Location": "Its address."],
                        links: Site.ownLinks), foreign, full,
                    .problem(422, "There is no such package to begin with."),
                ] + refused
            ) { call in try await self.createOwn(call) },
            .api(
                "/api/v1/own/{own}", "getOwnPackage", "An own package with its versions and inputs.",
                inputs: [own], responses: [.json(200, "The package.", "OwnPackage")]
            ) { call in .json(Site.json(try self.ownEntry(call).1).text()) },
            .api(
                "/api/v1/own/{own}", "deleteOwnPackage",
                "Deletes an own package with its versions, runs and scenarios.", method: .delete,
                inputs: [own],
                isMetered: true,
                responses: [Endpoint.Response(status: 204, summary: "It is gone.", contents: []), foreign]
            ) { call in
                let (data, entry) = try self.ownEntry(call)
                _ = try data.store.deleteOwnPackage(entry.package)
                data.forget(entry.package.token)
                return Answer(.noContent, mediaType: "application/json", body: .bytes([]))
            },
            .api(
                "/api/v1/own/{own}/imports", "importTables",
                "Reads a CSV, XLSX or zip and tells what it would change and what is wrong; writes a new version where "
                    + "commit is yes and nothing is an error, or errors are accepted.",
                method: .post,
                inputs: [
                    own, languageInput,
                    .query("commit", "Whether to write.", among: ["yes", "no"], default: "no"),
                    .query(
                        "acceptErrors", "Whether to write in spite of errors.", among: ["yes", "no"],
                        default: "no"),
                ], body: ("ImportRequest", limits.uploadBytes + (64 << 10)), takesFiles: true,
                isMetered: true,
                responses: [
                    .json(200, "What would change, or has changed.", "Import"), foreign, full,
                    .problem(422, "There is no file, or its mapping cannot be read."),
                ] + refused
            ) { call in try await self.importTables(call) },
            .api(
                "/api/v1/own/{own}/inputs/{kind}", "supplyInput",
                "Keeps a matrix, input-output table or supply network beside an own package, for studies that take one. "
                    + "It is not kept where anything is an error.",
                method: .put, inputs: [own, inputKind, languageInput],
                body: ("InputRequest", limits.uploadBytes + (64 << 10)), takesFiles: true, isMetered: true,
                responses: [
                    .json(200, "Whether it is kept, and what was found.", "Input"), foreign, full,
                    .problem(422, "There is no file."),
                ] + refused
            ) { call in try await self.supplyInput(call) },
            .api(
                "/api/v1/own/{own}/inputs/{kind}", "dropInput", "Removes a matrix, table or network.",
                method: .delete, inputs: [own, inputKind], isMetered: true,
                responses: [
                    Endpoint.Response(status: 204, summary: "It is not there any more.", contents: []),
                    foreign,
                ]
            ) { call in
                let (data, entry) = try self.ownEntry(call)
                _ = try data.store.dropInput(kind: try Site.inputKind(call).rawValue, of: entry.package)
                return Answer(.noContent, mediaType: "application/json", body: .bytes([]))
            },
            .api(
                "/api/v1/own/{own}/undo", "undoImport", "Goes back to the version before.", method: .post,
                inputs: [own], isMetered: true,
                responses: [
                    .json(200, "The package.", "OwnPackage"), foreign,
                    .problem(409, "There is no version before, or the package was changed meanwhile."),
                ]
            ) { call in
                let (data, entry) = try self.ownEntry(call)
                guard try data.store.undoOwnPackage(entry.package) != nil else {
                    throw WebProblem.nothingToUndo
                }
                return try await self.present(call, data)
            },
            .api(
                "/api/v1/own/{own}/download", "downloadOwnPackage",
                "The package as a zip that can be imported again.", inputs: [own],
                responses: [
                    Endpoint.Response(
                        status: 200, summary: "The package.", contents: [("application/zip", nil)],
                        headers: ["Content-Disposition": "A name for the file."])
                ]
            ) { call in try Site.download(try self.ownEntry(call).1) },
        ]
    }

    private static var ownLinks: [Endpoint.Response.Link] {
        let operations = [
            "getOwnPackage", "importTables", "supplyInput", "dropInput", "undoImport", "downloadOwnPackage",
            "deleteOwnPackage",
        ]
        return operations.map { operation in
            var inputs = ["own": "$response.body#/id"]
            if operation == "supplyInput" || operation == "dropInput" { inputs["kind"] = "matrix" }
            return .init(operation: operation, inputs: inputs)
        } + [.init(operation: "getPackage", inputs: ["package": "$response.body#/id"])]
    }

    private var inputKind: Endpoint.Input {
        .path("kind", "What the file is.", among: ComputingInput.Kind.allCases.map(\.rawValue))
    }

    private static func inputKind(_ call: Call) throws(WebProblem) -> ComputingInput.Kind {
        let word = call.variables["kind"] ?? ""
        guard let kind = ComputingInput.Kind(rawValue: word) else {
            throw .notFound(
                Localized(
                    "“\(word.prefix(40))” is none of matrix, table, network.",
                    "“\(word.prefix(40))”不在可选值中：matrix、table、network。"))
        }
        return kind
    }

    // MARK: What they do

    private func createOwn(_ call: Call) async throws -> Answer {
        guard let own else { throw WebProblem.nothingKept }
        let body = try OwnRequestBody(call)
        guard body.start.isEmpty || packages.listed[body.start] != nil else {
            throw WebProblem(
                .unprocessableContent, kind: "parameters", Localized("No such package", "没有此数据包"),
                Localized(
                    "start: “\(body.start.prefix(80))” is none of \(order.joined(separator: ", "))",
                    "start：“\(body.start.prefix(80))”不在可选值中：\(order.joined(separator: "、"))"))
        }
        let made = try await own.make(
            owner: call.owner ?? PrivateToken.random(), title: body.title, start: body.start)
        let id = OwnAddress.id(made.token)
        await own.prepare(id)
        guard let entry = own.entry(id) else { throw WebProblem.failure }
        var answer = Answer.json(Site.json(entry).text(), status: .created)
        answer.headers[.location] = "/api/v1/own/\(id)"
        return answer
    }

    /// The package as it is after a change.
    private func present(_ call: Call, _ data: OwnData) async throws -> Answer {
        await data.prepare(call.variables["own"] ?? "")
        return .json(Site.json(try ownEntry(call).1).text())
    }

    private func importTables(_ call: Call) async throws -> Answer {
        let (data, entry) = try ownEntry(call)
        let file = try file(of: call, beside: ["mapping"])
        let mapping = call.field("mapping") ?? ""
        if !mapping.isEmpty { _ = try ImportMapping.parse(Array(mapping.utf8)) }
        let draft = OwnDraft(name: file.fileName ?? "file", content: file.bytes, mapping: mapping)
        let staged = try await data.stage(draft, into: entry)
        guard let preview = staged.staged?.preview else {
            throw WebProblem(
                .unprocessableContent, kind: "import", Localized("The file cannot be imported", "无法导入该文件"),
                staged.problem ?? Localized("it cannot be read", "无法读取"))
        }
        var version = entry.package.current
        let isAccepted = staged.isClean || call.item("acceptErrors") == "yes"
        let isCommitted = call.item("commit") == "yes" && isAccepted && !preview.changes.isEmpty
        if isCommitted {
            version = try await data.commit(draft, into: entry, acceptsErrors: true).current
        }
        var answer = Answer.json(
            JSONValue.object([
                "committed": .bool(isCommitted), "version": .integer(version),
                "added": .integer(preview.added), "changed": .integer(preview.changed),
                "unchanged": .integer(preview.unchanged),
                "changes": .array(preview.changes.prefix(1000).map(Site.json)),
                "findings": .array(preview.findings.prefix(1000).map { Site.json($0, call.language) }),
            ]).text())
        answer.headers[.contentLanguage] = call.language.tag
        return answer
    }

    private func supplyInput(_ call: Call) async throws -> Answer {
        let (data, entry) = try ownEntry(call)
        let kind = try Site.inputKind(call)
        let file = try file(of: call, beside: [])
        let name = file.fileName ?? "file"
        var findings: [Finding] = []
        var print: JSONValue = .null
        if let refusal = try await refused(file, as: kind, by: data) {
            findings = refusal.findings
        } else {
            let loaded = try await data.work {
                try ComputingInputReader.read(kind, uploaded: name, bytes: file.bytes)
            }
            findings = loaded.findings
            print = .string(loaded.input.fingerprint)
            try data.store.keepInput(
                file.bytes, kind: kind.rawValue, name: name, of: entry.package, limits: limits.own)
        }
        var answer = Answer.json(
            JSONValue.object([
                "kept": .bool(print != .null), "kind": .string(kind.rawValue), "name": .string(name),
                "fingerprint": print,
                "findings": .array(findings.prefix(1000).map { Site.json($0, call.language) }),
            ]).text())
        answer.headers[.contentLanguage] = call.language.tag
        return answer
    }

    /// The file of a form whose other parts are these, each at most once.
    private func file(of call: Call, beside names: [String]) throws(WebProblem) -> FormPart {
        var seen: Set<String> = []
        for part in call.parts
        where !(names + ["file"]).contains(part.name) || !seen.insert(part.name).inserted {
            throw WebProblem(
                .badRequest, kind: "body", Localized("The form cannot be read", "无法读取表单"),
                Localized(
                    "The part “\(part.name.prefix(40))” is not known here, or comes twice.",
                    "此处没有“\(part.name.prefix(40))”这一部分，或它重复出现。"))
        }
        guard let file = call.file("file") else {
            throw WebProblem(
                .unprocessableContent, kind: "file", Localized("No file was sent", "没有文件"),
                Localized("Send it as the part “file”, with a file name.", "请以“file”为名发送文件，并带文件名。"))
        }
        return file
    }
}
