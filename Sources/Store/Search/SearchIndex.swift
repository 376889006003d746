public import Ecosystem
import Foundation
import GRDB

/// Finds records of one package by id, code, name or words, in Chinese and English, letters wrong or missing included.
///
/// Words of all records lie in a full-text index (SQLite FTS5) in memory; names and ids lie in sorted arrays beside it.
/// An index is made once for a model and never changes; all methods may be called from any thread. For the same model,
/// request and version the answer is the same.
public final class SearchIndex: Sendable {
    /// A record's id or code.
    struct Key: Sendable {
        let text: String
        let row: Int32
        let isID: Bool
    }

    /// The model that is searched.
    public let model: EcosystemModel
    /// The records in the order of the index; the row of the full-text index is one more than the place here.
    let records: [Ecosystem.Record]
    let names: NameShelf
    /// Ids and codes in the form in which they are compared, sorted.
    let keys: [Key]
    /// Latin words of all texts with the number of records that hold them.
    let words: WordShelf
    let database: DatabaseQueue

    /// Makes the index of a model.
    ///
    /// - Throws: ``StoreError`` where SQLite cannot make it, such as without memory.
    /// - Complexity: O(text). About 40 ms for 3,000 records, so not for a thread that answers pages.
    public init(_ model: EcosystemModel) throws(StoreError) {
        self.model = model
        do {
            var configuration = Configuration()
            configuration.label = "search"
            database = try DatabaseQueue(configuration: configuration)
            let content = try SearchIndex.fill(database, from: model)
            records = content.records
            names = content.names
            keys = content.keys
            words = content.words
        } catch {
            throw StoreError(
                "the search index of \(model.identity.id) cannot be made: \(error)",
                "无法建立 \(model.identity.id) 的检索索引：\(error)")
        }
    }

    /// What fits a request.
    ///
    /// - Throws: ``StoreError`` where SQLite fails; no query makes it fail.
    public func results(for request: SearchRequest) async throws(StoreError) -> SearchResults {
        do {
            return try await database.read { database in try self.results(for: request, in: database) }
        } catch {
            throw StoreError("the search cannot be answered: \(error)", "检索未能完成：\(error)")
        }
    }
}
