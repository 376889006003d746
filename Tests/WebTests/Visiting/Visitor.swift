import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Reporting
import Synchronization

@testable import Web

/// What a request was answered with.
struct Reply: Sendable {
    var status: Int
    var headers: HTTPFields
    var bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var type: String { headers[.contentType] ?? "" }
    var isPage: Bool { type.hasPrefix("text/html") && headers[.contentDisposition] == nil }
    /// The body as data; `null` where it is no JSON.
    var json: JSONValue { JSONValue(text: text) }

    /// Cookies that the answer sets: name to value and attributes.
    var cookies: [String: (value: String, attributes: [String])] {
        var found: [String: (String, [String])] = [:]
        for line in headers[values: .setCookie] {
            let parts = line.components(separatedBy: "; ")
            let pair = (parts.first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { found[pair[0]] = (pair[1], Array(parts.dropFirst())) }
        }
        return found
    }
}

/// A browser that asks the site inside this process, without a socket, and keeps the cookies that it is given.
final class Visitor: Sendable {
    private let responder: RouterResponder<SiteRequestContext>
    private let client: String
    private let logger: Logger
    private let jar = Mutex<[String: String]>([:])

    init(_ site: Site, client: String = "local", logger: Logger = Logger(label: "test")) {
        responder = site.router().buildResponder()
        self.client = client
        self.logger = logger
    }

    private init(_ other: Visitor) {
        responder = other.responder
        client = other.client
        logger = other.logger
    }

    /// Another browser of the same site, without cookies.
    func fresh() -> Visitor { Visitor(self) }

    var cookies: [String: String] { jar.withLock { $0 } }

    func get(_ target: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send(.get, target, headers: headers)
    }

    func post(_ target: String, json: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send(
            .post, target,
            headers: headers.merging(["Content-Type": "application/json"]) { first, _ in first },
            body: Array(json.utf8))
    }

    func post(_ target: String, form: [String: String], headers: [String: String] = [:]) async throws -> Reply
    {
        let fields = form.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let text = WebAddress.path("", query: fields).dropFirst()
        return try await send(
            .post, target,
            headers: headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { first, _ in
                first
            },
            body: Array(text.utf8))
    }

    /// Sends a form with files.
    func post(
        _ target: String, form: [String: String] = [:], file: (name: String, bytes: [UInt8])?,
        method: HTTPRequest.Method = .post, headers: [String: String] = [:]
    ) async throws -> Reply {
        let boundary = "----boundary7MA4YWxkTrZu0gW"
        var body: [UInt8] = []
        for (name, value) in form.sorted(by: { $0.key < $1.key }) {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let file {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n"
                    .utf8)
            body += Array("Content-Type: application/octet-stream\r\n\r\n".utf8) + file.bytes + [0x0D, 0x0A]
        }
        body += Array("--\(boundary)--\r\n".utf8)
        return try await send(
            method, target,
            headers: headers.merging(["Content-Type": "multipart/form-data; boundary=\(boundary)"]) {
                first, _ in first
            }, body: body)
    }

    /// Sends a request; redirects are not followed.
    func send(
        _ method: HTTPRequest.Method, _ target: String, headers: [String: String] = [:], body: [UInt8] = [],
        stop: (@Sendable (String) -> Bool)? = nil
    ) async throws -> Reply {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        let kept = jar.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        if !kept.isEmpty { fields.append(HTTPField(name: .cookie, value: kept.joined(separator: "; "))) }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "site.test", path: target, headerFields: fields)
        // Answers are made without waiting for anything, so that other tests get no turn unless they are given one.
        await Task.yield()
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let context = SiteRequestContext(client: client, logger: logger)
        let response = try await responder.respond(to: request, context: context)
        let sink = Sink(stop: stop)
        do { try await response.body.write(Collector(sink: sink)) } catch is Stopped {}
        let reply = Reply(
            status: response.status.code, headers: response.headers, bytes: sink.bytes.withLock { $0 })
        jar.withLock { jar in for (name, cookie) in reply.cookies { jar[name] = cookie.value } }
        return reply
    }

    /// Follows redirects from a GET, at most five.
    func follow(_ target: String, headers: [String: String] = [:]) async throws -> Reply {
        var reply = try await get(target, headers: headers)
        for _ in 0..<5 {
            guard (300..<400).contains(reply.status), let next = reply.headers[.location] else { break }
            reply = try await get(next, headers: headers)
        }
        return reply
    }
}

/// The reader went away.
private struct Stopped: Error {}

private final class Sink: Sendable {
    let bytes = Mutex<[UInt8]>([])
    let stop: (@Sendable (String) -> Bool)?
    init(stop: (@Sendable (String) -> Bool)?) { self.stop = stop }

    func add(_ buffer: ByteBuffer) throws {
        let all = bytes.withLock { bytes in
            bytes += buffer.readableBytesView
            return bytes
        }
        if let stop, stop(String(decoding: all, as: UTF8.self)) { throw Stopped() }
    }
}

private struct Collector: ResponseBodyWriter {
    let sink: Sink
    mutating func write(_ buffer: ByteBuffer) async throws { try sink.add(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
