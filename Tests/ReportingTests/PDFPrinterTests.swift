import Ecosystem
import Foundation
import Reporting
import Testing

@Suite struct `A report as PDF` {
    @Test func `is printed where Chromium is installed`() throws {
        guard PDFPrinter().isAvailable else {
            print("PDF not tested: no Chromium on this machine")
            return
        }
        let pdf = try ReportRenderer.render(
            SampleReport.report, as: .pdf, language: .zh, sources: SampleReport.sources)
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        #expect(pdf.count > 10_000)
    }

    @Test func `without Chromium the error says what to install`() {
        let printer = PDFPrinter(environment: ["PATH": "/nowhere"])
        #expect(!printer.isAvailable)
        let problem = #expect(throws: PDFProblem.self) { try printer.print(html: []) }
        #expect(problem == .noBrowser(looked: PDFPrinter.names))
        #expect(problem?.description.contains("apt-get install chromium") == true)
        #expect(problem?.message.zh.contains("JINGWEI_CHROMIUM") == true)
    }

    @Test func `a browser that is named and missing is not replaced by another`() {
        #expect(
            !PDFPrinter(environment: ["JINGWEI_CHROMIUM": "/nowhere/chromium", "PATH": "/usr/bin"])
                .isAvailable)
    }

    @Test func `a program that writes no PDF is reported with what it said`() throws {
        let program = try script("echo no display >&2; exit 3")
        defer { try? FileManager.default.removeItem(at: program) }
        let problem = #expect(throws: PDFProblem.self) {
            try PDFPrinter(environment: ["JINGWEI_CHROMIUM": program.path]).print(html: [])
        }
        #expect(problem == .failed(code: 3, output: "no display\n"))
    }

    @Test func `a program that does not end is stopped`() throws {
        let program = try script("trap '' TERM; while :; do sleep 1; done")
        defer { try? FileManager.default.removeItem(at: program) }
        let problem = #expect(throws: PDFProblem.self) {
            try PDFPrinter(environment: ["JINGWEI_CHROMIUM": program.path], seconds: 1).print(html: [])
        }
        #expect(problem == .timedOut(seconds: 1))
    }

    private func script(_ body: String) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "jingwei-test-" + UUID().uuidString)
        try Data("#!/bin/sh\n\(body)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
        return file
    }
}
