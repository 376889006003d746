import DataPackages
import Ecosystem
import HTTPTypes
import Reporting

extension Site {
    /// Operations that tell which data packages are served and what is known of them.
    var packageOperations: [Endpoint] {
        let first = ["package": "$response.body#/0/id"]
        return [
            .api(
                "/api/v1/packages", "listPackages", "The served data packages, the home first.",
                responses: [
                    .json(
                        200, "The packages.", "Packages",
                        links: [
                            .init(operation: "getPackage", inputs: first),
                            .init(operation: "listStudies", inputs: first),
                            .init(operation: "listRecords", inputs: first),
                        ])
                ]
            ) { _ in
                .json(JSONValue.array(self.order.compactMap { self.packages[$0] }.map(Site.stamp)).text())
            },
            .api(
                Site.packageRoot, "getPackage", "One data package.", inputs: [packageInput],
                responses: [.json(200, "The package.", "Package")]
            ) { call in .json(Site.stamp(try self.package(call)).text()) },
            .api(
                "\(Site.packageRoot)/findings", "listFindings", "What check found in the package.",
                inputs: [packageInput, languageInput],
                responses: [.json(200, "The findings.", "Findings")]
            ) { call in
                var answer = Answer.json(try self.package(call).findings.json(call.language))
                answer.headers[.contentLanguage] = call.language.tag
                return answer
            },
        ]
    }

    private static func stamp(_ package: ServedPackage) -> JSONValue {
        let identity = package.model.identity
        return .object([
            "id": .string(package.id), "title": both(identity.title), "version": .string(identity.version),
            "licence": identity.licence.map(JSONValue.string) ?? .null,
            "fingerprint": .string(package.model.fingerprint), "records": .integer(package.model.recordCount),
            "synthetic": .bool(identity.isSynthetic),
        ])
    }
}
