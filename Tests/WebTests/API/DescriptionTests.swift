import HTTPTypes
import Reporting
import Studies
import Testing

@testable import Web

struct `Description of the API` {
    private func reading() async throws -> OperationReading {
        OperationReading(try await TestSites.description.value)
    }

    @Test func `it is OpenAPI 3.1 with licence, version and unique operations`() async throws {
        let reading = try await reading()
        #expect(reading.document["openapi"] == .string("3.1.0"))
        #expect(reading.document["info"]?["version"] == .string(Site.version))
        #expect(reading.document["info"]?["license"]?["identifier"] == .string("Apache-2.0"))
        #expect(Set(reading.names).count == reading.names.count)
        #expect(reading.names.count == reading.all.count)
    }

    @Test func `every endpoint of the API is described, and nothing else`() async throws {
        let served = TestSites.site.endpoints.filter {
            $0.path.hasPrefix("/api/") && $0.path != "/api/v1/openapi.json"
        }
        let described = try await reading().all.map { "\($0.method.uppercased()) \($0.path)" }
        #expect(
            described
                == served.map { "\($0.method.rawValue) \($0.path)" }.sorted { left, right in
                    let (left, right) = (left.split(separator: " "), right.split(separator: " "))
                    return (left[1], left[0]) < (right[1], right[0])
                })
    }

    @Test func `every variable of a path is described, required, and among real ones where those are known`()
        async throws
    {
        for (path, _, operation) in try await reading().all {
            let variables = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                String($0.dropFirst().dropLast())
            }
            let inputs = operation["parameters"]?.list ?? []
            let described = inputs.filter { $0["in"] == .string("path") }
            #expect(described.compactMap { $0["name"]?.string }.sorted() == variables.sorted())
            for input in described {
                #expect(input["required"] == .bool(true))
                let schema = input["schema"]?.members ?? [:]
                #expect(
                    schema["enum"] != nil || schema["pattern"] != nil || schema["examples"] != nil, "\(path)")
                #expect(schema["enum"] != .array([]))
            }
        }
    }

    @Test func `every reference and every link leads somewhere`() async throws {
        let reading = try await reading()
        let schemas = reading.document["components"]?["schemas"]?.members ?? [:]
        for reference in reading.document.everything.compactMap({ $0.members["$ref"]?.string }) {
            #expect(schemas[String(reference.split(separator: "/").last ?? "")] != nil, "\(reference)")
        }
        for (path, _, operation) in reading.all {
            for (status, response) in OperationReading.responses(operation) {
                for link in (response["links"]?.members ?? [:]).values {
                    let target = try #require(
                        link["operationId"]?.string.flatMap(reading.operation), "\(path) \(status)")
                    let names = Set((target["parameters"]?.list ?? []).compactMap { $0["name"]?.string })
                    let given = Set((link["parameters"]?.members ?? [:]).keys)
                    #expect(given.isSubset(of: names), "\(path) \(status)")
                }
            }
        }
    }

    @Test func `a run that is started leads to its state, its report and its end`() async throws {
        let start = try #require(try await reading().operation("startRun"))
        let links = start["responses"]?["202"]?["links"]?.members.keys.sorted()
        #expect(links == ["cancelRun", "citeRun", "compareRuns", "getRun", "getRunReport"])
        #expect(start["responses"]?["202"]?["headers"]?["Location"] != nil)
    }

    @Test func `every answer that any operation may give is described as a problem`() async throws {
        for (path, _, operation) in try await reading().all {
            let responses = OperationReading.responses(operation)
            for status in ["400", "414", "429", "500"] {
                #expect(responses[status] != nil, "\(path) \(status)")
            }
            if path.contains("{") { #expect(responses["404"] != nil, "\(path)") }
            for (status, response) in responses where status >= "400" {
                let contents = response["content"]?.members ?? [:]
                #expect(contents.keys.sorted() == ["application/problem+json"], "\(path) \(status)")
            }
        }
        let start = try await reading().operation("startRun").map(OperationReading.responses) ?? [:]
        for status in ["403", "413", "415", "422", "503"] { #expect(start[status] != nil) }
    }

    @Test func `a report is described in each of its formats`() async throws {
        let operation = try #require(try await reading().operation("getRunReport"))
        let contents = operation["responses"]?["200"]?["content"]?.members.keys.sorted()
        #expect(contents == ReportFormat.allCases.map(\.mediaType).sorted())
    }

    @Test func `the parameters of every study are items of the query`() async throws {
        let operation = try #require(try await reading().operation("askStudy"))
        let input = try #require(operation["parameters"]?.list.first { $0["name"] == .string("parameters") })
        #expect(input["style"] == .string("form"))
        #expect(input["explode"] == .bool(true))
        let described = Set((input["schema"]?["properties"]?.members ?? [:]).keys)
        #expect(described == Set(StudyCatalogue.all.flatMap(\.description.parameters).map(\.id)))
    }

    @Test func `no study has a parameter that a page or an operation takes for itself`() {
        for study in StudyCatalogue.all {
            for parameter in study.description.parameters {
                #expect(!Call.pageItems.contains(parameter.id), "\(study.id) \(parameter.id)")
                #expect(!Call.operationItems.contains(parameter.id), "\(study.id) \(parameter.id)")
            }
        }
    }
}
