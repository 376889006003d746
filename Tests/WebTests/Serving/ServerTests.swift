import Foundation
import FoundationNetworking
import Logging
import Studies
import Synchronization
import Testing

@testable import Web

/// A server of a site on a free port of this machine, for as long as a test takes.
private func serving(_ site: Site, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
    let server = WebServer(site: site, host: "127.0.0.1", port: 0, logger: Logger(label: "test"))
    let (ready, tell) = AsyncStream<WebServer.Running>.makeStream()
    let task = Task { try await server.run(stopsOnSignals: false) { tell.yield($0) } }
    var iterator = ready.makeAsyncIterator()
    guard let running = await iterator.next() else { return }
    do {
        try await body(running.port)
        await running.stop()
    } catch {
        await running.stop()
        throw error
    }
    try await task.value
}

/// Hears a stream of events as it comes.
private final class Listener: NSObject, URLSessionDataDelegate, Sendable {
    private let heard = Mutex("")
    private let ended = Mutex(false)
    var text: String { heard.withLock { $0 } }
    var isEnded: Bool { ended.withLock { $0 } }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        heard.withLock { $0 += String(decoding: data, as: UTF8.self) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        ended.withLock { $0 = true }
    }
}

/// Sends bytes as they are and reads all that comes back until the server closes or has been silent for `patience`
/// seconds: minutes where an answer must come, so that a busy machine fails no test. It waits on a thread of its own,
/// because the server under test answers on the threads of the tests' tasks.
private func raw(_ port: Int, _ text: String, patience: Int = 240) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Result { try exchanged(port, text, patience: patience) })
        }
    }
}

/// What `raw` does, on the thread that calls it.
private func exchanged(_ port: Int, _ text: String, patience: Int) throws -> String {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    try #require(connected == 0)
    let bytes = Array(text.utf8)
    _ = send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
}

@Suite(.serialized, .timeLimit(.minutes(10)))
struct `Server on a port` {
    private func session(_ delegate: (any URLSessionDataDelegate)? = nil) -> URLSession {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 300
        return URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    private func url(_ port: Int, _ path: String) throws -> URL {
        try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
    }

    @Test func `a browser keeps theme, language and visit, and its form works`() async throws {
        let gate = Gate()
        let site = TestSites.small(studies: [ProbeStudy(gate)])
        try await serving(site) { port in
            let session = session()
            _ = try await session.data(from: url(port, "/r/small?lang=en"))
            let (page, answer) = try await session.data(from: url(port, "/?theme=dark"))
            #expect((answer as? HTTPURLResponse)?.statusCode == 200)
            #expect(answer.url?.path == "/r/small")
            let text = String(decoding: page, as: UTF8.self)
            #expect(text.contains("data-theme=\"dark\""))
            #expect(text.contains("lang=\"en\""))
            let (progress, state) = try await session.data(from: url(port, "/r/small/studies/probe?word=x"))
            #expect((state as? HTTPURLResponse)?.statusCode == 202)
            let tags = PageReading(String(decoding: progress, as: UTF8.self)).tags
            let token = tags.first { $0.name == "input" && $0.attributes["name"] == "token" }?.attributes[
                "value"]
            var request = URLRequest(url: try url(port, "\(state.url?.path ?? "")/cancel"))
            request.httpMethod = "POST"
            request.httpBody = Data("token=\(token ?? "")".utf8)
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            let (_, after) = try await session.data(for: request)
            #expect((after as? HTTPURLResponse)?.statusCode == 410)
            session.invalidateAndCancel()
        }
    }

    @Test func `events come as they happen, and the stream ends with the run`() async throws {
        let gate = Gate()
        let site = TestSites.small(studies: [ProbeStudy(gate)])
        try await serving(site) { port in
            let (_, answer) = try await session().data(from: url(port, "/r/small/studies/probe?lang=en"))
            let path = answer.url?.path ?? ""
            let listener = Listener()
            let session = session(listener)
            session.dataTask(with: try url(port, "\(path)/events?lang=en")).resume()
            #expect(
                await until {
                    listener.text.contains("event: progress") && listener.text.contains(": still here")
                })
            #expect(!listener.isEnded)
            gate.open()
            #expect(await until { listener.isEnded })
            #expect(listener.text.hasSuffix("event: end\ndata: {}\n\n"))
            session.invalidateAndCancel()
        }
    }

    @Test func `a reader who hangs up is no longer listened for`() async throws {
        let site = TestSites.small(studies: [ProbeStudy(Gate())])
        try await serving(site) { port in
            let (_, answer) = try await session().data(from: url(port, "/r/small/studies/probe"))
            let listener = Listener()
            let session = session(listener)
            session.dataTask(with: try url(port, "\(answer.url?.path ?? "")/events")).resume()
            #expect(await until { listener.text.contains("event: progress") })
            #expect(site.queue.listeners == 1)
            session.invalidateAndCancel()
            #expect(await until { site.queue.listeners == 0 })
        }
    }

    @Test func `it stops although a reader hears the events of a run that does not end`() async throws {
        let site = TestSites.small(studies: [ProbeStudy(Gate())])
        let listener = Listener()
        let session = session(listener)
        try await serving(site) { port in
            let (_, answer) = try await self.session().data(from: url(port, "/r/small/studies/probe"))
            session.dataTask(with: try url(port, "\(answer.url?.path ?? "")/events")).resume()
            #expect(await until { listener.text.contains("event: progress") })
        }
        #expect(await until { listener.isEnded })
        #expect(listener.text.hasSuffix("event: end\ndata: {}\n\n"))
        session.invalidateAndCancel()
    }

    @Test func `what is no HTTP, too long or too large is refused, and the server goes on`() async throws {
        let site = TestSites.small(studies: [ProbeStudy()])
        try await serving(site) { port in
            /// The first words of the answer to a request of this line with these header fields.
            func ask(_ line: String, _ headers: String = "") async throws -> String {
                try await raw(port, "\(line) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(headers)\r\n")
            }
            let long = String(repeating: "a", count: 40_000)
            let many = (0..<400).map { "X-\($0): \(long.prefix(200))\r\n" }.joined()
            let large = "Content-Type: application/json\r\nContent-Length: 9000000\r\n"
            let head = try await ask("HEAD /r/small")
            #expect(head.hasPrefix("HTTP/1.1 200"))
            #expect(head.hasSuffix("\r\n\r\n"))
            for (line, headers, status) in [
                ("GET /r/small", "", "200"), ("GET /\(long)", "", "4"),
                ("GET /r/small?\(long.prefix(9000))", "", "414"),
                ("GET /r/small", "X: \(long)\r\n", "4"), ("GET /r/small", many, "4"),
                ("GET /r/%ff", "", "400"),
                ("GET /r/../../etc/passwd", "", "404"), ("PUT /r/small", "", "405"), ("OPTIONS *", "", "4"),
                ("GET http://other.test/r/small", "", "200"),
                ("POST /api/v1/packages/small/runs", large, "413"),
            ] {
                let answer = try await ask(line, headers)
                #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(line.prefix(60)): \(answer.prefix(60))")
            }
            for noise in ["\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\r\n\r\n\r\n"]
            {
                let answer = try await raw(port, noise, patience: 1)
                #expect(!answer.hasPrefix("HTTP/1.1 5"))
            }
            let after = try await ask("GET /r/small")
            #expect(after.hasPrefix("HTTP/1.1 200"))
        }
    }
}
