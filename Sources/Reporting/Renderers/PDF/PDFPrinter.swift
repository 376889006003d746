import Dispatch
import Foundation

/// Prints a page with Chromium: in a folder of its own that is removed afterwards, without network, for a
/// bounded time, at most two at once. The page itself forbids script by its content policy.
public struct PDFPrinter: Sendable {
    /// The names under which Chromium is looked for, in order.
    public static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    /// The largest page that is printed, in bytes.
    public static let largestPage = 64 << 20

    private static let slots = DispatchSemaphore(value: 2)

    private let browser: String?
    private let seconds: Int
    private let looked: [String]

    /// A printer.
    ///
    /// - Parameters:
    ///   - environment: `JINGWEI_CHROMIUM` names the browser; else it is looked for along `PATH`. The program's own
    ///     unless told otherwise.
    ///   - seconds: How long one page may take.
    public init(environment: [String: String]? = nil, seconds: Int = 90) {
        let environment = environment ?? ProcessInfo.processInfo.environment
        self.seconds = max(1, seconds)
        if let named = environment["JINGWEI_CHROMIUM"], !named.isEmpty {
            looked = [named]
            browser = FileManager.default.isExecutableFile(atPath: named) ? named : nil
            return
        }
        looked = PDFPrinter.names
        let folders = (environment["PATH"] ?? "/usr/bin:/usr/local/bin").split(separator: ":").map(
            String.init)
        browser = PDFPrinter.names.lazy.flatMap { name in folders.map { $0 + "/" + name } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Whether a browser was found.
    public var isAvailable: Bool { browser != nil }

    /// The PDF of a page that needs nothing else.
    ///
    /// - Throws: ``PDFProblem``, or what the file system says where the temporary folder cannot be used.
    public func print(html: [UInt8]) throws -> [UInt8] {
        guard let browser else { throw PDFProblem.noBrowser(looked: looked) }
        guard html.count <= PDFPrinter.largestPage else {
            throw PDFProblem.tooLarge(bytes: html.count, limit: PDFPrinter.largestPage)
        }
        PDFPrinter.slots.wait()
        defer { PDFPrinter.slots.signal() }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "jingwei-print-" + UUID().uuidString, isDirectory: true)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appendingPathComponent("page.html")
        let result = folder.appendingPathComponent("page.pdf")
        try Data(html).write(to: page)
        let (code, output) = try run(browser, from: page, to: result, in: folder)
        guard let pdf = try? Data(contentsOf: result), pdf.starts(with: Array("%PDF-".utf8)) else {
            throw PDFProblem.failed(code: code, output: output)
        }
        return Array(pdf)
    }

    private func run(
        _ browser: String, from page: URL, to result: URL, in folder: URL
    ) throws -> (code: Int32, output: String) {
        let log = folder.appendingPathComponent("log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        let said = try FileHandle(forWritingTo: log)
        defer { try? said.close() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser)
        process.arguments = arguments(from: page, to: result, in: folder)
        process.currentDirectoryURL = folder
        process.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path,
            "XDG_CONFIG_HOME": folder.path, "XDG_CACHE_HOME": folder.path, "LANG": "C.UTF-8",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = said
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
            process.terminate()
            if ended.wait(timeout: .now() + .seconds(2)) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                _ = ended.wait(timeout: .now() + .seconds(5))
            }
            throw PDFProblem.timedOut(seconds: seconds)
        }
        let text = (try? Data(contentsOf: log)).map { String(decoding: $0.suffix(600), as: UTF8.self) } ?? ""
        return (process.terminationStatus, text)
    }

    private func arguments(from page: URL, to result: URL, in folder: URL) -> [String] {
        var list = [
            "--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
            "--disable-extensions",
            "--disable-sync", "--disable-background-networking", "--disable-component-update",
            "--disable-breakpad",
            "--disable-dev-shm-usage", "--disable-default-apps", "--mute-audio",
            // No name resolves and every proxy is dead: nothing leaves the machine.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9",
            "--user-data-dir=" + folder.path + "/profile",
            "--no-pdf-header-footer", "--print-to-pdf=" + result.path,
        ]
        // Chromium refuses to run for root with its sandbox.
        if geteuid() == 0 { list.append("--no-sandbox") }
        return list + [page.absoluteString]
    }
}
