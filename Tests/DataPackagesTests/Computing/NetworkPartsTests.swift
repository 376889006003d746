import Ecosystem
import Foundation
import Kernels
import Testing

@testable import DataPackages

/// A large network folder is read in parts on several threads.
@Suite struct `A network folder in parts` {
    private struct Found: Equatable {
        var network: SupplyNetwork?
        var findings: [Finding]
    }

    private func read(_ source: PackageSource, partBytes: Int) throws -> Found {
        var log = FindingLog(limit: 1_000)
        var reading = NetworkReading(source: source, partBytes: partBytes)
        let network = try reading.network(&log)
        return Found(network: network, findings: log.sorted())
    }

    /// The files read from memory, in one go, and from a folder in parts of some dozens of bytes.
    private func both(_ files: [String: String], partBytes: Int) throws -> (whole: Found, parts: Found) {
        try Places.withFolder { folder in
            for (name, text) in files {
                try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
            }
            let whole = try read(
                .memory(files.mapValues { Array($0.utf8) }, name: RelativePath.name(folder)),
                partBytes: partBytes)
            return (whole, try read(.folder(folder), partBytes: partBytes))
        }
    }

    private func files(_ random: inout SeededGenerator, firms: Int, faults: Bool) -> [String: String] {
        var list = "id,sector,region,revenue,bpns,jobs,name,mixed\n"
        let odd = ["", " ", "x", "1e200", "１２", "1,5"]
        for firm in 0..<firms {
            let fault = faults && random.next(below: 7) == 0
            let id = fault ? odd[random.next(below: 3)] : "企f\(firm)"
            let revenue = fault ? odd[random.next(below: 5)] : "\(firm).25"
            let mixed = random.next(below: 40) == 0 ? "n/a" : "\(firm)"
            list +=
                "\(id),s\(random.next(below: 5)), r\(random.next(below: 3)),\(revenue),B\(firm),\(firm % 4 == 0 ? "" : "7"),甲\(firm),\(mixed)\n"
            if random.next(below: 9) == 0 { list += " , ,\n\n" }
        }
        var links = "supplier,customer,value,via\n"
        for _ in 0..<6 * firms {
            let (from, to) = (random.next(below: firms), random.next(below: firms + (faults ? 2 : 0)))
            let value = faults && random.next(below: 9) == 0 ? "-1" : "\(from).5"
            links += "企f\(from), 企f\(to),\(value),\(["", "港", "rail"][random.next(below: 3)])\n"
        }
        return ["firms.csv": list, "links.csv": links, "links-earlier.csv": links]
    }

    @Test func `is the network that one reading from the beginning gives, with the same findings`() throws {
        var random = SeededGenerator(seed: 3)
        for round in 0..<30 {
            let files = files(&random, firms: 4 + random.next(below: 60), faults: round % 2 == 1)
            let (whole, parts) = try both(files, partBytes: 32 + random.next(below: 400))
            let isSame = whole == parts
            #expect(isSame, "round \(round)")
            #expect(whole.findings.isEmpty == (round % 2 == 0), "round \(round)")
            #expect(round % 2 == 1 || whole.network != nil, "round \(round)")
        }
    }

    @Test func `counts the findings that are too many to list`() throws {
        let links = "supplier,customer,value\n" + String(repeating: "a,b,1\nc,a,-1\n", count: 900)
        let files = ["firms.csv": "id,sector\na,x\nb,y\n", "links.csv": links]
        let (whole, parts) = try both(files, partBytes: 512)
        let isSame = whole == parts
        #expect(isSame)
        #expect(parts.findings.contains { $0.message.en.hasPrefix("800 further findings") })
    }

    @Test func `names firms by their letters, whatever the bytes`() throws {
        // é as one character, and as e with an accent behind it.
        let files = [
            "firms.csv": "id,sector\n\u{E9},x\nb,y\n", "links.csv": "supplier,customer,value\ne\u{301},b,1\n",
        ]
        let network = try #require(try both(files, partBytes: 16).whole.network)
        #expect(network.suppliers == [0] && network.customers == [1])
    }
}
