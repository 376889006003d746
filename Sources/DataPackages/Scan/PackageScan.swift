import Ecosystem
import Sheets

/// Reads all tables of a package once: every record goes through the rules, and into a model where one is wanted.
///
/// `check` and `read` are this one scan, without and with a ``ModelSink``. Tables are read in an order in which most
/// references point to what has been read; the rest waits until the end. Memory: about 45 bytes and the text for an
/// id, 22 bytes and the text for a translation, whatever else the tables hold.
final class PackageScan {
    private let source: PackageSource
    private let context: ScanContext
    private let progress: ReadingProgress
    private(set) var sink: ModelSink?
    private(set) var extraFiles: [String] = []
    /// Whether every cell of every table went through.
    var isComplete: Bool { context.isComplete }
    /// The files of the tables.
    var tableFiles: Set<String> { Set(context.files) }

    init(
        _ source: PackageSource, options: CheckOptions, buildsModel: Bool,
        progress: ReadingProgress = ReadingProgress()
    ) {
        self.source = source
        self.progress = progress
        context = ScanContext(options: options)
        sink = buildsModel ? ModelSink() : nil
    }

    /// The findings, in their order.
    var findings: [Finding] { context.log.sorted() }

    /// Reads everything.
    ///
    /// - Throws: `DataPackageError` where the folder cannot be read at all.
    func run() throws(DataPackageError) -> PackageDescriptor {
        let names = try source.fileNames()
        var descriptor = readDescriptor(names)
        let tables = chooseTables(&descriptor, names)
        sink?.begin(descriptor.identity)
        if tables.isEmpty {
            context.log.add(
                Finding(
                    .error, file: PackageDescriptor.fileName,
                    Localized(
                        "no table of an ecosystem is here; expected files such as regions.csv and organizations.csv",
                        "没有可识别的数据表；应有 regions.csv、organizations.csv 等文件")))
        }
        let total = tables.values.reduce(0) { $0 + source.size(of: $1.path) }
        context.ids.reserve(fileSize: total)
        if let table = tables[.translation] {
            context.translations.reserve(fileSize: source.size(of: table.path))
        }
        var behind = 0
        for kind in Self.order {
            guard let resource = tables[kind] else { continue }
            progress.begins(resource.path, after: behind, of: total)
            scan(resource, kind)
            behind += source.size(of: resource.path)
        }
        context.ids.addLate { context.reportTaken($0, $1) }
        context.resolvePending()
        context.findCircles()
        context.checkPlaces()
        if context.untranslatedPhrases > 0 {
            context.log.add(
                Finding(
                    .gap, file: RecordKind.translation.table + ".csv",
                    Localized(
                        "there is no table of translations; \(context.untranslatedPhrases) texts stand in one language only",
                        "没有译文表；\(context.untranslatedPhrases) 处文字只有一种语言")))
        }
        checkIdentity(descriptor, isEmpty: tables.isEmpty)
        return descriptor
    }

    /// Translations first, because phrases look for them; then what is referred to before what refers.
    private static let order: [RecordKind] = {
        let first: [RecordKind] = [
            .translation, .source, .paragraph, .predicate, .region, .organization, .park, .segment, .product,
            .site,
            .person, .indicatorDefinition, .logisticsLink, .policy, .relocation, .event, .indicator,
        ]
        let rest = RecordKind.allCases.filter { !first.contains($0) && $0 != .correction }
        return first + rest + [.correction]
    }()

    private func readDescriptor(_ names: [String]) -> PackageDescriptor {
        let fallback = PackageDescriptor(
            PackageIdentity(
                id: PackageDescriptor.identifier(source.name), title: Localized(same: source.name)))
        guard names.contains(PackageDescriptor.fileName) else {
            context.log.add(
                Finding(
                    .note, file: PackageDescriptor.fileName,
                    Localized(
                        "there is no datapackage.json; tables are recognized by their file names",
                        "没有 datapackage.json；按文件名识别数据表")))
            return fallback
        }
        do {
            let bytes = try source.bytes(of: PackageDescriptor.fileName)
            let node = try JSONParser.parse(bytes)
            return PackageDescriptor.read(node, fallbackName: source.name, into: &context.log)
        } catch {
            context.log.add(
                Finding(.error, file: PackageDescriptor.fileName, row: error.line, error.message))
            return fallback
        }
    }

