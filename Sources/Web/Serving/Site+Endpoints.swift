import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// Everything that the site answers.
    var endpoints: [Endpoint] { Assets.endpoints + pages + studyPages + api }

    private var pages: [Endpoint] {
        [
            .page("/") { _ in .redirect(to: "/r/\(WebAddress.encoded(self.home))") },
            .page("/r/{package}") { call in
                .page(HomePage(site: self, call: call, package: try self.package(call)).page())
            },
            .page("/r/{package}/data") { call in
                .page(DataPage(site: self, call: call, package: try self.package(call)).page())
            },
            list("organizations", .organization, Localized("Organizations", "机构")),
            list("segments", .segment, Localized("Segments", "环节")),
            list("regions", .region, Localized("Regions", "地区")),
            list("sources", .source, Localized("Sources", "文献")),
            record("organizations", .organization), record("segments", .segment), record("regions", .region),
            record("records", nil),
            .page("/r/{package}/sources/{id}") { call in try self.packagePages(call).source() },
        ]
    }

    private var studyPages: [Endpoint] {
        [
            .page("/r/{package}/studies") { call in
                .page(StudiesPage(site: self, call: call, package: try self.package(call)).page())
            },
            .page("/r/{package}/studies/{study}") { call in
                let package = try self.package(call)
                return try await StudyPage(
                    site: self, call: call, package: package, study: try self.study(call)
                ).answer()
            },
            .page("/r/{package}/runs/{run}") { call in try await self.run(call).answer() },
            .file("/r/{package}/runs/{run}/events") { call in try self.run(call).events() },
            .file("/r/{package}/runs/{run}/report") { call in try await self.run(call).download() },
            .file("/r/{package}/runs/{run}/tables/{table}") { call in try await self.run(call).table() },
            .form("/r/{package}/runs/{run}/cancel") { call in try self.run(call).cancel() },
        ]
    }

    private func packagePages(_ call: Call) throws(WebProblem) -> PackagePages {
        PackagePages(site: self, call: call, package: try package(call))
    }

    private func list(_ folder: String, _ kind: RecordKind, _ title: Localized) -> Endpoint {
        .page("/r/{package}/\(folder)") { call in try self.packagePages(call).list(kind, title) }
    }

    private func record(_ folder: String, _ kind: RecordKind?) -> Endpoint {
        .page("/r/{package}/\(folder)/{id}") { call in try self.packagePages(call).record(kind) }
    }

    private func run(_ call: Call) throws(WebProblem) -> RunPage {
        RunPage(site: self, call: call, package: try package(call), address: call.variables["run"] ?? "")
    }
}
