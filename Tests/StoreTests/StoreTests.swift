import Ecosystem
import Foundation
import Reporting
import Store
import Synchronization
import Testing

/// The time at which these tests happen, moved on by hand.
private final class HandClock: Sendable {
    private let seconds = Mutex(1_000_000.0)
    var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
    func advance(_ step: Double) { seconds.withLock { $0 += step } }
}

struct `Store of runs` {
    private func folder() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
    }

    private func report(_ study: String, partial: Bool = false) -> Report {
        Report(
            study: study, version: "1", title: Localized("Title", "标题"), answer: Localized("Answer", "结论"),
            package: PackageStamp(id: "p", title: Localized(same: "P"), version: "1", fingerprint: "f"),
            parameters: ["region": "r.a"], isPartial: partial,
            result: .object(["x": .number(0.25), "y": .null]),
            blocks: [
                .figures([
                    Figure(Localized("n", "数"), .number(FigureNumber(5)), origin: Origin(basis: .counted))
                ]),
                .note(Note(.gap, Localized("unknown", "未知"))),
            ])
    }

    @Test func `a report comes back as it was kept, also after the folder is opened again`() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let kept = report("chain")
        let store = try Store(folder: path)
        store.keep(kept, at: "abc")
        try store.close()
        #expect(try Store(folder: path).report(at: "abc") == kept)
    }

    @Test func `an unknown address has no report and a partial report is not kept`() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = try Store(folder: path)
        store.keep(report("chain", partial: true), at: "part")
        #expect(store.report(at: "part") == nil)
        #expect(store.report(at: "'; DROP TABLE run; --") == nil)
    }

    @Test func `the latest runs come newest first and only of the package`() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let clock = HandClock()
        let store = try Store(folder: path, now: { clock.now })
        for name in ["a", "b", "c"] {
            clock.advance(60)
            store.keep(report(name), at: "address-\(name)")
        }
        #expect(store.latestRuns(of: "p").map(\.study) == ["c", "b", "a"])
        #expect(store.latestRuns(of: "p", limit: 1).map(\.keptAt) == [1_000_180])
        #expect(store.latestRuns(of: "other").isEmpty)
    }

    @Test func `a folder that is a file is refused with its name and what to do`() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("x".utf8).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: StoreError.self) { try Store(folder: path) }
        #expect(error?.description.contains(path) == true)
        #expect(error?.description.contains("--state") == true)
    }

    @Test func `only so many runs are kept; the oldest go`() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let clock = HandClock()
        let store = try Store(folder: path, runLimit: 2, now: { clock.now })
        for name in ["a", "b", "a", "c"] {
            clock.advance(60)
            store.keep(report(name), at: name)
        }
        #expect(store.latestRuns(of: "p", limit: 10).map(\.address) == ["c", "a"])
        #expect(store.report(at: "b") == nil)
    }

    @Test func `what cannot be kept or read is told to the operator, and the program goes on`() throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let told = Mutex<[String]>([])
        let store = try Store(folder: path, onFailure: { line in told.withLock { $0.append(line) } })
        try store.close()
        store.keep(report("chain"), at: "abc")
        #expect(store.report(at: "abc") == nil)
        #expect(store.latestRuns(of: "p").isEmpty)
        let lines = told.withLock { $0 }
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("run abc could not be ") })
    }

    @Test func `runs are kept and read by many at once`() async throws {
        let path = folder()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let store = try Store(folder: path)
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask { [report] in
                    store.keep(report("s\(number)", false), at: "a\(number)")
                    return store.report(at: "a\(number)")?.study == "s\(number)"
                }
            }
            for await isFound in group { #expect(isFound) }
        }
        #expect(store.latestRuns(of: "p", limit: 100).count == 40)
    }
}
