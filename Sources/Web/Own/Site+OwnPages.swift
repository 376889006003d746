import DataPackages
import Ecosystem
import HTTPTypes
import Reporting
import Store

extension Site {
    /// Pages and forms of visitors' own data.
    var ownPages: [Endpoint] {
        let limit = limits.uploadBytes + (64 << 10)
        return [
            .page("/r/{package}/own") { call in try await self.ownPage(call) },
            .form("/r/{package}/own", bodyLimit: limit, takesFiles: true, isMetered: true) { call in
                try await self.begin(call)
            },
            .form("/r/{package}/own/file", bodyLimit: limit, takesFiles: true, isMetered: true) { call in
                try await self.upload(call)
            },
            .form("/r/{package}/own/mapping", bodyLimit: 512 << 10, isMetered: true) { call in
                try await self.map(call)
            },
            .form("/r/{package}/own/commit", isMetered: true) { call in try await self.commit(call) },
            .form("/r/{package}/own/drop", isMetered: true) { call in
                let (data, entry) = try self.ownEntry(call)
                _ = try data.store.dropDraft(of: entry.package)
                return .redirect(to: self.ownPath(entry))
            },
            .form("/r/{package}/own/undo", isMetered: true) { call in
                let (data, entry) = try self.ownEntry(call)
                try self.checkVersion(call, entry)
                guard try data.store.undoOwnPackage(entry.package) != nil else {
                    throw WebProblem.nothingToUndo
                }
                return .redirect(to: self.ownPath(entry) + "#versions")
            },
            .form("/r/{package}/own/delete", isMetered: true) { call in
                let (data, entry) = try self.ownEntry(call)
                guard call.field("sure") == "yes" else { throw WebProblem.notSure }
                _ = try data.store.deleteOwnPackage(entry.package)
                data.forget(entry.package.token)
                return .redirect(to: "/r/\(WebAddress.encoded(self.home))/own")
            },
            .form("/r/{package}/own/inputs/{kind}/drop", isMetered: true) { call in
                let (data, entry) = try self.ownEntry(call)
                _ = try data.store.dropInput(kind: call.variables["kind"] ?? "", of: entry.package)
                return .redirect(to: self.ownPath(entry) + "#inputs")
            },
            .file("/r/{package}/own/download") { call in
                let (_, entry) = try self.ownEntry(call)
                return try Site.download(entry)
            },
        ]
    }

    /// The own package of a call.
    ///
    /// - Throws: ``WebProblem`` where the address is none of an own package.
    func ownEntry(_ call: Call) throws(WebProblem) -> (OwnData, OwnEntry) {
        let id = call.variables["package"] ?? call.variables["own"] ?? ""
        guard let own, let entry = own.entry(id) else {
            throw .notFound(
                Localized(
                    "No own package has this private link; it may have been deleted.",
                    "没有对应此私有链接的数据包；它可能已被删除。"))
        }
        return (own, entry)
    }

    func ownPath(_ entry: OwnEntry) -> String { "/r/\(OwnAddress.id(entry.package.token))/own" }

    /// The package as a zip that can be uploaded again, or unpacked and served elsewhere.
    static func download(_ entry: OwnEntry) throws -> Answer {
        let bytes = try PackageWriter.zipBytes(entry.loaded.model, descriptor: entry.loaded.descriptor)
        return .download(bytes, mediaType: "application/zip", name: "\(entry.package.handle).zip")
    }

    // MARK: Forms

    private func ownPage(_ call: Call) async throws -> Answer {
        let package = try package(call)
        guard package.own != nil else {
            return .page(OwnStartPage(site: self, call: call, package: package).page())
        }
        let (data, entry) = try ownEntry(call)
        var staged: StagedDraft?
        if let draft = data.store.draft(of: entry.package) {
            staged = try await data.stage(draft, into: entry)
        }
        return .page(OwnPage(site: self, call: call, entry: entry, staged: staged).page())
    }

    /// Makes a package, with or without a first file.
    private func begin(_ call: Call) async throws -> Answer {
        let package = try package(call)
        guard package.own == nil else { return try await upload(call) }
        guard let own else { throw WebProblem.nothingKept }
        let start = call.field("start") ?? ""
        guard start.isEmpty || packages.listed[start] != nil else {
            throw WebProblem.notFound(
                Localized("No data package is called “\(start)”.", "没有名为“\(start)”的数据包。"))
        }
        let title = String((call.field("title") ?? "").prefix(OwnData.titleLength))
        // A file that cannot be used makes no package.
        let file = call.file("file")
        let kind = try uploadKind(call)
        if let file, let kind, let refusal = try await refused(file, as: kind, by: own) {
            return .page(
                OwnStartPage(site: self, call: call, package: package, refusal: refusal).page(),
                status: .unprocessableContent)
        }
        let owner = call.owner ?? PrivateToken.random()
        let made = try await own.make(owner: owner, title: title, start: start)
        if let file { try keep(file, as: kind, of: made, in: own) }
        let place = file == nil ? "" : kind == nil ? "#draft" : "#inputs"
        return Answer.redirect(to: "/r/\(OwnAddress.id(made.token))/own" + place).keeping(owner: owner)
    }