    /// The table of each kind: what the descriptor names, then files that bear a table's name.
    private func chooseTables(
        _ descriptor: inout PackageDescriptor, _ names: [String]
    ) -> [RecordKind: PackageResource] {
        var tables: [RecordKind: PackageResource] = [:]
        var used: Set<String> = [PackageDescriptor.fileName]
        for resource in descriptor.resources {
            let line = resource.line > 0 ? resource.line : nil
            func note(_ severity: Finding.Severity, _ message: Localized) {
                context.log.add(
                    Finding(
                        severity, file: PackageDescriptor.fileName, row: line, message, value: resource.path))
            }
            let shown = Finding.shown(resource.path)
            if let refusal = source.refusal(resource.path) {
                note(
                    .error,
                    Localized("“\(shown)” is not read: \(refusal.en)", "不读取“\(shown)”：\(refusal.zh)"))
                continue
            }
            used.insert(resource.path)
            guard let kind = resource.kind, RelativePath.ending(resource.path) != "json" else {
                extraFiles.append(resource.path)
                note(
                    .note,
                    Localized(
                        "“\(shown)” is no table of an ecosystem; it is kept as it is and not read",
                        "“\(shown)”不是生态数据表；原样保留，不读取"))
                continue
            }
            if let first = tables[kind] {
                context.isComplete = false
                note(
                    .error,
                    Localized(
                        "the table \(kind.table) is given twice; “\(shown)” is not read, “\(first.path)” is",
                        "数据表 \(kind.table) 出现两次；只读取“\(first.path)”，不读取“\(shown)”"))
                continue
            }
            tables[kind] = resource
        }
        for name in names where !used.contains(name) && RelativePath.ending(name) == "csv" {
            let hasDescriptor = descriptor.node != nil
            if let kind = RecordKind(table: RelativePath.stem(name)), tables[kind] == nil,
                source.refusal(name) == nil
            {
                tables[kind] = PackageResource(
                    name: kind.table, path: name, encoding: nil, delimiter: hasDescriptor ? nil : "detected",
                    isGuarded: !hasDescriptor, line: 0,
                    kind: kind)
                guard hasDescriptor else { continue }
                context.log.add(
                    Finding(
                        .note, file: name,
                        Localized(
                            "datapackage.json does not name this table; it is read all the same",
                            "datapackage.json 未列出此表；仍会读取")))
            } else if source.refusal(name) == nil {
                extraFiles.append(name)
                context.log.add(
                    Finding(
                        .note, file: name,
                        Localized(
                            "the file bears no table's name; it is kept as it is and not read",
                            "文件名不是数据表名；原样保留，不读取")))
            }
        }
        return tables
    }

    private func checkIdentity(_ descriptor: PackageDescriptor, isEmpty: Bool) {
        guard descriptor.node != nil, !isEmpty else { return }
        let identity = descriptor.identity
        let section = descriptor.node?["jingwei"]
        func check(_ id: String, _ kind: RecordKind, _ name: String) {
            let number = context.ids.find(id)
            guard number < 0 || !context.ids.entry(number).kinds.meets(KindMask(kind)) else { return }
            let shown = Finding.shown(id)
            context.log.add(
                Finding(
                    .error, file: PackageDescriptor.fileName, row: section?[name]?.line ?? section?.line,
                    column: FieldName(rawValue: name),
                    Localized(
                        "“\(name)” names “\(shown)”, and the package has no such \(kind.label.en)",
                        "“\(name)”所列“\(shown)”在包中没有对应的\(kind.label.zh)"), value: id))
        }
        if let home = identity.homeRegion { check(home.text, .region, "homeRegion") }
        for place in identity.places { check(place.text, .region, "places") }
        for indicator in identity.headline { check(indicator.text, .indicator, "headline") }
        if let product = identity.focusProduct { check(product.text, .product, "focusProduct") }
    }
}

