import Studies
import Testing

@Suite struct `Parameters that forms show at once` {
    @Test(arguments: StudyCatalogue.all.map(\.description.id))
    func `are parameters of the study, each named once, and leave some to fold`(id: String) throws {
        let study = try #require(StudyCatalogue.all.first { $0.description.id == id })
        let ids = study.description.parameters.map(\.id)
        let foremost = study.description.foremost
        #expect(foremost.filter { !ids.contains($0) } == [])
        #expect(Set(foremost).count == foremost.count)
        #expect(foremost.isEmpty || foremost.count < ids.count)
    }
}
