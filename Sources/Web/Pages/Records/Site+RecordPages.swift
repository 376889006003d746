import Ecosystem
import Reporting

extension Site {
    /// Pages of records, their lists and files, and the pages about the data as a whole.
    var recordPages: [Endpoint] {
        RecordKind.withFolder.flatMap { kind -> [Endpoint] in
            guard let folder = kind.folder else { return [] }
            return [
                .page("/r/{package}/\(folder)") { call in try self.records(call).list(kind) },
                .page("/r/{package}/\(folder)/{id}") { call in
                    let pages = try self.records(call)
                    return kind == .source ? try pages.source() : try pages.record(kind)
                },
            ]
        } + [
            .page("/r/{package}/records") { call in try self.records(call).list(nil) },
            .page("/r/{package}/records/{id}") { call in try self.records(call).record(nil) },
            .file("/r/{package}/records/{id}/tables/{table}") { call in try await self.records(call).table()
            },
            .file("/r/{package}/lists/{kind}/tables/{table}") { call in
                try await self.records(call).listFile()
            },
            .file("/r/{package}/map/tables/{table}") { call in
                try await MapPage(site: self, call: call, package: try self.package(call)).file()
            },
            .file("/r/{package}/quality/tables/{table}") { call in
                try await QualityPage(site: self, call: call, package: try self.package(call)).file()
            },
            .page("/r/{package}/quality") { call in
                .page(QualityPage(site: self, call: call, package: try self.package(call)).html())
            },
            .page("/r/{package}/systems") { call in
                .page(SystemsPage(site: self, call: call, package: try self.package(call)).html())
            },
        ]
    }

    private func records(_ call: Call) throws(WebProblem) -> PackagePages {
        PackagePages(site: self, call: call, package: try package(call))
    }
}
