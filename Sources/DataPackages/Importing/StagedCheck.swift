import Ecosystem

/// Checks the package as it would be and translates the findings to the places of the input files.
enum StagedCheck {
    private struct Place: Hashable {
        let kind: RecordKind
        let id: String
    }

    /// What a finding says, without its row, which an import may shift.
    private struct Remark: Hashable {
        let file: String
        let id: String?
        let column: FieldName?
        let message: Localized
    }

    static func findings(
        _ model: EcosystemModel, descriptor: PackageDescriptor, base: LoadedPackage?, stage: ImportStage,
        options: CheckOptions
    ) throws(DataPackageError) -> [Finding] {
        guard !stage.records.isEmpty else { return [] }
        var places: [Place: StagedRecord] = [:]
        for record in stage.records { places[Place(kind: record.kind, id: record.id)] = record }
        var known: Set<Remark> = []
        if let base {
            let old = try check(base.model, base.descriptor, options)
            for finding in old {
                known.insert(
                    Remark(
                        file: finding.file, id: finding.recordID, column: finding.column,
                        message: finding.message))
            }
        }
        var result: [Finding] = []
        for finding in try check(model, descriptor, options) {
            let kind = RecordKind(table: RelativePath.stem(finding.file))
            let staged = kind.flatMap { kind in
                finding.recordID.flatMap { places[Place(kind: kind, id: $0)] }
            }
            if let staged {
                var moved = finding
                let table = stage.tables[staged.table]
                moved.file = table.label
                moved.row = staged.row
                moved.position = finding.column.flatMap { table.places[$0] } ?? 0
                result.append(moved)
                continue
            }
            let remark = Remark(
                file: finding.file, id: finding.recordID, column: finding.column, message: finding.message)
            guard !known.contains(remark), finding.severity != .note || finding.recordID != nil else {
                continue
            }
            // A header finding about the written table speaks of the input's header.
            if let kind, finding.row == 1, let table = stage.tables.first(where: { $0.kind == kind }) {
                var moved = finding
                moved.file = table.label
                moved.row = table.headerRow
                moved.position = 0
                result.append(moved)
            } else {
                result.append(finding)
            }
        }
        return result
    }

    private static func check(
        _ model: EcosystemModel, _ descriptor: PackageDescriptor, _ options: CheckOptions
    ) throws(DataPackageError) -> [Finding] {
        try PackageCheck.findings(
            .memory(PackageWriter.files(model, descriptor: descriptor), name: model.identity.id),
            options: options)
    }
}
