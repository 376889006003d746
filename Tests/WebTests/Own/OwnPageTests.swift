import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `Own data on the pages` {
    @Test func `the walk from a file through findings and columns to a study, and back`() async throws {
        let own = try OwnSite()
        let root = try await own.make(
            start: "small", title: "名单", file: ("列表.csv", OwnSite.organizations))
        let page = try await own.visitor.get("\(root)/own?lang=zh")
        #expect(page.status == 200)
        #expect(PageReading(page.text).problems == [])
        #expect(page.text.contains("列表.csv:3:home_region"))
        #expect(page.text.contains("将新增 2 条、更改 0 条记录"))
        // With errors it is not written unless they are accepted.
        #expect(try await own.send(root, "commit", ["version": "1"]).status == 422)
        #expect(try await own.visitor.get("\(root)/organizations").text.contains("乙公司") == false)
        let written = try await own.send(root, "commit", ["version": "1", "accept": "yes"])
        #expect(written.status == 303)
        #expect(try await own.visitor.get("\(root)/organizations?lang=zh").text.contains("乙公司"))
        #expect(try await own.visitor.get("\(root)/quality?lang=zh").text.contains("organizations.csv:4"))
        #expect(try await own.visitor.get("\(root)/studies/probe").status == 200)
        // The served package is as it was.
        #expect(try await own.visitor.get("/r/small/organizations?lang=zh").text.contains("乙公司") == false)
        #expect(try await own.send(root, "undo", ["version": "2"]).status == 303)
        #expect(try await own.visitor.get("\(root)/organizations?lang=zh").text.contains("乙公司") == false)
        #expect(try await own.send(root, "undo", ["version": "1"]).status == 409)
        #expect(try await own.send(root, "delete").status == 422)
        #expect(try await own.send(root, "delete", ["sure": "yes"]).headers[.location] == "/r/small/own")
        #expect(try await own.visitor.get("\(root)/own").status == 404)
        #expect(try await own.visitor.get(root).status == 404)
    }

    @Test func `columns that are not recognized are assigned by hand`() async throws {
        let own = try OwnSite()
        let table = Array("厂名,地方,其他\n丁厂,甲地,x\n".utf8)
        let root = try await own.make(start: "small", file: ("list.csv", table))
        let before = try await own.visitor.get("\(root)/own?lang=en")
        #expect(before.text.contains("neither name nor headers say which table this is"))
        #expect(try await own.send(root, "mapping", ["t0": "organizations"]).status == 303)
        #expect(
            try await own.send(
                root, "mapping",
                ["t0": "organizations", "t0c0": "name_zh", "t0c1": "home_region", "t0c2": "-"]
            ).status == 303)
        let after = try await own.visitor.get("\(root)/own?lang=en")
        #expect(after.text.contains("1 records would be added"))
        _ = try await own.send(root, "commit", ["version": "1", "accept": "yes"])
        let record = try #require(
            try await own.package(root).model.records(of: .organization).first {
                $0.text("name_zh") == "丁厂"
            })
        #expect(record.text("home_region") == "r.a")
        #expect(record.text("其他") == nil)
    }

    @Test func `a table can be left out, and words that are no choice say nothing`() async throws {
        let own = try OwnSite()
        let root = try await own.make(start: "small", file: ("list.csv", Array("a,b\n1,2\n".utf8)))
        _ = try await own.send(root, "mapping", ["t0": "<b>", "t0c0": "nothing", "t9c9": "id"])
        #expect(
            try await own.visitor.get("\(root)/own?lang=en").text.contains(
                "neither name nor headers say which table this is"))
        _ = try await own.send(root, "mapping", ["t0": "-"])
        #expect(
            try await own.visitor.get("\(root)/own?lang=en").text.contains("0 records would be added"))
    }

    @Test func `an own package is listed to nobody and opens by its link alone`() async throws {
        let own = try OwnSite()
        let root = try await own.make(start: "small", title: "secret title")
        let stranger = own.visitor.fresh()
        for path in ["/r/small", "/r/small/own", "/r/small/data", "/api/v1/packages", "/api/v1/openapi.json"]
        {
            let text = try await stranger.follow(path).text
            #expect(!text.contains("own-0") && !text.contains("secret title"), "\(path)")
        }
        #expect(try await stranger.get(root).status == 200)
        #expect(try await own.visitor.get("/r/small/own").text.contains("secret title"))
        let handle = try await own.package(root).model.identity.id
        for path in [
            "/r/\(handle)", "/r/own-\(String(repeating: "0", count: 32))", "/r/own-",
            "/r/\(root.dropFirst(7))",
            "/r/own-\(root.dropFirst(7).uppercased())", "/api/v1/packages/\(handle)", "/api/v1/own/\(handle)",
        ] {
            #expect(try await own.visitor.get(path).status == 404, "\(path)")
        }
    }

    @Test func `answers behind a private link are kept and listed by nobody between`() async throws {
        let own = try OwnSite()
        let root = try await own.make(start: "small")
        let robots = try #require(HTTPField.Name("X-Robots-Tag"))
        for path in [
            root, "\(root)/own", "\(root)/studies/probe", "\(root)/own/download",
            "/api/v1/packages\(root.dropFirst(2))",
        ] {
            let reply = try await own.visitor.get(path)
            #expect(reply.status == 200, "\(path)")
            #expect(reply.headers[.cacheControl] == "private, no-store", "\(path)")
            #expect(reply.headers[robots] == "noindex, nofollow", "\(path)")
        }
        #expect(try await own.visitor.get("/r/small").headers[robots] == nil)
    }

    @Test func `runs on own data open under its link alone, and do not bear it`() async throws {
        let own = try OwnSite()
        let (first, second) = (try await own.make(start: "small"), try await own.make(start: "small"))
        let api = "/api/v1/packages"
        var addresses: [String] = []
        for root in [first, second] {
            let started = try await own.visitor.post(
                "\(api)\(root.dropFirst(2))/runs", json: #"{"study": "probe"}"#)
            #expect(started.status == 202)
            addresses.append(try #require(started.json["address"]?.string))
        }
        #expect(addresses[0] != addresses[1])
        for address in addresses { _ = await own.site.settled(address, within: .seconds(60)) }
        let report = try await own.visitor.get("\(first)/runs/\(addresses[0])/report?format=json")
        #expect(report.status == 200)
        #expect(!report.text.contains(first.dropFirst(7)))
        for (root, address) in [(first, addresses[1]), (second, addresses[0]), ("/r/small", addresses[0])] {
            for path in [
                "\(root)/runs/\(address)", "\(root)/runs/\(address)/report",
                "\(api)\(root.dropFirst(2))/runs/\(address)",
            ] {
                #expect(try await own.visitor.get(path).status == 404, "\(path)")
            }
        }
        // Nobody compares with it from outside either.
        let id = first.dropFirst(3)
        #expect(try await own.visitor.get("/r/small/studies/probe?compare=\(id)").status == 404)
        #expect(try await own.visitor.get("\(api)/small/studies/probe/report?compare=\(id)").status == 422)
        #expect(try await own.visitor.get("\(first)/studies/probe?compare=small").status == 200)
    }

    @Test func `a package that was uploaded as a zip says itself what it is called`() async throws {
        let own = try OwnSite()
        let source = try await own.make(start: "small")
        let zip = try await own.visitor.get("\(source)/own/download")
        #expect(zip.type == "application/zip")
        let root = try await own.make(file: ("small.zip", zip.bytes))
        #expect(try await own.send(root, "commit", ["version": "1", "accept": "yes"]).status == 303)
        let copy = try await own.package(root)
        let original = try await own.package(source)
        #expect(copy.model.identity.title == original.model.identity.title)
        #expect(copy.model.recordCount == original.model.recordCount)
        #expect(copy.model.identity.id != original.model.identity.id)
    }

    @Test func `nothing is lost when the program starts anew`() async throws {
        let own = try OwnSite()
        let root = try await own.make(start: "small", file: ("organizations.csv", OwnSite.clean))
        _ = try await own.send(root, "commit", ["version": "1", "accept": "yes"])
        let again = Site(
            packages: [ServedPackage(model: SmallPackage.model())], studies: [ProbeStudy()], store: own.store,
            limits: TestSites.patient)
        #expect(try await Visitor(again).get("\(root)/organizations?lang=zh").text.contains("乙公司"))
    }
}
