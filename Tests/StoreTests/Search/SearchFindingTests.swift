import Ecosystem
import Store
import Testing

@Suite struct `Search finds every record` {
    /// The first result of the kind bears this text as a name, or the record is among those of its kind that share it.
    private func finds(_ record: Record, by text: String, sharing: Int, in index: SearchIndex) async throws
        -> Bool
    {
        let limit = min(SearchIndex.groupLimit, max(1, sharing))
        let request = SearchRequest(
            String(text.prefix(SearchRequest.longestQuery)), kind: record.kind, limit: limit)
        let group = try await index.results(for: request).groups.first
        return group?.hits.contains { $0.record.id == record.id } ?? false
    }

    @Test(arguments: SearchPackages.ids)
    func `by its id, first of all`(package: String) async throws {
        let index = try SearchPackages.index(package)
        for kind in RecordKind.allCases {
            // Translations are texts of other records; a tenth of them is enough to know that ids of all are read.
            let step = kind == .translation ? 10 : 1
            let records = index.model.records(of: kind)
            for place in stride(from: 0, to: records.count, by: step) {
                let record = records[place]
                let results = try await index.results(for: SearchRequest(record.id, limit: 1))
                #expect(results.groups.first?.hits.first?.record.id == record.id, "\(record.id)")
            }
        }
    }

    @Test(arguments: SearchPackages.ids, Language.allCases)
    func `by its name, first of its kind`(package: String, language: Language) async throws {
        let index = try SearchPackages.index(package)
        var asked = 0
        for kind in RecordKind.allCases where kind != .translation {
            let records = index.model.records(of: kind)
            var sharing: [String: Int] = [:]
            for record in records { sharing[record.name[language].lowercased(), default: 0] += 1 }
            for record in records {
                let name = record.name[language]
                guard name != record.id else { continue }
                let found = try await finds(
                    record, by: name, sharing: sharing[name.lowercased()] ?? 1, in: index)
                #expect(found, "\(record.id): \(name)")
                asked += 1
            }
        }
        #expect(asked > 400)
    }

    @Test func `by two Chinese characters, and by one`() async throws {
        let index = try SearchPackages.index()
        for word in ["芯片", "电池", "港"] {
            let results = try await index.results(for: SearchRequest(word, limit: 200))
            #expect(results.total > 3, "\(word)")
            for hit in results.groups.flatMap(\.hits) where hit.score < 980 {
                let texts = [hit.excerpt, hit.record.name.zh, hit.record.fullName.zh]
                #expect(texts.contains { $0.contains(word) }, "\(word): \(hit.record.id) \(hit.excerpt)")
            }
        }
    }

    @Test func `by names that documents misprint, and by codes`() async throws {
        let index = try SearchPackages.index()
        for (text, id) in [("build your dreams", "o.byd"), ("110000", "r.bj")] {
            let results = try await index.results(for: SearchRequest(text, limit: 5))
            #expect(results.groups.flatMap(\.hits).contains { $0.record.id == id }, "\(text)")
        }
        let model = SearchPackages.model([
            (
                .organization,
                ["id": "o.a", "name_en": "Alpha", "name_zh": "甲公司", "uscc": "91110000100006602T"]
            ), (.park, ["id": "p.a", "name_en": "Port", "region_id": "r", "locode": "CN TSN"]),
        ])
        let small = try SearchIndex(model)
        for (text, id) in [
            ("91110000100006602t", "o.a"), ("CNTSN", "p.a"), ("cn tsn", "p.a"), ("甲公司", "o.a"),
        ] {
            #expect(
                try await small.results(for: SearchRequest(text)).groups.first?.hits.first?.record.id == id,
                "\(text)")
        }
    }

    @Test func `whatever the width and case of letters`() async throws {
        let index = try SearchPackages.index()
        let plain = try await index.results(for: SearchRequest("su7 ultra"))
        #expect(plain.total > 0)
        for other in ["ＳＵ７　Ｕｌｔｒａ", "SU7 ULTRA", " Su7  uLtra "] {
            let results = try await index.results(for: SearchRequest(other))
            #expect(ids(results) == ids(plain), "\(other)")
        }
    }

    @Test func `by Chinese words that run on without blanks`() async throws {
        let index = try SearchPackages.index()
        let parted = try await index.results(for: SearchRequest("天津 芯片", limit: 50))
        let running = try await index.results(for: SearchRequest("天津的芯片", limit: 50))
        #expect(parted.total > 0 && ids(parted) == ids(running))
        #expect(running.didYouMean == nil)
    }

    @Test func `in the same order every time`() async throws {
        let first = try SearchPackages.index()
        let second = try SearchIndex(first.model)
        for text in ["天津", "battery", "港口", "s003", "北京 汽车", "tianjn"] {
            let left = try await first.results(for: SearchRequest(text, limit: 200))
            let right = try await second.results(for: SearchRequest(text, limit: 200))
            #expect(ids(left) == ids(right) && left.didYouMean == right.didYouMean, "\(text)")
            #expect(left.groups.flatMap(\.hits).map(\.score) == right.groups.flatMap(\.hits).map(\.score))
        }
    }

    @Test func `counts agree with results, and a kind narrows them`() async throws {
        let index = try SearchPackages.index()
        let all = try await index.results(for: SearchRequest("天津港", limit: 2))
        #expect(all.total == all.counts.reduce(0) { $0 + $1.count })
        #expect(all.groups.allSatisfy { $0.hits.count == min(2, $0.count) })
        for (kind, count) in all.counts {
            let one = try await index.results(for: SearchRequest("天津港", kind: kind, limit: 200))
            #expect(one.total == count && one.groups.map(\.kind) == [kind])
            #expect(one.counts.map(\.count) == all.counts.map(\.count))
            #expect(one.groups[0].hits.count == min(200, count))
        }
    }

    private func ids(_ results: SearchResults) -> [String] { results.groups.flatMap(\.hits).map(\.record.id) }
}

@Suite struct `An id that is typed` {
    @Test(arguments: ["s003.str.p2", "S003.STR.P2", " s003 str p2 ", "ｓ００３．ｓｔｒ．ｐ２"])
    func `leads to its record`(text: String) async throws {
        let results = try await SearchPackages.index().results(for: SearchRequest(text))
        #expect(results.exactID?.id == "s003.str.p2")
    }

    @Test func `is not seen in a word that is also a code of the vocabulary`() async throws {
        let results = try await SearchPackages.index().results(for: SearchRequest("supplies"))
        #expect(results.exactID == nil && results.total > 1)
    }

    @Test func `may be begun only`() async throws {
        let results = try await SearchPackages.index().results(for: SearchRequest("s003.str", limit: 50))
        #expect(results.exactID == nil)
        let found = results.groups.first { $0.kind == .paragraph }?.hits.map(\.record.id) ?? []
        #expect(found.contains("s003.str.p1") && found.contains("s003.str.p2"))
    }
}