    private func upload(_ call: Call) async throws -> Answer {
        let (own, entry) = try ownEntry(call)
        let kind = try uploadKind(call)
        guard let file = call.file("file") else { throw WebProblem.noFile }
        if let kind, let refusal = try await refused(file, as: kind, by: own) {
            return .page(
                OwnPage(site: self, call: call, entry: entry, staged: nil, refusal: refusal).page(),
                status: .unprocessableContent)
        }
        try keep(file, as: kind, of: entry.package, in: own)
        return .redirect(to: ownPath(entry) + (kind == nil ? "#draft" : "#inputs"))
    }

    /// What an uploaded file is; `nil` for tables of a data package.
    private func uploadKind(_ call: Call) throws(WebProblem) -> ComputingInput.Kind? {
        let word = call.field("as") ?? "data"
        guard word != "data" else { return nil }
        guard let kind = ComputingInput.Kind(rawValue: word) else {
            throw WebProblem(
                .unprocessableContent, kind: "parameters", Localized("No such kind of file", "没有这类文件"),
                Localized(
                    "“\(word.prefix(40))” is none of data, matrix, table, network.",
                    "“\(word.prefix(40))”不在可选值中：data、matrix、table、network。"))
        }
        return kind
    }

    private func keep(
        _ file: FormPart, as kind: ComputingInput.Kind?, of package: OwnPackage, in own: OwnData
    )
        throws
    {
        let name = file.fileName ?? "file"
        if let kind {
            try own.store.keepInput(
                file.bytes, kind: kind.rawValue, name: name, of: package, limits: limits.own)
        } else {
            try own.store.keepDraft(
                OwnDraft(name: name, content: file.bytes, mapping: ""), of: package, limits: limits.own)
        }
    }

    /// Why a matrix, table or network cannot be used; `nil` where it can.
    func refused(_ file: FormPart, as kind: ComputingInput.Kind, by own: OwnData) async throws -> OwnRefusal?
    {
        let name = file.fileName ?? "file"
        do {
            _ = try await own.work { try ComputingInputReader.read(kind, uploaded: name, bytes: file.bytes) }
            return nil
        } catch let problem as ComputingInputProblem {
            return OwnRefusal(file: name, findings: problem.findings)
        } catch let error as DataPackageError {
            return OwnRefusal(file: name, findings: [Finding(.error, file: name, error.message)])
        }
    }

    private func map(_ call: Call) async throws -> Answer {
        let (own, entry) = try ownEntry(call)
        guard let draft = own.store.draft(of: entry.package) else { throw WebProblem.noDraft }
        let staged = try await own.stage(draft, into: entry)
        let changed = OwnDraft(
            name: draft.name, content: draft.content, mapping: DraftMapping(call, survey: staged.survey).text)
        if changed != draft { try own.store.keepDraft(changed, of: entry.package, limits: limits.own) }
        return .redirect(to: ownPath(entry) + "#draft")
    }

    private func commit(_ call: Call) async throws -> Answer {
        let (own, entry) = try ownEntry(call)
        try checkVersion(call, entry)
        guard let draft = own.store.draft(of: entry.package) else { throw WebProblem.noDraft }
        _ = try await own.commit(draft, into: entry, acceptsErrors: call.field("accept") == "yes")
        return .redirect(to: ownPath(entry) + "#versions")
    }

    private func checkVersion(_ call: Call, _ entry: OwnEntry) throws {
        guard call.field("version").flatMap({ Int($0) }) == entry.package.current else {
            throw StoreError.changedMeanwhile
        }
    }
}

/// A computing input that was refused, with what was found.
struct OwnRefusal: Sendable {
    let file: String
    let findings: [Finding]
}

extension WebProblem {
    /// The first version has none before it.
    static let nothingToUndo = WebProblem(
        .conflict, kind: "undo", Localized("Nothing to undo", "没有可撤销的内容"),
        Localized("This is the first version that is kept.", "这是保留的第一个版本。"))

    /// No file waits.
    static let noDraft = WebProblem(
        .conflict, kind: "draft", Localized("No file waits", "没有待处理的文件"),
        Localized("Upload a file first; it may have been used or dropped meanwhile.", "请先上传文件；它可能已被使用或放弃。"))

    fileprivate static let noFile = WebProblem(
        .unprocessableContent, kind: "file", Localized("No file was chosen", "没有选择文件"),
        Localized("Choose a file, then send the form.", "请选择文件后再提交。"))

    fileprivate static let notSure = WebProblem(
        .unprocessableContent, kind: "sure", Localized("Nothing was deleted", "没有删除"),
        Localized("Tick the box that says that all of it shall be deleted.", "请勾选“全部删除”后再提交。"))

    /// The program was started without a state folder.
    static let nothingKept = WebProblem(
        .serviceUnavailable, kind: "store", Localized("Nothing is kept here", "此处不保存内容"),
        Localized("The program runs without a state folder; ask the operator.", "程序未设状态文件夹；请联系管理员。"))
}
