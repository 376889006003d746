import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import Web

struct `Limit of requests` {
    @Test func `so many at once, then as many a second as are refilled`() {
        let limiter = RateLimiter(burst: 3, perSecond: 2)
        for _ in 0..<3 { #expect(limiter.take("a", at: 100) == nil) }
        #expect(limiter.take("a", at: 100) == 0.5)
        #expect(limiter.take("b", at: 100) == nil)
        #expect(limiter.take("a", at: 100.5) == nil)
        #expect(limiter.take("a", at: 100.5) == 0.5)
        for _ in 0..<3 { #expect(limiter.take("a", at: 1000) == nil) }
        #expect(limiter.take("a", at: 1000) != nil)
    }

    @Test func `a clock that goes back gives nothing away and takes nothing`() {
        let limiter = RateLimiter(burst: 1, perSecond: 1)
        #expect(limiter.take("a", at: 100) == nil)
        #expect(limiter.take("a", at: 50) != nil)
        #expect(limiter.take("a", at: 101) == nil)
    }

    @Test func `many addresses do not fill the memory`() {
        let limiter = RateLimiter(burst: 1, perSecond: 1, clientLimit: 10)
        for number in 0..<1000 { #expect(limiter.take("\(number)", at: 1) == nil) }
        #expect(limiter.clients <= 10)
    }

    @Test func `the site answers 429 with the time to wait, to pages and to the API`() async throws {
        let seconds = Mutex(1000.0)
        let site = TestSites.small(
            studies: [],
            limits: {
                $0.burst = 2
                $0.perSecond = 0.1
            }, now: { Date(timeIntervalSince1970: seconds.withLock { $0 }) })
        let visitor = Visitor(site, client: "192.0.2.7")
        for _ in 0..<2 { #expect(try await visitor.get("/r/small").status == 200) }
        let page = try await visitor.get("/r/small")
        #expect(page.status == 429)
        #expect(page.headers[.retryAfter] == "10")
        #expect(PageReading(page.text).problems.isEmpty)
        let problem = try await visitor.get("/api/v1/packages")
        #expect(problem.status == 429)
        #expect(problem.type == "application/problem+json")
        seconds.withLock { $0 += 10 }
        #expect(try await visitor.get("/r/small").status == 200)
        #expect(try await Visitor(site, client: "192.0.2.8").get("/r/small").status == 200)
    }

    @Test(arguments: ["127.0.0.1", "::ffff:127.0.0.1", "::1", "local"])
    func `loopback is not limited`(client: String) async throws {
        let site = TestSites.small(
            studies: [], limits: { $0.burst = 1 }, now: { Date(timeIntervalSince1970: 0) })
        let visitor = Visitor(site, client: client)
        for _ in 0..<5 { #expect(try await visitor.get("/r/small").status == 200) }
    }
}
