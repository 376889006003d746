import DataPackages
import Ecosystem
import HTTPTypes
import Reporting

extension Site {
    /// The pages about a package as a whole, and all of it as files.
    var dataPages: [Endpoint] {
        [
            .page("/r/{package}/data") { call in
                .page(DataPage(site: self, call: call, package: try self.package(call)).page())
            },
            .file("/r/{package}/citation") { call in
                Citation(try self.package(call), call: call).file(call.language)
            },
            .file("/r/{package}/download/{format}") { call in
                try await self.export(call, format: call.variables["format"] ?? "")
            },
            .page("/r/{package}/changes") { call in
                .page(try ChangesPage(site: self, call: call, package: try self.package(call)).html())
            },
            .file("/r/{package}/changes/tables/{table}") { call in
                try await ChangesPage(site: self, call: call, package: try self.package(call)).file()
            },
            .page("/r/{package}/beside") { call in
                .page(try BesidePage(site: self, call: call, package: try self.package(call)).html())
            },
            .file("/r/{package}/beside/tables/{table}") { call in
                try await BesidePage(site: self, call: call, package: try self.package(call)).file()
            },
        ]
    }

    /// A package as one file.
    func export(_ call: Call, format text: String) async throws -> Answer {
        let package = try package(call)
        guard let format = ExportFormat(rawValue: text), PackageFiles.formats.contains(format) else {
            let known = PackageFiles.formats.map(\.rawValue).joined(separator: ", ")
            throw WebProblem.notFound(
                Localized("“\(text)” is none of \(known).", "“\(text)”不在可选格式中：\(known)。"))
        }
        let bytes = try await packageFiles.bytes(package.model, as: format)
        return .download(
            bytes, mediaType: format.mediaType,
            name: "\(package.id)-\(package.model.identity.version).\(format.fileEnding)")
    }
}
