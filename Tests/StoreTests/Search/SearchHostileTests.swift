import Ecosystem
import Kernels
import Store
import Testing

@Suite struct `Search takes any text as text` {
    static let hostile = [
        "", " ", "\"", "\"\"\"", "'", "''", "*", "a*", "^a", "-a", "NOT a", "a AND", "AND", "OR OR OR",
        "NEAR(a b)",
        "NEAR(a b, 5)", "name:a", "{name body}:a", "name : (", "(((((((", ")", "a + b", "\\", "%", "_", "\0",
        "a\0b",
        "'; DROP TABLE entry; --", "1=1 --", "<script>alert(1)</script>", "&lt;", "\u{202E}abc", "\u{FEFF}",
        "\u{E000}", "💥💥", "e\u{301}", "ﬁn", "…", "，。、", "的", "的的的的的", "芯 片", "a.b.c.d.e.f", "......", "1,178",
        "1,,,1", "\u{D7A3}\u{3042}", "\u{10FFFF}", "İ", "ß",
        String(repeating: "a", count: 200), String(repeating: "天", count: 200),
        String(repeating: "\"", count: 200),
        String(repeating: "a ", count: 100), String(repeating: "天津", count: 100),
        String(repeating: "天 津", count: 66),
        String(repeating: "x", count: 10_000), String(repeating: "e\u{301}", count: 5000),
    ]

    @Test(arguments: hostile)
    func `and answers it`(text: String) async throws {
        let index = try SearchPackages.index()
        for kind in [nil, RecordKind.organization] {
            let results = try await index.results(for: SearchRequest(text, kind: kind))
            #expect(results.query.unicodeScalars.count <= SearchRequest.longestQuery)
            for hit in results.groups.flatMap(\.hits) {
                let parts = results.highlighter.parts(of: hit.excerpt)
                #expect(parts.map(\.text).joined() == hit.excerpt)
            }
        }
    }

    @Test func `of whatever characters`() async throws {
        let index = try SearchPackages.index()
        var chance = SeededGenerator(seed: 7)
        let alphabet = Array("ab1 .\"*()-:+^{}'\\天津汽车港的，　ＡＮＤé\u{301}\u{0}\u{200D}💥")
        for _ in 0..<400 {
            let length = chance.next(below: 40)
            let text = String((0..<length).map { _ in alphabet[chance.next(below: alphabet.count)] })
            let results = try await index.results(for: SearchRequest(text, limit: 3))
            for hit in results.groups.flatMap(\.hits) {
                #expect(results.highlighter.parts(of: hit.excerpt).map(\.text).joined() == hit.excerpt)
            }
        }
    }

    @Test func `and finds nothing where there is nothing to find`() async throws {
        let empty = try SearchIndex(SearchPackages.model([]))
        for text in ["天津", "a", "s000", ""] {
            let results = try await empty.results(for: SearchRequest(text))
            #expect(results.total == 0 && results.didYouMean == nil && results.suggestions.isEmpty)
        }
    }

    @Test func `in records of every kind and shape`() async throws {
        let rows: [(RecordKind, [FieldName: String])] = RecordKind.allCases.map { kind in
            var fields: [FieldName: String] = [:]
            for (number, field) in EcosystemSchema.schema(of: kind).fields.enumerated() {
                fields[field.name] =
                    ["\u{0}\"*", "天\u{E000}津;;", ";", "a;b\"c", String(repeating: "长", count: 900)][
                        number % 5]
            }
            fields["id"] = "x.\(kind.rawValue)"
            return (kind, fields)
        }
        let index = try SearchIndex(SearchPackages.model(rows))
        for text in ["天津", "长长", "a", "x.region", "\u{E000}"] {
            _ = try await index.results(for: SearchRequest(text, limit: 200))
        }
        #expect(try await index.results(for: SearchRequest("x.region")).exactID?.kind == .region)
    }
}

@Suite struct `Search marks what was asked` {
    private func marked(_ query: String, _ text: String) async throws -> String {
        let results = try await SearchPackages.index().results(for: SearchRequest(query))
        return results.highlighter.parts(of: text).map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func `in the letters of the text`() async throws {
        #expect(try await marked("芯片", "汽车芯片与芯片设计") == "汽车[芯片]与[芯片]设计")
        #expect(try await marked("park", "Parks and a carpark") == "[Park]s and a carpark")
        #expect(try await marked("ＳＵ７", "SU7 Ultra, SU70") == "[SU7] Ultra, [SU7]0")
        #expect(try await marked("e-town", "E-Town (BDA), E–Town") == "[E-Town] (BDA), [E–Town]")
        #expect(try await marked("天津 港", "天津港") == "[天津港]")
        #expect(try await marked("zzzz", "nothing") == "nothing")
    }
}

@Suite struct `Indexes of several packages` {
    @Test func `are made once and given when they are ready`() async throws {
        let indexes = SearchIndexes(limit: 1)
        let first = SearchPackages.model([(.organization, ["id": "o.a", "name_en": "Alpha"])])
        let second = SearchPackages.model([(.organization, ["id": "o.b", "name_en": "Beta"])])
        indexes.prepare(first)
        let a = try #require(try await indexes.index(of: first, within: .seconds(30)))
        let again = try #require(try await indexes.index(of: first, within: .zero))
        #expect(a === again)
        let b = try #require(try await indexes.index(of: second, within: .seconds(30)))
        #expect(try await b.results(for: SearchRequest("beta")).total == 1)
        let anew = try #require(try await indexes.index(of: first, within: .seconds(30)))
        #expect(anew !== a)
    }
}
