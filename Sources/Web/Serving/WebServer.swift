import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle
import Studies
import Synchronization
import UnixSignals

/// Serves a site over HTTP until the process is asked to stop.
public struct WebServer: Sendable {
    /// The site.
    public let site: Site
    /// The address to listen on; loopback unless the operator says otherwise.
    public let host: String
    /// The port; 0 takes a free one.
    public let port: Int
    /// Where errors are logged.
    public let logger: Logger

    /// Seconds that open answers have to end after the program is asked to stop.
    private static let secondsToStop = 8

    /// A server.
    public init(site: Site, host: String, port: Int, logger: Logger) {
        self.site = site
        self.host = host
        self.port = port
        self.logger = logger
    }

    /// A server that listens.
    public struct Running: Sendable {
        /// The real port.
        public let port: Int
        fileprivate let group: GroupPlace

        /// Asks it to stop: runs are cancelled, open answers end, then `run` returns.
        public func stop() async { await group.value.withLock { $0 }?.triggerGracefulShutdown() }
    }

    fileprivate final class GroupPlace: Sendable {
        let value = Mutex<ServiceGroup?>(nil)
    }

    /// Listens and serves; `onReady` is told when it listens.
    ///
    /// - Parameter stopsOnSignals: whether SIGTERM and SIGINT stop it.
    /// - Throws: where the address cannot be listened on.
    public func run(stopsOnSignals: Bool = true, onReady: @escaping @Sendable (Running) -> Void) async throws
    {
        let channel = HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10))
        let place = GroupPlace()
        let port = port
        let application = Application(
            router: site.router(), server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in
                onReady(Running(port: channel.localAddress?.port ?? port, group: place))
            }, logger: logger)
        var configuration = ServiceGroupConfiguration(
            services: [application, RunCloser(queue: site.queue)],
            gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(WebServer.secondsToStop)
        let group = ServiceGroup(configuration: configuration)
        place.value.withLock { $0 = group }
        defer { site.queue.close() }
        try await group.run()
    }
}

/// Cancels the runs when the program is asked to stop, before the server waits for its open answers: a reader of a run's
/// events would keep the program alive for as long as the run takes.
private struct RunCloser: Service {
    let queue: RunQueue

    func run() async throws {
        try await gracefulShutdown()
        queue.close()
    }
}
