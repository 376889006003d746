import Ecosystem
import Testing

@testable import Web

@Suite struct `Shades of a map` {
    @Test(arguments: [
        (0, []), (1, ["1"]), (4, ["1", "2 or more"]), (7, ["1", "2–4", "5 or more"]),
        (40, ["1", "2–4", "5–9", "10–19", "20 or more"]),
        (900, ["1–49", "50–99", "100–199", "200–499", "500 or more"]),
    ])
    func `are at most five with round borders`(largest: Int, labels: [String]) {
        let shades = MapShades(upTo: largest)
        #expect(shades.bounds.indices.map { shades.label($0 + 1).en } == labels)
    }

    @Test func `give every number the class whose label holds it`() {
        let shades = MapShades(upTo: 40)
        #expect([0, 1, 2, 4, 5, 19, 20, 400].map(shades.shade) == [0, 1, 2, 2, 3, 4, 5, 5])
        #expect(shades.label(0).en.isEmpty && shades.label(9).en.isEmpty)
    }
}
