/// The relationships of one part of the package: what it refers to, by id.
final class RelationshipsPart: XMLHandler {
    struct Target {
        var type: String
        var path: String
    }

    private(set) var targets: [String: Target] = [:]
    /// In the order of the file.
    private(set) var ordered: [Target] = []
    private let folder: String

    /// `folder` is the one of the part that the relationships belong to, such as `xl`.
    init(folder: String) { self.folder = folder }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes.string("Id"),
            let path = attributes.string("Target"),
            attributes.string("TargetMode") != "External", ordered.count < 10_000
        else { return }
        let type = attributes.string("Type")?.split(separator: "/").last.map(String.init) ?? ""
        let target = Target(type: type, path: RelationshipsPart.resolve(path, in: folder))
        targets[id] = target
        ordered.append(target)
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// `../a/b.xml` in `xl/c` is `xl/a/b.xml`; a path that begins with `/` counts from the root of the package.
    static func resolve(_ path: String, in folder: String) -> String {
        var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in path.split(separator: "/") {
            if part == ".." {
                _ = parts.popLast()
            } else if part != "." {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}

/// `workbook.xml`: the sheets and the date system.
final class WorkbookPart: XMLHandler {
    struct Sheet {
        var name: String
        var relationship: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var uses1904 = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheet", sheets.count < 10_000 {
            let state = attributes.string("state")
            sheets.append(
                Sheet(
                    name: attributes.string("name") ?? "", relationship: attributes.string("id") ?? "",
                    isHidden: state == "hidden" || state == "veryHidden"))
        } else if name == "workbookPr" {
            let flag = attributes.string("date1904")
            uses1904 = flag == "1" || flag == "true" || flag == "on"
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
