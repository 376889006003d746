import ArgumentParser
import DataPackages
import Ecosystem
import Logging
import Store
import Web

/// Serves pages and the API.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve pages and the API on http://127.0.0.1:8080.",
        discussion: "Without --data, every built-in package is served, the first one as home.")

    @Option(help: "Folder of a data package; may be given several times, the first one is the home.")
    var data: [String] = []

    @Option(help: "Folder for runs and, later, members' records.")
    var state: String = "./jingwei-state"

    @Option(help: "Address to listen on. Behind anything but loopback, put a reverse proxy with TLS.")
    var host: String = "127.0.0.1"

    @Option(help: "Port to listen on; 0 takes a free one.")
    var port: Int = 8080

    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("port \(port) is none of 0 … 65535") }
    }

    func run() async throws {
        let language = language.value
        let folders = data.isEmpty ? try Packages.builtInFolders(language: language) : data
        let packages = try folders.map { ServedPackage(try Packages.read($0, language: language)) }
        var logger = Logger(label: "jingwei")
        logger.logLevel = .warning
        let log = logger
        let store: Store
        do {
            store = try Store(folder: state, onFailure: { log.error("\($0)") })
        } catch {
            Console.tell(error.message[language])
            throw ExitCode(1)
        }
        store.removeLooseFolders()
        let server = WebServer(
            site: Site(packages: packages, store: store, logger: logger), host: host, port: port,
            logger: logger)
        do {
            try await server.run { running in
                let names = packages.map { $0.model.identity.title[language] }.joined(separator: ", ")
                Console.tell("\(names)\nhttp://\(host):\(running.port)")
            }
        } catch {
            let text = Localized(
                "\(host):\(port) cannot be served: \(error); is the port taken? choose another with --port",
                "无法在 \(host):\(port) 提供服务：\(error)；端口是否被占用？请用 --port 换一个")
            Console.tell(text[language])
            throw ExitCode(1)
        }
    }
}
