import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import Studies
import Synchronization

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

    /// A server.
    public init(site: Site, host: String, port: Int, logger: Logger) {
        self.site = site
        self.host = host
        self.port = port
        self.logger = logger
    }

    /// Listens and serves; `onReady` is told the real port.
    ///
    /// - Throws: where the address cannot be listened on.
    public func run(onReady: @escaping @Sendable (Int) -> Void) async throws {
        let channel = HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10))
        let application = Application(
            router: site.router(), server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in onReady(channel.localAddress?.port ?? port) }, logger: logger)
        try await application.runService()
        site.queue.close()
    }
}
