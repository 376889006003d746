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
        switch site.queue.state(of: address) {
        case .done(let report):
            guard let study = StudyCatalogue.study(report.study) else { throw unknown }
            let page = StudyPage(site: site, call: call, package: package, study: study)
            return .page(page.page(report: report, address: address, values: report.parameters))
        case .failed(let problem): throw WebProblem(problem)
        case .cancelled:
            throw WebProblem(
                .gone, kind: "cancelled", Localized("The run was cancelled", "运行已取消"),
                Localized("Ask the question again to start it anew.", "重新提问即可再次运行。"))
        case .waiting(let ahead):
            let step = Localized("waiting, \(ahead) before it", "排队中，前面还有 \(ahead) 个")
            return .page(progress(0, step), status: .accepted)
        case .working(let fraction, let step): return .page(progress(fraction, step), status: .accepted)
        case nil: throw unknown
        }
    }

    /// Server-sent events: `progress` with `{fraction, step}`, then one `end`.
    func events() -> Answer {
        let queue = site.queue
        let address = address
        let language = language
        let (stream, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(32))
        let task = Task {
            for await state in queue.states(of: address) {
                switch state {
                case .waiting(let ahead):
                    continuation.yield(
                        RunPage.event(
                            0, Localized("waiting, \(ahead) before it", "排队中，前面还有 \(ahead) 个")[language]))
                case .working(let fraction, let step):
                    continuation.yield(RunPage.event(fraction, step[language]))
                case .done, .failed, .cancelled: break
                }
            }
            continuation.yield("event: end\ndata: {}\n\n")
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return Answer(
            mediaType: "text/event-stream", headers: [.cacheControl: "no-store"], body: .events(stream))
    }

    /// Stops the run and goes back to the study.
    func cancel() -> Answer {
        site.queue.cancel(address)
        return .redirect(to: "/r/\(WebAddress.encoded(package.id))/studies")
    }

    /// The report as a file.
    func download() async throws -> Answer {
        guard case .done(let report)? = site.queue.state(of: address) else { throw unknown }
        return try await file(of: report)
    }

    private func file(of report: Report) async throws -> Answer {
        let text = call.item("format") ?? "json"
        guard let format = ReportFormat(rawValue: text) else {
            let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw WebProblem(
                .unprocessableContent, kind: "format", Localized("No such format", "没有这种格式"),
                Localized("“\(text)” is none of \(known).", "“\(text)”不在可选格式中：\(known)。"))
        }
        let bytes = try await ReportFiles.shared.render(
            report, as: format, language: language,
            sources: SourceDirectory(package.model, citing: report.citedParagraphs))
        return .download(
            bytes, mediaType: format.mediaType,
            name: ReportRenderer.fileName(for: report, as: format, language: language))
    }

    /// One table of the report as a file: a workbook, a zip with the CSV and its sources, or JSON.
    func table() async throws -> Answer {
        guard case .done(var report)? = site.queue.state(of: address) else { throw unknown }
        let id = call.variables["table"] ?? ""
        report.blocks = report.blocks.filter { block in
            switch block {
            case .table(let table): table.id == id
            case .picture(let picture): picture.table.id == id
            default: false
            }
        }
        guard !report.blocks.isEmpty else {
            throw WebProblem.notFound(Localized("The report has no table “\(id)”.", "该结果没有名为“\(id)”的表。"))
        }
        return try await file(of: report)
    }

    private var unknown: WebProblem {
        .notFound(
            Localized(
                "No run has the address \(address); ask the question again on the study's page.",
                "没有地址为 \(address) 的运行；请在研究页面重新提问。"))
    }

    private static func event(_ fraction: Double, _ step: String) -> String {
        let data = JSONValue.object(["fraction": .number(fraction), "step": .string(step)]).text()
        return "event: progress\ndata: \(data)\n\n"
    }

    private func progress(_ fraction: Double, _ step: Localized) -> String {
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("The study is running", "正在运行"),
            lead: Localized(
                "This page shows the answer when it is there. The address stays.", "完成后本页显示结果；地址不变。"),
            refresh: 5)
        return frame.page {
            HTML(
                .section, .class("panel"), HTML.Attribute("data-run-events", "\(path)/events"),
                HTML.Attribute("data-run-page", path)
            ) {
                HTML(.p) {
                    HTML(
                        .progress, .value("\(fraction)"), HTML.Attribute("max", "1"),
                        .label(Localized("Progress", "进度")[language]))
                    " "
                    HTML(.span, HTML.Attribute("data-step", ""), HTML.Attribute("aria-live", "polite")) {
                        step[language]
                    }
                }
                HTML(.form, .method("post"), .action("\(path)/cancel")) {
                    HTML(.input, .type("hidden"), .name("token"), .value(call.formToken))
                    HTML(.button, .class("btn"), .type("submit")) {
                        Localized("Cancel the run", "取消运行")[language]
                    }
                }
            }
        }
    }
}
