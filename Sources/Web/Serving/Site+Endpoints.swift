import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// Everything that the site answers.
    var endpoints: [Endpoint] {
        Assets.endpoints + PageScripts.endpoints(parts) + pages + dataPages + ownPages + recordPages
            + studyPages + scenarioPages + api
    }

    private var pages: [Endpoint] {
        [
            .page("/") { _ in .redirect(to: "/r/\(WebAddress.encoded(self.home))") },
            .page("/r/{package}") { call in
                .page(HomePage(site: self, call: call, package: try self.package(call)).page())
            },
            .page("/r/{package}/map") { call in
                .page(MapPage(site: self, call: call, package: try self.package(call)).page())
            },
            .page("/r/{package}/chain") { call in
                try await ChainPage(site: self, call: call, package: try self.package(call)).answer()
            },
            .page("/r/{package}/stress") { call in
                try await StressPage(site: self, call: call, package: try self.package(call)).answer()
            },
            .page("/r/{package}/keystones") { call in
                try await KeystonesPage(site: self, call: call, package: try self.package(call)).answer()
            },
            .page("/r/{package}/terms") { call in
                .page(TermsPage(site: self, call: call, package: try self.package(call)).page())
            },
            .page("/r/{package}/search") { call in
                try await SearchPage(site: self, call: call, package: try self.package(call)).answer()
            },
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
            .file("/r/{package}/studies/{study}/feed") { call in
                try await MonitorFeed(site: self, call: call, package: try self.package(call)).answer()
            },
            .page("/r/{package}/runs/{run}") { call in try await self.run(call).answer() },
            .file("/r/{package}/runs/{run}/events") { call in try self.run(call).events() },
            .file("/r/{package}/runs/{run}/report") { call in try await self.run(call).download() },
            .file("/r/{package}/runs/{run}/files/{file}") { call in try self.run(call).attachment() },
            .file("/r/{package}/runs/{run}/tables/{table}") { call in try await self.run(call).table() },
            .form("/r/{package}/runs/{run}/cancel") { call in try self.run(call).cancel() },
            .file("/r/{package}/runs/{run}/citation") { call in try self.run(call).citation() },
            .page("/r/{package}/compare") { call in
                try await ComparePage(site: self, call: call, package: try self.package(call)).answer()
            },
            .file("/r/{package}/compare/tables/{table}") { call in
                try await ComparePage(site: self, call: call, package: try self.package(call)).file()
            },
            .page("/embed/r/{package}/runs/{run}/{figure}") { call in
                try EmbedPage(
                    site: self, call: call, package: try self.package(call), run: call.variables["run"] ?? ""
                ).answer()
            },
        ]
    }

    private func run(_ call: Call) throws(WebProblem) -> RunPage {
        RunPage(site: self, call: call, package: try package(call), address: call.variables["run"] ?? "")
    }
}
