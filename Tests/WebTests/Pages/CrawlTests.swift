import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.serialized, .timeLimit(.minutes(10)))
struct `Every link leads somewhere` {
    /// Every page is opened where the environment says `JINGWEI_CRAWL=all`, which takes a few minutes in a debug build.
    private static let pagesPerFolder =
        ProcessInfo.processInfo.environment["JINGWEI_CRAWL"] == "all" ? Int.max : 25

    @Test(arguments: [
        (TestSites.region, "zh"), (TestSites.region, "en"), (TestSites.clusters, "zh"),
        (TestSites.clusters, "en"),
    ])
    func `from the home of a package, in a language`(package: String, language: String) async throws {
        let model = try #require(TestSites.shipped.first { $0.id == package }).model
        var crawler = Crawler(TestSites.visitor.fresh(), model: model, pagesPerFolder: Self.pagesPerFolder)
        try await crawler.crawl(from: "/r/\(package)", language: language)
        #expect(crawler.problems == [])
        // Everything with a page of its own was reached from the home.
        for kind in [RecordKind.organization, .segment, .region, .source] {
            for record in model.records(of: kind) {
                let folder = kind == .source ? "sources" : "\(kind.rawValue)s"
                let path = "/r/\(package)/\(folder)/\(WebAddress.encoded(record.id))"
                #expect(crawler.visited.contains(path), "\(path) is linked from nowhere")
            }
        }
        for study in StudyCatalogue.all {
            #expect(crawler.visited.contains("/r/\(package)/studies/\(study.id)"))
        }
        print("crawled \(crawler.pages) pages of \(package) in \(language)")
    }

    @Test func `in a package whose every text and id is hostile`() async throws {
        let shipped = try #require(TestSites.shipped.first { $0.id == TestSites.clusters }).model
        let model = HostilePackage.model(of: shipped)
        let site = Site(
            packages: [ServedPackage(model: model)], queue: RunQueue(width: 2), limits: TestSites.patient)
        var crawler = Crawler(Visitor(site), model: model, pagesPerFolder: Self.pagesPerFolder)
        try await crawler.crawl(from: "/r/hostile", language: "en")
        // A study may refuse such data; no page may be broken by it.
        #expect(crawler.problems.filter { !$0.hasSuffix(": 422") } == [])
        #expect(crawler.pages > 100)
        site.queue.close()
    }
}

/// A package like another one, with markup in every text and quotes in every id.
private enum HostilePackage {
    static let suffix = "'\"><script>alert(1)</script>"
    static let idSuffix = "'\"<i>&"

    static func model(of model: EcosystemModel) -> EcosystemModel {
        let known = model.identity
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: "hostile", title: Localized(known.title.en + suffix, known.title.zh + suffix),
                version: suffix, licence: suffix,
                homeRegion: known.homeRegion.map { RegionID($0.text + idSuffix) },
                places: known.places.map { RegionID($0.text + idSuffix) },
                headline: known.headline.map { IndicatorID($0.text + idSuffix) },
                focusProduct: known.focusProduct.map { ProductID($0.text + idSuffix) }))
        for kind in RecordKind.allCases {
            let schema = EcosystemSchema.schema(of: kind)
            for record in model.records(of: kind) {
                var fields: [FieldName: String] = [:]
                for field in schema.fields {
                    guard let text = record.text(field.name) else { continue }
                    fields[field.name] =
                        switch field.type {
                        case .id, .reference: text + idSuffix
                        case .references: record.list(field.name).map { $0 + idSuffix }.joined(separator: ";")
                        case .text, .phrase, .phrases, .name, .unit, .period, .identifier: text + suffix
                        default: text
                        }
                }
                builder.add(kind, fields)
            }
        }
        return builder.build()
    }
}
