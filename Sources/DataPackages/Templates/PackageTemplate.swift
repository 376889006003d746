import Ecosystem
import Sheets

/// An empty region to fill: every table with its header, the descriptor, and a page that says how to begin.
public enum PackageTemplate {
    /// Writes the template into a new or empty folder, whole or not at all.
    ///
    /// - Throws: `DataPackageError` where the folder holds something or cannot be written.
    public static func write(to folder: String) throws {
        try PackageWriter.requireEmpty(folder)
        try DataPackageError.wrapping(folder) {
            var transaction = try FolderTransaction(target: folder)
            do {
                for (name, bytes) in files(named: RelativePath.name(folder)).sorted(by: { $0.key < $1.key }) {
                    try transaction.write(name, bytes)
                }
                try transaction.commit()
            } catch {
                transaction.abandon()
                throw error
            }
        }
    }

    /// The template's files by name.
    static func files(named name: String) -> [String: [UInt8]] {
        let id = PackageDescriptor.identifier(name)
        let identity = PackageIdentity(
            id: id, title: Localized("\(id): title to be filled in", "\(id)：待填写标题"), licence: "CC-BY-4.0")
        let tables = EcosystemSchema.all.map {
            ($0.kind, $0.fields.map(\.name).filter { $0 != "visibility" })
        }
        var files: [String: [UInt8]] = [:]
        for (kind, columns) in tables {
            files[kind.table + ".csv"] = CSVWriter.bytes(
                of: [columns.map(\.rawValue)],
                options: CSVWriterOptions(
                    writesByteOrderMark: false, endsLinesWithCRLF: true, guardsFormulas: false))
        }
        let node = PackageDescriptor(identity).node(tables: tables, isGuarded: false)
        files[PackageDescriptor.fileName] = Array((node.text() + "\n").utf8)
        files["README.md"] = Array(readme(id).utf8)
        return files
    }

    private static func readme(_ id: String) -> String {
        var text = """
            # \(id)

            ## 如何填写

            1. 在 `datapackage.json` 的 `jingwei` 中填写中英文标题、`homeRegion`（本地区编号）和 `places`（要比较的地点）。
            2. 先填 `sources.csv`、`paragraphs.csv`（出处），再填 `regions.csv`、`organizations.csv`，其余各表按需填写；空表可以删除。
            3. 编号自定，全包唯一，不含空格和分号；一格多值用 `;` 分隔；不知道的留空，不要填 0。
            4. 每条事实填 `basis`（依据）和 `sources`（段落编号）；规划中的写 `state` = planned。
            5. 文字只写一种语言时，把译文补入 `translations.csv`。
            6. 运行 `jingwei check` 查看问题；运行 `jingwei serve --data` 查看页面。

            ## How to fill it in

            1. In `datapackage.json`, under `jingwei`, give the titles in both languages, `homeRegion` (the id of the region)
               and `places` (what is to be compared).
            2. Begin with `sources.csv` and `paragraphs.csv`, then `regions.csv` and `organizations.csv`; fill other tables
               as far as you need them. Empty tables may be removed.
            3. Ids are yours, each only once in the package, without blanks and semicolons; several values in a cell are
               separated by `;`; leave unknown cells empty, never 0.
            4. Every fact has a `basis` and `sources` (ids of paragraphs); what is only intended has `state` = planned.
            5. A text in one language gets its other form in `translations.csv`.
            6. `jingwei check` lists what is wrong; `jingwei serve --data` shows the pages.

            ## 数据表 · Tables


            """
        for schema in EcosystemSchema.all {
            let required = schema.fields.filter(\.isRequired).map { "`\($0.name.rawValue)`" }.joined(
                separator: ", ")
            text +=
                "- `\(schema.kind.table).csv` \(schema.kind.label.zh) · \(schema.kind.label.en): \(required)\n"
        }
        return text
    }
}
