import DataPackages
import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store

extension OwnData {
    /// What an upload may hold before it is refused.
    static let importLimits = ImportLimits(
        maximumCells: 1_000_000, maximumColumns: 256, maximumBytes: 128 << 20)
    /// Characters that a title may have.
    static let titleLength = 200

    /// Makes a package: empty, or as a copy of a listed one.
    ///
    /// - Parameter start: id of the listed package; empty for none.
    /// - Throws: `StoreError` where a limit is reached or nothing can be written.
    func make(owner: String, title: String, start: String) async throws -> OwnPackage {
        let base = listed[start]
        let (token, handle) = Store.newOwnPackage()
        let fallback =
            base.map { $0.model.identity.title + Localized(" (own copy)", "（我的副本）") }
            ?? Localized("Own data", "我的数据")
        let shown = title.isEmpty ? fallback : Localized(same: title)
        return try await work {
            let options = ImportOptions(
                limits: OwnData.importLimits, packageID: handle, packageTitle: shown, packageVersion: "1")
            let copied = base.map { base in
                LoadedPackage(model: base.model, descriptor: PackageDescriptor(base.model.identity))
            }
            let staged = try TableImport.stage([], into: copied, options: options)
            try self.store.prepareOwnFolder(of: handle)
            return try self.keeping(staged, handle: handle, version: 1, acceptsErrors: true) { bytes in
                try self.store.addOwnPackage(
                    token: token, handle: handle, owner: owner, title: title, start: base == nil ? "" : start,
                    bytes: bytes, limits: self.limits)
            }
        }
    }

    /// Stages the file that waits: what it holds and what it would change.
    func stage(_ draft: OwnDraft, into entry: OwnEntry) async throws -> StagedDraft {
        let key = OwnData.key(of: draft, entry.package)
        if let kept = keptStaged(key) { return kept }
        return try await work {
            if let kept = self.keptStaged(key) { return kept }
            let staged = self.staged(draft, into: entry)
            self.keep(staged, key)
            return staged
        }
    }

    /// Puts a staged file into a new version.
    ///
    /// - Throws: `StoreError` where the package was changed meanwhile or a limit is reached, `DataPackageError` where
    ///   errors were found and are not accepted, `WebProblem` where the file could not be staged; then nothing is changed.
    func commit(_ draft: OwnDraft, into entry: OwnEntry, acceptsErrors: Bool) async throws -> OwnPackage {
        let result = try await stage(draft, into: entry)
        guard let staged = result.staged else {
            throw WebProblem.notImported(result.problem ?? Localized("it cannot be read", "无法读取"))
        }
        let package = entry.package
        let preview = staged.preview
        return try await work {
            // Imports happen one after the other, so nobody changes the package between this look and the writing.
            guard self.store.ownPackage(token: package.token)?.current == package.current else {
                throw StoreError.changedMeanwhile
            }
            let next = package.current + 1
            return try self.keeping(
                staged, handle: package.handle, version: next, acceptsErrors: acceptsErrors
            ) { bytes in
                try self.store.addVersion(
                    to: package, what: draft.name, bytes: bytes,
                    detail: "\(preview.added) added, \(preview.changed) changed", limits: self.limits)
            }
        }
    }

    /// Writes a version's folder, then keeps it; where keeping it fails the folder goes again.
    private func keeping(
        _ staged: StagedImport, handle: String, version: Int, acceptsErrors: Bool,
        _ keep: (Int) throws -> OwnPackage
    ) throws -> OwnPackage {
        store.removeVersionFolder(of: handle, version: version)
        do {
            let folder = store.folder(ofOwn: handle, version: version)
            try staged.commit(to: folder, acceptsErrors: acceptsErrors)
            return try keep(OwnData.size(of: folder))
        } catch {
            store.removeVersionFolder(of: handle, version: version)
            throw error
        }
    }

    private func staged(_ draft: OwnDraft, into entry: OwnEntry) -> StagedDraft {
        let file = ImportFile(name: draft.name, bytes: draft.content)
        var options = ImportOptions(
            limits: OwnData.importLimits, packageID: entry.package.handle,
            packageVersion: String(entry.package.current + 1))
        if !entry.package.title.isEmpty { options.packageTitle = Localized(same: entry.package.title) }
        // What an uploaded package says about itself counts where there is nothing yet.
        let isFresh = entry.package.start.isEmpty && entry.loaded.model.recordCount == 0
        do throws(DataPackageError) {
            let mapping = draft.mapping.isEmpty ? nil : try ImportMapping.parse(Array(draft.mapping.utf8))
            let survey = ImportSurvey.of([file], mapping: mapping, options: options)
            let staged = try TableImport.stage(
                [file], into: isFresh ? nil : entry.loaded, mapping: mapping, options: options)
            return StagedDraft(draft: draft, survey: survey, staged: staged, problem: nil)
        } catch {
            return StagedDraft(
                draft: draft, survey: ImportSurvey.of([file], options: options), staged: nil,
                problem: error.message)
        }
    }

    /// What a staged draft depends on.
    private static func key(of draft: OwnDraft, _ package: OwnPackage) -> String {
        var hash = SHA256Hash()
        hash.add("\(package.handle) \(package.current) \(draft.name.utf8.count) \(draft.name) ")
        hash.add("\(draft.mapping.utf8.count) \(draft.mapping) ")
        hash.add(draft.content)
        return hash.finish()
    }

    private static func size(of folder: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }
}

extension WebProblem {
    /// A file that cannot be staged.
    fileprivate static func notImported(_ why: Localized) -> WebProblem {
        WebProblem(
            .unprocessableContent, kind: "import", Localized("The file cannot be imported", "无法导入该文件"), why)
    }

    /// What cannot be read or written of a package; paths on this machine are not told.
    init(_ error: DataPackageError) {
        self.init(
            .unprocessableContent, kind: "import", Localized("The data cannot be used", "数据无法使用"),
            error.message)
    }
}
