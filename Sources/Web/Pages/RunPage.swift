import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// A run under its permanent address: progress while it works, the answer when it is done, and its files.
struct RunPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let address: String

    private var language: Language { call.language }
    private var path: String { "/r/\(WebAddress.encoded(package.id))/runs/\(WebAddress.encoded(address))" }

    /// The page for the state of the run.
    func answer() async throws -> Answer {
        let state = try site.state(ofRun: address, in: package)
        if let (fraction, step) = state.progress {
            return .page(progress(fraction, step), status: .accepted)
        }
        let report = try site.report(ofRun: address, in: package)
        guard let study = site.study(id: report.study) else { throw WebProblem.noRun(address) }
        let page = StudyPage(site: site, call: call, package: package, study: study)
        return .page(page.page(report: report, address: address, values: report.parameters))
    }

    /// Its progress, as it goes on.
    func events() throws(WebProblem) -> Answer {
        _ = try site.state(ofRun: address, in: package)
        return RunEvents(
            queue: site.queue, address: address, language: language, heartbeat: site.limits.heartbeat
        ).answer
    }

    /// Stops the run; its page then says so and leads back to the question.
    func cancel() throws(WebProblem) -> Answer {
        _ = try site.state(ofRun: address, in: package)
        site.queue.cancel(address)
        return .redirect(to: path)
    }

    /// The report as a file.
    func download() async throws -> Answer {
        try await file(of: site.report(ofRun: address, in: package))
    }

    /// A file that the study made, such as a notification: as it is, in whatever language the page is read.
    func attachment() throws(WebProblem) -> Answer {
        let report = try site.report(ofRun: address, in: package)
        let name = call.variables["file"] ?? ""
        guard let file = report.files.first(where: { $0.name == name }) else {
            throw WebProblem.notFound(
                Localized("The report has no file “\(name)”.", "该结果没有名为“\(name)”的文件。"))
        }
        return .download(file.bytes, mediaType: file.mediaType, name: file.name)
    }

    /// How the answer is cited, for BibTeX.
    func citation() throws(WebProblem) -> Answer {
        let report = try site.report(ofRun: address, in: package)
        return Citation(report, run: address, call: call, package: package).file(language)
    }

    private func file(of report: Report) async throws -> Answer {
        let text = call.item("format") ?? "json"
        guard let format = ReportFormat(rawValue: text) else {
            let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw WebProblem(
                .unprocessableContent, kind: "format", Localized("No such format", "没有这种格式"),
                Localized("“\(text)” is none of \(known).", "“\(text)”不在可选格式中：\(known)。"))
        }
        let bytes = try await site.files.render(
            report, as: format, language: language,
            sources: SourceDirectory(package.model, citing: report.citedParagraphs))
        var answer = Answer.download(
            bytes, mediaType: format.mediaType,
            name: ReportRenderer.fileName(for: report, as: format, language: language))
        if format != .json { answer.headers[.contentLanguage] = language.tag }
        return answer
    }

    /// One table of the report as a file: a workbook, a zip with the CSV and its sources, or JSON.
    func table() async throws -> Answer {
        var report = try site.report(ofRun: address, in: package)
        let id = call.variables["table"] ?? ""
        report.blocks = report.blocks.filter { block in
            switch block {
            case .table(let table): table.id == id
            case .picture(let picture): picture.table.id == id
            default: false
            }
        }
        if case .picture(let picture)? = report.blocks.first,
            let format = call.item("format").flatMap(PictureFormat.init(rawValue:))
        {
            return try TableFiles(site: site, call: call, package: package)
                .pictureFile(picture, format, name: report.study)
        }
        guard !report.blocks.isEmpty else {
            throw WebProblem.notFound(Localized("The report has no table “\(id)”.", "该结果没有名为“\(id)”的表。"))
        }
        return try await file(of: report)
    }

    private func progress(_ fraction: Double, _ step: Localized) -> String {
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("The study is running", "正在运行"),
            lead: Localized(
                "This page shows the answer when it is there. The address stays.", "完成后本页显示结果；地址不变。"),
            refresh: 5)
        return frame.page { RunProgress(run: path, page: path, call: call).panel(fraction, step) }
    }
}
