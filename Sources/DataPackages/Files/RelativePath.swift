import Ecosystem

/// Judges a path that a package names: it must stay inside the package's folder.
enum RelativePath {
    /// Why a path is refused; `nil` for a path that may be opened.
    static func refusal(_ path: String) -> Localized? {
        if path.isEmpty { return Localized("the path is empty", "路径为空") }
        if path.utf8.count > 1_000 { return Localized("the path is too long", "路径过长") }
        if path.contains("://") {
            return Localized("addresses of the network are never opened", "不会打开网络地址")
        }
        if path.hasPrefix("/") || path.hasPrefix("~") || path.contains("\\") || path.dropFirst().first == ":"
        {
            return Localized("only paths inside the package's folder are opened", "只打开包文件夹内的路径")
        }
        let isOdd = path.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        if isOdd { return Localized("the path holds a control character", "路径含有控制字符") }
        for part in path.split(separator: "/", omittingEmptySubsequences: false)
        where part == ".." || part == "." {
            return Localized("the path leaves the package's folder", "路径离开了包文件夹")
        }
        return nil
    }

    /// The last part of a path.
    static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What stands before the last part; the working directory where nothing does.
    static func folder(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part without its ending.
    static func stem(_ path: String) -> String {
        let name = name(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The ending in lower case, without the point; empty where there is none.
    static func ending(_ path: String) -> String {
        let name = name(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}