extension PackageScan {
    private func scan(_ resource: PackageResource, _ kind: RecordKind) {
        let table = context.files.count
        context.files.append(resource.path)
        context.kinds.append(kind)
        context.headers.append([])
        var options = CSVOptions(maximumProblems: min(context.options.maximumFindings, 100_000))
        options.encoding = Self.encoding(resource.encoding)
        options.undoesFormulaGuard = resource.isGuarded
        switch resource.delimiter {
        case ";": options.delimiter = .semicolon
        case "\t": options.delimiter = .tab
        case "detected": options.delimiter = .detected
        default: options.delimiter = .comma
        }
        let feed = TableFeed { [self] in begin(table, kind, header: $0) }
        do {
            let summary = try source.readCSV(resource.path, options) { feed.take($0) }
            feed.scan?.end()
            sink?.end()
            report(summary, table)
            if summary.problems.contains(where: \.losesRecord)
                || summary.problemCount > summary.problems.count
            {
                context.isComplete = false
            }
            if feed.scan == nil {
                context.report(
                    .error, table: table, row: nil,
                    Localized("the file is empty; it needs a header row", "文件为空；至少应有表头行"))
            }
        } catch {
            context.isComplete = false
            let message =
                (error as? SheetError).map {
                    Localized("\($0.reason.en); \($0.advice.en)", "\($0.reason.zh)；\($0.advice.zh)")
                }
                ?? Localized("the file cannot be read (\(error))", "文件无法读取（\(error)）")
            context.report(.error, table: table, row: (error as? SheetError)?.row, message)
        }
    }

    private func begin(_ table: Int, _ kind: RecordKind, header: [String]) -> TableScan {
        let schema = EcosystemSchema.schema(of: kind)
        let map = HeaderMap(header, schema: schema, index: HeaderIndex.of(schema))
        context.headers[table] = map.columns.enumerated().map { position, column in
            if case .field(let index) = column { return schema.fields[index].name }
            return FieldName(rawValue: header[position])
        }
        HeaderReport.report(map, schema, table: table, in: context)
        sink?.begin(kind, map: map)
        return TableScan(context, kind: kind, table: table, map: map, sink: sink)
    }

    private func report(_ summary: CSVSummary, _ table: Int) {
        switch summary.encoding {
        case .utf8:
            if summary.hasByteOrderMark {
                context.report(
                    .note, table: table, row: 1,
                    Localized(
                        "the file begins with a byte order mark; it is read without it", "文件以 BOM 开头；读取时略去"))
            }
        default:
            context.report(
                .note, table: table, row: 1,
                Localized(
                    "the file is \(summary.encoding.rawValue), not UTF-8; it is read and will be written as UTF-8",
                    "文件编码为 \(summary.encoding.rawValue)；可以读取，写出时改为 UTF-8"))
        }
        for problem in summary.problems {
            context.report(
                problem.kind == .strayQuote ? .warning : .error, table: table, row: problem.row,
                position: problem.column, Localized(problem.text.en, problem.text.zh))
        }
        if summary.problemCount > summary.problems.count {
            context.report(
                .error, table: table, row: nil,
                Localized(
                    "\(summary.problemCount - summary.problems.count) further faults of the text are not listed",
                    "另有 \(summary.problemCount - summary.problems.count) 处文本错误未列出"))
        }
    }

    private static func encoding(_ name: String?) -> TextEncoding? {
        switch name?.lowercased() {
        case "gb18030", "gbk", "gb2312", "cp936": .gb18030
        case "utf-16le": .utf16LittleEndian
        case "utf-16be": .utf16BigEndian
        default: nil
        }
    }
}

/// Hands the first record of a table to the header and the others to the scan.
private final class TableFeed {
    private(set) var scan: TableScan?
    private let begin: ([String]) -> TableScan

    init(_ begin: @escaping ([String]) -> TableScan) { self.begin = begin }

    @inline(__always)
    func take(_ record: borrowing CSVRecord) {
        if let scan { scan.read(record) } else { scan = begin(record.strings) }
    }
}
