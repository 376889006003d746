import Ecosystem
import HTTPTypes
import Reporting

/// Tables of pages that are no answers of studies, as files: CSV with its sources, a workbook, or JSON.
struct TableFiles {
    let site: Site
    let call: Call
    let package: ServedPackage

    /// One table of a page as a file.
    ///
    /// - Parameters:
    ///   - blocks: what the page shows; the table is found by the `{table}` of the address.
    ///   - page: a short name of the page, for the file's name.
    ///   - parameters: what the page was asked.
    func file(
        of blocks: [Block], page: String, title: Localized, parameters: [String: String] = [:]
    ) async throws -> Answer {
        let id = call.variables["table"] ?? ""
        let found = blocks.filter { block in
            switch block {
            case .table(let table): table.id == id
            case .picture(let picture): picture.table.id == id
            default: false
            }
        }
        guard let first = found.first else {
            throw WebProblem.notFound(Localized("The page has no table “\(id)”.", "该页没有名为“\(id)”的表。"))
        }
        return try await file(of: first, page: page, title: title, parameters: parameters)
    }

    /// A table or picture as a file.
    func file(
        of block: Block, page: String, title: Localized, parameters: [String: String] = [:]
    ) async throws -> Answer {
        let text = call.item("format") ?? "csv"
        if case .picture(let picture) = block, let format = PictureFormat(rawValue: text) {
            return try pictureFile(picture, format, name: page)
        }
        guard let format = ReportFormat(rawValue: text), [.csv, .xlsx, .json].contains(format) else {
            throw WebProblem(
                .unprocessableContent, kind: "format", Localized("No such format", "没有这种格式"),
                Localized("“\(text)” is none of csv, xlsx, json.", "“\(text)”不在可选格式中：csv、xlsx、json。"))
        }
        let report = Report(
            study: page, version: "1", title: title, answer: title, package: PackageStamp(package.model),
            parameters: parameters, result: .null, blocks: [block])
        let bytes = try await site.files.render(
            report, as: format, language: call.language,
            sources: SourceDirectory(package.model, citing: report.citedParagraphs))
        return .download(
            bytes, mediaType: format.mediaType,
            name: ReportRenderer.fileName(for: report, as: format, language: call.language))
    }

    /// A map as GeoJSON or a network as GraphML.
    func pictureFile(_ picture: Picture, _ format: PictureFormat, name: String) throws(WebProblem) -> Answer {
        guard let text = format.text(of: picture, language: call.language) else {
            throw WebProblem(
                .unprocessableContent, kind: "format", Localized("Not for this picture", "此图没有这种格式"),
                Localized(
                    "“\(format.rawValue)” fits a \(format == .geojson ? "map" : "network"), not this picture.",
                    "“\(format.rawValue)”只适用于\(format == .geojson ? "地图" : "网络图")。"))
        }
        return .download(
            Array(text.utf8), mediaType: format.mediaType,
            name: "\(name)-\(picture.table.id).\(format.rawValue)")
    }
}
