import Ecosystem
import Kernels
import Store
import Testing

@Suite struct `Search forgives a slip` {
    /// One letter wrong, missing, doubled or swapped with its neighbour, at a place that chance chooses.
    private func damaged(_ name: String, _ chance: inout SeededGenerator) -> String {
        var letters = Array(name)
        let places = letters.indices.filter { letters[$0].isLetter || letters[$0].isNumber }
        guard !places.isEmpty else { return name }
        let place = places[chance.next(below: places.count)]
        let isChinese = letters[place].unicodeScalars.allSatisfy { $0.value > 0x2E80 }
        let others = Array(isChinese ? "丁七万丈三上下不与丐丑专且" : "abcdefghijklmnopqrstuvwxyz")
        switch chance.next(below: isChinese ? 2 : 4) {
        case 0: letters[place] = others[chance.next(below: others.count)]
        case 1: letters.remove(at: place)
        case 2: letters.insert(letters[place], at: place)
        default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        }
        return String(letters)
    }

    @Test(arguments: Language.allCases)
    func `in names of five letters or more, three in Chinese`(language: Language) async throws {
        var chance = SeededGenerator(seed: 20_260_316)
        var asked = 0
        var found = 0
        var missed: [String] = []
        for id in SearchPackages.ids {
            let index = try SearchPackages.index(id)
            for kind in RecordKind.allCases where kind != .translation {
                for record in index.model.records(of: kind) {
                    let name = record.name[language]
                    let letters = name.count { $0.isLetter }
                    let isChinese = name.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                    guard isChinese ? letters >= 3 : letters >= 5, name.count <= SearchRequest.longestQuery,
                        name != record.id
                    else { continue }
                    let text = damaged(name, &chance)
                    let results = try await index.results(for: SearchRequest(text, kind: kind, limit: 5))
                    let names = results.groups.first?.hits.map { $0.record.name[language] } ?? []
                    asked += 1
                    if names.contains(name) {
                        found += 1
                    } else {
                        missed.append("\(record.id) \(name) → \(text)")
                    }
                }
            }
        }
        print(
            "search, one letter damaged, \(language): \(found) of \(asked) among the first five of the kind")
        #expect(asked > 800)
        #expect(Double(found) >= 0.95 * Double(asked), "\(missed.prefix(20))")
    }

    @Test func `and says what it took the query for`() async throws {
        let index = try SearchPackages.index()
        for (text, meant) in [
            ("Beijng Hyundai", "Beijing Hyundai"), ("北京奔弛", "北京奔驰"), ("tianjn park", "tianjin park"),
        ] {
            let results = try await index.results(for: SearchRequest(text))
            #expect(
                results.total > 0 && results.didYouMean == meant,
                "\(text): \(results.didYouMean ?? "nothing")")
        }
    }

    @Test func `but takes what is well written as it is`() async throws {
        let index = try SearchPackages.index()
        for text in ["天津", "河北", "Hebei", "battery", "芯片", "s000.kw"] {
            #expect(try await index.results(for: SearchRequest(text)).didYouMean == nil, "\(text)")
        }
    }
}

@Suite struct `A search that finds nothing` {
    @Test func `says which condition stands in the way`() async throws {
        let index = try SearchPackages.index()
        let narrow = try await index.results(for: SearchRequest("天津港", kind: .person))
        #expect(narrow.total == 0 && narrow.groups.isEmpty)
        let all = try await index.results(for: SearchRequest("天津港"))
        #expect(narrow.relaxations.first?.dropped == .kind(.person))
        #expect(narrow.relaxations.first?.count == all.total)

        let words = try await index.results(for: SearchRequest("天津港 qqqqzzzz"))
        #expect(words.total == 0)
        #expect(words.relaxations.map(\.query) == ["天津港"])
        #expect(words.relaxations.first?.dropped == .word("qqqqzzzz"))
        #expect(words.relaxations.first?.count == all.total)

        let both = try await index.results(for: SearchRequest("天津港 qqqqzzzz", kind: .person))
        #expect(both.relaxations.map(\.query) == ["天津港"] && both.relaxations.first?.kind == nil)
        #expect(both.relaxations.first?.count == all.total)
    }

    @Test func `offers names that share something`() async throws {
        let results = try await SearchPackages.index().results(for: SearchRequest("汽车博物馆大全"))
        #expect(results.total == 0)
        #expect(!results.suggestions.isEmpty)
        #expect(results.suggestions.allSatisfy { $0.name.zh.contains("汽车") || $0.fullName.zh.contains("汽车") })
    }
}
